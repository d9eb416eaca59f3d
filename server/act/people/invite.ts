// Invitations: an administrator prepares an account with its role, the person makes it with a one-time code.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { visitor } from '../../../core/contract/permission.ts';
import type { RoleGrant } from '../../../core/place/role.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { addAccount, getAccountState } from '../../store/people/account.ts';
import { addGrants } from '../../store/people/grant.ts';
import {
  addInvitation,
  endInvitation,
  type FoundInvitation,
  getInvitationByCode,
} from '../../store/people/invitation.ts';
import { setPassword } from '../../store/people/secret.ts';
import { checkPassword, hashPassword, isCrowded } from '../account/password.ts';
import type { Origin } from '../account/prove.ts';
import { openSession, type SignedIn } from '../account/sign-in.ts';
import { type Actor, perform } from '../perform.ts';
import { readSettings } from '../setting/read.ts';
import { checkGrant, type GrantProblem } from './grant-wish.ts';

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

export interface InvitationWish extends RoleGrant {
  readonly name: string;
  readonly mail: string;
}

/** No request key: the answer holds the code, and the answers of request keys are kept. */
export async function invite(
  context: Context,
  { caller }: Actor,
  { name, mail, ...grant }: InvitationWish,
): Promise<
  Result<{ invitationId: string; code: string; expiresAt: string }, GrantProblem | 'request.keyMismatch'>
> {
  const days = (await readSettings(context, 'account.invitationDays'))['account.invitationDays'];
  const id = randomUUID();
  const code = randomBytes(24).toString('base64url');
  const expiresAt = new Date(context.now().getTime() + days * 86_400_000);
  return perform(context, { caller, key: null }, async (inside, note) => {
    const checked = await checkGrant(inside, caller, grant);
    if (!checked.ok) return checked;
    const rest = { codeSha256: hashOf(code), expiresAt, recordedBy: caller.accountId };
    await addInvitation(inside.db, inside.jurisdiction, { id, name, mail, ...grant, ...rest });
    note({ act: 'invitation.add', objectKind: 'invitation', objectId: id, detail: { ...grant } });
    return succeed({ invitationId: id, code, expiresAt: expiresAt.toISOString() });
  });
}

export const withdrawInvitation = (
  context: Context,
  actor: Actor,
  id: string,
): Promise<Result<{ withdrawn: boolean }, 'invitation.invalid' | 'request.keyMismatch'>> =>
  perform(context, actor, async ({ db, jurisdiction }, note) => {
    const recordedBy = actor.caller.accountId;
    if (!(await endInvitation(db, jurisdiction, { id, accountId: null, recordedBy })))
      return fail('invitation.invalid');
    note({ act: 'invitation.withdraw', objectKind: 'invitation', objectId: id });
    return succeed({ withdrawn: true });
  });

type Look = 'invitation.invalid' | 'login.tooMany';

/** An invitation by somebody who was suspended since is worth nothing. */
async function isOpen(
  { db, jurisdiction, now }: Context,
  found: FoundInvitation | undefined,
): Promise<boolean> {
  if (!found || found.ended || Date.parse(found.expiresAt) <= now().getTime()) return false;
  return found.invitedBy === null || (await getAccountState(db, jurisdiction, found.invitedBy)) === 'active';
}

export async function lookAtInvitation(
  context: Context,
  code: string,
  { address, throttle }: Origin,
): Promise<Result<FoundInvitation, Look>> {
  const limit = (await readSettings(context, 'account.addressTries'))['account.addressTries'];
  const admitted = throttle.admit(address, context.now(), limit);
  if (!admitted.ok) return admitted;
  const found = await getInvitationByCode(context.db, context.jurisdiction, hashOf(code));
  if (found && (await isOpen(context, found))) return succeed(found);
  throttle.noteWrong(address, context.now());
  return fail('invitation.invalid');
}

export interface Taking {
  readonly code: string;
  readonly login: string;
  readonly password: string;
}

type Take =
  | Look
  | 'account.loginInvalid'
  | 'account.passwordWeak'
  | 'account.nameTaken'
  | 'login.busy'
  | 'request.keyMismatch';

export async function takeInvitation(
  context: Context,
  { code, login: typed, password }: Taking,
  origin: Origin & { readonly agent: string },
): Promise<Result<SignedIn & { login: string }, Take>> {
  const found = await lookAtInvitation(context, code, origin);
  if (!found.ok) return found;
  const login = typed.trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9._-]{1,62}$/.test(login)) return fail('account.loginInvalid');
  const rules = await readSettings(context, 'account.passwordProfile');
  const good = checkPassword(password, login, rules['account.passwordProfile']);
  if (!good.ok) return good;
  if (isCrowded()) return fail('login.busy');
  const hash = await hashPassword(password);
  const id = randomUUID();
  const { role, place, unit, from, to, name, mail, id: invitationId, invitedBy } = found.value;
  const actor = { caller: { ...visitor, accountId: id }, key: null };
  const made = await perform(context, actor, async ({ db, jurisdiction }, note) => {
    const account = { id, login, name, mail, isSample: false, recordedBy: invitedBy };
    if (!(await addAccount(db, jurisdiction, account))) return fail('account.nameTaken', { name: login });
    if (!(await endInvitation(db, jurisdiction, { id: invitationId, accountId: id, recordedBy: null })))
      return fail('invitation.invalid');
    await setPassword(db, jurisdiction, id, { password: hash, mustChange: false, now: context.now() });
    const grant = { id: randomUUID(), accountId: id, role, place, unit, from, to, recordedBy: invitedBy };
    await addGrants(db, jurisdiction, [grant]);
    note({
      act: 'invitation.take',
      objectKind: 'invitation',
      objectId: invitationId,
      detail: { accountId: id },
    });
    return succeed(undefined);
  });
  if (!made.ok) return made;
  return succeed({ ...(await openSession(context, id, 'password', origin.agent)), login });
}
