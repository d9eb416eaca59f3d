// Where a promise does not apply: decided by a person with a reason, for a place from a day. It is not a missing figure, and not a zero.
import { addDays } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';

/** From a day on one line of a promise applies in a place, or does not; the newest decision overrides the older from its day. */
export interface ApplicabilityDecision {
  readonly metric: string;
  readonly place: string;
  readonly applies: boolean;
  /** Why: 辖区内无农村饮用水水源. */
  readonly reason: string;
  readonly from: IsoDate;
}

/** Days on which nothing is asked; without an end it has none yet. */
export interface Away {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

const isOf = (decision: ApplicabilityDecision, metric: string, place: string): boolean =>
  decision.metric === metric && decision.place === place;

/** What stands after each decision took the place of those that would have begun on its day or later; in order of days. */
function timeline<T extends ApplicabilityDecision>(
  decisions: readonly T[],
  metric: string,
  place: string,
): readonly T[] {
  const stands: T[] = [];
  for (const decision of decisions) {
    if (!isOf(decision, metric, place)) continue;
    while (stands.length > 0 && (stands.at(-1)?.from ?? '') >= decision.from) stands.pop();
    stands.push(decision);
  }
  return stands;
}

/** The decision by which the line does not apply in the place on a day; null where it applies. `decisions` in the order they were made. */
export function awayOn<T extends ApplicabilityDecision>(
  decisions: readonly T[],
  metric: string,
  place: string,
  day: IsoDate,
): T | null {
  const last = timeline(decisions, metric, place).findLast(({ from }) => from <= day);
  return last === undefined || last.applies ? null : last;
}

/** All days on which the line does not apply in the place. */
export function awayDays(
  decisions: readonly ApplicabilityDecision[],
  metric: string,
  place: string,
): readonly Away[] {
  const stands = timeline(decisions, metric, place);
  return stands.flatMap(({ applies, from }, at) => {
    if (applies || stands[at - 1]?.applies === false) return [];
    const again = stands.slice(at + 1).find((later) => later.applies);
    return [{ from, until: again === undefined ? null : addDays(again.from, -1) }];
  });
}

export const isAway = (away: readonly Away[], day: IsoDate): boolean =>
  away.some(({ from, until }) => from <= day && (until === null || day <= until));

export interface Coverage {
  /** Places that have a figure or were given a share. */
  readonly applicable: number;
  readonly covered: number;
}

/** How many of the places to which it applies have a figure: printed beside every roll-up. */
export const coverageOf = (
  states: readonly ('value' | 'missing' | 'notApplicable' | 'notGiven')[],
): Coverage => {
  const covered = states.filter((state) => state === 'value').length;
  return { covered, applicable: covered + states.filter((state) => state === 'missing').length };
};
