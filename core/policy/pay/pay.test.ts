// Batches never propose an award twice, differences add up, shares reach a goal by whole numbers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMove, tableProblems } from '../../place/lifecycle.ts';
import { isoDate } from '../../quantity/date.ts';
import { printDecimal } from '../../quantity/decimal.ts';
import { catalog } from '../catalog/catalog.ts';
import { aClause } from '../clause.fixture.ts';
import type { Clause } from '../clause.ts';
import { compileRules } from '../engine/compile.ts';
import { explainer } from '../engine/explain.ts';
import { appropriate, emptyLedger, postAll, totals } from '../ledger.ts';
import { type Facts, rowEncoder } from '../row.ts';
import { announced2024, areaMoney } from './area-money.ts';
import {
  awardKey,
  awardPostings,
  type BatchAction,
  type BatchFacts,
  type BatchState,
  batchLifecycle,
  neededByArea,
  paymentPostings,
  proposedAwards,
  withoutPaid,
} from './award-batch.ts';
import { directCoverage, pushRate } from './coverage.ts';
import { clauseDifferences, differenceOf } from './difference.ts';
import { percentOf, reaches } from './share.ts';

const day = isoDate('2024-06-01');
const explained = (clauses: readonly Clause[], facts: Facts) => {
  const compiled = compileRules(clauses, { subject: 'enterprise', day, hash: String });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return explainer(compiled.rules.ruleSet)(rowEncoder(compiled.rules.ruleSet.schema)(facts));
};
const byId = (clauses: readonly Clause[]) => new Map(clauses.map((clause) => [clause.id, clause]));

describe('a batch', () => {
  const firm = { industry: 3562, scaleYear: 2024, converted: true, highTech: true };
  const awards = proposedAwards(byId(catalog), explained(catalog, firm), 'firm', day);

  it('proposes what needs no application, each promise once though two documents make it', () => {
    expect(awards.map(({ clauseId, amount, key }) => [clauseId, amount, key])).toEqual([
      ['hz-2024-16-30-first', 20_000_000, 'once:firstAboveScale:firm'],
      ['hz-2024-16-30-converted', 10_000_000, 'once:convertedAboveScale:firm'],
      ['hz-2024-16-18-scale', 30_000_000, 'once:highTechScale:firm'],
    ]);
  });

  it.each([
    ['a clause that is reviewed', { automation: 'reviewed' }],
    ['a clause that asks for a request', { automation: 'onRequest' }],
    ['a guarantee', { benefit: 'guarantee' }],
  ] as const)('leaves %s alone', (_why, given) => {
    const clauses = [aClause(given)];
    expect(proposedAwards(byId(clauses), explained(clauses, { highTech: true }), 'firm', day)).toEqual([]);
  });

  it('leaves out what is held already, and itself twice', () => {
    const { fresh, held } = withoutPaid([...awards, ...awards], new Set(['once:highTechScale:firm']));
    expect(fresh.length).toBe(2);
    expect(held.length).toBe(4);
  });

  it('goes through the ledger to the last 分, and a second run of it changes nothing', () => {
    const needed = neededByArea(awards);
    const funds = [...needed].map(([area, amount]) =>
      appropriate({ id: `fund:${area}`, day, reference: 'budget' }, area, amount + 1),
    );
    const postings = [...funds, ...awardPostings(awards, 'b', day), ...paymentPostings(awards, 'b', day)];
    const ledger = postAll(emptyLedger, postings);
    const sum = awards.reduce((total, { amount }) => total + amount, 0);
    expect(ledger.ok && totals(ledger.value)).toEqual({
      appropriated: sum + needed.size,
      awarded: sum,
      disbursed: sum,
      outstanding: 0,
      free: needed.size,
      difference: 0,
    });
    expect(ledger.ok && postAll(ledger.value, awardPostings(awards, 'again', day))).toMatchObject({
      ok: false,
      code: 'ledger.postedTwice',
    });
  });

  it.each([
    ['one-time: the promise', aClause({ once: { per: 'enterprise', key: 'k' } }), 'once:k:s'],
    [
      'of a group: the group and the year',
      aClause({ overlap: { group: 'g', rule: 'highest' } }),
      'group:g:2024:s',
    ],
    [
      'additive: stands alone',
      aClause({ overlap: { group: 'g', rule: 'highest', additiveWith: ['b'] } }),
      'clause:a-clause:2024:s',
    ],
    ['every year anew', aClause(), 'clause:a-clause:2024:s'],
  ])('key %s', (_why, clause, key) => expect(awardKey(clause, 's', day)).toBe(key));
});

