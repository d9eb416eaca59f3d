// What a browser gets from an address: the page for any address of the screen, files as they are, nothing else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { servePage } from './page.ts';

let app: FastifyInstance;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-page-'));
  mkdirSync(join(folder, 'web/assets'), { recursive: true });
  writeFileSync(join(folder, 'web/index.html'), '<title>page</title>');
  writeFileSync(join(folder, 'web/assets/main-AbCd1234.js'), 'script');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  app = createApp('silent');
  await servePage(app, join(folder, 'web'));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  // why this row is here            url                               status  body                   kept for ever
  ['the page', '/', 200, 'page', false],
  ['an address of the screen', '/commitments/1?asOf=2024-06-30', 200, 'page', false],
  ['a script named by its content', '/assets/main-AbCd1234.js', 200, 'script', true],
  ['a script of an older build', '/assets/main-Old12345.js', 404, 'route.notFound', false],
  ['a file that is not there', '/favicon.png', 404, 'route.notFound', false],
  ['an address of the API', '/api/nothing', 404, 'route.notFound', false],
  ['a way out of the folder', '/../secret.txt', 404, 'route.notFound', false],
  ['the same, encoded', '/..%2Fsecret.txt', 404, 'route.notFound', false],
  ['the same, encoded twice', '/assets/%2e%2e%2f%2e%2e%2fsecret.txt', 404, 'route.notFound', false],
])('%s', async (_why, url, status, body, isKept) => {
  const answer = await app.inject({ url });
  expect(answer.body).toContain(body);
  expect(answer.statusCode).toBe(status);
  expect(String(answer.headers['cache-control']).includes('immutable')).toBe(isKept);
});
