// What the chart of a series draws through the years.
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/quantity/date.ts';
import type { Figure, Target } from '../../api.ts';
import { goalsOf, pointsOf, runsOf, type Series, type SeriesFigure, yearsOf } from './series.ts';

const figure = (period: string, periodEnd: string, amount: string | null): Figure => ({
  observationId: `${period} ${amount}`,
  metric: 'a',
  place: '',
  period,
  periodEnd: isoDate(periodEnd),
  amount,
  unit: '%',
  statement: '',
  nature: 'reported',
  recordedAt: '',
  source: null,
  reportId: null,
  measureId: null,
});
const of = (year: number, given: Figure, own = false): SeriesFigure => ({
  year,
  own,
  commitmentId: `${year}`,
  figure: given,
});
const target = (given: Partial<Target>): Target => ({
  metric: 'a',
  form: 'growth',
  comparator: 'ge',
  values: ['5'],
  unit: '%',
  direction: 'up',
  measure: 'rate',
  goodWay: 'higher',
  printed: '增长5以上',
  relative: null,
  strive: false,
  checkpoints: [],
  allocationMode: null,
  allocations: [],
  ...given,
});
const series = (figures: SeriesFigure[], targets: Series['targets'] = []): Series => ({
  metric: 'a',
  figures,
  targets,
});

describe('a series', () => {
  const both = series([
    of(2025, figure('2025-H1', '2025-06-30', '5.5'), true),
    of(2023, figure('2023', '2023-12-31', '5.6')),
    of(2025, figure('2025-H1', '2025-06-30', '5.5'), true),
    of(2024, figure('2024', '2024-12-31', null)),
  ]);

  it('has one point for a figure printed twice, oldest first, and none for words', () => {
    const points = pointsOf(both).map(({ year, season, sources, own }) => [year, season, sources, own]);
    expect(points).toEqual([
      [2023, '', 1, false],
      [2025, '2025-06', 2, true],
    ]);
  });

  it('shows two numbers for one day as two points', () => {
    const differ = series([
      of(2023, figure('2023', '2023-12-31', '5.6')),
      of(2024, figure('2023', '2023-12-31', '5.4')),
    ]);
    expect(pointsOf(differ).length).toBe(2);
  });

  it('has every year between its first and its last, also one without a figure', () => {
    expect(yearsOf(both, pointsOf(both))).toEqual([2023, 2024, 2025]);
  });

  it.each([
    ['a level', target({}), [5]],
    ['a fall is below nought', target({ direction: 'down', values: ['3'] }), [-3]],
    ['relative to another series there is no level', target({ form: 'relative' }), []],
    ['in another unit it would stand at a wrong height', target({ unit: '亿元' }), []],
    ['words have no height', target({ values: [] }), []],
  ])('target: %s', (_why, given, heights) => {
    const one = series([...both.figures], [{ year: 2025, target: given }]);
    expect(goalsOf(one, [2023, 2024, 2025]).map(({ value }) => value)).toEqual(heights);
  });

  it('joins what counts up within a year only', () => {
    const flow = series(
      [
        of(2024, figure('2024-H1', '2024-06-30', '4')),
        of(2024, figure('2024', '2024-12-31', '9')),
        of(2025, figure('2025-H1', '2025-06-30', '5'), true),
      ],
      [{ year: 2025, target: target({ measure: 'flow' }) }],
    );
    expect(runsOf(flow, pointsOf(flow)).map((run) => run.length)).toEqual([2, 1]);
  });
});
