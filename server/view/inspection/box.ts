// The box of files of an inspection as one archive, with a manifest: which line of the list each answers, its hash, who gave it and when.
import { fail, type Result, succeed } from '../../../core/result.ts';
import { writeZip, type ZipEntry } from '../../bytes/write-zip.ts';
import type { Context } from '../../context.ts';
import { listBox, readBox } from '../../store/inspection/evidence.ts';
import { listInspections } from '../../store/inspection/inspection.ts';

/** A cell that a spreadsheet would take for a formula is given an apostrophe (OWASP CSV injection). */
const cell = (text: string): string => {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
};

const folderOf = (paper: number | null, side: string): string =>
  paper !== null ? String(paper).padStart(2, '0') : side === 'team' ? '督查取证' : '其他材料';

export async function getBox(
  { db, jurisdiction }: Context,
  inspectionId: string,
): Promise<Result<{ bytes: Buffer; fileName: string; mediaType: string }, 'inspection.notFound'>> {
  const [[inspection], files, rows] = await Promise.all([
    listInspections(db, jurisdiction, inspectionId),
    readBox(db, jurisdiction, inspectionId, null),
    listBox(db, jurisdiction, inspectionId),
  ]);
  if (!inspection) return fail('inspection.notFound');
  const entries = rows.flatMap((row, at): (ZipEntry & { row: typeof row })[] => {
    const file = files.find(({ id }) => id === row.id);
    const name = `${folderOf(row.paper, row.side)}/${String(at + 1).padStart(3, '0')} ${row.fileName}`;
    return file ? [{ name, bytes: file.bytes, row }] : [];
  });
  const missing = inspection.papers.flatMap((paper, at) =>
    rows.some((row) => row.paper === at + 1) ? [] : [[`${at + 1}`, paper, '未提供', '', '', '', '']],
  );
  const lines = [
    ['清单序号', '材料', '文件', 'SHA-256', '提供方', '提供者', '收到时间'],
    ...entries.map(({ name, row }) => [
      ...[row.paper === null ? '' : `${row.paper}`, inspection.papers[(row.paper ?? 0) - 1] ?? '', name],
      ...[row.sha256, row.side === 'team' ? '督查组' : '被督查单位', row.by ?? '', row.recordedAt],
    ]),
    ...missing,
  ];
  const manifest = Buffer.from(
    `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`,
    'utf8',
  );
  return succeed({
    bytes: writeZip([{ name: '清单.csv', bytes: manifest }, ...entries]),
    fileName: `督查材料-${inspectionId.slice(0, 8)}.zip`,
    mediaType: 'application/zip',
  });
}
