// How a unit goes on: compounds (元/人, 微克/立方米, 套(间)), and the noun that is the unit where no known word stands.
import { codeAt, isIn, signSet } from '../sign-set.ts';
import { matchAt, matchKind, matchLength } from '../trie.ts';
import { digitsEnd, isChineseNumeral, isDigit, isHan, isLatin } from './numeral.ts';
import { COUNT, scaleTrie, TIME, unitTrie } from './unit-words.ts';

const SLASH = 47;
const MIDDLE_DOT = 0xb7;
const OPEN = 40;

/** Signs that cannot begin a noun that serves as unit: particles, conjunctions, prepositions, comparators, verbs of change. */
const noNoun = signSet(
  '的和与及或且并而但至到从由在为是有以之其等约近超达左上下内外中间前后时起止均各共该此第每较比同不未已将应可能被把向对给按含仅也又再还都就则若如于自因经增减升降扩缩调提',
);

/** Verbs and adverbs that begin what comes after a complete number. */
const noNounWords = new Set(
  (
    '实现 完成 新增 建成 开工 推进 连续 环比 总数 居全 位居 位列 全部 主要 预计 力争 争取 确保 投入 用于 ' +
    '建设 加快 支持 推动 发展 成为 获评 入选 累计 平均 占全 稳居 排名 跃居 创历 创新 保持'
  ).split(' '),
);

/** One part of a compound after / or ·: digits, scale and word (万人, 100克), or up to three signs of a noun. */
function partEnd(text: string, at: number, end: number): number {
  const from = digitsEnd(text, at, Math.min(end, at + 4));
  const limit = Math.min(end, from + 10);
  const scale = matchLength(matchAt(scaleTrie, text, from, limit));
  const word = matchLength(matchAt(unitTrie, text, from + scale, limit));
  const plain = matchLength(matchAt(unitTrie, text, from, limit));
  const taken = Math.max(plain, scale + word);
  if (taken > 0) return from + taken;
  let i = from;
  while (i < end && i - from < 3 && isHan(text.charCodeAt(i)) && !isIn(noNoun, text.charCodeAt(i))) i++;
  return i === from ? at : i;
}

/** 元/人, 微克/立方米, 件/万人, 元/(人·年): the end of the compound, or `at`. */
export function compoundEnd(text: string, at: number, end: number): number {
  let i = at;
  for (let round = 0; round < 3; round++) {
    const sign = codeAt(text, i);
    if (sign !== SLASH && sign !== MIDDLE_DOT) return i;
    if (codeAt(text, i + 1) === OPEN) {
      const close = text.slice(i + 2, Math.min(end, i + 10)).indexOf(')');
      return close > 0 ? i + close + 3 : i;
    }
    // 200MW/400MWh is two figures, 元/100克 is one unit.
    if (isLatin(codeAt(text, i - 1)) && isDigit(codeAt(text, i + 1))) return i;
    const part = partEnd(text, i + 1, end);
    if (part === i + 1) return i;
    i = part;
  }
  return i;
}

/** 套(间), 家(所): a second classifier in brackets. */
export function bracketEnd(text: string, at: number, end: number): number {
  const open = codeAt(text, at);
  if ((open !== OPEN && open !== 0xff08) || at + 3 > end) return at;
  const close = ')）'.includes(text.charAt(at + 2)) ? at + 2 : at + 3;
  if (close >= end || !')）'.includes(text.charAt(close))) return at;
  const match = matchAt(unitTrie, text, at + 1, close);
  const kind = matchKind(match);
  return matchLength(match) === close - at - 1 && (kind === COUNT || kind === TIME) ? close + 1 : at;
}

/**
 * The noun after a number where no word of the list stands: 10方面, 3羽. This rule keeps the vocabulary open. A noun of
 * one or two signs before the end of the clause is the unit; of a longer one the first sign is taken for a classifier.
 */
export function nounEnd(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && i - at < 5) {
    const sign = codeAt(text, i);
    if (!isHan(sign) || isChineseNumeral(sign) || isIn(noNoun, sign)) break;
    if (noNounWords.has(text.slice(i, i + 2))) break;
    i++;
  }
  return i - at <= 2 ? i : at + 1;
}
