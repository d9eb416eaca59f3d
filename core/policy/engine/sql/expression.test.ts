// Where the three databases would silently differ from the form, the printed text says otherwise.
import { describe, expect, it } from 'vitest';
import type { Amount, Condition, Schema } from '../form.ts';
import { type DialectName, dialects } from './dialect.ts';
import { Expressions, sureColumns } from './expression.ts';

const schema: Schema = [
  { name: 'research', storage: 'f64', measure: 'fen', nullable: true, least: 0, greatest: 1e13 },
  { name: 'balance', storage: 'f64', measure: 'fen', nullable: false, least: -1e13, greatest: 1e13 },
  { name: 'employees', storage: 'i32', measure: 'count', nullable: false, least: 0, greatest: 1e6 },
  { name: 'flags', storage: 'u32', measure: 'flags', nullable: false, least: 0, greatest: 2 ** 32 - 1 },
];
const research: Amount = { op: 'column', column: 'research' };
const balance: Amount = { op: 'column', column: 'balance' };
const million: Amount = { op: 'number', value: 100_000_000 };
const capped: Amount = { op: 'least', left: research, right: million };
const share = (of: Amount): Amount => ({ op: 'rate', of, numerator: 1, denominator: 20 });
const isThere: Condition = { op: 'compare', comparison: 'above', left: research, right: million };

const sql = (name: DialectName, amount: Amount, sure: ReadonlySet<string> = new Set()) =>
  new Expressions(dialects[name], schema, sure).amount(amount);

describe('amounts', () => {
  it.each<[string, string, string]>([
    // why this row is here                               printed                             expected
    [
      'a cap on what is missing is missing, not the cap',
      sql('postgresql', capped),
      'CASE WHEN "research" IS NOT NULL THEN least("research"::int8, 100000000::int8) END',
    ],
    [
      'no guard where the condition proves the column',
      sql('postgresql', capped, sureColumns(isThere)),
      'least("research"::int8, 100000000::int8)',
    ],
    ['PostgreSQL truncates by /', sql('postgresql', share(research)), '("research"::int8 / 20::int8)'],
    [
      'DuckDB truncates by //, / would be a float',
      sql('duckdb', share(research)),
      '("research"::BIGINT // 20::BIGINT)',
    ],
    [
      'ClickHouse truncates by intDiv, / would be a float',
      sql('clickhouse', share(research)),
      'intDiv(toInt64("research"), toInt64(20))',
    ],
    [
      'what may be below zero is floored, not truncated',
      sql('postgresql', share(balance)),
      '(("balance"::int8 - CASE WHEN "balance"::int8 < 0 THEN 19::int8 ELSE 0::int8 END) / 20::int8)',
    ],
  ])('%s', (_, printed, expected) => {
    expect(printed).toBe(expected);
  });
});

describe('sure columns', () => {
  it.each<[string, Condition, readonly string[]]>([
    ['a comparison that must hold', isThere, ['research']],
    ['one of two alternatives proves nothing', { op: 'any', of: [isThere, isThere] }, []],
    ['all of them prove theirs', { op: 'all', of: [isThere] }, ['research']],
    ['a flag that is lacking proves its column', { op: 'lacks', column: 'flags', bit: 1 }, ['flags']],
  ])('%s', (_, condition, expected) => {
    expect([...sureColumns(condition)]).toEqual(expected);
  });
});

describe('flags', () => {
  it('widens for the uppermost bit only', () => {
    const printed = (bit: number) =>
      new Expressions(dialects.postgresql, schema).condition({ op: 'has', column: 'flags', bit });
    expect(printed(3)).toBe('("flags" & 8) <> 0');
    expect(printed(31)).toBe('("flags"::int8 & 2147483648::int8) <> 0');
  });
});
