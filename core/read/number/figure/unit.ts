// Which unit follows a number: scale, hedge (余, 多), word, compound (元/人, 套(间)), or the noun that stands there.
import { codeAt, isIn, signSet } from '../sign-set.ts';
import { matchAt, matchKind, matchLength } from '../trie.ts';
import { isHan, isLatin, isSpace, skipSpace } from './numeral.ts';
import { sharedWord } from './shared-word.ts';
import { bracketEnd, compoundEnd, nounEnd } from './unit-tail.ts';
import { COUNT, MEASURE, MONEY, NOUN, PERCENT, scaleTrie, TIME, unitTrie } from './unit-words.ts';

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

export const noUnit = (at: number): Unit => ({ end: at, text: '', scale: '', kind: 0, hedged: false });

/** Words that begin like a unit but are part of a name unless the clause ends after them: 3级公路, 2期工程. */
const nameUnits = signSet(
  '级期区线路星环楼园厂院店馆校室市州省代世群国县乡村镇企机网库圈流声手街标链端味具炉招式字句词屋岗员族房厅行点',
);
const hedges = signSet('余多来');
const edges = signSet(',，。;；、:：!！?？)）]】”"’》〉|\n\t 　');
const suffixStarts = signSet('以之左上及或(');
const suffixes = new Set(['以上', '以下', '以内', '之内', '左右', '上下', '及以', '或以', '之间', '(含']);

/** True where a comparator or the end of the clause follows: nothing more belongs to the unit. */
export function closes(text: string, at: number, end: number): boolean {
  if (at >= end) return true;
  const sign = codeAt(text, at);
  return isIn(edges, sign) || (isIn(suffixStarts, sign) && suffixes.has(text.slice(at, at + 2)));
}

/** A match that only looks like a unit: Latin letters that go on (4G), 3级公路. */
function isRefused(text: string, at: number, length: number, kind: number, end: number): boolean {
  if (isLatin(codeAt(text, at + length - 1)) && isLatin(codeAt(text, at + length))) return true;
  if (kind !== COUNT || length !== 1 || !isIn(nameUnits, codeAt(text, at))) return false;
  return !closes(text, at + 1, end);
}

/** The unit word at `at` as a match of the trie, or 0. */
function unitWord(text: string, at: number, end: number): number {
  const match = matchAt(unitTrie, text, at, Math.min(end, at + 12));
  return match !== 0 && isRefused(text, at, matchLength(match), matchKind(match), end) ? 0 : match;
}

const PER_CENT = 37;
const SLASH = 47;

interface Scaled {
  readonly end: number;
  readonly scale: string;
  readonly hedged: boolean;
}

/** Scale and hedges before the unit word: 余亿, 万余, 多万. */
function readScale(text: string, at: number, end: number): Scaled {
  const early = isIn(hedges, codeAt(text, at));
  const from = early ? at + 1 : at;
  const length = matchLength(matchAt(scaleTrie, text, from, end));
  const scale = length === 0 ? '' : sharedWord(text, from, from + length);
  let i = from + length;
  const late = length > 0 && isIn(hedges, codeAt(text, i));
  if (!late) return { end: i, scale, hedged: early };
  i++;
  const more = matchLength(matchAt(scaleTrie, text, i, end));
  return { end: i + more, scale: scale + text.slice(i, i + more), hedged: true };
}

/** The unit at `at`, spaces before it skipped. `open` lets an unknown noun be the unit. */
export function readUnit(text: string, at: number, end: number, open: boolean): Unit {
  let from = at;
  let next = codeAt(text, from);
  if (isSpace(next)) {
    from = skipSpace(text, at, end);
    next = codeAt(text, from);
    if (from - at > 1 && !isHan(next) && next !== PER_CENT) return noUnit(at);
  }
  if (from >= end) return noUnit(at);
  if (next === PER_CENT) return { end: from + 1, text: '%', scale: '', kind: PERCENT, hedged: false };
  if (next === SLASH) return perUnit(text, from, end);
  const plain = unitWord(text, from, end);
  if (plain !== 0) return withWord(text, from, '', false, plain, end);
  const scaled = readScale(text, from, end);
  const start = scaled.end > from ? skipSpace(text, scaled.end, end) : from;
  const match = scaled.end > from ? unitWord(text, start, end) : 0;
  return match === 0
    ? withoutWord(text, from, scaled, end, open)
    : withWord(text, start, scaled.scale, scaled.hedged, match, end);
}

/** 6.5/10万, 4.78/千人: a rate of which only the base is printed. */
function perUnit(text: string, at: number, end: number): Unit {
  const stop = compoundEnd(text, at, end);
  return stop === at
    ? noUnit(at)
    : { end: stop, text: text.slice(at, stop), scale: '', kind: MEASURE, hedged: false };
}

const plainBrackets = (unit: string): string => unit.replace('（', '(').replace('）', ')');

/** The unit whose word is the match at `start`. */
function withWord(
  text: string,
  start: number,
  scale: string,
  hedged: boolean,
  match: number,
  end: number,
): Unit {
  const stop = start + matchLength(match);
  const tail = bracketEnd(text, compoundEnd(text, stop, end), end);
  const before = start - scale.length;
  const whole = text.startsWith(scale, before);
  const word = sharedWord(text, whole ? before : start, tail);
  const plain = tail === stop ? word : plainBrackets(word);
  return {
    end: tail,
    text: whole ? plain : scale + plain,
    scale,
    kind: matchKind(match),
    hedged,
  };
}

function withoutWord(text: string, from: number, scaled: Scaled, end: number, open: boolean): Unit {
  if (scaled.scale !== '')
    return { end: scaled.end, text: scaled.scale, scale: scaled.scale, kind: COUNT, hedged: scaled.hedged };
  if (!open) return noUnit(from);
  const stop = nounEnd(text, scaled.end, end);
  if (stop === scaled.end) return noUnit(from);
  const tail = bracketEnd(text, stop, end);
  return {
    end: tail,
    text: plainBrackets(text.slice(scaled.end, tail)),
    scale: '',
    kind: NOUN,
    hedged: scaled.hedged,
  };
}

/** Units of length and time, after which 内 is a comparator (3年内, 500米内). */
export const takesWithin = (kind: number): boolean => kind === TIME || kind === MEASURE;

/** Units in which a single Chinese numeral is already a figure (五亩, 两亿元). */
export const isMeasuring = (kind: number): boolean => kind === MONEY || kind === MEASURE;
