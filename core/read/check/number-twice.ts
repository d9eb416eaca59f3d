// Whether one document promises two different numbers for one thing: both places are named, neither is corrected.
import { codeAt, holdsAny, isIn, signSet, spaceSigns } from '../number/sign-set.ts';
import type { Check, Item } from '../reading.ts';
import type { Part } from '../structure.ts';

const families: ReadonlySet<Item['family']> = new Set(['text', 'task', 'policy', 'indicator', 'livelihood']);

/** Words that a metric may carry or not without measuring another thing. */
const dressing =
  /^(?:\d{4}年|全市|全区|全县|全省|全年|力争|确保|争取|实现|完成|带动|推动|新增|预计|计划)+|[“”"《》\s]|(?:的)(?=增速|比重|占比)|(?:增速|增长|涨幅|增幅|同比)$/g;

/** Signs with one of which such words open, close, or stand inside. */
const dressingOpens = signSet('0123456789全力确争实完带推新预计');
const dressingCloses = signSet('速长幅比');
const dressingHolds = signSet(`${spaceSigns}“”"《》的`);

const undressed = (metric: string): string =>
  isIn(dressingOpens, codeAt(metric, 0)) ||
  isIn(dressingCloses, codeAt(metric, metric.length - 1)) ||
  holdsAny(dressingHolds, metric)
    ? metric.replace(dressing, '')
    : metric;

/** Part without which the pattern need not be tried, the wording, and the wording it stands for. */
const sameWords: readonly (readonly [string, RegExp, string])[] = [
  ['规模', /规模以上/g, '规上'],
  ['国内', /国内生产总值/g, '地区生产总值'],
  ['GDP', /GDP/g, '地区生产总值'],
  ['比', /比例|占比/g, '比重'],
  ['研究', /研究与试验发展/g, '研发'],
  ['强度', /经费投入强度/g, '投入强度'],
];

const sameSigns = signSet('规国G比研强');

const bare =
  /^(?:续建|新建|新开工|在建|建成|前期|预备|决算|储备|重点|实施|计划|项目|投资|总投资|完成投资|年度计划投资|投资占比|比重|实施项目|完成率|总数|总量|规模|人数|数量|面积|收入|支出|产值|营收|增加值|资金|企业|平台|覆盖率|合计|专项资金|市财政安排|安排资金|预算安排|市财政预算安排)*$/;

/** First signs of those words: what begins otherwise says more. */
const bareOpens = signSet('续新安在建前预决储重实计项投总完年比规人数面收支产营增资企平覆合专市');

/** The same thing measured, however it was dressed; empty for a metric too general to compare. */
export function sameMetric(metric: string): string {
  let words = undressed(metric);
  if (words !== metric) words = undressed(words);
  if (holdsAny(sameSigns, words))
    for (const [first, pattern, word] of sameWords)
      if (words.includes(first)) words = words.replace(pattern, word);
  return words.length < 4 || (isIn(bareOpens, words.charCodeAt(0)) && bare.test(words)) ? '' : words;
}

/** Year a promise is for: its row's, its deadline's, else the year its document plans. */
function yearOf(item: Item, parts: readonly Part[]): string {
  if (item.detail?.of === 'indicator' || item.detail?.of === 'livelihood') {
    if (item.detail.year !== null) return String(item.detail.year);
  } else if (item.deadline !== null) return item.deadline.slice(0, 4);
  return String(parts.find((part) => item.start >= part.start && item.start < part.end)?.year ?? '');
}

const comparable = (item: Item): boolean =>
  item.kind === 'target' &&
  typeof item.value === 'number' &&
  item.relative === null &&
  item.unit !== '' &&
  families.has(item.family);

const keyOf = (metric: string, item: Item, parts: readonly Part[]): string => {
  const way = item.direction === 'up' || item.direction === 'down' ? item.direction : 'level';
  return `${metric}|${item.unit}|${way}|${yearOf(item, parts)}`;
};

/** A number that is the same for the same words: its length and three of its signs. Most metrics have one of their own. */
const outline = (words: string): number =>
  (codeAt(words, 0) * 31 + codeAt(words, words.length >> 1)) * 31 +
  codeAt(words, words.length - 1) * 7 +
  words.length;

interface Candidate {
  readonly item: Item;
  readonly metric: string;
  readonly outline: number;
}

/** The items whose metric may stand in the document twice, in order. */
function candidates(items: readonly Item[]): readonly Candidate[] {
  const found: Candidate[] = [];
  const counts = new Map<number, number>();
  for (const item of items) {
    if (!comparable(item)) continue;
    const metric = sameMetric(item.metric);
    if (metric === '') continue;
    const number = outline(metric);
    counts.set(number, (counts.get(number) ?? 0) + 1);
    found.push({ item, metric, outline: number });
  }
  return found.filter((one) => (counts.get(one.outline) ?? 0) > 1);
}

/** A list that gives one metric many numbers (by field, by place) is no contradiction. */
const twice = 2;

/** One check for each pair of places that disagree; agreement is not reported. */
export function numberTwice(items: readonly Item[], parts: readonly Part[]): readonly Check[] {
  const groups = new Map<string, Item[]>();
  for (const { item, metric } of candidates(items)) {
    const key = keyOf(metric, item, parts);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const checks: Check[] = [];
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const values = new Set(group.map((item) => item.value));
    const first = group[0];
    if (values.size !== twice || !first) continue;
    const other = group.find((item) => item.value !== first.value);
    if (!other || apartBy(first, other) < 200 || agree(first, other) || agree(other, first)) continue;
    checks.push(contradiction(first, other));
  }
  return checks;
}

/** 突破1000亿元 and 1010亿元 are kept by the same year: one promise is a bound, the other lies within it. */
const agree = (bound: Item, other: Item): boolean =>
  typeof bound.value === 'number' &&
  typeof other.value === 'number' &&
  other.comparator === 'eq' &&
  other.direction === 'none' &&
  ((bound.comparator === 'ge' && other.value > bound.value) ||
    (bound.comparator === 'le' && other.value < bound.value));

const apartBy = (a: Item, b: Item): number => (a.start < b.start ? b.start - a.end : a.start - b.end);

function contradiction(first: Item, other: Item): Check {
  const [expected, found] = [first.value, other.value];
  return {
    rule: 'number.twice',
    ok: false,
    expected: typeof expected === 'number' ? expected : null,
    found: typeof found === 'number' ? found : null,
    residual:
      typeof expected === 'number' && typeof found === 'number'
        ? Math.round((found - expected) * 1e6) / 1e6
        : null,
    rounding: 0,
    what: `${sameMetric(first.metric)} ${first.unit}`,
    start: first.start,
    end: first.end,
    other: { start: other.start, end: other.end },
  };
}
