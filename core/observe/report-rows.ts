// What a table with a heading row says (xlsx, CSV): which column is what, one figure a row, each bad cell named by sheet, row and column.
import {
  type ColumnOf,
  cellName,
  findHeading as findColumns,
  type Headings,
  isEmptyRow,
} from '../quantity/sheet.ts';
import { checkFigure, type FigureContext, type FigureFinding } from './figure-check.ts';
import type { FigureEntry } from './report.ts';

export const rowFields = ['number', 'metric', 'place', 'period', 'value', 'unit', 'statement'] as const;
export type RowField = (typeof rowFields)[number];

/** Words under which a column may stand; a template prints the first. */
export const rowHeadings: Headings<RowField> = {
  number: ['序号', '编号', 'number', 'no.', 'no'],
  metric: ['指标', '指标名称', '任务', '名称', '项目', '项目名称', 'metric', 'indicator', 'name'],
  place: ['地区', '区县', '区、县(市)', '属地', '填报地区', 'place', 'district'],
  period: ['期间', '时期', '报告期', '月份', 'period'],
  value: ['完成值', '完成数', '数值', '本期值', '累计完成', '实绩', 'value', 'figure'],
  unit: ['单位', '计量单位', 'unit'],
  statement: ['进展', '进展情况', '说明', '完成情况', '备注', 'statement', 'remark'],
};

export type RowProblem = 'rows.noHeading' | 'rows.headingTwice' | 'rows.figureUnknown' | 'rows.figureTwice';

const needed = ['metric', 'value'] as const;

/** The heading row, with the columns of the fields that it has. Null where no row names a metric and a value. */
export function findHeading(
  rows: readonly (readonly string[])[],
): { readonly row: number; readonly columns: Readonly<Partial<Record<RowField, number>>> } | null {
  const found = findColumns(rows, rowFields, rowHeadings, needed);
  if (!found) return null;
  const present = rowFields.filter((field) => found.columnOf(field) >= 0);
  return {
    row: found.row,
    columns: Object.fromEntries(present.map((field) => [field, found.columnOf(field)])),
  };
}

export interface AskedFigure {
  readonly commitmentId: string;
  readonly placeId: string;
  readonly period: string;
  readonly context: FigureContext;
}

/** Finds the figure that a row is about, from its printed metric, place and period; null where none is asked. */
export type FindAsked = (row: {
  readonly number: string;
  readonly metric: string;
  readonly place: string;
  readonly period: string;
}) => AskedFigure | null;

export interface TakenRow {
  readonly row: number;
  readonly entry: FigureEntry;
  readonly findings: readonly FigureFinding[];
}

export interface RefusedRow {
  readonly sheet: string;
  readonly row: number;
  /** The cell that is wrong: D7. */
  readonly at: string;
  readonly text: string;
  readonly code: RowProblem | FigureFinding['code'];
  readonly params: Readonly<Record<string, string>>;
}

export interface RowsOutcome {
  readonly taken: readonly TakenRow[];
  readonly refused: readonly RefusedRow[];
  /** Rows that are not empty, below the heading: taken + refused, always. */
  readonly total: number;
}

const columnOfProblem: Readonly<Partial<Record<FigureFinding['code'], RowField>>> = {
  'figure.periodInvalid': 'period',
  'figure.periodAhead': 'period',
  'figure.periodNotAsked': 'period',
  'figure.unitMismatch': 'unit',
};

interface Sheet {
  readonly name: string;
  readonly columnOf: ColumnOf<RowField>;
}

function readRow(
  sheet: Sheet,
  cells: readonly string[],
  row: number,
  find: FindAsked,
  seen: Set<string>,
): TakenRow | RefusedRow {
  const text = (field: RowField): string => cells[sheet.columnOf(field)]?.trim() ?? '';
  const refuse = (
    field: RowField,
    code: RefusedRow['code'],
    params: Readonly<Record<string, string>> = {},
  ): RefusedRow => {
    const at = cellName(row, sheet.columnOf(sheet.columnOf(field) < 0 ? 'value' : field));
    return { sheet: sheet.name, row, at, text: text(field), code, params: { ...params, cell: at } };
  };
  const asked = find({
    number: text('number'),
    metric: text('metric'),
    place: text('place'),
    period: text('period'),
  });
  if (!asked) return refuse('metric', 'rows.figureUnknown', { metric: text('metric'), place: text('place') });
  const key = `${asked.commitmentId}\t${asked.context.metric}\t${asked.placeId}\t${asked.period}`;
  if (seen.has(key)) return refuse('metric', 'rows.figureTwice', { metric: text('metric') });
  const entry: FigureEntry = {
    commitmentId: asked.commitmentId,
    metric: asked.context.metric,
    placeId: asked.placeId,
    period: text('period') === '' ? asked.period : text('period'),
    value: text('value'),
    unit: text('unit'),
    statement: text('statement'),
    nature: 'reported',
  };
  const findings = checkFigure(entry, asked.context);
  const bad = findings.find(({ weight }) => weight === 'refuses');
  if (bad) return refuse(columnOfProblem[bad.code] ?? 'value', bad.code, bad.params);
  seen.add(key);
  return { row, entry, findings };
}

const isRefusal = (row: TakenRow | RefusedRow): row is RefusedRow => 'code' in row;

/** Reads one sheet. A sheet without a heading is one refusal for each of its rows, so that the sum still holds. */
export function readRows(
  sheetName: string,
  rows: readonly (readonly string[])[],
  find: FindAsked,
): RowsOutcome {
  const heading = findColumns(rows, rowFields, rowHeadings, needed);
  const code = !heading ? 'rows.noHeading' : heading.twice !== null ? 'rows.headingTwice' : null;
  if (!heading || code) {
    const first = heading ? heading.row + 1 : 0;
    const at = cellName(heading?.row ?? 0, heading?.twice ?? 0);
    const refused = rows.flatMap((cells, row): RefusedRow[] =>
      row < first || isEmptyRow(cells) || !code
        ? []
        : [{ sheet: sheetName, row, at, text: cells.join(' ').slice(0, 80), code, params: { cell: at } }],
    );
    return { taken: [], refused, total: refused.length };
  }
  const seen = new Set<string>();
  const sheet = { name: sheetName, columnOf: heading.columnOf };
  const read = rows.flatMap((cells, row) =>
    row <= heading.row || isEmptyRow(cells) ? [] : [readRow(sheet, cells, row, find, seen)],
  );
  return {
    taken: read.flatMap((row) => (isRefusal(row) ? [] : [row])),
    refused: read.filter(isRefusal),
    total: read.length,
  };
}
