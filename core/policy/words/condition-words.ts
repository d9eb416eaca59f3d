// How a condition is said, and how far a subject is from it: 职工人数不少于30人；差12人.
import type { FailedLeaf } from '../engine/explain-result.ts';
import type { Comparison, Condition, Leaf } from '../engine/form.ts';
import { amountText, type Counted, countedBy, type FactTable, MONEY, numberText } from './amount-words.ts';
import { inSentence } from './number-words.ts';
import type { Words } from './words.ts';

export type Labels = ReadonlyMap<Condition, Words>;

const join = (zh: string, en: string): Words => ({ zh, en });

const amounts: Readonly<Record<Comparison, Words>> = {
  atLeast: { zh: '不少于', en: 'at least' },
  above: { zh: '超过', en: 'more than' },
  atMost: { zh: '不超过', en: 'at most' },
  below: { zh: '少于', en: 'less than' },
  equal: { zh: '为', en: 'exactly' },
  unequal: { zh: '不是', en: 'not' },
};

/** Years and days come earlier or later, not in smaller or greater number. */
const times: Readonly<Record<Comparison, readonly [before: Words, after: Words]>> = {
  atLeast: [join('在', ''), join('及以后', ' or later')],
  above: [join('晚于', 'after '), join('', '')],
  atMost: [join('在', ''), join('及以前', ' or earlier')],
  below: [join('早于', 'before '), join('', '')],
  equal: [join('为', ''), join('', '')],
  unequal: [join('不是', 'not '), join('', '')],
};

/** The first letter of a sentence. */
const sentence = (text: string): string =>
  /^[a-z][a-z]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

const isTime = (counted: Counted): boolean => counted.measure === 'year' || counted.measure === 'date';

/** Words of conditions over one register; labels of the author come first. */
export class ConditionWords {
  private readonly facts: FactTable;
  private readonly labels: Labels;

  constructor(facts: FactTable, labels: Labels) {
    this.facts = facts;
    this.labels = labels;
  }

  say = (condition: Condition): Words => {
    const label = this.labels.get(condition);
    if (label) return label;
    if (!('of' in condition)) return this.leaf(condition);
    const parts = condition.of.map((each) => {
      const words = this.say(each);
      return 'of' in each && !this.labels.has(each) ? join(`（${words.zh}）`, `(${words.en})`) : words;
    });
    const [zh, en] = condition.op === 'all' ? ['，且', ' and '] : ['，或', ' or '];
    return join(
      parts.map((part) => part.zh).join(zh),
      parts.map((part, at) => (at === 0 ? part.en : inSentence(part.en))).join(en),
    );
  };

  private leaf(leaf: Leaf): Words {
    switch (leaf.op) {
      case 'has':
        return this.flag(leaf.column, leaf.bit);
      case 'lacks':
        return this.denied(leaf.column, leaf.bit);
      case 'compare':
        return this.compare(leaf);
      case 'between':
      case 'outside':
        return this.range(leaf);
      case 'in':
      case 'notIn': {
        const codes = leaf.values.map((value) => numberText(value, this.counted(leaf.column)).zh).join('、');
        const label = this.label(leaf.column);
        return leaf.op === 'in'
          ? join(`${label.zh}为${codes}之一`, `${label.en}: one of ${codes}`)
          : join(`${label.zh}不是${codes}`, `${label.en}: none of ${codes}`);
      }
    }
  }

  private range(leaf: Extract<Leaf, { least: number }>): Words {
    const [from, to] = [leaf.least, leaf.greatest].map(
      (value) => numberText(value, this.counted(leaf.column)).zh,
    );
    const label = this.label(leaf.column);
    return leaf.op === 'between'
      ? join(`${label.zh}在${from}至${to}之间`, `${label.en}: ${from} to ${to}`)
      : join(`${label.zh}不在${from}至${to}之间`, `${label.en}: not ${from} to ${to}`);
  }

