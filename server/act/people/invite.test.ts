// Invitations: one person, one account, within the reach of who invites; nothing after it was taken, withdrawn, or too late.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../../core/contract/permission.ts';
import type { Role } from '../../../core/place/role.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { addPlaces } from '../../store/jurisdiction.ts';
import { addAccount, addAccountState } from '../../store/people/account.ts';
import { listGrants } from '../../store/people/grant.ts';
import { openThrottle } from '../account/throttle.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { invite, lookAtInvitation, takeInvitation, withdrawInvitation } from './invite.ts';

let example: Example;
beforeAll(async () => {
  example = await openExample();
  const { store, context } = example;
  const place = { nameEn: '', tile: null };
  await addPlaces(store.db, context.jurisdiction, [
    { id: 'east', name: '东区', kind: 'district', in: null, ...place },
    { id: 'west', name: '西区', kind: 'district', in: null, ...place },
    { id: 'east-1', name: '东一街道', kind: 'street', in: 'east', ...place },
  ]);
});
afterAll(() => example.store.close());

const administrator = async (place: string | null): Promise<Caller> => {
  const { db, jurisdiction } = example.context;
  const id = randomUUID();
  const login = `admin-${id.slice(0, 8)}`;
  await addAccount(db, jurisdiction, {
    id,
    login,
    name: '管理员',
    mail: '',
    isSample: false,
    recordedBy: null,
  });
  const grant = { role: 'administrator', place, unit: null, from: isoDate('2024-01-01'), to: null } as const;
  return { accountId: id, name: '管理员', grants: [grant], scopes: null };
};
const wish = (role: Role, place: string | null, unit: string | null = null) => ({
  ...{ role, place, unit, name: '示例岗位', mail: '' },
  from: isoDate('2024-09-01'),
  to: null,
});
const origin = () => ({ address: randomUUID(), throttle: openThrottle(), agent: '' });
const codeOf = async (asked: ReturnType<typeof invite>): Promise<string> => {
  const invited = await asked;
  if (!invited.ok) throw new Error(invited.code);
  return invited.value.code;
};
const take = (code: string, login: string, context: Context = example.context) =>
  takeInvitation(context, { code, login, password: 'Opening-the-loop-8' }, origin());

describe('who may invite to what', () => {
  it.each([
    // why this row is here                             of       role             place     unit     outcome
    ['a city administrator invites an office', null, 'planOffice', null, null, true],
    ['a district’s administrator, inside the district', 'east', 'street', 'east-1', null, true],
    ['an office of the district', 'east', 'supervisionOffice', 'east', null, true],
    ['not another district', 'east', 'district', 'west', null, 'grant.outsideReach'],
    ['not the whole city', 'east', 'planOffice', null, null, 'grant.outsideReach'],
    ['not a unit of the city', 'east', 'leadUnit', null, '市建委', 'grant.outsideReach'],
    ['a district needs a place', null, 'district', null, null, 'grant.needsPlace'],
    ['a lead unit needs a unit', null, 'leadUnit', null, null, 'grant.needsUnit'],
    ['a place that is not there', null, 'district', 'south', null, 'grant.placeUnknown'],
  ] as const)('%s', async (_why, of, role, place, unit, outcome) => {
    const caller = await administrator(of);
    const invited = await invite(example.context, { caller, key: null }, wish(role, place, unit));
    expect(invited.ok ? true : invited.code).toBe(outcome);
  });
});

describe('taking an invitation', () => {
  it('makes the account with its role, once', async () => {
    const caller = await administrator(null);
    const code = await codeOf(invite(example.context, { caller, key: null }, wish('street', 'east-1')));
    const taken = await take(code, 'Xiaoying');
    if (!taken.ok) throw new Error(taken.code);
    expect(taken.value.login).toBe('xiaoying');
    const { db, jurisdiction } = example.context;
    const grants = await listGrants(db, jurisdiction, taken.value.accountId);
    expect(grants.map(({ role, place_id, recorded_by }) => [role, place_id, recorded_by])).toEqual([
      ['street', 'east-1', caller.accountId],
    ]);
    expect(await take(code, 'xiaoying-2')).toMatchObject({ ok: false, code: 'invitation.invalid' });
  });
  it('of five people with one link, one gets in', async () => {
    const caller = await administrator(null);
    const code = await codeOf(invite(example.context, { caller, key: null }, wish('street', 'east-1')));
    const all = await Promise.all([1, 2, 3, 4, 5].map((each) => take(code, `racer-${each}`)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    const { rows } = await countAccounts('racer-');
    expect(rows).toBe(1);
  });
  it.each([
    ['withdrawn', 'invitation.invalid'],
    ['too late', 'invitation.invalid'],
    ['of somebody suspended since', 'invitation.invalid'],
    ['a name that is taken', 'account.nameTaken'],
    ['a name with spaces', 'account.loginInvalid'],
    ['a weak password', 'account.passwordWeak'],
  ] as const)('%s', async (what, code) => {
    const caller = await administrator(null);
    const invited = await invite(example.context, { caller, key: null }, wish('street', 'east-1'));
    if (!invited.ok) throw new Error(invited.code);
    const { db, jurisdiction } = example.context;
    let context = example.context;
    let login = `late-${randomUUID().slice(0, 6)}`;
    let password = 'Opening-the-loop-8';
    if (what === 'withdrawn')
      await withdrawInvitation(context, { caller, key: null }, invited.value.invitationId);
    if (what === 'too late') context = { ...context, now: () => new Date('2024-09-09T09:00:00+08:00') };
    if (what === 'of somebody suspended since') {
      const state = { id: randomUUID(), accountId: caller.accountId ?? '', state: 'suspended' } as const;
      await addAccountState(db, jurisdiction, { ...state, reason: '调离', recordedBy: null });
    }
    if (what === 'a name that is taken') login = 'xiaoying';
    if (what === 'a name with spaces') login = '小 营';
    if (what === 'a weak password') password = 'aaaaaaaaaaaa';
    const taking = { code: invited.value.code, login, password };
    expect(await takeInvitation(context, taking, origin())).toMatchObject({ ok: false, code });
  });
  it('guessing codes is slowed down', async () => {
    const from = origin();
    for (let each = 0; each < 60; each++)
      await lookAtInvitation(example.context, `guess-${each}`.repeat(4), from);
    expect(await lookAtInvitation(example.context, 'guess-61'.repeat(4), from)).toMatchObject({
      code: 'login.tooMany',
    });
  });
});

async function countAccounts(start: string): Promise<{ rows: number }> {
  const { db, jurisdiction } = example.context;
  const found = await db
    .selectFrom('account')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('login', 'like', `${start}%`)
    .execute();
  return { rows: found.length };
}
