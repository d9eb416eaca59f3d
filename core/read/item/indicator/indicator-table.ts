// What an indicator table promises and reports: per row a target and, where a column of figures exists, a result.
import type { IndicatorDetail, Item, Owner, Span, Unread } from '../../reading.ts';
import { readOwners } from '../owners.ts';
import { isBlank, isDash, printedSpan, textAt } from '../tables/cell.ts';
import type { Column } from '../tables/column.ts';
import type { Period } from '../tables/period.ts';
import { periodOf, yearIn } from '../tables/period.ts';
import type { TableInput } from '../tables/table.ts';
import { tableItem } from '../tables/table.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import { indicatorRows, valueCell } from './indicator-rows.ts';
import type { CellReading } from './value-cell.ts';
import { readValueCell } from './value-cell.ts';

interface ValueColumn {
  readonly column: Column;
  readonly kind: 'target' | 'result';
  /** A column of growth beside a column of totals: 总量 and 增速. */
  readonly growth: boolean;
  readonly period: Period;
}

const planWords = /目标|规划|计划|预期|安排|“?十[一二三四五六七八九]五/;
const wholeYear = (period: Period): Period =>
  period.year === null
    ? period
    : { year: period.year, start: `${period.year}-01-01`, end: `${period.year}-12-31` };

const valueRoles: ReadonlySet<Column['role']> = new Set<Column['role']>(['actual', 'growth', 'year']);

function besideTarget(column: Column, before: readonly ValueColumn[]): boolean {
  const year = yearIn(column.head);
  const same = year === null ? before[before.length - 1] : before.find((one) => one.period.year === year);
  return same?.kind === 'target';
}

/** Which columns hold targets and which hold figures; bare years are figures, but the last one of a plan is its target. */
function valueColumns(input: TableInput): readonly ValueColumn[] {
  const { columns, caption, identity, year } = input;
  const years = columns.filter((column) => column.role === 'year');
  const hasTarget = columns.some((column) => column.role === 'target');
  const forced = columns.some((column) => column.role === 'property');
  const plans = !hasTarget && (forced || planWords.test(caption));
  const lastYear = plans ? years[years.length - 1] : undefined;
  const found: ValueColumn[] = [];
  for (const column of columns) {
    const isGrowth = column.role === 'growth' && !/完成|实际|实绩/.test(column.head);
    // A growth column goes with the figures it stands beside: 2025年计划 | 增长.
    const target =
      column.role === 'target' || column === lastYear || (isGrowth && besideTarget(column, found));
    if (!target && !valueRoles.has(column.role)) continue;
    const before = found[found.length - 1];
    const period =
      isGrowth && before !== undefined && yearIn(column.head) === null
        ? before.period
        : periodOf([column.head, caption, identity?.title ?? ''], year);
    found.push({
      column,
      kind: target ? 'target' : 'result',
      growth: /增速|增幅|增长|同比|比上年|较上年/.test(column.head),
      period: target || column.role === 'year' ? wholeYear(period) : period,
    });
  }
  return found;
}

const force = (text: string): Item['force'] =>
  text.includes('约束') ? 'binding' : /预期|指导|预测/.test(text) ? 'anticipatory' : null;

/** Words printed where no figure was available yet all read as a dash. */
const actualOf = (text: string): string => (isBlank(text) ? '' : isDash(text) ? '-' : text);

interface RowFacts {
  readonly row: IndicatorRow;
  readonly span: Span;
  readonly owners: readonly Owner[];
  readonly force: Item['force'];
  readonly printed: string | null;
}

function textOf(row: IndicatorRow, column: Column | undefined): string {
  return column === undefined ? '' : (valueCell(row, column.index)?.text.trim() ?? '');
}

function factsOf(row: IndicatorRow, columns: readonly Column[]): RowFacts {
  const find = (role: Column['role']): Column | undefined => columns.find((column) => column.role === role);
  const owners: Owner[] = [];
  for (const role of ['lead', 'support'] as const) {
    const text = textOf(row, find(role));
    if (isBlank(text) || isDash(text)) continue;
    owners.push(...readOwners(text, { role: owners.length === 0 ? 'lead' : 'support' }));
  }
  const printed = textOf(row, find('assessment'));
  return {
    row,
    span: printedSpan(row.row),
    owners,
    force: force(textOf(row, find('property'))),
    printed: isBlank(printed) || isDash(printed) ? null : printed,
  };
}

