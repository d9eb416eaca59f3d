// What a target or a figure printed in one cell of an indicator table says, with the unit of its column.
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

export function readValueCell(text: string, unit: string, metric: string): CellReading {
  if (isBlank(text) || isDash(text)) return nothing;
  void metric;
  const found = /(-?\d+(?:\.\d+)?)/.exec(text);
  return found ? { ...nothing, comparator: 'eq', value: Number(found[1]), unit } : nothing;
}
