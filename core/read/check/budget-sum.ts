// Sums of printed amounts of one document: brought to one unit, with the room that rounding of the printed operands leaves.
import type { Check, Span } from '../reading.ts';

/** An amount as printed: its value, unit and decimals (2616.80 shows 2). */
export interface Printed extends Span {
  readonly value: number;
  readonly unit: string;
  readonly decimals: number;
}

/** Floating sums without their noise: 0.1 + 0.2 is 0.3. */
export const clean = (value: number): number => Math.round(value * 1e6) / 1e6;

export const decimalsIn = (printed: string): number => /[.．]\s*(\d+)/.exec(printed)?.[1]?.length ?? 0;

const powers: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['万', 4],
];

const powerOf = (unit: string): number => powers.find(([scale]) => unit.startsWith(scale))?.[1] ?? 0;

/** 1.2万亿元 in 亿元 is 12000. */
export const inUnit = (amount: Printed, unit: string): number =>
  amount.unit === unit ? amount.value : clean(amount.value * 10 ** (powerOf(amount.unit) - powerOf(unit)));

export const totalIn = (amounts: readonly Printed[], unit: string): number =>
  clean(amounts.reduce((sum, amount) => sum + inUnit(amount, unit), 0));

/** Half of the last printed decimal for each operand; 60亿元 beside 21.8亿元, or alone, is taken as 60.0. */
export function roomOf(amounts: readonly Printed[], unit: string): number {
  const same = amounts.filter((amount) => amount.unit === unit);
  const finest = same.reduce((most, amount) => Math.max(most, amount.decimals), 1);
  return clean(
    amounts.reduce(
      (room, amount) =>
        room +
        0.5 *
          10 ** (powerOf(amount.unit) - powerOf(unit) - (amount.unit === unit ? finest : amount.decimals)),
      0,
    ),
  );
}

export interface Claim {
  readonly rule: string;
  readonly what: string;
  /** The printed figure that is checked. */
  readonly of: Printed;
  readonly found: number;
  readonly rounding: number;
  readonly other?: Span;
}

/** Says whether a figure follows from others; it never changes the figure. */
export function claim(given: Claim): Check {
  const residual = clean(given.found - given.of.value);
  return {
    rule: given.rule,
    ok: Math.abs(residual) <= given.rounding + 1e-9,
    expected: given.of.value,
    found: clean(given.found),
    residual,
    rounding: clean(given.rounding),
    what: given.what,
    start: given.of.start,
    end: given.of.end,
    ...(given.other ? { other: given.other } : {}),
  };
}

/** parts = whole, as printed. */
export const sumsTo = (rule: string, what: string, parts: readonly Printed[], whole: Printed): Check => {
  const first = parts[0];
  const last = parts[parts.length - 1];
  return claim({
    rule,
    what,
    of: whole,
    found: totalIn(parts, whole.unit),
    rounding: roomOf([...parts, whole], whole.unit),
    ...(first && last
      ? { other: { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) } }
      : {}),
  });
};
