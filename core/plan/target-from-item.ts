// How a read item becomes a Target: its own numbers and words, with measure and good way inferred from the metric.
import { excludesItsNumber } from '../quantity/comparator.ts';
import { isIsoDate } from '../quantity/date.ts';
import { decimalFromNumber, printDecimal } from '../quantity/decimal.ts';
import { isPercent } from '../quantity/unit.ts';
import type {
  AllocationMode,
  Checkpoint,
  DecimalText,
  PlaceShare,
  Target,
  TargetForm,
} from './commitment.ts';
import type { PrintedAllocation, PrintedItem, PrintedMilestone } from './printed-item.ts';
import { inferGoodWay, inferMeasure, namesAFall } from './words/infer-measure.ts';
import { targetFromWords } from './words/target-from-words.ts';
import { isOwnPast } from './words/target-words.ts';

/** Null for NaN, Infinity and 1e400: such a number was not read. */
export function decimalText(value: number | null | undefined): DecimalText | null {
  if (value === null || value === undefined) return null;
  const read = decimalFromNumber(value);
  return read ? printDecimal(read) : null;
}

const valuesOf = (value: PrintedItem['value']): readonly DecimalText[] =>
  (typeof value === 'number' ? [value] : (value ?? [])).flatMap((each) => decimalText(each) ?? []);

function checkpointOf(milestone: PrintedMilestone, source: string): Checkpoint {
  const [least] = valuesOf(milestone.value);
  return {
    by: milestone.by !== null && isIsoDate(milestone.by) ? milestone.by : null,
    value: least ?? null,
    unit: milestone.unit,
    of: milestone.of,
    cumulative: milestone.cumulative,
    comparator: milestone.comparator,
    printed: source.slice(milestone.start, milestone.end),
  };
}

const placeShare = (allocation: PrintedAllocation): PlaceShare => ({
  place: allocation.unit,
  value: decimalText(allocation.value),
  second: decimalText(allocation.second),
});

function modeOf(item: PrintedItem): AllocationMode | null {
  if (item.detail?.of === 'livelihood' && item.detail.mode !== null) return item.detail.mode;
  if (item.allocations.length === 0) return null;
  if (item.allocations.some((allocation) => allocation.second !== undefined)) return 'pair';
  return isPercent(item.unit) ? 'each' : 'sum';
}

/** What schedule and places add to a target, wherever its number came from. */
export const spreadOf = (
  item: PrintedItem,
  source: string,
): Pick<Target, 'checkpoints' | 'allocationMode' | 'allocations'> => ({
  checkpoints: item.milestones.map((milestone) => checkpointOf(milestone, source)),
  allocationMode: modeOf(item),
  allocations: item.allocations.map(placeShare),
});

function formOf(item: PrintedItem, measure: Target['measure']): TargetForm {
  const { relativeType, comparator } = item;
  if (relativeType === 'rank') return 'rank';
  if (relativeType?.startsWith('trend')) return 'trend';
  if (relativeType?.startsWith('share')) return 'share';
  if (item.relative !== null) return 'relative';
  if (item.value === null) return 'qualitative';
  if (measure === 'rate' && (isPercent(item.unit) || item.direction === 'up' || item.direction === 'down'))
    return 'growth';
  if (comparator === 'range') return 'range';
  return comparator === 'ge' || comparator === 'le' ? 'bound' : 'level';
}

/** A cell of an indicator table is read again from its words: they are all there is, and exact. */
function fromCell(item: PrintedItem, source: string): Target | null {
  if (item.detail?.of !== 'indicator' || item.detail.targetText === '') return null;
  const metric = item.detail.part === '' ? item.detail.name : item.metric;
  const read = targetFromWords({ metric, unit: item.unit, printed: item.detail.targetText });
  const lost = read.values.length === 0 && item.value !== null && read.relativeType === null;
  return lost ? null : { ...read, ...spreadOf(item, source) };
}

/** A row of a table is named by its title; its other cells are not the promise. */
const wordsOf = (item: PrintedItem, source: string): string => {
  const printed = source.slice(item.start, item.end).trim();
  return /[\t|\n]/.test(printed) && item.title !== '' ? item.title : printed;
};

/** 与经济增长同步, 快于全省: growth held against growth, in percent though no percent sign is printed. */
const comparesGrowth = (item: PrintedItem): boolean =>
  item.relative !== null &&
  !isOwnPast(item.relative) &&
  ['sync', 'above', 'below'].includes(item.relativeType ?? '') &&
  (item.unit === '' || /[%点]/.test(item.unit));

function growthAgainst(item: PrintedItem, printed: string): Target {
  const read = targetFromWords({ metric: item.metric || item.title, unit: '%', printed });
  if (read.relativeType === item.relativeType && read.measure !== 'text')
    return { ...read, relative: item.relative, strive: item.modality === 'strive' };
  const values = valuesOf(item.value);
  return {
    ...read,
    form: 'relative',
    comparator: item.relativeType === 'below' ? 'le' : item.relativeType === 'above' ? 'ge' : 'approx',
    values,
    unit: values.length > 0 ? item.unit : '%',
    strict: item.relativeType !== 'sync' && values.length === 0 && !/不[低高慢]于|不超过/.test(printed),
    relative: item.relative,
    relativeType: item.relativeType,
    measure: 'rate',
  };
}

/** The target that an item prints. The printed words stay with it. */
export function targetFromItem(item: PrintedItem, source: string): Target {
  const cell = fromCell(item, source);
  if (cell) return cell;
  const printed = wordsOf(item, source);
  if (comparesGrowth(item)) return { ...growthAgainst(item, printed), ...spreadOf(item, source) };
  const values = valuesOf(item.value);
  const metric = item.metric === '' ? item.title : item.metric;
  const moves = item.direction === 'up' || item.direction === 'down';
  const measure = inferMeasure({
    name: metric,
    unit: item.unit,
    words: printed,
    numeric: values.length > 0 || (item.relative !== null && isPercent(item.unit)),
    moves,
  });
  const falls = item.direction === 'down' && !namesAFall(metric);
  return {
    metric,
    form: formOf(item, measure),
    comparator: item.comparator,
    values,
    strict: (item.comparator === 'ge' || item.comparator === 'le') && excludesItsNumber(printed),
    unit: item.unit,
    direction: item.direction,
    relative: item.relative,
    relativeType: item.relativeType,
    strive: item.modality === 'strive',
    measure,
    goodWay: item.relativeType === 'trendDown' ? 'lower' : inferGoodWay(metric, item.comparator, falls),
    printed,
    ...spreadOf(item, source),
  };
}
