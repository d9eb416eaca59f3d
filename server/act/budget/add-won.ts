// Enters a batch of money won from above, or the projects that are ready for more; each with its source.
import type { Won } from '../../../core/budget/won.ts';
import { isReason } from '../../../core/place/lifecycle.ts';
import { looksLikeWrongUnit, numberOf, printed } from '../../../core/project/money.ts';
import { compare } from '../../../core/quantity/decimal.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import {
  addStock,
  addWon,
  type KeptStock,
  type KeptWon,
  listStock,
  listWon,
} from '../../store/budget/won.ts';
import { type Actor, perform } from '../perform.ts';

export type WonBody = Omit<KeptWon, 'sequence'>;

const isMore = (a: string | null, b: string | null): boolean => {
  const [one, other] = [numberOf(a), numberOf(b)];
  return one !== null && other !== null && compare(one, other) > 0;
};

/** More than the whole province got is no number of one city; more used than won is asked about (carried over from before?). */
function problemOf({ batch, amount, province, used, explanation, source }: WonBody, before: string | null) {
  if (!isReason(source)) return fail('won.needsSource');
  const [value, last] = [numberOf(amount), numberOf(before)];
  if (value && last && looksLikeWrongUnit(value, last) && !isReason(explanation))
    return fail('won.unitJump', { name: batch, value: printed(value), beside: printed(last) });
  if (isMore(amount, province)) return fail('won.overProvince', { amount, province: province ?? '' });
  if (isMore(used, amount) && !isReason(explanation))
    return fail('won.overAmount', { used: used ?? '', amount });
  return null;
}

export function addWonFund(
  context: Context,
  actor: Actor,
  body: WonBody,
): Promise<Result<{ number: number }, ProblemCode>> {
  return perform<{ number: number }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const { kind, year, batch } = body;
    const isBatch = (won: Won): boolean => won.kind === kind && won.year === year && won.batch === batch;
    const before = (await listWon(db, jurisdiction)).find(isBatch);
    const problem = problemOf(body, before?.amount ?? null);
    if (problem) return problem;
    const number = (before?.sequence ?? 0) + 1;
    const added = await addWon(db, jurisdiction, { ...body, sequence: number }, actor.caller.accountId);
    if (!added) return fail('state.changed');
    note({ act: 'won.enter', objectKind: 'fund', objectId: `${kind}/${year}/${batch}`, detail: { number } });
    return succeed({ number });
  });
}

export function addWonStock(
  context: Context,
  actor: Actor,
  body: Omit<KeptStock, 'number'>,
): Promise<Result<{ number: number }, ProblemCode>> {
  return perform<{ number: number }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    if (!isReason(body.source)) return fail('won.needsSource');
    if (body.projects === null && body.wanted === null) return fail('debt.nothing');
    const { kind, year } = body;
    const last = (await listStock(db, jurisdiction)).find(
      (stock) => stock.kind === kind && stock.year === year,
    );
    const number = (last?.number ?? 0) + 1;
    if (!(await addStock(db, jurisdiction, { ...body, number }, actor.caller.accountId)))
      return fail('state.changed');
    note({ act: 'won.stock', objectKind: 'fund', objectId: `${kind}/${year}`, detail: { number } });
    return succeed({ number });
  });
}
