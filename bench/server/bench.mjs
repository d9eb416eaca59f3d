// How long the server takes: to start, to start again, and to answer each screen, by the clock on the wall over HTTP.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../tools/build.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Answers that are timed once everything was asked for before. */
const TIMES = 200;
/** Answers for which nothing is kept yet: each asks about another day of knowledge, so facts are loaded and judged anew. */
const COLD = 20;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Processor time of a process in ms, which a busy machine does not lengthen; null where the system does not tell. */
function processorMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10; // ticks of 10 ms
  } catch {
    return null;
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const answers = (address) =>
  fetch(`${address}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts the built server; the time until it answers its first question. */
async function start(data) {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), BIHUAN_DATA: data };
  delete env.DATABASE_URL;
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
    cwd: root,
    env,
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}`;
  let ended = false;
  const end = new Promise((resolve) => child.on('exit', resolve)).then(() => {
    ended = true;
  });
  while (!(await answers(address))) {
    if (ended) throw new Error('the server did not start');
    await pause(20);
  }
  const seconds = (performance.now() - began) / 1000;
  const stop = async () => {
    child.kill('SIGTERM');
    await end;
  };
  return { address, pid: child.pid, seconds, stop };
}

async function timed(address, path) {
  const began = performance.now();
  const response = await fetch(address + path);
  const bytes = (await response.arrayBuffer()).byteLength;
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return { ms: performance.now() - began, bytes };
}

const at = (sorted, share) => sorted[Math.floor((sorted.length - 1) * share)];
const round = (number) => Math.round(number * 10) / 10;

async function timesOf({ address, pid }, paths) {
  const found = [];
  const before = processorMs(pid);
  let bytes = 0;
  for (const path of paths) {
    const one = await timed(address, path);
    found.push(one.ms);
    bytes = one.bytes;
  }
  const spent = before === null ? null : round((processorMs(pid) - before) / paths.length);
  found.sort((a, b) => a - b);
  return {
    medianMs: round(at(found, 0.5)),
    p95Ms: round(at(found, 0.95)),
    worstMs: round(at(found, 1)),
    processorMs: spent,
    bytes,
  };
}

const json = async (address, path) => (await fetch(address + path)).json();

/** Every screen of the largest plan, by the question it asks. */
async function screensOf(address) {
  const { plans } = await json(address, '/api/plans');
  const plan = [...plans].sort((a, b) => b.commitments - a.commitments)[0];
  const { rows } = await json(address, `/api/commitments?plan=${plan.id}&kind=indicator&limit=1`);
  const { documents } = await json(address, '/api/documents');
  const document = [...documents].sort((a, b) => b.items - a.items)[0];
  const screens = {
    overview: `/api/overview?plan=${plan.id}`,
    indicators: `/api/commitments?plan=${plan.id}&kind=indicator`,
    tasks: `/api/commitments?plan=${plan.id}&kind=task`,
    livelihood: `/api/livelihood?plan=${plan.id}`,
    commitment: `/api/commitments/${rows[0].id}`,
    search: `/api/search?plan=${plan.id}&words=${encodeURIComponent('新增')}`,
    review: `/api/documents/${document.id}`,
  };
  return { plan, screens };
}

async function measureAnswers(server, say) {
  const { plan, screens } = await screensOf(server.address);
  const found = {};
  for (const [name, path] of Object.entries(screens)) {
    say(`asking for ${name}`);
    await timesOf(server, Array(20).fill(path));
    found[name] = await timesOf(server, Array(TIMES).fill(path));
  }
  const days = Array.from({ length: COLD }, (_, day) => `2090-01-${String(day + 1).padStart(2, '0')}`);
  say('asking for the overview with nothing kept');
  found.overviewCold = await timesOf(
    server,
    days.map((day) => `${screens.overview}&knownOn=${day}`),
  );
  return { commitments: plan.commitments, answers: found };
}

export async function measure({ say }) {
  await build('server', say);
  await build('web', say);
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-bench-'));
  // started by root, the database runs as another user, who must be able to pass through
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  try {
    say('first start: makes a database, reads and adopts the sample city');
    const first = await start(data);
    await first.stop();
    say('starting again');
    const again = await start(data);
    try {
      const load = round(loadavg()[0]);
      const measured = await measureAnswers(again, say);
      return {
        firstStartSeconds: round(first.seconds),
        restartSeconds: round(again.seconds),
        load,
        ...measured,
      };
    } finally {
      await again.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const row = (cells) => `| ${cells.join(' | ')} |`;

export function print({ firstStartSeconds, restartSeconds, commitments, load, answers: found }) {
  const lines = Object.entries(found).map(([name, one]) =>
    row([name, one.medianMs, one.p95Ms, one.worstMs, one.processorMs ?? '–', Math.round(one.bytes / 1024)]),
  );
  return [
    `first start ${firstStartSeconds} s, restart ${restartSeconds} s; plan of ${commitments} commitments; load ${load}`,
    '',
    row(['answer', 'median ms', '95 % ms', 'worst ms', 'processor ms', 'KB']),
    row(['---', '---', '---', '---', '---', '---']),
    ...lines,
  ].join('\n');
}
