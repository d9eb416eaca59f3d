// How a target is spread over places: a part for each, the same rate for each, the whole undivided, or pairs of numbers.
import { isPercent, readUnit, sameBase } from '../../../quantity/unit.ts';
import type { Part } from '../../check/allocation-sum.ts';
import { allocationSum, partSums } from '../../check/allocation-sum.ts';
import type { Allocation, Check, Item, LivelihoodDetail } from '../../reading.ts';
import type { GridCell, GridRow } from '../../structure.ts';
import { readOwners } from '../owners.ts';
import { isBlank, isDash, isPlace, printedText, textAt } from '../tables/cell.ts';
import type { Column } from '../tables/column.ts';
import { columnOf, readColumns } from '../tables/column.ts';
import type { Figure } from '../tables/figure.ts';
import { readFigure } from '../tables/figure.ts';
import { periodOf } from '../tables/period.ts';
import type { TableInput } from '../tables/table.ts';
import { tableItem } from '../tables/table.ts';
import type { AllocationRow, Layout } from './allocation-rows.ts';
import { allocationRows, layoutOf } from './allocation-rows.ts';
import type { Promised } from './promise.ts';
import { readPromises } from './promise.ts';
import type { Schedule } from './schedule.ts';
import { noSchedule, readSchedule } from './schedule.ts';
import { cellDate } from './step-date.ts';

type Mode = NonNullable<LivelihoodDetail['mode']>;

interface Spread {
  readonly mode: Mode;
  readonly allocations: readonly Allocation[];
  readonly figures: readonly Figure[];
  /** The sentence that stands across the row. */
  readonly sentence: string;
}

/** The sentence of a row that is not split: one text without a figure, and nothing else in the cells of the places. */
function sentenceOf(cells: readonly (GridCell | undefined)[]): string {
  let only = '';
  for (const cell of cells) {
    if (cell === undefined || isBlank(cell.text) || isDash(cell.text) || cell.text === only) continue;
    if (only !== '' || cell.text.length < 6 || readFigure(cell.text, '') !== null) return '';
    only = cell.text;
  }
  return only;
}

function modeOf(figures: readonly Figure[], target: Figure | null): Mode {
  if (figures.some((figure) => figure.second !== null)) return 'pair';
  const unit = figures[0]?.unit || target?.unit || '';
  if (isPercent(unit) || unit === '‰') return 'each';
  const same = figures.length > 1 && figures.every((figure) => figure.value === figures[0]?.value);
  return same && target !== null && figures[0]?.value === target.value ? 'each' : 'sum';
}

function spreadOf(row: AllocationRow, layout: Layout, target: Figure | null): Spread {
  const sentence = sentenceOf(row.cells);
  if (sentence !== '') return { mode: 'whole', allocations: [], figures: [], sentence };
  const figures: Figure[] = [];
  const allocations: Allocation[] = [];
  row.cells.forEach((cell, index) => {
    const unit = layout.places[index]?.head ?? '';
    if (cell === undefined || unit === '') return;
    const figure = readFigure(cell.text.trim(), target?.unit ?? row.unit);
    if (figure !== null) figures.push(figure);
    allocations.push({
      unit,
      value: figure?.value ?? null,
      start: cell.start,
      end: cell.end,
      ...(figure?.second === null || figure === null ? {} : { second: figure.second }),
    });
  });
  return { mode: modeOf(figures, target), allocations, figures, sentence };
}

/** The promise in the project's name that this row's target repeats, to tell two promises of one project apart. */
function promiseOf(input: TableInput, row: AllocationRow, target: Figure | null): Promised | null {
  if (row.nameCell === undefined || target === null) return null;
  const promises = readPromises(input.folded.text, row.nameCell, input.mentions);
  const amount = target.value * 10 ** readUnit(target.unit).power;
  const equal = promises.filter(
    (promise) =>
      typeof promise.value === 'number' &&
      Math.abs(promise.value * 10 ** readUnit(promise.unit).power - amount) < 1e-6,
  );
  const sameUnit = promises.filter((promise) => sameBase(promise.unit, target.unit));
  return (
    equal.find((promise) => sameUnit.includes(promise)) ?? equal[0] ?? sameUnit[0] ?? promises[0] ?? null
  );
}

function metricFor(row: AllocationRow, promise: Promised | null, remark: string): string {
  const metric = promise?.metric ?? row.name;
  return remark === '' ? metric : `${metric}(${remark})`;
}

