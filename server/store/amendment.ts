// Rows of amendments: new targets of a commitment from a day on, with the reason and the approving document.
import type { Target } from '../../core/plan/commitment.ts';
import type { IsoDate } from '../../core/quantity/date.ts';
import { knownBy } from './known.ts';
import type { Db } from './open.ts';

export interface NewAmendment {
  readonly id: string;
  readonly commitmentId: string;
  readonly targets: readonly Target[];
  readonly reason: string;
  readonly documentId: string | null;
  readonly effectiveOn: IsoDate;
}

export const addAmendment = async (db: Db, jurisdiction: string, given: NewAmendment): Promise<void> => {
  await db
    .insertInto('amendment')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      commitment_id: given.commitmentId,
      targets: JSON.stringify(given.targets),
      reason: given.reason,
      document_id: given.documentId,
      effective_on: given.effectiveOn,
    })
    .execute();
};

/** Amendments of a plan's commitments, oldest first. */
export const listAmendments = (
  db: Db,
  jurisdiction: string,
  planId: string | null,
  knownOn: IsoDate | null,
) =>
  db
    .selectFrom('amendment')
    .innerJoin('commitment', (join) =>
      join
        .onRef('commitment.jurisdiction_id', '=', 'amendment.jurisdiction_id')
        .onRef('commitment.id', '=', 'amendment.commitment_id'),
    )
    .selectAll('amendment')
    .where('amendment.jurisdiction_id', '=', jurisdiction)
    .$if(planId !== null, (query) => query.where('commitment.plan_id', '=', planId ?? ''))
    .where(knownBy('amendment', knownOn))
    .orderBy('amendment.recorded_at')
    .execute();
