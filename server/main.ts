// Starts the server: the only file that reads configuration, builds the parts and ends them in order.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { IsoDate } from '../core/quantity/date.ts';
import { shanghaiDay } from '../core/quantity/deadline.ts';
import { type Demonstration, demonstrationOf } from './act/account/sample-accounts.ts';
import { openThrottle } from './act/account/throttle.ts';
import { loadSampleAwards } from './act/award/load-sample.ts';
import { loadCatalogue } from './act/clause/load-catalogue.ts';
import { loadProlonged } from './act/clause/load-prolonged.ts';
import { loadSampleProposal } from './act/clause/load-sample.ts';
import { loadSamples } from './act/load-samples.ts';
import { openReadings, type Readings } from './act/readings.ts';
import { openRegisterImports, type RegisterImports } from './act/register/imports.ts';
import { loadSampleRegister } from './act/register/load-sample.ts';
import { loadAsks } from './act/report/asks.ts';
import { readInWorker } from './bytes/read-in-worker.ts';
import { type Config, checkpointFile, personalKeyFile, projectRoot, readConfig } from './config.ts';
import type { Context } from './context.ts';
import { createApp, furnish } from './http/app.ts';
import { openDoor, publicAddressOf } from './http/door.ts';
import { handlersOf } from './http/handlers.ts';
import { openSessions } from './http/session.ts';
import { systemOutward } from './jobs/address.ts';
import { openQueue, type Queue } from './jobs/queue.ts';
import { type Checkpoints, openCheckpoints } from './store/audit/checkpoint.ts';
import { connect } from './store/connect.ts';
import type { Store } from './store/open.ts';
import { sealClearContacts } from './store/register/seal-clear.ts';
import { openVault } from './store/register/vault.ts';
import { findScope } from './store/scope.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const today = (): IsoDate => shanghaiDay(Date.now());

/** A cut end of the audit log is seen where it reaches back further than this. */
const checkpointMs = 60_000;

/** After this long, connections that are still open are cut: nothing waits for a browser that sleeps. */
const patienceMs = 5_000;

interface Running {
  readonly readings: Readings | null;
  readonly registerImports: RegisterImports | null;
  readonly queue: Queue | null;
  readonly store: Store;
}

/** No new requests, then no new jobs, then the database. */
async function shutDown(
  app: FastifyInstance,
  { readings, registerImports, queue, store }: Running,
): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), patienceMs);
  await app.close();
  clearTimeout(cut);
  const enough = new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
  await Promise.race([Promise.all([readings?.idle(), registerImports?.close(), queue?.stop()]), enough]);
  await store.close();
}

/** The first SIGINT or SIGTERM ends everything in order; while that goes on, more of them change nothing. */
function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}

async function listen(app: FastifyInstance, config: Config): Promise<string> {
  try {
    return await app.listen({ host: '127.0.0.1', port: config.port, backlog: 4096 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new Error(
        `端口 ${config.port} 已被占用，请用 PORT 指定另一个 / port ${config.port} is taken; choose another with PORT`,
      );
    throw error;
  }
}

const linesOf = ({ password, accounts }: Demonstration): string[] => [
  `演示账号，密码均为 ${password} / demonstration accounts, all with the password ${password}`,
  ...accounts.map(({ login, name }) => `  ${login.padEnd(14)} ${name}`),
];

/** Serves until it is told to stop. */
export async function serve(): Promise<void> {
  const stopped = untilStopped();
  const root = projectRoot();
  const config = readConfig({ env: process.env, isRoot: process.getuid?.() === 0, root });
  const app = createApp(process.stderr.isTTY ? 'warn' : 'info');
  const store = await connect(config, (line) => app.log.warn(line));
  const context: Context = {
    db: store.db,
    jurisdiction: '',
    readBytes: readInWorker,
    today,
    now: () => new Date(),
  };
  let readings: Readings | null = null;
  let registerImports: RegisterImports | null = null;
  let queue: Queue | null = null;
  let checkpoints: Checkpoints | null = null;
  let clock: NodeJS.Timeout | undefined;
  try {
    const { jurisdiction, isNew } = await loadSamples(context, join(root, 'samples/hangzhou'), say);
    if (isNew) await store.analyze();
    const inside = { ...context, jurisdiction };
    await loadCatalogue(inside);
    const demonstration = await demonstrationOf(inside, join(config.data, 'demonstration-password'));
    readings = openReadings(inside, (error) => app.log.error(error));
    const vault = await openVault(personalKeyFile(config));
    await sealClearContacts(store.owner, vault);
    registerImports = openRegisterImports(inside, {
      connection: store.owner,
      vault,
      folder: join(config.data, 'register-incoming'),
      log: (error) => app.log.error(error),
    });
    if (isNew) {
      // The import of the register waits for its worker most of the time: the clauses of today are published meanwhile.
      await Promise.all([
        loadSampleRegister(inside, join(root, 'samples/hangzhou'), registerImports),
        loadProlonged(inside, join(root, 'samples/hangzhou')),
      ]);
      await loadSampleAwards(inside, join(root, 'samples/hangzhou'));
      await loadSampleProposal(inside);
    }
    await registerImports.resume();
    // Which figures are asked of whom: the first reporter after a start does not wait for it, nor does the start.
    loadAsks(inside).catch((error: unknown) => app.log.error(error));
    const sessions = openSessions(inside, (error) => app.log.error(error));
    const outward = systemOutward(config.innerNetworks);
    queue = await openQueue(inside, { owner: store.owner, outward, log: (line) => app.log.warn(line) });
    await furnish(app, {
      handlers: handlersOf(inside, {
        ...{ readings, sessions, demonstration, version: config.version, outward, queue, registerImports },
        throttle: openThrottle(),
        oidcSecret: config.oidcSecret,
        checkpointFile: checkpointFile(config),
        log: (error) => app.log.warn(error),
      }),
      sessions,
      findScope: (kind, id) => findScope(inside.db, jurisdiction, kind, id),
      now: inside.now,
      door: openDoor(() => publicAddressOf(inside)),
      webFolder: join(root, 'dist/web'),
    });
    checkpoints = openCheckpoints(inside.db, jurisdiction, checkpointFile(config), {
      now: inside.now,
      tell: ({ number, hash }) => app.log.info({ number, hash }, 'audit head'),
    });
    await checkpoints.note();
    clock = setInterval(() => checkpoints?.note().catch((error) => app.log.error(error)), checkpointMs);
    const address = await listen(app, config);
    say(`\n闭环已启动 / Bihuan is running: ${address}`);
    if (demonstration) for (const line of linesOf(demonstration)) say(line);
    say('按 Ctrl-C 停止 / press Ctrl-C to stop\n');
    await stopped;
  } finally {
    clearInterval(clock);
    await checkpoints?.note().catch((error) => app.log.error(error));
    await shutDown(app, { readings, registerImports, queue, store });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  serve().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
    // Whatever still holds a timer or a socket does not keep a server that could not start.
    setTimeout(() => process.exit(1), patienceMs).unref();
  });
}
