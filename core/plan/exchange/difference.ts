// Where two levels say different things of one promise, line by line: our share against their target, rate against rate, figure against figure.
import {
  type Decimal,
  parseDecimal,
  printDecimal,
  scaleByTen,
  subtract,
  trim,
} from '../../quantity/decimal.ts';
import { readUnit } from '../../quantity/unit.ts';
import type { DecimalText } from '../commitment.ts';
import { similarity } from '../words/name-similarity.ts';
import { sameSeries } from '../words/series-name.ts';
import type { ExchangeLine } from './package.ts';

export const differenceKinds = [
  'share',
  'target',
  'unit',
  'notSplit',
  'onlyAbove',
  'onlyBelow',
  'worded',
  'agrees',
] as const;
/**
 * share: what the upper level gave differs from what the lower one plans. target: both have a target of the same rate and
 * differ. notSplit: the upper level gave nothing of a sum to this place. worded: one of them has no number.
 */
export type DifferenceKind = (typeof differenceKinds)[number];

export interface LineDifference {
  readonly kind: DifferenceKind;
  readonly above: ExchangeLine | null;
  readonly below: ExchangeLine | null;
  /** The two numbers that were held against each other, in the unit of the upper level. */
  readonly aboveValue: DecimalText | null;
  readonly belowValue: DecimalText | null;
  /** Below minus above; of rates in percentage points. */
  readonly gap: DecimalText | null;
  readonly gapUnit: string;
  /** Figure of the lower level minus the one the upper level has of it. */
  readonly figureGap: DecimalText | null;
  /** The names agree only roughly: a person should look. */
  readonly isLikely: boolean;
}

/** Names this alike are proposed as one line; default of this software, like that of matching promises. */
const LIKE = 0.8;

const isRate = (line: ExchangeLine): boolean => readUnit(line.unit).base === 'percent';

function likeness(above: ExchangeLine, below: ExchangeLine): number {
  if (isRate(above) !== isRate(below)) return 0;
  if (sameSeries(above.metric, below.metric)) return 1;
  return Math.max(similarity(above.metric, below.metric), similarity(above.title, below.title) * 0.95);
}

export interface LinePair {
  readonly above: ExchangeLine | null;
  readonly below: ExchangeLine | null;
  readonly isLikely: boolean;
}

/** Best pairs first, each line once; what has no partner stands alone. */
export function pairLines(
  above: readonly ExchangeLine[],
  below: readonly ExchangeLine[],
): readonly LinePair[] {
  const scored = above
    .flatMap((one) => below.map((two) => ({ one, two, score: likeness(one, two) })))
    .filter(({ score }) => score >= LIKE)
    .sort((a, b) => b.score - a.score);
  const partner = new Map<ExchangeLine, { two: ExchangeLine; score: number }>();
  const taken = new Set<ExchangeLine>();
  for (const { one, two, score } of scored) {
    if (partner.has(one) || taken.has(two)) continue;
    partner.set(one, { two, score });
    taken.add(two);
  }
  return [
    ...above.map((one) => {
      const found = partner.get(one);
      return { above: one, below: found?.two ?? null, isLikely: found !== undefined && found.score < 1 };
    }),
    ...below.filter((two) => !taken.has(two)).map((two) => ({ above: null, below: two, isLikely: false })),
  ];
}

/** A number of the lower level in the unit of the upper one; null where they count different things. */
function inUnitOf(value: DecimalText | null | undefined, from: string, to: string): Decimal | null {
  const number = value == null ? null : parseDecimal(value);
  const [given, wanted] = [readUnit(from), readUnit(to)];
  return number && given.base === wanted.base ? scaleByTen(number, given.power - wanted.power) : null;
}

const text = (value: Decimal | null): DecimalText | null => (value ? printDecimal(trim(value)) : null);

function figureGap({ above, below }: LinePair): DecimalText | null {
  if (!above?.figure || !below?.figure || above.figure.periodEnd !== below.figure.periodEnd) return null;
  const [ours, theirs] = [
    parseDecimal(above.figure.value),
    inUnitOf(below.figure.value, below.figure.unit, above.figure.unit),
  ];
  return ours && theirs ? text(subtract(theirs, ours)) : null;
}

function differenceOf(pair: LinePair): LineDifference {
  const { above, below, isLikely } = pair;
  const rest = { above, below, isLikely, figureGap: figureGap(pair) };
  const none = { aboveValue: null, belowValue: null, gap: null, gapUnit: '' };
  if (!above || !below) {
    const alone = {
      aboveValue: above?.share ?? above?.values[0] ?? null,
      belowValue: below?.values[0] ?? null,
    };
    return { kind: above ? 'onlyAbove' : 'onlyBelow', ...none, ...alone, ...rest };
  }
  const rate = isRate(above);
  const wanted = rate ? (above.values[0] ?? null) : above.share;
  const planned = below.values[0] ?? null;
  const shown = { ...none, aboveValue: wanted, belowValue: planned };
  if (planned === null || above.values.length === 0) return { kind: 'worded', ...shown, ...rest };
  const theirs = inUnitOf(planned, below.unit, above.unit);
  if (!theirs) return { kind: 'unit', ...shown, ...rest };
  const ours = wanted === null ? null : parseDecimal(wanted);
  if (!ours) return { kind: 'notSplit', ...shown, belowValue: text(theirs), ...rest };
  const gap = subtract(theirs, ours);
  const kind = gap.coefficient === 0n ? 'agrees' : rate ? 'target' : 'share';
  const gapUnit = rate ? '个百分点' : above.unit;
  return { kind, aboveValue: text(ours), belowValue: text(theirs), gap: text(gap), gapUnit, ...rest };
}

/** What differs first, what agrees last; within that the order of the upper level. */
export const differencesOf = (
  above: readonly ExchangeLine[],
  below: readonly ExchangeLine[],
): readonly LineDifference[] =>
  pairLines(above, below)
    .map(differenceOf)
    .sort((a, b) => differenceKinds.indexOf(a.kind) - differenceKinds.indexOf(b.kind));
