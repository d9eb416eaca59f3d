#!/usr/bin/env node
// `npm run test:faults`: kills the server in the middle of writes, again and again, and counts what of the acknowledged is lost.
// --rounds 200 · --races 10000 (pairs for approval, close-out and award; 0 for none) · --broken (a build that acknowledges
// before it commits: must be found out) · --patience 1200 (seconds that open jobs are waited for) · --json
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { populate } from '../../bench/deadline/city.mjs';
import { random } from '../../bench/deadline/reporters.mjs';
import { Wire } from '../../bench/deadline/wire.mjs';
import { build } from '../build.mjs';
import { openHouse } from './house.mjs';
import { holdAgainst, openReceiver, openWitness } from './witness.mjs';
import { addLeads, isDone, openWrites, reporters } from './writes.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const usage = `npm run test:faults -- [options]
Kills the built server in the middle of writes, again and again, and counts what of the acknowledged is lost.

  --rounds 200      deaths (0: none); kill -INT of this process ends after the round under way
  --races 10000     racing pairs each for approval, close-out and award (0: none)
  --seed 1          of the moments of death
  --broken          a build that acknowledges before it commits: must end red
  --patience 1200   seconds that open jobs are waited for in the end
  --json            one object on standard output
  --help            this text`;

function readOptions(config) {
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const { values: options } = readOptions({
  options: {
    help: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '200' },
    races: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    broken: { type: 'boolean', default: false },
    patience: { type: 'string', default: '1200' },
    json: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(usage);
  process.exit(0);
}
const rounds = Number(options.rounds);
const say = (line) => console.error(line);

/** Kinds of writes, in turn; in a round of jobs the death comes while messages and deliveries of reports are made. */
const kinds = ['submit', 'accept', 'import', 'job'];
const connections = { submit: 32, accept: 16, job: 32, import: 2 };
/** The death comes after so many acknowledgements of a round, at random, and not later than this after the first: a machine that is
 * busy with other things then has as many writes under way as an idle one. */
const mostWrites = { submit: 350, accept: 60, import: 60, job: 350 };
const longestMs = 8_000;
/** And up to so long after the last of them, so that it does not always follow an answer. */
const laterMs = 20;
/** Every so many rounds PostgreSQL dies in the same moment, so that its own recovery is part of the trial. */
const withDatabaseEvery = 5;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends one write until it is taken: a server that is full says when to come back. What is never answered stays open, and
 * is asked again under its key after the restart. True for an acknowledged write, false where the server is gone.
 */
async function sendOne(wire, write, { witness, writes, open }) {
  try {
    for (;;) {
      const answer = await wire.send({ ...write.request, key: `faults-${write.id}` });
      if (answer.status === 503 || answer.status === 429) {
        await pause(100);
        continue;
      }
      open.delete(write.id);
      if (!isDone(write, answer)) {
        say(`  refused: ${write.kind} ${write.id}: ${answer.status} ${answer.body.slice(0, 300)}`);
        return true;
      }
      witness.acknowledged(write);
      writes.learn(write, answer);
      return true;
    }
  } catch {
    return false;
  }
}

/** What was never answered, under its key. */
async function sendAgain(port, trial) {
  const left = [...trial.open.values()];
  const workers = Array.from({ length: 8 }, async () => {
    const wire = new Wire(port);
    for (let write = left.shift(); write; write = left.shift()) await sendOne(wire, write, trial);
    wire.close();
  });
  await Promise.all(workers);
}

async function round(number, trial) {
  const { house, chance, writes, witness, open } = trial;
  const kind = kinds[number % kinds.length];
  const port = await house.start();
  await sendAgain(port, trial);
  let over = false;
  let acknowledged = 0;
  let [first, enough] = [() => {}, () => {}];
  const began = new Promise((resolve) => (first = resolve));
  const target = 1 + Math.floor(chance() * mostWrites[kind]);
  const reached = new Promise((resolve) => (enough = resolve));
  const workers = Array.from({ length: connections[kind] }, async () => {
    const wire = new Wire(port);
    while (!over) {
      const write = writes.next(kind === 'job' ? 'submit' : kind);
      if (write === null) break;
      witness.sent(write);
      open.set(write.id, write);
      if (!(await sendOne(wire, write, trial))) break;
      acknowledged += 1;
      first();
      if (acknowledged >= target) enough();
    }
    wire.close();
  });
  await Promise.race([began, pause(20_000)]);
  await Promise.race([reached, pause(longestMs)]);
  await pause(chance() * laterMs);
  await house.kill({ database: number % withDatabaseEvery === withDatabaseEvery - 1 });
  over = true;
  await Promise.all(workers);
  return { kind, acknowledged, open: open.size };
}

/** Whoever was told is told in the end: jobs that were under way when the server died are done after it. */
async function untilQuiet(house) {
  for (let waited = 0; waited < Number(options.patience); waited++) {
    const [{ open }] = await house.query(
      `SELECT (SELECT count(*) FROM told WHERE NOT EXISTS (SELECT FROM told_spread s WHERE s.told_id = told.id))::int
            + (SELECT count(*) FROM webhook_delivery d WHERE NOT EXISTS (SELECT FROM webhook_attempt a
                WHERE a.delivery_id = d.id AND a.outcome = 'delivered'))::int AS open`,
    );
    if (open === 0) return waited;
    if (waited % 20 === 0) say(`  ${open} jobs open`);
    await pause(1_000);
  }
  return null;
}

/** A copy of the build, so that nothing else that happens in the checkout meanwhile is part of the trial. */
function copyBuild() {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-build-'));
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const name of ['package.json', 'samples'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** In the copy an answer goes out before its transaction is over: the fault this test is there to find. */
function breakBuild(folder) {
  const file = join(folder, 'dist/server/act/turns.js');
  const text = readFileSync(file, 'utf8');
  const begins = 'return context.db.transaction().execute(async (db) => {';
  const ends = /return answered\.map\(\(each\) => \{([\s\S]*?)\n {8}\}\);\n {4}\}\);/;
  if (!text.includes(begins) || !ends.test(text)) throw new Error('the build changed; mend --broken');
  const early = text
    .replace(
      begins,
      'return new Promise((answer, refuse) => { context.db.transaction().execute(async (db) => {',
    )
    .replace(
      ends,
      (_whole, body) =>
        `answer(answered.map((each) => {${body}\n}));\nawait new Promise((go) => setTimeout(go, 300));\n}).catch(refuse); });`,
    );
  writeFileSync(file, early);
}

async function killAgainAndAgain() {
  await build('server', say);
  const folder = copyBuild();
  if (options.broken) breakBuild(folder);
  const house = openHouse(join(folder, 'dist'));
  const receiver = await openReceiver();
  const file = join(dirname(house.data), 'witness.jsonl');
  const trial = {
    house,
    chance: random(Number(options.seed)),
    writes: openWrites(),
    witness: openWitness(file),
    open: new Map(),
  };
  try {
    await house.start();
    const city = await populate(house, reporters);
    await addLeads(house, city, receiver.url);
    await house.stop();
    let done = 0;
    let ended = false;
    process.once('SIGINT', () => {
      ended = true;
      say('  asked to end: after this round what was done is held against the witness');
    });
    while (done < rounds && !ended) {
      const { kind, acknowledged, open } = await round(done, trial);
      done += 1;
      say(`round ${done} of ${rounds}, ${kind}: ${acknowledged} acknowledged, ${open} open`);
    }
    const port = await house.start();
    await sendAgain(port, trial);
    const quietSeconds = await untilQuiet(house);
    const held = await holdAgainst(house, file, receiver);
    const audit = spawnSync(
      process.execPath,
      [join(root, 'server/cli/bihuan.mjs'), 'verify-audit', '--json'],
      {
        env: { ...process.env, BIHUAN_DATA: house.data },
        encoding: 'utf8',
      },
    );
    await house.stop();
    held.jobs.quietSeconds = quietSeconds;
    return { rounds: done, ...held, unanswered: trial.open.size, auditHolds: audit.status === 0 };
  } finally {
    await house.stop().catch(() => {});
    receiver.close();
    house.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each holds its guarded race beside the same race on a build without the guard, which must be won twice. */
const raceTests = [
  'server/store/supervise/race.test.ts',
  'server/store/award/race.test.ts',
  'server/store/report/race.test.ts',
];

function race(pairs) {
  if (pairs === 0) return null;
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const run = spawnSync(
    process.execPath,
    [vitest, 'run', ...raceTests, '--testTimeout=3600000', '--hookTimeout=600000'],
    {
      cwd: root,
      env: { ...process.env, BIHUAN_RACE_PAIRS: String(pairs) },
      stdio: ['ignore', 2, 2],
    },
  );
  return { pairs, doubles: run.status === 0 ? 0 : null, holds: run.status === 0 };
}

const killed = rounds > 0 ? await killAgainAndAgain() : null;
const races = race(Number(options.races));
const result = { ...killed, races };
const fine =
  (killed === null ||
    (killed.lost + killed.doubled + killed.half + killed.jobs.unspread + killed.jobs.unheard === 0 &&
      killed.auditHolds)) &&
  (races === null || races.holds);
if (options.json) console.log(JSON.stringify(result));
else {
  if (killed)
    console.log(
      `${killed.rounds} rounds of kill -9, ${killed.acknowledged} acknowledged writes: ${killed.lost} lost, ${killed.doubled} doubled, ${killed.half} by half; ` +
        `${killed.jobs.told} events told, ${killed.jobs.unspread} not spread, ${killed.jobs.deliveries} deliveries, ${killed.jobs.unheard} never heard (${killed.jobs.heardTwice} heard twice under one id); audit log ${killed.auditHolds ? 'holds' : 'DOES NOT HOLD'}`,
    );
  if (races)
    console.log(
      `${races.pairs} racing pairs each for approval, close-out and award: ${races.holds ? '0 doubles' : 'DOUBLES, see above'}`,
    );
}
process.exitCode = fine ? 0 : 1;
