// Personal access tokens: for programs, good for some permissions of their owner and for some days, shown once.
import { randomBytes, randomUUID } from 'node:crypto';
import {
  type Caller,
  isAllowed,
  type Permission,
  tokenPermissions,
} from '../../../core/contract/permission.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { addSession } from '../../store/people/session.ts';
import { perform } from '../perform.ts';
import { readSettings } from '../setting/read.ts';
import { tokenHash } from './sign-in.ts';

export interface TokenWish {
  readonly label: string;
  readonly scopes: readonly Permission[];
  readonly days: number;
}

/** How every access token begins. */
export const tokenStart = 'bihuan_';

const dayMs = 86_400_000;

/** No request key: the answer holds the token, and the answers of request keys are kept. */
export async function addAccessToken(
  context: Context,
  caller: Caller,
  { label, scopes, days }: TokenWish,
): Promise<
  Result<{ tokenId: string; token: string }, 'session.none' | 'token.scopeForbidden' | 'token.tooLong'>
> {
  const { accountId } = caller;
  if (accountId === null) return fail('session.none');
  const forbidden = scopes.find((scope) => !tokenPermissions.includes(scope) || !isAllowed(caller, scope));
  if (forbidden !== undefined) return fail('token.scopeForbidden', { scope: forbidden });
  const longest = (await readSettings(context, 'account.tokenDays'))['account.tokenDays'];
  if (days > longest) return fail('token.tooLong', { days: String(longest) });
  const id = randomUUID();
  const token = `${tokenStart}${randomBytes(32).toString('base64url')}`;
  const now = context.now();
  await perform(context, { caller, key: null }, async ({ db, jurisdiction }, note) => {
    await addSession(db, jurisdiction, {
      ...{ id, tokenSha256: tokenHash(token), accountId, means: 'token', agent: '', label, scopes, now },
      idleMinutes: days * 1440,
      expiresAt: new Date(now.getTime() + days * dayMs),
      provedUntil: now,
      awaitsFactor: false,
    });
    note({ act: 'token.add', objectKind: 'token', objectId: id, detail: { scopes, days } });
    return succeed(undefined);
  });
  return succeed({ tokenId: id, token });
}
