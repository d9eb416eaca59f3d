// Moves reports: accepted, returned, verified, sent back, recalled, locked. Of two people one wins; what is verified counts.
import { randomUUID } from 'node:crypto';
import { mayOn, type Permission } from '../../../core/contract/permission.ts';
import { type ReportAction, type ReportState, reportLifecycle } from '../../../core/observe/report.ts';
import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { shanghaiDay } from '../../../core/quantity/deadline.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addRevision, lockPlan } from '../../store/plan.ts';
import { addReportEvents } from '../../store/report/event.ts';
import {
  addReportedObservations,
  listReportFigures,
  type ReportedObservation,
} from '../../store/report/figure.ts';
import { listReportsById } from '../../store/report/report.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { type AskBook, type Asked, figureKey, loadAsks, underKeys } from './asks.ts';
import { readReportRules } from './rules.ts';
import { factsOf, loadStandings, notYet, type Standing } from './standing.ts';
import { figureTellings, type MovedReport, tellingsOf } from './tellings.ts';

export type MoveAction = 'recall' | 'accept' | 'return' | 'verify' | 'sendBack' | 'lock';

const permissionOf: Readonly<Record<MoveAction, Permission>> = {
  recall: 'report.write',
  accept: 'report.accept',
  return: 'report.accept',
  verify: 'report.verify',
  sendBack: 'report.verify',
  lock: 'report.verify',
};

export interface MoveBody {
  readonly action: MoveAction;
  readonly reason: string;
  readonly reports: readonly { readonly reportId: string; readonly after: number }[];
}

export interface Refused {
  readonly reportId: string;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string>>;
}

export interface Moved {
  readonly moved: readonly {
    readonly reportId: string;
    readonly number: number;
    readonly state: ReportState;
  }[];
  readonly refused: readonly Refused[];
}

type ReportRow = Awaited<ReturnType<typeof listReportsById>>[number];

const askedOfReport = (book: AskBook, { commitment_id, place_id }: ReportRow): Asked | undefined => {
  for (const asked of book.figures.values())
    if (asked.commitment.id === commitment_id && asked.plan.ask.placeId === place_id) return asked;
  return undefined;
};

interface Deciding {
  readonly book: AskBook;
  readonly actor: Actor;
  readonly body: MoveBody;
  readonly receivedAt: Date;
}

function decide(
  { book, actor, body, receivedAt }: Deciding,
  row: ReportRow | undefined,
  after: number,
  standing: Standing,
): Result<ReportState, ProblemCode> {
  const caller = underKeys(actor.caller, book);
  const asked = row && askedOfReport(book, row);
  if (!asked || !mayOn(caller, permissionOf[body.action], asked.scope)) return fail('object.notFound');
  if (after !== standing.number)
    return fail('report.stateChanged', { actor: standing.last?.by ?? '', state: standing.state });
  const roles = rolesOver(caller.grants, asked.scope, shanghaiDay(receivedAt.getTime()));
  const given = { figures: 1, refusedCells: 0, reason: body.reason, fromLead: row.place_id === '' };
  const facts = factsOf(standing, { ...given, actorId: caller.accountId });
  return makeMove(reportLifecycle, standing.state, body.action, roles, facts);
}

interface Winner {
  readonly row: ReportRow;
  readonly number: number;
  readonly state: ReportState;
  readonly submission: number;
  readonly authorId: string | null;
}

/** The figures of these reports as observations, one for each promise that a figure serves. */
async function observe(
  { db, jurisdiction }: Context,
  book: AskBook,
  winners: readonly Winner[],
): Promise<void> {
  const figures = await listReportFigures(
    db,
    jurisdiction,
    winners.map(({ row }) => row.id),
  );
  const rows = winners.flatMap(({ row, submission }) =>
    figures
      .filter(({ report_id, event_number }) => report_id === row.id && event_number === submission)
      .flatMap((figure) => observationsOf(book, row, figure)),
  );
  await addReportedObservations(db, jurisdiction, rows);
  const plans = new Set(winners.flatMap(({ row }) => askedOfReport(book, row)?.planId ?? []));
  for (const planId of [...plans].sort()) {
    await lockPlan(db, jurisdiction, planId);
    await addRevision(db, jurisdiction, planId, 'report');
  }
}

type FigureRow = Pick<
  Awaited<ReturnType<typeof listReportFigures>>[number],
  'metric' | 'amount' | 'unit' | 'statement' | 'nature'
>;

