// The sheet of the dispatch meeting on paper: a document with one table on wide pages, and a workbook with the same columns.
import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import writeXlsxFile from 'write-excel-file/node';
import { dispatchReasonLabel } from '../../../core/vocabulary/project.ts';
import type { DispatchAnswer } from './dispatch.ts';

type Line = DispatchAnswer['lines'][number];

interface Column {
  readonly head: string;
  /** Share of the width of the page, in percent. */
  readonly width: number;
  readonly isNumber?: true;
  readonly text: (line: Line, at: number, sheet: DispatchAnswer) => string;
}

const flagWords = { ...dispatchReasonLabel, evidence: { zh: '佐证与填报不一致', en: '' } };

const stateOf = ({ stage }: Line, { chain }: DispatchAnswer): string => {
  const name = chain.stuck.find(({ id }) => id === stage.stuckId)?.words.zh ?? '';
  return stage.state === 'late' ? `${name}（逾期 ${stage.daysLate} 天）` : name;
};

const blockersOf = ({ blockers }: Line): string =>
  blockers
    .map(({ words, unit, dueOn, late }) => {
      const given = unit === null ? '待交办' : `${unit}，${dueOn ?? ''}${late ? '，逾期' : ''}`;
      return `${words}（${given}）`;
    })
    .join('；');

const columns: readonly Column[] = [
  { head: '序号', width: 4, isNumber: true, text: (_line, at) => `${at + 1}` },
  { head: '项目', width: 18, text: ({ name }) => name },
  {
    head: '地区',
    width: 7,
    text: ({ placeIds }, _at, { places }) =>
      placeIds.map((id) => places.find((place) => place.id === id)?.name ?? id).join('、'),
  },
  { head: '牵头单位', width: 9, text: ({ leadUnit }) => leadUnit ?? '—' },
  { head: '所处环节', width: 10, text: (line, _at, sheet) => stateOf(line, sheet) },
  { head: '年度计划(亿元)', width: 6, isNumber: true, text: ({ annualPlan }) => annualPlan ?? '—' },
  { head: '完成(亿元)', width: 6, isNumber: true, text: ({ done }) => done ?? '未报' },
  { head: '完成率(%)', width: 6, isNumber: true, text: ({ percent }) => percent ?? '—' },
  { head: '与时间进度差(亿元)', width: 6, isNumber: true, text: ({ againstTime }) => againstTime ?? '—' },
  {
    head: '调度事由',
    width: 10,
    text: ({ reasons }) => reasons.map((flag) => flagWords[flag].zh).join('、'),
  },
  { head: '堵点（责任单位、时限）', width: 12, text: blockersOf },
  { head: '形象进度', width: 6, text: ({ picture }) => picture },
];

/** GB/T 9704-2012: title in 小标宋 of size 2, body in 仿宋; tables may be set smaller and on wide pages (附件横排). */
const titleFont = '方正小标宋简体';
const bodyFont = '仿宋_GB2312';
const run = (text: string, size: number, font = bodyFont, bold = false): TextRun =>
  new TextRun({ text, size, bold, font: { name: font, eastAsia: font } });

const titleOf = ({ asOf }: DispatchAnswer): string =>
  `${asOf.slice(0, 4)}年${Number(asOf.slice(5, 7))}月重点项目调度会项目清单`;

const noteOf = ({ asOf, elapsed, counts, chain }: DispatchAnswer): readonly string[] => [
  `截至 ${asOf}，时间进度 ${elapsed}%。在库项目 ${counts.all ?? 0} 个，需调度 ${counts.pressing ?? 0} 个：${(
    ['gateLate', 'blockerLate', 'noReport', 'behindTime', 'blockerOpen', 'evidence'] as const
  )
    .filter((flag) => (counts[flag] ?? 0) > 0)
    .map((flag) => `${flagWords[flag].zh} ${counts[flag]} 个`)
    .join('，')}（一个项目可有多项）。`,
  `完成率 = 本年完成投资 ÷ 年度计划投资；与时间进度差 = 完成投资 − 年度计划 × 时间进度。环节设定：${chain.source}。`,
];

const cell = (text: string, column: Column, head = false): TableCell =>
  new TableCell({
    width: { size: column.width, type: WidthType.PERCENTAGE },
    children: [
      new Paragraph({
        alignment: head ? AlignmentType.CENTER : column.isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [run(text, 18, bodyFont, head)],
      }),
    ],
  });

/** A4 across, with the margins of GB/T 9704-2012 turned with the page: 37 mm, 28 mm. */
const millimetre = 56.7;
const page = {
  size: {
    width: 210 * millimetre,
    height: 297 * millimetre,
    orientation: PageOrientation.LANDSCAPE,
  },
  margin: { top: 28 * millimetre, bottom: 26 * millimetre, left: 20 * millimetre, right: 20 * millimetre },
};

export function dispatchDocument(sheet: DispatchAnswer): Promise<Buffer> {
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((column) => cell(column.head, column, true)),
  });
  const rows = sheet.lines.map(
    (line, at) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((column) => cell(column.text(line, at, sheet), column)),
      }),
  );
  const document = new Document({
    creator: '闭环',
    title: titleOf(sheet),
    sections: [
      {
        properties: { page },
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, children: [run(titleOf(sheet), 44, titleFont)] }),
          ...noteOf(sheet).map(
            (text) => new Paragraph({ children: [run(text, 24)], spacing: { before: 120 } }),
          ),
          new Paragraph({ children: [] }),
          new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...rows] }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

export function dispatchWorkbook(sheet: DispatchAnswer): Promise<Buffer> {
  const header = columns.map(({ head }) => ({ value: head, type: String, fontWeight: 'bold' as const }));
  const rows = sheet.lines.map((line, at) =>
    columns.map((column) => {
      const text = column.text(line, at, sheet);
      // A number stays a number in the sheet; what is missing stays its word.
      return column.isNumber && /^-?\d+(\.\d+)?$/.test(text)
        ? { value: Number(text), type: Number }
        : { value: text, type: String };
    }),
  );
  return writeXlsxFile([
    {
      sheet: '调度清单',
      columns: columns.map(({ width }) => ({ width: Math.max(8, width * 1.6) })),
      stickyRowsCount: 1,
      data: [header, ...rows],
    },
    {
      sheet: '说明',
      columns: [{ width: 120 }],
      data: noteOf(sheet).map((value) => [{ value, type: String }]),
    },
  ]).toBuffer();
}
