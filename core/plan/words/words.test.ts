// Printed targets, figures and names, row by row. The sentences are written for these tests.
import { describe, expect, it } from 'vitest';
import { cellNumbers, figureOf, foldCell, planShareOf, saysNoFigure } from './cell-words.ts';
import { inferGoodWay, inferMeasure } from './infer-measure.ts';
import { similarity } from './name-similarity.ts';
import { sameSeries, seriesKey } from './series-name.ts';
import { targetFromWords } from './target-from-words.ts';

describe('targetFromWords', () => {
  it.each([
    // metric              unit    printed                       form          comparator values      measure       good
    ['地区生产总值', '%', '5.5左右', 'growth', 'approx', '5.5', 'rate', 'higher'],
    ['地区生产总值', '%', '增长５．５％左右', 'growth', 'approx', '5.5', 'rate', 'higher'],
    ['地区生产总值', '%', '增长 5 以上', 'growth', 'ge', '5', 'rate', 'higher'],
    ['服务业增加值', '%', '6—6.5', 'growth', 'range', '6,6.5', 'rate', 'higher'],
    ['民间投资占比', '%', '50', 'level', 'eq', '50', 'share', 'higher'],
    ['研发经费支出占GDP比重', '%', '达到3.2以上', 'bound', 'ge', '3.2', 'share', 'higher'],
    ['城镇调查失业率', '%', '5以内', 'bound', 'le', '5', 'share', 'lower'],
    ['城镇登记失业率', '%', '控制在4.5以内', 'bound', 'le', '4.5', 'share', 'lower'],
    ['居民消费价格涨幅', '%', '2左右', 'growth', 'approx', '2', 'rate', 'around'],
    ['单位GDP能耗下降', '%', '3以上', 'growth', 'ge', '3', 'rate', 'higher'],
    ['单位地区生产总值能耗', '%', '下降2.5', 'growth', 'eq', '2.5', 'rate', 'higher'],
    ['细颗粒物(PM2.5)平均浓度', '微克/立方米', '低于30', 'bound', 'le', '30', 'rate', 'lower'],
    ['城乡居民收入倍差', '-', '1.7', 'level', 'eq', '1.7', 'rate', 'lower'],
    ['亿元GDP生产安全事故死亡率', '人/亿元', '0.02', 'level', 'eq', '0.02', 'rate', 'lower'],
    ['城镇新增就业人数', '万人', '12', 'level', 'eq', '12', 'flow', 'higher'],
    ['实际利用外资', '亿美元', '不少于30', 'bound', 'ge', '30', 'flow', 'higher'],
    ['人才资源总量', '万人', '120', 'level', 'eq', '120', 'stock', 'higher'],
    ['每千人口执业医师数', '人', '3.5', 'level', 'eq', '3.5', 'stock', 'higher'],
    ['基本养老保险参保率', '%', '>95', 'bound', 'ge', '95', 'share', 'higher'],
    ['万元GDP用水量降低', '%', '“十四五”累计达到16', 'growth', 'eq', '16', 'cumulative', 'higher'],
    ['交通投资', '%', '正增长', 'growth', 'ge', '0', 'rate', 'higher'],
    ['粮食播种面积', '万亩', '120以上', 'bound', 'ge', '120', 'flow', 'higher'],
  ])(
    '%s (%s) %s is %s %s %s, %s, %s',
    (metric, unit, printed, form, comparator, values, measure, goodWay) => {
      const target = targetFromWords({ metric, unit, printed });
      expect([target.form, target.comparator, target.values.join(), target.measure, target.goodWay]).toEqual([
        form,
        comparator,
        values,
        measure,
        goodWay,
      ]);
      expect(target.printed).toBe(printed);
    },
  );

  it.each([
    // printed                                 form           type           relative              strict
    ['与经济增长基本同步', 'relative', 'sync', '经济', false],
    ['快于经济增速', 'relative', 'above', '经济', true],
    ['高于GDP增速', 'relative', 'above', 'GDP', true],
    ['不低于全省平均水平', 'relative', 'above', '全省', false],
    ['高于城镇居民人均可支配收入增速1个百分点', 'relative', 'above', '城镇居民人均可支配收入', false],
    ['占全省份额基本稳定', 'share', 'shareStable', null, undefined],
    ['占全国份额比重稳中有进', 'share', 'shareUp', null, undefined],
    ['稳步提高', 'trend', 'trendUp', null, undefined],
    ['稳中有降', 'trend', 'trendDown', null, undefined],
    ['较2022年下降', 'trend', 'trendDown', '2022年', undefined],
    ['保持全省前列', 'rank', 'rank', null, undefined],
    ['完成上级下达目标', 'qualitative', null, null, undefined],
  ])('%s is %s %s to %s', (printed, form, type, relative, strict) => {
    const target = targetFromWords({ metric: '甲项指标', unit: '%', printed });
    expect([target.form, target.relativeType, target.relative]).toEqual([form, type, relative]);
    if (strict !== undefined) expect(target.strict ?? false).toBe(strict);
  });

  it('keeps the points of a distance and marks the strict bound', () => {
    expect(
      targetFromWords({ metric: '农村居民收入', unit: '%', printed: '高于城镇1个百分点' }),
    ).toMatchObject({
      values: ['1'],
      unit: '个百分点',
    });
    expect(targetFromWords({ metric: '优良天数比率', unit: '%', printed: '高于88' }).strict).toBe(true);
    expect(targetFromWords({ metric: '优良天数比率', unit: '%', printed: '不低于88' }).strict).toBe(false);
  });
});

