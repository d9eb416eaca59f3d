// How a printed target becomes a Target: form, comparator, numbers, measure and good way, with the words kept.
import { excludesItsNumber } from '../../quantity/comparator.ts';
import { isPercent } from '../../quantity/unit.ts';
import type { Measure, Target, TargetForm } from '../commitment.ts';
import { type CellNumber, cellNumbers, foldCell } from './cell-words.ts';
import { inferGoodWay, inferMeasure, namesAFall } from './infer-measure.ts';
import { boundWords, type RelativeWords, relativeWords } from './target-words.ts';

export interface PrintedTarget {
  readonly metric: string;
  /** Unit of the row or column. */
  readonly unit: string;
  readonly printed: string;
}

const blank = { checkpoints: [], allocationMode: null, allocations: [] } as const;
const strives = (words: string): boolean => /力争|争取|努力|奋力/.test(words);

function fromRelative(
  row: PrintedTarget,
  folded: string,
  words: RelativeWords,
  points: CellNumber | undefined,
): Target {
  const share = words.kind === 'shareStable' || words.kind === 'shareUp';
  const against = words.kind === 'sync' || words.kind === 'above' || words.kind === 'below';
  const numeric = against && isPercent(row.unit);
  const measure: Measure = share
    ? 'share'
    : numeric
      ? inferMeasure({ name: row.metric, unit: row.unit, words: folded, numeric: true, moves: true })
      : 'text';
  const form: TargetForm = words.kind === 'rank' ? 'rank' : against ? 'relative' : share ? 'share' : 'trend';
  const comparator =
    words.kind === 'sync'
      ? words.loosely
        ? 'approx'
        : 'eq'
      : words.kind === 'below'
        ? 'le'
        : against
          ? 'ge'
          : null;
  return {
    metric: row.metric,
    form,
    comparator,
    values: points ? [points.value] : [],
    strict: against && !words.orEqual && words.kind !== 'sync' && points === undefined,
    unit: points ? points.unit : row.unit,
    direction:
      words.kind === 'trendDown'
        ? 'down'
        : words.kind === 'trendUp' || words.kind === 'shareUp'
          ? 'up'
          : 'none',
    relative: words.to === '' ? null : words.to,
    relativeType: words.kind,
    strive: strives(folded),
    measure,
    goodWay:
      words.kind === 'trendDown' || words.kind === 'below'
        ? 'lower'
        : inferGoodWay(row.metric, comparator, false),
    printed: row.printed,
    ...blank,
  };
}

function fromNumber(row: PrintedTarget, folded: string, number: CellNumber): Target {
  const unit = number.unit === '' ? row.unit : number.unit;
  const moves = number.movement === 'up' || number.movement === 'down';
  const bound = boundWords(folded, number);
  const comparator = number.second === null ? bound : 'range';
  const falls = number.movement === 'down';
  const measure = inferMeasure({ name: row.metric, unit, words: folded, numeric: true, moves });
  const growth = measure === 'rate' && (moves || isPercent(unit));
  const form: TargetForm =
    growth || namesAFall(row.metric)
      ? 'growth'
      : comparator === 'range'
        ? 'range'
        : comparator === 'ge' || comparator === 'le'
          ? 'bound'
          : 'level';
  return {
    metric: row.metric,
    form,
    comparator,
    values: number.second === null ? [number.value] : [number.value, number.second],
    strict: (comparator === 'ge' || comparator === 'le') && excludesItsNumber(folded),
    unit,
    direction:
      number.movement === 'none' && growth ? (namesAFall(row.metric) ? 'down' : 'up') : number.movement,
    relative: null,
    relativeType: null,
    strive: strives(folded),
    measure,
    goodWay: inferGoodWay(row.metric, comparator, falls),
    printed: row.printed,
    ...blank,
  };
}

/** 正增长 asks for any growth above nothing; 零增长 and 不下降 for none below it. */
function fromGrowthSign(row: PrintedTarget, folded: string): Target | null {
  const strict = /(?<!负)正增长/.test(folded);
  if (!strict && !/(?:不(?:出现)?|避免|防止|无)负增长|^不下降$/.test(folded)) return null;
  return {
    metric: row.metric,
    form: 'growth',
    comparator: 'ge',
    values: ['0'],
    strict,
    unit: '%',
    direction: 'up',
    relative: null,
    relativeType: null,
    strive: strives(folded),
    measure: 'rate',
    goodWay: 'higher',
    printed: row.printed,
    ...blank,
  };
}

const qualitative = (row: PrintedTarget, folded: string): Target => ({
  metric: row.metric,
  form: 'qualitative',
  comparator: null,
  values: [],
  unit: row.unit,
  direction: 'none',
  relative: null,
  relativeType: null,
  strive: strives(folded),
  measure: 'text',
  goodWay: inferGoodWay(row.metric, null, false),
  printed: row.printed,
  ...blank,
});

/** Reads the target of one row. A target without number, series, trend or rank stays a sentence (qualitative). */
export function targetFromWords(row: PrintedTarget): Target {
  const folded = foldCell(row.printed);
  const numbers = cellNumbers(folded, row.unit).filter((number) => !number.ofPlan);
  const signed = numbers.length === 0 ? fromGrowthSign(row, folded) : null;
  if (signed) return signed;
  const relative = relativeWords(folded, numbers);
  if (relative) return fromRelative(row, folded, relative, numbers[0]);
  const [number] = numbers;
  return number ? fromNumber(row, folded, number) : qualitative(row, folded);
}
