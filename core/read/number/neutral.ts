// Which digits are no quantity: numbers of documents and lists, ordinals, names, codes; decided before units are read.
import type { Neutral } from '../structure.ts';
import { readDate } from './date.ts';
import { digitsEnd, isChineseNumeral, isDigit, isHan, isLatin, isSpace, skipSpace } from './numeral.ts';
import { buildTrie, matchAt, matchLength } from './trie.ts';
import { readUnit } from './unit.ts';
import { PERCENT, POINT } from './unit-words.ts';

export interface NeutralFound {
  readonly start: number;
  readonly end: number;
  readonly why: Neutral['why'];
}

const found = (start: number, end: number, why: Neutral['why']): NeutralFound => ({ start, end, why });

const code = (sign: string): number => sign.charCodeAt(0);
const codes = (signs: string): ReadonlySet<number> => new Set([...signs].map(code));

const ORDINAL = code('第');
const TOP = code('前');
const DOT = code('.');
const UNDERSCORE = code('_');
const JOINS = codes('+＋×xX*·•');
const RANGE = codes('-—–－~～至到、');
const OPEN_BRACKET = codes('〔[〕【［');
const OPEN_ROUND = codes('(（');
const CLOSE_ROUND = codes(')）');

/** Signs after which a number that is followed by a point or a mark begins an entry of a list. */
const STARTS_ENTRY = codes('。;；:：!！?？\n\r\t|》”"');

/** Names that a number begins: 104国道, 500强, 12345热线, 2.0版. */
const nameAfter = buildTrie([
  [
    1,
    '国道 省道 县道 乡道 国省道 强 后青年 后人才 热线 便民热线 政务服务便民热线 高速 号 号线 号楼 号文 号令 版 版本 机场 中学 医院 小学 厂 平台 联动 ' +
      '政务服务热线 政府热线 服务热线 急救 报警 产业园 广场 艺术区 创意园 文化园 节气 国集团 国峰会 峰会 展会 计划 工程 行动 战略 目标 体系 模式 机制 方程式 大街 大道 路公交 路 弄 ' +
      '佳 后 型 系 系列产品',
  ],
]);
/** Words of nameAfter that are names only after a bare whole number of three digits and more. */
const longNames = buildTrie([
  [
    1,
    '热线 便民热线 政务服务便民热线 平台 联动 政务服务热线 政府热线 服务热线 急救 报警 计划 工程 行动 战略 目标 体系 模式 机制 产业园 广场',
  ],
]);

const beforeList = buildTrie(
  [
    [1, '附件 附表 附图 附录 专栏 图 表 清单 案例 注 序号 编号 款 例 方案'],
    [
      2,
      '代表 仪表 报表 地图 版图 关注 备注 条款 比例 企图 力图 试图 意图 蓝图 外表 水表 电表 图表 列表 拨款 贷款 存款 条例 病例 罚款',
    ],
  ],
  true,
);

const isWordBefore = (text: string, at: number, floor: number, word: string): boolean =>
  at - word.length >= floor && text.startsWith(word, at - word.length);

/** Letters before digits that are the name of a measure, not of a thing: GDP5.5%. */
const MEASURES = ['GDP', 'CPI', 'PPI', 'R&D', 'PMI', 'AQI', 'EPC', 'GEP', 'FDI'];

function codeBefore(text: string, at: number, floor: number, end: number): NeutralFound | null {
  let i = at - 1;
  if (i >= floor && text.charAt(i) === '{') i--;
  if (i >= floor && text.charCodeAt(i) === UNDERSCORE) i--;
  else if (
    i >= floor &&
    (text.charAt(i) === '-' || text.charAt(i) === '/' || text.charAt(i) === '.') &&
    isLatin(text.charCodeAt(i - 1))
  )
    i--;
  if (i < floor || !isLatin(text.charCodeAt(i))) return null;
  let stop = at;
  while (stop < end) {
    const sign = text.charCodeAt(stop);
    if (
      !isDigit(sign) &&
      !isLatin(sign) &&
      !(sign < 128 && '.-/+&'.includes(text.charAt(stop)) && isPart(text, stop + 1))
    )
      break;
    stop++;
  }
  if (MEASURES.some((name) => isWordBefore(text, i + 1, floor, name))) return null;
  const digits = digitsEnd(text, at, end);
  const kind = readUnit(
    text,
    text.charCodeAt(digits) === DOT ? digitsEnd(text, digits + 1, end) : digits,
    end,
    false,
  ).kind;
  if (kind === PERCENT || kind === POINT) return null;
  return found(at, stop, 'code');
}

