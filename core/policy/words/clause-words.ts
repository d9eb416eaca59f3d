// A clause in plain words, all of them made from the clause itself: who, how much, from when to when, and beside what.
import type { Clause } from '../clause.ts';
import type { BoundDetail, CompiledRules } from '../engine/compile.ts';
import { readValue } from '../value.ts';
import { amountText, factTable, MONEY } from './amount-words.ts';
import { automationLabel, benefitLabel, subjectLabel } from './clause-labels.ts';
import { ConditionWords } from './condition-words.ts';
import { dayText, moneyText } from './number-words.ts';
import type { Words } from './words.ts';

export interface ClauseWords {
  readonly title: Words;
  readonly source: Words;
  readonly conditions: readonly Words[];
  readonly amount: Words;
  readonly limits: readonly Words[];
  readonly validity: Words;
  readonly overlap: Words | null;
  readonly automation: Words;
}

const join = (zh: string, en: string): Words => ({ zh, en });

function amountWords(
  detail: BoundDetail,
  say: ConditionWords['say'],
  facts: ReturnType<typeof factTable>,
): Words {
  const { clause } = detail;
  const amount = amountText(detail.amount, facts, MONEY, say);
  const benefit = benefitLabel[clause.benefit];
  return clause.ceiling
    ? join(`${benefit.zh}不超过：${amount.zh}`, `${benefit.en} of up to: ${amount.en}`)
    : join(`${benefit.zh}：${amount.zh}`, `${benefit.en}: ${amount.en}`);
}

/** The value of a parameter on a day, as written. */
const valueOn = (clause: Clause, name: string, day: string): string | undefined =>
  clause.params[name]?.findLast((entry) => entry.from <= day)?.value;

function limitWords(clause: Clause, day: string): readonly Words[] {
  const limits: Words[] = [];
  if (clause.once) {
    const per = subjectLabel[clause.once.per];
    limits.push(join(`每个${per.zh}只享受一次`, `Once for each ${per.en.toLowerCase()}`));
  }
  const written = clause.yearlyCap && valueOn(clause, clause.yearlyCap.limit.slice(1), day);
  const value = written === undefined ? null : readValue(written);
  if (value !== null && typeof value !== 'string') {
    const limit = moneyText(value.number);
    limits.push(join(`同类政策一年合计不超过${limit.zh}`, `No more than ${limit.en} a year of this kind`));
  }
  return limits;
}

function overlapWords(
  clause: Clause,
  titles: ReadonlyMap<string, Words>,
  others: readonly Clause[],
): Words | null {
  if (!clause.overlap) return null;
  const name = (ids: readonly string[]): Words => {
    const words = ids.map((id) => titles.get(id) ?? join(id, id));
    return join(words.map((each) => each.zh).join('、'), words.map((each) => each.en).join(', '));
  };
  if (clause.overlap.additiveWith) {
    const base = name(clause.overlap.additiveWith);
    return join(`可与以下政策叠加：${base.zh}`, `Paid on top of: ${base.en}`);
  }
  const group = clause.overlap.group;
  const rivals = others.filter(
    (each) => each.id !== clause.id && each.overlap?.group === group && !each.overlap.additiveWith,
  );
  if (rivals.length === 0) return null;
  const names = name(rivals.map((each) => each.id));
  return clause.overlap.rule === 'highest'
    ? join(`与以下政策就高不重复：${names.zh}`, `Only the highest is paid of this and: ${names.en}`)
    : join(
        `与以下政策合并计算，补足差额：${names.zh}`,
        `Only what exceeds money already paid under: ${names.en}`,
      );
}

/** The words of one clause of a compiled rule set. */
export function clauseWords(detail: BoundDetail, rules: CompiledRules): ClauseWords {
  const { clause, when } = detail;
  const facts = factTable(rules.facts);
  const words = new ConditionWords(facts, detail.labels);
  const clauses = rules.details.map((each) => each.clause);
  const titles = new Map(clauses.map((each) => [each.id, each.title]));
  const [from, to] = [dayText(clause.valid.from), dayText(clause.valid.to)];
  return {
    title: clause.title,
    source: join(
      `${clause.source.document} ${clause.source.clause}`,
      `${clause.source.document}, item ${clause.source.clause}`,
    ),
    conditions: (when.op === 'all' && !detail.labels.has(when) ? when.of : [when]).map(words.say),
    amount: amountWords(detail, words.say, facts),
    limits: limitWords(clause, rules.day),
    validity: join(`${from.zh}至${to.zh}有效`, `In force from ${from.en} to ${to.en}`),
    overlap: overlapWords(clause, titles, clauses),
    automation: automationLabel[clause.automation],
  };
}
