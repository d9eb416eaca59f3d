// Who a process is: a pid alone is not enough, because pids are used again and a dead child may stay as a zombie.
import { readFileSync, readlinkSync } from 'node:fs';

export interface ProcessMark {
  readonly pid: number;
  /** Ticks after boot at which it started; empty where the system has no /proc. */
  readonly startTime: string;
  readonly bootId: string;
  /** Which pid namespace the pid belongs to: two containers may share a data directory but not their pids. */
  readonly namespace: string;
}

const readOr = (file: string, otherwise: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return otherwise;
  }
};

/** State letter and start time, from the fields behind the command name (which may itself hold brackets). */
function statOf(pid: number): { state: string; startTime: string } | null {
  const text = readOr(`/proc/${pid}/stat`, '');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, startTime] = [fields[0], fields[19]];
  return text && state && startTime ? { state, startTime } : null;
}

function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

export const markOf = (pid: number): ProcessMark => ({
  pid,
  startTime: statOf(pid)?.startTime ?? '',
  bootId: readOr('/proc/sys/kernel/random/boot_id', ''),
  namespace: namespace(),
});

/** Whether the number is in use, be it by a zombie or another program; false for what is no pid. */
export function answersSignalZero(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** dead and alive are certain; unknown means it lives in another pid namespace, where only a heartbeat tells. */
export function lifeOf(mark: ProcessMark): 'alive' | 'dead' | 'unknown' {
  const here = markOf(process.pid);
  if (mark.bootId !== here.bootId) return mark.bootId && here.bootId ? 'dead' : 'unknown';
  if (mark.namespace !== here.namespace) return 'unknown';
  if (!here.startTime) return answersSignalZero(mark.pid) ? 'unknown' : 'dead';
  const stat = statOf(mark.pid);
  return stat && stat.state !== 'Z' && stat.startTime === mark.startTime ? 'alive' : 'dead';
}

/** True for a running process (not a zombie) whose command line holds all the words. */
export function runsWith(pid: number, words: readonly string[]): boolean {
  const stat = statOf(pid);
  if (!stat || stat.state === 'Z') return false;
  const command = readOr(`/proc/${pid}/cmdline`, '').replaceAll('\0', ' ');
  return words.every((word) => command.includes(word));
}
