// What one commitment's facts are in numbers before they go into columns: its figures by day, its schedule as steps.
import type { Target } from '../../plan/commitment.ts';
import { dayNumber } from '../../quantity/calendar.ts';
import type { IsoDate } from '../../quantity/date.ts';
import type { Facts, FigureFact } from '../facts.ts';
import { isSilent } from '../rule/figure.ts';
import { checkpointShare, expectedBy, firstCheckpoint } from '../rule/schedule.ts';
import type { JudgingSettings } from '../settings.ts';
import { NO_DAY } from './columns.ts';
import { type FigureNumber, figureReader, wordsOf } from './figure-number.ts';
import { type RowForm, rowForm } from './row-form.ts';
import { SHARE_LIMIT, scaled } from './scaled.ts';

/** Facts of one commitment; the series are the plan's and given once. */
export type RowFacts = Omit<Facts, 'series'>;

export interface ReadFigure extends FigureNumber {
  readonly day: number;
  readonly said: number;
}

/** From a day on, what the checkpoints ask for as a share. */
export type Step = readonly [day: number, share: number];

export interface ReadRow {
  readonly form: RowForm;
  readonly steps: readonly Step[];
  readonly figures: readonly ReadFigure[];
}

const days = new Map<IsoDate, number>();
const DAYS_LIMIT = 50_000;

/** dayNumber, remembered: a plan's figures are for few days. */
export function numberOfDay(day: IsoDate): number {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= DAYS_LIMIT) days.clear();
  const number = dayNumber(day);
  days.set(day, number);
  return number;
}

/** Schedule of one target as steps, by the exact rule itself; null where a share has more than four places. */
function stepsOf(target: Target, term: RowFacts): readonly Step[] | null {
  const dated = target.checkpoints.flatMap((checkpoint) =>
    checkpoint.by === null || checkpointShare(checkpoint, target) === null ? [] : [checkpoint.by],
  );
  const steps: Step[] = [];
  for (const day of [...new Set(dated)].sort()) {
    const { share } = expectedBy(target, term.startsOn, term.dueOn, day);
    const size = scaled(share, 4);
    if (!(Math.abs(size) <= SHARE_LIMIT)) return null;
    steps.push([numberOfDay(day), size]);
  }
  return steps;
}

/** Figures that speak, by day; of several for one day the one recorded last stands last. */
function figuresOf(target: Target, given: readonly FigureFact[]): readonly ReadFigure[] {
  const read = figureReader(target);
  const found: ReadFigure[] = [];
  let sorted = true;
  for (const fact of given) {
    if (isSilent(fact)) continue;
    const { size, places } = read(fact);
    const day = numberOfDay(fact.periodEnd);
    if (day < (found.at(-1)?.day ?? 0)) sorted = false;
    found.push({ day, size, places, said: wordsOf(fact.statement) });
  }
  return sorted ? found : found.sort((a, b) => a.day - b.day);
}

/** Null where no column can say what is asked: several targets, words, odd bounds, shares finer than 1/10,000. */
export function readRow(facts: RowFacts, settings: JudgingSettings): ReadRow | null {
  const [target] = facts.targets;
  if (!target || facts.targets.length > 1) return null;
  const form = rowForm(target, facts, settings);
  const steps = form && stepsOf(target, facts);
  return form && steps ? { form, steps, figures: figuresOf(target, facts.figures) } : null;
}

/** First day on which anything is due; NO_DAY where nothing is dated. */
export function firstDueDay({ targets }: RowFacts): number {
  const first = targets.length === 1 ? firstCheckpoint(targets) : null;
  return first === null ? NO_DAY : numberOfDay(first);
}