export function observationsOf(book: AskBook, row: ReportRow, figure: FigureRow): ReportedObservation[] {
  const asked = book.figures.get(figureKey(row.commitment_id, figure.metric, row.place_id));
  const serves = asked?.plan.serves ?? [{ commitmentId: row.commitment_id, metric: figure.metric }];
  return serves.map(({ commitmentId, metric }) => ({
    id: randomUUID(),
    commitmentId,
    metric,
    place: asked?.placeName ?? '',
    period: row.period,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    amount: figure.amount,
    unit: figure.unit,
    statement: figure.statement,
    nature: figure.nature,
    reportId: row.id,
  }));
}

const counting: Readonly<Record<'accepted' | 'verified', ReportAction>> = {
  accepted: 'accept',
  verified: 'verify',
};

const toldOf = (book: AskBook, winners: readonly Winner[], by: string | null): readonly MovedReport[] =>
  winners.flatMap(({ row, authorId }) => {
    const asked = askedOfReport(book, row);
    const { id: reportId, period, place_id: placeId } = row;
    return asked ? [{ reportId, period, placeId, asked, authorId, by }] : [];
  });

/** One after the other by id, so that two groups in opposite order do not wait for each other. */
const inOrder = (reports: MoveBody['reports']) =>
  [...reports].sort((a, b) => (a.reportId < b.reportId ? -1 : 1));

async function moveInside(
  inside: Context,
  deciding: Deciding,
  countsOn: ReportAction,
): Promise<Result<Moved & { readonly winners: readonly Winner[] }, ProblemCode>> {
  const { db, jurisdiction } = inside;
  const { body, actor, receivedAt, book } = deciding;
  const ids = body.reports.map(({ reportId }) => reportId);
  const rows = new Map((await listReportsById(db, jurisdiction, ids)).map((row) => [row.id, row]));
  const standings = await loadStandings(inside, ids);
  const refused: Refused[] = [];
  const winners: Winner[] = [];
  for (const { reportId, after } of inOrder(body.reports)) {
    const standing = standings.get(reportId) ?? notYet;
    const row = rows.get(reportId);
    const move = decide(deciding, row, after, standing);
    if (!move.ok || !row) {
      if (!move.ok) refused.push({ reportId, code: move.code, params: move.params });
      continue;
    }
    const event = {
      reportId,
      number: standing.number + 1,
      action: body.action,
      state: move.value,
      reason: body.reason,
      receivedAt: receivedAt.toISOString(),
      recordedBy: actor.caller.accountId,
    };
    // Whoever inserts second waits for the first to commit and then finds the number taken.
    if ((await addReportEvents(db, jurisdiction, [event])) === 1)
      winners.push({
        row,
        number: event.number,
        state: event.state,
        submission: standing.submission?.number ?? 0,
        authorId: standing.submission?.recordedBy ?? null,
      });
    else {
      const now = (await loadStandings(inside, [reportId])).get(reportId) ?? notYet;
      const params = { actor: now.last?.by ?? '', state: now.state };
      refused.push({ reportId, code: 'report.stateChanged', params });
    }
  }
  const counts = body.action === countsOn && winners.length > 0;
  if (counts) await observe(inside, book, winners);
  const told = toldOf(book, winners, actor.caller.accountId);
  const figures = counts ? figureTellings(told) : [];
  await tell(inside, actor.caller.accountId, [...tellingsOf(body.action, told, body.reason), ...figures]);
  const moved = winners.map(({ row, number, state }) => ({ reportId: row.id, number, state }));
  const [first] = refused;
  if (moved.length === 0 && first) return fail(first.code, first.params);
  return succeed({ moved, refused, winners });
}

/** Some may be refused while others move; where none moves, the first refusal is the answer. */
export async function moveReports(
  context: Context,
  actor: Actor,
  body: MoveBody,
  receivedAt: Date,
): Promise<Result<Moved, ProblemCode>> {
  const book = await loadAsks(context);
  const { countsFrom } = await readReportRules(context);
  return perform<Moved, ProblemCode>(context, actor, async (inside, note) => {
    const deciding = { book, actor, body, receivedAt };
    const result = await moveInside(inside, deciding, counting[countsFrom]);
    if (!result.ok) return result;
    const { moved, refused } = result.value;
    for (const { reportId, number } of moved)
      note({ act: `report.${body.action}`, objectKind: 'report', objectId: reportId, detail: { number } });
    return succeed({ moved, refused });
  });
}
