// Takes an organisation from a workbook: units with their other names, posts, accounts with a first password. Sound rows are taken together or, when only checked, not at all.
import { randomUUID } from 'node:crypto';
import {
  type OrganisationRows,
  readOrganisation,
  type SheetOfCells,
} from '../../../core/place/organisation-rows.ts';
import { roles } from '../../../core/place/role.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { roleText } from '../../../core/vocabulary/role.ts';
import type { Context } from '../../context.ts';
import { addUnitAliases } from '../../store/jurisdiction.ts';
import { addAccount } from '../../store/people/account.ts';
import { addGrants } from '../../store/people/grant.ts';
import { addPost, addUnit, listPosts, listUnits } from '../../store/people/organisation.ts';
import { setPassword } from '../../store/people/secret.ts';
import { hashPassword } from '../account/password.ts';
import { aFirstPassword } from '../people/manage-account.ts';
import { type Actor, perform } from '../perform.ts';

export interface Imported {
  readonly rows: OrganisationRows;
  readonly passwords: readonly { readonly login: string; readonly password: string }[];
}

async function check(context: Context, sheets: readonly SheetOfCells[]): Promise<OrganisationRows> {
  const { db, jurisdiction } = context;
  const [units, posts, accounts, places] = await Promise.all([
    listUnits(db, jurisdiction),
    listPosts(db, jurisdiction),
    db.selectFrom('account').select('login').where('jurisdiction_id', '=', jurisdiction).execute(),
    db.selectFrom('place').select(['id', 'name']).where('jurisdiction_id', '=', jurisdiction).execute(),
  ]);
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  return readOrganisation(sheets, {
    units: units.map(({ name }) => name),
    posts: posts.map(({ unit_id, title }) => `${nameOf.get(unit_id)}\n${title}`),
    logins: accounts.map(({ login }) => login),
    places: new Map(
      places.flatMap(
        ({ id, name }) =>
          [
            [name, id],
            [id, id],
          ] as const,
      ),
    ),
    roles: new Map(roles.map((role) => [roleText[role].zh, role])),
    today: context.today(),
  });
}

async function addUnits(
  { db, jurisdiction }: Context,
  rows: OrganisationRows,
  recordedBy: string | null,
): Promise<Map<string, string>> {
  const idOf = new Map((await listUnits(db, jurisdiction)).map(({ id, name }) => [name, id]));
  for (const { name, kind, place, parent, aliases } of rows.units) {
    const id = randomUUID();
    const parentId = parent === null ? null : (idOf.get(parent) ?? null);
    await addUnit(db, jurisdiction, { id, name, kind, placeId: place, parentId, recordedBy });
    await addUnitAliases(
      db,
      jurisdiction,
      aliases.map((alias) => ({ alias, name })),
    );
    idOf.set(name, id);
  }
  return idOf;
}

type Password = Imported['passwords'][number] & { readonly hash: string };

async function add(
  context: Context,
  rows: OrganisationRows,
  passwords: readonly Password[],
  recordedBy: string | null,
): Promise<void> {
  const { db, jurisdiction } = context;
  const idOf = await addUnits(context, rows, recordedBy);
  for (const { unit, title, leads } of rows.posts)
    await addPost(db, jurisdiction, {
      id: randomUUID(),
      unitId: idOf.get(unit) ?? '',
      title,
      leads,
      recordedBy,
    });
  for (const { login, name, mail, role, place, unit, from } of rows.accounts) {
    const id = randomUUID();
    await addAccount(db, jurisdiction, { id, login, name, mail, isSample: false, recordedBy });
    const password = passwords.find((each) => each.login === login)?.hash ?? null;
    await setPassword(db, jurisdiction, id, { password, mustChange: true, now: context.now() });
    const grant = { role, place, unit, from, to: null };
    await addGrants(db, jurisdiction, [{ id: randomUUID(), accountId: id, ...grant, recordedBy }]);
  }
}

/** No request key: the answer holds first passwords. Hashing comes before the transaction: it takes a while. */
export async function importOrganisation(
  context: Context,
  { caller }: Actor,
  sheets: readonly SheetOfCells[],
  mode: 'check' | 'take',
): Promise<Result<Imported, 'request.keyMismatch'>> {
  const checked = await check(context, sheets);
  if (mode === 'check') return succeed({ rows: checked, passwords: [] });
  const passwords: Password[] = [];
  for (const { login } of checked.accounts) {
    const password = aFirstPassword();
    passwords.push({ login, password, hash: await hashPassword(password) });
  }
  return perform(context, { caller, key: null }, async (inside, note) => {
    await add(inside, checked, passwords, caller.accountId);
    const { units, posts, accounts } = checked;
    const detail = { units: units.length, posts: posts.length, accounts: accounts.length };
    note({ act: 'organisation.import', objectKind: 'organisation', objectId: inside.jurisdiction, detail });
    return succeed({
      rows: checked,
      passwords: passwords.map(({ login, password }) => ({ login, password })),
    });
  });
}
