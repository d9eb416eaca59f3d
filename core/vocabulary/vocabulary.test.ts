// Both languages have every word, and every placeholder of a sentence is one that its rule fills in.
import { describe, expect, it } from 'vitest';
import { fillWords, measureRule, reasonSentence, reasonText, statusLabel } from './assessment.ts';
import { checkSentence, checkText, wordsOfCheck } from './check.ts';
import * as plan from './plan.ts';
import { problemText } from './problem.ts';
import type { Words } from './words.ts';

const tables: readonly (readonly [string, Readonly<Record<string, Words>>])[] = [
  ['statusLabel', statusLabel],
  ['reasonText', reasonText],
  ['measureRule', measureRule],
  ['problemText', problemText],
  ['kindLabel', plan.kindLabel],
  ['forceLabel', plan.forceLabel],
  ['formLabel', plan.formLabel],
  ['measureLabel', plan.measureLabel],
  ['goodWayLabel', plan.goodWayLabel],
  ['comparatorLabel', plan.comparatorLabel],
  ['allocationLabel', plan.allocationLabel],
  ['natureLabel', plan.natureLabel],
  ['changedFieldLabel', plan.changedFieldLabel],
  ...Object.entries(checkText).map(
    ([rule, words]) => [rule, { label: words.label, failed: words.failed }] as const,
  ),
];

const placeholders = (text: string): string[] => (text.match(/\{[a-zA-Z]+\}/g) ?? []).sort();

describe('words', () => {
  it.each(tables)('%s has both languages with the same placeholders', (_name, table) => {
    for (const { zh, en } of Object.values(table)) {
      expect(zh).toMatch(/[\u4E00-\u9FFF]/);
      expect(en).toMatch(/[A-Za-z]/);
      // what must be typed as it stands may be quoted
      expect(en.replace(/"[^"]*"/g, '')).not.toMatch(/[\u4E00-\u9FFF]/);
      expect([...new Set(placeholders(en))]).toEqual([...new Set(placeholders(zh))]);
    }
  });

  it('fills figures in, and shows a dash for one that is missing', () => {
    expect(fillWords('{share}% of {target}', { share: '56.3' })).toBe('56.3% of —');
    expect(
      reasonSentence({ code: 'reached', detail: { actual: '1.72', unit: '-', target: '1.63' } }, 'en'),
    ).toBe('1.72 meets the target “1.63”');
  });

  it('does not take a placeholder from the prototype of the detail', () => {
    expect(wordsOfCheck('toString').label.en).toBe('Check');
  });

  it.each([
    ['repair.somethingNew', 'Repaired'],
    ['budget.somethingNew', 'Budget check'],
    ['somethingNew', 'Check'],
  ])('a rule without words of its own (%s) speaks with those of its family', (rule, label) => {
    expect(wordsOfCheck(rule).label.en).toBe(label);
  });

  it('says a failed check with both numbers', () => {
    const check = { rule: 'allocation.sum', expected: 227, found: 226, residual: -1, what: '助餐点' };
    expect(checkSentence(check, 'zh')).toBe('“助餐点”各地分解数之和不等于目标：应为 227，印为 226，相差 -1');
    expect(checkSentence(check, 'en')).toContain('expected 227, printed 226, off by -1');
  });
});
