// Which figures of other years a commitment's line goes on from, and which it must not be mixed with.
import { describe, expect, it } from 'vitest';
import type { Target } from '../../core/plan/commitment.ts';
import { targetFromWords } from '../../core/plan/words/target-from-words.ts';
import { isoDate } from '../../core/quantity/date.ts';
import { seriesPlace, type TimedFigure, trendOf } from './series.ts';

const figure = (metric: string, from: string, until: string, amount: string, unit = '%'): TimedFigure => ({
  metric,
  place: '',
  period_start: isoDate(from),
  period_end: isoDate(until),
  amount,
  unit,
});
const year = (metric: string, of: number, amount: string, unit = '%') =>
  figure(metric, `${of}-01-01`, `${of}-12-31`, amount, unit);
const half = (metric: string, of: number, amount: string, unit = '%') =>
  figure(metric, `${of}-01-01`, `${of}-06-30`, amount, unit);

const shelf = (...rows: TimedFigure[]): ReadonlyMap<string, TimedFigure[]> => {
  const found = new Map<string, TimedFigure[]>();
  for (const row of rows) {
    const key = seriesPlace({ kind: 'indicator', metric: row.metric, unit: row.unit });
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
};

const rate: Target = targetFromWords({ metric: '地区生产总值', unit: '%', printed: '增长5.5左右' });
const flow: Target = targetFromWords({ metric: '新增上市企业', unit: '家', printed: '30家' });
const line = (target: Target, own: TimedFigure[], others: TimedFigure[], asOf = '2025-12-31') =>
  trendOf('indicator', [target], own, shelf(...others), isoDate(asOf)).map(
    ({ periodEnd, amount }) => `${periodEnd.slice(0, 7)} ${amount}`,
  );

describe('the line of a commitment', () => {
  it('goes on from earlier years under another printed name of the series', () => {
    const own = [half('地区生产总值', 2025, '5.5')];
    const others = [year('地区生产总值', 2023, '5.6'), year('生产总值(GDP)增速', 2024, '4.7')];
    expect(line(rate, own, others)).toEqual(['2023-12 5.6', '2024-12 4.7', '2025-06 5.5']);
  });

  it('holds what counts up beside the same months only', () => {
    const own = [half('新增上市企业', 2025, '6', '家')];
    const others = [
      half('新增上市企业', 2024, '5', '家'),
      year('新增上市企业', 2023, '22', '家'),
      year('新增上市企业', 2024, '10', '家'),
    ];
    expect(line(flow, own, others)).toEqual(['2024-06 5', '2025-06 6']);
  });

  it('shows the year itself where no other year has the same months', () => {
    const own = [half('新增上市企业', 2025, '6', '家'), year('新增上市企业', 2025, '11', '家')];
    expect(line(flow, own, [half('新增上市企业', 2024, '5', '家')])).toEqual(['2025-06 6', '2025-12 11']);
  });

  it('never mixes units, and knows nothing of the days after the one asked about', () => {
    const own = [year('地区生产总值', 2024, '4.7')];
    const others = [year('地区生产总值', 2023, '20059', '亿元'), half('地区生产总值', 2025, '5.5')];
    expect(line(rate, own, others, '2024-12-31')).toEqual(['2024-12 4.7']);
  });

  it('shows earlier years where its own has no figure yet', () => {
    expect(line(rate, [], [year('地区生产总值', 2023, '5.6')])).toEqual(['2023-12 5.6']);
  });
});
