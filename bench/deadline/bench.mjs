// Deadline day: 10,000 saves and 1,000 submissions by 1,000 reporters, half in the last minute; then more until a limit breaks.
// `npm run bench -- deadline [--full] [--json]`. --full plays the city's whole ten minutes instead of its last two.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../tools/build.mjs';
import { check } from './check.mjs';
import { populate, startServer } from './city.mjs';
import { writesEach } from './reporters.mjs';

const driver = fileURLToPath(new URL('./driver.mjs', import.meta.url));
/** A city: 1,000 reporters; half of their 11,000 writes in the last minute. */
const cityReporters = 1_000;
const cityWrites = cityReporters * writesEach;
const lastMinute = cityWrites / 2 / 60;
const limits = { p95Ms: 1_000, p99Ms: 3_000 };
/** Times a city that are tried after the city itself; a province is 20. */
const steps = [5, 10, 20];
const levelWrites = 12_000;

function drive(order) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [driver], { stdio: ['pipe', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`driver ended with ${code}`)),
    );
    child.stdin.end(JSON.stringify(order));
  });
}

/** So many that each comes to its last write, the submission, within the time. */
const reportersOf = (rate, seconds) => Math.max(1, Math.floor((rate * seconds) / writesEach));

const holds = (figures) =>
  figures.submits > 0 &&
  figures.serverErrors + figures.shed + figures.refused + figures.broken + figures.unanswered === 0 &&
  figures.submitP95Ms <= limits.p95Ms &&
  figures.submitP99Ms <= limits.p99Ms &&
  figures.saveP95Ms <= limits.p95Ms;

const add = (a, b) =>
  Object.fromEntries(
    Object.entries(b).map(([key, value]) => [
      key,
      typeof value === 'number' && !/Ms$|seconds/.test(key) ? (a[key] ?? 0) + value : value,
    ]),
  );

export async function measure({ say, options }) {
  await build('server', say);
  const most = Math.max(...steps);
  const server = await startServer();
  const witness = join(server.folder, 'witness.jsonl');
  let month = 0;
  const level = async (times, more) => {
    month += 1;
    const before = server.cpuMs();
    const figures = await drive({
      ...{
        port: server.port,
        witness,
        month,
        seed: month,
        replayShare: 0.01,
        connections: Math.min(1_000, 100 + times * 20),
      },
      ...{
        rate: lastMinute * times,
        reporters: reportersOf(more.rate ?? lastMinute * times, more.seconds),
        ...more,
      },
    });
    const after = server.cpuMs();
    const each = (name) =>
      Math.round(((after[name] - before[name]) / Math.max(1, figures.sent)) * 1000) / 1000;
    return { ...figures, serverCpuMs: each('server'), databaseCpuMs: each('database') };
  };
  try {
    say(`setting up ${most * cityReporters} reporters`);
    await populate(server, cityReporters * most);
    await warmUp(server, say);
    // On a real day the server has been running since morning: its code is compiled, its connections are open.
    await level(1, { month: 12, seconds: 8, rate: 150, reporters: 110 });
    const tried = [];
    const city = await wholeCity(level, options.includes('--full'), say);
    tried.push({ times: 1, ...city, holds: holds(city) });
    for (const times of steps) {
      if (!tried.at(-1).holds) break;
      const rate = lastMinute * times;
      const seconds = times === most ? 60 : Math.min(60, Math.ceil(levelWrites / rate));
      const figures = await level(times, { seconds });
      tried.push({ times, ...figures, holds: holds(figures) });
      tell(say, times, figures);
    }
    const best = tried.findLast((each) => each.holds) ?? tried[0];
    const overload = await overloadOf(level, best.times, say);
    const checked = await check(server, witness);
    return resultOf(best, tried, overload, checked);
  } finally {
    await server.stop();
  }
}

/** The first request of a server loads the plan; nobody's first request is measured, as on no real day it would be. */
async function warmUp(server, say) {
  const began = performance.now();
  const { Wire } = await import('./wire.mjs');
  const { tokenOf } = await import('./reporters.mjs');
  const wire = new Wire(server.port);
  const answer = await wire.send({
    method: 'GET',
    path: '/api/reports?plan=2020&limit=1',
    token: tokenOf(0),
  });
  wire.close();
  if (answer.status !== 200) throw new Error(`warm-up: ${answer.status} ${answer.body}`);
  say(`plan of the province loaded in ${Math.round(performance.now() - began)} ms`);
}

