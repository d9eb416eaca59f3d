// The supervision office's day: clocks of promises, reports, notices and inspections, whom the city waits for, what deserves a notice.
import { type Caller, listScopeOf } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { supervisionRoutes } from '../../../core/contract/supervision.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { termEnd } from '../../../core/quantity/deadline.ts';
import { holidayYears, workCalendar } from '../../../core/quantity/work-calendar.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { agenda, agendaGroups, type RunningClock, waitingCounts } from '../../../core/supervise/agenda.ts';
import { clocksOfNotice } from '../../../core/supervise/clocks.ts';
import type { SuperviseSettings } from '../../../core/supervise/settings.ts';
import { readSuperviseRules } from '../../act/supervise/rules.ts';
import { unitNameReader } from '../../act/supervise/unit-name.ts';
import type { Context } from '../../context.ts';
import { type JudgedCommitment, judgeOn, seriesOfPlan } from '../../judge/judge.ts';
import { loadPlan, type PlanFacts } from '../../judge/plan-facts.ts';
import { placesInside } from '../../store/scope.ts';
import { inspectionClocks } from '../inspection/clocks.ts';
import { loadNotices, loadPlaceNames, type StandingNotice } from './notices.ts';
import { proposalOf, reportProposalOf } from './proposals.ts';
import { type CountedClock, reportClocks } from './report-clocks.ts';

type Agenda = OutputOf<(typeof supervisionRoutes)['GET /api/agenda']['response']>;
type Row = Agenda['rows'][number];

const open: ReadonlySet<string> = new Set(['behind', 'overdue', 'atRisk', 'onTrack', 'noJudgement']);
const one = (clock: RunningClock): CountedClock => ({ ...clock, count: 1, firstDueOn: null });

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

const decisionDay = (asked: IsoDate, { extensionDecisionTerm }: SuperviseSettings): IsoDate | null => {
  const end = termEnd(asked, extensionDecisionTerm.value, workCalendar(holidayYears));
  return end.ok ? end.value : null;
};

function clocksOf({ title, standing }: StandingNotice, rules: SuperviseSettings): readonly RunningClock[] {
  const { notice, last, openExtension } = standing;
  const asked = openExtension?.receivedOn ?? null;
  const toPlace = notice.unitId === '';
  const clocks = clocksOfNotice({
    // The clock waits for whoever must answer: the unit, or the place where no unit is named.
    notice: { ...notice, unitId: toPlace ? notice.placeId : notice.unitId },
    title,
    addressee: toPlace ? 'district' : 'leadUnit',
    since: last?.receivedOn ?? notice.issuedOn ?? isoDate('2000-01-01'),
    extensionSince: asked,
    extensionDecideBy: asked === null ? null : decisionDay(asked, rules),
  });
  return clocks.map((clock) => ({ ...clock, unitId: toPlace ? null : clock.unitId }));
}

function judgedOn(facts: PlanFacts, day: IsoDate): JudgedCommitment[] {
  const series = seriesOfPlan(facts);
  return facts.commitments.map((commitment) => judgeOn(facts, series, commitment, day));
}

interface Tally {
  readonly id: string;
  readonly name: string;
  readonly total: number;
  readonly late: number;
}

/** How many rows each has, and how many of them are late; most late first. */
function tally(rows: readonly Row[], of: (row: Row) => { id: string; name: string } | null): Tally[] {
  const found = new Map<string, Tally>();
  for (const row of rows) {
    const who = of(row);
    if (who === null) continue;
    const have = found.get(who.id) ?? { ...who, total: 0, late: 0 };
    const late = (row.daysLate ?? 0) > 0 ? 1 : 0;
    found.set(who.id, { ...have, total: have.total + 1, late: have.late + late });
  }
  return [...found.values()].toSorted((a, b) => b.late - a.late || b.total - a.total);
}

async function promisesOf(context: Context, caller: Caller, facts: PlanFacts, day: IsoDate) {
  const nameOf = await unitNameReader(context);
  const scope = listScopeOf(caller, 'notice.read');
  const units = new Set(scope.units.map(nameOf));
  return judgedOn(facts, day)
    .map((judged) => ({ judged, unit: nameOf(judged.commitment.lead_unit ?? '') }))
    .filter(({ unit }) => scope.city || units.has(unit));
}

export async function getAgenda(
  context: Context,
  caller: Caller,
  query: { readonly asOf?: string | undefined; readonly plan?: string | undefined },
): Promise<Result<Agenda, 'plan.none' | 'plan.notFound'>> {
  const plan = await loadPlan(context, query.plan === undefined ? {} : { plan: query.plan });
  if (!plan.ok) return plan;
  const day = query.asOf === undefined ? context.today() : isoDate(query.asOf);
  const scope = listScopeOf(caller, 'notice.read');
  const [rules, names, notices, promises, reports, inside] = await Promise.all([
    readSuperviseRules(context),
    loadPlaceNames(context),
    loadNotices(context, caller),
    promisesOf(context, caller, plan.value, day),
    reportClocks(context, caller, plan.value.plan.id, day),
    placesInside(context.db, context.jurisdiction, scope.places),
  ]);
  const inspections = await inspectionClocks(context, caller, rules, day);
  const running = promises
    .filter(({ judged }) => open.has(judged.verdict.status))
    .map(({ judged, unit }) => one(clockOfPromise(judged, unit)));
  const supervised = [...notices.flatMap((each) => clocksOf(each, rules)), ...inspections.clocks];
  const clocks = [...running, ...reports, ...supervised.map(one)];
  const counts = new Map(
    clocks.map((clock) => [`${clock.kind} ${clock.subjectId} ${clock.dueOn}`, clock.count]),
  );
  const sorted = agenda(clocks, day, rules.warnAhead.value);
  const nameOf = (placeId: string): string => names.get(placeId) ?? '';
  const own = new Set([...scope.units, ...inside]);
  const rows = sorted.map(
    ({ unitId, ...row }): Row => ({
      ...row,
      unit: unitId,
      placeName: nameOf(row.placeId),
      count: counts.get(`${row.kind} ${row.subjectId} ${row.dueOn}`) ?? 1,
      mine:
        row.kind === 'inspection'
          ? inspections.own.has(row.subjectId)
          : row.waitingForId === null
            ? caller.grants.some(({ role }) => role === row.waitingFor)
            : own.has(row.waitingForId),
    }),
  );
  return succeed({
    day,
    warnAhead: rules.warnAhead.value,
    plan: { id: plan.value.plan.id, year: plan.value.plan.year },
    rows,
    groups: agendaGroups.map((group) => ({
      group,
      total: rows.filter((row) => row.group === group).length,
    })),
    mine: rows.filter(({ mine }) => mine).length,
    units: tally(rows, ({ unit }) => (unit === null ? null : { id: unit, name: unit })),
    places: tally(rows, ({ placeId, placeName }) =>
      placeId === '' ? null : { id: placeId, name: placeName },
    ),
    waiting: waitingCounts(sorted).map(({ role, id, total, late }) => ({
      ...{ role, id, total, late },
      name: id === null ? null : (names.get(id) ?? id),
    })),
    proposals: scope.city
      ? [
          ...promises.flatMap(
            ({ judged, unit }) => proposalOf(judged, unit, notices, rules.escalation.value, day) ?? [],
          ),
          ...reports.flatMap(
            (clock) =>
              reportProposalOf(clock, nameOf(clock.placeId), notices, rules.escalation.value, day) ?? [],
          ),
        ]
      : [],
  });
}
