// Rows of invitations, and how each ended: taken or withdrawn, once.
import { sql } from 'kysely';
import type { Role, RoleGrant } from '../../../core/place/role.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewInvitation extends RoleGrant {
  readonly id: string;
  readonly codeSha256: string;
  readonly name: string;
  readonly mail: string;
  readonly expiresAt: Date;
  readonly recordedBy: string | null;
}

export const addInvitation = async (db: Db, jurisdiction: string, given: NewInvitation): Promise<void> => {
  await db
    .insertInto('invitation')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      code_sha256: given.codeSha256,
      name: given.name,
      mail: given.mail,
      role: given.role,
      place_id: given.place,
      unit: given.unit,
      starts_on: given.from,
      ends_on: given.to,
      expires_at: given.expiresAt.toISOString(),
      recorded_by: given.recordedBy,
    })
    .execute();
};

export interface FoundInvitation {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly role: Role;
  readonly place: string | null;
  readonly unit: string | null;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly expiresAt: string;
  readonly ended: boolean;
  readonly takenBy: string | null;
  readonly invitedBy: string | null;
}

const rowsWhere = async (db: Db, condition: ReturnType<typeof sql>): Promise<FoundInvitation[]> => {
  const { rows } = await sql<FoundInvitation>`
    SELECT invitation.id, invitation.name, invitation.mail, invitation.role, invitation.place_id AS place, invitation.unit,
           invitation.starts_on AS "from", invitation.ends_on AS "to", invitation.expires_at AS "expiresAt",
           invitation_end.invitation_id IS NOT NULL AS ended, invitation_end.account_id AS "takenBy",
           invitation.recorded_by AS "invitedBy"
    FROM invitation
    LEFT JOIN invitation_end ON invitation_end.jurisdiction_id = invitation.jurisdiction_id
                            AND invitation_end.invitation_id = invitation.id
    WHERE ${condition} ORDER BY invitation.recorded_at DESC, invitation.id LIMIT 500`.execute(db);
  return rows;
};

export const listInvitations = (db: Db, jurisdiction: string): Promise<FoundInvitation[]> =>
  rowsWhere(db, sql`invitation.jurisdiction_id = ${jurisdiction}`);

export const getInvitationByCode = async (
  db: Db,
  jurisdiction: string,
  codeSha256: string,
): Promise<FoundInvitation | undefined> =>
  (
    await rowsWhere(
      db,
      sql`invitation.jurisdiction_id = ${jurisdiction} AND invitation.code_sha256 = ${codeSha256}`,
    )
  )[0];

/** False where it had ended before: of two at once, one wins. */
export async function endInvitation(
  db: Db,
  jurisdiction: string,
  given: { readonly id: string; readonly accountId: string | null; readonly recordedBy: string | null },
): Promise<boolean> {
  const ended = await db
    .insertInto('invitation_end')
    .values({
      jurisdiction_id: jurisdiction,
      invitation_id: given.id,
      account_id: given.accountId,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('invitation_id')
    .executeTakeFirst();
  return ended !== undefined;
}
