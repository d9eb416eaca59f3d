// Names the account that acts for an enterprise, or ends that.
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { getAccountByLogin } from '../../store/people/account.ts';
import { addHolder, getHolder } from '../../store/register/enterprise.ts';
import { findCodes } from '../../store/register/stream.ts';
import { type Actor, perform } from '../perform.ts';

export function holdEnterprise(
  context: Context,
  actor: Actor,
  code: string,
  login: string,
): Promise<Result<{ holder: string | null }, ProblemCode>> {
  return perform<{ holder: string | null }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    if ((await findCodes(db, jurisdiction, [code])).length === 0) return fail('enterprise.notFound');
    const account = login === '' ? undefined : await getAccountByLogin(db, jurisdiction, login);
    if (login !== '' && !account) return fail('object.notFound');
    const accountId = account?.id ?? null;
    const before = await getHolder(db, jurisdiction, code);
    if ((before?.accountId ?? null) === accountId) return succeed({ holder: account?.name ?? null });
    const number = (before?.number ?? 0) + 1;
    const recordedBy = actor.caller.accountId;
    if (!(await addHolder(db, jurisdiction, { code, number, accountId, recordedBy })))
      return fail('state.changed');
    note({
      act: 'enterprise.holder',
      objectKind: 'enterprise',
      objectId: code,
      detail: { accountId, number },
    });
    return succeed({ holder: account?.name ?? null });
  });
}
