// Corrects an approved figure: a new figure that names the old one; both stay, and the new one counts from now on.
import { randomUUID } from 'node:crypto';
import { mayOn } from '../../../core/contract/permission.ts';
import { type ApprovedFigure, checkCorrection } from '../../../core/observe/correction.ts';
import { checkFigure } from '../../../core/observe/figure-check.ts';
import { type ReportState, reportLifecycle } from '../../../core/observe/report.ts';
import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { shanghaiDay } from '../../../core/quantity/deadline.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addRevision, lockPlan } from '../../store/plan.ts';
import { addReportEvents } from '../../store/report/event.ts';
import { addReportedObservations, addReportFigures, listReportFigures } from '../../store/report/figure.ts';
import { listReportsById } from '../../store/report/report.ts';
import { type Actor, perform } from '../perform.ts';
import { contextOf, figureKey, isAskedOf, loadAsks, underKeys } from './asks.ts';
import { observationsOf } from './move.ts';
import { factsOf, loadStandings, notYet } from './standing.ts';
import { amountOf } from './submit.ts';

export interface Correction {
  /** The figure that is wrong. */
  readonly figureId: string;
  readonly value: string;
  readonly unit: string;
  readonly statement: string;
  readonly reason: string;
  /** The last move that was on the screen. */
  readonly after: number;
}

export interface Corrected {
  readonly figureId: string;
  readonly number: number;
  readonly state: ReportState;
}

type FigureRow = Awaited<ReturnType<typeof listReportFigures>>[number];
type ReportRow = Awaited<ReturnType<typeof listReportsById>>[number];

const known = (row: ReportRow, figure: FigureRow, reportState: ReportState): ApprovedFigure => ({
  id: figure.id,
  reportId: row.id,
  commitmentId: row.commitment_id,
  metric: figure.metric,
  placeId: row.place_id,
  period: row.period,
  amount: figure.amount,
  unit: figure.unit,
  statement: figure.statement,
  nature: figure.nature,
  corrects: figure.corrects,
  reportState,
  receivedAt: 0,
});

export async function correctFigure(
  context: Context,
  actor: Actor,
  reportId: string,
  given: Correction,
  receivedAt: Date,
): Promise<Result<Corrected, ProblemCode>> {
  const book = await loadAsks(context);
  return perform<Corrected, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction, today } = inside;
    const [row] = await listReportsById(db, jurisdiction, [reportId]);
    const figures = row ? await listReportFigures(db, jurisdiction, [reportId]) : [];
    const old = figures.find(({ id }) => id === given.figureId);
    const asked = row && old && book.figures.get(figureKey(row.commitment_id, old.metric, row.place_id));
    const caller = underKeys(actor.caller, book);
    const isOwn = asked && mayOn(caller, 'report.correct', asked.scope) && isAskedOf(asked, caller);
    if (!row || !old || !asked || !isOwn) return fail('object.notFound');
    const standing = (await loadStandings(inside, [reportId])).get(reportId) ?? notYet;
    if (given.after !== standing.number)
      return fail('report.stateChanged', { actor: standing.last?.by ?? '', state: standing.state });
    const roles = rolesOver(caller.grants, asked.scope, shanghaiDay(receivedAt.getTime()));
    const facts = { figures: 1, refusedCells: 0, reason: given.reason, fromLead: row.place_id === '' };
    const moved = makeMove(
      reportLifecycle,
      standing.state,
      'correct',
      roles,
      factsOf(standing, { ...facts, actorId: caller.accountId }),
    );
    if (!moved.ok) return moved;
    const { value, unit, statement } = given;
    const key = {
      commitmentId: row.commitment_id,
      metric: old.metric,
      placeId: row.place_id,
      period: row.period,
    };
    const findings = checkFigure(
      { ...key, value, unit, statement, nature: 'revised' },
      contextOf(asked, null, today()),
    );
    const bad = findings.find(({ weight }) => weight === 'refuses');
    if (bad) return fail(bad.code, { metric: old.metric, ...bad.params });
    const amount = amountOf(value, unit, asked.plan.ask.unit);
    const figure = {
      metric: old.metric,
      amount,
      unit: asked.plan.ask.unit,
      statement,
      nature: 'revised' as const,
    };
    const next = { ...figure, id: randomUUID(), corrects: old.id };
    const checked = checkCorrection(
      { ...key, ...next, reportId },
      figures.map((each) => known(row, each, standing.state)),
      given.reason,
    );
    if (!checked.ok) return checked;
    const number = standing.number + 1;
    const event = {
      ...{ reportId, number, action: 'correct' as const, state: moved.value, reason: given.reason },
      ...{ receivedAt: receivedAt.toISOString(), recordedBy: caller.accountId },
    };
    if ((await addReportEvents(db, jurisdiction, [event])) === 0) {
      const now = (await loadStandings(inside, [reportId])).get(reportId) ?? notYet;
      return fail('report.stateChanged', { actor: now.last?.by ?? '', state: now.state });
    }
    await addReportFigures(db, jurisdiction, [{ ...next, reportId, eventNumber: number, typed: value }]);
    await addReportedObservations(db, jurisdiction, observationsOf(book, row, next));
    await lockPlan(db, jurisdiction, asked.planId);
    await addRevision(db, jurisdiction, asked.planId, 'report');
    note({
      act: 'report.correct',
      objectKind: 'report',
      objectId: reportId,
      detail: { number, corrects: old.id },
    });
    return succeed({ figureId: next.id, number, state: moved.value });
  });
}
