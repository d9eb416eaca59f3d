// Numbers, dates and targets on the screen: nothing rounded but quotients, nothing invented, signs as a reader expects them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../api.ts';
import {
  amount,
  barWidth,
  day,
  moment,
  percent,
  shortAmount,
  shortDay,
  shortField,
  shortPlace,
  targetShort,
  wide,
} from './format.ts';

const aTarget = (given: Partial<Target>): Target => ({
  metric: '某项指标',
  form: 'growth',
  comparator: 'eq',
  values: ['5'],
  unit: '%',
  direction: 'up',
  measure: 'rate',
  goodWay: 'higher',
  printed: '增长5',
  relative: null,
  strive: false,
  checkpoints: [],
  allocationMode: null,
  allocations: [],
  ...given,
});

it.each([
  ['47.893333', '47.89', 'a quotient'],
  ['-13.705', '−13.71', 'half away from nothing'],
  ['52.106667', '52.11', 'rounded up'],
  ['100', '100', 'a whole number stays whole'],
  ['0.004', '0', 'less than is shown'],
  ['约三成', '约三成', 'words stay'],
])('shortAmount %s is %s: %s', (text, shown) => expect(shortAmount(text)).toBe(shown));

describe('amount', () => {
  it.each([
    ['17926', '17,926', 'thousands are grouped'],
    ['-0.4', '−0.4', 'the minus sign is U+2212'],
    ['1234567.8900', '1,234,567.8900', 'printed zeros stay: they say how exact the figure is'],
    ['0.0042', '0.0042', 'decimals are never grouped'],
    ['提前完成', '提前完成', 'words pass through'],
  ])('%s → %s (%s)', (given, expected) => expect(amount(given)).toBe(expected));

  it('keeps every digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (n) => {
        expect(amount(String(n)).replaceAll(',', '').replace('−', '-')).toBe(String(n));
      }),
    );
  });
});

describe('shares', () => {
  it('are written with one decimal', () => expect(percent('0.563')).toBe('56.3'));
  it('of a fall carry the minus sign', () => expect(percent('-0.85')).toBe('−85.0'));
  it('are drawn inside the track', () => expect([barWidth('2.4'), barWidth('-1')]).toEqual([100, 0]));
});

describe('days', () => {
  it('in Chinese and English', () =>
    expect([day('2024-11-30', 'zh'), day('2024-11-30', 'en')]).toEqual([
      '2024 年 11 月 30 日',
      '30 Nov 2024',
    ]));
  it('of another year show the year', () =>
    expect([shortDay('2024-11-30', 2024), shortDay('2025-03-31', 2024)]).toEqual(['11-30', '2025-03-31']));
});

describe('moments', () => {
  it('are told in the time of Shanghai', () =>
    expect(moment('2025-12-31T18:30:00.000Z')).toBe('2026-01-01 02:30'));
  it('that are none stay as they are', () => expect(moment('—')).toBe('—'));
});

describe('targetShort', () => {
  const rows: readonly (readonly [Partial<Target>, string, string])[] = [
    [{ comparator: 'ge' }, '≥ 5', 'a lower bound'],
    [{ comparator: 'approx' }, '约 5', 'about'],
    [{ direction: 'down' }, '−5', 'a fall is a negative growth'],
    [{ comparator: 'range', values: ['5', '5.5'] }, '5–5.5', 'both ends'],
    [{ form: 'relative', printed: '与经济增长同步' }, '与经济增长同步', 'a relative target is its words'],
    [{ form: 'qualitative', values: [], printed: '稳步提高' }, '稳步提高', 'so is one without a number'],
  ];
  it.each(rows)('%o → %s (%s)', (given, expected) =>
    expect(targetShort(aTarget(given), 'zh')).toBe(expected),
  );

  it('of no target is a dash, not zero', () => expect(targetShort(undefined, 'zh')).toBe('—'));
});

describe('wide', () => {
  it.each([
    ['增长5%以上,力争更好', '增长5%以上，力争更好', 'a comma beside a Chinese character'],
    ['各区、县(市)政府', '各区、县（市）政府', 'brackets'],
    ['R&D (GB/T 1,000)', 'R&D (GB/T 1,000)', 'latin text and thousands stay as they are'],
  ])('%s → %s (%s)', (given, expected) => expect(wide(given)).toBe(expected));
});

describe('shortPlace', () => {
  it.each([
    ['上城区', '上城'],
    ['建德市', '建德'],
    ['市本级', '市本级'],
  ])('%s → %s', (given, expected) => expect(shortPlace(given)).toBe(expected));
});

describe('shortField', () => {
  it.each([
    ['表1 2031年某市主要指标(经济运行)', '经济运行', 'the part in brackets tells tables apart'],
    ['表12 全年主要指标', '全年主要指标', 'a number of a table says nothing'],
    ['城乡和民生', '城乡和民生', 'a heading stays'],
  ])('%s → %s (%s)', (given, expected) => expect(shortField(given)).toBe(expected));
});
