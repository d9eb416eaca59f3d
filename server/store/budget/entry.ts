// Rows of versions of budget lines: approved, revised, executed, final; numbered by line, all stay.
import { sql } from 'kysely';
import type { Resolution, VersionEntry } from '../../../core/budget/version.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface Origin {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface NewEntry extends Omit<VersionEntry, 'resolution' | 'sequence'> {
  readonly number: number;
  readonly resolutionId: string | null;
  readonly explanation: string;
  readonly origin: Origin | null;
}

/** False where somebody else's number came first: nothing is kept then that the caller does not roll back. */
export async function addEntries(
  db: Db,
  jurisdiction: string,
  entries: readonly NewEntry[],
  recordedBy: string | null,
): Promise<boolean> {
  if (entries.length === 0) return true;
  const added = await db
    .insertInto('budget_entry')
    .values(
      entries.map((entry) => ({
        jurisdiction_id: jurisdiction,
        line_id: entry.lineId,
        number: entry.number,
        version: entry.version,
        amount: entry.amount,
        day: entry.day,
        resolution_id: entry.resolutionId,
        special_transfer: entry.specialTransfer,
        explanation: entry.explanation,
        document_id: entry.origin?.documentId ?? null,
        span_start: entry.origin?.start ?? null,
        span_end: entry.origin?.end ?? null,
        quote: entry.origin?.quote ?? '',
        recorded_by: recordedBy,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .execute();
  return added.length === entries.length;
}

/** An entry as the rules take it, with what a reader wants to know of it. */
export interface KeptEntry extends VersionEntry {
  readonly explanation: string;
  readonly origin: Origin | null;
  readonly by: string | null;
  readonly recordedAt: string;
}

interface Row {
  readonly lineId: string;
  readonly version: VersionEntry['version'];
  readonly amount: string;
  readonly day: IsoDate;
  readonly body: Resolution['body'] | null;
  readonly resolution: string | null;
  readonly adoptedOn: IsoDate | null;
  readonly specialTransfer: boolean;
  readonly sequence: number;
  readonly explanation: string;
  readonly documentId: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
  readonly by: string | null;
  readonly recordedAt: string;
}

const kept = ({ body, resolution, adoptedOn, documentId, start, end, quote, ...row }: Row): KeptEntry => ({
  ...row,
  resolution:
    body === null || resolution === null || adoptedOn === null
      ? null
      : { body, number: resolution, adoptedOn },
  origin: documentId === null || start === null || end === null ? null : { documentId, start, end, quote },
});

/** Entries of these lines, in the order in which they were recorded. */
export async function listEntries(
  db: Db,
  jurisdiction: string,
  lineIds: readonly string[],
): Promise<KeptEntry[]> {
  if (lineIds.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT entry.line_id AS "lineId", entry.version, entry.amount::text AS amount, entry.day, resolution.body,
           resolution.number AS resolution, resolution.adopted_on AS "adoptedOn",
           entry.special_transfer AS "specialTransfer", entry.number AS sequence, entry.explanation,
           entry.document_id AS "documentId", entry.span_start AS start, entry.span_end AS "end", entry.quote,
           account.name AS by, entry.recorded_at AS "recordedAt"
    FROM budget_entry AS entry
    LEFT JOIN budget_resolution AS resolution
           ON resolution.jurisdiction_id = entry.jurisdiction_id AND resolution.id = entry.resolution_id
    LEFT JOIN account ON account.jurisdiction_id = entry.jurisdiction_id AND account.id = entry.recorded_by
    WHERE entry.jurisdiction_id = ${jurisdiction} AND entry.line_id = ANY (${lineIds}::uuid[])
    ORDER BY entry.line_id, entry.number`.execute(db);
  return rows.map(kept);
}
