// Rows of the work behind a project: guarantees asked and granted, evidence of other eyes, dated words of people.
import { sql } from 'kysely';
import type { ProjectEvidence } from '../../../core/project/evidence.ts';
import type { GuaranteeEntry } from '../../../core/project/guarantee.ts';
import type { Db } from '../open.ts';
import { among } from './entry.ts';

export const addGuarantee = async (
  db: Db,
  jurisdiction: string,
  given: GuaranteeEntry & { readonly id: string },
  recordedBy: string | null,
): Promise<void> => {
  await sql`
    INSERT INTO project_guarantee (jurisdiction_id, id, project_id, factor, kind, day, amount, unit, source, recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.projectId}, ${given.factor}, ${given.kind}, ${given.day},
            ${given.amount}::numeric, ${given.unit}, ${given.source}, ${recordedBy}::uuid)`.execute(db);
};

export async function listGuarantees(
  db: Db,
  jurisdiction: string,
  projectId: string,
): Promise<GuaranteeEntry[]> {
  const { rows } = await sql<GuaranteeEntry>`
    SELECT project_id AS "projectId", factor, kind, day, trim_scale(amount)::text AS amount, unit, source
    FROM project_guarantee WHERE jurisdiction_id = ${jurisdiction} AND project_id = ${projectId}
    ORDER BY day, recorded_at, id`.execute(db);
  return rows;
}

export interface EvidenceRow extends ProjectEvidence {
  readonly words: string;
}

export const addEvidence = async (
  db: Db,
  jurisdiction: string,
  given: EvidenceRow,
  recordedBy: string | null,
): Promise<void> => {
  await sql`
    INSERT INTO project_evidence (jurisdiction_id, id, project_id, kind, observed_on, activity, physical, source, words,
                                  recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.projectId}, ${given.kind}, ${given.observedOn}, ${given.activity},
            ${given.physical}::numeric, ${given.source}, ${given.words}, ${recordedBy}::uuid)`.execute(db);
};

/** Evidence of these projects, or of all; newest first. */
export async function listEvidence(
  db: Db,
  jurisdiction: string,
  ids: readonly string[] | null,
): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    SELECT id, project_id AS "projectId", kind, observed_on AS "observedOn", activity,
           trim_scale(physical)::text AS physical, source, words
    FROM project_evidence
    WHERE jurisdiction_id = ${jurisdiction}${among('project_id', ids)}
    ORDER BY observed_on DESC, recorded_at DESC, id`.execute(db);
  return rows;
}

export interface NoteRow {
  readonly kind: 'risk' | 'measure' | 'next' | 'confidence';
  readonly confidence: 'sure' | 'likely' | 'doubtful' | null;
  readonly words: string;
}

export const addNote = async (
  db: Db,
  jurisdiction: string,
  given: NoteRow & { readonly id: string; readonly projectId: string },
  recordedBy: string | null,
): Promise<void> => {
  await sql`
    INSERT INTO project_note (jurisdiction_id, id, project_id, kind, confidence, words, recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.projectId}, ${given.kind}, ${given.confidence}, ${given.words},
            ${recordedBy}::uuid)`.execute(db);
};

export async function listNotes(
  db: Db,
  jurisdiction: string,
  projectId: string,
): Promise<(NoteRow & { readonly by: string; readonly at: string })[]> {
  const { rows } = await sql<NoteRow & { readonly by: string; readonly at: string }>`
    SELECT note.kind, note.confidence, note.words, coalesce(account.name, '') AS by, note.recorded_at AS at
    FROM project_note AS note
    LEFT JOIN account ON account.jurisdiction_id = note.jurisdiction_id AND account.id = note.recorded_by
    WHERE note.jurisdiction_id = ${jurisdiction} AND note.project_id = ${projectId}
    ORDER BY note.recorded_at DESC, note.id`.execute(db);
  return rows;
}
