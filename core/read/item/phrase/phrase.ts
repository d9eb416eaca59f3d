// What a number in running text measures: the words before it, the object after it, or the subject carried over from the clause before.
import { matchAt, matchKind, matchLength } from '../../number/trie.ts';
import type { Span } from '../../reading.ts';
import type { Mention } from '../../structure.ts';
import { type Clause, cutClauses } from './clause.ts';
import { hasObject, headOf, isQualifier, type Tense, tailOf } from './qualifier.ts';
import { members, subjectsFor, tidy } from './subject.ts';
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
} from './words.ts';

/** One promise or result: the printed phrase, what it measures, and its number. */
export interface Phrase extends Span {
  readonly metric: string;
  readonly mention: Mention;
}

/** What later clauses of a sentence may lean on. */
interface Carry {
  /** Last thing measured, without verb: 市重点项目. */
  subject: string;
  /** Subjects of the last 分别. */
  subjects: readonly string[];
  /** Verb of the last list, for its later members: 新建…30个、未来乡村40个. */
  verb: string;
}

const space = /\s/;
const listSigns = '、和及与,，以并且其中:：∶ ';

/** Skips separators, then words that open a clause without being part of the metric. */
function skipLead(text: string, from: number, to: number, only?: number): number {
  let at = from;
  for (;;) {
    while (at < to && space.test(text.charAt(at))) at += 1;
    const match = matchAt(clauseLead, text, at, to);
    if (match === 0 || (only !== undefined && matchKind(match) !== only)) return skipYear(text, at, to);
    at += matchLength(match);
  }
}

const yearLead = /^(?:到|至)?20\d\d\s*年(?:底前?|末|度)?[,，]?/;
function skipYear(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  if (code !== 0x32 && code !== 0x5230 && code !== 0x81f3) return at;
  const match = yearLead.exec(text.slice(at, Math.min(to, at + 10)));
  return match ? skipLead(text, at + match[0].length, to) : at;
}

interface Stripped {
  /** End of what is left of the words before the number. */
  readonly end: number;
  readonly change: boolean;
  readonly respectively: boolean;
  readonly each: boolean;
}

/** Takes 达到, 增长, 分别, 力争 off the end of the words before a number. */
function stripBefore(text: string, left: number, head: number): Stripped {
  let end = head;
  let change = false;
  let respectively = false;
  let each = false;
  for (;;) {
    while (end > left && space.test(text.charAt(end - 1))) end -= 1;
    const match = matchAt(beforeNumber, text, end, left);
    if (match === 0) return { end, change, respectively, each };
    const kind = matchKind(match);
    change ||= kind === CHANGE;
    respectively ||= kind === RESPECTIVELY;
    each ||= kind === EACH;
    end -= matchLength(match);
  }
}

/** indexOf that stops at `to` instead of running to the end of the document. */
function indexIn(text: string, word: string, from: number, to: number): number {
  const first = word.charCodeAt(0);
  for (let i = from; i + word.length <= to; i += 1)
    if (text.charCodeAt(i) === first && text.startsWith(word, i)) return i;
  return -1;
}

/** Length of the verb that ends the words l..r, 0 for none. */
const verbAtEnd = (text: string, l: number, r: number): number =>
  matchLength(matchAt(verbBefore, text, r, l));

