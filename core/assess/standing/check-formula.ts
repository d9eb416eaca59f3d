// What is wrong with a formula before it is frozen, and the text of a round's inputs from which its hash is taken.
import { compare, type Decimal, ONE, parseDecimal, ZERO } from '../../quantity/decimal.ts';
import { type Formula, type FormulaProblem, type Member, outcomeKinds } from './formula.ts';

export interface FormulaFinding {
  readonly code: FormulaProblem;
  readonly params: Readonly<Record<string, string>>;
}

const within = (text: string, least: Decimal, most: Decimal): boolean => {
  const value = parseDecimal(text);
  return value !== null && compare(value, least) >= 0 && compare(value, most) <= 0;
};

const HUNDRED: Decimal = { coefficient: 100n, places: 0 };
const TWO: Decimal = { coefficient: 2n, places: 0 };
const isPositive = (text: string): boolean => {
  const value = parseDecimal(text);
  return value !== null && compare(value, ZERO) > 0;
};

/** Every finding; a formula with any of them cannot be frozen. */
export function checkFormula(formula: Formula): readonly FormulaFinding[] {
  const { parts, leastCoverage, places, source } = formula;
  const ids = parts.map((part) => part.id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  const found: (FormulaFinding | null)[] = [
    parts.length === 0 ? { code: 'formula.empty', params: {} } : null,
    twice === undefined ? null : { code: 'formula.partTwice', params: { part: twice } },
    within(leastCoverage, ZERO, ONE)
      ? null
      : { code: 'formula.coverageInvalid', params: { text: leastCoverage } },
    Number.isInteger(places) && places >= 0 && places <= 6
      ? null
      : { code: 'formula.placesInvalid', params: { text: `${places}` } },
    source.trim() === '' ? { code: 'formula.needsSource', params: {} } : null,
  ];
  for (const { id, name, kind, weight, cap } of parts) {
    const params = { part: name === '' ? id : name };
    // A kind that arrives from outside may be anything: use of the system is no outcome (国办函〔2026〕12号).
    if (!outcomeKinds.some((known) => known === kind)) found.push({ code: 'formula.notOutcome', params });
    if (!isPositive(weight) || !within(weight, ZERO, HUNDRED))
      found.push({ code: 'formula.weightInvalid', params });
    if (!within(cap, ONE, TWO)) found.push({ code: 'formula.capInvalid', params });
  }
  return found.flatMap((each) => each ?? []);
}

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** One text for one value: keys sorted, no spaces, so that the same inputs have the same hash on every machine. */
export function canonicalText(value: Plain): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each: Plain) => canonicalText(each)).join(',')}]`;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalText(each)}`).join(',')}}`;
}

const plainFormula = (formula: Formula): Plain => ({
  id: formula.id,
  version: formula.version,
  of: formula.of,
  leastCoverage: formula.leastCoverage,
  places: formula.places,
  inForceFrom: formula.inForceFrom,
  source: formula.source,
  parts: formula.parts.map(({ id, name, kind, weight, goodWay, normalisation, unit, cap }) => ({
    id,
    name,
    kind,
    weight,
    goodWay,
    normalisation,
    unit,
    cap,
  })),
});

const plainMember = ({ id, name, values }: Member): Plain => ({
  id,
  name,
  values: Object.fromEntries(
    Object.entries(values).map(([part, value]): [string, Plain] => [part, { ...value }]),
  ),
});

/** What the hash of a round is taken over: the formula, the day and every value; members in order of their id. */
export const roundText = (formula: Formula, asOf: string, members: readonly Member[]): string =>
  canonicalText({
    formula: plainFormula(formula),
    asOf,
    members: members.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map(plainMember),
  });
