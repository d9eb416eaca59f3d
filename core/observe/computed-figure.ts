// A figure computed from others (a rate from two counts): exact, or the inputs that are missing, by name.
import type { DecimalText } from '../plan/commitment.ts';
import {
  type Decimal,
  divide,
  multiply,
  parseDecimal,
  printDecimal,
  scaleByTen,
  subtract,
  sum,
  trim,
} from '../quantity/decimal.ts';
import { readUnit } from '../quantity/unit.ts';

/** share: first ÷ second in percent. growth: (first ÷ second − 1) in percent. sum: of all. difference: first − second. */
export type Computation = 'share' | 'growth' | 'sum' | 'difference';

export interface ComputedInput {
  readonly name: string;
  readonly amount: DecimalText | null;
  readonly unit: string;
}

export type ComputedFigure =
  | { readonly kind: 'value'; readonly amount: DecimalText; readonly unit: string }
  /** Every input that is missing, not the first. */
  | { readonly kind: 'missing'; readonly inputs: readonly string[] }
  | { readonly kind: 'divisorZero'; readonly input: string }
  | { readonly kind: 'unitsDiffer'; readonly units: readonly string[] }
  | { readonly kind: 'tooFewInputs' };

const HUNDRED: Decimal = { coefficient: 100n, places: 0 };
/** Printed rates have one or two places; two more keep a roll-up from drifting. */
const RATE_PLACES = 4;

const text = (value: Decimal): DecimalText => printDecimal(trim(value));

/** Inputs of one kind are brought to the unit of the first. */
export function computeFigure(computation: Computation, inputs: readonly ComputedInput[]): ComputedFigure {
  const [first, second] = inputs;
  if (!first || (computation !== 'sum' && (!second || inputs.length !== 2))) return { kind: 'tooFewInputs' };
  const read = inputs.map(({ name, amount, unit }) => ({
    name,
    unit,
    value: amount === null ? null : parseDecimal(amount),
  }));
  const missing = read.filter(({ value }) => value === null).map(({ name }) => name);
  if (missing.length > 0) return { kind: 'missing', inputs: missing };
  const wanted = readUnit(first.unit);
  if (read.some(({ unit }) => readUnit(unit).base !== wanted.base))
    return { kind: 'unitsDiffer', units: [...new Set(inputs.map(({ unit }) => unit))] };
  const values = read.flatMap(({ value, unit }) =>
    value ? [scaleByTen(value, readUnit(unit).power - wanted.power)] : [],
  );
  const [top, bottom] = values;
  if (computation === 'sum') return { kind: 'value', amount: text(sum(values)), unit: first.unit };
  if (!top || !bottom) return { kind: 'tooFewInputs' };
  if (computation === 'difference')
    return { kind: 'value', amount: text(subtract(top, bottom)), unit: first.unit };
  const change = computation === 'growth' ? subtract(top, bottom) : top;
  const rate = divide(multiply(change, HUNDRED), bottom, RATE_PLACES, 'halfUp');
  if (!rate) return { kind: 'divisorZero', input: second?.name ?? '' };
  return { kind: 'value', amount: text(rate), unit: '%' };
}
