// Changes one's own password: the old one proved, the new one good enough; every session of the account ends, this one begins anew.

import type { Caller } from '../../../core/contract/permission.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { getAccount } from '../../store/people/account.ts';
import { setPassword } from '../../store/people/secret.ts';
import { endSessions } from '../../store/people/session.ts';
import { perform } from '../perform.ts';
import { readSettings } from '../setting/read.ts';
import { checkPassword, hashPassword } from './password.ts';
import { type Origin, type ProofProblem, prove } from './prove.ts';
import { openSession, type SignedIn } from './sign-in.ts';

export interface PasswordChange {
  readonly current: string;
  readonly code?: string | undefined;
  readonly next: string;
}

export async function changeOwnPassword(
  context: Context,
  caller: Caller,
  { current, code, next }: PasswordChange,
  origin: Origin & { readonly agent: string },
): Promise<
  Result<SignedIn, ProofProblem | 'session.none' | 'account.passwordWeak' | 'account.passwordSame'>
> {
  const { accountId } = caller;
  const { db, jurisdiction } = context;
  const account = accountId === null ? undefined : await getAccount(db, jurisdiction, accountId);
  if (!account) return fail('session.none');
  const proved = await prove(context, account.id, { password: current, code }, origin);
  if (!proved.ok) return proved;
  if (current === next) return fail('account.passwordSame');
  const rules = await readSettings(context, 'account.passwordProfile');
  const good = checkPassword(next, account.login, rules['account.passwordProfile']);
  if (!good.ok) return good;
  const hash = await hashPassword(next);
  await perform(context, { caller, key: null }, async (inside, note) => {
    const now = context.now();
    await setPassword(inside.db, jurisdiction, account.id, { password: hash, mustChange: false, now });
    await endSessions(inside.db, jurisdiction, { accountId: account.id }, now);
    note({ act: 'account.changePassword', objectKind: 'account', objectId: account.id });
    return succeed(undefined);
  });
  return succeed(await openSession(context, account.id, proved.value.means, origin.agent));
}