describe('figures of a cell', () => {
  it.each([
    // why this row is here                cell                                        unit      signed    read unit
    ['a bare number takes the column', '23.34', '亿美元', '23.34', '亿美元'],
    ['a fall is negative', '下降50.1', '%', '-50.1', '%'],
    ['a minus sign', '-1.7', '%', '-1.7', '%'],
    ['an estimate', '3.9(预计)', '%', '3.9', '%'],
    ['thousands', '1,234.5', '亿元', '1234.5', '亿元'],
    ['a share of the plan is no figure', '14.08,完成年度目标56.3%', '万人', '14.08', '万人'],
    ['the number of the unit, not of another', '全市95个断面优良比例97.9%', '%', '97.9', '%'],
    ['a level after a change', '占比提高至2.29%', '%', '2.29', '%'],
    ['another scale of the unit', '完成投资1.2万亿元', '亿元', '1.2', '万亿元'],
    ['a name with digits', 'PM2.5浓度28', '微克/立方米', '28', '微克/立方米'],
    ['a year is no figure', '2024年年底为3.13平方米', '平方米', '3.13', '平方米'],
    ['the unit of the column behind the number', '完成3.1公里', '公里', '3.1', '公里'],
  ])('%s', (_why, cell, unit, signed, readAs) => {
    const figure = figureOf(foldCell(cell), unit);
    expect([figure?.signed, figure?.unit]).toEqual([signed, readAs]);
  });

  it.each([
    ['growth of an amount is no amount', '同比下降4.2%', '微克/立方米'],
    ['words only', '有序推进', '%'],
    ['another unit only', '用水量13立方米左右', '%'],
  ])('no figure: %s', (_why, cell, unit) => expect(figureOf(foldCell(cell), unit)).toBeNull());

  it('reads shares of the plan', () => {
    expect(planShareOf('14.08,完成年度目标56.3%')).toBe('56.3');
    expect(planShareOf('占年度计划的52.1%')).toBe('52.1');
    expect(planShareOf('增长8.2%')).toBeNull();
  });

  it('reads a range as one number', () =>
    expect(cellNumbers('4.5—5')).toMatchObject([{ value: '4.5', second: '5' }]));

  it.each(['-', '—', '/', '', '暂无数据', '无', '暂未公布', '尚无数据', '数据待公布', '年度指标'])(
    '“%s” says that there is no figure',
    (cell) => expect(saysNoFigure(foldCell(cell))).toBe(true),
  );
  it.each(['0', '无新增', '5.5', '有序推进', '已完成', '-0.4'])('“%s” says something', (cell) =>
    expect(saysNoFigure(foldCell(cell))).toBe(false),
  );
});

describe('names', () => {
  it.each([
    ['经济增长', '地区生产总值(GDP)', true],
    ['面上投资增速', '固定资产投资', true],
    ['GDP增速', '全市生产总值', true],
    ['城镇居民人均可支配收入增速', '城镇常住居民人均可支配收入', true],
    ['民间(项目)投资', '民间投资', true],
    ['制造业投资', '固定资产投资', false],
    ['农村居民人均可支配收入', '城镇居民人均可支配收入', false],
  ])('%s and %s are one series: %s', (a, b, same) => expect(sameSeries(a, b)).toBe(same));

  it('keeps a name that is nothing but a word of growth', () => expect(seriesKey('增长')).toBe('增长'));

  it.each([
    ['新增老年食堂30个', '新增老年食堂 30 个', 1],
    ['', '新增老年食堂', 0],
    ['新建公园', '改造道路', 0],
  ])('%s and %s are alike: %d', (a, b, score) => expect(similarity(a, b)).toBe(score));

  it('is symmetric and bounded', () => {
    const names = ['新建幼儿园10所', '新建和改扩建幼儿园10所', '建成农村公路50公里', '农村公路提升'];
    for (const a of names)
      for (const b of names) {
        expect(similarity(a, b)).toBeCloseTo(similarity(b, a), 12);
        expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
        expect(similarity(a, b)).toBeLessThanOrEqual(1);
      }
  });
});

describe('inference', () => {
  it.each([
    ['生产安全事故死亡人数', '人', 'flow'],
    ['新增高新技术企业', '家', 'flow'],
    ['有效发明专利拥有量', '件', 'stock'],
    ['空气质量指数', '', 'rate'],
  ])('%s (%s) is a %s', (name, unit, measure) =>
    expect(inferMeasure({ name, unit, words: '100', numeric: true, moves: false })).toBe(measure),
  );
  it.each([
    ['生产安全事故死亡人数', 'lower'],
    ['隐患整改率', 'higher'],
    ['主要污染物排放量降低', 'higher'],
    ['主要污染物排放量', 'lower'],
    ['规上工业研发费用占营业收入比重', 'higher'],
    ['居民消费价格指数', 'around'],
  ])('%s: %s is good', (name, way) => expect(inferGoodWay(name, null, false)).toBe(way));
});
