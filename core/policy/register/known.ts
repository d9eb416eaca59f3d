// What is known of an enterprise on a day: its newest year of figures, what lasts from earlier years, and what certificates say;
// only as far as it may be used for the purpose.
import type { IsoDate } from '../../quantity/date.ts';
import type { Facts } from '../row.ts';
import { type Certificate, certifiedFacts } from './certificate.ts';
import { type Consent, type Ground, groupOf, mayUse, type Purpose } from './consent.ts';
import type { Fact } from './fact.ts';
import { type Freshness, figureLasts, isStale } from './freshness.ts';

/** All that is known of a year after statement `number`; by position, from 0. */
export interface Statement {
  readonly year: number;
  readonly number: number;
  readonly figures: readonly (number | null)[];
  /** The import that brought it; null where somebody typed it. */
  readonly importId: string | null;
}

/** Where a value stands that counts, and where it came from. */
export interface KnownFigure {
  readonly value: number;
  readonly year: number;
  /** The statement that first said it so. */
  readonly number: number;
  readonly importId: string | null;
}

/** A code, a founding day or the year of a recognition stays true; money and counts are of their year alone. */
export const isLasting = ({ measure }: Pick<Fact, 'measure'>): boolean =>
  measure === 'code' || measure === 'date' || measure === 'year';

/** Names of facts by position: numbers by their column, flags by their own name. */
export type Layout = readonly string[];

export function layoutOf(facts: readonly Fact[]): Layout {
  return facts.flatMap((fact) =>
    fact.flags ? fact.flags.map(({ name }) => name) : fact.known === null ? [] : [fact.name],
  );
}

/** Statements in the order of years and numbers → the value of each year, with the statement that first said it. */
function valuesByYear(statements: readonly Statement[]): ReadonlyMap<number, (KnownFigure | null)[]> {
  const years = new Map<number, (KnownFigure | null)[]>();
  for (const { year, number, figures, importId } of statements) {
    const before = years.get(year) ?? [];
    years.set(
      year,
      figures.map((value, at) => {
        const old = before[at] ?? null;
        if (value === null || old?.value === value) return old;
        return { value, year, number, importId };
      }),
    );
  }
  return years;
}

/** The figure of each position that counts in a year: its own, or a lasting one of the newest year before. */
export function knownFigures(
  statements: readonly Statement[],
  until: number,
  lasts: (position: number) => boolean,
): readonly (KnownFigure | null)[] {
  const years = valuesByYear(statements.filter(({ year }) => year <= until));
  const sorted = [...years.keys()].sort((a, b) => a - b);
  const newest = sorted.at(-1);
  const known: (KnownFigure | null)[] = [];
  for (const year of sorted)
    (years.get(year) ?? []).forEach((figure, at) => {
      if (year === newest || lasts(at)) known[at] = figure ?? (lasts(at) ? (known[at] ?? null) : null);
      else known[at] ??= null;
    });
  return known;
}

export interface Enterprise {
  readonly statements: readonly Statement[];
  readonly certificates: readonly Certificate[];
  readonly consents: readonly Consent[];
}

export interface Asking {
  readonly day: IsoDate;
  readonly purpose: Purpose;
  readonly layout: Layout;
  /** Facts by name: measure of a number; a flag has none. */
  readonly facts: ReadonlyMap<string, Pick<Fact, 'measure'> | null>;
  readonly groundOf: (importId: string | null) => Ground;
  readonly freshness: Freshness;
}

/** What somebody of the office typed in is of the office's own duty. */
export const ownDuty: Ground = {
  basis: 'duty',
  purposes: ['matching', 'push', 'statistics'],
  consentUntil: null,
};

/** Facts of one enterprise that may be used; a fact that no clause knows any more is left out. */
export function factsKnown(enterprise: Enterprise, asking: Asking): Facts {
  const { day, purpose, layout, facts: known, groundOf, freshness } = asking;
  const lasts = (at: number): boolean => {
    const fact = known.get(layout[at] ?? '');
    return fact ? isLasting(fact) : false;
  };
  const figures = knownFigures(enterprise.statements, Number(day.slice(0, 4)), lasts);
  const facts: Record<string, number | boolean> = {};
  figures.forEach((figure, at) => {
    const name = layout[at];
    if (!figure || name === undefined || !known.has(name)) return;
    if (!lasts(at) && isStale(figureLasts(figure.year, freshness), day)) return;
    const use = { group: groupOf(name), purpose, day };
    if (!mayUse(use, groundOf(figure.importId), enterprise.consents)) return;
    facts[name] = known.get(name) === null ? figure.value === 1 : figure.value;
  });
  for (const [name, value] of certifiedFacts(enterprise.certificates, day, freshness))
    if (known.has(name)) facts[name] = value;
  return facts;
}

/** What `factsKnown` needs to know of facts: the measure of a number, null for a flag. */
export const factTable = (facts: readonly Fact[]): ReadonlyMap<string, Pick<Fact, 'measure'> | null> =>
  new Map(
    facts.flatMap((fact): [string, Fact | null][] =>
      fact.flags
        ? fact.flags.map(({ name }) => [name, null])
        : fact.known === null
          ? []
          : [[fact.name, fact]],
    ),
  );
