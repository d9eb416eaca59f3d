// The audit page: entries by filter, the chain whole, and a checkpoint beyond the end betrays a cut.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitor } from '../../core/contract/permission.ts';
import { isoDate } from '../../core/quantity/date.ts';
import { succeed } from '../../core/result.ts';
import { type Example, openExample } from '../act/example.fixture.ts';
import { perform } from '../act/perform.ts';
import { getAuditPage, verifyOwnAudit } from './audit.ts';

let example: Example;
const folder = mkdtempSync(join(tmpdir(), 'bihuan-audit-'));
const file = join(folder, 'checkpoints');

beforeAll(async () => {
  example = await openExample();
  for (const [act, objectId] of [
    ['notice.issue', 'a'],
    ['notice.answer', 'a'],
    ['plan.adopt', '100%_b'],
  ] as const)
    await perform(example.context, { caller: visitor, key: null }, async (_inside, note) => {
      note({ act, objectKind: 'notice', objectId });
      return succeed(true);
    });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await example.store.close();
});

describe('audit page', () => {
  it.each([
    ['everything, newest first', {}, [3, 2, 1]],
    ['one act', { act: 'notice.issue' }, [1]],
    ['words, taken as they stand', { words: '100%_' }, [3]],
    ['a percent sign is no wildcard', { words: 'a%a' }, []],
    ['what lies before an entry', { before: 3 }, [2, 1]],
    ['the day in Shanghai', { from: isoDate('2024-09-01'), to: isoDate('2024-09-01') }, [3, 2, 1]],
    ['the day after', { from: isoDate('2024-09-02') }, []],
  ] as const)('%s', async (_what, query, numbers) => {
    const page = await getAuditPage(example.context, query, null);
    expect(page.entries.map(({ number }) => number)).toEqual(numbers);
    expect(page.head?.number).toBe(3);
  });

  it('finds the chain whole, and cut where a checkpoint lies beyond its end', async () => {
    expect(await verifyOwnAudit(example.context, null)).toMatchObject({ checkpoints: 0, faults: [] });
    const beyond = { jurisdiction: 'example', number: 9, hash: '0'.repeat(64), at: '2024-09-01T00:00:00Z' };
    writeFileSync(file, `${JSON.stringify(beyond)}\n`);
    const cut = await verifyOwnAudit(example.context, file);
    expect(cut.faults).toEqual([{ code: 'cut', number: 4 }]);
  });
});
