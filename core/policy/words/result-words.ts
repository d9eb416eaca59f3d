// An answer in words: what is paid and how it was computed, what failed and how far it is, what is missing.
import type { CompiledRules } from '../engine/compile.ts';
import { type ClauseResult, labelsOf } from '../engine/explain.ts';
import type { AmountStep } from '../engine/explain-condition.ts';
import { amountText, countedBy, type FactTable, factTable, MONEY, numberText } from './amount-words.ts';
import { ConditionWords } from './condition-words.ts';
import { moneyText } from './number-words.ts';
import type { Words } from './words.ts';

export interface ResultWords {
  readonly answer: Words;
  readonly reasons: readonly Words[];
}

const join = (zh: string, en: string): Words => ({ zh, en });

/** One step: what it is and what came out; a plain number explains itself. */
function stepWords(step: AmountStep, facts: FactTable, say: ConditionWords['say']): Words {
  const counted = countedBy(step.node, facts) ?? MONEY;
  const [what, value] = [amountText(step.node, facts, counted, say), numberText(step.value, counted)];
  return join(`${what.zh} = ${value.zh}`, `${what.en} = ${value.en}`);
}

/** The words of results of one rule set; titles name the clause that beat another. */
export class ResultSpeaker {
  private readonly facts: FactTable;
  private readonly words: ConditionWords;
  private readonly titles: ReadonlyMap<string, Words>;

  constructor(rules: CompiledRules) {
    this.facts = factTable(rules.facts);
    this.words = new ConditionWords(this.facts, labelsOf(rules));
    this.titles = new Map(rules.details.map((each) => [each.clause.id, each.clause.title]));
  }

  fact(name: string): Words {
    return this.words.fact(name);
  }

  private yes(result: Extract<ClauseResult, { answer: 'yes' }>): ResultWords {
    const steps = result.steps
      .filter((step) => step.node.op !== 'number')
      .map((step) => stepWords(step, this.facts, this.words.say));
    const amount = moneyText(result.amount);
    if (result.beatenBy !== null) {
      const other = this.titles.get(result.beatenBy) ?? join(result.beatenBy, result.beatenBy);
      const lost = join(
        `就高不重复，由“${other.zh}”兑付`,
        `another award of the group pays instead: ${other.en}`,
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
            return join(`缺少：${fact.zh}`, `missing: ${fact.en}`);
          }),
        };
    }
  }
}
