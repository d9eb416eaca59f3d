// Sliders over the numbers of clauses, and how a moved one is written down.
import { describe, expect, it } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import { aClause } from '../clause.fixture.ts';
import { readValue } from '../value.ts';
import { checkClause } from './check-clause.ts';
import { sliderOf, slidersOf, withValues } from './parameter.ts';

const dated = (...values: readonly (readonly [from: string, value: string])[]) =>
  values.map(([from, value]) => ({ from, value, ref: '一' }));

const none = { least: -1, greatest: -1, step: -1 };

describe('sliders', () => {
  it.each([
    // value, unit, greatest, step
    ['20万元', '万元', 60, 1],
    ['5%', '%', 15, 0.2],
    ['90%', '%', 100, 2],
    ['500人', '人', 1500, 20],
    ['3年', '年', 9, 1],
    ['2倍', '倍', 6, 0.1],
    ['1000平方米', '平方米', 3000, 50],
  ])('%s goes from nothing to three times itself in round steps', (written, unit, greatest, step) => {
    expect(sliderOf('x', written)).toMatchObject({ unit, least: 0, greatest, step });
  });

  it('keeps its range while the value moves, and reaches a value beyond it', () => {
    const range = ({ least, greatest, step }: typeof none) => [least, greatest, step];
    expect(range(sliderOf('x', '35万元', '20万元') ?? none)).toEqual([0, 60, 1]);
    expect(range(sliderOf('x', '90万元', '20万元') ?? none)).toEqual([0, 90, 1]);
    expect(range(sliderOf('x', '90%', '20万元') ?? none)).toEqual(range(sliderOf('x', '90%') ?? none));
  });

  it.each(['1:1', '2024-03-01', '0元', '每年'])('%s is typed, not slid', (written) => {
    expect(sliderOf('x', written)).toBeNull();
  });

  it('every stop of every slider of the catalogue can be read, and reads the present value first', () => {
    for (const clause of catalog)
      for (const { name, unit, value, greatest, step } of slidersOf(clause, '2024-06-30'))
        for (const stop of [value, step, greatest])
          expect(typeof readValue(`${stop}${unit}`), `${clause.id} ${name} ${stop}${unit}`).toBe('object');
  });
});

describe('another value from a day on', () => {
  it.each([
    [
      'the old one stays readable',
      dated(['2024-01-01', '20万元']),
      '2024-07-01',
      dated(['2024-01-01', '20万元'], ['2024-07-01', '30万元']),
    ],
    [
      'moved again, the same day is replaced',
      dated(['2024-01-01', '20万元'], ['2024-07-01', '25万元']),
      '2024-07-01',
      dated(['2024-01-01', '20万元'], ['2024-07-01', '30万元']),
    ],
    [
      'a day before the first value is the first value',
      dated(['2024-03-01', '20万元']),
      '2024-01-01',
      dated(['2024-03-01', '30万元']),
    ],
    [
      'later values stay',
      dated(['2024-01-01', '20万元'], ['2025-01-01', '50万元']),
      '2024-07-01',
      dated(['2024-01-01', '20万元'], ['2024-07-01', '30万元'], ['2025-01-01', '50万元']),
    ],
    [
      'the same value is no change',
      dated(['2024-01-01', '30万元']),
      '2024-07-01',
      dated(['2024-01-01', '30万元']),
    ],
  ])('%s', (_why, before, day, after) => {
    const clause = aClause({ params: { amount: before } });
    const changed = withValues(clause, day, { amount: '30万元', nothing: '1元' });
    expect(changed.params).toEqual({ amount: after });
  });

  it('leaves the tests of earlier days as they were', () => {
    const clause = aClause({
      tests: [{ given: { highTech: true }, expect: { answer: 'yes', amount: '20万元' } }],
    });
    expect(checkClause(withValues(clause, '2024-07-01', { amount: '30万元' }))).toEqual([]);
  });
});
