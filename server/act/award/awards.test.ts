// From the rules to the money on a real database: a batch is reviewed, approved and paid by others than who proposed it, the ledger
// balances to the 分, a fund is not promised twice, and what was awarded is never awarded again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/quantity/date.ts';
import { listAwardsOfBatch } from '../../store/award/award.ts';
import { fundBalances, listPostings } from '../../store/award/ledger.ts';
import { listGaps, listLines } from '../../store/award/line.ts';
import { decideAgain } from '../clause/decide-again.ts';
import type { Actor } from '../perform.ts';
import { type AwardCity, aCode, addFirms, lead, openAwardCity } from './city.fixture.ts';
import { appropriateFund, reversePosting } from './fund.ts';
import { type BatchMoveBody, moveBatch } from './move-batch.ts';
import { answerObjection, objectToLine } from './object.ts';
import { payAwards } from './pay.ts';
import { proposeBatch } from './propose-batch.ts';
import { removeLine } from './remove-line.ts';
import { loadBatch } from './standing.ts';

let city: AwardCity;
const day = isoDate('2024-06-03');
const wan = 1_000_000;
const industrial = { industry: 3562 };

/** First above scale this year; one is converted too, one lacks its industry, one is a shop. */
const firms = [
  { code: aCode(1), name: '示例机械', figures: { ...industrial, scaleYear: 2024, converted: 0 } },
  { code: aCode(2), name: '示例电子', figures: { ...industrial, scaleYear: 2024, converted: 1 } },
  { code: aCode(3), name: '示例缺项', figures: { scaleYear: 2024, converted: 0 } },
  { code: aCode(4), name: '示例商店', figures: { industry: 5211, scaleYear: 2024, converted: 0 } },
  { code: aCode(5), name: '示例纺织', figures: { ...industrial, scaleYear: 2024, converted: 0 } },
];

