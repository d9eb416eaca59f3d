import { describe, expect, it } from 'vitest';
import { readTextItems } from '../item/text/read-text-items.ts';
import { sampleOf } from '../item/text/structure.fixture.ts';
import { numberTwice, sameMetric } from './number-twice.ts';

const filler = '加快推进各项工作,不断提高群众获得感、幸福感、安全感。'.repeat(10);
const twice = (first: string, second: string) => {
  const sample = sampleOf(['一、2025年工作目标', first, filler, second], { kind: 'workReport', year: 2025 });
  return numberTwice(readTextItems(sample.structure, sample.mentions).items, sample.structure.parts);
};

describe('numberTwice', () => {
  it.each([
    [
      'two numbers for one growth',
      '规上工业增加值增长5%以上。',
      '力争规模以上工业增加值同比增长5.5%。',
      [[5, 5.5]],
    ],
    ['the same number is no finding', '规上工业增加值增长5%以上。', '规上工业增加值增长5%。', []],
    ['another unit measures another thing', '社会消费品零售总额增长5%。', '社会消费品零售总额500亿元。', []],
    ['another year', '研发投入强度3.7%。', '到2030年,研发投入强度4.2%。', []],
    ['a level within a bound', '社会消费品零售总额突破500亿元。', '社会消费品零售总额510亿元。', []],
    [
      'a level below its bound',
      '社会消费品零售总额突破500亿元。',
      '社会消费品零售总额490亿元。',
      [[500, 490]],
    ],
    ['too general to compare', '完成投资30亿元。', '完成投资50亿元。', []],
  ])('%s', (_why, first, second, expected) =>
    expect(twice(first, second).map((check) => [check.expected, check.found])).toEqual(expected),
  );

  it('names both places', () => {
    const [check] = twice('规上工业增加值增长5%以上。', '规上工业增加值增长6%。');
    expect(check?.other && check.start < check.other.start).toBe(true);
  });
});

describe('sameMetric', () => {
  it.each([
    ['全市规模以上工业增加值', '规上工业增加值'],
    ['力争实现新增“小巨人”企业', '小巨人企业'],
    ['项目', ''],
  ])('%s', (metric, expected) => expect(sameMetric(metric)).toBe(expected));
});
