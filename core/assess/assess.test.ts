// Verdicts row by row: each row says why it is here. The figures are made up for these tests.
import { describe, expect, it } from 'vitest';
import { assess } from './assess.ts';
import { december, facts, june, said, target } from './facts.fixture.ts';
import { defaultSettings } from './settings.ts';
import type { ReasonCode, VerdictStatus } from './verdict.ts';

type Row = readonly [
  why: string,
  metric: string,
  unit: string,
  target: string,
  actual: string,
  status: VerdictStatus,
  code: ReasonCode,
];

const midYear: readonly Row[] = [
  [
    'a rate is held against the year’s own target',
    '地区生产总值',
    '%',
    '5.5左右',
    '5.5',
    'onTrack',
    'reached',
  ],
  ['about allows half a point', '服务业增加值', '%', '6左右', '5.7', 'onTrack', 'withinTolerance'],
  ['and no more', '服务业增加值', '%', '6左右', '5.4', 'behind', 'beyondTolerance'],
  ['a share too', '民间投资占比', '%', '50', '47.7', 'behind', 'notReached'],
  ['a fall where growth was asked', '财政收入', '%', '2左右', '-1.7', 'behind', 'beyondTolerance'],
  ['prices too low', '居民消费价格涨幅', '%', '2左右', '-0.4', 'behind', 'beyondTolerance'],
  ['prices under a ceiling', '居民消费价格涨幅', '%', '3以内', '0.2', 'onTrack', 'reached'],
  ['less is good, and it is less', '亿元GDP死亡率', '人/亿元', '0.01', '0.0042', 'onTrack', 'reached'],
  ['less is good, and it is more', '城乡居民收入倍差', '-', '1.63', '1.72', 'behind', 'notReached'],
  ['a fall that is the figure', '单位GDP能耗(下降)', '%', '3以上', '3.4', 'onTrack', 'reached'],
  ['a fall in words on both sides', '单位GDP能耗', '%', '下降3', '下降3.4', 'onTrack', 'reached'],
  ['a fall that became a rise', '单位GDP能耗', '%', '下降3', '上升0.4', 'behind', 'notReached'],
  ['a name that is a fall, and a rise', '单位GDP能耗降低', '%', '3', '-0.4', 'behind', 'notReached'],
  [
    'a count ahead of the time gone',
    '新增就业',
    '万人',
    '25',
    '14.08,完成年度目标56.3%',
    'onTrack',
    'aheadOfSchedule',
  ],
  ['a count far behind it', '实际利用外资', '亿美元', '70', '23.34', 'behind', 'behindSchedule'],
  ['a count a little behind it', '新增就业', '万人', '25', '12', 'atRisk', 'behindSchedule'],
  ['a count that is done stays done', '新增企业', '家', '25', '26', 'achieved', 'reached'],
  [
    'only the share of the plan is stated',
    '重点项目投资',
    '亿元',
    '100',
    '完成年度计划的52%',
    'onTrack',
    'aheadOfSchedule',
  ],
  ['deaths within their pace', '生产安全事故死亡人数', '人', '100以内', '40', 'onTrack', 'aheadOfSchedule'],
  ['deaths beyond their pace', '生产安全事故死亡人数', '人', '100以内', '70', 'behind', 'behindSchedule'],
  ['deaths beyond the ceiling', '生产安全事故死亡人数', '人', '100以内', '101', 'behind', 'notReached'],
  ['a stock that is there', '每千人口医师数', '人', '4.78', '4.78', 'onTrack', 'reached'],
  [
    'a stock that is not there yet needs a base',
    '人才资源总量',
    '万人',
    '335',
    '330',
    'noJudgement',
    'noBase',
  ],
  [
    'done early in words and figure',
    '人均体育面积',
    '平方米',
    '2.6',
    '提前完成(2024年底为3.13平方米)',
    'achieved',
    'statementSaysDone',
  ],
  [
    'five years: words where the unit differs',
    '万元GDP用水量降低',
    '%',
    '“十四五”累计达到16',
    '用水量13立方米左右,预计可以完成目标',
    'onTrack',
    'statementSaysOnTrack',
  ],
  [
    'five years: nine tenths gone',
    '万元GDP用水量降低',
    '%',
    '“十四五”累计达到16',
    '15.2',
    'onTrack',
    'aheadOfSchedule',
  ],
  [
    'five years: too little',
    '万元GDP用水量降低',
    '%',
    '“十四五”累计达到16',
    '12',
    'behind',
    'behindSchedule',
  ],
  ['no figure', '失业率', '%', '5以内', '暂无数据', 'noJudgement', 'noFigure'],
  ['a dash', '失业率', '%', '5以内', '-', 'noJudgement', 'noFigure'],
  ['another unit only', '用水量', '%', '5', '13立方米', 'noJudgement', 'targetUnclear'],
  [
    'a trend in words',
    'PM2.5平均浓度',
    '微克/立方米',
    '稳中有降',
    '同比下降4.2%',
    'onTrack',
    'statementSaysTrend',
  ],
  [
    'the wrong trend',
    'PM2.5平均浓度',
    '微克/立方米',
    '稳中有降',
    '同比上升1.2%',
    'behind',
    'statementSaysTrend',
  ],
  ['the same words', '劳动生产率', '%', '稳步提高', '稳步提高', 'onTrack', 'statementSaysTrend'],
  [
    'a share that rose is steady enough',
    '出口额',
    '%',
    '占全国份额比重基本稳定',
    '占比提高至2.29%',
    'onTrack',
    'statementSaysTrend',
  ],
  [
    'a share that fell is not',
    '出口额',
    '%',
    '占全国份额比重基本稳定',
    '占比下降至2.1%',
    'behind',
    'statementSaysTrend',
  ],
  ['a share without a base', '出口额', '%', '占全国份额比重稳中有进', '2.15', 'noJudgement', 'noBase'],
  [
    'rank and share, both said',
    '资金争取',
    '亿元',
    '总量保持全省第一,占比不低于上年',
    '总量居全省第一,占比高于去年',
    'onTrack',
    'statementSaysTrend',
  ],
  [
    'rank lost',
    '资金争取',
    '亿元',
    '总量保持全省第一,占比不低于上年',
    '总量居全省第二,占比高于去年',
    'behind',
    'statementSaysTrend',
  ],
  [
    'a given target, partly done',
    '减排',
    '万吨',
    '完成上级下达目标',
    '甲、乙已完成目标,丙有序推进',
    'onTrack',
    'statementSaysOnTrack',
  ],
  [
    'a given target, done',
    '减排',
    '万吨',
    '完成上级下达目标',
    '已完成“十四五”目标',
    'achieved',
    'statementSaysDone',
  ],
  ['a given target, late', '减排', '万吨', '完成上级下达目标', '进度滞后', 'behind', 'statementSaysBehind'],
  [
    'words that decide nothing',
    '储备能力',
    '万吨',
    '省下达指标',
    '印发了实施方案',
    'noJudgement',
    'targetUnclear',
  ],
];

