// Whether a figure can answer a promise at all (same kind of unit, same way of counting), and what it says then.
import type { Comparator, Direction, Value } from '../read/reading.ts';

/** What a link compares of an item. */
export interface Comparable {
  readonly metric: string;
  readonly relativeType: string | null;
  readonly value: Value | null;
  readonly unit: string;
  readonly comparator: Comparator | null;
  readonly direction: Direction;
}

const scales: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千万', 1e7],
  ['百万', 1e6],
  ['亿', 1e8],
  ['万', 1e4],
];

/** Classifiers that documents use for the same things: 家, 个, 项, 处 count; 人, 名, 人次 count people. */
const kinds: readonly (readonly [string, readonly string[]])[] = [
  [
    'count',
    [
      '个',
      '家',
      '项',
      '处',
      '座',
      '所',
      '件',
      '条',
      '台',
      '场',
      '张',
      '套',
      '间',
      '套(间)',
      '户',
      '堂',
      '只',
      '辆',
      '艘',
      '支',
      '部',
      '批',
      '宗',
      '幢',
      '栋',
      '片',
      '对',
      '类',
      '次',
      '组',
      '位',
      '届',
      '方面',
      '点',
      '',
    ],
  ],
  ['people', ['人', '名', '人次', '员', '人(次)']],
  ['area', ['亩', '平方米', '公顷', '平方公里', '㎡']],
  ['length', ['公里', '千米', '米', '里程']],
  ['money', ['元', '元人民币']],
  ['dollar', ['美元']],
  ['percent', ['%', '％']],
  ['permille', ['‰']],
  ['points', ['个百分点', '百分点']],
];

interface Unit {
  readonly kind: string;
  readonly factor: number;
}

/** 亿元 → money × 10^8; an unknown unit is a kind of its own. */
export function unitOf(printed: string): Unit {
  const unit = printed.normalize('NFKC').replace(/\s+/g, '');
  const scale = scales.find(([word]) => unit.startsWith(word));
  const base = scale ? unit.slice(scale[0].length) : unit;
  const kind = kinds.find(([, words]) => words.includes(base))?.[0] ?? base;
  return { kind, factor: scale?.[1] ?? 1 };
}

const least = (value: Value): number => (typeof value === 'number' ? value : value[0]);
const greatest = (value: Value): number => (typeof value === 'number' ? value : value[1]);

/** A percentage of a flow is its growth even where the verb is missing (核心产业增加值确保7.5%以上). */
const isChange = (item: Comparable): boolean =>
  item.direction === 'up' ||
  item.direction === 'down' ||
  (unitOf(item.unit).kind === 'percent' &&
    /(?:增加值|总额|投资|收入|出口额?|零售额|产值)(?:增速)?$/.test(item.metric));

/** 0 where the two cannot be compared, up to 1 where unit and way of counting agree. */
export function fit(promise: Comparable, outcome: Comparable): number {
  if (promise.value === null) return relativeFit(promise, outcome);
  if (outcome.value === null) return 0.8;
  const a = unitOf(promise.unit);
  const b = unitOf(outcome.unit);
  // 859万 beside 1179万人: a bare scale counts whatever the column counts.
  const bare = promise.unit === '' || promise.unit === '万' || promise.unit === '亿';
  if (a.kind !== b.kind) return a.kind === 'count' && b.kind === 'people' ? (bare ? 1 : 0.4) : 0;
  const ratio = (least(outcome.value) * b.factor) / (least(promise.value) * a.factor);
  if (a.kind === 'percent') return isChange(promise) === isChange(outcome) ? 1 : 0.35;
  if (!Number.isFinite(ratio) || ratio <= 0) return 0.6;
  return ratio > 30 || ratio < 0.02 ? 0.3 : ratio > 8 || ratio < 0.1 ? 0.7 : 1;
}

/** A promise against another series asks for a change; one about a share asks for a share; an amount answers neither. */
function relativeFit(promise: Comparable, outcome: Comparable): number {
  if (outcome.value === null) return 0.9;
  const percent = unitOf(outcome.unit).kind === 'percent';
  const asksChange =
    promise.relativeType === 'sync' || promise.relativeType === 'above' || promise.relativeType === 'below';
  if (asksChange) return percent && isChange(outcome) ? 1 : 0.5;
  if (promise.relativeType === 'shareStable' || promise.relativeType === 'shareUp')
    return percent && !isChange(outcome) ? 0.9 : 0.5;
  return 0.8;
}

export type LinkVerdict = 'met' | 'missed' | 'unclear';

/** Compares the two numbers as printed; a worded promise or another stage of work stays unclear. */
export function compare(promise: Comparable, outcome: Comparable): LinkVerdict {
  if (promise.value === null || outcome.value === null) return 'unclear';
  const a = unitOf(promise.unit);
  const b = unitOf(outcome.unit);
  if (a.kind !== b.kind) return 'unclear';
  if (a.kind === 'percent' && isChange(promise) !== isChange(outcome)) return 'unclear';
  const sign = outcome.direction === 'down' && promise.direction === 'up' ? -1 : 1;
  const got = sign * least(outcome.value) * b.factor;
  const low = least(promise.value) * a.factor;
  const high = greatest(promise.value) * a.factor;
  const slack = 1e-9 * Math.max(1, Math.abs(low));
  // 左右 tolerates half a unit as printed; the same default as the plan setting for printed approximations.
  const tolerance =
    promise.comparator === 'approx' ? (a.kind === 'percent' || a.kind === 'points' ? 0.5 : 0.05 * low) : 0;
  if (promise.comparator === 'le') return got <= high + slack + tolerance ? 'met' : 'missed';
  return got >= low - slack - tolerance ? 'met' : 'missed';
}
