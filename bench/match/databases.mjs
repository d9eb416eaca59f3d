// DuckDB and ClickHouse (chdb) on the same rows with the statements printed from the same clauses.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, once, rounded } from './clock.mjs';
import { installed } from './installed.mjs';
import { schema } from './subjects.mjs';

/** A statement that takes longer than this is run once. */
const LONG_MS = 12_000;

const tables = { register: 'subjects', matches: 'matches' };

/** The register as a file that every database reads; a missing value is empty. */
function writeCsv(names, columns, folder) {
  const file = join(folder, 'subjects.csv');
  const to = openSync(file, 'w');
  let text = `id,${names.join(',')}\n`;
  for (let row = 0; row < columns[0].length; row++) {
    text += row;
    for (const values of columns) text += Number.isNaN(values[row]) ? ',' : `,${values[row]}`;
    text += '\n';
    if (text.length > 1 << 20) {
      writeSync(to, text);
      text = '';
    }
  }
  writeSync(to, text);
  closeSync(to);
  return file;
}

const byClause = `SELECT clause, count(*) AS matched, sum(fen) AS total FROM ${tables.matches} WHERE fen > 0 GROUP BY clause`;

/** Whether the database's matches and payouts are ours to the last 分. */
function same(rows, check, ours) {
  const found = new Map(rows.map((row) => [Number(row.clause), row]));
  return (
    Number(check) === ours.check &&
    ours.figures.every(({ matched, matchedFen }, clause) => {
      const row = found.get(clause);
      return matched === Number(row?.matched ?? 0) && matchedFen === Number(row?.total ?? 0);
    })
  );
}

async function openDuckdb(engine, schema, file, say) {
  const duckdb = await installed('@duckdb/node-api', say);
  if (duckdb === null) return null;
  const { registerTable, matchesTable } = await engine('core/policy/engine/sql/statement.js');
  const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run(registerTable('duckdb', schema, tables.register));
  await connection.run(`INSERT INTO ${tables.register} SELECT * FROM read_csv('${file}', header = true)`);
  await connection.run(matchesTable('duckdb', tables.matches));
  const rowsOf = async (sql) => (await connection.runAndReadAll(sql)).getRowObjects();
  return { run: (sql) => connection.run(sql), rowsOf, clear: `TRUNCATE ${tables.matches}` };
}

async function openChdb(engine, schema, file, folder, say) {
  const chdb = await installed('chdb', say);
  if (chdb === null) return null;
  const { registerTable, matchesTable } = await engine('core/policy/engine/sql/statement.js');
  const { Session } = chdb.default ?? chdb;
  const session = new Session(join(folder, 'chdb'));
  session.query(registerTable('clickhouse', schema, tables.register));
  session.query(`INSERT INTO ${tables.register} SELECT * FROM file('${file}', 'CSVWithNames')`);
  session.query(matchesTable('clickhouse', tables.matches));
  const rowsOf = (sql) => {
    const text = session.query(`${sql} SETTINGS max_threads = 2`, 'JSONEachRow').trim();
    return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line));
  };
  return {
    run: (sql) => session.query(`${sql} SETTINGS max_threads = 2`),
    rowsOf,
    clear: `TRUNCATE TABLE ${tables.matches}`,
    close: () => session.close(),
  };
}

/** Matches of every clause into a table, then payouts after overlap; the answer is compared outside the time. */
async function timed(database, statements, payouts, ours, rounds) {
  const times = [];
  let check = 0;
  // A run of many seconds needs no second one for a ratio of tens.
  for (let round = 0; round < rounds && (times[0] ?? 0) < LONG_MS; round++) {
    await database.run(database.clear);
    const { ms } = await once(async () => {
      for (const statement of statements) await database.run(statement);
      [{ check }] = await database.rowsOf(
        `SELECT sum(payout * (id % 251)) AS "check" FROM (${payouts}) AS paid`,
      );
    });
    times.push(ms);
  }
  return { ms: median(times), equal: same(await database.rowsOf(byClause), check, ours) };
}

