// The figures of a desk as a workbook or CSV to fill in: the columns that are read back, with unit, last and expected value.
import writeExcelFile from 'write-excel-file/node';
import type { FiguresPage, OwedRow } from './desk.ts';

const heading = [
  '序号',
  '所属事项',
  '指标名称',
  '地区',
  '报告期',
  '完成值',
  '计量单位',
  '进展情况',
  '截止日',
  '上期值',
  '时序应达',
] as const;

const widths = [8, 36, 28, 14, 18, 14, 12, 40, 12, 14, 14] as const;

const valueText = (row: OwedRow): string => row.draft?.value ?? row.submitted?.value ?? '';
const statementOf = (row: OwedRow): string => row.draft?.statement ?? row.submitted?.statement ?? '';

const cellsOf = (row: OwedRow): readonly string[] => [
  row.number,
  row.title,
  row.metric,
  row.place,
  row.period,
  valueText(row),
  row.unit,
  statementOf(row),
  row.dueOn,
  row.last?.amount ?? '',
  row.expected ?? '',
];

/** Every cell is text: a spreadsheet neither rounds a figure nor takes one for a date, and runs no formula. */
export async function workbookOf(page: FiguresPage): Promise<Buffer> {
  const head = heading.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const rows = page.rows.map((row) => cellsOf(row).map((value) => ({ value, type: String })));
  return writeExcelFile([head, ...rows], {
    sheet: '填报表',
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

/** A cell that a spreadsheet would take for a formula begins with a mark that makes it text (OWASP, CSV injection). */
function quoted(text: string): string {
  const inert = /^[=+@\t\r]|^-(?!\d+(?:\.\d+)?$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** UTF-8 with its mark, so that spreadsheets read the Chinese; line ends as RFC 4180 has them. */
export const csvOf = (page: FiguresPage): Buffer =>
  Buffer.from(
    `\uFEFF${[heading, ...page.rows.map(cellsOf)].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`,
  );
