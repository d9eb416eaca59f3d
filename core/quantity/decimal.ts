// What an exact number is: a whole coefficient and a count of decimal places, so that 0.1 + 0.2 is 0.3.

/** coefficient ÷ 10^places. `places` is never negative; two decimals of different places may be equal. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly places: number;
}

/** halfUp rounds away from zero on a tie (四舍五入, GB/T 8170 without the even rule); down cuts towards zero. */
export type Rounding = 'halfUp' | 'halfEven' | 'down' | 'up';

/** Longest number that is read: 30 digits before the point and 12 after, as the contract's Amount. */
const WHOLE_DIGITS = 30;
const DECIMAL_PLACES = 12;

export const ZERO: Decimal = { coefficient: 0n, places: 0 };
export const ONE: Decimal = { coefficient: 1n, places: 0 };

const powers: bigint[] = [1n];

/** 10^exponent, remembered because every comparison of unlike places asks for one. */
export function tenToThe(exponent: number): bigint {
  for (let have = powers.length; have <= exponent; have++) powers.push((powers[have - 1] ?? 1n) * 10n);
  return powers[exponent] ?? 1n;
}

/**
 * Reads plain decimal text: a sign, digits, a point, digits; thousands may be grouped by commas.
 * Refuses exponents, NaN, Infinity, a bare point and numbers beyond the contract's length: null, never a guess.
 */
export function parseDecimal(text: string): Decimal | null {
  return text.length <= SHORT ? (parseShort(text) ?? parseAny(text)) : parseAny(text);
}

/** Up to this many signs a number is exact as a double, and most printed figures are shorter. */
const SHORT = 15;

/** One pass over a short number without commas; null sends it to the full grammar. */
function parseShort(text: string): Decimal | null {
  let at = 0;
  const first = text.charCodeAt(0);
  if (first === 45 || first === 43) at = 1;
  const start = at;
  let size = 0;
  let point = -1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) size = size * 10 + (code - 48);
    else if (code === 46 && point < 0 && at > start) point = at;
    else return null;
  }
  const places = point < 0 ? 0 : text.length - point - 1;
  if (at === start || (point >= 0 && places === 0) || places > DECIMAL_PLACES) return null;
  return { coefficient: BigInt(first === 45 ? -size : size), places };
}

function parseAny(text: string): Decimal | null {
  const parts = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return null;
  const whole = (parts[2] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const fraction = parts[3] ?? '';
  if (whole.length > WHOLE_DIGITS || fraction.length > DECIMAL_PLACES) return null;
  const size = BigInt(whole + fraction);
  return { coefficient: parts[1] === '-' ? -size : size, places: fraction.length };
}

/** @throws RangeError where the text is no number: a caller with untrusted text uses parseDecimal. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (!value) throw new RangeError(`not a decimal: ${text}`);
  return value;
}

/** A number that a reading carries, as the shortest decimal that prints like it; null for NaN, Infinity, 1e400. */
export function decimalFromNumber(value: number): Decimal | null {
  if (!Number.isFinite(value)) return null;
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!parts) return null;
  const fraction = parts[3] ?? '';
  const size = BigInt((parts[2] ?? '0') + fraction);
  return scaleByTen({ coefficient: parts[1] ? -size : size, places: fraction.length }, Number(parts[4] ?? 0));
}

/** Keeps the decimal places it has (5.50 stays 5.50); negative zero is printed as zero. */
export function printDecimal(value: Decimal): string {
  const negative = value.coefficient < 0n;
  const digits = (negative ? -value.coefficient : value.coefficient)
    .toString()
    .padStart(value.places + 1, '0');
  const whole = digits.slice(0, digits.length - value.places);
  const fraction = digits.slice(digits.length - value.places);
  return `${negative ? '-' : ''}${whole}${value.places > 0 ? `.${fraction}` : ''}`;
}

/** The same number without trailing zeros after the point: 5.50 → 5.5. */
export function trim(value: Decimal): Decimal {
  let { coefficient, places } = value;
  while (places > 0 && coefficient % 10n === 0n) {
    coefficient /= 10n;
    places -= 1;
  }
  return { coefficient, places };
}

const widen = (value: Decimal, places: number): bigint =>
  places === value.places ? value.coefficient : value.coefficient * tenToThe(places - value.places);

export function add(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { coefficient: widen(a, places) + widen(b, places), places };
}

export const negate = (value: Decimal): Decimal => ({
  coefficient: -value.coefficient,
  places: value.places,
});

export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, negate(b));

export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  coefficient: a.coefficient * b.coefficient,
  places: a.places + b.places,
});

export const absolute = (value: Decimal): Decimal => (value.coefficient < 0n ? negate(value) : value);

export const sum = (values: readonly Decimal[]): Decimal => values.reduce(add, ZERO);

/** Negative, zero or positive, as a sort wants it. */
export function compare(a: Decimal, b: Decimal): number {
  const places = Math.max(a.places, b.places);
  const [left, right] = [widen(a, places), widen(b, places)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** value × 10^power, exactly: 3.2 with power 8 is 320000000. */
export function scaleByTen(value: Decimal, power: number): Decimal {
  if (power <= value.places) {
    const places = value.places - power;
    return { coefficient: value.coefficient, places };
  }
  return { coefficient: value.coefficient * tenToThe(power - value.places), places: 0 };
}

function roundedQuotient(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const [top, bottom] = [
    numerator < 0n ? -numerator : numerator,
    denominator < 0n ? -denominator : denominator,
  ];
  const whole = top / bottom;
  const rest = (top % bottom) * 2n;
  const away =
    (rounding === 'up' && rest > 0n) ||
    (rounding === 'halfUp' && rest >= bottom) ||
    (rounding === 'halfEven' && (rest > bottom || (rest === bottom && whole % 2n === 1n)));
  const size = away ? whole + 1n : whole;
  return negative ? -size : size;
}

/** a ÷ b to a stated number of places; null where b is zero. */
export function divide(a: Decimal, b: Decimal, places: number, rounding: Rounding): Decimal | null {
  if (b.coefficient === 0n) return null;
  const power = places + b.places - a.places;
  const top = power >= 0 ? a.coefficient * tenToThe(power) : a.coefficient;
  const bottom = power >= 0 ? b.coefficient : b.coefficient * tenToThe(-power);
  return { coefficient: roundedQuotient(top, bottom, rounding), places };
}

/** The value with a stated number of places. */
export function round(value: Decimal, places: number, rounding: Rounding): Decimal {
  if (places >= value.places) return { coefficient: widen(value, places), places };
  const step = tenToThe(value.places - places);
  return { coefficient: roundedQuotient(value.coefficient, step, rounding), places };
}
