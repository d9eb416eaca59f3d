// A verdict that a person overrules: both stay on list, page and count; it ends on its day; taking it back stays too.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../../core/contract/permission.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { statusLabel } from '../../../core/vocabulary/assessment.ts';
import { listItems } from '../../store/item.ts';
import { addAccount } from '../../store/people/account.ts';
import { listCommitments } from '../../view/commitment-list.ts';
import { getCommitmentPage } from '../../view/commitment-page.ts';
import { getOverview } from '../../view/overview.ts';
import { getAgenda } from '../../view/supervise/agenda.ts';
import { decideItems } from '../decide-items.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { remind } from '../message/remind.ts';
import { setFollow } from '../message/wishes.ts';
import { type OverrideBody, overruleVerdict, withdrawOverride } from './overrule.ts';

let example: Example;
let commitmentId = '';
const accountId = '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c21';
const callerOf = (unit: string | null): Caller => ({
  ...{ accountId, name: '督查室', scopes: null },
  grants: [{ role: 'supervisionOffice', place: null, unit, from: isoDate('2020-01-01'), to: null }],
});
const office = { caller: callerOf(null), key: null };
const day = isoDate('2024-12-31');
const body: OverrideBody = {
  ...{ status: 'onTrack', reason: '验收资料已到，系统未录' },
  ...{ from: isoDate('2024-12-01'), until: day },
};

const must = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const codeOf = (result: { ok: true } | { ok: false; code: string }): string =>
  result.ok ? 'ok' : result.code;
const page = async (asOf: string = day) =>
  must(await getCommitmentPage(example.context, commitmentId, { asOf }));
const row = async () => must(await listCommitments(example.context, { plan: '2024', asOf: day })).rows[0];

beforeAll(async () => {
  example = await openExample();
  const { db, jurisdiction } = example.context;
  await addAccount(db, jurisdiction, {
    ...{ id: accountId, login: 'office', name: '督查室', mail: '', isSample: false, recordedBy: null },
  });
  for (const lines of [
    ['清单 示政〔2024〕1号 2024-02-01', '目标 1 新建公园 40 个 市园文局'],
    ['通报 示政〔2024〕9号 2024-12-31', '结果 新建公园 12 个'],
  ] as const) {
    const documentId = await example.add(...lines);
    const items = await listItems(db, jurisdiction, documentId);
    const decisions = items.map(({ id }) => ({ itemId: id, decision: 'adopt' as const }));
    must(await decideItems(example.context, documentId, { planYear: 2024, decisions }));
  }
  commitmentId = (await row())?.id ?? '';
});
afterAll(() => example.store.close());

describe('overruling', () => {
  it.each([
    ['without a reason', { ...body, reason: ' ' }, null, 'override.needsReason'],
    ['by somebody of the own unit', body, '市园文局', 'override.ownCommitment'],
    ['that ends before it begins', { ...body, until: isoDate('2024-11-30') }, null, 'override.datesInvalid'],
  ] as const)('is refused %s', async (_what, given, unit, code) => {
    const actor = { caller: callerOf(unit), key: null };
    expect(codeOf(await overruleVerdict(example.context, actor, commitmentId, given))).toBe(code);
  });

  it('shows both on list, page and overview, ends on its day, and can be taken back', async () => {
    const before = (await row())?.verdict;
    expect(before?.overruled).toBeNull();
    expect(before?.status).not.toBe('onTrack');
    const { overrideId } = must(await overruleVerdict(example.context, office, commitmentId, body));
    const listed = (await row())?.verdict;
    expect(listed?.status).toBe('onTrack');
    expect(listed?.overruled).toMatchObject({ computed: before?.status, by: '督查室', reason: body.reason });
    expect((await page()).commitment.verdict.overruled?.computed).toBe(before?.status);
    expect((await page('2024-11-30')).commitment.verdict.overruled).toBeNull();
    const overview = must(await getOverview(example.context, { plan: '2024', asOf: day }));
    expect(overview.tiles.find(({ kind }) => kind === 'livelihood')?.counts.onTrack).toBe(1);

    const params = { commitmentId, overrideId };
    must(await withdrawOverride(example.context, office, params, '资料有误'));
    expect((await row())?.verdict).toEqual(before);
    expect((await page()).overrides.map(({ withdraws, reason }) => [withdraws, reason])).toEqual([
      [null, body.reason],
      [overrideId, '资料有误'],
    ]);
    expect(codeOf(await withdrawOverride(example.context, office, params, '资料有误'))).toBe(
      'override.notFound',
    );
  });

  it('tells who follows the promise at once, both ways, and the hourly look does not tell it again', async () => {
    const { context } = example;
    const { db, jurisdiction } = context;
    const follower = '6d1d2f0a-6f63-4d0f-9d52-0d3a5b0e7c11';
    await addAccount(db, jurisdiction, {
      ...{ id: follower, login: 'follower', name: '代表', mail: '', isSample: false, recordedBy: null },
    });
    await setFollow(
      context,
      { caller: { ...callerOf(null), accountId: follower }, key: null },
      { commitmentId, follows: true },
    );
    const told = async () =>
      (
        await db
          .selectFrom('told')
          .select('detail')
          .where('kind', '=', 'commitment.verdict')
          .orderBy('recorded_at')
          .execute()
      ).map(({ detail }) =>
        [detail.before, detail.now].map((words) => (typeof words === 'object' ? words.zh : words)),
      );
    const now = (await page(context.today())).commitment.verdict.status;
    const label = statusLabel[now].zh;
    const wide = { ...body, from: isoDate('2024-08-01') };
    const { overrideId } = must(await overruleVerdict(context, office, commitmentId, wide));
    expect(await told()).toEqual([[label, statusLabel.onTrack.zh]]);
    // Days that the verdict of today is not of: nothing is told.
    const past = { ...body, from: isoDate('2024-03-01'), until: isoDate('2024-03-31') };
    const { overrideId: pastId } = must(await overruleVerdict(context, office, commitmentId, past));
    must(await withdrawOverride(context, office, { commitmentId, overrideId: pastId }, '资料有误'));
    await remind(context, context.today(), getAgenda);
    expect((await told()).length).toBe(1);
    must(await withdrawOverride(context, office, { commitmentId, overrideId }, '资料有误'));
    expect((await told()).at(-1)).toEqual([statusLabel.onTrack.zh, label]);
  });

  it('lets two at once both be kept, one after the other', async () => {
    const both = await Promise.all([
      overruleVerdict(example.context, office, commitmentId, body),
      overruleVerdict(example.context, office, commitmentId, { ...body, status: 'achieved' }),
    ]);
    expect(both.map(codeOf)).toEqual(['ok', 'ok']);
    expect(['onTrack', 'achieved']).toContain((await row())?.verdict.status);
  });
});
