// Many commitments of one plan judged at once: what a job or an overview asks for where it needs statuses and counts, not reasons.
import type { IsoDate } from '../../quantity/date.ts';
import { assess } from '../assess.ts';
import type { Series } from '../facts.ts';
import type { JudgingSettings } from '../settings.ts';
import type { BulkFacts } from './columns.ts';
import { type BulkVerdicts, type ExactJudge, judgeColumns } from './judge-columns.ts';
import { packer } from './pack.ts';
import type { RowFacts } from './read-row.ts';

export interface Packed {
  readonly facts: BulkFacts;
  /** `assess` on the facts of a row: for rows that no column can hold, and for the reasons of any row. */
  readonly exactly: ExactJudge;
}

/** Figures of a year to come in: each month once. */
const SPARE = 12;

/** Facts packed once, to be judged on many days. The rows stay as they are given: row 5 is commitment 5. */
export function packMany(rows: readonly RowFacts[], series: Series, settings: JudgingSettings): Packed {
  const figures = rows.reduce((sum, row) => sum + row.figures.length, 0);
  const packed = packer(series, settings, { rows: rows.length, figures, spare: SPARE });
  for (const row of rows) packed.add(row);
  const exactly: ExactJudge = (row, asOf) => {
    const facts = rows[row];
    if (!facts) throw new RangeError(`no row ${row}`);
    return assess({ ...facts, series }, settings, asOf);
  };
  return { facts: packed.finish(), exactly };
}

/** Every row on a day, as `assess` would judge it. */
export const judgeMany = ({ facts, exactly }: Packed, asOf: IsoDate): BulkVerdicts =>
  judgeColumns(facts, asOf, exactly);
