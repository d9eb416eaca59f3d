// Keeps what was awarded where clauses look it up: once, this year, in a group. Called inside the transaction that awards.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { addChanges } from '../../store/register/change.ts';

export interface RecordedAward {
  readonly code: string;
  readonly clauseId: string;
  /** Empty where the clause has no such key. */
  readonly onceKey: string;
  readonly yearKey: string;
  readonly groupKey: string;
  readonly year: number;
  /** Negative where an award is taken back. */
  readonly fen: number;
  readonly on: IsoDate;
  /** What awarded it: one award of a clause a year in each. */
  readonly batch: string;
}

export async function recordAwards(
  { db, jurisdiction }: Pick<Context, 'db' | 'jurisdiction'>,
  awards: readonly RecordedAward[],
  recordedBy: string | null = null,
): Promise<void> {
  if (awards.length === 0) return;
  const of = <K extends keyof RecordedAward>(key: K): RecordedAward[K][] => awards.map((award) => award[key]);
  await sql`
    INSERT INTO enterprise_award (jurisdiction_id, code, clause_id, once_key, year_key, group_key, year, fen, awarded_on, batch,
                                  recorded_by)
    SELECT ${jurisdiction}, row.*, ${recordedBy}::uuid
    FROM unnest(${of('code')}::text[], ${of('clauseId')}::text[], ${of('onceKey')}::text[], ${of('yearKey')}::text[],
                ${of('groupKey')}::text[], ${of('year')}::integer[], ${of('fen')}::bigint[], ${of('on')}::date[],
                ${of('batch')}::text[]) AS row`.execute(db);
  const changes = [...new Set(of('code'))].map((code) => ({ code, what: 'award' }));
  await addChanges(db, jurisdiction, changes, recordedBy);
}
