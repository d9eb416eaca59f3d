// Numbers of table cells.
import { expect, it } from 'vitest';
import { readFigure } from './figure.ts';

it.each([
  // why            text              column  expected
  ['plain', '786', '个', { value: 786, unit: '个', decimals: 0, second: null }],
  ['decimals count', '3753.0', '亿元', { value: 3753, decimals: 1 }],
  ['thousands', '12,345.60', '万元', { value: 12345.6, decimals: 2 }],
  ['unit in the cell', '88800人次', '', { value: 88800, unit: '人次' }],
  ['scale alone', '859万', '', { value: 859, unit: '万' }],
  ['pair', '5(4)个', '', { value: 5, second: 4, unit: '个' }],
  ['two-word unit', '500套(间)', '', { value: 500, unit: '套(间)', remark: '' }],
  ['unit and remark', '20条(城乡公交)', '', { value: 20, unit: '条', remark: '城乡公交' }],
  ['negative', '-0.4', '%', { value: -0.4 }],
  ['percent', '83%', '', { value: 83, unit: '%' }],
])('%s', (_why, text, column, expected) => {
  expect(readFigure(text, column)).toMatchObject(expected);
});

it.each(['', '—', '暂无数据', '完成省下达任务', '全市统筹,不分解', '3月底前完成', '1.2.3'])(
  'no figure in "%s"',
  (text) => {
    expect(readFigure(text, '个')).toBeNull();
  },
);
