// What is asked about before announced money or a cut is kept: a net total above its areas, an area above the net total, a wrong unit.
import { type Finding, finding } from '../project/finding.ts';
import { looksLikeWrongUnit, numberOf, printed, sumOf, type Yi } from '../project/money.ts';
import { compare, type Decimal } from '../quantity/decimal.ts';

export type AnnouncedEntryProblem =
  | 'announced.netOverAreas'
  | 'announced.areaOverNet'
  | 'announced.unitJump'
  | 'cut.unitJump';

/** One row of a document: an area, or its net total under the empty name. */
export interface AnnouncedRow {
  readonly area: string;
  readonly amount: Yi | null;
}

const jump = (
  code: 'announced.unitJump' | 'cut.unitJump',
  name: string,
  value: Decimal,
  beside: Decimal | null,
): readonly Finding<AnnouncedEntryProblem>[] =>
  beside && looksLikeWrongUnit(value, beside)
    ? [finding(code, 'asks', { name, value: printed(value), beside: printed(beside) })]
    : [];

/**
 * `given` among the other rows of its document, `before` what it said until now. The net total leaves out what several areas count,
 * so that it is at most their sum, and no area is more than it; both are asked about and not refused, for areas may be missing.
 */
export function checkAnnounced(
  given: AnnouncedRow,
  others: readonly AnnouncedRow[],
  before: Yi | null,
): readonly Finding<AnnouncedEntryProblem>[] {
  const value = numberOf(given.amount);
  if (!value) return [];
  const areas = others.filter(({ area }) => area !== '' && area !== given.area);
  const { sum, known } = sumOf(areas.map(({ amount }) => amount));
  const net = numberOf(others.find(({ area }) => area === '')?.amount ?? null);
  // Held against what it said before, else against the other side of its own document.
  const beside = numberOf(before) ?? (given.area === '' && known > 0 ? sum : net);
  const unit = jump('announced.unitJump', given.area, value, beside);
  if (unit.length > 0) return unit;
  if (given.area === '')
    return known > 0 && compare(value, sum) > 0
      ? [finding('announced.netOverAreas', 'asks', { net: printed(value), sum: printed(sum) })]
      : [];
  return net && compare(value, net) > 0
    ? [
        finding('announced.areaOverNet', 'asks', {
          area: given.area,
          amount: printed(value),
          net: printed(net),
        }),
      ]
    : [];
}

/** The base of a cut, held against the one before, else against what the line that it is held against has spent. */
export function checkCut(
  { metric, base }: { readonly metric: string; readonly base: Yi | null },
  beside: Yi | null,
): readonly Finding<AnnouncedEntryProblem>[] {
  const value = numberOf(base);
  return value ? jump('cut.unitJump', metric, value, numberOf(beside)) : [];
}
