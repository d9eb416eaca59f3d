// Reports as those see them who pass them: what waits for me, what each says beside what was expected, what I may do, why not.
import { type Caller, mayOn } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { Routes } from '../../../core/contract/routes.ts';
import { checkFigure } from '../../../core/observe/figure-check.ts';
import { type ReportState, reportLifecycle } from '../../../core/observe/report.ts';
import { availableMoves } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { daysLate, isLate } from '../../../core/quantity/deadline.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import {
  type AskBook,
  type Asked,
  contextOf,
  figureKey,
  isAskedOf,
  loadAsks,
  type PlanBook,
  underKeys,
} from '../../act/report/asks.ts';
import { lastAmountsOf } from '../../act/report/last.ts';
import { factsOf, loadStandings, notYet, type Standing } from '../../act/report/standing.ts';
import type { Context } from '../../context.ts';
import { listReportEvents } from '../../store/report/event.ts';
import { listReportFigures } from '../../store/report/figure.ts';
import { listReportHeads, type ReportHead } from '../../store/report/head.ts';
import { listReportsById } from '../../store/report/report.ts';
import { planOf } from './desk.ts';
import { expectedOf } from './expected.ts';

type ReportsPage = OutputOf<Routes['GET /api/reports']['response']>;
export type ReportRow = ReportsPage['rows'][number];
type ReportPage = OutputOf<Routes['GET /api/reports/:reportId']['response']>;
type StoredReport = Awaited<ReturnType<typeof listReportsById>>[number];
type StoredFigure = Awaited<ReturnType<typeof listReportFigures>>[number];

interface Loaded {
  readonly context: Context;
  readonly book: AskBook;
  readonly caller: Caller;
}

/** Any figure that is asked for this promise and place: they all stand in the same scope. */
function scopesOf(book: AskBook): ReadonlyMap<string, Asked> {
  const found = new Map<string, Asked>();
  for (const asked of book.figures.values()) {
    const key = `${asked.commitment.id}\t${asked.plan.ask.placeId}`;
    if (!found.has(key)) found.set(key, asked);
  }
  return found;
}

/** Figures of the last submission; one that was corrected no longer counts, its correction does. */
function figuresView(figures: readonly StoredFigure[], standing: Standing): ReportRow['figures'] {
  const corrected = new Set(figures.map(({ corrects }) => corrects));
  const submission = standing.submission?.number ?? 0;
  return figures.map((figure) => ({
    id: figure.id,
    metric: figure.metric,
    typed: figure.typed,
    amount: figure.amount,
    unit: figure.unit,
    statement: figure.statement,
    nature: figure.nature,
    corrects: figure.corrects,
    event: figure.event_number,
    counts: figure.event_number >= submission && !corrected.has(figure.id),
  }));
}

const writes = new Set(['recall']);
const accepts = new Set(['accept', 'return']);
const verifies = new Set(['verify', 'sendBack', 'lock']);

function mayMove(caller: Caller, action: string, asked: Asked): boolean {
  if (writes.has(action)) return mayOn(caller, 'report.write', asked.scope) && isAskedOf(asked, caller);
  if (accepts.has(action)) return mayOn(caller, 'report.accept', asked.scope);
  if (verifies.has(action)) return mayOn(caller, 'report.verify', asked.scope);
  return action === 'correct' && mayOn(caller, 'report.correct', asked.scope) && isAskedOf(asked, caller);
}

/** A reason can still be given: it is asked for when the button is pressed. */
const laterGiven = new Set(['report.needsReason']);

function offersOf(
  { caller, context }: Loaded,
  asked: Asked,
  standing: Standing,
  placeId: string,
): ReportRow['offers'] {
  const roles = rolesOver(caller.grants, asked.scope, context.today());
  const given = { figures: 1, refusedCells: 0, reason: '', fromLead: placeId === '' };
  const facts = factsOf(standing, { ...given, actorId: caller.accountId });
  return availableMoves(reportLifecycle, standing.state, roles, facts)
    .filter(({ action }) => mayMove(caller, action, asked))
    .map(({ action, unmet }) => ({
      action,
      unmet: unmet
        .filter(({ code }) => !laterGiven.has(code))
        .map(({ code }) => ({ code, message: problemText[code] })),
    }));
}

