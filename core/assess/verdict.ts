// What a verdict is: a judgement derived from facts, rules and a date, with its reasons as data.
import type { IsoDate } from '../quantity/date.ts';

export type VerdictStatus =
  | 'achieved'
  | 'onTrack'
  | 'atRisk'
  | 'behind'
  | 'overdue'
  | 'notDue'
  | 'noJudgement';

/** Reason codes; their words in both languages are in vocabulary/assessment.ts. */
export type ReasonCode =
  | 'reached'
  | 'notReached'
  | 'withinTolerance'
  | 'beyondTolerance'
  | 'aheadOfSchedule'
  | 'behindSchedule'
  | 'fasterThan'
  | 'slowerThan'
  | 'inStepWith'
  | 'outOfStepWith'
  | 'comparatorMissing'
  | 'statementSaysDone'
  | 'statementSaysOnTrack'
  | 'statementSaysTrend'
  | 'statementSaysBehind'
  | 'noFigure'
  | 'noTarget'
  | 'noBase'
  | 'unitMismatch'
  | 'targetUnclear'
  | 'contradictsPrinted'
  | 'notDueYet'
  | 'pastDue'
  | 'partsDisagree';

export interface Reason {
  readonly code: ReasonCode;
  readonly detail: Readonly<Record<string, string>>;
}

export interface Verdict {
  readonly status: VerdictStatus;
  readonly asOf: IsoDate;
  /** Share of the target done, as decimal text ("0.563"), where it can be measured. */
  readonly share: string | null;
  /** Share the schedule expects by the day the figure is for; by asOf where there is no figure. */
  readonly expectedShare: string | null;
  readonly because: readonly Reason[];
}