const tell = (say, times, figures) =>
  say(
    `×${times}: ${figures.acknowledged} acknowledged in ${figures.seconds.toFixed(0)} s, submit p95 ${figures.submitP95Ms} ms, p99 ${figures.submitP99Ms} ms, ` +
      `save p95 ${figures.saveP95Ms} ms, errors ${figures.serverErrors}, shed ${figures.shed}, refused ${figures.refused}, broken ${figures.broken} ${JSON.stringify(figures.problems)}`,
  );

/** All 11,000 writes of the city. By default the first half comes at the rate of the last minute too, so as not to wait nine minutes. */
async function wholeCity(level, full, say) {
  if (!full) {
    const figures = await level(1, { seconds: 125, reporters: cityReporters });
    tell(say, 1, figures);
    return figures;
  }
  const early = await level(1, { seconds: 540, rate: cityWrites / 2 / 540, reporters: cityReporters / 2 });
  tell(say, 1, early);
  const late = await level(1, { seconds: 62, reporters: cityReporters / 2 });
  tell(say, 1, late);
  return add(early, late);
}

/** Five times what holds: what is taken stays, what is not is told when to come back, and soon after all is well again. */
async function overloadOf(level, times, say) {
  const flood = level(times, {
    rate: lastMinute * times * 5,
    seconds: 20,
    connections: 3_000,
    tail: 10,
  });
  const figures = await flood;
  tell(say, `${times} × 5`, figures);
  const after = await level(1, { seconds: 12 });
  tell(say, '1 after', after);
  const bad = after.perSecond
    .filter(([, each]) => each.bad > 0 || each.slow > each.answered * 0.05)
    .map(([second]) => second + 1);
  return {
    offeredPerSecond: Math.round(lastMinute * times * 5),
    ...pick(figures, [
      'sent',
      'acknowledged',
      'shed',
      'shedWithoutRetryAfter',
      'serverErrors',
      'broken',
      'submitP95Ms',
      'shedP95Ms',
      'shedAnswerP50Ms',
      'shedAnswerP95Ms',
    ]),
    recoverySeconds: bad.length === 0 ? 0 : Math.max(...bad),
  };
}

const pick = (object, keys) => Object.fromEntries(keys.map((key) => [key, object[key]]));

function resultOf(best, tried, overload, checked) {
  return {
    acknowledged: best.acknowledged,
    lost: checked.lost,
    doubled: checked.doubled,
    serverErrors: best.serverErrors,
    submitP95Ms: best.submitP95Ms,
    submitP99Ms: best.submitP99Ms,
    timesCity: best.times,
    saveP95Ms: best.saveP95Ms,
    writesPerSecond: Math.round(lastMinute * best.times),
    replays: tried.reduce((sum, each) => sum + each.replays, 0),
    replayDiffers: tried.reduce((sum, each) => sum + each.replayDiffers, 0),
    auditMissing: checked.auditMissing,
    acknowledgedInAll: checked.acknowledged,
    levels: tried.map((each) =>
      pick(each, [
        'times',
        'acknowledged',
        'seconds',
        'submitP95Ms',
        'submitP99Ms',
        'saveP95Ms',
        'serverErrors',
        'shed',
        'serverCpuMs',
        'databaseCpuMs',
        'holds',
      ]),
    ),
    overload,
  };
}

export function print(figures) {
  const lines = figures.levels.map(
    ({ times, acknowledged, seconds, submitP95Ms, submitP99Ms, saveP95Ms, holds: held }) =>
      `× ${String(times).padStart(2)}  ${String(acknowledged).padStart(7)} acknowledged in ${seconds.toFixed(0).padStart(3)} s   submit p95 ${submitP95Ms} ms, p99 ${submitP99Ms} ms   save p95 ${saveP95Ms} ms   ${held ? 'holds' : 'breaks'}`,
  );
  const { overload } = figures;
  return [
    ...lines,
    `lost ${figures.lost}, doubled ${figures.doubled} of ${figures.acknowledgedInAll} acknowledged; ${figures.replays} repeated on purpose, ${figures.replayDiffers} answered otherwise`,
    `five times that: ${overload.offeredPerSecond} writes a second offered, ${overload.acknowledged} taken, ${overload.shed} told to come back (${overload.shedWithoutRetryAfter} without saying when), ${overload.serverErrors} errors; well again after ${overload.recoverySeconds} s`,
  ].join('\n');
}
