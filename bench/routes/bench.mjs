// What guard, caller, contract and view cost: answers a second of routes that ask one question, beside bare Fastify with that question.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { build } from '../../tools/build.mjs';
import { startServer } from '../deadline/city.mjs';
import { Wire } from '../deadline/wire.mjs';

const connections = 32;
const seconds = 2;
/** Ours and the bare route in turn; the median of so many turns counts. */
const turns = 5;

/** Answers a second over kept-alive connections; each sends its next request when the last one is answered. */
async function throughput(port, path, token, expected) {
  const wires = Array.from({ length: connections }, () => new Wire(port));
  let answered = 0;
  const began = performance.now();
  const endAt = began + seconds * 1000;
  await Promise.all(
    wires.map(async (wire) => {
      while (performance.now() < endAt) {
        const { status } = await wire.send({ method: 'GET', path, token });
        if (status !== expected) throw new Error(`${path} answered ${status}`);
        answered += 1;
      }
      wire.close();
    }),
  );
  return answered / ((performance.now() - began) / 1000);
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

async function startBare(order) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./bare.mjs', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(order));
  const [chunk] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error('the bare server ended');
  return { port: Number(String(chunk).trim()), stop: () => child.kill('SIGTERM') };
}

async function signIn({ port, password }) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'ducha', password }),
  });
  const { accountId } = await answer.json();
  return {
    account: accountId,
    token: /bihuan_session=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')[1],
  };
}

export async function measure({ say }) {
  await build('server', say);
  const server = await startServer();
  try {
    const [{ jurisdiction_id: jurisdiction }] = await server.query(
      'SELECT jurisdiction_id FROM jurisdiction LIMIT 1',
    );
    const { account, token } = await signIn(server);
    const bare = await startBare({ data: server.data, jurisdiction, account });
    const [{ id }] = await server.query('SELECT id FROM document ORDER BY octet_length(text) LIMIT 1');
    const paths = [
      '/api/plans',
      '/api/documents',
      `/api/documents/${id}/text`,
      '/api/messages/unread',
      '/api/me/follows',
    ];
    const routes = [];
    for (const path of paths) {
      const [ours, limit] = [[], []];
      for (let turn = 0; turn <= turns; turn++) {
        const pair = [
          await throughput(server.port, path, token, 200),
          await throughput(bare.port, path, token, 200),
        ];
        // The first turn warms both up.
        if (turn === 0) continue;
        ours.push(pair[0]);
        limit.push(pair[1]);
      }
      const route = path.replace(id, ':documentId');
      const [perSecond, barePerSecond] = [Math.round(median(ours)), Math.round(median(limit))];
      routes.push({
        route,
        perSecond,
        barePerSecond,
        share: Math.round((perSecond / barePerSecond) * 1000) / 1000,
      });
      say(`${route}: ${perSecond} of ${barePerSecond}`);
    }
    bare.stop();
    return { leastShare: Math.min(...routes.map(({ share }) => share)), connections, routes };
  } finally {
    await server.stop();
  }
}

export function print({ routes }) {
  return routes
    .map(
      ({ route, perSecond, barePerSecond, share }) =>
        `GET ${route.padEnd(34)} ${String(perSecond).padStart(6)} answers a second, bare ${String(barePerSecond).padStart(6)}: ${(share * 100).toFixed(0)} %`,
    )
    .join('\n');
}
