// Which columns of an indicator table hold targets and which figures, for which year, and which answers which.
import type { Column } from '../tables/column.ts';
import type { Period } from '../tables/period.ts';
import { periodOf, yearIn } from '../tables/period.ts';
import type { TableInput } from '../tables/table.ts';

export interface ValueColumn {
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
export function valueColumns(input: TableInput): readonly ValueColumn[] {
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

/** True where totals and growth stand beside each other: 总量 | 增速. */
export const areBeside = (values: readonly ValueColumn[]): boolean =>
  values.some((value) => value.growth) && values.some((value) => !value.growth);

/** The other measure of the same kind: the growth beside a total. */
export const isSibling = (one: ValueColumn, value: ValueColumn): boolean =>
  one !== value && one.kind === value.kind && one.growth !== value.growth;

/** The unit of a value: its own column's, else the row's; a growth column beside totals is in percent. */
export function unitFor(value: ValueColumn, rowUnit: string, beside: boolean): string {
  if (value.column.unit !== '') return value.column.unit;
  if (value.growth && beside) return '%';
  return rowUnit;
}

/**
 * The target that a figure of the same row answers: same measure, same year. The figure of the year before is the base
 * of a target and no answer to it.
 */
export function partner(value: ValueColumn, all: readonly ValueColumn[]): ValueColumn | undefined {
  const others = all.filter((one) => one.kind !== value.kind && sameYear(one.period, value.period));
  return others.find((one) => one.growth === value.growth) ?? others[0];
}

const sameYear = (a: Period, b: Period): boolean => a.year === null || b.year === null || a.year === b.year;
