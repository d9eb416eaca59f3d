// One PostgreSQL server process: started, watched, stopped and waited for by its own id.
import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { type Account, asAccount } from './account.ts';
import { answersSignalZero, runsWith } from './process.ts';

export interface Postmaster {
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** sockaddr_un holds 108 bytes on Linux, 104 on macOS, the final NUL included. */
const longestSocketPath = 103;
const socketPort = 5432;
const readyWithinMs = 120_000;
const fastStopMs = 30_000;

const linesOf = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);

const pidIn = (file: string): number => Number(linesOf(file)[0] ?? 0);

/** How many processes still hold the memory that line 7 of postmaster.pid names; 0 where the system does not say. */
function holdersOf(cluster: string): number {
  const [, shmid] = (linesOf(join(cluster, 'postmaster.pid'))[6] ?? '').trim().split(/\s+/);
  const rows = linesOf('/proc/sysvipc/shm').map((line) => line.trim().split(/\s+/));
  return Number(rows.find((row) => shmid !== undefined && row[1] === shmid)?.[6] ?? 0);
}

async function untilNot(holds: () => boolean): Promise<void> {
  for (let waited = 0; holds() && waited < fastStopMs; waited += 50) await wait(50);
}

/**
 * A server that was killed may leave its PostgreSQL running, or only the files that say so. The first is stopped and
 * waited for: the caller holds the lock of the directory, so nobody uses it. The files are left to PostgreSQL, which
 * recognises them, except where their pid is in use by a dead child that nobody has collected or by another program:
 * there PostgreSQL would refuse to start. They go once no process holds the memory of the former one.
 */
async function clearLeftOver(cluster: string): Promise<void> {
  const pid = pidIn(join(cluster, 'postmaster.pid'));
  const isOurs = () => pid > 0 && runsWith(pid, ['postgres', cluster]);
  if (isOurs()) {
    process.kill(pid, 'SIGINT');
    await untilNot(isOurs);
    if (isOurs()) process.kill(pid, 'SIGQUIT');
    await untilNot(isOurs);
  }
  await untilNot(() => holdersOf(cluster) > 0);
  if (isOurs() || holdersOf(cluster) > 0) return; // PostgreSQL says so itself
  for (const name of ['postmaster.pid', `.s.PGSQL.${socketPort}.lock`]) {
    const file = join(cluster, name);
    if (answersSignalZero(pidIn(file))) rmSync(file, { force: true });
  }
}

/** Ends PostgreSQL when this process ends without doing so itself (kill -9): the pipe closes, the shell goes on. */
function startWatch(cluster: string, pid: number, account: Account | null): ChildProcess {
  const script = 'read -r _; [ "$(head -n 1 "$1/postmaster.pid")" = "$2" ] && kill -INT "$2"';
  const watch = spawn('/bin/sh', ['-c', script, 'bihuan-watch', cluster, String(pid)], {
    ...asAccount(account),
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watch.on('error', () => {}); // without it PostgreSQL merely outlives a kill -9 until the next start
  watch.unref();
  return watch;
}

const hasExited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function untilReady(child: ChildProcess, socketFolder: string): Promise<boolean> {
  const until = Date.now() + readyWithinMs;
  while (Date.now() < until && !hasExited(child)) {
    const client = new Client({ host: socketFolder, port: socketPort, user: 'bihuan', database: 'postgres' });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await wait(20);
    }
  }
  return false;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (hasExited(child)) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT'); // fast shutdown: sessions are ended, everything committed is kept
  const slow = setTimeout(() => child.kill('SIGQUIT'), fastStopMs);
  await gone;
  clearTimeout(slow);
}

export interface PostmasterOptions {
  readonly program: string;
  readonly cluster: string;
  readonly socketFolder: string;
  readonly account: Account | null;
  readonly logFile: string;
  /** Only tests turn this off. */
  readonly fsync: boolean;
}

/** The socket lies in the cluster folder, which only its account and root may enter; no TCP port is opened. */
export function chooseSocketFolder(cluster: string, account: Account | null): string {
  if (Buffer.byteLength(join(cluster, `.s.PGSQL.${socketPort}`)) <= longestSocketPath) return cluster;
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-')); // mode 0700
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { program, cluster, socketFolder, account, logFile } = options;
  await clearLeftOver(cluster);
  const settings = [
    'listen_addresses=',
    `unix_socket_directories="${socketFolder.replaceAll('"', '""')}"`,
    'unix_socket_permissions=0700',
    `fsync=${options.fsync ? 'on' : 'off'}`,
    'max_connections=60',
    'log_line_prefix=%m [%p] ',
    'log_parameter_max_length_on_error=0',
  ];
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(
    program,
    ['-D', cluster, '-p', String(socketPort), ...settings.flatMap((s) => ['-c', s])],
    {
      ...asAccount(account),
      cwd: '/',
      env: { PATH: process.env.PATH ?? '', TZ: 'UTC', LC_ALL: 'C' },
      detached: true, // Ctrl-C in the terminal reaches us only; we end it in order
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  const watch = startWatch(cluster, child.pid ?? 0, account);
  child.once('exit', () => watch.kill('SIGKILL'));
  if (!(await untilReady(child, socketFolder))) {
    await stopChild(child);
    const tail = existsSync(logFile)
      ? readFileSync(logFile, 'utf8').trim().split('\n').slice(-8).join('\n')
      : '';
    throw new Error(`数据库没有启动 / the database did not start (${logFile})\n${tail}`);
  }
  return { process: child, stop: () => stopChild(child) };
}
