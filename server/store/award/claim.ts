// Rows of claims and of their moves, the facts given with a submission, and what is still being typed.
import { sql } from 'kysely';
import type { ClaimAction, ClaimState } from '../../../core/policy/pay/claim.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import type { Db } from '../open.ts';

export interface NewClaim {
  readonly id: string;
  readonly subject: string;
  readonly subjectName: string;
  readonly placeId: string;
  readonly clauseId: string;
  readonly unit: string;
  readonly ownerId: string;
  readonly recordedBy: string | null;
}

export interface ClaimRow extends NewClaim {
  readonly recordedAt: string;
}

export const addClaim = async (db: Db, jurisdiction: string, given: NewClaim): Promise<void> => {
  await sql`
    INSERT INTO claim (jurisdiction_id, id, subject, subject_name, place_id, clause_id, unit, owner_id, recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.subject}, ${given.subjectName}, ${given.placeId}, ${given.clauseId},
            ${given.unit}, ${given.ownerId}, ${given.recordedBy})`.execute(db);
};

const columns = sql`id, subject, subject_name AS "subjectName", place_id AS "placeId", clause_id AS "clauseId", unit,
  owner_id AS "ownerId", recorded_by AS "recordedBy", recorded_at AS "recordedAt"`;

export async function getClaim(db: Db, jurisdiction: string, id: string): Promise<ClaimRow | undefined> {
  const { rows } = await sql<ClaimRow>`
    SELECT ${columns} FROM claim WHERE jurisdiction_id = ${jurisdiction} AND id = ${id}`.execute(db);
  return rows[0];
}

/** Newest first; of one subject, or of all. */
export async function listClaims(db: Db, jurisdiction: string, subject: string | null): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    SELECT ${columns} FROM claim
    WHERE jurisdiction_id = ${jurisdiction} AND (${subject}::text IS NULL OR subject = ${subject})
    ORDER BY recorded_at DESC`.execute(db);
  return rows;
}

/** Two claims for one promise take turns: who comes second sees the first. */
export const lockPromise = async (db: Db, jurisdiction: string, key: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`claim ${jurisdiction} ${key}`}, 0))`.execute(db);
};

/** What the rules said to a claim, kept with the move that it decided. */
export interface ClaimAnswer {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** 分 */
  readonly amount: number | null;
  readonly words: Words;
  readonly reasons: readonly Words[];
}

export interface NewClaimEvent {
  readonly claimId: string;
  readonly number: number;
  readonly action: ClaimAction;
  readonly state: ClaimState;
  readonly words: string;
  readonly amount: number | null;
  readonly answer: ClaimAnswer | null;
  readonly ruleSetHash: string;
  readonly dueOn: IsoDate | null;
  readonly receivedAt: string;
  readonly recordedBy: string | null;
}

export interface ClaimEventRow extends NewClaimEvent {
  readonly by: string | null;
}

/** False where somebody else's move came first. */
export async function addClaimEvent(db: Db, jurisdiction: string, given: NewClaimEvent): Promise<boolean> {
  const answer = given.answer === null ? null : JSON.stringify(given.answer);
  const { rows } = await sql`
    INSERT INTO claim_event (jurisdiction_id, claim_id, number, action, state, words, amount, answer, rule_set_hash, due_on,
                             received_at, recorded_by)
    VALUES (${jurisdiction}, ${given.claimId}, ${given.number}, ${given.action}, ${given.state}, ${given.words},
            ${given.amount}, ${answer}::jsonb, ${given.ruleSetHash}, ${given.dueOn}, ${given.receivedAt},
            ${given.recordedBy})
    ON CONFLICT (jurisdiction_id, claim_id, number) DO NOTHING RETURNING number`.execute(db);
  return rows.length === 1;
}

/** Moves of these claims, each in its order, with the post that made them. */
export async function listClaimEvents(
  db: Db,
  jurisdiction: string,
  claimIds: readonly string[],
): Promise<ClaimEventRow[]> {
  const { rows } = await sql<ClaimEventRow>`
    SELECT event.claim_id AS "claimId", event.number, event.action, event.state, event.words,
           event.amount::float8 AS amount, event.answer, event.rule_set_hash AS "ruleSetHash", event.due_on AS "dueOn",
           event.received_at AS "receivedAt", event.recorded_by AS "recordedBy", account.name AS by
    FROM claim_event AS event
    LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
    WHERE event.jurisdiction_id = ${jurisdiction} AND event.claim_id = ANY(${claimIds}::uuid[])
    ORDER BY event.claim_id, event.number`.execute(db);
  return rows;
}

export interface ClaimFact {
  readonly fact: string;
  readonly typed: string;
  readonly value: number | boolean;
}

export async function addClaimFacts(
  db: Db,
  jurisdiction: string,
  { claimId, number }: { readonly claimId: string; readonly number: number },
  given: readonly ClaimFact[],
): Promise<void> {
  if (given.length === 0) return;
  await sql`
    INSERT INTO claim_fact (jurisdiction_id, claim_id, event_number, fact, typed, value)
    SELECT ${jurisdiction}, ${claimId}, ${number}, row.* FROM unnest(
      ${given.map(({ fact }) => fact)}::text[], ${given.map(({ typed }) => typed)}::text[],
      ${given.map(({ value }) => JSON.stringify(value))}::jsonb[]) AS row`.execute(db);
}

/** Facts of the last submission. */
export async function listClaimFacts(db: Db, jurisdiction: string, claimId: string): Promise<ClaimFact[]> {
  const { rows } = await sql<ClaimFact>`
    SELECT fact, typed, value FROM claim_fact
    WHERE jurisdiction_id = ${jurisdiction} AND claim_id = ${claimId}
      AND event_number = (SELECT max(event_number) FROM claim_fact
                          WHERE jurisdiction_id = ${jurisdiction} AND claim_id = ${claimId})
    ORDER BY fact`.execute(db);
  return rows;
}

export interface ClaimDraft {
  readonly given: Readonly<Record<string, string>>;
  readonly version: number;
}

export async function getClaimDraft(
  db: Db,
  jurisdiction: string,
  claimId: string,
): Promise<ClaimDraft | undefined> {
  const { rows } = await sql<ClaimDraft>`
    SELECT given, version FROM claim_draft WHERE jurisdiction_id = ${jurisdiction} AND claim_id = ${claimId}`.execute(
    db,
  );
  return rows[0];
}

/** The new version, or undefined where another tab saved in between. */
export async function saveClaimDraft(
  db: Db,
  jurisdiction: string,
  claimId: string,
  { given, version }: ClaimDraft,
  now: Date,
): Promise<number | undefined> {
  const text = JSON.stringify(given);
  const { rows } = await sql<{ version: number }>`
    INSERT INTO claim_draft AS draft (jurisdiction_id, claim_id, given, version, saved_at)
    VALUES (${jurisdiction}, ${claimId}, ${text}::jsonb, 1, ${now.toISOString()})
    ON CONFLICT (jurisdiction_id, claim_id) DO UPDATE
      SET given = EXCLUDED.given, version = draft.version + 1, saved_at = EXCLUDED.saved_at
      WHERE draft.version = ${version}
    RETURNING version`.execute(db);
  return rows[0]?.version;
}
