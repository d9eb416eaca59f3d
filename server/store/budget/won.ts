// Rows of money won from above, by batch, and of the projects that are ready for more.
import { sql } from 'kysely';
import type { Won, WonKind } from '../../../core/budget/won.ts';
import type { Db } from '../open.ts';

export interface KeptWon extends Won {
  readonly source: string;
  readonly explanation: string;
}

/** False where somebody else's number of the batch came first. */
export async function addWon(
  db: Db,
  jurisdiction: string,
  won: KeptWon,
  recordedBy: string | null,
): Promise<boolean> {
  const added = await db
    .insertInto('won_fund')
    .values({
      jurisdiction_id: jurisdiction,
      kind: won.kind,
      year: won.year,
      batch: won.batch,
      number: won.sequence,
      day: won.day,
      amount: won.amount,
      province: won.province,
      printed_share: won.printedShare,
      used: won.used,
      source: won.source,
      explanation: won.explanation,
      recorded_by: recordedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

/** The number that counts of each batch, newest year first. */
export async function listWon(db: Db, jurisdiction: string): Promise<KeptWon[]> {
  const { rows } = await sql<KeptWon>`
    SELECT DISTINCT ON (year, kind, batch) kind, year, batch, number AS sequence, day, amount::text AS amount,
           province::text AS province, printed_share::text AS "printedShare", used::text AS used, source, explanation
    FROM won_fund WHERE jurisdiction_id = ${jurisdiction}
    ORDER BY year DESC, kind, batch, number DESC`.execute(db);
  return rows;
}

export interface KeptStock {
  readonly kind: WonKind;
  readonly year: number;
  readonly number: number;
  readonly projects: number | null;
  readonly wanted: string | null;
  readonly source: string;
}

export async function addStock(
  db: Db,
  jurisdiction: string,
  stock: KeptStock,
  recordedBy: string | null,
): Promise<boolean> {
  const added = await db
    .insertInto('won_stock')
    .values({ jurisdiction_id: jurisdiction, ...stock, recorded_by: recordedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export async function listStock(db: Db, jurisdiction: string): Promise<KeptStock[]> {
  const { rows } = await sql<KeptStock>`
    SELECT DISTINCT ON (year, kind) kind, year, number, projects, wanted::text AS wanted, source
    FROM won_stock WHERE jurisdiction_id = ${jurisdiction} ORDER BY year DESC, kind, number DESC`.execute(db);
  return rows;
}
