// Rows of commitments, and of the places in documents where each is printed.
import { sql } from 'kysely';
import type { Commitment, Target } from '../../core/plan/commitment.ts';
import type { IsoDate } from '../../core/quantity/date.ts';
import { knownBy } from './known.ts';
import type { Db } from './open.ts';
import { listLastOwners, listOwners, withOwners } from './owner.ts';

const json = (values: readonly unknown[]): string[] => values.map((value) => JSON.stringify(value));

/** Commitments take their place in the plan in the order in which they are given. */
export async function addCommitments(
  db: Db,
  jurisdiction: string,
  given: readonly Commitment[],
): Promise<void> {
  const [first] = given;
  if (!first) return;
  await sql`
    INSERT INTO commitment (jurisdiction_id, plan_id, id, position, kind, number, title, field, lead_unit,
                            support_units, official, starts_on, due_on, force, targets)
    SELECT ${jurisdiction}, plan_id, id,
           position + (SELECT coalesce(max(c.position), 0) FROM commitment c
                       WHERE c.jurisdiction_id = ${jurisdiction} AND c.plan_id = row.plan_id),
           kind, number, title, field, lead_unit, support_units, official, starts_on, due_on, force, targets
    FROM unnest(${given.map((c) => c.planId)}::uuid[], ${given.map((c) => c.id)}::uuid[],
                ${given.map((c) => c.kind)}::text[], ${given.map((c) => c.number)}::text[],
                ${given.map((c) => c.title)}::text[], ${given.map((c) => c.field)}::text[],
                ${given.map((c) => c.leadUnit)}::text[], ${json(given.map((c) => c.supportUnits))}::jsonb[],
                ${given.map((c) => c.official)}::text[], ${given.map((c) => c.startsOn)}::date[],
                ${given.map((c) => c.dueOn)}::date[], ${given.map((c) => c.force)}::text[],
                ${json(given.map((c) => c.targets))}::jsonb[])
         WITH ORDINALITY AS row(plan_id, id, kind, number, title, field, lead_unit, support_units, official,
                                starts_on, due_on, force, targets, position)`.execute(db);
}

/** Commitments of one plan, or of all plans, in the order of adoption, with the owners they had as known on the day. */
export async function listCommitments(
  db: Db,
  jurisdiction: string,
  planId: string | null,
  knownOn: IsoDate | null,
) {
  const [rows, owners] = await Promise.all([
    db
      .selectFrom('commitment')
      .selectAll()
      .where('jurisdiction_id', '=', jurisdiction)
      .$if(planId !== null, (query) => query.where('plan_id', '=', planId ?? ''))
      .where(knownBy('commitment', knownOn))
      .orderBy('plan_id')
      .orderBy('position')
      .execute(),
    listLastOwners(db, jurisdiction, planId, knownOn),
  ]);
  return rows.map((row) => withOwners(row, owners.get(row.id)));
}

export async function getCommitment(db: Db, jurisdiction: string, id: string) {
  const row = await db
    .selectFrom('commitment')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && withOwners(row, (await listOwners(db, jurisdiction, id, null)).at(-1));
}

export interface NewSource {
  readonly id: string;
  readonly commitmentId: string;
  readonly documentId: string;
  readonly itemId: string | null;
  readonly metric: string;
  readonly printed: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly targets: readonly Target[];
}

export async function addSources(db: Db, jurisdiction: string, given: readonly NewSource[]): Promise<void> {
  if (given.length === 0) return;
  await sql`
    INSERT INTO commitment_source (jurisdiction_id, id, commitment_id, document_id, item_id, metric, printed,
                                   span_start, span_end, quote, targets)
    SELECT ${jurisdiction}, * FROM unnest(
      ${given.map((s) => s.id)}::uuid[], ${given.map((s) => s.commitmentId)}::uuid[],
      ${given.map((s) => s.documentId)}::uuid[], ${given.map((s) => s.itemId)}::uuid[],
      ${given.map((s) => s.metric)}::text[], ${given.map((s) => s.printed)}::text[],
      ${given.map((s) => s.start)}::int[], ${given.map((s) => s.end)}::int[],
      ${given.map((s) => s.quote)}::text[], ${json(given.map((s) => s.targets))}::jsonb[])`.execute(db);
}

/** Where the commitments of a plan are printed, oldest first. */
export const listSources = (db: Db, jurisdiction: string, planId: string | null, knownOn: IsoDate | null) =>
  db
    .selectFrom('commitment_source as source')
    .innerJoin('commitment', (join) =>
      join
        .onRef('commitment.jurisdiction_id', '=', 'source.jurisdiction_id')
        .onRef('commitment.id', '=', 'source.commitment_id'),
    )
    .select([
      'source.commitment_id',
      'source.document_id',
      'source.metric',
      'source.printed',
      'source.span_start',
      'source.span_end',
      'source.quote',
      'source.targets',
    ])
    .where('source.jurisdiction_id', '=', jurisdiction)
    .$if(planId !== null, (query) => query.where('commitment.plan_id', '=', planId ?? ''))
    .where(knownBy('source', knownOn))
    .orderBy('source.recorded_at')
    .orderBy('source.span_start')
    .execute();
