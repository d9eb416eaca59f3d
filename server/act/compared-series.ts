// The other side of relative targets (快于经济增速): growth of a series that the report states in its text.
import { randomUUID } from 'node:crypto';
import type { Promised } from '../../core/assess/answers.ts';
import { seriesInText } from '../../core/assess/printed/series.ts';
import { seriesKey } from '../../core/plan/words/series-name.ts';
import { isOwnPast } from '../../core/plan/words/target-words.ts';
import { isPercent } from '../../core/quantity/unit.ts';
import type { NewObservation } from '../store/observation.ts';

/** Series that targets are held against; against its own past a target needs none. */
const seriesOfTargets = ({ targets }: Promised): readonly string[] =>
  targets.flatMap(({ relative, relativeType }) =>
    relative !== null && ['sync', 'above', 'below'].includes(relativeType ?? '') && !isOwnPast(relative)
      ? [relative]
      : [],
  );

const isGrowthOf = (name: string) => (row: NewObservation) =>
  row.amount !== null && isPercent(row.unit) && seriesKey(row.metric) === seriesKey(name);

/** One figure for each commitment that needs it, where no figure of the report itself gives it. */
export function comparedSeries(
  figures: readonly NewObservation[],
  promised: readonly Promised[],
  text: string,
): NewObservation[] {
  const found: NewObservation[] = [];
  const byId = new Map(promised.map((commitment) => [commitment.id, commitment]));
  const seen = new Set<string>();
  for (const figure of figures) {
    const commitment = byId.get(figure.commitmentId);
    for (const name of commitment ? seriesOfTargets(commitment) : []) {
      const key = `${figure.commitmentId} ${name} ${figure.periodEnd}`;
      const isKnown = figures.some((row) => row.periodEnd === figure.periodEnd && isGrowthOf(name)(row));
      if (seen.has(key) || isKnown) continue;
      seen.add(key);
      const stated = seriesInText(text, figure.start, name, figure.periodEnd);
      if (!stated) continue;
      const at = text.indexOf(stated.printed);
      const span = at < 0 ? {} : { start: at, end: at + stated.printed.length };
      const facts = { metric: name, amount: stated.amount, unit: '%', statement: stated.printed };
      found.push({ ...figure, ...facts, ...span, id: randomUUID(), compares: true, quote: stated.printed });
    }
  }
  return found;
}
