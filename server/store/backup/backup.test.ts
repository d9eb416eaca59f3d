// Backups: equal table by table after a restore, taken while others write, and a damaged one is refused whole.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Example, openExample } from '../../act/example.fixture.ts';
import { appendAudit } from '../audit/audit.ts';
import { verifyAudit } from '../audit/verify.ts';
import { migrate } from '../migrate.ts';
import { openStore } from '../open.ts';
import { emptyDatabase } from '../test-store.fixture.ts';
import { DamagedBackup } from './format.ts';
import { checkBackup } from './read-backup.ts';
import { restoreBackup } from './restore.ts';
import { takeBackup } from './take.ts';

const folder = mkdtempSync(join(tmpdir(), 'bihuan-backup-'));
const file = join(folder, 'backup.gz');
const when = new Date('2024-09-01T01:00:00Z');
let example: Example;

beforeAll(async () => {
  example = await openExample();
  await example.add(
    '清单 示政〔2024〕1号 2024-02-01',
    '目标 1 新建口袋公园 30 个 市园文局',
    '任务 逐\\行	制表 市统计局',
  );
  await appendAudit(example.store.db, 'example', [
    { at: when.toISOString(), accountId: null, act: 'a', objectKind: 'b', objectId: 'c', detail: '{}' },
  ]);
});
afterAll(async () => {
  await example.store.close();
  rmSync(folder, { recursive: true, force: true });
});

it('comes back equal, table by table, and the server goes on with it', async () => {
  const taken = await takeBackup(example.store.connection, file, when);
  expect(taken.item?.rows).toBe(2);
  const empty = await emptyDatabase();
  expect(await restoreBackup(empty.connection, file)).toEqual(taken);
  expect(await migrate(empty.connection)).toEqual([]);
  expect((await verifyAudit(empty.connection, [])).faults).toEqual([]);
  const store = openStore(empty.connection, () => {});
  expect(await store.db.selectFrom('item').select('id').execute()).toHaveLength(2);
  await store.close();
  await empty.drop();
});

it('is of one moment while others write', async () => {
  let writing = true;
  const writer = (async () => {
    for (let n = 0; writing; n += 1)
      await example.add(`清单 示政〔2024〕${n + 2}号 2024-02-01`, '任务 完善 市统计局');
  })();
  for (let round = 0; round < 5; round += 1) {
    const { document, item } = await takeBackup(example.store.connection, file, when);
    expect(item?.rows).toBe((document?.rows ?? 0) + 1); // each document has one item, the first has two
  }
  writing = false;
  await writer;
});

describe('is refused, with nothing restored,', () => {
  it('where any byte is another, or the end is missing', async () => {
    await takeBackup(example.store.connection, file, when);
    const good = readFileSync(file);
    const bent = join(folder, 'bent.gz');
    const step = Math.max(1, Math.floor(good.length / 300));
    let accepted = 0;
    for (let at = 0; at < good.length; at += step) {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(bent, bytes);
      accepted += await checkBackup(bent).then(
        () => (at >= 3 && at <= 9 ? 0 : 1), // bytes 3 to 9 of a gzip header are its date and system, not the content
        () => 0,
      );
    }
    expect(accepted).toBe(0);
    for (const share of [0, 0.3, 0.9, 0.999]) {
      writeFileSync(bent, good.subarray(0, Math.floor(good.length * share)));
      await expect(checkBackup(bent), String(share)).rejects.toThrow(DamagedBackup);
    }
  });

  it('where the database is not empty', async () => {
    await takeBackup(example.store.connection, file, when);
    await expect(restoreBackup(example.store.connection, file)).rejects.toThrow(/holds data already/);
  });
});