/** Some decompositions carry the schedule in a column of their own. */
function scheduleOf(
  input: TableInput,
  row: AllocationRow,
  target: Figure | null,
  promise: Promised | null,
  year: number | null,
): Schedule {
  const cell = row.head.cells[columnOf(input.columns, 'schedule')];
  if (cell === undefined || isBlank(cell.text)) return noSchedule;
  const counted: Promised = {
    ...row.span,
    clause: promise?.clause ?? row.name,
    metric: '',
    comparator: 'eq',
    value: target?.value ?? 0,
    unit: target?.unit ?? '',
    direction: 'none',
    strive: false,
  };
  return readSchedule(input.folded.text, [cell], year, target === null ? [] : [counted], input.mentions);
}

/** The second line of a head that stayed among the rows: nothing but names of places. */
export function absorbPlaces(
  columns: readonly Column[],
  header: readonly string[],
  rows: readonly GridRow[],
) {
  const first = rows[0];
  if (first === undefined || columns.filter((column) => column.role === 'place').length >= 3)
    return { columns, rows };
  const printed = first.cells.filter((cell) => !isBlank(cell.text));
  if (printed.length < 3 || !printed.every((cell) => isPlace(cell.text))) return { columns, rows };
  const width = Math.max(header.length, first.cells.length);
  const merged = Array.from(
    { length: width },
    (_, index) => printedText(first, index) || (header[index] ?? ''),
  );
  return { columns: readColumns(merged), rows: rows.slice(1) };
}

interface Reading {
  readonly item: Item;
  readonly target: Figure | null;
  readonly promise: Promised | null;
  readonly spread: Spread;
}

function readRow(input: TableInput, layout: Layout, row: AllocationRow, year: number | null): Reading {
  const target = readFigure(row.target, row.unit);
  const spread = spreadOf(row, layout, target);
  const promise = promiseOf(input, row, target);
  const schedule = scheduleOf(input, row, target, promise, year);
  const detail: LivelihoodDetail = {
    of: 'livelihood',
    year,
    category: '',
    project: row.project,
    leadOfficers: [],
    part: target?.remark || (row.name === row.project ? '' : row.name),
    caveat: [spread.sentence, schedule.caveat].filter((text) => text !== '').join(';'),
    mode: spread.mode,
  };
  const kind = target === null ? 'task' : 'target';
  const item = tableItem(row.span, kind, 'allocation', input.grid.path, {
    number: row.number,
    title: row.name,
    metric: metricFor(row, promise, target?.remark ?? ''),
    comparator: target === null ? null : /以上|不少于|≥|>/.test(row.target) ? 'ge' : 'eq',
    value: target?.value ?? null,
    unit: target?.unit ?? '',
    owners: isBlank(row.owner) || isDash(row.owner) ? [] : readOwners(row.owner, { role: 'lead' }),
    deadline: cellDate(textAt(row.head, columnOf(input.columns, 'deadline')), year),
    milestones: schedule.of[0] ?? [],
    allocations: spread.allocations,
    detail,
  });
  return { item, target, promise, spread };
}

function sumCheck(row: AllocationRow, { target, spread }: Reading): Check | null {
  if (target === null || spread.figures.length === 0) return null;
  if (spread.mode === 'each' || spread.mode === 'whole') return null;
  const cellUnit = spread.figures.find((figure) => figure.unit !== '')?.unit ?? '';
  return allocationSum(row, target, spread.figures, sameBase(target.unit, cellUnit));
}

export function readAllocationTable(input: TableInput): { readonly items: Item[]; readonly checks: Check[] } {
  const layout = layoutOf(input.columns);
  const year = periodOf([input.caption, input.identity?.title ?? ''], input.year).year;
  const { rows, checks } = allocationRows(input.grid.rows, layout);
  const items: Item[] = [];
  const sums: Check[] = [];
  const parts: Part[] = [];
  for (const row of rows) {
    const reading = readRow(input, layout, row, year);
    items.push(reading.item);
    const sum = sumCheck(row, reading);
    if (sum !== null) sums.push(sum);
    if (reading.target !== null && reading.target.remark !== '') {
      parts.push({ row, figure: reading.target, promise: reading.promise });
    }
  }
  return { items, checks: [...checks, ...sums, ...partSums(parts)] };
}
