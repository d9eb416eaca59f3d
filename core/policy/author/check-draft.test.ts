// A draft beside the published clauses: its id, its days, its groups and the whole set together.
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../quantity/date.ts';
import { catalog } from '../catalog/catalog.ts';
import { aClause } from '../clause.fixture.ts';
import type { Clause } from '../clause.ts';
import type { ClauseVersion } from '../version.ts';
import { checkDraft } from './check-draft.ts';
import { printClause } from './parse-clause.ts';

const startsOn = isoDate('2024-07-01');
const published = (...clauses: readonly Clause[]): ClauseVersion[] =>
  clauses.map((clause) => ({ clause, number: 1, startsOn: isoDate('2024-01-01') }));
const said = (clause: Clause, versions: readonly ClauseVersion[], clauseId: string | null = clause.id) => {
  const text = printClause(clause);
  return checkDraft({ text, clauseId, startsOn }, versions).problems.map(({ problem, at }) => [
    problem.code,
    text.split('\n')[at.line - 1]?.trim().split(':')[0],
    problem.also?.clause,
  ]);
};
const grouped = (id: string, overlap: Partial<NonNullable<Clause['overlap']>> = {}): Clause =>
  aClause({ id, overlap: { group: 'g', rule: 'highest', ...overlap } });

describe('a draft beside the published clauses', () => {
  it('a change of a published clause is no conflict with itself', () => {
    expect(said(aClause({ lead: '市经信局' }), published(aClause()))).toEqual([]);
  });

  it.each([
    [
      'a published clause keeps its id',
      aClause({ id: 'b' }),
      published(aClause()),
      'a-clause',
      ['clause.renamed', '"id"', undefined],
    ],
    [
      'a new clause takes no id that is there',
      aClause(),
      published(aClause()),
      null,
      ['clause.idTaken', '"id"', 'a-clause'],
    ],
    [
      'it cannot start after it ends',
      aClause({ valid: { from: '2024-01-01', to: '2024-06-30' } }),
      published(aClause()),
      'a-clause',
      ['clause.startsOutside', '"to"', undefined],
    ],
    [
      'another rule in one group names both places',
      grouped('a', { rule: 'topUp' }),
      published(grouped('b'), grouped('a')),
      'a',
      ['overlap.twoRules', '"rule"', 'b'],
    ],
    [
      'a cycle over two clauses',
      grouped('a', { additiveWith: ['b'] }),
      published(grouped('b', { additiveWith: ['a'] }), grouped('a')),
      'a',
      ['overlap.cycle', '"additiveWith"', undefined],
    ],
  ] as const)('%s', (_why, draft, versions, clauseId, expected) => {
    expect(said(draft, versions, clauseId)).toContainEqual(expected);
  });

  it('tells of a clause that stood on top of this one', () => {
    const versions = published(grouped('b', { additiveWith: ['a'] }), grouped('a'));
    expect(said(aClause({ id: 'a' }), versions)).toEqual([['overlap.unknown', '{', 'b']]);
  });

  it('tells where all clauses together could pay more than can be counted', () => {
    const huge = (id: string): Clause =>
      aClause({
        ...{ id, params: { many: [{ from: '2024-01-01', value: '90倍', ref: '一' }] } },
        amount: { rate: { of: 'revenue', by: '$many' } },
      });
    const two = published(huge('a'));
    expect(said(huge('a'), two)).toEqual([]);
    expect(said(huge('b'), two, null).map(([code]) => code)).toEqual(['amount.mayOverflow']);
  });

  it('the whole catalogue passes, clause by clause, as a draft of itself', () => {
    const versions = published(...catalog);
    for (const clause of catalog.slice(0, 6)) expect(said(clause, versions)).toEqual([]);
  });

  it('shows what a clause says although its tests are wrong', () => {
    const wrong = aClause({
      tests: [{ given: { highTech: true }, expect: { answer: 'yes', amount: '1元' } }],
    });
    const checked = checkDraft(
      { text: printClause(wrong), clauseId: 'a-clause', startsOn },
      published(aClause()),
    );
    expect(checked.clause?.id).toBe('a-clause');
    expect(checked.problems.map(({ problem }) => problem.code)).toEqual(['test.wrongAnswer']);
  });
});
