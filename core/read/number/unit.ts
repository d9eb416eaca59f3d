// Which unit follows a number: scale, hedge (余, 多), word, compound (元/人, 套(间)), or the noun that stands there.
import { isChineseNumeral, isDigit, isHan, isLatin, isSpace, skipSpace } from './numeral.ts';
import { matchAt, matchKind, matchLength } from './trie.ts';
import { COUNT, MEASURE, NOUN, scaleTrie, TIME, unitTrie } from './unit-words.ts';

export interface Unit {
  /** End of the printed unit; the place of the search where there is none. */
  readonly end: number;
  /** As printed without inner spaces and hedges: 亿元 of 余亿元. */
  readonly text: string;
  readonly scale: string;
  readonly kind: number;
  /** 余, 多: somewhat more than the number says. */
  readonly hedged: boolean;
}

const none = (at: number): Unit => ({ end: at, text: '', scale: '', kind: 0, hedged: false });

const code = (sign: string): number => sign.charCodeAt(0);
const codes = (signs: string): ReadonlySet<number> => new Set([...signs].map(code));

const HEDGES = codes('余多来');
const SLASH = code('/');
const MIDDLE_DOT = code('·');
const OPEN = code('(');
const OPEN_ROUND = codes('(（');
const CLOSE_ROUND = codes(')）');

/** Signs that cannot begin a noun that serves as unit: particles, conjunctions, prepositions, comparators. */
const NO_NOUN = codes(
  '的和与及或且并而但至到从由在为是有以之其等约近超达左上下内外中间前后时起止均各共该此第每较比同不未已将应可能被把向对给按含不仅也又再还都就则若如于自因经增减升降扩缩调提',
);
/** Verbs and adverbs that begin what comes after a complete number. */
const NO_NOUN_WORDS = [
  '增长',
  '下降',
  '提高',
  '实现',
  '完成',
  '新增',
  '建成',
  '开工',
  '推进',
  '连续',
  '同比',
  '环比',
  '其中',
  '总数',
  '居全',
  '位居',
  '位列',
  '左右',
  '以上',
  '以下',
  '以内',
  '全部',
  '主要',
  '预计',
  '力争',
  '争取',
  '确保',
  '投入',
  '用于',
];

/** Words that begin like a unit but are none: 级 of 3级以上 is one, 期 of 2期工程 is part of a name. */
const NAME_UNITS = codes(
  '级期区线路星环楼园厂院店馆校室市州省代世群国县乡村镇企机网库圈流声手街标链端味具炉招式字句词屋岗员族房厅行点',
);
const EDGE = codes(',，。;；、:：!！?？)）]】”"’》〉|\n\t');

const isEdge = (text: string, at: number, end: number): boolean => {
  if (at >= end) return true;
  const sign = text.charCodeAt(at);
  return EDGE.has(sign) || isSpace(sign);
};

const suffixTwo = new Set(['以上', '以下', '以内', '之内', '左右', '上下', '及以', '或以', '之间', '(含']);

/** True where a comparator or the end of the clause follows: nothing more belongs to the unit. */
export const closes = (text: string, at: number, end: number): boolean =>
  isEdge(text, at, end) || suffixTwo.has(text.slice(at, at + 2));

/** 元/人, 微克/立方米, 件/万人, 元/(人·年). */
function compoundEnd(text: string, at: number, end: number): number {
  let i = at;
  for (let round = 0; round < 3; round++) {
    const sign = text.charCodeAt(i);
    if (sign !== SLASH && sign !== MIDDLE_DOT) return i;
    let j = i + 1;
    if (text.charCodeAt(j) === OPEN) {
      const close = text.indexOf(')', j);
      if (close > j && close - j <= 8) {
        i = close + 1;
        continue;
      }
      return i;
    }
    while (j < end && j - i < 5 && isDigit(text.charCodeAt(j))) j++;
    const scale = matchLength(matchAt(scaleTrie, text, j, end));
    const word = matchLength(matchAt(unitTrie, text, j + scale, Math.min(end, j + scale + 10)));
    const plain = matchLength(matchAt(unitTrie, text, j, Math.min(end, j + 10)));
    const taken = Math.max(plain, word > 0 ? scale + word : scale);
    if (taken === 0) {
      let noun = j;
      while (
        noun < end &&
        noun - j < 3 &&
        isHan(text.charCodeAt(noun)) &&
        !NO_NOUN.has(text.charCodeAt(noun))
      )
        noun++;
      if (noun === j) return i;
      i = noun;
      continue;
    }
    i = j + taken;
  }
  return i;
}