/** The same answers without a table of matches: figures of the clauses, then payouts, each from a scan of its own. */
async function timedWithoutTable(database, statements, payouts, rounds) {
  const inner = statements.map((sql) => sql.slice(sql.indexOf('SELECT'))).join(' UNION ALL ');
  const figures = byClause.replace(tables.matches, `(${inner}) AS m(id, clause, grp, fen, paid)`);
  const paid = payouts.replace(`"${tables.matches}"`, `(${inner}) AS m(id, clause, grp, fen, paid)`);
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const { ms } = await once(async () => {
      await database.rowsOf(figures);
      await database.rowsOf(`SELECT sum(payout * (id % 251)) AS "check" FROM (${paid}) AS paid`);
    });
    times.push(ms);
  }
  return median(times);
}

export async function measureDatabases({ engine, register, say }, few, lots) {
  const { matchesStatements, payoutsQuery } = await engine('core/policy/engine/sql/statement.js');
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-match-'));
  const payouts = payoutsQuery(tables);
  const result = { duckdb: null, chdb: null };
  try {
    const columns = schema.map((column) => register.values(column));
    const file = writeCsv(
      schema.map(({ name }) => name),
      columns,
      folder,
    );
    for (const [name, dialect, open] of [
      ['duckdb', 'duckdb', () => openDuckdb(engine, schema, file, say)],
      ['chdb', 'clickhouse', () => openChdb(engine, schema, file, folder, say)],
    ]) {
      const database = await open();
      if (database === null) continue;
      say(`${name}: 20 clauses`);
      const statements = matchesStatements(dialect, few.ruleSet, tables);
      const twenty = await timed(database, statements, payouts, few, 7);
      const without = name === 'duckdb' ? await timedWithoutTable(database, statements, payouts, 5) : null;
      let manyTimed = null;
      if (name === 'duckdb') {
        say(`${name}: ${lots.ruleSet.clauses.length} clauses`);
        manyTimed = await timed(database, matchesStatements(dialect, lots.ruleSet, tables), payouts, lots, 2);
      }
      result[name] = {
        ms20: rounded(Math.min(twenty.ms, without ?? Number.POSITIVE_INFINITY), 1),
        withTableMs20: rounded(twenty.ms, 1),
        withoutTableMs20: without === null ? null : rounded(without, 1),
        seconds2300: manyTimed === null ? null : rounded(manyTimed.ms / 1000),
        equal: twenty.equal && (manyTimed?.equal ?? true),
      };
      await database.close?.();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

/** Cells of a random trial that a database gives differently from the closures, by the same printed statements. */
export async function differentIn(name, { engine, say }, { ruleSet, rows }, cells) {
  const { matchesStatements } = await engine('core/policy/engine/sql/statement.js');
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-match-'));
  try {
    const columns = ruleSet.schema.map((_, at) => Float64Array.from(rows, (row) => row[at]));
    const file = writeCsv(
      ruleSet.schema.map((column) => column.name),
      columns,
      folder,
    );
    const database =
      name === 'duckdb'
        ? await openDuckdb(engine, ruleSet.schema, file, say)
        : await openChdb(engine, ruleSet.schema, file, folder, say);
    if (database === null) return null;
    const dialect = name === 'duckdb' ? 'duckdb' : 'clickhouse';
    for (const statement of matchesStatements(dialect, ruleSet, tables)) await database.run(statement);
    const found = new Float64Array(cells.length);
    const all = await database.rowsOf(`SELECT id, clause, fen FROM ${tables.matches} WHERE fen > 0`);
    for (const { id, clause, fen } of all)
      found[Number(id) * ruleSet.clauses.length + Number(clause)] = Number(fen);
    await database.close?.();
    return found.reduce((count, fen, cell) => count + (fen === cells[cell] ? 0 : 1), 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
