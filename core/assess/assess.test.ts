// Verdicts row by row: each row says why it is here. The figures are made up for these tests.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Checkpoint, Target } from '../plan/commitment.ts';
import { targetFromWords } from '../plan/words/target-from-words.ts';
import { isoDate } from '../quantity/date.ts';
import { decimal } from '../quantity/decimal.ts';
import { assess } from './assess.ts';
import { type Facts, type FigureFact, noSeries, seriesOf } from './facts.ts';
import { defaultSettings, defaultSources } from './settings.ts';
import type { ReasonCode, VerdictStatus } from './verdict.ts';

const june = isoDate('2025-06-30');
const december = isoDate('2025-12-31');

const said = (statement: string, periodEnd = june, metric = '甲'): FigureFact => ({
  metric,
  periodEnd,
  amount: null,
  unit: '',
  statement,
});

const facts = (targets: readonly Target[], figures: readonly FigureFact[], series = noSeries): Facts => ({
  startsOn: isoDate('2025-01-01'),
  dueOn: december,
  targets,
  figures,
  series,
});

const target = (metric: string, unit: string, printed: string): Target =>
  targetFromWords({ metric, unit, printed });

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

describe('relative targets', () => {
  const series = seriesOf([
    { name: '地区生产总值(GDP)', periodEnd: june, amount: '5.5', printed: '' },
    { name: '城镇居民人均可支配收入', periodEnd: june, amount: '4.6', printed: '' },
  ]);
  it.each<readonly [string, string, string, VerdictStatus, ReasonCode]>([
    ['slower than the economy', '快于经济增速', '4.4', 'behind', 'slowerThan'],
    ['as fast is not faster', '快于经济增速', '5.5', 'behind', 'slowerThan'],
    ['as fast is not slower', '不低于经济增速', '5.5', 'onTrack', 'fasterThan'],
    ['faster', '高于GDP增速', '5.6', 'onTrack', 'fasterThan'],
    ['nearly in step', '与经济增长基本同步', '5.0', 'onTrack', 'inStepWith'],
    ['not nearly', '与经济增长基本同步', '4.7', 'behind', 'outOfStepWith'],
    ['in step is near, not equal', '与经济增长同步', '5.4', 'onTrack', 'inStepWith'],
    ['and not far', '与经济增长同步', '4.9', 'behind', 'outOfStepWith'],
    [
      'a point above another series',
      '高于城镇居民人均可支配收入增速1个百分点',
      '5.6',
      'onTrack',
      'fasterThan',
    ],
    ['less than a point above', '高于城镇居民人均可支配收入增速1个百分点', '5.5', 'behind', 'slowerThan'],
    ['a series that nobody reported', '快于面上投资增速', '3.1', 'noJudgement', 'comparatorMissing'],
    [
      'the words compare themselves',
      '快于面上投资增速',
      '3.1%,快于面上投资2个百分点',
      'onTrack',
      'fasterThan',
    ],
  ])('%s', (_why, printed, actual, status, code) => {
    const found = assess(
      facts([target('甲项', '%', printed)], [said(actual)], series),
      defaultSettings,
      june,
    );
    expect([found.status, found.because[0]?.code]).toEqual([status, code]);
  });

  it('takes the series of the same year only', () => {
    const old = seriesOf([{ name: 'GDP', periodEnd: isoDate('2024-12-31'), amount: '5', printed: '' }]);
    const found = assess(
      facts([target('甲项', '%', '快于经济增速')], [said('6')], old),
      defaultSettings,
      june,
    );
    expect(found.because[0]?.code).toBe('comparatorMissing');
  });
});

describe('schedules and dates', () => {
  const checkpoint = (by: string, value: string, cumulative = true): Checkpoint => ({
    by: isoDate(by),
    value,
    unit: '个',
    of: 'target',
    cumulative,
    comparator: 'ge',
    printed: `${by}前${value}个`,
  });
  const sites: Target = {
    ...target('新建服务点', '个', '200'),
    checkpoints: [checkpoint('2025-06-30', '60'), checkpoint('2025-09-30', '150')],
  };
  const done = (count: string, day: string): FigureFact => ({
    metric: '新建服务点',
    periodEnd: isoDate(day),
    amount: count,
    unit: '个',
    statement: '',
  });

  it.each<readonly [string, string, string, string, VerdictStatus, string | null]>([
    // why                                     count day of figure  judged on     status     expected
    ['nothing is due in May', '10', '2025-05-31', '2025-05-31', 'notDue', '0'],
    ['the checkpoint is met', '60', '2025-06-30', '2025-06-30', 'onTrack', '0.3'],
    ['just under it', '55', '2025-06-30', '2025-06-30', 'atRisk', '0.3'],
    ['far under it', '20', '2025-06-30', '2025-06-30', 'behind', '0.3'],
    ['the next one is not asked of an August figure', '60', '2025-08-31', '2025-08-31', 'onTrack', '0.3'],
    ['September asks for more', '60', '2025-09-30', '2025-09-30', 'behind', '0.75'],
    ['all done in September', '200', '2025-09-30', '2025-09-30', 'achieved', '0.75'],
    ['short after the due day', '190', '2025-11-30', '2026-01-05', 'overdue', '0.75'],
  ])('%s', (_why, count, day, asOf, status, expected) => {
    const found = assess(facts([sites], [done(count, day)]), defaultSettings, isoDate(asOf));
    expect([found.status, found.expectedShare]).toEqual([status, expected]);
  });

  it('adds per-period checkpoints up', () => {
    const quarters: Target = {
      ...target('新建服务点', '个', '100'),
      checkpoints: [checkpoint('2025-03-31', '20', false), checkpoint('2025-06-30', '30', false)],
    };
    expect(assess(facts([quarters], [done('50', '2025-06-30')]), defaultSettings, june).expectedShare).toBe(
      '0.5',
    );
  });

  it('is not due before it starts, and says since when', () => {
    const found = assess(facts([sites], []), defaultSettings, isoDate('2024-12-31'));
    expect(found).toMatchObject({
      status: 'notDue',
      because: [{ code: 'notDueYet', detail: { day: '2025-01-01' } }],
    });
  });

  it('is not due before its first checkpoint, and without a figure after it', () => {
    expect(assess(facts([sites], []), defaultSettings, isoDate('2025-05-01')).status).toBe('notDue');
    expect(assess(facts([sites], []), defaultSettings, isoDate('2025-07-01')).because[0]?.code).toBe(
      'noFigure',
    );
  });

  it('does not take a June rate for the year’s result', () => {
    const found = assess(
      facts([target('地区生产总值', '%', '5.5')], [said('5.6')]),
      defaultSettings,
      isoDate('2026-02-01'),
    );
    expect(found.because.map((each) => each.code)).toEqual(['noFigure', 'pastDue']);
  });

  it('leaves out figures of days that had not come', () => {
    const found = assess(facts([sites], [done('200', '2025-09-30')]), defaultSettings, june);
    expect(found.because[0]?.code).toBe('noFigure');
  });

  it('reads progress of a stock from its base', () => {
    const talents = target('人才资源总量', '万人', '340');
    const figures = [said('300', isoDate('2024-12-31')), said('325')];
    const found = assess(facts([talents], figures), defaultSettings, june);
    expect([found.status, found.share]).toEqual(['onTrack', '0.625']);
  });
});