async function rowsOf(loaded: Loaded, rows: readonly StoredReport[]): Promise<ReportRow[]> {
  const { context, book } = loaded;
  const { db, jurisdiction, today } = context;
  const ids = rows.map(({ id }) => id);
  const [standings, figures] = await Promise.all([
    loadStandings(context, ids),
    listReportFigures(db, jurisdiction, ids),
  ]);
  const scopes = scopesOf(book);
  const main = rows.flatMap((row) => {
    const own = figures.filter(({ report_id }) => report_id === row.id);
    const counted = figuresView(own, standings.get(row.id) ?? notYet).find(({ counts }) => counts);
    const key = counted && figureKey(row.commitment_id, counted.metric, row.place_id);
    const asked = (key && book.figures.get(key)) || scopes.get(`${row.commitment_id}\t${row.place_id}`);
    return asked ? [{ row, own, counted, asked, period: row.period }] : [];
  });
  const last = await lastAmountsOf(context, main);
  return main.map(({ row, own, counted, asked }, index): ReportRow => {
    const standing = standings.get(row.id) ?? notYet;
    const received = standing.submission?.receivedAt ?? row.recorded_at;
    const before = last[index] ?? null;
    const findings = counted
      ? checkFigure(
          {
            ...{ commitmentId: row.commitment_id, metric: counted.metric, placeId: row.place_id },
            ...{ period: row.period, value: counted.amount ?? '', unit: '', statement: counted.statement },
            nature: counted.nature,
          },
          contextOf(asked, before, today()),
        )
      : [];
    return {
      id: row.id,
      commitmentId: row.commitment_id,
      kind: asked.commitment.kind,
      number: asked.commitment.number,
      title: asked.commitment.title,
      place: asked.placeName,
      leadUnit: asked.commitment.leadUnit,
      period: row.period,
      periodEnd: row.period_end,
      dueOn: row.due_on,
      state: standing.state,
      after: standing.number,
      receivedAt: received,
      late: isLate(Date.parse(received), isoDate(row.due_on)),
      daysLate: daysLate(Date.parse(received), isoDate(row.due_on)),
      author: standing.submission?.by ?? '',
      lastBy: standing.last?.by ?? '',
      reason: standing.last?.reason ?? '',
      changes: own.filter(({ corrects }) => corrects !== null).length,
      figures: figuresView(own, standing),
      last: before && { amount: before.amount, period: before.period },
      expected: expectedOf(asked, row.period_end),
      findings: findings.map(({ code, weight, params }) => ({ code, weight, params: { ...params } })),
      offers: offersOf(loaded, asked, standing, row.place_id),
    };
  });
}

/** Cheap to say from its state alone: what this caller's office is to do next. */
function waitsFor({ caller }: Loaded, asked: Asked, { state, placeId }: ReportHead): boolean {
  const own = placeId === '';
  if (state === 'submitted' && !own) return mayOn(caller, 'report.accept', asked.scope);
  if (state === 'accepted' || (state === 'submitted' && own))
    return mayOn(caller, 'report.verify', asked.scope);
  return state === 'returned' && mayOn(caller, 'report.write', asked.scope) && isAskedOf(asked, caller);
}

const countsOf = (states: readonly ReportState[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

/** Where nobody has reported yet there is nothing to review: the newest plan that has reports is looked at first. */
async function newestReported({ db, jurisdiction }: Context, book: AskBook): Promise<PlanBook | undefined> {
  for (const plan of book.plans)
    if ((await listReportHeads(db, jurisdiction, plan.id, 1)).length > 0) return plan;
  return undefined;
}

export interface ReportsQuery {
  readonly plan?: string | undefined;
  readonly state?: ReportState | undefined;
  readonly waiting?: 'me' | undefined;
  readonly limit: number;
}

export async function getReports(
  context: Context,
  givenCaller: Caller,
  query: ReportsQuery,
): Promise<Result<ReportsPage, 'plan.notFound'>> {
  const { db, jurisdiction } = context;
  const book = await loadAsks(context);
  const loaded = { context, book, caller: underKeys(givenCaller, book) };
  const concerned = query.plan === undefined ? await newestReported(context, book) : undefined;
  const plan = concerned ?? planOf(book, query.plan);
  if (!plan && query.plan !== undefined) return fail('plan.notFound', { plan: query.plan });
  if (!plan) return succeed({ plan: null, rows: [], total: 0, waiting: 0, counts: {} });
  const scopes = scopesOf(book);
  const heads = (await listReportHeads(db, jurisdiction, plan.id)).flatMap((head) => {
    const asked = scopes.get(`${head.commitmentId}\t${head.placeId}`);
    if (!asked || !mayOn(loaded.caller, 'report.read', asked.scope)) return [];
    return [{ ...head, waiting: waitsFor(loaded, asked, head) }];
  });
  const wanted = heads.filter(
    ({ state, waiting }) =>
      (query.state === undefined || state === query.state) && (query.waiting === undefined || waiting),
  );
  const chosen = [...wanted].sort((a, b) => Number(b.waiting) - Number(a.waiting)).slice(0, query.limit);
  const order = new Map(chosen.map(({ id }, index) => [id, index]));
  const stored = await listReportsById(db, jurisdiction, [...order.keys()]);
  const rows = await rowsOf(
    loaded,
    stored.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
  );
  return succeed({
    plan: { id: plan.id, year: plan.year },
    rows,
    total: wanted.length,
    waiting: heads.filter(({ waiting }) => waiting).length,
    counts: countsOf(heads.map(({ state }) => state)),
  });
}

export async function getReport(
  context: Context,
  givenCaller: Caller,
  reportId: string,
): Promise<Result<ReportPage, 'report.notFound'>> {
  const { db, jurisdiction } = context;
  const book = await loadAsks(context);
  const loaded = { context, book, caller: underKeys(givenCaller, book) };
  const [report] = await rowsOf(loaded, await listReportsById(db, jurisdiction, [reportId]));
  if (!report) return fail('report.notFound');
  const events = await listReportEvents(db, jurisdiction, [reportId]);
  return succeed({
    report,
    events: events.map(({ number, action, state, by, reason, receivedAt }) => ({
      number,
      action,
      state,
      by,
      reason,
      receivedAt,
    })),
  });
}