describe('assess at mid-year', () => {
  it.each(midYear)('%s', (_why, metric, unit, printed, actual, status, code) => {
    const found = assess(facts([target(metric, unit, printed)], [said(actual)]), defaultSettings, june);
    expect([found.status, found.because.map((each) => each.code)]).toEqual([
      status,
      expect.arrayContaining([code]),
    ]);
    expect(found.asOf).toBe(june);
  });
});

describe('assess at the end of the year', () => {
  it.each<Row>([
    ['reached at the end is achieved', '地区生产总值', '%', '增长5以上', '增长5.6', 'achieved', 'reached'],
    ['missed on the last day is behind', '规上工业增加值', '%', '增长6', '增长2.4', 'behind', 'notReached'],
    ['a count short by three', '新增上市企业', '家', '25', '22', 'behind', 'notReached'],
    ['positive growth asked, a fall came', '交通投资', '%', '正增长', '下降50.1', 'behind', 'notReached'],
    ['no growth at all is not positive', '交通投资', '%', '正增长', '0', 'behind', 'notReached'],
    ['on a bound that excludes it', 'PM2.5平均浓度', '微克/立方米', '低于28', '28', 'behind', 'notReached'],
    ['a stock short of its target', '人才资源总量', '万人', '335', '330', 'behind', 'notReached'],
    [
      'against last year, in words',
      '死亡人数',
      '人',
      '较2024年下降',
      '较2024年下降',
      'achieved',
      'statementSaysTrend',
    ],
  ])('%s', (_why, metric, unit, printed, actual, status, code) => {
    const found = assess(
      facts([target(metric, unit, printed)], [said(actual, december)]),
      defaultSettings,
      december,
    );
    expect([found.status, found.because[0]?.code]).toEqual([status, code]);
  });
});
