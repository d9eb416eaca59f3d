// Who may have a data directory: one living server; the lock of a dead one, however it looks, is taken over.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock, DirectoryInUse } from './lock.ts';
import { markOf } from './process.ts';

let directory: string;
let children: ChildProcess[];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'bihuan-lock-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

const someProcess = (): number => {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  children.push(child);
  return child.pid ?? 0;
};
const exited = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));
const putLock = (turn: number, content: string) =>
  writeFileSync(join(directory, `server.${turn}.lock`), content);
const names = () => readdirSync(directory).sort();

describe('a lock', () => {
  it('is refused while its holder lives, and the refusal names the pid', async () => {
    const pid = someProcess();
    putLock(1, JSON.stringify(markOf(pid)));
    await expect(acquireLock(directory)).rejects.toThrow(new RegExp(`DATA_DIR_IN_USE pid=${pid}`));
    expect(names()).toEqual(['server.1.lock']);
  });

  it('is taken over after its holder was killed', async () => {
    const pid = someProcess();
    putLock(1, JSON.stringify(markOf(pid)));
    const gone = children.map(exited);
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(gone);
    const lock = await acquireLock(directory);
    expect(names()).toEqual(['server.2.lock']);
    lock.release();
    expect(names()).toEqual([]);
  });

  it.each([
    ['whose pid now belongs to another program', () => ({ ...markOf(someProcess()), startTime: '1' })],
    ['from before the machine was restarted', () => ({ ...markOf(someProcess()), bootId: 'another-boot' })],
  ])('%s is taken over', async (_why, mark) => {
    putLock(7, JSON.stringify(mark()));
    (await acquireLock(directory)).release();
  });

  it('that is no lock at all is taken over', async () => {
    putLock(3, '{"pid":');
    (await acquireLock(directory)).release();
  });

  it('of a server in another container stands while its heartbeat goes on, and falls when it stops', async () => {
    const file = join(directory, 'server.1.lock');
    putLock(1, JSON.stringify({ ...markOf(1), namespace: 'pid:[1]' }));
    const heart = setInterval(() => utimesSync(file, new Date(), new Date()), 300);
    await expect(acquireLock(directory)).rejects.toBeInstanceOf(DirectoryInUse);
    clearInterval(heart);
    (await acquireLock(directory)).release();
  });

  it('has one holder when many ask at once over the lock of a dead one', async () => {
    putLock(1, JSON.stringify({ ...markOf(someProcess()), startTime: '1' }));
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => acquireLock(directory)));
    expect(asked.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(names().length).toBe(1);
  });
});
