// Words beside a promise on a real database: comments and their end, the lead unit's word, names of days. Added, never edited.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standingNames } from '../../../core/observe/named-day.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { listItems } from '../../store/item.ts';
import { addAccount } from '../../store/people/account.ts';
import { listComments } from '../../store/remark/comment.ts';
import { listConfidence } from '../../store/remark/confidence.ts';
import { listNamedDays } from '../../store/remark/named-day.ts';
import { decideItems } from '../decide-items.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { commentOn, endComment } from './comment.ts';
import { nameDay } from './name-day.ts';
import { sayConfidence } from './say-confidence.ts';

let example: Example;
let commitmentId = '';
const accountId = randomUUID();
const actor = { caller: { accountId, name: '市园文局', scopes: null, grants: [] }, key: null };
const said = (result: { ok: true } | { ok: false; code: string }): string => (result.ok ? 'ok' : result.code);
const audited = async (act: string): Promise<number> => {
  const { db, jurisdiction } = example.context;
  const rows = await db
    .selectFrom('audit_entry')
    .select('act')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('act', '=', act)
    .execute();
  return rows.length;
};

beforeAll(async () => {
  example = await openExample();
  const { db, jurisdiction } = example.context;
  const account = { id: accountId, login: 'park', name: '市园文局', mail: '', isSample: false };
  await addAccount(db, jurisdiction, { ...account, recordedBy: null });
  const documentId = await example.add(
    '清单 示政〔2024〕1号 2024-02-01',
    '目标 1 新建口袋公园 30 个 市园文局',
  );
  const [item] = await listItems(db, jurisdiction, documentId);
  const decisions = [{ itemId: item?.id ?? '', decision: 'adopt' as const }];
  const decided = await decideItems(example.context, documentId, { planYear: 2024, decisions });
  if (decided.ok) commitmentId = decided.value.commitments[0]?.commitmentId ?? '';
});
afterAll(() => example.store.close());

describe('a comment', () => {
  it('is kept with its day, closed once with words, and neither is edited', async () => {
    const { context } = example;
    const made = await commentOn(context, actor, commitmentId, { kind: 'risk', words: ' 3 处用地未交 ' });
    const commentId = made.ok ? made.value.commentId : '';
    const end = (words: string) => endComment(context, actor, { commitmentId, commentId }, words);
    expect(said(await end(' '))).toBe('comment.needsWords');
    expect(said(await end('3 处用地 8 月已交'))).toBe('ok');
    expect(said(await end('再关一次 8 月'))).toBe('comment.alreadyClosed');
    expect(await listComments(context.db, context.jurisdiction, commitmentId, null)).toMatchObject([
      { kind: 'risk', words: '3 处用地未交', endWords: '3 处用地 8 月已交' },
    ]);
    expect([await audited('commitment.comment'), await audited('commitment.commentEnd')]).toEqual([1, 1]);
  });

  it.each([
    ['without words', 'risk', '', 'comment.needsWords'],
    ['that says nothing', 'progress', '正常进行中', 'comment.saysNothing'],
  ] as const)('%s is refused and leaves nothing', async (_why, kind, words, code) => {
    const { db, jurisdiction } = example.context;
    const before = (await listComments(db, jurisdiction, commitmentId, null)).length;
    expect(said(await commentOn(example.context, actor, commitmentId, { kind, words }))).toBe(code);
    expect((await listComments(db, jurisdiction, commitmentId, null)).length).toBe(before);
  });

  it('of progress has no end, and a comment of another promise is not found', async () => {
    const { context } = example;
    const made = await commentOn(context, actor, commitmentId, { kind: 'progress', words: '建成 12 个' });
    const commentId = made.ok ? made.value.commentId : '';
    const other = { commitmentId: randomUUID(), commentId };
    expect(said(await endComment(context, actor, { commitmentId, commentId }, '建成 30 个'))).toBe(
      'comment.hasNoEnd',
    );
    expect(said(await endComment(context, actor, other, '建成 30 个'))).toBe('comment.notFound');
  });

  it('is closed by one of two who close it at once', async () => {
    const { context } = example;
    const made = await commentOn(context, actor, commitmentId, { kind: 'request', words: '请协调 2 处管线' });
    const wish = { commitmentId, commentId: made.ok ? made.value.commentId : '' };
    const both = await Promise.all(
      ['管线 9 月迁完', '管线 10 月迁完'].map((words) => endComment(context, actor, wish, words)),
    );
    expect(both.map(said).sort()).toEqual(['comment.alreadyClosed', 'ok']);
  });
});

describe('the word of the lead unit', () => {
  it('is numbered, wants a note where help is needed, and is not said twice the same', async () => {
    const { context } = example;
    const say = (word: 'reachable' | 'needsHelp', note = '') =>
      sayConfidence(context, actor, commitmentId, { word, note });
    expect(said(await say('needsHelp'))).toBe('confidence.needsNote');
    expect(await say('reachable')).toMatchObject({ value: { number: 1 } });
    expect(said(await say('reachable'))).toBe('confidence.sameAgain');
    expect(await say('needsHelp', '缺 200 万元')).toMatchObject({ value: { number: 2 } });
    expect(await say('reachable')).toMatchObject({ value: { number: 3 } });
    const kept = await listConfidence(context.db, context.jurisdiction, { commitmentId }, null);
    expect(kept.map(({ word, note }) => [word, note])).toEqual([
      ['reachable', ''],
      ['needsHelp', '缺 200 万元'],
      ['reachable', ''],
    ]);
  });

  it('of two said at once has one winner', async () => {
    const { context } = example;
    const say = (note: string) => sayConfidence(context, actor, commitmentId, { word: 'doubtful', note });
    const both = await Promise.all([say('雨季停工'), say('用地未批')]);
    // Either one came second and was told, or it saw the first and follows it.
    expect(both.map(said).every((each) => each === 'ok' || each === 'state.changed')).toBe(true);
    const kept = await listConfidence(context.db, context.jurisdiction, { commitmentId }, null);
    expect(new Set(kept.map(({ sequence }) => sequence)).size).toBe(kept.length);
    expect(kept.length).toBe(3 + both.filter(({ ok }) => ok).length);
  });
});

describe('a named day', () => {
  it('leads to one day, moves, is taken back, and every row stays', async () => {
    const { context } = example;
    const name = (given: string, day: string | null) =>
      nameDay(context, actor, { name: given, day: day === null ? null : isoDate(day) });
    const standing = async () => standingNames(await listNamedDays(context.db, context.jurisdiction));
    expect(said(await name('中', '2024-06-30'))).toBe('namedDay.needsName');
    expect(said(await name('2024 年末', '2099-12-31'))).toBe('namedDay.inFuture');
    expect(await name(' 2024 年中 ', '2024-06-30')).toMatchObject({
      value: { name: '2024 年中', number: 1 },
    });
    expect(said(await name('2024 年中', '2024-06-30'))).toBe('namedDay.sameAgain');
    expect(await name('2024 年中', '2024-07-01')).toMatchObject({ value: { number: 2 } });
    expect(await standing()).toEqual([{ name: '2024 年中', day: '2024-07-01' }]);
    expect(await name('2024 年中', null)).toMatchObject({ value: { number: 3 } });
    expect(await standing()).toEqual([]);
    expect(said(await name('没有过的名字', null))).toBe('namedDay.sameAgain');
    expect((await listNamedDays(context.db, context.jurisdiction)).length).toBe(3);
    expect(await audited('day.name')).toBe(3);
  });
});
