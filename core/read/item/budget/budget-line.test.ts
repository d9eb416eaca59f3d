import { describe, expect, it } from 'vitest';
import type { Check } from '../../reading.ts';
import { readTextItems } from '../text/read-text-items.ts';
import { sampleOf } from '../text/structure.fixture.ts';

const read = (lines: readonly string[]) => {
  const sample = sampleOf(lines, {
    kind: 'budgetReport',
    title: '关于某市2024年预算执行情况和2025年预算草案的报告',
    year: 2025,
  });
  return readTextItems(sample.structure, sample.mentions);
};
const keys = (lines: readonly string[]): string[] =>
  read(lines).items.map((item) =>
    item.detail?.of === 'budget' ? `${item.detail.key}=${String(item.value)}` : item.family,
  );
const told = (checks: readonly Check[]): string[] =>
  checks.map((check) => `${check.ok ? '' : '✗ '}${check.what.replace(/^.*: /, '')}`);

const head = ['二、2024年预算执行情况', '(一)一般公共预算执行情况'];

describe('lines of a statement', () => {
  it('names income, taxes, shares and growth', () =>
    expect(
      keys([
        ...head,
        '2024年全市一般公共预算收入300亿元,为预算的98.5%,增长4.2%。其中:税收收入240亿元、非税收入60亿元;税收收入占一般公共预算收入的比重为80%。',
      ]),
    ).toEqual([
      'income=300',
      'incomeShareOfBudget=98.5',
      'incomeGrowth=4.2',
      'taxIncome=240',
      'nonTaxIncome=60',
      'taxShare=80',
    ]));

  it('knows year, basis, level and book from headings and words', () => {
    const { items } = read([
      '三、2025年预算草案',
      '(二)政府性基金预算',
      '1. 市本级',
      '政府性基金收入预期为80亿元,下降5%。',
    ]);
    expect(items.map((item) => [item.kind, item.detail])).toEqual([
      [
        'target',
        {
          of: 'budget',
          year: 2025,
          basis: 'budget',
          level: '市本级',
          book: 'governmentFunds',
          key: 'income',
        },
      ],
      [
        'target',
        {
          of: 'budget',
          year: 2025,
          basis: 'budget',
          level: '市本级',
          book: 'governmentFunds',
          key: 'incomeGrowth',
        },
      ],
    ]);
  });
});

