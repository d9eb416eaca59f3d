// What a printed unit means: a base unit and a power of ten. A rule, not a list, because documents of other places
// count in nouns that nobody listed (每台, 每公顷, 万株).

/** Units that rules name. Anything that is counted is `each:` and its word: each:个, each:家. */
export type BaseUnit =
  | 'CNY'
  | 'USD'
  | 'EUR'
  | 'HKD'
  | 'JPY'
  | 'percent'
  | 'permille'
  | 'percentagePoint'
  | 'metre'
  | 'squareMetre'
  | 'cubicMetre'
  | 'gram'
  | 'watt'
  | 'wattHour'
  | 'none'
  | `each:${string}`
  | `ratio:${string}`;

export interface Unit {
  readonly base: BaseUnit;
  /** A printed 1 is 10^power of the base. */
  readonly power: number;
  /** As printed, scale included, for display. */
  readonly printed: string;
}

/** Numeral scales that stand before a unit, longest first (JJF 1001 numerals; 万 and 亿 of everyday counting). */
const scales: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
  ['百', 2],
];

/**
 * Words whose base is a measure, with their own power. 公顷 is 10^4 square metres and 公里 10^3 metres by the
 * Order on Legal Units of Measurement (1984); 亩 is no power of ten of a square metre and stays a unit of its own.
 */
const measures: Readonly<Record<string, readonly [BaseUnit, number]>> = {
  元: ['CNY', 0],
  人民币: ['CNY', 0],
  元人民币: ['CNY', 0],
  美元: ['USD', 0],
  美金: ['USD', 0],
  欧元: ['EUR', 0],
  港元: ['HKD', 0],
  港币: ['HKD', 0],
  日元: ['JPY', 0],
  '%': ['percent', 0],
  '‰': ['permille', 0],
  个百分点: ['percentagePoint', 0],
  百分点: ['percentagePoint', 0],
  米: ['metre', 0],
  千米: ['metre', 3],
  公里: ['metre', 3],
  平方米: ['squareMetre', 0],
  平米: ['squareMetre', 0],
  '㎡': ['squareMetre', 0],
  公顷: ['squareMetre', 4],
  平方公里: ['squareMetre', 6],
  平方千米: ['squareMetre', 6],
  立方米: ['cubicMetre', 0],
  方: ['cubicMetre', 0],
  克: ['gram', 0],
  千克: ['gram', 3],
  公斤: ['gram', 3],
  吨: ['gram', 6],
  微克: ['gram', -6],
  毫克: ['gram', -3],
  瓦: ['watt', 0],
  千瓦: ['watt', 3],
  兆瓦: ['watt', 6],
  瓦时: ['wattHour', 0],
  千瓦时: ['wattHour', 3],
  度: ['wattHour', 3],
  兆瓦时: ['wattHour', 6],
};

/** Different words of the same count. */
const sameCount: Readonly<Record<string, string>> = { 名: '人', 位: '人', 人: '人', 人口: '人' };

function readPlain(word: string): readonly [BaseUnit, number] {
  const measure = measures[word];
  if (measure) return measure;
  for (const [scale, power] of scales) {
    if (!word.startsWith(scale)) continue;
    const [base, own] = readPlain(word.slice(scale.length));
    return [base, power + own];
  }
  return word === '' ? ['none', 0] : [`each:${sameCount[word] ?? word}`, 0];
}

const known = new Map<string, Unit>();
/** Enough for the words of a country's documents; a flood of nonsense units must not fill the memory. */
const KNOWN_LIMIT = 5000;

/** Reads a printed unit; spaces and signs that mean "no unit" (-, —, /) are no unit. */
export function readUnit(printed: string): Unit {
  const have = known.get(printed);
  if (have) return have;
  const unit = computeUnit(printed);
  if (known.size < KNOWN_LIMIT) known.set(printed, unit);
  return unit;
}

function computeUnit(printed: string): Unit {
  const word = printed.replace(/\s+/g, '').replace('％', '%').replace('／', '/');
  if (/^[-—–/]*$/.test(word)) return { base: 'none', power: 0, printed };
  const slash = word.indexOf('/');
  if (slash > 0 && slash < word.length - 1) {
    const [top, topPower] = readPlain(word.slice(0, slash));
    const [bottom, bottomPower] = readPlain(word.slice(slash + 1));
    return { base: `ratio:${top}/${bottom}`, power: topPower - bottomPower, printed };
  }
  const [base, power] = readPlain(word);
  return { base, power, printed };
}

/** True where two printed units count the same thing; 亿元 and 万元 do, % and 个百分点 never. */
export const sameBase = (a: string, b: string): boolean => readUnit(a).base === readUnit(b).base;

/** True for %, which a rate or a share is printed in. */
export const isPercent = (printed: string): boolean => readUnit(printed).base === 'percent';
