// The long test of agreement: random clauses on random subjects through closures, plain columns and WebAssembly, cell by cell.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { differentIn } from './databases.mjs';

const bench = dirname(dirname(fileURLToPath(import.meta.url)));
const root = dirname(bench);
const CLAUSES = 50;
const ROWS = 50_000;
const DATABASE_SEEDS = [1, 2, 3, 4];
const DATABASE_ROWS = 10_000;

/** The generator of the tests, compiled for this run: it is no part of what is shipped. */
async function loadTrials() {
  const out = join(bench, '.cache', 'trials');
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  );
  const file = 'core/policy/engine/random.fixture.ts';
  const options = [
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--noCheck',
    '--skipLibCheck',
    '--ignoreConfig',
  ];
  const paths = ['--rewriteRelativeImportExtensions', '--rootDir', root, '--outDir', out];
  execFileSync(process.execPath, [compiler, file, ...options, ...paths], { cwd: root });
  return import(pathToFileURL(join(out, 'core/policy/engine/random.fixture.js')).href);
}

function byClosures({ decider }, { ruleSet, rows }) {
  const width = ruleSet.clauses.length;
  const cells = new Float64Array(rows.length * width);
  const totals = new Float64Array(rows.length);
  const decide = decider(ruleSet);
  for (const [at, row] of rows.entries())
    totals[at] = decide(row, cells.subarray(at * width, (at + 1) * width));
  for (let cell = 0; cell < cells.length; cell++) if (!(cells[cell] > 0)) cells[cell] = 0;
  return { cells, totals };
}

function byPlain({ columnsRun, planOf }, { ruleSet, rows }) {
  const width = ruleSet.clauses.length;
  const cells = new Float64Array(rows.length * width);
  const totals = new Float64Array(rows.length);
  const columns = Object.fromEntries(
    ruleSet.schema.map(({ name }, at) => [name, Float64Array.from(rows, (row) => row[at])]),
  );
  columnsRun(planOf(ruleSet), columns)(0, rows.length, (row, clause, fen, paid) => {
    cells[row * width + clause] = fen;
    totals[row] += paid;
  });
  return { cells, totals };
}

function byWasm({ Register, prepare, planOf, runKeeping }, { ruleSet, rows }) {
  const width = ruleSet.clauses.length;
  const cells = new Float64Array(rows.length * width);
  const totals = new Float64Array(rows.length);
  const register = new Register(ruleSet.schema, rows.length);
  for (const [at, column] of ruleSet.schema.entries()) {
    const values = register.values(column);
    for (let row = 0; row < rows.length; row++) values[row] = rows[row][at];
  }
  const { matches } = runKeeping(prepare(register, planOf(ruleSet)));
  for (let at = 0; at < matches.length; at++) {
    cells[matches.rows[at] * width + matches.clauses[at]] = matches.fen[at];
    totals[matches.rows[at]] += matches.paidFen[at];
  }
  return { cells, totals };
}

/** Sums beyond 2^53 depend on the order of adding; every cell of them is compared all the same. */
const differs = (one, other) =>
  one !== other && (one <= Number.MAX_SAFE_INTEGER || other <= Number.MAX_SAFE_INTEGER);

function countDifferent(one, other) {
  let different = 0;
  for (let cell = 0; cell < one.cells.length; cell++) if (one.cells[cell] !== other.cells[cell]) different++;
  for (let row = 0; row < one.totals.length; row++)
    if (differs(one.totals[row], other.totals[row])) different++;
  return different;
}

/** A smaller share through the databases; null where one is not installed. */
async function byDatabases(bench, randomTrial, parts) {
  const found = [];
  for (const name of ['duckdb', 'chdb']) {
    let [cells, different] = [0, 0];
    for (const seed of DATABASE_SEEDS) {
      const trial = randomTrial(seed, CLAUSES, DATABASE_ROWS);
      const { cells: expected } = byClosures(parts, trial);
      const wrong = await differentIn(name, bench, trial, expected);
      cells += wrong === null ? 0 : expected.length;
      different = wrong === null ? null : different + wrong;
      if (wrong === null) break;
    }
    bench.say(`agreement: ${name}, ${cells / 1e6} million cells, ${different ?? 'not installed'} different`);
    found.push({ name, cells, different });
  }
  return found;
}

export async function measureAgreement({ engine, say }, wanted = 100_000_000) {
  const { randomTrial } = await loadTrials();
  const parts = Object.assign(
    {},
    ...(await Promise.all(
      [
        'core/policy/engine/closure.js',
        'core/policy/engine/plan.js',
        'core/policy/engine/columns/run.js',
        'server/policy/memory.js',
        'server/policy/prepare.js',
        'server/policy/run.js',
      ].map((file) => engine(file)),
    )),
  );
  let [cellsCompared, cellsDifferent, cellsThatPay] = [0, 0, 0];
  for (let seed = 1000; cellsCompared < wanted; seed++) {
    const trial = randomTrial(seed, CLAUSES, ROWS);
    const closures = byClosures(parts, trial);
    for (const by of [byPlain, byWasm]) cellsDifferent += countDifferent(closures, by(parts, trial));
    cellsCompared += closures.cells.length;
    for (const cell of closures.cells) if (cell > 0) cellsThatPay++;
    if (seed % 8 === 7) say(`agreement: ${cellsCompared / 1e6} million cells, ${cellsDifferent} different`);
  }
  const databases = await byDatabases({ engine, say }, randomTrial, parts);
  return {
    cellsCompared,
    cellsDifferent: cellsDifferent + databases.reduce((sum, { different }) => sum + (different ?? 0), 0),
    cellsThatPay,
    databaseCells: databases,
  };
}
