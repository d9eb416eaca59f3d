// Every code of projects and of money has words in both languages, with the placeholders that its rule fills in.
import { describe, expect, it } from 'vitest';
import type { BlockerProblem } from '../project/blocker.ts';
import type { GuaranteeProblem } from '../project/guarantee.ts';
import type { InvestmentProblem } from '../project/investment.ts';
import type { EntryProblem } from '../project/project.ts';
import { defaultProjectSettings, type SettingProblem } from '../project/settings.ts';
import type { GateProblem } from '../project/stage.ts';
import { projectProblems } from './problem-project.ts';
import * as project from './project.ts';
import type { Words } from './words.ts';

type ProjectCode =
  | EntryProblem
  | GateProblem
  | InvestmentProblem
  | BlockerProblem
  | GuaranteeProblem
  | SettingProblem;

/** One without words does not compile. */
const problems: Readonly<Record<ProjectCode, Words>> = projectProblems;

const tables: readonly (readonly [string, Readonly<Record<string, Words>>])[] = [
  ['problems', problems],
  ...Object.entries(project),
];

const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{[a-zA-Z]+\}/g) ?? [])].toSorted();

describe('words of projects', () => {
  it.each(tables)('%s: both languages, the same placeholders', (_name, table) => {
    for (const [code, { zh, en }] of Object.entries(table)) {
      expect([code, /[\u4E00-\u9FFF]/.test(zh), /[\u4E00-\u9FFF]/.test(en)]).toEqual([code, true, false]);
      expect([code, placeholders(en)]).toEqual([code, placeholders(zh)]);
    }
  });

  it('knows every gate, state and rate of the default chain', () => {
    const { first, gates } = defaultProjectSettings.chain.value;
    expect(Object.keys(project.gateLabel)).toEqual([first, ...gates.map(({ id }) => id)]);
    expect(Object.keys(project.stuckLabel)).toEqual(gates.map(({ stuckId }) => stuckId));
    expect(Object.keys(project.gateRateLabel)).toEqual(gates.map(({ rateId }) => rateId));
  });
});
