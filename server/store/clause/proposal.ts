// Rows of proposed clause versions and of their moves. The key of a move lets one of two people win.
import { sql } from 'kysely';
import type { ProposalAction, ProposalState } from '../../../core/policy/author/proposal.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewProposal {
  readonly id: string;
  readonly clauseId: string;
  readonly base: number;
  readonly startsOn: IsoDate;
  readonly content: string;
  readonly sha256: string;
  readonly document: string;
  readonly reason: string;
  readonly recordedBy: string | null;
}

export const addProposal = async (db: Db, jurisdiction: string, given: NewProposal): Promise<void> => {
  await db
    .insertInto('clause_proposal')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      clause_id: given.clauseId,
      base: given.base,
      starts_on: given.startsOn,
      content: given.content,
      sha256: given.sha256,
      document: given.document,
      reason: given.reason,
      recorded_by: given.recordedBy,
    })
    .execute();
};

export interface ProposalEvent {
  readonly proposalId: string;
  readonly number: number;
  readonly action: ProposalAction | 'propose';
  readonly state: ProposalState;
  readonly reason: string;
  readonly recordedBy: string | null;
}

/** False where somebody else's move came first. */
export async function addProposalEvent(db: Db, jurisdiction: string, given: ProposalEvent): Promise<boolean> {
  const added = await db
    .insertInto('clause_proposal_event')
    .values({
      jurisdiction_id: jurisdiction,
      proposal_id: given.proposalId,
      number: given.number,
      action: given.action,
      state: given.state,
      reason: given.reason,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'proposal_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export interface ProposalRow extends NewProposal {
  /** The post that proposed it. */
  readonly by: string | null;
  readonly recordedAt: string;
  readonly state: ProposalState;
  /** Of its last move. */
  readonly number: number;
}

/** One proposal, or all; the newest first. */
export async function listProposals(
  db: Db,
  jurisdiction: string,
  {
    proposalId = null,
    clauseId = null,
  }: { readonly proposalId?: string | null; readonly clauseId?: string | null },
): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`
    SELECT proposal.id, proposal.clause_id AS "clauseId", proposal.base, proposal.starts_on AS "startsOn",
           proposal.content, proposal.sha256, proposal.document, proposal.reason,
           proposal.recorded_by AS "recordedBy", account.name AS by, proposal.recorded_at AS "recordedAt",
           last.state, last.number
    FROM clause_proposal AS proposal
    LEFT JOIN account ON account.jurisdiction_id = proposal.jurisdiction_id AND account.id = proposal.recorded_by
    CROSS JOIN LATERAL (
      SELECT state, number FROM clause_proposal_event
      WHERE jurisdiction_id = proposal.jurisdiction_id AND proposal_id = proposal.id
      ORDER BY number DESC LIMIT 1) AS last
    WHERE proposal.jurisdiction_id = ${jurisdiction}
      AND (${proposalId}::uuid IS NULL OR proposal.id = ${proposalId}::uuid)
      AND (${clauseId}::text IS NULL OR proposal.clause_id = ${clauseId}::text)
    ORDER BY proposal.recorded_at DESC`.execute(db);
  return rows;
}

export interface ProposalEventRow extends ProposalEvent {
  readonly by: string | null;
  readonly recordedAt: string;
}

export async function listProposalEvents(
  db: Db,
  jurisdiction: string,
  proposalId: string,
): Promise<ProposalEventRow[]> {
  const { rows } = await sql<ProposalEventRow>`
    SELECT event.proposal_id AS "proposalId", event.number, event.action, event.state, event.reason,
           event.recorded_by AS "recordedBy", event.recorded_at AS "recordedAt", account.name AS by
    FROM clause_proposal_event AS event
    LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
    WHERE event.jurisdiction_id = ${jurisdiction} AND event.proposal_id = ${proposalId}
    ORDER BY event.number`.execute(db);
  return rows;
}
