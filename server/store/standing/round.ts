// Rows of rounds, of their moves, and of what a frozen round was computed from. The key of a move lets one of two people win.
import { sql } from 'kysely';
import type { Formula, Member, RoundAction, RoundState } from '../../../core/assess/standing/formula.ts';
import type { Standing } from '../../../core/assess/standing/rank.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Db } from '../open.ts';

export interface NewRound {
  readonly id: string;
  readonly name: string;
  readonly planId: string;
  readonly formulaId: string;
  readonly version: number;
  readonly asOf: IsoDate;
  readonly recordedBy: string | null;
}

export const addRound = async (db: Db, jurisdiction: string, given: NewRound): Promise<void> => {
  await db
    .insertInto('standing_round')
    .values({
      jurisdiction_id: jurisdiction,
      id: given.id,
      name: given.name,
      plan_id: given.planId,
      formula_id: given.formulaId,
      version: given.version,
      as_of: given.asOf,
      recorded_by: given.recordedBy,
    })
    .execute();
};

export interface RoundEvent {
  readonly roundId: string;
  readonly number: number;
  readonly action: RoundAction | 'draft';
  readonly state: RoundState;
  readonly reason: string;
  readonly recordedBy: string | null;
}

/** False where somebody else's move came first. */
export async function addRoundEvent(db: Db, jurisdiction: string, given: RoundEvent): Promise<boolean> {
  const added = await db
    .insertInto('standing_round_event')
    .values({
      jurisdiction_id: jurisdiction,
      round_id: given.roundId,
      number: given.number,
      action: given.action,
      state: given.state,
      reason: given.reason,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'round_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export interface Frozen {
  readonly members: readonly Member[];
  readonly standing: Standing;
  readonly sha256: string;
}

export const addFrozen = async (
  db: Db,
  jurisdiction: string,
  roundId: string,
  { members, standing, sha256 }: Frozen,
  recordedBy: string | null,
): Promise<void> => {
  await db
    .insertInto('standing_frozen')
    .values({
      jurisdiction_id: jurisdiction,
      round_id: roundId,
      members: JSON.stringify(members),
      standing: JSON.stringify(standing),
      sha256,
      recorded_by: recordedBy,
    })
    .execute();
};

export const getFrozen = (db: Db, jurisdiction: string, roundId: string): Promise<Frozen | undefined> =>
  db
    .selectFrom('standing_frozen')
    .select(['members', 'standing', 'sha256'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where('round_id', '=', roundId)
    .executeTakeFirst();

export interface RoundRow extends Omit<NewRound, 'recordedBy'> {
  readonly formula: Formula;
  readonly state: RoundState;
  /** Of its last move. */
  readonly number: number;
  readonly movedAt: string;
  readonly recordedAt: string;
}

/** One round, or all of them, the latest day first. */
export async function listRounds(db: Db, jurisdiction: string, roundId: string | null): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    SELECT round.id, round.name, round.plan_id AS "planId", round.formula_id AS "formulaId", round.version,
           round.as_of AS "asOf", round.recorded_at AS "recordedAt", formula.body AS formula,
           last.state, last.number, last.recorded_at AS "movedAt"
    FROM standing_round AS round
    JOIN standing_formula AS formula ON formula.jurisdiction_id = round.jurisdiction_id
                                    AND formula.id = round.formula_id AND formula.version = round.version
    CROSS JOIN LATERAL (
      SELECT state, number, recorded_at FROM standing_round_event
      WHERE jurisdiction_id = round.jurisdiction_id AND round_id = round.id
      ORDER BY number DESC LIMIT 1) AS last
    WHERE round.jurisdiction_id = ${jurisdiction} AND (${roundId}::uuid IS NULL OR round.id = ${roundId}::uuid)
    ORDER BY round.as_of DESC, round.recorded_at DESC`.execute(db);
  return rows;
}

export interface RoundEventRow extends RoundEvent {
  readonly recordedAt: string;
  /** The post that moved it. */
  readonly by: string | null;
}

export async function listRoundEvents(
  db: Db,
  jurisdiction: string,
  roundId: string,
): Promise<RoundEventRow[]> {
  const { rows } = await sql<RoundEventRow>`
    SELECT event.round_id AS "roundId", event.number, event.action, event.state, event.reason,
           event.recorded_by AS "recordedBy", event.recorded_at AS "recordedAt", account.name AS by
    FROM standing_round_event AS event
    LEFT JOIN account ON account.jurisdiction_id = event.jurisdiction_id AND account.id = event.recorded_by
    WHERE event.jurisdiction_id = ${jurisdiction} AND event.round_id = ${roundId}
    ORDER BY event.number`.execute(db);
  return rows;
}
