// What a unit measures, as far as it tells a promise from a qualification: 35岁以下, 10亿元以上项目, 3年行动.
import { codeAt } from '../../number/sign-set.ts';

export type UnitClass = 'percent' | 'money' | 'measure' | 'time' | 'age' | 'people' | 'count' | 'none';

const scale = /^(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|余|多|\s)+(?=.)/;
const classes: readonly (readonly [UnitClass, RegExp])[] = [
  ['none', /^(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)$/],
  ['percent', /^(?:%|‰|个?百分点|个基点|个千分点)$/],
  ['money', /^(?:人民币)?(?:美|欧|港|日|澳|新|韩)?元(?:人民币)?$|^(?:英镑|欧元|港币|分|角|分钱)$/],
  ['age', /^周?岁$/],
  [
    'time',
    /^(?:年|个?月|个?季度|个?工作日|个?自然日|日|天|个?小时|分钟|秒钟?|毫秒|个?星期|周|周年|学年|个学时|学时|课时|个年头|届|世纪|刻钟)$/,
  ],
  ['people', /^(?:人|户|人口|户家庭|名员工)$/],
  [
    'measure',
    /(?:平方|立方|亩|公顷|公里|千米|米|吨|公斤|千克|克|斤|千瓦|兆瓦|瓦|度|升|伏|焦|千卡|标煤|[A-Za-z]{1,5}|\/.+)$/,
  ],
];

function classify(unit: string): UnitClass {
  if (unit === '') return 'none';
  const bare = unit.replace(scale, '');
  for (const [name, pattern] of classes) if (pattern.test(bare) || pattern.test(unit)) return name;
  return 'count';
}

const known = new Map<string, UnitClass>();

function lookUp(unit: string): UnitClass {
  const seen = known.get(unit);
  if (seen) return seen;
  const found = classify(unit);
  if (known.size < 2000) known.set(unit, found);
  return found;
}

/** The last units that were looked up, each at the place that its signs give: the same few stand in every sentence. */
const PLACES = 1024;
const units: string[] = Array.from({ length: PLACES }, () => '');
const kinds: UnitClass[] = Array.from({ length: PLACES }, (): UnitClass => 'none');

/** Class of a printed unit, its scale left out of account (万元 is money). */
export function unitClass(unit: string): UnitClass {
  const { length } = unit;
  const place = (codeAt(unit, 0) * 31 + codeAt(unit, length - 1) * 7 + length) & (PLACES - 1);
  if (units[place] === unit) return kinds[place] ?? 'none';
  const kind = lookUp(unit);
  units[place] = unit;
  kinds[place] = kind;
  return kind;
}
