// Printed units and what they mean.
import { describe, expect, it } from 'vitest';
import { readUnit, sameBase } from './unit.ts';

describe('readUnit', () => {
  it.each([
    // printed        base                     power
    ['亿元', 'CNY', 8],
    ['万亿元', 'CNY', 12],
    ['元', 'CNY', 0],
    ['亿美元', 'USD', 8],
    ['万人次', 'each:人次', 4],
    ['万人', 'each:人', 4],
    ['名', 'each:人', 0],
    ['千公顷', 'squareMetre', 7],
    ['公里', 'metre', 3],
    ['千米', 'metre', 3],
    ['亿千瓦时', 'wattHour', 11],
    ['万千瓦', 'watt', 7],
    ['万亩', 'each:亩', 4],
    ['万株', 'each:株', 4],
    ['亿斤', 'each:斤', 8],
    ['万吨标煤', 'each:吨标煤', 4],
    ['%', 'percent', 0],
    ['％', 'percent', 0],
    ['个百分点', 'percentagePoint', 0],
    ['百分点', 'percentagePoint', 0],
    ['‰', 'permille', 0],
    ['万元/人', 'ratio:CNY/each:人', 4],
    ['平方米/万元', 'ratio:squareMetre/CNY', -4],
    ['微克/立方米', 'ratio:gram/cubicMetre', -6],
    ['-', 'none', 0],
    ['', 'none', 0],
    ['万', 'none', 4],
  ])('%s', (printed, base, power) => {
    expect(readUnit(printed)).toEqual({ base, power, printed });
  });

  it.each([
    ['亿元', '万元', true],
    ['%', '个百分点', false],
    ['%', '‰', false],
    ['亿元', '亿美元', false],
    ['人', '万人', true],
    ['人', '人次', false],
  ])('%s and %s count the same thing: %s', (a, b, same) => {
    expect(sameBase(a, b)).toBe(same);
  });
});