/** The unit of a value: its own column's, else the row's; a growth column beside totals is in percent. */
function unitFor(value: ValueColumn, row: IndicatorRow, beside: boolean): string {
  if (value.column.unit !== '') return value.column.unit;
  if (value.growth && beside) return '%';
  return row.unit;
}

const metricOf = (row: IndicatorRow): string => (row.part === '' ? row.name : `${row.name}(${row.part})`);

function itemOf(
  facts: RowFacts,
  value: ValueColumn,
  reading: CellReading,
  detail: IndicatorDetail,
  section: string,
): Item {
  const { row } = facts;
  return tableItem(facts.span, value.kind, 'indicator', section, {
    number: row.number,
    title: row.name,
    metric: metricOf(row),
    comparator: reading.comparator,
    value: reading.value,
    unit: reading.unit,
    direction: reading.direction,
    relative: reading.relative,
    relativeType: reading.relativeType,
    modality: reading.strive ? 'strive' : null,
    force: facts.force,
    owners: facts.owners,
    detail,
  });
}

/**
 * The target that a figure of the same row answers: same measure, same year. The figure of the year before is the base
 * of a target and no answer to it.
 */
function partner(value: ValueColumn, all: readonly ValueColumn[]): ValueColumn | undefined {
  const others = all.filter((one) => one.kind !== value.kind && sameYear(one.period, value.period));
  return others.find((one) => one.growth === value.growth) ?? others[0];
}

const sameYear = (a: Period, b: Period): boolean => a.year === null || b.year === null || a.year === b.year;

/** 倍差, 比 and 系数 are numbers without a unit; so is a cell of the unit column that holds a dash. */
const unitless = /比$|倍差|系数|指数|之比|倍数/;

function lacksUnit(item: Item, row: IndicatorRow, unitColumn: Column | undefined): boolean {
  if (item.value === null || item.unit !== '') return false;
  if (unitColumn !== undefined && isDash(textAt(row.row, unitColumn.index + row.shift))) return false;
  return !unitless.test(row.name);
}

const isEmpty = (text: string): boolean => isBlank(text) || isDash(text);
const isSibling = (one: ValueColumn, value: ValueColumn): boolean =>
  one !== value && one.kind === value.kind && one.growth !== value.growth;

export function readIndicatorTable(input: TableInput): {
  readonly items: readonly Item[];
  readonly unread: readonly Unread[];
} {
  const unitColumn = input.columns.find((column) => column.role === 'unit');
  const unread: Unread[] = [];
  const values = valueColumns(input);
  const beside = values.some((value) => value.growth) && values.some((value) => !value.growth);
  const items: Item[] = [];
  for (const row of indicatorRows(input.grid, input.columns)) {
    const facts = factsOf(row, input.columns);
    for (const value of values) {
      const cell = valueCell(row, value.column.index);
      const text = cell?.text.trim() ?? '';
      const other = partner(value, values);
      const otherCell = other === undefined ? null : valueCell(row, other.column.index);
      const [target, actual] = value.kind === 'target' ? [cell, otherCell] : [otherCell, cell];
      const hasActual = value.kind === 'result' || other !== undefined;
      const period = value.kind === 'result' ? value.period : (other?.period ?? value.period);
      // Where total and growth stand beside each other, a row may print one of them only.
      if (
        beside &&
        isEmpty(text) &&
        values.some((one) => isSibling(one, value) && !isEmpty(textOf(row, one.column)))
      )
        continue;
      // A field's own line in a table with a category column: nothing printed under any value.
      if (isBlank(text) && (target === null || isBlank(target.text)) && isBlank(actual?.text ?? '')) continue;
      const detail: IndicatorDetail = {
        of: 'indicator',
        table: input.caption,
        year: value.period.year,
        name: row.name,
        part: row.part,
        targetText: target?.text.trim() ?? '',
        targetSpan: target === null ? null : { start: target.start, end: target.end },
        actualText: hasActual ? actualOf(actual?.text ?? '') : null,
        actualSpan: hasActual && actual !== null ? { start: actual.start, end: actual.end } : null,
        periodStart: period.start,
        periodEnd: period.end,
        printed: facts.printed,
      };
      const reading = readValueCell(text, unitFor(value, row, beside), metricOf(row));
      const item = itemOf(facts, value, reading, detail, input.grid.path);
      items.push(item);
      if (cell !== null && lacksUnit(item, row, unitColumn))
        unread.push({ start: cell.start, end: cell.end, why: 'unitMissing' });
    }
  }
  return { items, unread };
}
