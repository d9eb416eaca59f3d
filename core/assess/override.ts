// When a person overrules a verdict: with a reason, by a post that may; the computed verdict stays beside it, and facts that change end it.
import { isReason } from '../place/lifecycle.ts';
import type { IsoDate } from '../quantity/date.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Verdict, VerdictStatus } from './verdict.ts';

export interface Override {
  readonly id: string;
  readonly commitmentId: string;
  readonly status: VerdictStatus;
  /** What the rules said when it was overruled. */
  readonly overruled: VerdictStatus;
  readonly reason: string;
  readonly accountId: string;
  readonly from: IsoDate;
  /** Last day on which it holds; a person's word is not for ever. */
  readonly until: IsoDate;
  /** The override that takes this one back names it; null for a first one. */
  readonly withdraws: string | null;
  readonly sequence: number;
}

export type OverrideProblem =
  | 'override.needsReason'
  | 'override.sameStatus'
  | 'override.datesInvalid'
  | 'override.ownCommitment';

export interface OverrideRequest {
  readonly status: VerdictStatus;
  readonly reason: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** True where the person works for the unit that the verdict is about; undefined is refused like true. */
  readonly isOwnUnit: boolean | undefined;
}

/** Nobody overrules the verdict of the own unit; a reason is required; it ends on a day. */
export function checkOverride(request: OverrideRequest, computed: Verdict): Result<true, OverrideProblem> {
  if (!isReason(request.reason)) return fail('override.needsReason');
  if (request.isOwnUnit !== false) return fail('override.ownCommitment');
  if (request.until < request.from) return fail('override.datesInvalid', { until: request.until });
  if (request.status === computed.status) return fail('override.sameStatus', { status: request.status });
  return succeed(true);
}

export interface StandingVerdict {
  /** What lists and counts use. */
  readonly status: VerdictStatus;
  readonly computed: Verdict;
  /** The override in force; null where the rules speak alone. */
  readonly override: Override | null;
  /** True where the rules no longer say what the person overruled: it is shown to be looked at again. */
  readonly outdated: boolean;
}

/** Both stay: the computed verdict and the person's word. The latest override in force on the day counts. */
export function standingVerdict(
  computed: Verdict,
  overrides: readonly Override[],
  asOf: IsoDate,
): StandingVerdict {
  const withdrawn = new Set(overrides.flatMap(({ withdraws }) => withdraws ?? []));
  const override =
    overrides
      .filter(
        ({ id, from, until, withdraws }) =>
          withdraws === null && !withdrawn.has(id) && from <= asOf && asOf <= until,
      )
      .toSorted((a, b) => b.sequence - a.sequence)[0] ?? null;
  if (!override) return { status: computed.status, computed, override: null, outdated: false };
  return {
    status: override.status,
    computed,
    override,
    outdated: override.overruled !== computed.status,
  };
}