  private compare(leaf: Extract<Leaf, { op: 'compare' }>): Words {
    const counted = this.countedIn(leaf);
    const inside = amountText(leaf.left, this.facts, counted, this.say);
    const left = join(inside.zh, sentence(inside.en));
    if (leaf.right.op === 'number' && leaf.right.value === 0 && leaf.comparison === 'above')
      return join(`${left.zh}大于零`, `${left.en}: more than zero`);
    const right = amountText(leaf.right, this.facts, counted, this.say);
    if (isTime(counted)) {
      const [before, after] = times[leaf.comparison];
      return join(
        `${left.zh}${before.zh}${right.zh}${after.zh}`,
        `${left.en}: ${before.en}${right.en}${after.en}`,
      );
    }
    const comparison = amounts[leaf.comparison];
    return join(`${left.zh}${comparison.zh}${right.zh}`, `${left.en}: ${comparison.en} ${right.en}`);
  }

  countedIn(leaf: Extract<Leaf, { op: 'compare' }>): Counted {
    return countedBy(leaf.left, this.facts) ?? countedBy(leaf.right, this.facts) ?? MONEY;
  }

  private counted(column: string): Counted {
    const fact = this.facts.get(column);
    return fact ? { measure: fact.measure, unit: fact.unit } : MONEY;
  }

  private label(column: string): Words {
    return this.facts.get(column)?.label ?? join(column, column);
  }

  private flag(column: string, bit: number): Words {
    const fact = this.facts.get(column);
    return fact?.flags?.[bit]?.label ?? join(fact?.bits?.[bit] ?? column, fact?.bits?.[bit] ?? column);
  }

  private denied(column: string, bit: number): Words {
    if (this.isHistory(column)) return join('未享受过同一项一次性奖补', 'Not received before');
    const flag = this.flag(column, bit);
    return join(`不属于：${flag.zh}`, `Not: ${inSentence(flag.en)}`);
  }

  private isHistory(column: string): boolean {
    return column.startsWith('paidOnce');
  }

  /** The name of a missing fact or flag. */
  fact(name: string): Words {
    const fact = this.facts.get(name);
    if (fact) return fact.label;
    for (const each of this.facts.values()) {
      const flag = each.flags?.find((one) => one.name === name);
      if (flag) return flag.label;
    }
    return join(name, name);
  }

  /** Why a leaf failed: what is, what should be, and how far it is. */
  failed({ note, actual, distance }: FailedLeaf): Words {
    const { leaf } = note;
    if (leaf.op === 'lacks' && this.isHistory(leaf.column))
      return join('同一项一次性奖补已经享受过', 'This one-time award has been received already');
    const required = this.labels.get(leaf) ?? this.leaf(leaf);
    if (leaf.op === 'has' || leaf.op === 'lacks')
      return join(`不满足：${required.zh}`, `Not met: ${inSentence(required.en)}`);
    const counted = leaf.op === 'compare' ? this.countedIn(leaf) : this.counted(leaf.column);
    const is = actual === null ? join('', '') : numberText(actual, counted);
    const gap = distance === null || leaf.op !== 'compare' ? null : gapText(distance, counted);
    return join(
      `需要${required.zh}，现为${is.zh}${gap ? `，${gap.zh}` : ''}`,
      `Needs ${inSentence(required.en)}; now ${is.en}${gap ? `, ${gap.en}` : ''}`,
    );
  }
}

/** 差12人, 再增30万元, 超出10人; years and days have no distance that a firm could close. */
export function gapText(distance: number, counted: Counted): Words | null {
  if (isTime(counted) || counted.measure === 'code' || distance === 0) return null;
  const size = numberText(Math.abs(distance), counted);
  if (distance < 0) return join(`超出${size.zh}`, `${size.en} too many`);
  return counted.measure === 'fen'
    ? join(`再增${size.zh}`, `${size.en} more`)
    : join(`差${size.zh}`, `${size.en} short`);
}
