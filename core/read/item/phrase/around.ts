// What stands around a number: words to take off before it, the object after it, the signs that make a list.
import { codeAt, holdsAny, holdsIn, isIn, signSet } from '../../number/sign-set.ts';
import { matchAt, matchKind, matchLength } from '../../number/trie.ts';
import type { Mention } from '../../structure.ts';
import { headOf, tailOf } from './qualifier.ts';
import { tidy } from './subject.ts';
import { unitClass } from './unit-class.ts';
import {
  beforeNumber,
  CHANGE,
  clauseLead,
  EACH,
  genericCore,
  RESPECTIVELY,
  scopeWord,
  verbBefore,
  WHOLE,
} from './words.ts';

/** Space, tab, line end or the wide space. */
export const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0x3000;
const listSigns = signSet('、和及与,，以并且其中:：∶ ');
const joiningSigns = signSet('、和及与');

/** Skips separators, then words that open a clause without being part of the metric. */
export function skipLead(text: string, from: number, to: number, only?: number): number {
  let at = from;
  for (;;) {
    while (at < to && isSpace(codeAt(text, at))) at += 1;
    const match = matchAt(clauseLead, text, at, to);
    if (match === 0 || (only !== undefined && matchKind(match) !== only)) return skipYear(text, at, to);
    at += matchLength(match);
  }
}

const yearLead = /^(?:到|至)?20\d\d\s*年(?:底前?|末|度)?[,，]?/;
function skipYear(text: string, at: number, to: number): number {
  const code = codeAt(text, at);
  if (code !== 0x32 && code !== 0x5230 && code !== 0x81f3) return at;
  const match = yearLead.exec(text.slice(at, Math.min(to, at + 10)));
  return match ? skipLead(text, at + match[0].length, to) : at;
}

export interface Stripped {
  /** End of what is left of the words before the number. */
  readonly end: number;
  readonly change: boolean;
  readonly respectively: boolean;
  readonly each: boolean;
}

/** Takes 达到, 增长, 分别, 力争 off the end of the words before a number. */
export function stripBefore(text: string, left: number, head: number): Stripped {
  let end = head;
  let change = false;
  let respectively = false;
  let each = false;
  for (;;) {
    while (end > left && isSpace(codeAt(text, end - 1))) end -= 1;
    const match = matchAt(beforeNumber, text, end, left);
    const kind = matchKind(match);
    if (match === 0 || kind === WHOLE) return { end, change, respectively, each };
    change ||= kind === CHANGE;
    respectively ||= kind === RESPECTIVELY;
    each ||= kind === EACH;
    end -= matchLength(match);
  }
}

/** indexOf that stops at `to` instead of running to the end of the document. */
export function indexIn(text: string, word: string, from: number, to: number): number {
  const first = word.charCodeAt(0);
  const last = to - word.length;
  for (let i = from; i <= last; i += 1) if (codeAt(text, i) === first && text.startsWith(word, i)) return i;
  return -1;
}

/** Length of the verb that ends the words l..r, 0 for none. */
export const verbAtEnd = (text: string, l: number, r: number): number =>
  matchLength(matchAt(verbBefore, text, r, l));

const rounds = signSet('轮批期次');

/** Length of 第二轮 or 首批 at the end of the words before a number: it stands between a verb and its object. */
export function roundAtEnd(text: string, l: number, r: number): number {
  if (!isIn(rounds, codeAt(text, r - 1))) return 0;
  return (
    /(?:第[一二三四五六七八九十\d]+|首|新一|两|这)[轮批期次]$/.exec(text.slice(Math.max(l, r - 6), r))?.[0]
      .length ?? 0
  );
}

/** 完成年度计划的105%, 为年度目标的98%: a share of a plan. */
export const ofPlan =
  /^(?:已?完成|为|占|达到?|相当于)?(?:年度|全年|年初|当年|本年)?(?:计划|目标|预算)(?:任务|数)?的?$/;