/** True where l..r holds nothing but scope words (全市, 今年, 继续) and verbs. */
function onlyScope(text: string, l: number, r: number): boolean {
  let at = l;
  while (at < r) {
    if (space.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const length =
      matchLength(matchAt(scopeWord, text, at, r)) || matchLength(matchAt(clauseLead, text, at, r));
    if (length === 0) {
      const verb = verbAtEnd(text, at, r);
      return verb > 0 && at + verb === r;
    }
    at += length;
  }
  return true;
}

class Reader {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly tense: Tense;
  readonly found: Phrase[] = [];
  carry: Carry = { subject: '', subjects: [], verb: '' };

  constructor(text: string, mentions: readonly Mention[], tense: Tense) {
    this.text = text;
    this.mentions = mentions;
    this.tense = tense;
  }

  add(start: number, end: number, metric: string, mention: Mention): void {
    this.found.push({ start, end, metric: tidy(metric) || this.carry.subject, mention });
  }

  /** The mentions of a clause that say how much, in order. */
  figures(clause: Clause): Mention[] {
    const kept: Mention[] = [];
    for (let i = clause.lo; i < clause.hi; i += 1) {
      const mention = this.mentions[i];
      if (!mention) continue;
      const next = i + 1 < clause.hi ? this.mentions[i + 1] : undefined;
      if (!isQualifier(this.text, mention, next, clause.start, clause.end, this.tense)) kept.push(mention);
    }
    return kept;
  }

  clause(clause: Clause): void {
    const kept = this.figures(clause);
    let left = clause.start;
    for (let i = 0; i < kept.length; i += 1) {
      const mention = kept[i];
      if (!mention) continue;
      const taken = this.list(kept, i, left);
      if (taken > 0) {
        i += taken - 1;
        left = tailOf(kept[i] ?? mention);
        continue;
      }
      left = this.one(clause, mention, kept[i + 1], left);
    }
  }

  /** A clause without figures may name what the bracket after it counts: 金融业(增加值增长6.9%). */
  bareSubject(clause: Clause): void {
    const start = skipLead(this.text, clause.start, clause.end);
    const words = this.text.slice(start, clause.end);
    if (words.length >= 2 && words.length <= 24) this.carry.subject = lastMember(words);
  }

  /** How many mentions from i on share one list of subjects (分别) or one number for many (各, 均); 0 for none. */
  list(kept: readonly Mention[], i: number, left: number): number {
    const { text } = this;
    const mention = kept[i];
    if (!mention) return 0;
    const head = headOf(mention);
    const stripped = stripBefore(text, left, head);
    const at = indexIn(text, '分别', left, head);
    if (at >= 0) {
      let last = i;
      while (last + 1 < kept.length && isListGap(text, kept[last], kept[last + 1])) last += 1;
      const count = last - i + 1;
      const between = text.slice(at + 2, Math.max(at + 2, stripped.end));
      const start = skipLead(text, left, at);
      const own = subjectsFor(text.slice(start, at), count);
      const subjects = own.length > 0 ? own : this.carry.subjects.length === count ? this.carry.subjects : [];
      if (subjects.length === 0 || count < 2) return 0;
      const suffix = /^(?:实现|完成|达到|为|达|同比|增长|下降)*$/.test(between)
        ? ''
        : between.replace(/^(?:实现|完成)/, '');
      this.carry = { subject: subjects[count - 1] ?? '', subjects, verb: '' };
      for (let k = 0; k < count; k += 1) {
        const figure = kept[i + k];
        if (!figure) continue;
        const from = k === 0 ? (own.length > 0 ? start : at) : figure.start;
        this.add(from, tailOf(figure), (subjects[k] ?? '') + suffix, figure);
      }
      return count;
    }
    const each = stripped.each ? stripped.end : eachBeforeVerb(text, left, stripped.end);
    if (each < 0) return 0;
    const start = skipLead(text, left, each);
    const parts = members(text.slice(start, each));
    if (parts.length < 2) return 0;
    this.carry = { subject: parts[parts.length - 1] ?? '', subjects: parts, verb: '' };
    for (const part of parts) this.add(start, tailOf(mention), part, mention);
    return 1;
  }

  /** One number with its own words; gives back where the next number's words may begin. */
  one(clause: Clause, mention: Mention, next: Mention | undefined, left: number): number {
    const { text, carry } = this;
    const head = headOf(mention);
    const stripped = stripBefore(text, left, head);
    const start = skipLead(text, left, stripped.end, 1);
    const tail = tailOf(mention);
    const at = text.charAt(tail) === '的' ? tail + 1 : tail;
    const object = hasObject(text, at, clause.end) || this.namedBySize(clause, at);
    // 提升74家机构 is a deed with an object, 提升5个百分点 a change.
    const deed = stripped.change && object && countable(mention);
    const edge = deed ? head : stripped.end;
    const core = skipLead(text, start, edge);
    const summed = /[共计]/.test(text.slice(edge, head));
    const verb = summed ? 0 : verbAtEnd(text, core, edge);
    const bare = core >= edge || onlyScope(text, core, edge);
    const listed = text.charAt(edge - 1) === '等';
    if (
      this.tense === 'target' &&
      object &&
      bare &&
      verb === 0 &&
      next &&
      isSubjectOf(text, at, next, clause.end)
    )
      return at;
    // 建强甲、乙2个先导区 names them; the number promises nothing new.
    const named =
      !bare && verb === 0 && object && !summed && !stripped.change && text.slice(core, edge).includes('、');
    if (named && this.tense === 'target' && countable(mention)) return at;
    if ((!stripped.change || deed) && (bare || verb > 0 || listed || named || summed) && object)
      return this.deed(clause, mention, next, { left, start, at, edge, verb, bare });
    if (bare) {
      const said = verb > 0 && carry.subject !== '' ? text.slice(edge - verb, edge) : '';
      this.add(
        Math.min(start, mention.start),
        tail,
        said + (carry.subject || text.slice(core, edge)),
        mention,
      );
      return tail;
    }
    this.named(text.slice(core, edge), start, mention, left, stripped.change);
    return tail;
  }

  /** 12台35蒸吨以下锅炉: the thing counted begins with a number of its own. */
  namedBySize(clause: Clause, at: number): boolean {
    let start = at;
    while (start < clause.end && space.test(this.text.charAt(start))) start += 1;
    for (let i = clause.lo; i < clause.hi; i += 1) {
      const mention = this.mentions[i];
      if (!mention || mention.start < start) continue;
      const next = i + 1 < clause.hi ? this.mentions[i + 1] : undefined;
      return (
        mention.start === start && isQualifier(this.text, mention, next, clause.start, clause.end, this.tense)
      );
    }
    return false;
  }

  /** A number between its verb and its object: 推出5个以上开放场景, 甲、乙等4处遗产. */
  deed(
    clause: Clause,
    mention: Mention,
    next: Mention | undefined,
    at: { left: number; start: number; at: number; edge: number; verb: number; bare: boolean },
  ): number {
    const { text, carry } = this;
    const end = objectEnd(text, at.at, clause.end, next);
    const object = tidy(text.slice(at.at, end));
    const said = at.verb > 0 ? text.slice(at.edge - at.verb, at.edge) : '';
    const action = said || (isListSign(text, at.left, at.start) ? carry.verb : '');
    const from = at.bare || at.verb === 0 ? at.start : at.edge - at.verb;
    this.carry = { subject: object, subjects: [], verb: action };
    this.add(Math.min(from, mention.start), end, action + object, mention);
    return end;
  }

  /** A number with words before it: generic words lean on the subject, members of a list on its verb. */
  named(words: string, start: number, mention: Mention, left: number, change: boolean): void {
    const { text, carry } = this;
    const core = tidy(words.replace(fromBase, ''));
    const tail = tailOf(mention);
    const generic = matchLength(matchAt(genericCore, core, 0, core.length));
    if (carry.subject !== '' && generic > 0 && (generic === core.length || core.startsWith('占'))) {
      this.add(start, tail, carry.subject + core, mention);
      return;
    }
    if (threshold.test(core) && carry.subject !== '') {
      this.add(start, tail, core + carry.subject.replace(ownThreshold, ''), mention);
      return;
    }
    const verb = leadingVerb(core);
    const followsList =
      left > 0 && isListSign(text, left, start) && verb === '' && carry.verb !== '' && !change;
    const metric = followsList ? carry.verb + core : core;
    this.carry = {
      subject: core.slice(verb.length) || core,
      subjects: [],
      verb: verb || (followsList ? carry.verb : ''),
    };
    this.add(start, tail, metric, mention);
  }

  read(clauses: readonly Clause[]): void {
    const saved: Carry[] = [];
    let wasInner = false;
    for (const [i, clause] of clauses.entries()) {
      if (!clause.inner && clauses[i + 1]?.inner && clause.lo === clause.hi) this.bareSubject(clause);
      if (clause.inner && !wasInner) saved.push(this.carry);
      if (!clause.inner && wasInner) this.carry = saved.pop() ?? this.carry;
      wasInner = clause.inner;
      if (clause.opener === ';' || clause.opener === '；')
        this.carry = { ...this.carry, verb: '', subjects: [] };
      if (clause.opener !== ')') this.carry.verb = '';
      this.clause(clause);
    }
  }
}

/** 甲、乙各新建5处: the 各 may stand before the verb; gives where it begins, or -1. */
function eachBeforeVerb(text: string, left: number, end: number): number {
  const verb = verbAtEnd(text, left, end);
  if (verb === 0) return -1;
  const at = end - verb - 1;
  return at > left && '各均'.includes(text.charAt(at)) ? at : -1;
}

const leadVerbs =
  /^(?:改扩建|改建|扩建|签约|落地|谋划|新入选|入选|促成|争取|新建成|新建|新改建|新\(改\)建|新增加|新增|新开工|新认定|新引进|新培育|建成|建设|培育|创建|打造|推出|完成|组织|举办|开展|实施|引进|招引|落地|改造提升|改造|提升|统筹整合|储备|筹建|筹集|收储|认定)(?=.{2})/;
const leadingVerb = (core: string): string => leadVerbs.exec(core)?.[0] ?? '';

/** 由46台增加到80台: the base is no part of what is measured. */
const fromBase = /(?:由|从)[^,，、;；]{1,16}$/;

/** 145个项目完成投资896亿元: the first number only says whose investment the second is. */
function isSubjectOf(text: string, at: number, next: Mention, to: number): boolean {
  const between = text.slice(at, headOf(next));
  return next.start < to && between.length <= 24 && !/[、,，和及与]/.test(between) && !countable(next);
}

/** 其中10亿元以上56个 counts what was counted before, above a threshold. */
const threshold = /^[\d.]+[^,，、;；]{1,6}(?:以上|以下)$/;
const ownThreshold = /^(?:招引落地|招引|引进|新引进|落地|签约)?[\d.]+[^,，、;；]{1,6}?(?:以上|以下)/;

const countable = (mention: Mention): boolean => ['count', 'people'].includes(unitClass(mention.unit));

const isListSign = (text: string, left: number, start: number): boolean =>
  start > left && '、和及与'.includes(text.charAt(left));

const lastMember = (words: string): string => {
  const cut = words.lastIndexOf('、');
  return tidy(cut >= 0 ? words.slice(cut + 1) : words);
};

/** Only separators and link words between two numbers: they answer one list of subjects. */
function isListGap(text: string, one: Mention | undefined, other: Mention | undefined): boolean {
  if (!one || !other) return false;
  let at = tailOf(one);
  let end = headOf(other);
  if (end - at > 8) return false;
  while (at < end && listSigns.includes(text.charAt(at))) at += 1;
  end = stripBefore(text, at, end).end;
  return at >= end;
}

/** The object after a number runs to the clause end, or to the 、 before the next number. */
function objectEnd(text: string, at: number, to: number, next: Mention | undefined): number {
  if (!next || next.start >= to) return to;
  const linked = stripBefore(text, at, headOf(next)).end;
  const gap = text.slice(at, next.start);
  const cut = Math.max(gap.lastIndexOf('、'), gap.lastIndexOf('和'), gap.lastIndexOf('及'));
  if (cut > 0 && gap.length - cut <= 16) return at + cut;
  return linked > at ? linked : next.start;
}

/** The phrases of text from..to (one or more sentences), from the mention with index `lo` on. */
export function readPhrases(
  text: string,
  from: number,
  to: number,
  mentions: readonly Mention[],
  lo: number,
  tense: Tense,
): readonly Phrase[] {
  const reader = new Reader(text, mentions, tense);
  reader.read(cutClauses(text, from, to, mentions, lo));
  return reader.found;
}