/** 套(间), 家(所): a second classifier in brackets. */
function bracketEnd(text: string, at: number, end: number): number {
  if (!OPEN_ROUND.has(text.charCodeAt(at)) || at + 3 > end) return at;
  const close = CLOSE_ROUND.has(text.charCodeAt(at + 2))
    ? at + 2
    : CLOSE_ROUND.has(text.charCodeAt(at + 3))
      ? at + 3
      : -1;
  if (close < 0) return at;
  const match = matchAt(unitTrie, text, at + 1, close);
  const whole =
    matchLength(match) === close - at - 1 && (matchKind(match) === COUNT || matchKind(match) === TIME);
  return whole ? close + 1 : at;
}

/** The noun after the number where no word of the list stands: 10方面, 3羽; the rule that keeps the vocabulary open. */
function nounEnd(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && i - at < 5) {
    const sign = text.charCodeAt(i);
    if (!isHan(sign) || isChineseNumeral(sign)) break;
    if (NO_NOUN.has(sign) || NO_NOUN_WORDS.includes(text.slice(i, i + 2))) break;
    i++;
  }
  const length = i - at;
  if (length === 0) return at;
  if (length <= 2) return i;
  return at + 1;
}

const isLatinWord = (text: string, at: number, length: number): boolean =>
  isLatin(text.charCodeAt(at + length - 1)) && isLatin(text.charCodeAt(at + length));

/** A match that only looks like a unit: Latin letters that go on, 4G, 3级公路. */
function refused(text: string, at: number, length: number, kind: number, end: number): boolean {
  if (isLatinWord(text, at, length)) return true;
  if (kind !== COUNT || length !== 1 || !NAME_UNITS.has(text.charCodeAt(at))) return false;
  return !closes(text, at + 1, end);
}

function word(text: string, at: number, end: number): number {
  const match = matchAt(unitTrie, text, at, Math.min(end, at + 12));
  if (match === 0) return 0;
  return refused(text, at, matchLength(match), matchKind(match), end) ? 0 : match;
}

/** Scale and hedges before the unit word; `first` is where the printed unit text begins. */
function readScale(text: string, at: number, end: number): { end: number; scale: string; hedged: boolean } {
  let i = at;
  let hedged = false;
  if (HEDGES.has(text.charCodeAt(i))) {
    hedged = true;
    i++;
  }
  const from = i;
  const length = matchLength(matchAt(scaleTrie, text, i, end));
  i += length;
  if (HEDGES.has(text.charCodeAt(i))) {
    hedged = true;
    i++;
    if (length > 0) {
      const more = matchLength(matchAt(scaleTrie, text, i, end));
      if (more > 0)
        return { end: i + more, scale: text.slice(from, from + length) + text.slice(i, i + more), hedged };
    }
  }
  return { end: i, scale: text.slice(from, from + length), hedged };
}

/** The unit at `at`, spaces before it skipped. `open` lets an unknown noun be the unit. */
export function readUnit(text: string, at: number, end: number, open: boolean): Unit {
  const from = skipSpace(text, at, end);
  if (from >= end) return none(at);
  if (from - at > 1 && !isHan(text.charCodeAt(from)) && text.charCodeAt(from) !== 37) return none(at);
  let match = word(text, from, end);
  let scaled = { end: from, scale: '', hedged: false };
  if (match === 0 || matchLength(match) === 1) {
    const more = readScale(text, from, end);
    if (more.end > from) {
      scaled = more;
      match = word(text, skipSpace(text, more.end, end), end);
    }
  }
  const start = match === 0 ? scaled.end : skipSpace(text, scaled.end, end);
  if (match === 0) return withoutWord(text, from, scaled, end, open);
  let stop = start + matchLength(match);
  const base = text.slice(start, stop);
  const compound = compoundEnd(text, stop, end);
  const bracket = bracketEnd(text, compound, end);
  const tail = text.slice(stop, bracket).replace('（', '(').replace('）', ')');
  stop = bracket;
  return {
    end: stop,
    text: scaled.scale + base + tail,
    scale: scaled.scale,
    kind: matchKind(match),
    hedged: scaled.hedged,
  };
}

function withoutWord(
  text: string,
  from: number,
  scaled: { end: number; scale: string; hedged: boolean },
  end: number,
  open: boolean,
): Unit {
  if (scaled.scale !== '')
    return { end: scaled.end, text: scaled.scale, scale: scaled.scale, kind: COUNT, hedged: scaled.hedged };
  if (!open) return none(from);
  const stop = nounEnd(text, scaled.end, end);
  if (stop === scaled.end) return none(from);
  return { end: stop, text: text.slice(scaled.end, stop), scale: '', kind: NOUN, hedged: scaled.hedged };
}

/** Units of length and time, after which 内 is a comparator (3年内, 500米内). */
export const takesWithin = (kind: number): boolean => kind === TIME || kind === MEASURE;
