// What a table of monthly investment says: one project and month a row, each bad cell named; the rule of the series comes afterwards.
import { monthEnd } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { parseDecimal } from '../quantity/decimal.ts';
import { cellName, findHeading, isEmptyRow } from '../quantity/sheet.ts';
import type { InvestmentProblem } from './investment.ts';
import { inYi, printed, type Yi } from './money.ts';
import { foldCode } from './project.ts';
import { type MonthField, monthFields, monthHeadings } from './project-columns.ts';
import type { RefusedRow } from './project-rows.ts';

export type MonthRowProblem =
  | InvestmentProblem
  | 'rows.noHeading'
  | 'projectRows.projectUnknown'
  | 'projectRows.monthInvalid'
  | 'projectRows.numberInvalid'
  | 'projectRows.twice'
  | 'projectRows.notYours'
  | 'investment.monthAhead'
  | 'investment.physicalInvalid';

export interface MonthRow {
  readonly row: number;
  readonly projectId: string;
  readonly periodEnd: IsoDate;
  readonly sinceJanuary: Yi;
  readonly picture: string;
  readonly physical: string | null;
  readonly explanation: string;
}

export interface MonthSheet {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
  /** By code where the row gives one, else by name; null where no project, or more than one, answers to it. */
  readonly findProjectId: (code: string | null, name: string) => string | null;
  readonly today: IsoDate;
}

/** 2025-06, 2025/6, 2025年6月 and a day of that month. */
export function readMonth(text: string): IsoDate | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})(?:月?$|[-/.月]\d{1,2}日?$)/.exec(text.trim());
  const [year, month] = [Number(parts?.[1]), Number(parts?.[2])];
  return parts && month >= 1 && month <= 12 ? monthEnd(year, month) : null;
}

interface Bad {
  readonly field: MonthField;
  readonly code: MonthRowProblem;
  readonly params?: Readonly<Record<string, string>>;
}

const isPercent = (text: string): boolean => {
  const value = parseDecimal(text);
  return value !== null && Number(text) >= 0 && Number(text) <= 100;
};

function readCells(
  text: (field: MonthField) => string,
  unit: string,
  { findProjectId, today }: MonthSheet,
): Omit<MonthRow, 'row'> | Bad {
  const code = foldCode(text('code'));
  const projectId = findProjectId(code === '' ? null : code, text('name'));
  if (projectId === null) return { field: code === '' ? 'name' : 'code', code: 'projectRows.projectUnknown' };
  const periodEnd = readMonth(text('month'));
  if (periodEnd === null) return { field: 'month', code: 'projectRows.monthInvalid' };
  if (periodEnd > today)
    return { field: 'month', code: 'investment.monthAhead', params: { month: periodEnd, today } };
  const number = text('sinceJanuary').replaceAll(',', '').replaceAll('，', '');
  const value = parseDecimal(number) ? inYi(number, unit) : null;
  if (!value) return { field: 'sinceJanuary', code: 'projectRows.numberInvalid' };
  const physical = text('physical').replace(/[%％]$/, '');
  if (physical !== '' && !isPercent(physical))
    return { field: 'physical', code: 'investment.physicalInvalid' };
  return {
    projectId,
    periodEnd,
    sinceJanuary: printed(value),
    picture: text('picture'),
    physical: physical === '' ? null : physical,
    explanation: text('explanation'),
  };
}

export interface MonthRowsOutcome {
  readonly taken: readonly MonthRow[];
  readonly refused: readonly RefusedRow<MonthRowProblem>[];
  readonly total: number;
  /** Column in which a finding about the amount is shown. */
  readonly amountColumn: number;
}

const isBad = (value: object): value is Bad => 'field' in value;

export function readMonthRows(table: MonthSheet): MonthRowsOutcome {
  const heading = findHeading(table.rows, monthFields, monthHeadings, ['month', 'sinceJanuary']);
  const columnOf = (field: MonthField): number => heading?.columnOf(field) ?? -1;
  const head = heading ? (table.rows[heading.row] ?? []) : [];
  const unit = /[（(]\s*([^()（）]*元)\s*[)）]/.exec(head[columnOf('sinceJanuary')] ?? '')?.[1] ?? '亿元';
  const seen = new Set<string>();
  const taken: MonthRow[] = [];
  const refused: RefusedRow<MonthRowProblem>[] = [];
  for (const [row, cells] of table.rows.entries()) {
    if ((heading && row <= heading.row) || isEmptyRow(cells)) continue;
    const text = (field: MonthField): string => cells[columnOf(field)]?.trim() ?? '';
    let read: Omit<MonthRow, 'row'> | Bad = heading
      ? readCells(text, unit, table)
      : { field: 'name', code: 'rows.noHeading' };
    if (!isBad(read) && seen.has(`${read.projectId} ${read.periodEnd}`))
      read = { field: 'month', code: 'projectRows.twice' };
    if (!isBad(read)) {
      seen.add(`${read.projectId} ${read.periodEnd}`);
      taken.push({ row, ...read });
      continue;
    }
    const column = Math.max(0, columnOf(read.field));
    const [at, words] = [cellName(row, column), heading ? (cells[column]?.trim() ?? '') : cells.join(' ')];
    const params = { ...read.params, cell: at, text: words.slice(0, 80) };
    refused.push({ sheet: table.sheet, row, at, text: words.slice(0, 80), code: read.code, params });
  }
  const amountColumn = Math.max(0, columnOf('sinceJanuary'));
  return { taken, refused, total: taken.length + refused.length, amountColumn };
}
