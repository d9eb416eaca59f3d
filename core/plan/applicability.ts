// Where a promise does not apply: decided with a reason, for a place and a time. It is not a missing figure, and not a zero.
import type { IsoDate } from '../quantity/date.ts';

export interface NotApplicable {
  readonly commitmentId: string;
  readonly metric: string;
  readonly placeId: string;
  /** Why: 辖区内无农村饮用水水源. */
  readonly reason: string;
  readonly decidedBy: string;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/** value: a figure stands. missing: it was asked for and did not come. notApplicable: it is not asked for here. notAsked: not yet. */
export type CellState = 'value' | 'missing' | 'notApplicable' | 'notAsked';

/** The decision in force on a day; null where the promise applies. */
export const notApplicableOn = (
  decisions: readonly NotApplicable[],
  commitmentId: string,
  metric: string,
  placeId: string,
  day: IsoDate,
): NotApplicable | null =>
  decisions.findLast(
    (each) =>
      each.commitmentId === commitmentId &&
      each.metric === metric &&
      each.placeId === placeId &&
      each.from <= day &&
      (each.until === null || day <= each.until),
  ) ?? null;

/** A figure that came is shown even where it was not asked for; nothing that was asked for is hidden. */
export function cellState(hasFigure: boolean, decision: NotApplicable | null, isDue: boolean): CellState {
  if (hasFigure) return 'value';
  if (decision) return 'notApplicable';
  return isDue ? 'missing' : 'notAsked';
}

export interface Coverage {
  readonly applicable: number;
  readonly covered: number;
  /** Places whose figure is missing. */
  readonly missing: readonly string[];
}

/** How many of the places to which it applies have a figure: printed beside every roll-up. */
export function coverageOf(
  cells: readonly { readonly placeId: string; readonly state: CellState }[],
): Coverage {
  const applicable = cells.filter(({ state }) => state === 'value' || state === 'missing');
  return {
    applicable: applicable.length,
    covered: applicable.filter(({ state }) => state === 'value').length,
    missing: applicable.filter(({ state }) => state === 'missing').map(({ placeId }) => placeId),
  };
}
