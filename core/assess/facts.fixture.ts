// Facts for tests of verdicts: a plan of 2025, figures in words, targets as printed.
import type { Target } from '../plan/commitment.ts';
import { targetFromWords } from '../plan/words/target-from-words.ts';
import { isoDate } from '../quantity/date.ts';
import { type Facts, type FigureFact, noSeries } from './facts.ts';

export const june = isoDate('2025-06-30');
export const december = isoDate('2025-12-31');

export const said = (statement: string, periodEnd = june, metric = '甲'): FigureFact => ({
  metric,
  periodEnd,
  amount: null,
  unit: '',
  statement,
});

export const facts = (
  targets: readonly Target[],
  figures: readonly FigureFact[],
  series = noSeries,
): Facts => ({
  startsOn: isoDate('2025-01-01'),
  dueOn: december,
  targets,
  figures,
  series,
});

export const target = (metric: string, unit: string, printed: string): Target =>
  targetFromWords({ metric, unit, printed });
