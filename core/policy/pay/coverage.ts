// The two indicators a plan sets for its policy supermarket (新增政策主动推送率 ≥ 95 %, 免申即享或即申即享 ≥ 50 %): how many new policies
// were pushed to a firm they fit, and how many pay without an application or on a short one.
import type { IsoDate } from '../../quantity/date.ts';
import type { Clause } from '../clause.ts';
import type { Share } from './share.ts';

export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** One message about one clause to one subject. */
export interface Push {
  readonly clauseId: string;
  readonly pushedOn: IsoDate;
}

const within = (day: string, { from, to }: Period): boolean => from <= day && day <= to;

/** Of the policies that came into force in the period, how many were pushed to at least one subject by its end. */
export function pushRate(clauses: readonly Clause[], pushes: readonly Push[], period: Period): Share {
  const fresh = new Set(clauses.filter((clause) => within(clause.valid.from, period)).map(({ id }) => id));
  const pushed = new Set(pushes.filter((push) => push.pushedOn <= period.to).map((push) => push.clauseId));
  return { part: [...fresh].filter((id) => pushed.has(id)).length, whole: fresh.size };
}

/** Of the policies in force on a day, how many are 免申即享 or 即申即享. */
export function directCoverage(clauses: readonly Clause[], day: IsoDate): Share {
  const current = clauses.filter((clause) => clause.valid.from <= day && day <= clause.valid.to);
  const ids = new Set(current.map(({ id }) => id));
  const direct = new Set(current.filter((clause) => clause.automation !== 'reviewed').map(({ id }) => id));
  return { part: direct.size, whole: ids.size };
}

/** Firms that fit each new policy, and how many of them were told of it. */
export interface Matched {
  readonly clauseId: string;
  readonly firms: number;
  readonly told: number;
}

/**
 * The stricter reading of the push rate: of all firms that new policies fit, how many were told. A policy that fits nobody
 * weighs nothing; where nothing fits anybody there is no rate.
 */
export const toldRate = (matched: readonly Matched[]): Share => ({
  part: matched.reduce((sum, { told }) => sum + told, 0),
  whole: matched.reduce((sum, { firms }) => sum + firms, 0),
});
