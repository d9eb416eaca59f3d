// Verdicts that need more than one figure: other series, schedules, dates, several targets, and the laws of judging.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Checkpoint, Target } from '../plan/commitment.ts';
import { isoDate } from '../quantity/date.ts';
import { decimal } from '../quantity/decimal.ts';
import { assess } from './assess.ts';
import { december, facts, june, said, target } from './facts.fixture.ts';
import { type FigureFact, seriesOf } from './facts.ts';
import { defaultSettings, defaultSources } from './settings.ts';
import type { ReasonCode, VerdictStatus } from './verdict.ts';

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

  it('takes the revised figure of a series', () => {
    const revised = seriesOf([
      { name: 'GDP', periodEnd: june, amount: '5.5', printed: '' },
      { name: '地区生产总值', periodEnd: june, amount: '5.2', printed: '' },
    ]);
    const found = assess(
      facts([target('甲项', '%', '快于经济增速')], [said('5.3')], revised),
      defaultSettings,
      june,
    );
    expect(found).toMatchObject({ status: 'onTrack', because: [{ detail: { seriesValue: '5.2' } }] });
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
