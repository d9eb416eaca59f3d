// Starts the built server on a free port with a data directory of its own, and removes both afterwards.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const pictures = join(root, 'e2e/pictures');

/** A first start makes a database and reads the sample city. */
const patienceMs = 600_000;

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function answers(address) {
  try {
    return (await fetch(`${address}/api/health`)).ok;
  } catch {
    return false;
  }
}

export async function startServer(already) {
  if (already)
    return { address: already, password: process.env.BIHUAN_PASSWORD ?? '', stop: async () => undefined };
  const main = join(root, 'dist/server/main.js');
  if (!existsSync(main)) throw new Error('nothing is built; run: npm run build');
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'bihuan-e2e-'));
  // started by root, the database runs as another user, who must be able to pass through
  chmodSync(data, 0o755);
  const env = { ...process.env, PORT: String(port), BIHUAN_DATA: join(data, 'data') };
  delete env.DATABASE_URL;
  const child = spawn(process.execPath, [main], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let heard = '';
  const hear = (bytes) => {
    heard = (heard + bytes).slice(-4000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  let ended = false;
  const end = new Promise((resolve) => child.on('exit', resolve)).then(() => {
    ended = true;
  });
  const stop = async () => {
    if (!ended) child.kill('SIGTERM');
    await Promise.race([end, pause(20_000)]);
    if (!ended) child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  const until = Date.now() + patienceMs;
  while (!(await answers(address))) {
    if (ended || Date.now() > until) {
      await stop();
      throw new Error(`the server did not start:\n${heard}`);
    }
    await pause(200);
  }
  const password = readFileSync(join(data, 'data/demonstration-password'), 'utf8').trim();
  return { address, password, stop };
}