describe('the way of a batch', () => {
  const facts = (given: Partial<BatchFacts> = {}): BatchFacts => ({
    actorId: 'c',
    proposerId: 'a',
    reviewerId: 'b',
    awardCount: 3,
    computedWith: 'h',
    inForce: 'h',
    needed: new Map([['industry', 10]]),
    free: new Map([['industry', 10]]),
    unpaid: 0,
    reason: '',
    ...given,
  });
  const move = (state: BatchState, action: BatchAction, role: string, given: Partial<BatchFacts> = {}) => {
    const result = makeMove(batchLifecycle, state, action, [role], facts(given));
    return result.ok ? result.value : result.code;
  };

  it('has no dead ends', () => expect(tableProblems(batchLifecycle)).toEqual([]));
  it.each([
    ['reviewed by another', 'draft', 'review', 'leadUnit', {}, 'reviewed'],
    ['never by who proposed it', 'draft', 'review', 'leadUnit', { actorId: 'a' }, 'batch.ownProposal'],
    ['not where it is empty', 'draft', 'review', 'leadUnit', { awardCount: 0 }, 'batch.empty'],
    [
      'not where the rules changed',
      'reviewed',
      'approve',
      'finance',
      { inForce: 'new' },
      'batch.rulesChanged',
    ],
    ['approved by a third', 'reviewed', 'approve', 'finance', {}, 'approved'],
    ['never by who reviewed it', 'reviewed', 'approve', 'finance', { actorId: 'b' }, 'batch.ownReview'],
    [
      'not beyond a fund',
      'reviewed',
      'approve',
      'finance',
      { needed: new Map([['industry', 11]]) },
      'batch.overFund',
    ],
    [
      'not from a fund nobody filled',
      'reviewed',
      'approve',
      'finance',
      { free: new Map() },
      'batch.overFund',
    ],
    ['done when every award is paid', 'approved', 'pay', 'finance', {}, 'paid'],
    ['not before', 'approved', 'pay', 'finance', { unpaid: 1 }, 'batch.notAllPaid'],
    ['not where nobody counted', 'approved', 'pay', 'finance', { unpaid: undefined }, 'batch.notAllPaid'],
    [
      'an approved batch is not withdrawn',
      'approved',
      'withdraw',
      'leadUnit',
      { reason: '名单有误' },
      'move.notFromHere',
    ],
  ] as const)('%s', (_why, state, action, role, given, expected) => {
    expect(move(state, action, role, given)).toBe(expected);
  });
});

describe('two versions over a register', () => {
  it('winners, losers and budget add up', () => {
    const payouts = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 200 });
    fc.assert(
      fc.property(payouts, (pairs) => {
        const [before, after] = [pairs.map(([was]) => was), pairs.map(([, is]) => is)];
        const found = differenceOf(before, after, 5);
        expect(found.after - found.before).toBe(found.gained - found.lost);
        expect(found.winners + found.losers + found.unchanged).toBe(pairs.length);
        const gains = pairs
          .map(([was, is]) => is - was)
          .filter((gain) => gain > 0)
          .sort((a, b) => b - a);
        expect(found.largestGains.map((each) => each.after - each.before)).toEqual(gains.slice(0, 5));
        expect(differenceOf(after, before, 5).lost).toBe(found.gained);
      }),
    );
  });

  it('refuses payouts of two registers', () => expect(() => differenceOf([1], [1, 2])).toThrow(RangeError));

  it('says what became of each clause', () => {
    const total = (id: string, amount: number) => ({ id, subjects: 1, amount });
    const rows = clauseDifferences(
      [total('a', 1), total('b', 1), total('gone', 1)],
      [total('a', 1), total('b', 2), total('new', 3)],
    );
    expect(rows.map(({ id, change }) => [id, change])).toEqual([
      ['a', 'same'],
      ['b', 'changed'],
      ['new', 'added'],
      ['gone', 'removed'],
    ]);
  });
});

describe('indicators', () => {
  const year = { from: isoDate('2024-01-01'), to: isoDate('2024-12-31') };
  const fresh = [
    aClause({ id: 'a' }),
    aClause({ id: 'b' }),
    aClause({ id: 'old', valid: { from: '2023-01-01', to: '2024-12-31' } }),
  ];
  const push = (clauseId: string, pushedOn = '2024-05-01') => ({ clauseId, pushedOn: isoDate(pushedOn) });

  it.each([
    ['nothing pushed', [], { part: 0, whole: 2 }],
    ['one of two new ones, however often', [push('a'), push('a')], { part: 1, whole: 2 }],
    ['an old policy does not count', [push('old')], { part: 0, whole: 2 }],
    ['nor a push after the period', [push('a', '2025-01-01')], { part: 0, whole: 2 }],
  ])('push rate: %s', (_why, pushes, share) => expect(pushRate(fresh, pushes, year)).toEqual(share));

  it('coverage of the catalogue', () => {
    const share = directCoverage(catalog, day);
    expect(share.whole).toBe(62);
    expect(reaches(share, 50)).toBe(true);
  });

  it.each([
    [{ part: 95, whole: 100 }, 95, true],
    [{ part: 949_999, whole: 1_000_000 }, 95, false],
    [{ part: 0, whole: 0 }, 95, false],
  ])('%o reaches %i %%: %s', (share, percent, is) => expect(reaches(share, percent)).toBe(is));

  it('a share never shows as more than it is', () => {
    const shown = percentOf({ part: 9496, whole: 10_000 });
    expect(shown && printDecimal(shown)).toBe('94.9');
    expect(percentOf({ part: 1, whole: 0 })).toBeNull();
  });
});

describe('money by area', () => {
  it('the eight areas are 569.0 亿元 together, 490 net: 79 are counted twice', () => {
    const money = areaMoney(announced2024, new Map([['industry', 5]]), new Map());
    expect([money.gross, money.net, money.overlap]).toEqual([
      5_690_000_000_000, 4_900_000_000_000, 790_000_000_000,
    ]);
    expect(money.rows.find(({ area }) => area === 'industry')?.awarded).toBe(5);
  });
});
