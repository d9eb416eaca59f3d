// An answer in words: what is paid and how it was computed, what failed and how far it is, what is missing.
import type { BoundDetail, CompiledRules } from '../engine/compile.ts';
import { labelsOf } from '../engine/explain.ts';
import type { AmountStep, ClauseResult } from '../engine/explain-result.ts';
import { amountText, countedBy, type FactTable, factTable, MONEY, numberText } from './amount-words.ts';
import { ConditionWords } from './condition-words.ts';
import { inSentence, moneyText } from './number-words.ts';
import type { Words } from './words.ts';

export interface ResultWords {
  readonly answer: Words;
  readonly reasons: readonly Words[];
}

const join = (zh: string, en: string): Words => ({ zh, en });

const capital = (text: string): string =>
  /^[a-z][a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

/** One step: what it is and what came out; a plain number explains itself. */
function stepWords(step: AmountStep, facts: FactTable, say: ConditionWords['say']): Words {
  const counted = countedBy(step.node, facts) ?? MONEY;
  const [what, value] = [amountText(step.node, facts, counted, say), numberText(step.value, counted)];
  return join(`${what.zh} = ${value.zh}`, `${capital(what.en)} = ${value.en}`);
}

/** The words of results of one rule set; titles name the clause that beat another. */
export class ResultSpeaker {
  private readonly facts: FactTable;
  private readonly words: ConditionWords;
  private readonly titles: ReadonlyMap<string, Words>;
  private readonly details: ReadonlyMap<string, BoundDetail>;

  constructor(rules: CompiledRules) {
    this.facts = factTable(rules.facts);
    this.words = new ConditionWords(this.facts, labelsOf(rules));
    this.details = new Map(rules.details.map((each) => [each.clause.id, each]));
    this.titles = new Map(rules.details.map((each) => [each.clause.id, each.clause.title]));
  }

  fact(name: string): Words {
    return this.words.fact(name);
  }

  /** The author's own steps, then in one sentence what a yearly limit left of them. */
  private steps(result: Extract<ClauseResult, { answer: 'yes' }>): readonly Words[] {
    const own = this.details.get(result.id)?.amount;
    const end = result.steps.findIndex((step) => step.node === own) + 1;
    const said = (end > 0 ? result.steps.slice(0, end) : result.steps)
      .filter((step) => step.node.op !== 'number')
      .map((step) => stepWords(step, this.facts, this.words.say));
    const before = result.steps[end - 1]?.value;
    const left = result.steps.slice(end).find((step) => step.node.op === 'minus')?.value;
    if (before === result.amount || left === undefined) return said;
    const [all, rest] = [moneyText(before ?? 0), moneyText(Math.max(0, left))];
    return [
      ...said,
      join(`本年度同类限额尚余${rest.zh}，不足${all.zh}`, `The yearly limit leaves ${rest.en} of ${all.en}`),
    ];
  }

  private yes(result: Extract<ClauseResult, { answer: 'yes' }>): ResultWords {
    const steps = this.steps(result);
    const amount = moneyText(result.amount);
    if (result.beatenBy !== null) {
      const other = this.titles.get(result.beatenBy) ?? join(result.beatenBy, result.beatenBy);
      const lost = join(
        `就高不重复，由“${other.zh}”兑付`,
        `Another award of the group pays instead: ${other.en}`,
      );
      return {
        answer: join(`可得${amount.zh}，不重复兑付`, `${amount.en}, not paid twice`),
        reasons: [...steps, lost],
      };
    }
    const pays = moneyText(result.pays);
    return { answer: join(`可得${pays.zh}`, `Pays ${pays.en}`), reasons: steps };
  }

  say(result: ClauseResult): ResultWords {
    switch (result.answer) {
      case 'yes':
        return this.yes(result);
      case 'no':
        return {
          answer: join('不符合', 'Does not qualify'),
          reasons: result.failed.map((leaf) => this.words.failed(leaf)),
        };
      case 'unknown':
        return {
          answer: join('待补数据', 'Facts are missing'),
          reasons: result.missing.map((name) => {
            const fact = this.words.fact(name);
            return join(`缺少：${fact.zh}`, `Missing: ${inSentence(fact.en)}`);
          }),
        };
    }
  }
}
