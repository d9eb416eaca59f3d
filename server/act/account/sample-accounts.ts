// The demonstration accounts of the sample city: one for every role, one password made on this machine and kept in a file.
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Role, roles } from '../../../core/place/role.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { addAccount } from '../../store/people/account.ts';
import { addGrants } from '../../store/people/grant.ts';
import { addHolder, addPost, addUnit } from '../../store/people/organisation.ts';
import { setPassword } from '../../store/people/secret.ts';
import { hashPassword } from './password.ts';

export const SampleAccount = z.strictObject({
  login: z.string(),
  /** A post, never a person. */
  name: z.string(),
  role: z.enum(roles),
  place: z.string().nullable().default(null),
  unit: z.string().nullable().default(null),
});
export type SampleAccount = z.infer<typeof SampleAccount>;

export async function addSampleAccounts(context: Context, accounts: readonly SampleAccount[]): Promise<void> {
  const { db, jurisdiction } = context;
  for (const { login, name, role, place, unit } of accounts) {
    const id = randomUUID();
    await addAccount(db, jurisdiction, { id, login, name, mail: '', isSample: true, recordedBy: null });
    const grant = { role, place, unit, from: isoDate('2023-01-01'), to: null };
    await addGrants(db, jurisdiction, [{ ...grant, id: randomUUID(), accountId: id, recordedBy: null }]);
    if (unit !== null) await addSamplePost(context, unit, id);
  }
}

/** Each sample department has the one post that reports, held by its account. */
async function addSamplePost({ db, jurisdiction }: Context, name: string, accountId: string): Promise<void> {
  const [unitId, postId] = [randomUUID(), randomUUID()];
  const unit = {
    id: unitId,
    name,
    kind: 'department',
    placeId: null,
    parentId: null,
    recordedBy: null,
  } as const;
  await addUnit(db, jurisdiction, unit);
  await addPost(db, jurisdiction, {
    id: postId,
    unitId,
    title: '计划填报岗',
    leads: false,
    recordedBy: null,
  });
  const from = isoDate('2023-01-01');
  await addHolder(db, jurisdiction, { id: randomUUID(), postId, accountId, from, recordedBy: null });
}

export interface Demonstration {
  readonly password: string;
  readonly accounts: readonly { readonly login: string; readonly name: string; readonly role: Role }[];
}

const listSampleAccounts = ({ db, jurisdiction }: Context) =>
  db
    .selectFrom('account')
    .innerJoin('role_grant', (join) =>
      join
        .onRef('role_grant.jurisdiction_id', '=', 'account.jurisdiction_id')
        .onRef('role_grant.account_id', '=', 'account.id'),
    )
    .select(['account.id', 'account.login', 'account.name', 'role_grant.role'])
    .where('account.jurisdiction_id', '=', jurisdiction)
    .where('account.is_sample', '=', true)
    .orderBy('account.recorded_at')
    .orderBy('account.login')
    .execute();

/**
 * The password of the sample accounts, made on the first start and kept beside the database. No password is shipped: a
 * known one would be an open door (GB/T 22239-2019 8.1.4.2). null where there are no sample accounts.
 */
export async function demonstrationOf(context: Context, file: string): Promise<Demonstration | null> {
  const accounts = await listSampleAccounts(context);
  if (accounts.length === 0) return null;
  if (existsSync(file)) return { password: (await readFile(file, 'utf8')).trim(), accounts };
  const password = `Bh-${randomBytes(6).toString('hex')}`;
  const hash = await hashPassword(password);
  const now = context.now();
  for (const { id } of accounts)
    await setPassword(context.db, context.jurisdiction, id, { password: hash, mustChange: false, now });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return { password, accounts };
}
