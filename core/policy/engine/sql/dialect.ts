// What differs between the databases: whole-number division, widths, bits, types. Everything else is printed alike.
import type { Column } from '../form.ts';

export type DialectName = 'postgresql' | 'duckdb' | 'clickhouse';

export interface Dialect {
  /** A literal of 64 bits; a bare literal may be narrower and overflow, or be a decimal. */
  readonly whole: (value: number) => string;
  /** A column as 64 bits, so that no product of narrow columns overflows. */
  readonly widened: (name: string) => string;
  /** Truncating division; the printer makes it floor. */
  readonly divide: (left: string, right: string) => string;
  readonly bitAnd: (left: string, right: string) => string;
  readonly type: (column: Column) => string;
  readonly idType: string;
  /** What stands after the columns of a table. */
  readonly tableEnd: string;
}

/** Quoted, so that no name is folded to lower case or taken for a keyword. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const notNull = (column: Column, type: string): string => (column.nullable ? type : `${type} NOT NULL`);

const postgresqlTypes = { u8: 'int2', u16: 'int4', u32: 'int8', i32: 'int4', f64: 'int8' } as const;
const duckdbTypes = {
  u8: 'UTINYINT',
  u16: 'USMALLINT',
  u32: 'UINTEGER',
  i32: 'INTEGER',
  f64: 'BIGINT',
} as const;
const clickhouseTypes = { u8: 'UInt8', u16: 'UInt16', u32: 'UInt32', i32: 'Int32', f64: 'Int64' } as const;

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  postgresql: {
    whole: (value) => (value < 0 ? `(${value})::int8` : `${value}::int8`),
    widened: (name) => `${quoted(name)}::int8`,
    divide: (left, right) => `(${left} / ${right})`,
    bitAnd: (left, right) => `(${left} & ${right})`,
    type: (column) => notNull(column, postgresqlTypes[column.storage]),
    idType: 'int8 NOT NULL',
    tableEnd: '',
  },
  duckdb: {
    whole: (value) => (value < 0 ? `(${value})::BIGINT` : `${value}::BIGINT`),
    widened: (name) => `${quoted(name)}::BIGINT`,
    divide: (left, right) => `(${left} // ${right})`,
    bitAnd: (left, right) => `(${left} & ${right})`,
    type: (column) => notNull(column, duckdbTypes[column.storage]),
    idType: 'BIGINT NOT NULL',
    tableEnd: '',
  },
  clickhouse: {
    whole: (value) => `toInt64(${value})`,
    widened: (name) => `toInt64(${quoted(name)})`,
    divide: (left, right) => `intDiv(${left}, ${right})`,
    bitAnd: (left, right) => `bitAnd(${left}, ${right})`,
    type: (column) => {
      const type = clickhouseTypes[column.storage];
      return column.nullable ? `Nullable(${type})` : type;
    },
    idType: 'Int64',
    tableEnd: ' ENGINE = MergeTree ORDER BY id',
  },
};