const isPart = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) || isLatin(text.charCodeAt(at));

/** 第3, 第1—3名, 第1、第4: the number after 第, with a range or list that goes on. */
function ordinal(text: string, at: number, floor: number, end: number): NeutralFound | null {
  let i = at;
  while (i > floor && isSpace(text.charCodeAt(i - 1))) i--;
  if (i <= floor || text.charCodeAt(i - 1) !== ORDINAL) return null;
  let stop = digitsEnd(text, at, end);
  while (stop < end && RANGE.has(text.charCodeAt(stop)) && isDigit(text.charCodeAt(stop + 1))) {
    stop = digitsEnd(text, stop + 1, end);
  }
  return found(at, stop, 'ordinal');
}

const RANKED = codes('位名强列佳席');

/** 前10位, 前3: the first so many of a ranking; 前5个月 is a period. */
function top(text: string, at: number, floor: number, end: number): NeutralFound | null {
  if (at <= floor || text.charCodeAt(at - 1) !== TOP) return null;
  const to = digitsEnd(text, at, end);
  const next = skipSpace(text, to, end);
  if (text.startsWith('个月', next)) return found(at, next + 2, 'date');
  if (text.startsWith('个季度', next)) return found(at, next + 3, 'date');
  if (text.startsWith('季度', next)) return found(at, next + 2, 'date');
  const sign = text.charCodeAt(next);
  if (RANKED.has(sign)) return found(at, next, 'ordinal');
  if (next >= end || (!isHan(sign) && sign !== 37 && sign !== DOT)) return found(at, to, 'ordinal');
  return null;
}

const placed = [
  '位居',
  '位列',
  '名列',
  '排名',
  '列第',
  '跃居',
  '跃升至',
  '升至',
  '降至',
  '居全',
  '列全',
  '居世',
  '居副',
  '排在',
  '位次',
  '排行',
];

/** 排名第 without 第: 居全国65位. */
function rank(text: string, at: number, floor: number, end: number): NeutralFound | null {
  const to = digitsEnd(text, at, end);
  const next = skipSpace(text, to, end);
  if (text.charAt(next) !== '位' || text.charAt(next + 1) === '数') return null;
  const lead = text.slice(Math.max(floor, at - 12), at);
  const cut = Math.max(
    lead.lastIndexOf(','),
    lead.lastIndexOf('。'),
    lead.lastIndexOf('，'),
    lead.lastIndexOf('、'),
  );
  const near = lead.slice(cut + 1);
  if (!placed.some((word) => near.includes(word))) return null;
  if (/(提升|前移|上升|下降|后移|提高|前进)$/.test(near)) return null;
  return found(at, to, 'ordinal');
}

/** 〔2024〕16号 with or without its closing sign: from the year to 号. */
function documentNumber(text: string, at: number, floor: number, end: number): NeutralFound | null {
  if (at <= floor) return null;
  const opened = OPEN_BRACKET.has(text.charCodeAt(at - 1));
  const inRound = OPEN_ROUND.has(text.charCodeAt(at - 1));
  if (!opened && !inRound) return null;
  let i = digitsEnd(text, at, end);
  if (inRound && i - at !== 4) return null;
  let steps = 0;
  while (i < end && steps++ < 16) {
    const sign = text.charAt(i);
    if (sign === '号') return found(at, i + 1, 'documentNumber');
    if (!isDigit(text.charCodeAt(i)) && !'〕]】］)）第 \n-—、,'.includes(sign)) break;
    i++;
  }
  return opened ? found(at, digitsEnd(text, at, end), 'documentNumber') : null;
}

