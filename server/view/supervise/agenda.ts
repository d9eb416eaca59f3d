// The supervision office's day: clocks of promises and notices, whom the city waits for, and what deserves a notice.
import { type Caller, listScopeOf } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { supervisionRoutes } from '../../../core/contract/supervision.ts';
import { unitKey } from '../../../core/place/org-unit.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { agenda, type RunningClock, waitingCounts } from '../../../core/supervise/agenda.ts';
import { clocksOfNotice } from '../../../core/supervise/clocks.ts';
import { escalationFor } from '../../../core/supervise/escalation.ts';
import { defaultSuperviseSettings } from '../../../core/supervise/settings.ts';
import type { Context } from '../../act/context.ts';
import { readSettings } from '../../act/setting/read.ts';
import { type JudgedCommitment, judgeOn, seriesOfPlan } from '../judge.ts';
import { loadPlan, type PlanFacts } from '../plan-facts.ts';
import { loadNotices, type StandingNotice } from './notices.ts';

type Agenda = OutputOf<(typeof supervisionRoutes)['GET /api/agenda']['response']>;

const open: ReadonlySet<string> = new Set(['behind', 'overdue', 'atRisk', 'onTrack', 'noJudgement']);

/** A promise that is not kept yet waits for the unit that leads it. */
const clockOfPromise = ({ commitment }: JudgedCommitment, unit: string): RunningClock => ({
  kind: 'commitment',
  subjectId: commitment.id,
  title: commitment.title,
  placeId: '',
  unitId: unit,
  dueOn: commitment.due_on,
  since: commitment.starts_on,
  waitingFor: 'leadUnit',
  waitingForId: unit,
});

const clocksOf = ({ title, standing }: StandingNotice): readonly RunningClock[] =>
  clocksOfNotice({
    notice: standing.notice,
    title,
    addressee: standing.notice.placeId === '' ? 'leadUnit' : 'district',
    since: standing.last?.receivedOn ?? standing.notice.issuedOn ?? isoDate('2000-01-01'),
    extensionSince: standing.openExtension?.receivedOn ?? null,
    extensionDecideBy: null,
  });

/** What the escalation rules say of a late promise: its notices so far, since when it is behind. */
function proposalOf(
  judged: JudgedCommitment,
  unit: string,
  notices: readonly StandingNotice[],
  day: IsoDate,
): Agenda['proposals'][number] | null {
  const { commitment, verdict } = judged;
  const own = notices.filter(({ standing }) => standing.notice.commitmentId === commitment.id);
  const running = own.find(({ standing }) =>
    ['issued', 'answered', 'accepted'].includes(standing.notice.state),
  );
  const standing = running?.standing;
  const isOverdue = verdict.status === 'overdue';
  const proposal = escalationFor(
    {
      grade: standing?.notice.grade ?? null,
      reportDueOn: null,
      behindSince: verdict.status === 'behind' || isOverdue ? verdict.asOf : null,
      dueOn: isOverdue ? commitment.due_on : null,
      answerBy: standing?.notice.state === 'issued' ? standing.notice.answerBy : null,
      remedyBy: standing?.notice.remedyBy ?? null,
      answersRefused: standing?.answersRefused ?? 0,
      noticesBefore: own.filter((one) => one.standing.notice.state === 'closed').length,
      extensionOpen: standing?.openExtension !== null && standing?.openExtension !== undefined,
    },
    defaultSuperviseSettings.escalation.value,
    day,
  );
  if (!proposal) return null;
  return {
    commitmentId: commitment.id,
    title: commitment.title,
    unit,
    noticeId: standing?.notice.id ?? null,
    grade: proposal.grade,
    reasons: [...new Set(proposal.because.map(({ reason }) => reason))],
    because: proposal.because.map(({ rule, count, since }) => ({ rule, count, since })),
  };
}

function judgedOn(facts: PlanFacts, day: IsoDate): JudgedCommitment[] {
  const series = seriesOfPlan(facts);
  return facts.commitments.map((commitment) => judgeOn(facts, series, commitment, day));
}

export async function getAgenda(
  context: Context,
  caller: Caller,
  query: { readonly asOf?: string | undefined; readonly plan?: string | undefined },
): Promise<Result<Agenda, 'plan.none' | 'plan.notFound'>> {
  const plan = await loadPlan(context, query.plan === undefined ? {} : { plan: query.plan });
  if (!plan.ok) return plan;
  const facts = plan.value;
  const settings = await readSettings(context, 'supervise.warnAhead');
  const warnAhead = settings['supervise.warnAhead'];
  const day = query.asOf === undefined ? context.today() : isoDate(query.asOf);
  const scope = listScopeOf(caller, 'notice.read');
  const notices = await loadNotices(context, caller);
  const unitOf = ({ commitment }: JudgedCommitment): string =>
    commitment.lead_unit === null ? '' : unitKey(commitment.lead_unit, facts.units, facts.city);
  const units = new Set(scope.units.map((unit) => unitKey(unit, facts.units, facts.city)));
  const judged = judgedOn(facts, day).filter((one) => scope.city || units.has(unitOf(one)));
  const promises = judged
    .filter(({ verdict }) => open.has(verdict.status))
    .map((one) => clockOfPromise(one, unitOf(one)));
  const rows = agenda([...promises, ...notices.flatMap(clocksOf)], day, warnAhead);
  const mine = new Set([...units, ...scope.places]);
  return succeed({
    day,
    warnAhead,
    rows: rows.map(({ unitId, ...row }) => ({
      ...row,
      unit: unitId,
      mine: row.waitingForId === null ? scope.city : mine.has(row.waitingForId),
    })),
    waiting: waitingCounts(rows).map(({ role, id, total, late }) => ({ role, id, total, late })),
    proposals: scope.city ? judged.flatMap((one) => proposalOf(one, unitOf(one), notices, day) ?? []) : [],
  });
}
