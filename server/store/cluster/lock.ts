// One server per data directory: a lock that says who holds it, survives kill -9 and is never taken from the living.
import { randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lifeOf, markOf, type ProcessMark } from './process.ts';

/** A holder in another container shows that it lives by touching its lock this often. */
const HEARTBEAT_MS = 1_000;
/** Five missed heartbeats: long enough for a busy machine, short enough for a restart. */
const SILENCE_MS = 5_000;

export interface Lock {
  release(): void;
}
export class DirectoryInUse extends Error {
  readonly directory: string;
  readonly pid: number;
  constructor(directory: string, pid: number) {
    super(
      `数据目录已被占用：进程 ${pid} 正在使用 ${directory}。请先停止它，或用 BIHUAN_DATA 指定另一个目录。\n` +
        `DATA_DIR_IN_USE pid=${pid}: another server uses ${directory}; stop it, or choose another directory with BIHUAN_DATA.`,
    );
    this.directory = directory;
    this.pid = pid;
  }
}

interface Held {
  readonly file: string;
  readonly turn: number;
  readonly mark: ProcessMark | null;
}

const lockName = /^server\.(\d+)\.lock$/;

function parseMark(text: string): ProcessMark | null {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return null;
    const { pid, startTime, bootId, namespace } = {
      pid: 0,
      startTime: '',
      bootId: '',
      namespace: '',
      ...read,
    };
    return typeof pid === 'number' && pid > 0 ? { pid, startTime, bootId, namespace } : null;
  } catch {
    return null;
  }
}

const readOr = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const locksIn = (directory: string): Held[] =>
  readdirSync(directory)
    .map((name) => ({ name, turn: Number(lockName.exec(name)?.[1] ?? 0) }))
    .filter(({ turn }) => turn > 0)
    .map(({ name, turn }) => {
      const file = join(directory, name);
      return { file, turn, mark: parseMark(readOr(file)) };
    });

const touchedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether a lock is held by a living server. Only a lock from another pid namespace costs time to find out. */
async function isHeld(lock: Held): Promise<boolean> {
  if (!lock.mark) return false; // never written by us: the name appears only together with its content
  const life = lifeOf(lock.mark);
  if (life !== 'unknown') return life === 'alive';
  const before = touchedAt(lock.file);
  for (let waited = 0; waited < SILENCE_MS; waited += HEARTBEAT_MS) {
    await wait(HEARTBEAT_MS);
    if (touchedAt(lock.file) !== before) return touchedAt(lock.file) > 0;
  }
  return false;
}

/** The name appears with its whole content, and for one process only: link() fails where the name exists. */
function claim(file: string, content: string): boolean {
  const temporary = `${file}.${randomUUID()}`;
  writeFileSync(temporary, content, { flag: 'wx' });
  try {
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** @throws DirectoryInUse where a living server holds the directory. A lock of a dead one is taken over. */
export async function acquireLock(directory: string): Promise<Lock> {
  for (;;) {
    const present = locksIn(directory);
    for (const lock of present)
      if (lock.mark && (await isHeld(lock))) throw new DirectoryInUse(directory, lock.mark.pid);
    const turn = Math.max(0, ...present.map((lock) => lock.turn)) + 1;
    const file = join(directory, `server.${turn}.lock`);
    if (!claim(file, `${JSON.stringify(markOf(process.pid))}\n`)) continue; // somebody was faster: look again
    for (const other of locksIn(directory).filter((lock) => lock.file !== file)) {
      if (other.mark && (await isHeld(other))) {
        rmSync(file, { force: true });
        throw new DirectoryInUse(directory, other.mark.pid);
      }
      rmSync(other.file, { force: true });
    }
    const heartbeat = setInterval(() => {
      try {
        utimesSync(file, new Date(), new Date());
      } catch {
        // The directory is gone or full; the lock itself still stands.
      }
    }, HEARTBEAT_MS);
    heartbeat.unref();
    return {
      release: () => {
        clearInterval(heartbeat);
        rmSync(file, { force: true });
      },
    };
  }
}
