// Enters a five-year target with its source, and what its years brought or were asked for.
import { randomUUID } from 'node:crypto';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import {
  addFiveYearFigure,
  addFiveYearTarget,
  type FiveYearFigureRow,
  type FiveYearTargetRow,
  listFiveYearFigures,
  listFiveYearTargets,
} from '../../store/series/five-year.ts';
import { type Actor, perform } from '../perform.ts';

type TargetBody = Omit<FiveYearTargetRow, 'id' | 'isDemonstration'>;

export const enterFiveYearTarget = (
  context: Context,
  actor: Actor,
  body: TargetBody,
  isDemonstration = false,
): Promise<Result<{ targetId: string }, ProblemCode>> =>
  perform<{ targetId: string }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    if (body.toYear < body.fromYear) return fail('fiveYear.yearsInvalid');
    if (body.kind === 'endLevel' && body.baseline === null) return fail('fiveYear.needsBaseline');
    const row = { ...body, id: randomUUID(), isDemonstration };
    if (!(await addFiveYearTarget(db, jurisdiction, row, actor.caller.accountId)))
      return fail('fiveYear.known', { metric: body.metric });
    note({ act: 'fiveYear.target', objectKind: 'fiveYearTarget', objectId: row.id });
    return succeed({ targetId: row.id });
  });

export interface YearBody extends Pick<FiveYearFigureRow, 'year' | 'role' | 'value' | 'source'> {
  readonly after: number;
}

export const enterYearFigure = (
  context: Context,
  actor: Actor,
  targetId: string,
  body: YearBody,
  isDemonstration = false,
): Promise<Result<{ number: number }, ProblemCode>> =>
  perform<{ number: number }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const { after, ...given } = body;
    const target = (await listFiveYearTargets(db, jurisdiction, null)).find(({ id }) => id === targetId);
    if (!target) return fail('fiveYear.notFound');
    const { fromYear: from, toYear: to } = target;
    if (given.year < from || given.year > to)
      return fail('fiveYear.yearOutside', { year: `${given.year}`, from: `${from}`, to: `${to}` });
    const last = (await listFiveYearFigures(db, jurisdiction, null)).find(
      (each) => each.targetId === targetId && each.year === given.year && each.role === given.role,
    );
    if ((last?.number ?? 0) !== after) return fail('state.changed');
    const row = { ...given, targetId, number: after + 1, isDemonstration };
    if (!(await addFiveYearFigure(db, jurisdiction, row, actor.caller.accountId)))
      return fail('state.changed');
    const detail = { year: given.year, role: given.role, number: row.number };
    note({ act: 'fiveYear.figure', objectKind: 'fiveYearTarget', objectId: targetId, detail });
    return succeed({ number: row.number });
  });
