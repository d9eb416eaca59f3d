// The end of a year: closes its plan, and goes on with promises of a closed plan in the next year's.
import { randomUUID } from 'node:crypto';
import type { planYearRoutes } from '../../core/contract/plan-year.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import { proposalOf } from '../../core/plan/carry.ts';
import { type ClosingFacts, unmetForClosing } from '../../core/plan/closing.ts';
import type { Commitment, Target } from '../../core/plan/commitment.ts';
import { yearEnd, yearStart } from '../../core/quantity/calendar.ts';
import { isoDate } from '../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';
import type { Context } from '../context.ts';
import { judgePlan, targetsOn } from '../judge/judge.ts';
import { type CommitmentFact, loadPlan, type PlanFacts } from '../judge/plan-facts.ts';
import { addCommitments } from '../store/commitment.ts';
import { addPlan, addRevision, getPlanOfYear, lockPlan } from '../store/plan.ts';
import { addCarried, addPlanClose, getPlanClose, listCarried } from '../store/plan-close.ts';
import { listReportHeads } from '../store/report/head.ts';
import { listNoticeEvents, listNotices } from '../store/supervise/notice.ts';
import { readTarget } from './adopt.ts';
import { type Actor, perform } from './perform.ts';

type CarryBody = OutputOf<(typeof planYearRoutes)['POST /api/plans/:planId/next']['body']>;
type CarryLine = CarryBody['lines'][number];

const waiting: ReadonlySet<string> = new Set(['submitted', 'returned', 'accepted', 'verified']);
const over: ReadonlySet<string> = new Set(['closed', 'withdrawn', 'draft']);

/** What closing rests on, counted now. */
export async function closingFacts(context: Context, facts: PlanFacts, words: string): Promise<ClosingFacts> {
  const { db, jurisdiction } = context;
  const own = new Set(facts.commitments.map(({ id }) => id));
  const notices = (await listNotices(db, jurisdiction)).filter(
    ({ commitment_id: id }) => id !== null && own.has(id),
  );
  const [heads, events, closed] = await Promise.all([
    listReportHeads(db, jurisdiction, facts.plan.id),
    listNoticeEvents(
      db,
      jurisdiction,
      notices.map(({ id }) => id),
    ),
    getPlanClose(db, jurisdiction, facts.plan.id),
  ]);
  const last = new Map(events.map(({ noticeId, state }) => [noticeId, state]));
  return {
    ...{ today: context.today(), endsOn: facts.plan.ends_on, closed: closed !== undefined, words },
    reportsOpen: heads.filter(({ state }) => waiting.has(state)).length,
    noticesOpen: [...last.values()].filter((state) => !over.has(state)).length,
    unjudged: judgePlan(facts).filter(({ verdict }) => verdict.status === 'noJudgement').length,
  };
}

export function closePlan(
  context: Context,
  actor: Actor,
  planId: string,
  words: string,
): Promise<Result<{ planId: string }, ProblemCode>> {
  return perform<{ planId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    await lockPlan(db, jurisdiction, planId);
    const loaded = await loadPlan(inside, { plan: planId });
    if (!loaded.ok) return loaded;
    const [first] = unmetForClosing(await closingFacts(inside, loaded.value, words));
    if (first) return fail(first.code, first.params);
    const recordedBy = actor.caller.accountId;
    if (!(await addPlanClose(db, jurisdiction, { planId, words, recordedBy })))
      return fail('closing.already');
    await addRevision(db, jurisdiction, planId, 'close');
    note({ act: 'plan.close', objectKind: 'plan', objectId: planId });
    return succeed({ planId });
  });
}

async function nextPlanOf({ db, jurisdiction }: Context, year: number): Promise<string> {
  const id = randomUUID();
  const span = { startsOn: yearStart(year), endsOn: yearEnd(year) };
  await addPlan(db, jurisdiction, { id, year, title: `${year}年计划`, ...span });
  return (await getPlanOfYear(db, jurisdiction, year))?.id ?? id;
}

