// All rows judged on a day: in columns where they can, by `assess` itself where they cannot.

import { dayNumber } from '../../quantity/calendar.ts';
import type { IsoDate } from '../../quantity/date.ts';
import { parseDecimal } from '../../quantity/decimal.ts';
import type { Verdict } from '../verdict.ts';
import { reasonCode, statusCode } from './codes.ts';
import { type BulkFacts, NO_SHARE, type VerdictColumns, verdictColumns } from './columns.ts';
import { judgeRow } from './judge-row.ts';
import { SHARE_LIMIT, scaled } from './scaled.ts';

/** The exact judgement of one row: `assess` on its facts. */
export type ExactJudge = (row: number, asOf: IsoDate) => Verdict;

export interface BulkVerdicts {
  readonly columns: VerdictColumns;
  readonly asOf: IsoDate;
  /** Verdicts of the rows that the exact path decided, whole. */
  readonly exact: Map<number, Verdict>;
}

/** A share for the column; one with more than four places is in the whole verdict only. */
function shareCode(text: string | null): number {
  const value = text === null ? null : parseDecimal(text);
  const size = value ? scaled(value, 4) : Number.NaN;
  return Math.abs(size) <= SHARE_LIMIT ? size : NO_SHARE;
}

export function putExact(into: BulkVerdicts, row: number, judged: Verdict): void {
  const { columns } = into;
  const [first, second] = judged.because;
  columns.status[row] = statusCode(judged.status);
  columns.reason[row] = first ? reasonCode(first.code) : 0;
  columns.second[row] = second ? reasonCode(second.code) : 0;
  columns.share[row] = shareCode(judged.share);
  columns.expected[row] = shareCode(judged.expectedShare);
  columns.exact[row] = 1;
  into.exact.set(row, judged);
}

/** Judges one row again, after its facts changed. */
export function judgeAgain(facts: BulkFacts, into: BulkVerdicts, row: number, exactly: ExactJudge): void {
  into.exact.delete(row);
  if (!judgeRow(facts, into.columns, row, dayNumber(into.asOf))) putExact(into, row, exactly(row, into.asOf));
}

/** Every row on a day. Columns of an earlier run may be handed in to be written over. */
export function judgeColumns(
  facts: BulkFacts,
  asOf: IsoDate,
  exactly: ExactJudge,
  columns: VerdictColumns = verdictColumns(facts.count),
): BulkVerdicts {
  const into: BulkVerdicts = { columns, asOf, exact: new Map() };
  const day = dayNumber(asOf);
  for (let row = 0; row < facts.count; row++)
    if (!judgeRow(facts, columns, row, day)) putExact(into, row, exactly(row, asOf));
  return into;
}
