// What is kept between requests is never stale: every act is seen, also one of another server on the same database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideItems } from '../act/decide-items.ts';
import { type Example, openExample } from '../act/example.fixture.ts';
import { listItems } from '../store/item.ts';
import { openStore } from '../store/open.ts';
import { listCommitments } from '../view/commitment-list.ts';
import { Shelf } from './kept.ts';

describe('a shelf', () => {
  it('loads once for a key and a stamp', async () => {
    const shelf = new Shelf<number>();
    let loads = 0;
    const load = async () => ++loads;
    const asked = [
      ['1', 'a'],
      ['1', 'a'],
      ['1', 'b'],
      ['2', 'a'],
      ['2', 'a'],
      ['1', 'a'],
    ] as const;
    const got: number[] = [];
    for (const [stamp, key] of asked) got.push(await shelf.get(stamp, key, load));
    expect(got).toEqual([1, 1, 2, 3, 3, 4]);
  });

  it('does not keep a failure', async () => {
    const shelf = new Shelf<number>();
    await expect(shelf.get('1', 'a', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(await shelf.get('1', 'a', async () => 7)).toBe(7);
  });

  it('keeps a bounded number', async () => {
    const shelf = new Shelf<number>();
    let loads = 0;
    for (let key = 0; key < 100; key++) await shelf.get('1', String(key), async () => ++loads);
    await shelf.get('1', '0', async () => ++loads);
    expect(loads).toBe(101);
  });
});

describe('a view', () => {
  let example: Example;
  beforeAll(async () => {
    example = await openExample();
  });
  afterAll(() => example.store.close());

  it('sees every act at once, whoever acted', async () => {
    const other = openStore(example.store.connection, () => {});
    const elsewhere = { ...example.context, db: other.db };
    const documentId = await example.add(
      '清单',
      '目标 1 植树 10 棵 林业局',
      '目标 2 修路 2 公里 交通局',
      '目标 3 建桥 1 座 交通局',
    );
    const items = await listItems(example.context.db, 'example', documentId);
    const seen: number[][] = [];
    for (const [index, { id }] of items.entries()) {
      const acting = index % 2 === 0 ? example.context : elsewhere;
      await decideItems(acting, documentId, {
        planYear: 2024,
        decisions: [{ itemId: id, decision: 'adopt' }],
      });
      const lists = await Promise.all(
        [example.context, elsewhere].map((context) => listCommitments(context, {})),
      );
      seen.push(lists.map((list) => (list.ok ? list.value.total : -1)));
    }
    await other.close();
    expect(seen).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });
});
