// How the facts of one subject become a row of numbers in the order of the schema: NaN is missing, flags are bits with a twin that says which are known.
import type { Schema } from './engine/form.ts';

/** One number a column; what every closure reads. */
export type Row = Float64Array;

/** Numbers by column name, flags by flag name. What is not named is not known; history that is not named is nothing. */
export type Facts = Readonly<Record<string, number | boolean | null>>;

interface FlagAt {
  readonly column: number;
  readonly known: number;
  readonly mask: number;
}

/** @throws RangeError for a fact that the schema does not have or that is out of bounds: import has refused those before. */
export function rowEncoder(schema: Schema): (facts: Facts) => Row {
  const columns = new Map(schema.map((column, at) => [column.name, at]));
  const flags = new Map<string, FlagAt>();
  schema.forEach((column, at) => {
    column.bits?.forEach((name, bit) => {
      flags.set(name, { column: at, known: columns.get(column.known ?? '') ?? -1, mask: 2 ** bit });
    });
  });
  const empty = Float64Array.from(schema, (column) =>
    column.nullable ? Number.NaN : Math.max(0, column.least),
  );

  const setFlag = (row: Row, at: FlagAt, value: boolean): void => {
    if (value) row[at.column] = (row[at.column] ?? 0) + at.mask;
    if (at.known >= 0) row[at.known] = (row[at.known] ?? 0) + at.mask;
  };
  const setNumber = (row: Row, name: string, value: number): void => {
    const at = columns.get(name);
    const column = at === undefined ? undefined : schema[at];
    if (at === undefined || !column) throw new RangeError(`no such fact: ${name}`);
    if (!Number.isInteger(value) || value < column.least || value > column.greatest)
      throw new RangeError(`${name} is out of bounds: ${value}`);
    row[at] = value;
  };
  return (facts) => {
    const row = empty.slice();
    for (const [name, value] of Object.entries(facts)) {
      if (value === null) continue;
      const flag = flags.get(name);
      if (flag && typeof value === 'boolean') setFlag(row, flag, value);
      else setNumber(row, name, Number(value));
    }
    return row;
  };
}
