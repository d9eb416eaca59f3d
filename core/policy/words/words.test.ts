// Every clause is said in both languages, from the clause alone; distances are said as a firm would hear them.
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../quantity/date.ts';
import { catalog } from '../catalog/catalog.ts';
import type { Subject } from '../clause.ts';
import { type CompiledRules, compileRules } from '../engine/compile.ts';
import { explainer } from '../engine/explain.ts';
import { type Facts, rowEncoder } from '../row.ts';
import { clauseWords } from './clause-words.ts';
import { interpretation } from './interpretation.ts';
import { ResultSpeaker } from './result-words.ts';
import type { Words } from './words.ts';

const rulesOf = (subject: Subject, day: string): CompiledRules => {
  const compiled = compileRules(catalog, { subject, day: isoDate(day), hash: String });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.rules;
};
const subjects = ['enterprise', 'project', 'park', 'person'] as const;
const all = subjects.map((subject) => rulesOf(subject, '2024-03-15'));

const chinese = /[\u4e00-\u9fff]/;
/** English never falls back to Chinese, save the number of the document and units as the law prints them. */
const isEnglish = (text: string): boolean =>
  /[a-z]/i.test(text) &&
  !chinese.test(
    text.replaceAll(/杭政[^ ,]*|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+$|[\d.]+[万亿]?元/g, ''),
  );

function expectBoth(words: Words): void {
  expect(words.zh).toMatch(chinese);
  expect(words.en).toSatisfy(isEnglish);
  for (const text of [words.zh, words.en])
    expect(text).not.toMatch(/undefined|NaN|\$|\b[a-z]+[A-Z]\w*(?<!iF)\b/);
}

describe('clauses in words', () => {
  const cases = all.flatMap((rules) =>
    rules.details.map((detail) => [detail.clause.id, detail, rules] as const),
  );
  it('are there for the whole catalogue', () => expect(cases.length).toBe(catalog.length));
  it.each(cases)('%s', (_id, detail, rules) => {
    const words = clauseWords(detail, rules);
    for (const each of [
      words.title,
      words.amount,
      words.validity,
      words.automation,
      ...words.conditions,
      ...words.limits,
    ])
      expectBoth(each);
    expect(words.conditions.length).toBeGreaterThan(0);
    if (detail.clause.overlap && words.overlap) expectBoth(words.overlap);
  });

  it('have a page with their numbers and worked examples', () => {
    for (const rules of all)
      for (const { clause } of rules.details) {
        const page = interpretation(clause.id, rules);
        expect(page?.examples.length).toBe(clause.tests.length);
        for (const example of page?.examples ?? []) {
          expectBoth(example.result.answer);
          for (const each of [...example.result.reasons, ...example.given.map((one) => one.fact)])
            expectBoth(each);
        }
        for (const number of page?.numbers ?? []) expect(number.ref).not.toBe('');
      }
  });

  it.each([
    [
      'hz-2024-16-14-small-growth',
      '奖补不超过：（年度研发投入额减去上一年度研发投入额）的5%，最高200万元',
      'Grant of up to: 5% of (R&D spending of the year minus R&D spending of the year before), at most CNY 2,000,000',
    ],
    ['hz-2024-16-37-if', '奖补：iF金奖，每项10万元', 'Grant: CNY 100,000 for each of: iF gold awards'],
    [
      'hz-2024-16-10-centre',
      '奖补：技术创新中心省财政补助额的2倍',
      'Grant: 2 times provincial subsidy for the technology centre',
    ],
  ])('the amount of %s', (id, zh, en) => {
    const [rules] = all;
    const detail = rules?.details.find((each) => each.clause.id === id);
    expect(rules && detail && clauseWords(detail, rules).amount).toEqual({ zh, en });
  });
});

describe('answers in words', () => {
  const rules = rulesOf('enterprise', '2024-06-01');
  const answer = (id: string, facts: Facts) => {
    const result = explainer(rules.ruleSet)(rowEncoder(rules.ruleSet.schema)(facts)).results.find(
      (each) => each.id === id,
    );
    if (!result) throw new Error(`no clause ${id}`);
    return new ResultSpeaker(rules).say(result);
  };
  const firm = {
    techEnterprise: true,
    revenue: 15_000_000_000,
    assets: 10_000_000_000,
    researchBefore: 500_000_000,
  };

  it.each([
    [
      '12 people too many',
      { employees: 512, research: 900_000_000 },
      '需要职工人数不超过500人，现为512人，超出12人',
      'Needs employees: at most 500 people; now 512 people, 12 people too many',
    ],
    [
      '300,000 yuan short',
      { employees: 300, research: 670_000_000 },
      '需要年度研发投入额减去上一年度研发投入额不少于200万元，现为170万元，再增30万元',
      'Needs R&D spending of the year minus R&D spending of the year before: at least CNY 2,000,000; now CNY 1,700,000, CNY 300,000 more',
    ],
  ])('%s', (_why, facts, zh, en) => {
    expect(answer('hz-2024-16-14-small-growth', { ...firm, ...facts })).toEqual({
      answer: { zh: '不符合', en: 'Does not qualify' },
      reasons: [{ zh, en }],
    });
  });

  it('tells what is missing', () => {
    expect(answer('hz-2024-16-14-small-growth', { ...firm, employees: 300 }).reasons).toEqual([
      { zh: '缺少：年度研发投入额', en: 'Missing: R&D spending of the year' },
    ]);
  });

  it('tells which award of the group pays', () => {
    const { answer: words, reasons } = answer('hz-2024-16-48-insurance', {
      industry: 3562,
      exportInsurance: 100_000_000,
    });
    expect(words.zh).toBe('可得60万元，不重复兑付');
    expect(reasons.at(-1)?.zh).toBe('就高不重复，由“制造业企业短期出口信用保险保费资助”兑付');
  });
});
