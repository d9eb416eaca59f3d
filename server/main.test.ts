// The server as a process: one a data directory, nothing lost by kill -9, nothing left behind when it is stopped.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from './config.ts';
import { runsWith } from './store/cluster/process.ts';

const root = projectRoot();
let data: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  const { build }: { build(target: string): Promise<unknown> } = await import(join(root, 'tools/build.mjs'));
  await build('server');
  data = mkdtempSync(join(tmpdir(), 'bihuan-main-'));
  chmodSync(data, 0o755);
}, 120_000);
afterAll(async () => {
  await Promise.all(started.map((child) => stop(child, 'SIGTERM')));
  rmSync(data, { recursive: true, force: true });
});

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
}

function spawnServer(port = '0') {
  const env = { PATH: process.env.PATH, BIHUAN_DATA: data, PORT: port };
  const child = spawn(process.execPath, [join(root, 'dist/server/main.js')], { env, stdio: 'pipe' });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => (said.err += String(chunk)));
  return { child, said };
}

const isOver = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function start(): Promise<Running> {
  const { child, said } = spawnServer();
  for (;;) {
    const address = /running: (http:\S+)/.exec(said.out)?.[1];
    if (address) return { child, address };
    if (isOver(child)) throw new Error(said.err);
    await wait(20);
  }
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (isOver(child)) return child.exitCode;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
  return child.exitCode;
}

const postmasterPid = (): number => {
  const file = join(data, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
};

const ask = async (url: string, init: RequestInit = {}): Promise<Record<string, unknown>> =>
  z.record(z.string(), z.unknown()).parse(await (await fetch(url, init)).json());

/** The session of the supervision office's demonstration account; its password was made at the first start. */
async function signIn(address: string): Promise<string> {
  const password = readFileSync(join(data, 'demonstration-password'), 'utf8').trim();
  const body = JSON.stringify({ login: 'ducha', password });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${address}/api/session`, { method: 'POST', headers, body });
  expect(answer.status).toBe(200);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function upload(address: string, name: string, text: string): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream', cookie: await signIn(address) };
  const url = `${address}/api/documents?name=${encodeURIComponent(name)}`;
  const { readingId } = await ask(url, { method: 'POST', headers, body: Buffer.from(text) });
  for (;;) {
    const { stage, documentId, problem } = await ask(`${address}/api/readings/${readingId}`);
    if (stage === 'done') return String(documentId);
    if (stage === undefined || stage === 'refused') throw new Error(JSON.stringify(problem));
    await wait(50);
  }
}

const textOf = async (address: string, id: string) => (await ask(`${address}/api/documents/${id}/text`)).text;

describe('a server', () => {
  it('holds its data directory alone, and is unharmed by a second one', async () => {
    const first = await start();
    const second = spawnServer();
    const code = await new Promise((resolve) => second.child.once('exit', resolve));
    expect(code).toBe(1);
    expect(second.said.err).toContain(`DATA_DIR_IN_USE pid=${first.child.pid}`);
    expect((await fetch(`${first.address}/api/health`)).status).toBe(200);
    expect(await stop(first.child, 'SIGTERM')).toBe(0);
  }, 120_000);

  it('leaves nothing running when it is stopped', async () => {
    const { child } = await start();
    const pid = postmasterPid();
    expect(runsWith(pid, ['postgres', data])).toBe(true);
    expect(await stop(child, 'SIGINT')).toBe(0);
    expect(runsWith(pid, ['postgres', data])).toBe(false);
    expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
  }, 120_000);

  it('ends when it cannot start, says why, and leaves no database running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = z.object({ port: z.number() }).parse(other.address());
    // By now its database and its jobs are open: the port is the last thing it asks for.
    const { child, said } = spawnServer(String(port));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    other.close();
    expect([code, said.out.includes('running')]).toEqual([1, false]);
    expect(said.err).toContain(`port ${port} is taken`);
    expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
    const { child: next } = await start();
    expect(await stop(next, 'SIGTERM')).toBe(0);
  }, 120_000);

  it('has every acknowledged document after kill -9, at once, again and again', async () => {
    const kept: [string, string][] = [];
    for (let round = 0; round < 4; round++) {
      const { child, address } = await start();
      for (const [id, text] of kept) expect(await textOf(address, id)).toBe(text);
      const text = `第${round}份文件\n\n一、目标\n\n新建口袋公园${round + 10}个。`;
      kept.push([await upload(address, `${round}.txt`, text), text]);
      await stop(child, 'SIGKILL');
    }
  }, 120_000);

  it('starts over what a dead database left, also where its number is in use again', async () => {
    const before = await start();
    await stop(before.child, 'SIGTERM');
    // In use by us, as by another program or by a child that nobody has collected.
    for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock'])
      writeFileSync(join(data, 'postgres', name), `${process.pid}\n`, { mode: 0o600 });
    const { child, address } = await start();
    expect((await fetch(`${address}/api/plans`)).status).toBe(200);
    await stop(child, 'SIGTERM');
  }, 120_000);

  it('goes on after its database was killed', async () => {
    const { child, address } = await start();
    process.kill(postmasterPid(), 'SIGKILL');
    const statuses: number[] = [];
    for (let tries = 0; tries < 600 && statuses.at(-1) !== 200; tries++) {
      await wait(100);
      statuses.push((await fetch(`${address}/api/plans`)).status);
    }
    expect(statuses.at(-1)).toBe(200);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(await stop(child, 'SIGTERM')).toBe(0);
  }, 120_000);
});