const commitmentOf = (facts: PlanFacts, row: CommitmentFact): Commitment => ({
  ...{ id: row.id, planId: row.plan_id, kind: row.kind, number: row.number, title: row.title },
  ...{ field: row.field, leadUnit: row.lead_unit, supportUnits: row.support_units, official: row.official },
  ...{ startsOn: row.starts_on, dueOn: row.due_on, force: row.force },
  targets: targetsOn(facts, row, isoDate(facts.plan.ends_on)),
});

/** The first target as it shall be printed; its places stay as proposals. */
function withPrinted(targets: readonly Target[], title: string, printed: string | undefined) {
  const [first, ...rest] = targets;
  if (printed === undefined || printed === '') return targets;
  const read = readTarget({ metric: first?.metric ?? title, printed, unit: first?.unit ?? '' });
  if (!read) return null;
  const { checkpoints = [], allocationMode = null, allocations = [] } = first ?? {};
  return [{ ...read, checkpoints, allocationMode, allocations }, ...rest];
}

interface Carrying {
  readonly commitment: Commitment | null;
  readonly line: CarryLine;
}

function carryLine(facts: PlanFacts, line: CarryLine, planId: string): Result<Carrying, ProblemCode> {
  const row = facts.commitments.find(({ id }) => id === line.commitmentId);
  if (!row) return fail('commitment.notFound');
  if (line.decision === 'drop')
    return line.reason === ''
      ? fail('carry.needsReason', { title: row.title })
      : succeed({ commitment: null, line });
  const next = proposalOf(commitmentOf(facts, row), { id: randomUUID(), planId });
  const targets = withPrinted(next.targets, next.title, line.printed);
  if (!targets) return fail('target.unreadable', { printed: line.printed ?? '' });
  return succeed({ commitment: { ...next, targets }, line });
}

type Carried = { nextPlanId: string | null; adopted: number; dropped: number };

export function carryOn(
  context: Context,
  actor: Actor,
  planId: string,
  { lines }: CarryBody,
): Promise<Result<Carried, ProblemCode>> {
  return perform<Carried, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    await lockPlan(db, jurisdiction, planId);
    const loaded = await loadPlan(inside, { plan: planId });
    if (!loaded.ok) return loaded;
    const facts = loaded.value;
    if (!(await getPlanClose(db, jurisdiction, planId)))
      return fail('carry.notClosed', { year: `${facts.plan.year}` });
    const decided = new Set((await listCarried(db, jurisdiction, planId)).map((one) => one.commitmentId));
    const nextPlanId = await nextPlanOf(inside, facts.plan.year + 1);
    await lockPlan(db, jurisdiction, nextPlanId);
    const carrying: Carrying[] = [];
    for (const line of lines) {
      if (decided.has(line.commitmentId)) return fail('state.changed');
      decided.add(line.commitmentId);
      const one = carryLine(facts, line, nextPlanId);
      if (!one.ok) return one;
      carrying.push(one.value);
    }
    const adopted = carrying.flatMap(({ commitment }) => commitment ?? []);
    await addCommitments(db, jurisdiction, adopted);
    const rows = carrying.map(({ commitment, line }) => ({
      ...{ commitmentId: line.commitmentId, decision: line.decision, reason: line.reason },
      nextId: commitment?.id ?? null,
    }));
    await addCarried(db, jurisdiction, rows, actor.caller.accountId);
    for (const id of [planId, nextPlanId]) await addRevision(db, jurisdiction, id, 'carry');
    const dropped = lines.length - adopted.length;
    const detail = { nextPlanId, adopted: adopted.length, dropped };
    note({ act: 'plan.carry', objectKind: 'plan', objectId: planId, detail });
    return succeed({ nextPlanId, adopted: adopted.length, dropped });
  });
}