/** True where l..r holds nothing but scope words (全市, 今年, 继续) and verbs (竣工投产). */
export function onlyScope(text: string, l: number, r: number): boolean {
  let end = r;
  for (let verb = verbAtEnd(text, l, end); verb > 0; verb = verbAtEnd(text, l, end)) end -= verb;
  let at = l;
  while (at < end) {
    if (isSpace(codeAt(text, at))) {
      at += 1;
      continue;
    }
    const length =
      matchLength(matchAt(scopeWord, text, at, end)) || matchLength(matchAt(clauseLead, text, at, end));
    if (length === 0) return false;
    at += length;
  }
  return true;
}

const eachSigns = signSet('各均');

/** 甲、乙各新建5处: the 各 may stand before the verb; gives where it begins, or -1. */
export function eachBeforeVerb(text: string, left: number, end: number): number {
  const verb = verbAtEnd(text, left, end);
  if (verb === 0) return -1;
  const at = end - verb - 1;
  return at > left && isIn(eachSigns, codeAt(text, at)) ? at : -1;
}

export const isGeneric = (metric: string): boolean =>
  matchLength(matchAt(genericCore, metric, 0, metric.length)) === metric.length;

const leadVerbs =
  /^(?:改扩建|改建|扩建|签约|落地|谋划|新入选|入选|促成|争取|新建成|新建|新改建|新\(改\)建|新增加|新增|新开工|新认定|新引进|新培育|建成|建设|培育|创建|打造|推出|完成|组织|举办|开展|实施|引进|招引|落地|改造提升|改造|提升|统筹整合|储备|筹建|筹集|收储|认定)(?=.{2})/;
const verbSigns = signSet('改扩签落谋新入促争建培创打推完组举开实引招提统储筹收认');
export const leadingVerb = (core: string): string =>
  isIn(verbSigns, codeAt(core, 0)) ? (leadVerbs.exec(core)?.[0] ?? '') : '';

/** 由46台增加到80台: the base is no part of what is measured. */
const fromBase = /(?:由|从)[^,，、;；]{1,16}$/;
const bases = signSet('由从');
export const withoutBase = (words: string): string =>
  holdsAny(bases, words) ? words.replace(fromBase, '') : words;

const parting = signSet('、,，和及与');

/** 145个项目完成投资896亿元: the first number only says whose investment the second is. */
export function isSubjectOf(text: string, at: number, next: Mention, to: number): boolean {
  const head = headOf(next);
  if (next.start >= to || head - at > 24) return false;
  return !holdsIn(parting, text, at, head) && !countable(next);
}

/** 其中10亿元以上56个 counts what was counted before, above a threshold. */
const threshold = /^[\d.]+[^,，、;；]{1,6}(?:以上|以下)$/;
const thresholdEnds = signSet('上下');
export const isThreshold = (core: string): boolean =>
  isIn(thresholdEnds, codeAt(core, core.length - 1)) &&
  (core.endsWith('以上') || core.endsWith('以下')) &&
  threshold.test(core);
export const ownThreshold = /^(?:招引落地|招引|引进|新引进|落地|签约)?[\d.]+[^,，、;；]{1,6}?(?:以上|以下)/;

export const countable = (mention: Mention): boolean => {
  const kind = unitClass(mention.unit);
  return kind === 'count' || kind === 'people';
};

export const isListSign = (text: string, left: number, start: number): boolean =>
  start > left && isIn(joiningSigns, codeAt(text, left));

export const lastMember = (words: string): string => {
  const cut = words.lastIndexOf('、');
  return tidy(cut >= 0 ? words.slice(cut + 1) : words);
};

/** Only separators and link words between two numbers: they answer one list of subjects. */
export function isListGap(text: string, one: Mention | undefined, other: Mention | undefined): boolean {
  if (!one || !other) return false;
  let at = tailOf(one);
  let end = headOf(other);
  if (end - at > 8) return false;
  while (at < end && isIn(listSigns, codeAt(text, at))) at += 1;
  end = stripBefore(text, at, end).end;
  return at >= end;
}

const linking = signSet('、和及');

/** The object after a number runs to the clause end, or to the 、 before the next number. */
export function objectEnd(text: string, at: number, to: number, next: Mention | undefined): number {
  if (!next || next.start >= to) return to;
  const least = Math.max(at + 1, next.start - 16);
  for (let i = next.start - 1; i >= least; i -= 1) if (isIn(linking, codeAt(text, i))) return i;
  const linked = stripBefore(text, at, headOf(next)).end;
  return linked > at ? linked : next.start;
}
