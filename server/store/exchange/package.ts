// Rows of packages that other levels sent and that went out; the same text to or from the same partner is one row.
import { sql } from 'kysely';
import type { Level, PlanPackage } from '../../../core/plan/exchange/package.ts';
import type { Db } from '../open.ts';

export interface NewPackage {
  readonly id: string;
  readonly sha256: string;
  readonly side: 'sent' | 'received';
  readonly partnerId: string;
  readonly partnerName: string;
  readonly partnerLevel: Level;
  readonly body: PlanPackage;
  readonly isDemonstration: boolean;
  /** The document that it was read from; null where it came or went as a file. */
  readonly documentId: string | null;
  readonly recordedBy: string | null;
}

/** False where this text is there already. */
export async function addPackage(db: Db, jurisdiction: string, given: NewPackage): Promise<boolean> {
  const added = await db
    .insertInto('exchange_package')
    .values({
      ...{ jurisdiction_id: jurisdiction, id: given.id, sha256: given.sha256, side: given.side },
      ...{ partner_id: given.partnerId, partner_name: given.partnerName, partner_level: given.partnerLevel },
      ...{ year: given.body.year, body: JSON.stringify(given.body) },
      ...{ is_demonstration: given.isDemonstration, document_id: given.documentId },
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'side', 'partner_id', 'sha256']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export interface PackageRow extends Omit<NewPackage, 'recordedBy'> {
  readonly year: number;
  readonly recordedAt: string;
}

/** Packages of a year with one partner, or with all; the newest first. */
export async function listPackages(
  db: Db,
  jurisdiction: string,
  year: number,
  partnerId: string | null,
): Promise<PackageRow[]> {
  const { rows } = await sql<PackageRow>`
    SELECT id, sha256, side, partner_id AS "partnerId", partner_name AS "partnerName", partner_level AS "partnerLevel",
           year, body, document_id AS "documentId", is_demonstration AS "isDemonstration", recorded_at AS "recordedAt"
    FROM exchange_package
    WHERE jurisdiction_id = ${jurisdiction} AND year = ${year}
      AND (${partnerId}::text IS NULL OR partner_id = ${partnerId})
    ORDER BY recorded_at DESC, id`.execute(db);
  return rows;
}

export interface AboveRow {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly partnerLevel: Level;
}

/** The level above, as the last package from there named itself. */
export async function getAbove(db: Db, jurisdiction: string): Promise<AboveRow | undefined> {
  const { rows } = await sql<AboveRow>`
    SELECT partner_id AS "partnerId", partner_name AS "partnerName", partner_level AS "partnerLevel"
    FROM exchange_package
    WHERE jurisdiction_id = ${jurisdiction} AND side = 'received' AND body ->> 'direction' = 'down'
    ORDER BY recorded_at DESC LIMIT 1`.execute(db);
  return rows[0];
}
