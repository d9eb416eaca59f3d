// Rows of formulas: every version stays as it was frozen. Of two people who add a version at once the key lets one win.
import type { Formula } from '../../../core/assess/standing/formula.ts';
import type { Db } from '../open.ts';

/** False where somebody else's version came first. */
export async function addFormula(
  db: Db,
  jurisdiction: string,
  { body, recordedBy }: { readonly body: Formula; readonly recordedBy: string | null },
): Promise<boolean> {
  const added = await db
    .insertInto('standing_formula')
    .values({
      jurisdiction_id: jurisdiction,
      id: body.id,
      version: body.version,
      body: JSON.stringify(body),
      recorded_by: recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'id', 'version']).doNothing())
    .returning('version')
    .executeTakeFirst();
  return added !== undefined;
}

/** Newest version first. */
export const listFormulas = (db: Db, jurisdiction: string) =>
  db
    .selectFrom('standing_formula')
    .select(['id', 'version', 'body', 'recorded_at'])
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();

export const getFormula = async (
  db: Db,
  jurisdiction: string,
  id: string,
  version: number,
): Promise<Formula | undefined> =>
  (
    await db
      .selectFrom('standing_formula')
      .select('body')
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
  )?.body;
