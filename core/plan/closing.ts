// When a year's plan may be closed, and what of it may go on into the next year: every unmet condition is named with its number.
import type { IsoDate } from '../quantity/date.ts';

export interface ClosingFacts {
  readonly today: IsoDate;
  readonly endsOn: IsoDate;
  readonly closed: boolean;
  /** Reports that wait for somebody, notices that are not closed out. */
  readonly reportsOpen: number;
  readonly noticesOpen: number;
  /** Promises without a verdict: closing with them must be explained. */
  readonly unjudged: number;
  readonly words: string;
}

export type ClosingProblem =
  | 'closing.already'
  | 'closing.notEnded'
  | 'closing.reportsOpen'
  | 'closing.noticesOpen'
  | 'closing.needsWords';

export interface Unmet {
  readonly code: ClosingProblem;
  readonly params: Readonly<Record<string, string>>;
}

/** All that stands in the way, not only the first of it. */
export function unmetForClosing(facts: ClosingFacts): readonly Unmet[] {
  if (facts.closed) return [{ code: 'closing.already', params: {} }];
  const unmet: Unmet[] = [];
  if (facts.today <= facts.endsOn) unmet.push({ code: 'closing.notEnded', params: { day: facts.endsOn } });
  if (facts.reportsOpen > 0)
    unmet.push({ code: 'closing.reportsOpen', params: { count: `${facts.reportsOpen}` } });
  if (facts.noticesOpen > 0)
    unmet.push({ code: 'closing.noticesOpen', params: { count: `${facts.noticesOpen}` } });
  if (facts.unjudged > 0 && facts.words.trim() === '')
    unmet.push({ code: 'closing.needsWords', params: { count: `${facts.unjudged}` } });
  return unmet;
}
