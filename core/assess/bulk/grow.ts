// Columns that get longer while they are filled: the new array is twice as long, so filling stays linear.

interface Column {
  readonly length: number;
}

const roomFor = (have: number, wanted: number): number => Math.max(wanted, have * 2, 16);

/** The column itself where it is long enough, else a longer copy. */
export function longerDays(column: Int32Array, wanted: number): Int32Array {
  if (fits(column, wanted)) return column;
  const longer = new Int32Array(roomFor(column.length, wanted));
  longer.set(column);
  return longer;
}

export function longerNumbers(column: Float64Array, wanted: number): Float64Array {
  if (fits(column, wanted)) return column;
  const longer = new Float64Array(roomFor(column.length, wanted));
  longer.set(column);
  return longer;
}

export function longerBytes(column: Uint8Array, wanted: number): Uint8Array {
  if (fits(column, wanted)) return column;
  const longer = new Uint8Array(roomFor(column.length, wanted));
  longer.set(column);
  return longer;
}

const fits = (column: Column, wanted: number): boolean => column.length >= wanted;
