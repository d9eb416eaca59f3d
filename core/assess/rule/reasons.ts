// How a verdict is put together: status, shares and reasons as data.
import type { IsoDate } from '../../quantity/date.ts';
import { type Decimal, printDecimal, trim } from '../../quantity/decimal.ts';
import type { Reason, ReasonCode, Verdict, VerdictStatus } from '../verdict.ts';

export const reason = (code: ReasonCode, detail: Readonly<Record<string, string>> = {}): Reason => ({
  code,
  detail,
});

export const decimalText = (value: Decimal): string => printDecimal(trim(value));

export const verdict = (
  status: VerdictStatus,
  asOf: IsoDate,
  because: readonly Reason[],
  share: Decimal | null = null,
  expected: Decimal | null = null,
): Verdict => ({
  status,
  asOf,
  share: share ? decimalText(share) : null,
  expectedShare: expected ? decimalText(expected) : null,
  because,
});

/** A met target is achieved at or after its due day, and on track before it. */
export const reachedBy = (day: IsoDate, dueOn: IsoDate): VerdictStatus =>
  day >= dueOn ? 'achieved' : 'onTrack';

/** A missed one is overdue once the due day has passed, and behind before. */
export const missedBy = (asOf: IsoDate, dueOn: IsoDate): VerdictStatus =>
  asOf > dueOn ? 'overdue' : 'behind';
