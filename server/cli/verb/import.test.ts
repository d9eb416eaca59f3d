// What a refused import says: the server's own words, wherever it puts them.
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { importDocument } from './import.ts';

type Answer = Readonly<Record<string, unknown>>;

async function importFrom(answers: Readonly<Record<string, readonly [number, Answer]>>) {
  const proofs = new Set<string | undefined>();
  const server = createServer((request, response) => {
    proofs.add(request.headers.authorization);
    const [status, body] = answers[`${request.method} ${(request.url ?? '').split('?')[0]}`] ?? [404, {}];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const file = { bytes: new Uint8Array([1]), name: 'report.txt' };
  const done = await importDocument(new URL(`http://127.0.0.1:${port}`), file, 'token-of-a-test');
  server.close();
  expect([...proofs]).toEqual(['Bearer token-of-a-test']);
  return done;
}

it('tells why the upload was refused', async () => {
  const message = { zh: '系统繁忙', en: 'busy' };
  const done = await importFrom({ 'POST /api/documents': [503, { code: 'server.busy', message }] });
  expect(done).toEqual({ ok: false, why: { code: 'server.busy', ...message } });
});

it('tells why the reading was refused', async () => {
  const problem = { code: 'document.empty', zh: '文件是空的', en: 'The file is empty', place: '' };
  const done = await importFrom({
    'POST /api/documents': [200, { readingId: 'r1' }],
    'GET /api/readings/r1': [200, { stage: 'refused', problem }],
  });
  expect(done).toEqual({
    ok: false,
    why: { code: 'document.empty', zh: '文件是空的', en: 'The file is empty' },
  });
});
