// The same promise printed twice, two readings of one document, and figures of a report. All made up for these tests.
import { describe, expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import type { CommitmentKind } from './commitment.ts';
import { commitmentsFromItems } from './commitments-from-items.ts';
import { draftDifference } from './draft-difference.ts';
import { item } from './item.fixture.ts';
import { type Matchable, matchCommitment } from './match-commitment.ts';
import { observationsFromItems } from './observations-from-items.ts';
import { targetFromWords } from './words/target-from-words.ts';

const promise = (
  title: string,
  metric: string,
  unit: string,
  printed: string,
  kind: CommitmentKind = 'task',
): Matchable => ({
  kind,
  number: '',
  title,
  targets: [targetFromWords({ metric, unit, printed })],
});

const plan = [
  { id: 'gdp', ...promise('地区生产总值', '地区生产总值', '%', '增长5.5左右', 'indicator') },
  { id: 'gdpLevel', ...promise('地区生产总值总量', '地区生产总值', '亿元', '2000') },
  { id: 'canteens', ...promise('新增老年食堂40个', '新增老年食堂', '个', '40', 'livelihood') },
  { id: 'clinics', ...promise('新增社区诊所40个', '新增社区诊所', '个', '40', 'livelihood') },
  { id: 'roads', ...promise('建成农村公路50公里', '建成农村公路', '公里', '50') },
];

describe('matchCommitment', () => {
  it.each<readonly [string, Matchable, string | null, boolean]>([
    [
      'the same number in other words',
      promise('GDP', '全市生产总值', '%', '5.5%左右', 'indicator'),
      'gdp',
      false,
    ],
    ['another number is a conflict', promise('经济增长', 'GDP增速', '%', '增长5', 'indicator'), 'gdp', true],
    ['a level is not a growth', promise('地区生产总值', '地区生产总值', '亿元', '2000'), 'gdpLevel', false],
    [
      'the same count of another thing stays apart',
      promise('新增社区诊所', '新增社区诊所', '个', '40'),
      'clinics',
      false,
    ],
    [
      'a project in a sentence',
      promise('新增老年食堂 40 个以上', '新增老年食堂', '个', '40'),
      'canteens',
      false,
    ],
    [
      'fewer of them is a conflict',
      promise('新增老年食堂35个', '新增老年食堂', '个', '35'),
      'canteens',
      true,
    ],
    ['nothing like it', promise('举办招聘会100场', '举办招聘会', '场', '100'), null, false],
  ])('%s', (_why, draft, id, conflict) => {
    const found = matchCommitment(draft, plan);
    expect(found?.id ?? null).toBe(id);
    expect((found?.conflict ?? null) !== null).toBe(conflict);
  });

  it('shows both wordings of a conflict', () => {
    const found = matchCommitment(promise('GDP', 'GDP', '%', '增长5', 'indicator'), plan);
    expect(found?.conflict).toEqual({
      metric: '地区生产总值',
      unit: '%',
      ours: '增长5.5左右',
      theirs: '增长5',
    });
  });

  it('compares across scales: 1.2万个 is 12000个', () => {
    const found = matchCommitment(promise('新增车位', '新增车位', '万个', '1.2'), [
      { id: 'parking', ...promise('新增车位12000个', '新增车位', '个', '12000') },
    ]);
    expect(found).toMatchObject({ id: 'parking', conflict: null });
  });
});

describe('draftDifference', () => {
  const row = (number: string, title: string, value: number, lead: string) =>
    item({
      family: 'livelihood',
      number,
      title,
      metric: title.replace(/\d.*/, ''),
      value,
      unit: '个',
      owners: [{ name: lead, role: 'lead', group: false }],
    });
  const read = (...rows: ReturnType<typeof row>[]) => commitmentsFromItems(rows, '', 2025);
  const before = read(row('1', '新增老年食堂40个', 40, '市民政局'), row('2', '新建公园10个', 10, '市园文局'));

  it('finds nothing where nothing changed', () => {
    expect(draftDifference(before, before)).toEqual({ added: [], removed: [], changed: [], unchanged: 2 });
  });

  it('finds what was added, removed and changed', () => {
    const after = read(
      row('1', '新增老年食堂45个', 45, '市民政局'),
      row('3', '举办招聘会80场', 80, '市人力社保局'),
    );
    const found = draftDifference(before, after);
    expect(found.added.map(({ title }) => title)).toEqual(['举办招聘会80场']);
    expect(found.removed.map(({ title }) => title)).toEqual(['新建公园10个']);
    expect(
      found.changed.map(({ before: one, after: two, fields }) => [one.title, two.title, fields]),
    ).toEqual([['新增老年食堂40个', '新增老年食堂45个', ['targets', 'title']]]);
  });
});

describe('observationsFromItems', () => {
  const period = { start: isoDate('2025-01-01'), end: isoDate('2025-06-30') };
  const row = (
    name: string,
    unit: string,
    targetText: string,
    actualText: string | null,
    kind: 'target' | 'result' = 'result',
  ) =>
    item({
      kind,
      family: 'indicator',
      number: '1',
      metric: name,
      unit,
      detail: {
        of: 'indicator',
        table: '表1',
        year: 2025,
        name,
        part: '',
        targetText,
        actualText,
        periodStart: null,
        periodEnd: null,
      },
    });

  it.each<readonly [string, string, string, string, string | null, string]>([
    // name                 unit         target       actual                        amount   unit
    ['交通投资', '%', '正增长', '下降50.1', '-50.1', '%'],
    ['单位GDP能耗(下降)', '%', '3以上', '下降3.4', '3.4', '%'],
    ['新增就业', '万人', '25', '14.08,完成年度目标56.3%', '14.08', '万人'],
    ['PM2.5平均浓度', '微克/立方米', '稳中有降', '同比下降4.2%', null, '微克/立方米'],
    ['农村居民收入', '%', '高于城镇1个百分点', '增长6.6', '6.6', '%'],
  ])('%s: %s %s → %s', (name, unit, targetText, actualText, amount, read) => {
    const [found] = observationsFromItems([row(name, unit, targetText, actualText)], '', period);
    expect([found?.amount, found?.unit, found?.statement]).toEqual([amount, read, actualText]);
  });

  it('counts a row once though its target and its result are two items', () => {
    const both = [row('新增就业', '万人', '25', '14.08', 'target'), row('新增就业', '万人', '25', '14.08')];
    expect(observationsFromItems(both, '', period)).toHaveLength(1);
  });

  it.each(['-', '暂无数据', ''])('“%s” is no figure', (words) =>
    expect(observationsFromItems([row('失业率', '%', '5以内', words)], '', period)).toEqual([]),
  );

  it('reads an estimate as one, and a fall in running text as negative', () => {
    expect(observationsFromItems([row('研发占比', '%', '3.8以上', '3.9(预计)')], '', period)[0]?.nature).toBe(
      'estimated',
    );
    const text = '货物出口下降3.2%';
    const found = observationsFromItems(
      [
        item({
          kind: 'result',
          family: 'text',
          start: 0,
          end: text.length,
          metric: '货物出口',
          value: 3.2,
          unit: '%',
          direction: 'down',
        }),
      ],
      text,
      period,
    );
    expect(found[0]).toMatchObject({ amount: '-3.2', statement: text, periodEnd: '2025-06-30' });
  });
});
