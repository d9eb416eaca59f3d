// Rows of roles: granted for a time, withdrawn with a reason.
import type { RoleGrant } from '../../../core/place/role.ts';
import type { Db } from '../open.ts';

export interface NewGrant extends RoleGrant {
  readonly id: string;
  readonly accountId: string;
  readonly recordedBy: string | null;
}

export const addGrants = async (db: Db, jurisdiction: string, grants: readonly NewGrant[]): Promise<void> => {
  if (grants.length === 0) return;
  await db
    .insertInto('role_grant')
    .values(
      grants.map((grant) => ({
        jurisdiction_id: jurisdiction,
        id: grant.id,
        account_id: grant.accountId,
        role: grant.role,
        place_id: grant.place,
        unit: grant.unit,
        starts_on: grant.from,
        ends_on: grant.to,
        recorded_by: grant.recordedBy,
      })),
    )
    .execute();
};

/** Grants of an account that were not withdrawn, whatever the day. */
export const listGrants = (db: Db, jurisdiction: string, accountId: string) =>
  db
    .selectFrom('role_grant')
    .leftJoin('role_withdrawal', (join) =>
      join
        .onRef('role_withdrawal.jurisdiction_id', '=', 'role_grant.jurisdiction_id')
        .onRef('role_withdrawal.grant_id', '=', 'role_grant.id'),
    )
    .selectAll('role_grant')
    .where('role_grant.jurisdiction_id', '=', jurisdiction)
    .where('role_grant.account_id', '=', accountId)
    .where('role_withdrawal.grant_id', 'is', null)
    .orderBy('role_grant.recorded_at')
    .execute();

/** False where it was withdrawn before. */
export async function withdrawGrant(
  db: Db,
  jurisdiction: string,
  given: { readonly grantId: string; readonly reason: string; readonly recordedBy: string | null },
): Promise<boolean> {
  const withdrawn = await db
    .insertInto('role_withdrawal')
    .values({
      jurisdiction_id: jurisdiction,
      grant_id: given.grantId,
      reason: given.reason,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('grant_id')
    .executeTakeFirst();
  return withdrawn !== undefined;
}
