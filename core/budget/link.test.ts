// Links of money to promises: what is proposed by its name, what a decision may follow, and whose day the spending has.
import { describe, expect, it } from 'vitest';
import { goalAndMoney, likeness, mayDecide, pairKey, proposeLinks } from './link.ts';

describe('proposals', () => {
  const line = (name: string) => ({ kind: 'line' as const, id: name, name });
  const promise = (name: string) => ({ kind: 'commitment' as const, id: name, name });

  it.each([
    // why                                   money                        promise                              proposed
    [
      'the same thing in other words',
      '二次供水设施改造（演示）',
      '实施居民住宅小区二次供水设施改造200个',
      true,
    ],
    ['only empty words in common', '民生实事专项资金', '新增专项资金支持', false],
    ['another thing', '农村公路养护', '新建城市公园65个', false],
  ])('%s', (_why, money, title, proposed) => {
    expect(proposeLinks([line(money)], [promise(title)], new Set())).toHaveLength(proposed ? 1 : 0);
  });

  it('does not propose again what somebody decided on', () => {
    const [money, title] = [line('城市公园新建'), promise('新建城市公园65个')];
    expect(proposeLinks([money], [title], new Set())).toHaveLength(1);
    expect(proposeLinks([money], [title], new Set([pairKey(money, title)]))).toEqual([]);
  });

  it('is as like one way as the other', () => {
    const [a, b] = ['老旧小区住宅加装电梯补助', '推进老旧小区住宅加装电梯1000台'];
    expect(likeness(a, b)).toBe(likeness(b, a));
  });
});

it.each([
  [null, 'accept', true],
  [null, 'withdraw', false],
  ['accept', 'withdraw', true],
  ['accept', 'reject', false],
  ['reject', 'accept', true],
  ['withdraw', 'accept', true],
  ['reject', 'reject', false],
] as const)('after %s may come %s: %s', (last, next, may) => expect(mayDecide(last, next)).toBe(may));

it('counts the spending to the last of its days', () => {
  const part = (elapsedShare: string | null) => ({ budget: '1', spent: '1', elapsedShare });
  const promise = {
    id: 'a',
    share: '0.5',
    expectedShare: '0.4',
    money: [part('0.5'), part(null), part('0.75')],
  };
  expect(goalAndMoney(promise, { budget: '3', spent: '2' })).toMatchObject({
    spendExpected: '0.75',
    goalExpected: '0.4',
  });
  expect(goalAndMoney({ ...promise, money: [] }, { budget: null, spent: null }).spendExpected).toBeNull();
});
