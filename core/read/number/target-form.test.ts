// Printed targets of indicator tables and the form, bound and value they ask for.
import { describe, expect, it } from 'vitest';
import { type ParsedTarget, readTarget } from './target-form.ts';

type Wanted = Partial<ParsedTarget>;
interface Row {
  readonly text: string;
  readonly metric?: string;
  readonly unit?: string;
  readonly asks: Wanted;
}

const rows: readonly Row[] = [
  {
    text: '与经济增长基本同步',
    asks: { form: 'relative', relativeType: 'sync', comparator: 'approx', value: null },
  },
  { text: '快于面上投资增速', asks: { form: 'relative', relativeType: 'above', relative: '面上投资' } },
  {
    text: '高于城镇居民人均可支配收入增速1个百分点',
    asks: { form: 'relative', relativeType: 'above', value: 1, unit: '个百分点' },
  },
  { text: '占全国份额比重基本稳定', asks: { form: 'share', relativeType: 'shareStable', value: null } },
  { text: '占全国份额稳中有升', asks: { form: 'share', relativeType: 'shareUp' } },
  { text: '稳中有降', unit: '微克/立方米', asks: { form: 'trend', direction: 'down', value: null } },
  { text: '保持全省前列', asks: { form: 'rank', relativeType: 'rank' } },
  { text: '占比不低于上年', asks: { form: 'relative', comparator: 'ge', relative: '上年' } },
  {
    text: '较2022年下降',
    unit: '人',
    asks: { form: 'relative', comparator: 'le', direction: 'down', relative: '2022年' },
  },
  {
    text: '增长5.5左右',
    asks: { form: 'growth', comparator: 'approx', value: 5.5, direction: 'up', unit: '%' },
  },
  {
    text: '6以上',
    metric: '服务业增加值',
    asks: { form: 'growth', comparator: 'ge', value: 6, direction: 'up' },
  },
  { text: '3.1', metric: '单位GDP能耗(下降)', asks: { form: 'growth', value: 3.1, direction: 'down' } },
  {
    text: '“十四五”累计达到16',
    metric: '万元GDP用水量降低',
    asks: { form: 'growth', value: 16, direction: 'down' },
  },
  {
    text: '正增长',
    metric: '交通投资',
    asks: { form: 'growth', comparator: 'ge', value: 0, direction: 'up' },
  },
  {
    text: '只减不增',
    metric: '“三公”经费',
    asks: { form: 'growth', comparator: 'le', value: 0, direction: 'down' },
  },
  { text: '6%—6.5%', metric: '森林覆盖率', asks: { form: 'range', comparator: 'range', value: [6, 6.5] } },
  { text: '>95', metric: '基本养老保险参保率', asks: { form: 'bound', comparator: 'ge', value: 95 } },
  {
    text: '5以内',
    metric: '城镇调查失业率',
    asks: { form: 'bound', comparator: 'le', value: 5, direction: 'none' },
  },
  {
    text: '低于28',
    unit: '微克/立方米',
    metric: '细颗粒物平均浓度',
    asks: { form: 'bound', comparator: 'le', value: 28 },
  },
  {
    text: '2左右',
    metric: '居民消费价格涨幅',
    asks: { form: 'level', comparator: 'approx', value: 2, direction: 'none' },
  },
  { text: '50', metric: '民间投资占比', asks: { form: 'level', comparator: 'eq', value: 50 } },
  {
    text: '由22.7%提升至25.8%',
    metric: '数字经济占比',
    asks: { form: 'level', value: 25.8, direction: 'to' },
  },
  { text: '1.63', unit: '', metric: '城乡居民收入倍差', asks: { form: 'level', value: 1.63, unit: '' } },
  { text: '双下降', unit: '', asks: { direction: 'down', value: null } },
  { text: '动态清零', unit: '', asks: { form: 'qualitative', value: null } },
  { text: '力争达到30', unit: '个', asks: { form: 'level', value: 30, unit: '个', strive: true } },
];

describe('readTarget', () => {
  it.each(rows)('$metric $text', ({ text, metric = '', unit = '%', asks }) => {
    expect(readTarget(text, { unit, metric })).toMatchObject(asks);
  });
});