describe('several targets', () => {
  const two = [target('新建公园', '个', '10'), target('改造道路', '公里', '100')];
  it('takes the most pressing one and says that they differ', () => {
    const figures = [said('8', june, '新建公园'), said('20', june, '改造道路')];
    const found = assess(facts(two, figures), defaultSettings, june);
    expect(found.status).toBe('behind');
    expect(found.because.at(-1)).toEqual({ code: 'partsDisagree', detail: { judged: '2', of: '2' } });
  });

  it('holds a growth against the growth and a total against the total', () => {
    const growthAndTotal = [target('生产总值', '%', '5'), target('生产总值', '亿元', '2000')];
    const figure = (amount: string, unit: string): FigureFact => ({
      ...said('', june, '生产总值'),
      amount,
      unit,
    });
    const found = assess(
      facts(growthAndTotal, [figure('5.2', '%'), figure('1010', '亿元')]),
      defaultSettings,
      june,
    );
    expect([found.status, found.because.map(({ code }) => code)]).toEqual([
      'onTrack',
      ['reached', 'aheadOfSchedule'],
    ]);
  });

  it('is not achieved while one part has no figure', () => {
    const found = assess(facts(two, [said('10', june, '新建公园')]), defaultSettings, june);
    expect(found.status).toBe('onTrack');
    expect(found.because.map((each) => each.code)).toContain('noFigure');
  });

  it.each<readonly [string, VerdictStatus, ReasonCode]>([
    ['8', 'noJudgement', 'noTarget'],
    ['已全部完成', 'achieved', 'statementSaysDone'],
    ['正在推进', 'onTrack', 'statementSaysOnTrack'],
    ['进度滞后', 'behind', 'statementSaysBehind'],
  ])('without any target, “%s” is %s', (statement, status, code) => {
    const found = assess(facts([], [said(statement)]), defaultSettings, june);
    expect([found.status, found.because[0]?.code]).toEqual([status, code]);
  });

  it('says when there is neither target nor report', () => {
    expect(assess(facts([], []), defaultSettings, june).because[0]?.code).toBe('noTarget');
  });
});

describe('laws', () => {
  const counts = target('新增企业', '家', '1000');
  const order: readonly VerdictStatus[] = ['behind', 'atRisk', 'onTrack', 'achieved'];
  it('more of a good thing is never judged worse', () => {
    fc.assert(
      fc.property(fc.nat(1200), fc.nat(1200), (count, more) => {
        const judge = (value: number): number =>
          order.indexOf(assess(facts([counts], [said(`${value}`)]), defaultSettings, june).status);
        expect(judge(count + more)).toBeGreaterThanOrEqual(judge(count));
      }),
    );
  });

  it('the same facts give the same verdict, in whatever order the figures come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (months) => {
        const figures = months.map((month) =>
          said(`${month * 80}`, isoDate(`2025-${`${month}`.padStart(2, '0')}-28`)),
        );
        const judged = assess(facts([counts], figures), defaultSettings, december);
        expect(assess(facts([counts], [...figures].reverse()), defaultSettings, december)).toEqual(judged);
      }),
    );
  });

  it('a tolerance is a setting', () => {
    const strict = { ...defaultSettings, tolerance: decimal('0.1') };
    const service = facts([target('服务业增加值', '%', '6左右')], [said('5.7')]);
    expect(assess(service, defaultSettings, june).status).toBe('onTrack');
    expect(assess(service, strict, june).status).toBe('behind');
  });

  it('every default says where it comes from', () => {
    expect(defaultSources.map(({ setting }) => setting).sort()).toEqual(Object.keys(defaultSettings).sort());
  });
});