const okOf = <T>(result: { ok: true; value: T } | { ok: false; code: string; params: object }): T => {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`);
  return result.value;
};
const codeOf = (result: { ok: boolean; code?: string }): string => result.code ?? 'ok';

const propose = (actor: Actor = city.actors.lead) =>
  proposeBatch(city.on('2024-06-03'), actor, { day, unit: lead });

async function move(actor: Actor, batchId: string, action: BatchMoveBody['action'], on = '2024-06-04') {
  const context = city.on(on);
  const after = (await loadBatch(context, batchId))?.number ?? 0;
  return moveBatch(context, actor, batchId, { action, after, words: '依据条款重新核对' });
}
const linesOf = async (batchId: string, view: 'pays' | 'beaten' | 'held' | 'removed') =>
  listLines(city.context.db, city.context.jurisdiction, batchId, { view, search: '', limit: 100, offset: 0 });
const balances = () => fundBalances(city.context.db, city.context.jurisdiction);

beforeAll(async () => {
  city = await openAwardCity();
  await addFirms(city.context.db, city.context.jurisdiction, 2024, firms);
});
afterAll(() => city.example.store.close());

describe('a batch from the rules to the bank', () => {
  let batchId = '';

  it('finds who is paid, who is paid by another clause, and who lacks facts and is not paid', async () => {
    ({ batchId } = okOf(await propose()));
    const pays = await linesOf(batchId, 'pays');
    expect(pays.map(({ subjectName, amount }) => [subjectName, amount])).toEqual([
      ['示例机械', 20 * wan],
      ['示例电子', 20 * wan],
      ['示例电子', 10 * wan],
      ['示例纺织', 20 * wan],
    ]);
    const beaten = await linesOf(batchId, 'beaten');
    expect(beaten.every(({ beatenBy }) => beatenBy !== null)).toBe(true);
    expect(beaten.map(({ subjectName }) => subjectName)).toContain('示例机械');
    const gaps = await listGaps(city.context.db, city.context.jurisdiction, batchId);
    expect(gaps.some(({ missing, examples }) => missing === 'industry' && examples.includes(aCode(3)))).toBe(
      true,
    );
    const again = await decideAgain(city.context, pays[0]?.decisionId ?? '');
    expect(again).toMatchObject({ ok: true });
  });

  it('is nobody’s alone: other people review and approve, and only within the fund', async () => {
    const { lead: own, plan, finance } = city.actors;
    expect(codeOf(await move(own, batchId, 'review'))).toBe('batch.ownProposal');
    expect(codeOf(await move(finance, batchId, 'approve'))).toBe('move.notFromHere');
    const line = (await linesOf(batchId, 'pays'))[3]?.number ?? 0;
    expect(codeOf(await removeLine(city.context, plan, batchId, { line, reason: '已停产，待核实' }))).toBe(
      'ok',
    );
    expect(codeOf(await move(plan, batchId, 'review'))).toBe('ok');
    expect(await move(finance, batchId, 'approve')).toMatchObject({
      code: 'batch.overFund',
      params: { needed: '50万元', free: '0元' },
    });
    const fund = { area: 'industry', document: '示财〔2024〕1号' } as const;
    okOf(await appropriateFund(city.on('2024-06-03'), finance, { ...fund, amount: 50 * wan - 1 }));
    expect(codeOf(await move(finance, batchId, 'approve'))).toBe('batch.overFund');
    okOf(await appropriateFund(city.on('2024-06-03'), finance, { ...fund, amount: 30 * wan + 1 }));
    expect(codeOf(await move(finance, batchId, 'approve'))).toBe('ok');
    const awards = await listAwardsOfBatch(city.context.db, city.context.jurisdiction, batchId);
    expect(awards.length).toBe(3);
    expect((await balances()).get('fund:industry')).toBe(30 * wan);
  });

  it('is public first, and what is objected to is not paid until it is answered', async () => {
    const { enterprise, finance, plan } = city.actors;
    const notice = (await loadBatch(city.context, batchId))?.notice;
    expect(notice).toEqual({ from: '2024-06-04', to: '2024-06-12' }); // 5 working days, Dragon Boat Festival on the 10th
    expect(codeOf(await payAwards(city.on('2024-06-12'), finance, batchId))).toBe('batch.noticeRunning');
    const [first, second] = await linesOf(batchId, 'pays');
    const object = (line: number) =>
      objectToLine(city.on('2024-06-05'), enterprise, batchId, { line, words: '该企业并非首次上规' });
    const upheld = okOf(await object(first?.number ?? 0));
    const open = okOf(await object(second?.number ?? 0));
    const answer = { upheld: true, words: '经查属实' };
    const about = { batchId, objectionId: upheld.objectionId };
    expect(codeOf(await answerObjection(city.on('2024-06-06'), plan, about, answer))).toBe('ok');
    expect(codeOf(await answerObjection(city.on('2024-06-06'), plan, about, answer))).toBe('state.changed');
    expect((await balances()).get('fund:industry')).toBe(50 * wan);
    const paid = okOf(await payAwards(city.on('2024-06-13'), finance, batchId));
    expect(paid).toEqual({ awards: 1, amount: 10 * wan });
    const dismissed = { upheld: false, words: '与统计名录一致' };
    const other = { batchId, objectionId: open.objectionId };
    expect(codeOf(await answerObjection(city.on('2024-06-14'), plan, other, dismissed))).toBe('ok');
    expect(okOf(await payAwards(city.on('2024-06-14'), finance, batchId))).toEqual({
      awards: 1,
      amount: 20 * wan,
    });
    expect((await loadBatch(city.context, batchId))?.state).toBe('paid');
    expect(
      okOf(
        await payAwards(city.on('2024-06-15'), finance, batchId).then((r) =>
          r.ok ? r : { ok: true, value: r.code },
        ),
      ),
    ).toBe('batch.notApproved');
  });

  it('balances to the 分, and a counter-entry names what it takes back', async () => {
    const now = await balances();
    expect([...now.values()].reduce((sum, amount) => sum + amount, 0)).toBe(0);
    expect(now.get('paid')).toBe(30 * wan);
    const { db, jurisdiction } = city.context;
    const all = await listPostings(db, jurisdiction, { before: null, kind: null, limit: 100 });
    const back = all.find(({ kind }) => kind === 'reverse');
    const first = all.find(({ number }) => number === back?.reverses);
    expect(first?.kind).toBe('award');
    expect(first?.reversedBy).toBe(back?.number);
    const reverse = (posting: number) =>
      reversePosting(city.context, city.actors.finance, { posting, reason: '记账有误' });
    expect(codeOf(await reverse(first?.number ?? 0))).toBe('ledger.reversedAlready');
    expect(codeOf(await reverse(back?.number ?? 0))).toBe('ledger.reversalFinal');
    const payment = all.find(({ kind }) => kind === 'disburse')?.number ?? 0;
    expect(codeOf(await reverse(payment))).toBe('ledger.paidStays');
    const given = (amount: number) =>
      all.find(({ kind, entries }) => kind === 'appropriate' && entries[0]?.amount === amount)?.number ?? 0;
    expect(codeOf(await reverse(given(50 * wan - 1)))).toBe('ok');
    expect(await reverse(given(30 * wan + 1))).toMatchObject({
      code: 'ledger.fundExhausted',
      params: { needed: '30.000001万元', free: '0.01元' },
    });
  });

  it('is not awarded again by the next batch; the line that was taken out is', async () => {
    const next = okOf(await propose());
    const pays = await linesOf(next.batchId, 'pays');
    expect(pays.map(({ subjectName }) => subjectName)).toEqual(['示例纺织']);
    // Taken back after an objection: the promise stays held, in sight.
    expect((await linesOf(next.batchId, 'held')).map(({ subjectName }) => subjectName)).toEqual(['示例机械']);
  });
});

describe('two batches for the same firms', () => {
  it('are both reviewed, and one is approved', async () => {
    const { lead: own, plan, finance } = city.actors;
    await addFirms(city.context.db, city.context.jurisdiction, 2024, [
      { code: aCode(9), name: '示例新材', figures: { ...industrial, scaleYear: 2024, converted: 0 } },
    ]);
    await appropriateFund(city.on('2024-06-03'), finance, {
      ...{ area: 'industry', amount: 500 * wan, document: '示财〔2024〕2号' },
    });
    const both = [okOf(await propose(own)), okOf(await propose(own))];
    for (const { batchId } of both) expect(codeOf(await move(plan, batchId, 'review'))).toBe('ok');
    const ends = await Promise.all(both.map(({ batchId }) => move(finance, batchId, 'approve')));
    expect(ends.map(codeOf).sort()).toEqual(['batch.heldMeanwhile', 'ok']);
    expect([...(await balances()).values()].reduce((sum, amount) => sum + amount, 0)).toBe(0);
  });
});
