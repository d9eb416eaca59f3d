// PostgreSQL gives every cell and every payout that the oracle gives, by the statements printed from the same form.
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomSchema, randomTrial } from '../../core/policy/engine/random.fixture.ts';
import { referenceOf } from '../../core/policy/engine/reference.fixture.ts';
import {
  matchesStatements,
  matchesTable,
  payoutsQuery,
  registerTable,
} from '../../core/policy/engine/sql/statement.ts';
import { poolConfig } from '../store/open.ts';
import { emptyDatabase } from '../store/test-store.fixture.ts';

const tables = { register: 'subjects', matches: 'matches' };
const CLAUSES = 40;
const ROWS = 2_500;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

let client: Client;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await emptyDatabase();
  drop = database.drop;
  client = new Client(poolConfig(database.connection));
  await client.connect();
  await client.query(registerTable('postgresql', randomSchema, tables.register));
  await client.query(matchesTable('postgresql', tables.matches));
});
afterAll(async () => {
  await client.end();
  await drop();
});

async function fill(rows: readonly Float64Array[]): Promise<void> {
  await client.query(`TRUNCATE ${tables.register}, ${tables.matches}`);
  const columns = randomSchema.map((_, at) =>
    rows.map((row) => (Number.isNaN(row[at]) ? null : String(row[at]))),
  );
  const types = ['int8', ...randomSchema.map(() => 'int8')].map((type, at) => `$${at + 1}::${type}[]`);
  await client.query(`INSERT INTO ${tables.register} SELECT * FROM unnest(${types.join(', ')})`, [
    rows.map((_, id) => id),
    ...columns,
  ]);
}

describe('PostgreSQL', () => {
  it.each(SEEDS)(
    'agrees on 100,000 cells of seed %i',
    async (seed) => {
      const { ruleSet, rows } = randomTrial(seed, CLAUSES, ROWS);
      await fill(rows);
      for (const statement of matchesStatements('postgresql', ruleSet, tables)) await client.query(statement);
      const found = await client.query(
        `SELECT id, clause, fen FROM ${tables.matches} WHERE fen > 0 ORDER BY id, clause`,
      );
      const payouts = await client.query(
        `SELECT id, sum(payout) AS paid FROM (${payoutsQuery(tables)}) p GROUP BY id ORDER BY id`,
      );
      const reference = referenceOf(ruleSet);
      const expected = rows.map((row) => reference(row));
      const cells = expected.flatMap(({ fen }, id) =>
        fen.flatMap((each, clause) => (each > 0 ? [`${id} ${clause} ${each}`] : [])),
      );
      expect(found.rows.map(({ id, clause, fen }) => `${id} ${clause} ${fen}`)).toEqual(cells);
      const paid = expected.flatMap(({ paid: all }, id) => {
        const sum = all.reduce((before, fen) => before + BigInt(fen), 0n);
        return sum > 0n ? [`${id} ${sum}`] : [];
      });
      expect(payouts.rows.map((row) => `${row.id} ${row.paid}`)).toEqual(paid);
    },
    120_000,
  );
});
