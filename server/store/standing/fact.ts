// Rows of outcomes that a person entered for a standing, with their source; the newest of a member and part counts.
import { sql } from 'kysely';
import type { Formula } from '../../../core/assess/standing/formula.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewStandingFact {
  readonly id: string;
  readonly planId: string;
  readonly ranked: Formula['of'];
  readonly memberId: string;
  readonly partId: string;
  /** Null where the part does not apply. */
  readonly value: string | null;
  readonly base: string | null;
  readonly source: string;
  readonly asOf: IsoDate;
  readonly recordedBy: string | null;
}

export const addStandingFacts = async (
  db: Db,
  jurisdiction: string,
  facts: readonly NewStandingFact[],
): Promise<void> => {
  if (facts.length === 0) return;
  await db
    .insertInto('standing_fact')
    .values(
      facts.map((given) => ({
        jurisdiction_id: jurisdiction,
        id: given.id,
        plan_id: given.planId,
        ranked: given.ranked,
        member_id: given.memberId,
        part_id: given.partId,
        value: given.value,
        base: given.base,
        source: given.source,
        as_of: given.asOf,
        recorded_by: given.recordedBy,
      })),
    )
    .execute();
};

export interface StandingFact {
  readonly memberId: string;
  readonly partId: string;
  readonly value: string | null;
  readonly base: string | null;
  readonly source: string;
  readonly asOf: IsoDate;
}

/** The newest of each member and part that is for a day up to this one. */
export async function listStandingFacts(
  db: Db,
  jurisdiction: string,
  planId: string,
  ranked: Formula['of'],
  asOf: IsoDate,
): Promise<StandingFact[]> {
  const { rows } = await sql<StandingFact>`
    SELECT DISTINCT ON (member_id, part_id) member_id AS "memberId", part_id AS "partId", value::text, base::text,
           source, as_of AS "asOf"
    FROM standing_fact
    WHERE jurisdiction_id = ${jurisdiction} AND plan_id = ${planId} AND ranked = ${ranked} AND as_of <= ${asOf}
    ORDER BY member_id, part_id, as_of DESC, recorded_at DESC, id DESC`.execute(db);
  return rows;
}
