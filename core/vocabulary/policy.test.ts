// Every word of the policy supermarket is there in both languages, with the same placeholders.
import { expect, it } from 'vitest';
import * as policy from './policy.ts';
import { policyProblems } from './problem-policy.ts';
import type { Words } from './words.ts';

const tables: readonly (readonly [string, Readonly<Record<string, Words>>])[] = [
  ...Object.entries(policy),
  ['policyProblems', policyProblems],
];
const placeholders = (text: string): string[] => (text.match(/\{[a-zA-Z]+\}/g) ?? []).sort();

it.each(tables)('%s', (_name, table) => {
  for (const { zh, en } of Object.values(table)) {
    expect(zh).toMatch(/[\u4E00-\u9FFF]/);
    expect(en).toMatch(/[A-Za-z]/);
    // what must be typed as it stands may be quoted
    expect(en.replace(/"[^"]*"/g, '')).not.toMatch(/[\u4E00-\u9FFF]/);
    expect(placeholders(en)).toEqual(placeholders(zh));
  }
});
