// A finding of projects or money as a sentence: codes inside it (a gate, a factor, a kind of debt) are said in words, not shown.
import type { Finding } from '../project/finding.ts';
import { fillWords } from './assessment.ts';
import { budgetKeyLabel, debtKindLabel, debtNumberLabel } from './budget.ts';
import { budgetProblems } from './problem-budget.ts';
import { projectProblems } from './problem-project.ts';
import {
  factorLabel,
  gateLabel,
  moneySourceLabel,
  projectFieldLabel,
  projectKindLabel,
  projectListLabel,
} from './project.ts';
import type { Words } from './words.ts';

export type MoneyProblem = keyof typeof projectProblems | keyof typeof budgetProblems;

type Labels = Readonly<Record<string, Words>>;

/** Words of the codes that a parameter may hold; a city's own gates come in from its settings. */
const labelsOf = (gates: Labels): Readonly<Record<string, Labels>> => ({
  kind: { ...projectKindLabel, ...debtKindLabel },
  list: projectListLabel,
  factor: factorLabel,
  field: { ...projectFieldLabel, ...moneySourceLabel },
  gate: gates,
  passed: gates,
  before: gates,
  at: gates,
  name: debtNumberLabel,
  right: budgetKeyLabel,
});

const saidIn = (labels: Labels | undefined, value: string, language: 'zh' | 'en'): string =>
  labels && Object.hasOwn(labels, value) ? (labels[value]?.[language] ?? value) : value;

/** income − expenditure → 收入 − 支出. */
const formula = (text: string, language: 'zh' | 'en'): string =>
  text.replace(/[A-Za-z]+/g, (key) => saidIn(budgetKeyLabel, key, language));

const texts: Readonly<Record<MoneyProblem, Words>> = { ...projectProblems, ...budgetProblems };

export const isMoneyProblem = (code: string): code is MoneyProblem => Object.hasOwn(texts, code);

export function moneySentence(
  { code, params }: Finding<MoneyProblem>,
  language: 'zh' | 'en',
  gates: Labels = gateLabel,
): string {
  const labels = labelsOf(gates);
  const said = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name === 'left' ? formula(value, language) : saidIn(labels[name], value, language),
    ]),
  );
  return fillWords(texts[code][language], said);
}
