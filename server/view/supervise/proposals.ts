// Which promises deserve a notice, or a higher grade, by the escalation rules; a person issues it, nothing is sent by itself.
import type { OutputOf } from '../../../core/contract/route.ts';
import type { supervisionRoutes } from '../../../core/contract/supervision.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import {
  type EscalationProposal,
  type EscalationRule,
  escalationFor,
} from '../../../core/supervise/escalation.ts';
import type { JudgedCommitment } from '../../judge/judge.ts';
import type { StandingNotice } from './notices.ts';
import type { CountedClock } from './report-clocks.ts';

export type Proposal = OutputOf<
  (typeof supervisionRoutes)['GET /api/agenda']['response']
>['proposals'][number];

export const runningStates: ReadonlySet<string> = new Set(['issued', 'answered', 'accepted']);

const shown = ({ grade, because }: EscalationProposal) => ({
  grade,
  reasons: [...new Set(because.map(({ reason }) => reason))],
  because: because.map(({ reason, count, since }) => ({ reason, count, since })),
});

/** What the rules say of a late promise: its notices so far, since when it is behind. */
export function proposalOf(
  { commitment, verdict }: JudgedCommitment,
  unit: string,
  notices: readonly StandingNotice[],
  rules: readonly EscalationRule[],
  day: IsoDate,
): Proposal | null {
  // A notice to one district says nothing of what the lead unit is told.
  const own = notices.filter(
    ({ standing: { notice } }) => notice.commitmentId === commitment.id && notice.placeId === '',
  );
  const standing = own.find((each) => runningStates.has(each.standing.notice.state))?.standing;
  const { status } = verdict;
  const proposal = escalationFor(
    {
      grade: standing?.notice.grade ?? null,
      reportDueOn: null,
      behindSince: status === 'behind' || status === 'overdue' ? verdict.asOf : null,
      dueOn: status === 'overdue' ? commitment.due_on : null,
      answerBy: standing?.notice.state === 'issued' ? standing.notice.answerBy : null,
      remedyBy: standing?.notice.remedyBy ?? null,
      answersRefused: standing?.answersRefused ?? 0,
      noticesBefore: own.filter((each) => each.standing.notice.state === 'closed').length,
      extensionOpen: (standing?.openExtension ?? null) !== null,
    },
    rules,
    day,
  );
  if (!proposal) return null;
  return {
    ...shown(proposal),
    ...{ placeId: '', placeName: '', count: 1 },
    commitmentId: commitment.id,
    title: commitment.title,
    unit,
    status,
    noticeId: standing?.notice.id ?? null,
  };
}

/** What the rules say of a unit or a place whose reports are late. */
export function reportProposalOf(
  { kind, placeId, unitId, title, count, firstDueOn }: CountedClock,
  placeName: string,
  notices: readonly StandingNotice[],
  rules: readonly EscalationRule[],
  day: IsoDate,
): Proposal | null {
  if (kind !== 'report') return null;
  const unit = unitId ?? '';
  const standing = notices.find(
    ({ standing: { notice } }) =>
      notice.commitmentId === null &&
      notice.reasons.includes('reportMissing') &&
      notice.placeId === placeId &&
      notice.unitId === unit &&
      runningStates.has(notice.state),
  )?.standing;
  const late = standing?.notice.state === 'issued' ? standing.notice : null;
  const proposal = escalationFor(
    {
      ...{ grade: standing?.notice.grade ?? null, reportDueOn: firstDueOn, behindSince: null, dueOn: null },
      ...{ answerBy: late?.answerBy ?? null, remedyBy: standing?.notice.remedyBy ?? null },
      ...{ answersRefused: standing?.answersRefused ?? 0, noticesBefore: 0 },
      extensionOpen: (standing?.openExtension ?? null) !== null,
    },
    rules,
    day,
  );
  if (!proposal) return null;
  return {
    ...shown(proposal),
    ...{ commitmentId: null, title, unit, placeId, placeName, count, status: null },
    noticeId: standing?.notice.id ?? null,
  };
}
