// Numbers for statuses and reasons, so that a verdict fits into columns; the order is part of no stored fact.
import { statusOrder } from '../roll-up.ts';
import type { ReasonCode, VerdictStatus } from '../verdict.ts';

/** Position 0 says that there is no (second) reason. */
export const reasonOrder: readonly (ReasonCode | null)[] = [
  null,
  'reached',
  'notReached',
  'withinTolerance',
  'beyondTolerance',
  'aheadOfSchedule',
  'behindSchedule',
  'fasterThan',
  'slowerThan',
  'inStepWith',
  'outOfStepWith',
  'comparatorMissing',
  'statementSaysDone',
  'statementSaysOnTrack',
  'statementSaysTrend',
  'statementSaysBehind',
  'noFigure',
  'noTarget',
  'noBase',
  'unitMismatch',
  'targetUnclear',
  'contradictsPrinted',
  'notDueYet',
  'pastDue',
  'partsDisagree',
];

const position = <T>(order: readonly T[], wanted: T): number => Math.max(0, order.indexOf(wanted));

export const statusCode = (status: VerdictStatus): number => position(statusOrder, status);
export const reasonCode = (code: ReasonCode): number => position(reasonOrder, code);
