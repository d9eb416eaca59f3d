// Enters a cut of an expense (只减不增, 5 %, 10 %) with the base it is cut from and the line it is held against, and corrects it later.
import { randomUUID } from 'node:crypto';
import { checkCut } from '../../../core/budget/announced-check.ts';
import { isReason } from '../../../core/place/lifecycle.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addCuts, correctCut, listCuts } from '../../store/budget/announced.ts';
import { listEntries } from '../../store/budget/entry.ts';
import { getLine } from '../../store/budget/line.ts';
import { getCommitment } from '../../store/commitment.ts';
import { type Actor, perform } from '../perform.ts';
import { standsInTheWay } from './asked.ts';
import type { Entered } from './enter-announced.ts';

export interface CutBody {
  readonly year: number;
  readonly metric: string;
  readonly percent: string;
  readonly base: string | null;
  readonly lineId: string | null;
  /** The promise that the cut belongs to; said once, when it is entered. */
  readonly commitmentId: string | null;
  readonly source: string;
  readonly explanation: string;
  /** Number that the person saw; 0 where it is new. */
  readonly after: number;
}

export function enterCut(
  context: Context,
  actor: Actor,
  body: CutBody,
): Promise<Result<Entered, ProblemCode>> {
  return perform<Entered, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const { year, percent, base, lineId, commitmentId, after } = body;
    const [metric, source] = [body.metric.trim(), body.source.trim()];
    const before = (await listCuts(db, jurisdiction)).find(
      (cut) => cut.year === year && cut.metric === metric,
    );
    if ((before?.number ?? 0) !== after) return fail('state.changed');
    if (!isReason(source)) return fail('won.needsSource');
    if (Number(percent) > 100) return fail('cut.percent', { percent });
    const line = lineId === null ? null : await getLine(db, jurisdiction, lineId);
    if (line === undefined) return fail('budgetLine.notFound');
    if (commitmentId !== null && !(await getCommitment(db, jurisdiction, commitmentId)))
      return fail('commitment.notFound');
    const spent = lineId === null ? undefined : (await listEntries(db, jurisdiction, [lineId])).at(-1);
    const findings = checkCut({ metric, base }, before?.base ?? spent?.amount ?? null);
    const blocked = standsInTheWay(findings, body.explanation);
    if (blocked) return blocked;
    const { accountId } = actor.caller;
    const number = after + 1;
    const id = before?.id ?? randomUUID();
    const said = { percent, base, lineId, source, explanation: body.explanation.trim() };
    const kept = before
      ? await correctCut(db, jurisdiction, { cutId: id, number, ...said }, accountId)
      : await addCuts(
          db,
          jurisdiction,
          [{ id, year, metric, ...said, commitmentId, sample: false }],
          accountId,
        );
    if (!kept) return fail('state.changed');
    note({ act: 'cut.enter', objectKind: 'cut', objectId: id, detail: { year, metric, percent, number } });
    return succeed({ number, findings });
  });
}
