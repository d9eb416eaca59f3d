// What several printings say together, and when two numbers are a conflict.
import { describe, expect, it } from 'vitest';
import { allocationSum } from './allocation.ts';
import type { Target } from './commitment.ts';
import { mergeTargets, targetConflicts } from './merge-targets.ts';
import { isSumOf } from './same-values.ts';

const aTarget = (given: Partial<Target> = {}): Target => ({
  metric: '新建口袋公园',
  form: 'level',
  comparator: 'eq',
  values: ['30'],
  unit: '个',
  direction: 'none',
  relative: null,
  relativeType: null,
  strive: false,
  measure: 'flow',
  goodWay: 'higher',
  printed: '新建口袋公园30个',
  checkpoints: [],
  allocationMode: null,
  allocations: [],
  ...given,
});

const shares = [
  { place: '东区', value: '20', second: null },
  { place: '西区', value: '10', second: null },
];
const spread = { allocationMode: 'sum', allocations: shares } as const;
const growth = aTarget({
  metric: '服务业增加值',
  values: ['5.5'],
  unit: '%',
  measure: 'rate',
  printed: '增长5.5%',
});

describe('printings of one promise, put together', () => {
  it.each([
    // why this row is here            own          printed elsewhere                               together
    ['the same again adds nothing', [aTarget()], [aTarget()], [aTarget()]],
    [
      'a district matrix adds its shares',
      [aTarget()],
      [aTarget({ ...spread, printed: '30' })],
      [aTarget(spread)],
    ],
    ['another metric is added', [aTarget()], [growth], [aTarget(), growth]],
    [
      'another number changes nothing',
      [aTarget()],
      [aTarget({ values: ['40'], printed: '40个' })],
      [aTarget()],
    ],
    [
      'shares of another number are not taken',
      [aTarget()],
      [aTarget({ ...spread, values: ['40'], printed: '40' })],
      [aTarget()],
    ],
    [
      'another scale of the unit is the same number',
      [aTarget({ values: ['10000'] })],
      [aTarget({ values: ['1'], unit: '万个', printed: '1万个' })],
      [aTarget({ values: ['10000'] })],
    ],
  ])('%s', (_why, own, printed, together) => expect(mergeTargets(own, printed)).toEqual(together));

  it('is the same when it is done twice', () => {
    const other = [aTarget({ ...spread, printed: '30' }), growth];
    const once = mergeTargets([aTarget()], other);
    expect(mergeTargets(once, other)).toEqual(once);
  });
});

describe('two numbers for one promise', () => {
  it.each([
    ['differ', aTarget({ values: ['40'], printed: '40个' }), 1],
    ['agree', aTarget({ printed: '30' }), 0],
    ['agree in another scale', aTarget({ values: ['0.003'], unit: '万个', printed: '0.003万个' }), 0],
    ['are a growth and a level', aTarget({ values: ['40'], unit: '%', measure: 'rate' }), 0],
    ['are words against a number', aTarget({ values: [], printed: '稳步增加' }), 0],
  ])('%s', (_why, other, conflicts) => expect(targetConflicts([aTarget()], [other]).length).toBe(conflicts));
});

describe('shares of the places', () => {
  it.each([
    ['add up', aTarget(spread), { sum: '30', gap: '0' }],
    ['fall short, and nothing is repaired', aTarget({ ...spread, values: ['35'] }), { sum: '30', gap: '-5' }],
    [
      'are one rate everywhere',
      aTarget({ allocations: shares, allocationMode: 'each' }),
      { sum: null, gap: null },
    ],
    ['are not given', aTarget(), { sum: null, gap: null }],
    [
      'have a dash among them',
      aTarget({ ...spread, allocations: [...shares, { place: '南区', value: null, second: null }] }),
      { sum: '30', gap: '0' },
    ],
  ])('%s', (_why, target, expected) => expect(allocationSum(target)).toEqual(expected));
});

it('brings the shares of another printing to the unit of the first', () => {
  const list = aTarget({ values: ['3'], unit: '万人次', printed: '3万人次' });
  const matrix = aTarget({
    values: ['30000'],
    unit: '人次',
    allocationMode: 'sum',
    allocations: [
      { place: '东区', value: '18000', second: null },
      { place: '西区', value: '12000', second: null },
    ],
  });
  const [merged] = mergeTargets([list], [matrix]);
  expect(merged?.allocations.map(({ value }) => value)).toEqual(['1.8', '1.2']);
  expect(merged && allocationSum(merged)).toEqual({ sum: '3', gap: '0' });
});

describe('parts printed under one promise', () => {
  const whole = aTarget({ values: ['100'], unit: '条' });
  const part = (value: string, unit = '条') => aTarget({ values: [value], unit });
  it.each([
    ['a table that splits the number', [part('20'), part('40'), part('20'), part('10'), part('10')], true],
    ['parts in another scale', [part('0.006', '万条'), part('40')], true],
    ['parts that fall short stay a conflict', [part('20'), part('40')], false],
    ['another thing is no part', [part('60'), part('40', '%')], false],
    ['nothing adds up to nothing', [], false],
  ])('%s', (_why, parts, adds) => {
    expect(isSumOf(whole, parts)).toBe(adds);
  });
});
