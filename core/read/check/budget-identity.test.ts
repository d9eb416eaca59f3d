// Identities of debt and of adjusted budgets: what is compared, and that a contradiction is named with both numbers.
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';

const report = (body: string): string =>
  `关于云溪市2024年预算执行情况和2025年预算草案的报告\n\n云溪市财政局\n\n一、2024年预算执行情况\n\n${body}\n`;

const checksOf = (body: string) =>
  readDocument(report(body))
    .checks.filter((check) => check.rule === 'budget.identity')
    .map((check) => ({ what: check.what.replace(/^.*: /, ''), ok: check.ok, expected: check.expected }));

describe('budget identities', () => {
  it.each([
    // why this row is here, body, what is compared, whether it holds
    [
      'a bracket that closed says nothing about the next name',
      '(一)政府债务情况\n\n2024年市本级争取到政府债券30亿元,其中:新增债券18亿元(全部为专项债券)、再融资债券12亿元(一般债券5亿元、专项债券7亿元)。',
      'newBonds + refinancing = bonds',
      true,
    ],
    [
      'kinds of bonds that do not make the whole',
      '(一)政府债务情况\n\n2024年市本级争取到政府债券30亿元,其中:新增债券18亿元(一般债券6亿元、专项债券11亿元)、再融资债券12亿元(一般债券5亿元、专项债券7亿元)。',
      'newBondsGeneral + newBondsSpecial = newBonds',
      false,
    ],
    [
      'new ceilings by kind',
      '(一)政府债务情况\n\n省财政厅下达我市新增地方政府债务限额26亿元(一般债务限额4亿元、专项债务限额22亿元)。',
      'newDebtCeilingGeneral + newDebtCeilingSpecial = newDebtCeiling',
      true,
    ],
    [
      'bonds that were raised were spent, and not more',
      '(一)一般公共预算\n\n2024年全市一般公共预算支出80亿元。其中:全市支出74亿元,一般债券支出6亿元。\n\n(二)政府债务情况\n\n2024年全市新增债券17亿元(一般债券6亿元、专项债券11亿元)。',
      'bondExpenditure ≤ newBondsGeneral',
      true,
    ],
    [
      'more spent from bonds than was raised',
      '(一)一般公共预算\n\n2024年全市一般公共预算支出80亿元。其中:全市支出72亿元,一般债券支出8亿元。\n\n(二)政府债务情况\n\n2024年全市新增债券17亿元(一般债券6亿元、专项债券11亿元)。',
      'bondExpenditure ≤ newBondsGeneral',
      false,
    ],
  ])('%s', (_why, body, what, ok) => {
    expect(checksOf(body).find((check) => check.what === what)?.ok).toBe(ok);
  });
});
