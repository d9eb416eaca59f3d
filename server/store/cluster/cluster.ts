// The built-in PostgreSQL of one data directory: locked, created on first use, kept running, stopped in order.
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Account, asAccount, canReach, databaseAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { acquireLock } from './lock.ts';
import {
  chooseSocketFolder,
  type Postmaster,
  type PostmasterOptions,
  startPostmaster,
} from './postmaster.ts';

export interface ClusterConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
}

export interface Cluster {
  readonly connection: ClusterConnection;
  stop(): Promise<void>;
}

const restartAfterMs = 1_000;

/** Creates the folder, and refuses a place that the database's account could not enter. */
function prepareFolder(data: string, account: Account | null): void {
  mkdirSync(data, { recursive: true, mode: 0o755 });
  if (canReach(account, 'enter', data)) return;
  throw new Error(
    `数据目录 ${data} 对运行数据库的账户 ${account?.name ?? ''} 不可达（上级目录权限），请用 BIHUAN_DATA 指定例如 /var/lib/bihuan。\n` +
      `${data} cannot be reached by the account ${account?.name ?? ''} that runs the database (permissions of a folder above); ` +
      'choose another with BIHUAN_DATA, such as /var/lib/bihuan.',
  );
}

function run(program: string, argv: readonly string[], account: Account | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, {
      ...asAccount(account),
      cwd: '/',
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program}: ${output.trim()}`)),
    );
  });
}

/** initdb works beside the final place and is moved there when it is done, so a killed first start leaves no half cluster. */
async function createCluster(binaries: Binaries, cluster: string, account: Account | null): Promise<void> {
  const fresh = `${cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (account) chownSync(fresh, account.uid, account.gid);
  const choices = ['--username=bihuan', '--auth=trust', '--encoding=UTF8', '--no-locale'];
  await run(binaries.initdb, ['-D', fresh, ...choices], account);
  renameSync(fresh, cluster);
}

export interface ClusterOptions {
  readonly data: string;
  readonly log: (line: string) => void;
  readonly fsync?: boolean;
}

/** Restarts PostgreSQL where it ends by itself (killed for memory, say); the socket stays at the same place. */
async function keepRunning(
  options: PostmasterOptions,
  log: (line: string) => void,
): Promise<() => Promise<void>> {
  let stopping = false;
  let current: Postmaster;
  let restarting: Promise<void> = Promise.resolve();
  const watch = (postmaster: Postmaster) => {
    postmaster.process.once('exit', (code, signal) => {
      if (stopping) return;
      log(`database ended by itself (${signal ?? code}); starting it again`);
      restarting = restart();
    });
  };
  const restart = async (): Promise<void> => {
    while (!stopping) {
      try {
        current = await startPostmaster(options);
        if (stopping) await current.stop();
        else watch(current);
        return;
      } catch (error) {
        log(`database did not start: ${error instanceof Error ? error.message : String(error)}`);
        await wait(restartAfterMs);
      }
    }
  };
  current = await startPostmaster(options);
  watch(current);
  return async () => {
    stopping = true;
    await restarting;
    await current.stop();
  };
}

/** @throws DirectoryInUse where another server holds the directory. */
export async function openCluster({ data, log, fsync = true }: ClusterOptions): Promise<Cluster> {
  const cluster = join(data, 'postgres');
  const account = databaseAccount(statSync(cluster, { throwIfNoEntry: false })?.uid);
  prepareFolder(data, account);
  const lock = await acquireLock(data);
  try {
    const binaries = findBinaries(account, data);
    if (!existsSync(cluster)) await createCluster(binaries, cluster, account);
    const socketFolder = chooseSocketFolder(cluster, account);
    const logFile = join(data, 'postgres.log');
    const postmaster = { program: binaries.postgres, cluster, socketFolder, account, logFile, fsync };
    const stop = await keepRunning(postmaster, log);
    return {
      connection: { host: socketFolder, port: 5432, user: 'bihuan' },
      stop: async () => {
        await stop();
        if (socketFolder !== cluster) rmSync(socketFolder, { recursive: true, force: true });
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
