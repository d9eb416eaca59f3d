// When two printed names are one series: 经济增长 and 地区生产总值增速, 面上投资 and 固定资产投资.

/**
 * Names that plan documents use for one series. General vocabulary of economic reports, not of one city:
 * the first name is the one of the statistical yearbook.
 */
const sameSeriesNames: readonly (readonly string[])[] = [
  [
    '地区生产总值',
    '生产总值',
    '国内生产总值',
    'GDP',
    '经济',
    '经济总量',
    '全市生产总值',
    '全区生产总值',
    '全县生产总值',
  ],
  [
    '固定资产投资',
    '面上投资',
    '面上',
    '投资',
    '全部投资',
    '整体投资',
    '全社会固定资产投资',
    '固投',
    '总投资',
  ],
  ['一般公共预算收入', '财政收入', '地方财政收入', '地方一般公共预算收入'],
  ['规上工业增加值', '规模以上工业增加值', '规上工业', '规模以上工业', '工业'],
  ['社会消费品零售总额', '社零', '社消零', '社零总额', '消费'],
  ['居民消费价格', '居民消费价格指数', 'CPI', '物价', '居民消费价格总水平'],
  ['居民人均可支配收入', '居民收入', '全体居民人均可支配收入', '全市居民人均可支配收入', '全体居民收入'],
  ['城镇居民人均可支配收入', '城镇居民收入', '城镇常住居民人均可支配收入', '城镇', '城镇收入'],
  ['农村居民人均可支配收入', '农村居民收入', '农村常住居民人均可支配收入', '农民收入', '农村'],
  ['货物贸易出口额', '出口', '出口总额', '外贸出口', '货物出口'],
];

const canonical = new Map(
  sameSeriesNames.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)),
);

/** Brackets, spaces, quotes and a closing 增速 or 增长 are not part of a series' name. */
export function bareSeriesName(printed: string): string {
  return printed
    .replace(/[\s“”"'‘’《》*]/g, '')
    .replace(/[(\uFF08][^()\uFF08\uFF09]*[)\uFF09]/g, '')
    .replace(/^(?:全市|全区|全县|全省|我市|本市|本地区|同期|当年|年均)(?=.{2})/, '')
    .replace(/(?:实现)?(?:同比)?(?:增长率|增长速度|增速|增长|增幅|涨幅|速度)(?:水平|基本|保持)?$/, '');
}

const keys = new Map<string, string>();
const KEYS_LIMIT = 20_000;

/** One key for every printing of a series. */
export function seriesKey(printed: string): string {
  const known = keys.get(printed);
  if (known !== undefined) return known;
  if (keys.size >= KEYS_LIMIT) keys.clear();
  const key = computeKey(printed);
  keys.set(printed, key);
  return key;
}

function computeKey(printed: string): string {
  const bare = bareSeriesName(printed);
  const name = bare === '' ? printed.replace(/\s/g, '') : bare;
  return canonical.get(name) ?? name;
}

export const sameSeries = (a: string, b: string): boolean => seriesKey(a) === seriesKey(b);

/** Every printed name of the series, the key first: what to look for in running text. */
export function namesOfSeries(printed: string): readonly string[] {
  const key = seriesKey(printed);
  return sameSeriesNames.find((names) => names[0] === key) ?? [key];
}
