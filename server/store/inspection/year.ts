// Rows of the yearly plan's moves: numbered, so that one of two people wins; each holds what it was about.
import { sql } from 'kysely';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { YearPlanAction, YearPlanState } from '../../../core/supervise/year-plan.ts';
import type { YearPlanLine } from '../json.ts';
import type { Db } from '../open.ts';

export interface YearMove {
  readonly year: number;
  readonly number: number;
  readonly action: YearPlanAction;
  readonly state: YearPlanState;
  readonly lines: readonly YearPlanLine[];
  readonly words: string;
  readonly approval: string;
  readonly receivedOn: IsoDate;
  readonly recordedBy: string | null;
}

/** False where somebody else's move came first. */
export async function addYearMove(db: Db, jurisdiction: string, given: YearMove): Promise<boolean> {
  const added = await db
    .insertInto('inspection_year')
    .values({
      jurisdiction_id: jurisdiction,
      year: given.year,
      number: given.number,
      action: given.action,
      state: given.state,
      lines: JSON.stringify(given.lines),
      words: given.words,
      approval: given.approval,
      received_on: given.receivedOn,
      recorded_by: given.recordedBy,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'year', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return added !== undefined;
}

export type YearMoveRow = Omit<YearMove, 'recordedBy'> & { readonly by: string | null };

export async function listYearMoves(db: Db, jurisdiction: string, year: number): Promise<YearMoveRow[]> {
  const { rows } = await sql<YearMoveRow>`
    SELECT move.year, move.number, move.action, move.state, move.lines, move.words, move.approval,
           move.received_on AS "receivedOn", account.name AS by
    FROM inspection_year AS move
    LEFT JOIN account ON account.jurisdiction_id = move.jurisdiction_id AND account.id = move.recorded_by
    WHERE move.jurisdiction_id = ${jurisdiction} AND move.year = ${year}
    ORDER BY move.number`.execute(db);
  return rows;
}
