// A plan that was read as lines of a package: the promises of its year with their targets, beside each the figure of the same series.
import { type IsoDate, isoDate } from '../../quantity/date.ts';
import { readUnit } from '../../quantity/unit.ts';
import { commitmentsFromItems } from '../commitments-from-items.ts';
import type { DraftObservation } from '../draft.ts';
import { observationsFromItems } from '../observations-from-items.ts';
import type { PrintedHeading, PrintedItem } from '../printed-item.ts';
import { seriesKey } from '../words/series-name.ts';
import type { ExchangeFigure, ExchangeLine } from './package.ts';

export interface ReadPlan {
  readonly items: readonly PrintedItem[];
  readonly headings: readonly PrintedHeading[];
  readonly text: string;
  readonly year: number;
}

/** What a line of a package may hold of words that a document prints at any length. */
const longest = { number: 40, words: 400 } as const;

const cut = (words: string, most: number): string => words.slice(0, most);

/** Figures by series: the first that is printed of the latest day, for a report says a figure first and comments on it afterwards. */
function figuresOf({ items, text, year }: ReadPlan): ReadonlyMap<string, readonly DraftObservation[]> {
  const last: { start: IsoDate; end: IsoDate } = {
    start: isoDate(`${year - 1}-01-01`),
    end: isoDate(`${year - 1}-12-31`),
  };
  const found = new Map<string, DraftObservation[]>();
  for (const figure of observationsFromItems(items, text, last)) {
    if (figure.amount === null) continue;
    const key = seriesKey(figure.metric);
    const own = found.get(key);
    if (own) own.push(figure);
    else found.set(key, [figure]);
  }
  for (const own of found.values())
    own.sort((a, b) => (a.periodEnd < b.periodEnd ? 1 : a.periodEnd > b.periodEnd ? -1 : a.start - b.start));
  return found;
}

/** A figure of another kind of quantity says nothing of the target: 1416 亿元 is not the growth that was promised. */
function figureBeside(
  metric: string,
  unit: string,
  figures: ReadonlyMap<string, readonly DraftObservation[]>,
): ExchangeFigure | null {
  const { base } = readUnit(unit);
  const found = figures.get(seriesKey(metric))?.find((figure) => readUnit(figure.unit).base === base);
  if (!found || found.amount === null) return null;
  return { value: found.amount, unit: found.unit, periodEnd: found.periodEnd };
}

/** Worded targets of running text are left out, as they are of our own lines; a row of an indicator stays also where it is worded. */
export function linesFromItems(plan: ReadPlan): readonly ExchangeLine[] {
  const figures = figuresOf(plan);
  const drafts = commitmentsFromItems(plan.items, plan.text, plan.year, plan.headings);
  return drafts
    .filter(({ year }) => year === plan.year)
    .flatMap(({ kind, number, title, targets }) =>
      targets.flatMap((target): readonly ExchangeLine[] => {
        const metric = cut(target.metric || title, longest.words);
        if (metric === '' || (target.values.length === 0 && kind !== 'indicator')) return [];
        const { unit, comparator, values, measure, printed } = target;
        return [
          {
            ...{ kind, number: cut(number, longest.number), title: cut(title, longest.words), metric, unit },
            ...{ comparator, values: values.slice(0, 4), measure, printed: cut(printed, longest.words) },
            share: null,
            figure: figureBeside(metric, unit, figures),
          },
        ];
      }),
    );
}
