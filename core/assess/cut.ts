// 过紧日子: how an announced cut is judged: what the line spent against last year's amount less the cut, a ceiling of the year.
import { type Cut, cutTarget } from '../budget/cut.ts';
import { inForceOn, type VersionEntry } from '../budget/version.ts';
import type { Target } from '../plan/commitment.ts';
import { similarity } from '../plan/words/name-similarity.ts';
import { sameSeries } from '../plan/words/series-name.ts';
import type { Yi } from '../project/money.ts';
import { yearEnd, yearStart } from '../quantity/calendar.ts';
import type { IsoDate } from '../quantity/date.ts';
import { assess, together } from './assess.ts';
import { noSeries } from './facts.ts';
import { reason, verdict } from './rule/reasons.ts';
import type { JudgingSettings } from './settings.ts';
import type { Verdict } from './verdict.ts';

export interface CutFacts {
  readonly metric: string;
  readonly percent: string;
  /** The words that announced it. */
  readonly printed: string;
  readonly year: number;
  /** The amount that it is cut from as a person entered it with its source; null where nobody did. */
  readonly base: Yi | null;
  /** Versions of the line that it is held against, and of the same line of the year before. */
  readonly entries: readonly VersionEntry[];
  readonly before: readonly VersionEntry[];
}

export interface CutBase {
  readonly amount: Yi;
  readonly from: 'entered' | 'lastYear';
}

/** The newest of a kind that was known on the day; lists hold one line each. */
const last = (entries: readonly VersionEntry[], version: VersionEntry['version'], asOf: IsoDate) => {
  const [first] = entries;
  return first ? inForceOn(entries, first.lineId, version, asOf) : null;
};

/** What it is cut from: as entered, else the final account of the line's year before, else what it executed by that year's last day. */
export function baseOf(
  { base, year, before }: Pick<CutFacts, 'base' | 'year' | 'before'>,
  asOf: IsoDate,
): CutBase | null {
  if (base !== null) return { amount: base, from: 'entered' };
  const final = last(before, 'final', asOf);
  const executed = last(before, 'executed', asOf);
  // Half a year is no year to cut from.
  const whole = executed && executed.day >= yearEnd(year - 1) ? executed : null;
  const found = final ?? whole;
  return found ? { amount: found.amount, from: 'lastYear' } : null;
}

export interface JudgedCut {
  readonly base: CutBase | null;
  readonly target: Target | null;
  readonly spent: { readonly amount: Yi; readonly day: IsoDate } | null;
  readonly verdict: Verdict;
}

const sameLineLastYear = '上年同科目';

/** Judged as any other ceiling, of the budget year (预算法 §18); without the year before there is nothing to hold it against, and that is said. */
export function judgeCut(cut: CutFacts, settings: JudgingSettings, asOf: IsoDate): JudgedCut {
  const base = baseOf(cut, asOf);
  const executed = last(cut.entries, 'executed', asOf);
  const spent = executed && { amount: executed.amount, day: executed.day };
  const { metric, percent, printed } = cut;
  const target = base && cutTarget({ metric, percent, printed, base: base.amount } satisfies Cut);
  if (!target) {
    const because = reason('comparatorMissing', { series: sameLineLastYear, target: printed, day: asOf });
    return { base, target: null, spent, verdict: verdict('noJudgement', asOf, [because]) };
  }
  const figures = cut.entries
    .filter(({ version }) => version === 'executed')
    .map(({ amount, day }) => ({ metric, periodEnd: day, amount, unit: '亿元', statement: '' }));
  const facts = {
    startsOn: yearStart(cut.year),
    dueOn: yearEnd(cut.year),
    targets: [target],
    figures,
    series: noSeries,
  };
  return { base, target, spent, verdict: assess(facts, settings, asOf) };
}

/** A name within the other is of it from so many signs on: 专项资金 and 专项资金预算, but not 资金. Default of this software. */
const LEAST_NAME = 4;

const holds = (a: string, b: string): boolean =>
  (a.length >= LEAST_NAME && b.includes(a)) || (b.length >= LEAST_NAME && a.includes(b));

const bare = (name: string): string => name.replace(/[“”"'《》\s]/g, '');

/** A promise that a cut says in numbers: as alike as two printings of one promise, or the one name within the other. */
const isOfCut = (target: Target, { metric }: Pick<CutFacts, 'metric'>): boolean =>
  sameSeries(target.metric, metric) ||
  similarity(target.metric, metric) >= 0.8 ||
  holds(bare(target.metric), bare(metric));

/** The targets that no cut speaks for: they are judged by what is reported of them. */
export const withoutCuts = (
  targets: readonly Target[],
  cuts: readonly Pick<CutFacts, 'metric'>[],
): readonly Target[] => targets.filter((target) => !cuts.some((cut) => isOfCut(target, cut)));

/** The verdict of a promise with its cuts: the worst that can be judged, every reason kept. `own` is null where cuts say it all. */
export const withCuts = (own: Verdict | null, cuts: readonly JudgedCut[], asOf: IsoDate): Verdict =>
  together([...(own ? [own] : []), ...cuts.map(({ verdict: found }) => found)], asOf);
