// What a batch finds for one subject, row by row why; gaps of many subjects together; a counter-entry undoes exactly one posting.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../quantity/date.ts';
import { aClause } from '../clause.fixture.ts';
import type { Clause } from '../clause.ts';
import type { ClauseResult } from '../engine/explain-result.ts';
import { appropriate, award, emptyLedger, post, postAll, reverse } from '../ledger.ts';
import { batchFinding, gapGroups, isBatched } from './batch-lines.ts';
import { toldRate } from './coverage.ts';

const day = isoDate('2024-06-01');
const yes = (pays: number, beatenBy: string | null = null): ClauseResult => ({
  ...{ answer: 'yes', id: 'a-clause', amount: 500, pays, beatenBy, steps: [] },
});

const find = (clause: Clause, result: ClauseResult, held = 0) =>
  batchFinding(new Map([[clause.id, clause]]), { results: [result], total: 0 }, 's', day, () => held);

describe('a line', () => {
  it.each([
    ['pays', aClause(), yes(500), 0, 'pays', 500, 'clause:a-clause:2024:s'],
    [
      'is paid by another clause of the group',
      aClause(),
      yes(0, 'other'),
      0,
      'beaten',
      500,
      'clause:a-clause:2024:s',
    ],
    ['was awarded before', aClause(), yes(500), 1, 'held', 500, 'clause:a-clause:2024:s'],
    [
      'is one more part of what tops up',
      aClause({ overlap: { group: 'g', rule: 'topUp' } }),
      yes(200),
      2,
      'pays',
      200,
      'group:g:2024:s#2',
    ],
    [
      'is one more part under a yearly limit',
      aClause({ yearlyCap: { key: 'k', limit: '$amount' } }),
      yes(200),
      1,
      'pays',
      200,
      'clause:a-clause:2024:s#1',
    ],
  ] as const)('%s', (_why, clause, result, held, outcome, amount, key) => {
    expect(find(clause, result, held).lines).toMatchObject([{ outcome, amount, key }]);
  });

  it('is none where the answer is no, and a gap where facts are missing', () => {
    expect(find(aClause(), { answer: 'no', id: 'a-clause', failed: [] })).toEqual({ lines: [], gaps: [] });
    const unknown = { answer: 'unknown', id: 'a-clause', missing: ['industry'] } as const;
    expect(find(aClause(), unknown).lines).toEqual([]);
    expect(find(aClause(), unknown).gaps).toEqual([
      { subjectId: 's', clauseId: 'a-clause', missing: ['industry'] },
    ]);
  });

  it('is only of clauses that pay money without being asked, of the unit', () => {
    const clause = aClause({ automation: 'automatic', benefit: 'grant', lead: '市经信局' });
    expect([isBatched(clause, ''), isBatched(clause, '市经信局'), isBatched(clause, '市科技局')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isBatched(aClause({ automation: 'onRequest' }), '')).toBe(false);
  });
});

it('gaps are counted whole, whatever the order of their facts, with a few examples', () => {
  const gap = (subjectId: string, ...missing: string[]) => ({ subjectId, clauseId: 'c', missing });
  const groups = gapGroups([gap('1', 'a', 'b'), gap('2', 'b', 'a'), gap('3', 'a')], 1);
  expect(groups).toEqual([
    { clauseId: 'c', missing: ['a', 'b'], subjects: 2, examples: ['1'] },
    { clauseId: 'c', missing: ['a'], subjects: 1, examples: ['3'] },
  ]);
});

it('the push rate weighs firms, and a policy that fits nobody weighs nothing', () => {
  const rate = toldRate([
    { clauseId: 'a', firms: 90, told: 90 },
    { clauseId: 'b', firms: 10, told: 5 },
    { clauseId: 'c', firms: 0, told: 0 },
  ]);
  expect(rate).toEqual({ part: 95, whole: 100 });
});

it('a counter-entry leaves the ledger as if the first had never been, except that both are there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 20 }),
      (amounts) => {
        const sum = amounts.reduce((total, amount) => total + amount, 0);
        const common = (id: string) => ({ id, day, reference: 'r' });
        const funded = post(emptyLedger, appropriate(common('fund'), 'industry', sum));
        if (!funded.ok) return false;
        const awards = amounts.map((amount, at) => award(common(`a${at}`), 'industry', `s${at}`, amount));
        const back = awards.map((first, at) => reverse({ id: `r${at}`, day }, first));
        const posted = postAll(funded.value, [...awards, ...back]);
        if (!posted.ok) return false;
        const left = [...posted.value.balances].filter(([, balance]) => balance !== 0);
        expect(left.sort()).toEqual([...funded.value.balances].sort());
        expect(back.map(({ reference }) => reference)).toEqual(awards.map(({ id }) => id));
        return posted.value.postings.length === 1 + 2 * amounts.length;
      },
    ),
  );
});
