// Sentences of findings: what an official reads holds both numbers and no code.
import { describe, expect, it } from 'vitest';
import { identityFinding, openingBalance, statementIdentities } from '../budget/identity.ts';
import { finding } from '../project/finding.ts';
import { type MoneyProblem, moneySentence } from './money-sentence.ts';

describe('a finding as a sentence', () => {
  it.each<readonly [MoneyProblem, Readonly<Record<string, string>>, string]>([
    ['gate.skipped', { gate: 'land', passed: 'started' }, '已通过 开工，但没有 供地 的日期'],
    ['guarantee.unitOfFactor', { unit: '亩', factor: 'energy' }, '“亩”不是 用能 的计量单位'],
    ['project.listOfKind', { kind: 'continuing', list: 'start' }, '续建类项目列入了开工清单，请核对'],
    ['project.moneyNegative', { field: 'annualPlan', text: '-1' }, '年度计划投资 不能为负：-1'],
    [
      'debt.overCeiling',
      { kind: 'special', balance: '2584', ceiling: '2581.2', room: '-2.8' },
      '专项债务余额 2584 亿元超过限额 2581.2 亿元（余地 -2.8 亿元）',
    ],
  ])('%s', (code, params, sentence) => {
    expect(moneySentence(finding(code, 'asks', params), 'zh')).toBe(sentence);
  });

  it('says the keys of an identity in words', () => {
    const [result] = statementIdentities('socialInsurance', {
      income: '861',
      expenditure: '713.2',
      yearBalance: '150',
    });
    const found = result ? identityFinding(result) : null;
    expect(found && moneySentence(found, 'zh')).toBe(
      '收入 −支出 应为 当年结余：算得 147.8，印为 150，相差 -2.2（四舍五入可解释 1.05）'.replace(
        '1.05',
        '1.05',
      ),
    );
    expect(found && moneySentence(found, 'en')).toContain(
      'income −expenditure should be balance of the year: 147.8 against 150',
    );
  });

  it('quotes the footnote that explains a gap', () => {
    const opening = openingBalance('1125.9', '1062.2', '2023年累计结余做同口径调整');
    const found = opening ? identityFinding(opening) : null;
    expect(found && moneySentence(found, 'zh')).toContain(
      '相差 63.7（四舍五入可解释 0）；脚注说明：2023年累计结余做同口径调整',
    );
  });

  it('takes the words of a city for its own gates, and shows an unknown code as it is', () => {
    const own = finding('gate.skipped', 'asks', { gate: 'topped', passed: 'sealed' });
    expect(moneySentence(own, 'en', { topped: { zh: '结顶', en: 'Topped out' } })).toBe(
      'sealed is passed, but Topped out has no day',
    );
  });
});
