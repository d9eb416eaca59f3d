// What is asked about before announced money and cuts are kept, each with both numbers.
import { describe, expect, it } from 'vitest';
import { checkAnnounced, checkCut } from './announced-check.ts';

const areas = [
  { area: '扩大有效投资', amount: '177.1' },
  { area: '科技创新', amount: '112.1' },
];
const net = { area: '', amount: '250' };

describe('announced money', () => {
  it.each([
    // why this row, what is entered, the other rows, what it said before, what is asked
    ['a net total below its areas is what a net total is', { area: '', amount: '250' }, areas, null, []],
    ['equal to them: nothing is counted twice', { area: '', amount: '289.2' }, areas, null, []],
    [
      'above them: an area is missing, or a number is wrong',
      { area: '', amount: '289.3' },
      areas,
      null,
      [['announced.netOverAreas', { net: '289.3', sum: '289.2' }]],
    ],
    ['the first number of a document has nothing beside it', { area: '', amount: '490' }, [], null, []],
    [
      'no area is more than the net total',
      { area: '科技创新', amount: '251' },
      [...areas, net],
      null,
      [['announced.areaOverNet', { area: '科技创新', amount: '251', net: '250' }]],
    ],
    [
      'a correction is not held against its own old number',
      { area: '科技创新', amount: '200' },
      [...areas, net],
      '112.1',
      [],
    ],
    [
      '万元 for 亿元, beside what it said before: one question, not two',
      { area: '科技创新', amount: '1121000' },
      [...areas, net],
      '112.1',
      [['announced.unitJump', { name: '科技创新', value: '1121000', beside: '112.1' }]],
    ],
    [
      '万元 for 亿元 in a first net total, beside its areas',
      { area: '', amount: '2890000' },
      areas,
      null,
      [['announced.unitJump', { name: '', value: '2890000', beside: '289.2' }]],
    ],
    ['an area without an amount says nothing', { area: '人才', amount: null }, [...areas, net], null, []],
  ] as const)('%s', (_why, given, others, before, asked) =>
    expect(checkAnnounced(given, others, before).map(({ code, params }) => [code, params])).toEqual(asked),
  );
});

describe('the base of a cut', () => {
  it.each([
    ['beside nothing', '5', null, 0],
    ['beside a number of its size', '5', '4.2', 0],
    ['ten thousand times the one before', '50000', '5', 1],
    ['no base', null, '5', 0],
  ] as const)('%s', (_why, base, beside, asked) =>
    expect(checkCut({ metric: '“三公”经费', base }, beside)).toHaveLength(asked),
  );
});
