// Rows of rule sets that decided something, and of the decisions: what was asked, with which facts, and what came out.
import { sql } from 'kysely';
import type { Subject } from '../../../core/policy/clause.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface RuleSetRow {
  readonly id: string;
  readonly subject: Subject;
  readonly day: IsoDate;
  readonly hash: string;
  readonly versions: readonly (readonly [clauseId: string, number: number])[];
}

/** A rule set is kept once, however often it decides. */
export const keepRuleSet = async (
  db: Db,
  jurisdiction: string,
  given: RuleSetRow,
  recordedBy: string | null,
): Promise<void> => {
  await sql`
    INSERT INTO rule_set (jurisdiction_id, id, subject, day, hash, versions, recorded_by)
    VALUES (${jurisdiction}, ${given.id}, ${given.subject}, ${given.day}, ${given.hash},
            ${JSON.stringify(given.versions)}::jsonb, ${recordedBy})
    ON CONFLICT (jurisdiction_id, id) DO NOTHING`.execute(db);
};

export interface NewDecision {
  readonly id: string;
  readonly ruleSetId: string;
  readonly purpose: 'claim' | 'batch' | 'check';
  readonly subjectId: string;
  readonly reference: string;
  readonly facts: Readonly<Record<string, number | boolean | null>>;
  readonly result: unknown;
  readonly total: number;
  readonly sha256: string;
}

/** Many decisions in one statement: a batch decides thousands. */
export async function addDecisions(
  db: Db,
  jurisdiction: string,
  given: readonly NewDecision[],
  recordedBy: string | null,
): Promise<void> {
  if (given.length === 0) return;
  await sql`
    INSERT INTO policy_decision (jurisdiction_id, id, rule_set_id, purpose, subject_id, reference, facts, result, total,
                                 sha256, recorded_by)
    SELECT ${jurisdiction}, row.*, ${recordedBy}::uuid FROM unnest(
      ${given.map((each) => each.id)}::uuid[], ${given.map((each) => each.ruleSetId)}::text[],
      ${given.map((each) => each.purpose)}::text[], ${given.map((each) => each.subjectId)}::text[],
      ${given.map((each) => each.reference)}::text[], ${given.map((each) => JSON.stringify(each.facts))}::jsonb[],
      ${given.map((each) => JSON.stringify(each.result))}::jsonb[], ${given.map((each) => String(each.total))}::numeric[],
      ${given.map((each) => each.sha256)}::text[]) AS row`.execute(db);
}

export interface DecisionRow extends Omit<NewDecision, 'total'> {
  readonly total: string;
  readonly ruleSet: RuleSetRow;
  readonly by: string | null;
  readonly recordedAt: string;
}

export interface DecisionQuery {
  readonly id?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly reference?: string | undefined;
  readonly offset?: number;
  readonly limit?: number;
}

/** Decisions, the newest first. */
export async function listDecisions(
  db: Db,
  jurisdiction: string,
  { id, subjectId, reference, offset = 0, limit = 50 }: DecisionQuery,
): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    SELECT decision.id, decision.rule_set_id AS "ruleSetId", decision.purpose, decision.subject_id AS "subjectId",
           decision.reference, decision.facts, decision.result, decision.total, decision.sha256,
           decision.recorded_at AS "recordedAt", account.name AS by,
           json_build_object('id', rules.id, 'subject', rules.subject, 'day', rules.day, 'hash', rules.hash,
                             'versions', rules.versions) AS "ruleSet"
    FROM policy_decision AS decision
    JOIN rule_set AS rules ON rules.jurisdiction_id = decision.jurisdiction_id AND rules.id = decision.rule_set_id
    LEFT JOIN account ON account.jurisdiction_id = decision.jurisdiction_id AND account.id = decision.recorded_by
    WHERE decision.jurisdiction_id = ${jurisdiction}
      AND (${id ?? null}::uuid IS NULL OR decision.id = ${id ?? null}::uuid)
      AND (${subjectId ?? null}::text IS NULL OR decision.subject_id = ${subjectId ?? null}::text)
      AND (${reference ?? null}::text IS NULL OR decision.reference = ${reference ?? null}::text)
    ORDER BY decision.recorded_at DESC, decision.id OFFSET ${offset} LIMIT ${limit}`.execute(db);
  return rows;
}

export async function countDecisions(db: Db, jurisdiction: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    SELECT count(*) AS count FROM policy_decision WHERE jurisdiction_id = ${jurisdiction}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}