/** 1. / 1、 / 1) / (1) where an entry of a list begins; 附件1, 表2. */
function listNumber(text: string, at: number, floor: number, end: number): NeutralFound | null {
  const to = digitsEnd(text, at, end);
  if (to - at > 3) return null;
  const next = text.charCodeAt(to);
  let i = at;
  while (i > floor && text.charCodeAt(i - 1) === 32) i--;
  const starts = i <= floor || STARTS_ENTRY.has(text.charCodeAt(i - 1)) || text.startsWith('**', i - 2);
  if (starts) {
    if ((next === DOT || next === 0xff0e) && !isDigit(text.charCodeAt(to + 1)))
      return found(at, to + 1, 'listNumber');
    if (next === 0x3001 && !isDigit(text.charCodeAt(to + 1))) return found(at, to + 1, 'listNumber');
    if (CLOSE_ROUND.has(next)) return found(at, to + 1, 'listNumber');
    if (next === DOT && to - at <= 2) {
      const section = sectionEnd(text, to, end);
      if (section > 0) return found(at, section, 'listNumber');
    }
  }
  if (
    i > floor &&
    OPEN_ROUND.has(text.charCodeAt(i - 1)) &&
    CLOSE_ROUND.has(next) &&
    !isDigit(text.charCodeAt(i - 2))
  )
    return found(at, to, 'listNumber');
  const word = matchAt(beforeList, text, i, floor);
  if (word >> 6 === 1 && next !== 37 && next !== DOT && readUnit(text, to, end, false).text === '')
    return found(at, to, 'listNumber');
  return null;
}

/** 1.2.3 or 2.1 before a word: the number of a section. */
function sectionEnd(text: string, at: number, end: number): number {
  let i = at;
  let parts = 0;
  while (text.charCodeAt(i) === DOT && isDigit(text.charCodeAt(i + 1))) {
    i = digitsEnd(text, i + 1, end);
    parts++;
  }
  return parts >= 2 && i < end && text.charCodeAt(i) !== 37 ? i : -1;
}

/** 8+4, 3+N, 1+7+122, 7×24, 3·15: figures that a sign joins into a name. */
function joined(text: string, at: number, floor: number, end: number): NeutralFound | null {
  const to = digitsEnd(text, at, end);
  const before = at > floor ? text.charCodeAt(at - 1) : 0;
  const after = to < end ? text.charCodeAt(to) : 0;
  const forwards =
    JOINS.has(after) &&
    (isPart(text, to + 1) || isChineseNumeral(text.charCodeAt(to + 1)) || isHan(text.charCodeAt(to + 1)));
  const backwards = JOINS.has(before) && (isPart(text, at - 2) || isHan(text.charCodeAt(at - 2)));
  if (!forwards && !backwards) return null;
  if (isLatin(after) && !isDigit(text.charCodeAt(to + 1))) return null;
  let stop = to;
  while (stop < end && (isPart(text, stop) || JOINS.has(text.charCodeAt(stop)))) stop++;
  if (text.startsWith('小时', stop)) stop += 2;
  return found(at, stop, 'name');
}

const LEVEL = codes('级类标星');

/** 4A级, 5G, 3D, 415X: digits with a letter that is no unit. */
function lettered(text: string, to: number, at: number, end: number): NeutralFound | null {
  if (!isLatin(text.charCodeAt(to)) || to >= end) return null;
  const unit = readUnit(text, to, end, false);
  if (unit.text !== '' && !(text.charAt(to) === 'A')) return null;
  let stop = to;
  while (stop < end && isPart(text, stop)) stop++;
  if (LEVEL.has(text.charCodeAt(stop))) stop++;
  return found(at, stop, 'name');
}

function named(text: string, to: number, at: number, end: number, decimal: boolean): NeutralFound | null {
  const next = skipSpace(text, to, end);
  const match = matchAt(nameAfter, text, next, Math.min(end, next + 9));
  if (match === 0) return null;
  const length = matchLength(match);
  if (decimal) return text.startsWith('版', next) ? found(at, next + length, 'name') : null;
  if (matchLength(matchAt(longNames, text, next, Math.min(end, next + 9))) === length && to - at < 3)
    return null;
  const word = text.slice(next, next + length);
  if (word === '后' && (to - at !== 2 || Number(text.slice(at, to)) % 5 !== 0)) return null;
  if (word === '系' || word === '型' || word === '路')
    return isHan(text.charCodeAt(next + length)) ? null : found(at, to, 'name');
  return found(at, next + (word.length > 2 ? 0 : length), 'name');
}

