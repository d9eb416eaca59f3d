// Places beside each other: what a place was not given is not missing, and only given shares make a rate and a median.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeStandings, shareOf, spread } from './place-share.ts';

const share = (place: string, value: string | null) => ({ place, value, second: null });
const places = ['上城区', '拱墅区', '西湖区', '滨江区'];

describe('places of one line', () => {
  const rows = placeStandings(
    places,
    [
      share('上城区', '20'),
      share('拱墅区', '10'),
      share('西湖区', '0'),
      share('萧山区', '5'),
      share('临安区', '4'),
      share('富阳区', '6'),
    ],
    [
      { place: '上城区', done: '15' },
      { place: '拱墅区', done: '10' },
      { place: '滨江区', done: '3' },
      { place: '富阳区', done: '6' },
    ],
    new Set(['临安区', '富阳区']),
  );
  it.each([
    { place: '上城区', state: 'value', rate: '0.75', why: 'three quarters of its share' },
    { place: '拱墅区', state: 'value', rate: '1', why: 'all of it' },
    { place: '西湖区', state: 'notGiven', rate: null, why: 'a share of nought asks for nothing' },
    {
      place: '滨江区',
      state: 'value',
      rate: null,
      why: 'a figure nobody asked for is shown, without a rate',
    },
    { place: '萧山区', state: 'missing', rate: null, why: 'was given a share and has not reported' },
    { place: '临安区', state: 'notApplicable', rate: null, why: 'was given a share that does not apply' },
    {
      place: '富阳区',
      state: 'value',
      rate: null,
      why: 'a figure that came nevertheless is shown, and not rated',
    },
  ])('$place is $state: $why', ({ place, state, rate }) => {
    expect(rows.find((row) => row.place === place)).toMatchObject({ state, rate });
  });
  it('holds each rate against the middle of the rates, not of all places', () => {
    expect(spread(rows.map(({ rate }) => rate))).toEqual({
      ...{ least: '0.75', median: '0.875', most: '1', count: 2 },
    });
    expect(rows[0]?.gapToMedian).toBe('-0.125');
    expect(rows[2]?.gapToMedian).toBeNull();
  });
});

it('the middle lies between the least and the most, and halves the set', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 }),
      (values) => {
        const found = spread(values.map(String));
        const middle = Number(found?.median);
        expect(Number(found?.least)).toBe(Math.min(...values));
        expect(Number(found?.most)).toBe(Math.max(...values));
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
      },
    ),
  );
});

it.each([
  ['1', '3', '0.3333'],
  ['5', '0', null],
  [null, '3', null],
  ['3', null, null],
])('%s of %s is %s', (done, of, rate) => {
  expect(shareOf(done, of)).toBe(rate);
});
