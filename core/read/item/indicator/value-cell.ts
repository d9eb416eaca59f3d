// What a target or a figure printed in one cell of an indicator table says, with the unit of its column.
import { holdsAny, signSet } from '../../number/sign-set.ts';
import { readTarget } from '../../number/target-form.ts';
import type { Comparator, Direction, RelativeType, Value } from '../../reading.ts';
import { isBlank, isDash } from '../tables/cell.ts';

export interface CellReading {
  readonly comparator: Comparator | null;
  readonly value: Value | null;
  readonly unit: string;
  readonly direction: Direction;
  readonly relative: string | null;
  readonly relativeType: RelativeType | null;
  readonly strive: boolean;
}

const nothing: CellReading = {
  comparator: null,
  value: null,
  unit: '',
  direction: 'none',
  relative: null,
  relativeType: null,
  strive: false,
};

/** [14] in a five-year plan is the sum over its years. */
const brackets = signSet('[〔【');
const cumulative = /^\s*[[〔【]([^\]〕】]+)[\]〕】]\s*$/;

/** A blank cell and a dash say nothing; the unit of their column is no unit of theirs. */
export const readValueCell = (text: string, unit: string, metric: string): CellReading =>
  isBlank(text) || isDash(text)
    ? nothing
    : readTarget(holdsAny(brackets, text) ? text.replace(cumulative, '$1') : text, { unit, metric });