/** 15分钟…圈, 1小时交通圈: a distance in time that names a circle. */
function circle(text: string, at: number, to: number, end: number): NeutralFound | null {
  const next = skipSpace(text, to, end);
  if (!text.startsWith('分钟', next) && !text.startsWith('小时', next)) return null;
  for (let i = next + 2; i < Math.min(end, next + 14); i++) {
    const sign = text.charAt(i);
    if (sign === '圈') return found(at, next + 2, 'name');
    if (',，。;；、:”"'.includes(sign)) return null;
  }
  return null;
}

const ROUND_THE_CLOCK = [
  '小时值',
  '小时三',
  '小时服',
  '小时不',
  '小时应',
  '小时在',
  '小时专',
  '小时全',
  '小时热',
  '小时营',
  '小时自',
  '小时联',
  '小时监',
  '小时待',
  '小时便',
  '小时无',
  '小时开',
  '小时动',
  '小时巡',
  '小时看',
  '小时轮',
  '小时接',
  '小时响',
  '小时守',
  '小时保',
];

function roundTheClock(text: string, at: number, to: number, end: number): NeutralFound | null {
  if (to - at !== 2 || !text.startsWith('24', at)) return null;
  const next = skipSpace(text, to, end);
  return next < end && ROUND_THE_CLOCK.includes(text.slice(next, next + 3))
    ? found(at, next + 2, 'time')
    : null;
}

/** The neutral that begins with the digits at `at`, or null where they may be a quantity. Quotes are settled by the caller. */
export function readNeutral(text: string, at: number, floor: number, end: number): NeutralFound | null {
  const to = digitsEnd(text, at, end);
  const previous = at > floor ? text.charCodeAt(at - 1) : 0;
  const before =
    codeBefore(text, at, floor, end) ??
    ordinal(text, at, floor, end) ??
    documentNumber(text, at, floor, end) ??
    top(text, at, floor, end);
  if (before) return before;
  if (previous === DOT && isDigit(text.charCodeAt(at - 2))) return found(at, to, 'code');
  const date = readDate(text, at, end);
  if (date) return found(at, date.end, date.why);
  const list = listNumber(text, at, floor, end) ?? joined(text, at, floor, end);
  if (list) return list;
  const decimal = text.charCodeAt(to) === DOT && isDigit(text.charCodeAt(to + 1));
  const numberEnd = decimal ? digitsEnd(text, to + 1, end) : to;
  if (decimal && text.charCodeAt(numberEnd) === DOT && isDigit(text.charCodeAt(numberEnd + 1))) {
    let stop = numberEnd;
    while (text.charCodeAt(stop) === DOT && isDigit(text.charCodeAt(stop + 1)))
      stop = digitsEnd(text, stop + 1, end);
    return found(at, stop, 'code');
  }
  return (
    lettered(text, numberEnd, at, end) ??
    named(text, numberEnd, at, end, decimal) ??
    rank(text, at, floor, end) ??
    circle(text, at, to, end) ??
    roundTheClock(text, at, to, end) ??
    bareCode(text, at, to, end)
  );
}

const SERVICE = new Set([
  '12345',
  '12315',
  '12328',
  '12333',
  '12349',
  '12356',
  '12369',
  '12388',
  '12393',
  '12395',
  '95598',
  '96345',
  '96340',
  '12389',
  '12380',
  '12317',
  '12331',
  '12350',
  '12355',
  '12365',
  '12377',
  '12381',
]);

/** Telephone numbers, leading zeros, customs modes: whole numbers without a unit that count nothing. */
function bareCode(text: string, at: number, to: number, end: number): NeutralFound | null {
  const length = to - at;
  if (text.charCodeAt(to) === DOT && isDigit(text.charCodeAt(to + 1))) return null;
  if (length >= 3 && text.charAt(at) === '0') return found(at, to, 'code');
  if (length === 5 && SERVICE.has(text.slice(at, to)) && readUnit(text, to, end, false).text === '')
    return found(at, to, 'name');
  if (length >= 7 && text.charCodeAt(to) !== 44 && readUnit(text, to, end, false).text === '')
    return found(at, to, 'code');
  return null;
}
