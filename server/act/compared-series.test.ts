// Which growth of another series is kept with a commitment that is held against it.
import { describe, expect, it } from 'vitest';
import { targetFromWords } from '../../core/plan/words/target-from-words.ts';
import { isoDate } from '../../core/quantity/date.ts';
import type { NewObservation } from '../store/observation.ts';
import { comparedSeries } from './compared-series.ts';

const aFigure = (given: Partial<NewObservation> = {}): NewObservation => ({
  id: 'figure',
  commitmentId: 'investment',
  metric: '制造业投资',
  place: '',
  period: '2025-01/2025-06',
  periodStart: isoDate('2025-01-01'),
  periodEnd: isoDate('2025-06-30'),
  amount: '3.1',
  unit: '%',
  statement: '增长3.1%',
  compares: false,
  nature: 'reported',
  documentId: 'report',
  itemId: 'item',
  start: 0,
  end: 4,
  quote: '增长3.1%',
  ...given,
});

const promise = (printed: string) => ({
  id: 'investment',
  title: '制造业投资',
  targets: [targetFromWords({ metric: '制造业投资', printed, unit: '%' })],
});
const text = '主要指标。上半年,固定资产投资下降2.4%,其中制造业投资增长3.1%。';

describe('the other side of a relative target', () => {
  it.each([
    // why this row is here                  target           figures                                        kept
    ['is read from the text', '快于面上投资增速', [aFigure()], ['-2.4']],
    ['is not needed by a number', '增长5%', [aFigure()], []],
    ['is not needed against its own past', '高于上年', [aFigure()], []],
    [
      'is a figure of the report already',
      '快于面上投资增速',
      [aFigure(), aFigure({ commitmentId: 'all', metric: '固定资产投资', amount: '-2.4' })],
      [],
    ],
    ['is kept once', '快于面上投资增速', [aFigure(), aFigure({ id: 'again' })], ['-2.4']],
    ['is not stated', '快于经济增速', [aFigure()], []],
  ])('%s', (_why, printed, figures, kept) => {
    const found = comparedSeries(figures, [promise(printed)], text);
    expect(found.map(({ amount }) => amount)).toEqual(kept);
    expect(found.every(({ compares, commitmentId }) => compares && commitmentId === 'investment')).toBe(true);
  });
});