describe('identities', () => {
  it('both sides and the balance, transfers in one sum', () =>
    expect(
      told(
        read([
          ...head,
          '全市一般公共预算收入300亿元,加上上级补助、调入资金等转移性收入100亿元,收入合计400亿元。全市一般公共预算支出350亿元(其中:全市支出340亿元、一般债券支出10亿元),加上上解支出等转移性支出50亿元,支出合计400亿元。',
        ]).checks,
      ),
    ).toEqual([
      'income + transfersIn = totalIn',
      'expenditure + transfersOut = totalOut',
      'totalIn = totalOut',
      'ownExpenditure + bondExpenditure = expenditure',
    ]));

  it('transfers one by one, bonds beside the expenditure', () =>
    expect(
      told(
        read([
          ...head,
          '全市一般公共预算收入300亿元,加上上级补助收入60亿元、调入资金30亿元、上年结转10亿元,收入总计400亿元。全市一般公共预算支出350亿元、一般债券支出10亿元,加上上解上级支出25亿元、结转下年15.5亿元,支出总计400.5亿元。收支平衡。',
        ]).checks,
      ),
    ).toEqual([
      'income + transfersIn + transfersIn + transfersIn = totalIn',
      'expenditure + bondExpenditure + transfersOut + transfersOut = totalOut',
      '✗ totalIn = totalOut',
    ]));

  it('其中 in a bracket ends with it, and what is carried over is the difference of the totals', () =>
    expect(
      told(
        read([
          ...head,
          '2024年全市一般公共预算收入1,179,747万元,增长5.9%;加上上级补助收入272,036万元、债务转贷收入84,772万元(其中新增债券14,842万元,再融资债券69,930万元)、动用预算稳定调节基金51,489万元,收入总量1,588,044万元。一般公共预算支出1,414,366万元;加上上解上级支出49,381万元,支出总量1,463,747万元。收支相抵,年终结转124,297万元。',
        ]).checks,
      ),
    ).toEqual([
      'income + transfersIn + transfersIn + transfersIn = totalIn',
      'expenditure + transfersOut = totalOut',
      'totalIn − totalOut = surplus',
    ]));

  it('a total printed first, its parts after 其中 and in the next sentence, and what is left over', () =>
    expect(
      told(
        read([
          ...head,
          '一般公共预算总收入完成400亿元,其中:一般公共预算收入完成300亿元,增长5%,其中:税收收入240亿元,非税收入60亿元。上级补助收入70亿元,调入资金30亿元。',
          '一般公共预算总收入400亿元,总支出390亿元,收支相抵,结余结转10亿元。',
        ]).checks,
      ),
    ).toEqual([
      'income + transfersIn + transfersIn = totalIn',
      'totalIn − totalOut = surplus',
      'taxIncome + nonTaxIncome = income',
    ]));

  it('a deficit is no contradiction', () =>
    expect(
      told(
        read([
          ...head,
          '全国一般公共预算收入300亿元。加上调入资金20亿元,收入总量为320亿元。全国一般公共预算支出350亿元。加上补充基金5亿元,支出总量为355亿元。收支总量相抵,赤字35亿元。',
        ]).checks,
      ),
    ).toEqual([
      'income + transfersIn = totalIn',
      'expenditure + transfersOut = totalOut',
      'totalIn − totalOut = −deficit',
    ]));

  it('balances of insurance funds, and an opening that a note explains', () => {
    const { checks } = read([
      '二、2024年预算执行情况',
      '(四)社会保险基金预算执行情况',
      '2024年全市社会保险基金收入90亿元,上年累计结余50亿元。全市社会保险基金支出80亿元,当年结余10亿元,年末累计结余60亿元。',
      '三、2025年预算草案',
      '(四)社会保险基金预算',
      '2025年全市社会保险基金收入95亿元,上年累计结余55亿元¹。全市社会保险基金支出85亿元,当年结余10亿元,年末累计结余65亿元。',
      '¹ 失业保险基金实行省级统筹,累计结余做同口径调整。',
    ]);
    expect(told(checks)).toEqual([
      'income − expenditure = yearBalance',
      'openingBalance + yearBalance = closingBalance',
      'income − expenditure = yearBalance',
      'openingBalance + yearBalance = closingBalance',
      '✗ openingBalance = closingBalance 2024',
    ]);
    const opening = checks.find((check) => check.rule === 'budget.opening');
    expect([opening?.expected, opening?.found, opening?.explainedBy !== undefined]).toEqual([55, 60, true]);
  });

  it('debt: kinds, bonds in brackets, uses, and the ceiling', () =>
    expect(
      told(
        read([
          '(五)2024年地方政府债务情况',
          '2024年全市地方政府债务限额200亿元,其中:一般债务限额80亿元、专项债务限额120亿元。全市发行政府债券50亿元,其中:新增债券30亿元(一般债券10亿元、专项债券20亿元)、再融资债券20亿元。',
          '全市地方政府债务余额为199亿元,其中:一般债务79.5亿元、专项债务119.4亿元。',
          '全市新增地方政府债券30亿元,主要用于交通18亿元、水利9亿元、教育3亿元。',
        ]).checks,
      ),
    ).toEqual([
      'debtCeilingGeneral + debtCeilingSpecial = debtCeiling',
      'newBondsGeneral + newBondsSpecial = newBonds',
      'newBonds + refinancing = bonds',
      'debtBalanceGeneral + debtBalanceSpecial = debtBalance',
      'uses = newBonds',
      'debtBalance ≤ debtCeiling',
      'debtBalanceGeneral ≤ debtCeilingGeneral',
      'debtBalanceSpecial ≤ debtCeilingSpecial',
    ]));

  it('growth follows from both years', () =>
    expect(
      told(
        read([
          ...head,
          '2024年全市一般公共预算收入300亿元。',
          '三、2025年预算草案',
          '(一)一般公共预算',
          '2025年全市一般公共预算收入预期为315亿元,增长6%。',
        ]).checks,
      ),
    ).toEqual(['✗ income / income 2024 − 1 = incomeGrowth']));

  it('the growth of one subject is not that of the whole', () =>
    expect(
      told(
        read([
          ...head,
          '2024年全市一般公共预算支出300亿元。',
          '三、2025年预算草案',
          '(一)一般公共预算',
          '2025年全市一般公共预算支出安排270亿元。其中:教育支出92亿元,增长2.1%;卫生健康支出41亿元,下降1.2%。按功能分类:农林水支出50亿元,增长3%。',
        ]).checks,
      ),
    ).toEqual([]));
});
