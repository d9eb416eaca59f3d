// The ledger balances to the 分 whatever is posted, and refuses what would promise or pay money that is not there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import {
  appropriate,
  award,
  balanceOf,
  disburse,
  emptyLedger,
  fulfilment,
  type Ledger,
  type Posting,
  post,
  postAll,
  returnAward,
  returnPayment,
  totals,
} from './ledger.ts';

const on = (id: string) => ({ id, day: isoDate('2024-06-01'), reference: 'batch-1' });
const posted = (...postings: readonly Posting[]): Ledger => {
  const result = postAll(emptyLedger, postings);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

describe('ledger', () => {
  it('follows an award from the fund to the bank', () => {
    const ledger = posted(
      appropriate(on('1'), 'industry', 100_00),
      award(on('2'), 'industry', 'firm', 30_01),
      disburse(on('3'), 'firm', 10_00),
    );
    expect(totals(ledger)).toEqual({
      appropriated: 100_00,
      awarded: 30_01,
      disbursed: 10_00,
      outstanding: 20_01,
      free: 69_99,
      difference: 0,
    });
    expect(fulfilment(totals(ledger))).toEqual({ part: 10_00, whole: 30_01 });
    expect(fulfilment(totals(emptyLedger))).toBeNull();
  });

  const start = [
    appropriate(on('1'), 'industry', 100),
    award(on('2'), 'industry', 'firm', 60),
    disburse(on('3'), 'firm', 50),
  ];
  it.each([
    ['more than the fund holds', award(on('4'), 'industry', 'other', 41), 'ledger.fundExhausted'],
    ['from a fund that nobody filled', award(on('4'), 'services', 'other', 1), 'ledger.fundExhausted'],
    ['more than was awarded', disburse(on('4'), 'firm', 11), 'ledger.paidMoreThanAwarded'],
    ['to a firm that was awarded nothing', disburse(on('4'), 'other', 1), 'ledger.paidMoreThanAwarded'],
    [
      'back more than is still owed',
      returnAward(on('4'), 'industry', 'firm', 11),
      'ledger.paidMoreThanAwarded',
    ],
    ['back more than was paid', returnPayment(on('4'), 'firm', 51), 'ledger.returnedMoreThanPaid'],
    ['twice under one number', disburse(on('3'), 'firm', 1), 'ledger.postedTwice'],
    ['half a 分', award(on('4'), 'industry', 'other', 0.5), 'ledger.notWhole'],
    ['nothing', award(on('4'), 'industry', 'other', 0), 'ledger.notWhole'],
    ['not a number', award(on('4'), 'industry', 'other', Number.NaN), 'ledger.notWhole'],
    [
      'beyond what can be counted',
      appropriate(on('4'), 'industry', Number.MAX_SAFE_INTEGER),
      'ledger.tooLarge',
    ],
    [
      'unbalanced',
      {
        ...on('4'),
        kind: 'award',
        entries: [
          { account: 'paid', amount: 2 },
          { account: 'source', amount: -1 },
        ],
      } as const,
      'ledger.notBalanced',
    ],
  ])('refuses %s', (_why, posting, code) => {
    const before = posted(...start);
    expect(post(before, posting)).toMatchObject({ ok: false, code });
    expect(totals(before)).toMatchObject({ awarded: 60, disbursed: 50 });
  });

  it('takes a batch whole or not at all', () => {
    const before = posted(appropriate(on('1'), 'industry', 100));
    const batch = ['a', 'b', 'c'].map((subject, at) => award(on(`batch-${at}`), 'industry', subject, 40));
    expect(postAll(before, batch)).toMatchObject({ ok: false, params: { posting: 'batch-2' } });
    expect(balanceOf(before, 'fund:industry')).toBe(100);
  });

  it('balances after any sequence of postings, and every 分 is in exactly one place', () => {
    const amount = fc.integer({ min: -5, max: 200 });
    const subject = fc.constantFrom('a', 'b', 'c');
    const area = fc.constantFrom('industry', 'services');
    const anyPosting = fc.oneof(
      fc.tuple(area, amount).map(
        ([a, n]) =>
          (id: string) =>
            appropriate(on(id), a, n),
      ),
      fc.tuple(area, subject, amount).map(
        ([a, s, n]) =>
          (id: string) =>
            award(on(id), a, s, n),
      ),
      fc.tuple(subject, amount).map(
        ([s, n]) =>
          (id: string) =>
            disburse(on(id), s, n),
      ),
      fc.tuple(area, subject, amount).map(
        ([a, s, n]) =>
          (id: string) =>
            returnAward(on(id), a, s, n),
      ),
      fc.tuple(subject, amount).map(
        ([s, n]) =>
          (id: string) =>
            returnPayment(on(id), s, n),
      ),
    );
    fc.assert(
      fc.property(fc.array(anyPosting, { maxLength: 60 }), (makers) => {
        let ledger = emptyLedger;
        makers.forEach((make, at) => {
          const next = post(ledger, make(String(at)));
          if (next.ok) ledger = next.value;
          const sum = totals(ledger);
          expect(sum.difference).toBe(0);
          expect(sum.free + sum.outstanding + sum.disbursed).toBe(sum.appropriated);
          for (const [account, balance] of ledger.balances)
            if (account !== 'source') expect(balance).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 150 },
    );
  });
});
