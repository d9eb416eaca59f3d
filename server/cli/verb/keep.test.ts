// What backup and restore say about the key of the personal columns: where it lies, and that nothing else opens them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Connection } from '../../store/open.ts';
import { emptyDatabase, freshStore, type TestStore } from '../../store/test-store.fixture.ts';
import { main } from '../main.ts';

const folder = mkdtempSync(join(tmpdir(), 'bihuan-keep-'));
const file = join(folder, 'backup.gz');
const key = join(folder, 'personal-key');
let store: TestStore;
let empty: Awaited<ReturnType<typeof emptyDatabase>>;

beforeAll(async () => {
  store = await freshStore();
  empty = await emptyDatabase();
});
afterAll(async () => {
  await store.close();
  await empty.drop();
  rmSync(folder, { recursive: true, force: true });
});

const urlOf = (connection: Connection): string => {
  if ('url' in connection) return connection.url;
  const { host, port, user, database } = connection;
  return `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
};

async function run(connection: Connection, argv: readonly string[]) {
  let [out, err] = ['', ''];
  const code = await main(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: { DATABASE_URL: urlOf(connection), BIHUAN_DATA: folder },
    ...{ outIsTty: false, errIsTty: false, columns: 100 },
    stdin: async () => new Uint8Array(),
  });
  return { code, out, err };
}

it('a backup names the key file that it does not hold, in words and as data', async () => {
  const { code, out, err } = await run(store.connection, ['backup', file]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(key);
  expect(out).toMatch(/密钥不在备份中|the key is not in the backup/);
  const { out: data } = await run(store.connection, ['backup', join(folder, 'again.gz'), '--json']);
  const about = z.object({ personalKey: z.string(), personalKeyIsHere: z.boolean() }).parse(JSON.parse(data));
  expect(about).toEqual({ personalKey: key, personalKeyIsHere: false });
});

it('checking a backup says nothing of a key: it may be of anywhere', async () => {
  const { code, out } = await run(store.connection, ['backup', '--check', file]);
  expect(code).toBe(0);
  expect(out).not.toContain(key);
});

it('a restore asks for the key of the old system, where the server will look for it', async () => {
  const { code, out, err } = await run(empty.connection, ['restore', file]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(key);
  expect(out).toMatch(/启动服务前|before the server starts/);
  writeFileSync(key, '');
  expect((await run(store.connection, ['backup', join(folder, 'third.gz'), '--json'])).out).toContain(
    '"personalKeyIsHere":true',
  );
});

it.each(['backup', 'restore'])('%s --help names the key', async (verb) => {
  expect((await run(store.connection, [verb, '--help'])).out).toContain('personal-key');
});
