// A finding about a project in words: its codes, gates, fields and lists under the names that people know.
import type { Finding } from '../project/finding.ts';
import type { GateChain } from '../project/settings.ts';
import { problemText } from './problem.ts';
import {
  factorLabel,
  gateLabel,
  gateRateLabel,
  moneySourceLabel,
  projectFieldLabel,
  projectKindLabel,
  projectListLabel,
  stuckLabel,
} from './project.ts';
import type { Words } from './words.ts';

const same = (text: string): Words => ({ zh: text, en: text });

const wordsIn = (table: Readonly<Record<string, Words>>, key: string): Words | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const gateOf = (chain: GateChain, id: string) => chain.gates.find((gate) => gate.id === id);

/** A city's own name of a gate, else that of the default chain, else its id. */
export const gateWords = (chain: GateChain, id: string): Words => {
  const own = gateOf(chain, id)?.words?.gate;
  return own === undefined ? (wordsIn(gateLabel, id) ?? same(id)) : same(own);
};

export const stuckWords = (chain: GateChain, stuckId: string): Words => {
  const own = chain.gates.find((gate) => gate.stuckId === stuckId)?.words?.stuck;
  return own === undefined ? (wordsIn(stuckLabel, stuckId) ?? same(stuckId)) : same(own);
};

export const rateWords = (chain: GateChain, rateId: string): Words => {
  const own = chain.gates.find((gate) => gate.rateId === rateId)?.words?.rate;
  return own === undefined ? (wordsIn(gateRateLabel, rateId) ?? same(rateId)) : same(own);
};

function paramWords(key: string, value: string, chain: GateChain): Words {
  const tables: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
    kind: projectKindLabel,
    list: projectListLabel,
    factor: factorLabel,
    field: { ...projectFieldLabel, ...moneySourceLabel },
  };
  const table = tables[key];
  if (table) return wordsIn(table, value) ?? same(value);
  return ['gate', 'before', 'passed'].includes(key) ? gateWords(chain, value) : same(value);
}

const isProblem = (code: string): code is keyof typeof problemText => Object.hasOwn(problemText, code);

/** What the finding says, both numbers filled in; an unknown code stays itself. */
export function findingWords(
  { code, params }: Pick<Finding<string>, 'code' | 'params'>,
  chain: GateChain,
): Words {
  const text: Words = isProblem(code) ? problemText[code] : same(code);
  const put = (language: keyof Words): string =>
    text[language].replace(/\{(\w+)\}/g, (mark, key: string) => {
      const value = params[key];
      return value === undefined ? mark : paramWords(key, value, chain)[language];
    });
  return { zh: put('zh'), en: put('en') };
}
