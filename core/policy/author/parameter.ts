// A number of a clause under a slider: how far it goes, what each step is, and how the new value is written into the clause
// from a day on, so that what it was before stays readable.
import type { Clause, DatedValue } from '../clause.ts';

export interface Slider {
  readonly name: string;
  /** What is written behind the number: 万元, %, 人. */
  readonly unit: string;
  readonly value: number;
  readonly least: number;
  readonly greatest: number;
  readonly step: number;
}

/** 20万元 → 20 and 万元. A ratio, a day and a number with more than six decimals are typed, not slid. */
const WRITTEN = /^(\d{1,12}(?:\.\d{1,6})?)([^\d.:-]+)$/;

/** 1, 2 or 5 times a power of ten, so that every stop of the slider is a number a document would print. */
function roundStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  return (lead < 2 ? 1 : lead < 5 ? 2 : 5) * power;
}

/** Steps that count things are whole. */
const isWhole = (unit: string): boolean => !/[万亿%‰倍元]/.test(unit);

const tidy = (value: number): number => Number(value.toFixed(6));

function readNumber(written: string): { readonly value: number; readonly unit: string } | null {
  const parts = WRITTEN.exec(written);
  const value = Number(parts?.[1]);
  return parts && value > 0 ? { value, unit: parts[2] ?? '' } : null;
}

/**
 * From nothing to three times the published value, in about sixty steps, so that the range stays while the value moves; null where
 * the value is no plain number with a unit.
 */
export function sliderOf(name: string, written: string, published: string = written): Slider | null {
  const now = readNumber(written);
  const before = readNumber(published);
  if (!now) return null;
  const { value, unit } = now;
  const base = before?.unit === unit ? before.value : value;
  const step = roundStep(base / 20);
  const used = isWhole(unit) ? Math.max(1, Math.round(step)) : tidy(step);
  const greatest = tidy(Math.ceil((base * 3) / used) * used);
  const most = unit === '%' ? Math.max(base, Math.min(100, greatest)) : greatest;
  return { name, unit, value, least: 0, greatest: Math.max(value, most), step: used };
}

/** The entry that holds on a day. */
export const entryOn = (dated: readonly DatedValue[], day: string): DatedValue | undefined =>
  dated.findLast((entry) => entry.from <= day) ?? dated[0];

export const slidersOf = (clause: Clause, day: string, published: Clause = clause): readonly Slider[] =>
  Object.entries(clause.params).flatMap(([name, dated]) => {
    const entry = entryOn(dated, day);
    const before = entryOn(published.params[name] ?? dated, day);
    return (entry && sliderOf(name, entry.value, before?.value)) ?? [];
  });

/** The dated values with another value from the day on; an entry of that very day is replaced. */
function withValue(dated: readonly DatedValue[], day: string, value: string): readonly DatedValue[] {
  const now = entryOn(dated, day);
  if (!now || now.value === value) return dated;
  const from = day < (dated[0]?.from ?? day) ? (dated[0]?.from ?? day) : day;
  const others = dated.filter((entry) => entry.from !== from);
  return [...others, { ...now, from, value }].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The clause with these values from the day on; names it does not have are left out. */
export function withValues(clause: Clause, day: string, values: Readonly<Record<string, string>>): Clause {
  const params = Object.entries(clause.params).map(([name, dated]) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return [name, value === undefined ? dated : withValue(dated, day, value)] as const;
  });
  return { ...clause, params: Object.fromEntries(params) };
}
