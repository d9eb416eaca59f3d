// What the parameters of clauses are called.
import { describe, expect, it } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import { aClause } from '../clause.fixture.ts';
import type { Clause } from '../clause.ts';
import { parameterWords } from './parameter-words.ts';

const label = (fact: string) => ({ zh: `〔${fact}〕`, en: fact });
const said = (given: Partial<Clause>): string => parameterWords(aClause(given), 'x', label).zh;

describe('words of a parameter', () => {
  it.each([
    [
      'a threshold is called after its fact',
      { when: { all: [{ compare: 'employees', is: 'atLeast', to: '$x' }] } },
      '〔employees〕',
    ],
    [
      'deep inside too',
      { when: { not: { any: [{ compare: 'research', is: 'above', to: '$x' }] } } },
      '〔research〕',
    ],
    ['the sum', { amount: { fixed: '$x' } }, '金额'],
    ['a share', { amount: { rate: { of: 'research', by: '$x' } } }, '比例'],
    ['a cap', { amount: { cap: { of: 'research', at: '$x' } } }, '上限'],
    ['a floor', { amount: { floor: { of: 'research', at: '$x' } } }, '下限'],
    ['a sum for each', { amount: { times: ['$x', 'firmsRaised'] } }, '〔firmsRaised〕'],
    ['a limit of the year', { yearlyCap: { key: 'k', limit: '$x' } }, '年度限额'],
    ['nothing says more', { amount: { least: ['$x'] } }, 'x'],
  ] as const)('%s', (_why, given, words) => {
    expect(said(given)).toBe(words);
  });

  it('nearly every parameter of the catalogue has some', () => {
    const names = catalog.flatMap((clause) =>
      Object.keys(clause.params).map((name) => [clause, name] as const),
    );
    const bare = names.filter(([clause, name]) => parameterWords(clause, name, label).zh === name);
    expect(bare.length / names.length).toBeLessThan(0.1);
  });
});
