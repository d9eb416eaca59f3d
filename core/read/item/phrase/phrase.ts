// What a number in running text measures: the words before it, the object after it, or the subject carried over from the clause before.
import { codeAt, holdsIn, isIn, signSet } from '../../number/sign-set.ts';
import { matchAt, matchLength } from '../../number/trie.ts';
import type { Span } from '../../reading.ts';
import type { Telling } from '../../source/telling.ts';
import type { Mention } from '../../structure.ts';
import {
  countable,
  eachBeforeVerb,
  indexIn,
  isGeneric,
  isListGap,
  isListSign,
  isSpace,
  isSubjectOf,
  isThreshold,
  lastMember,
  leadingVerb,
  objectEnd,
  ofPlan,
  onlyScope,
  ownThreshold,
  roundAtEnd,
  type Stripped,
  skipLead,
  stripBefore,
  verbAtEnd,
  withoutBase,
} from './around.ts';
import { type Clause, cutClauses } from './clause.ts';
import { firstMention } from './first-mention.ts';
import { hasObject, headOf, isQualifier, type Tense, tailOf } from './qualifier.ts';
import { members, plainMetric, subjectsFor, tidy } from './subject.ts';
import { unitClass } from './unit-class.ts';
import { genericCore } from './words.ts';

/** One promise or result: the printed phrase, what it measures, and its number. */
export interface Phrase extends Span {
  readonly metric: string;
  readonly mention: Mention;
}

const OF = 0x7684;
const AND_SO_ON = 0x7b49;
/** Last signs of what `ofPlan` finds. */
const planEnds = signSet('划标算务数的');
const summing = signSet('共计');

/** What later clauses of a sentence may lean on. */
interface Carry {
  /** Last thing measured, without verb: 市重点项目. */
  subject: string;
  /** Subjects of the last 分别. */
  subjects: readonly string[];
  /** Verb of the last list, for its later members: 新建…30个、未来乡村40个. */
  verb: string;
}

/** 高于全年目标(…)1.4个百分点 compares; it names nothing new. */
const compares = /^(?:高于|低于|快于|慢于|超过|好于|优于)/;
/** What a rate of the same thing does not repeat: 项目完成投资, 完成率60%. */
const done = /(?:完成(?:年度)?(?:总)?投资|(?:已)?开工|建设)$/;

const noSubjects: readonly string[] = [];

/** Reads one stretch of sentences after the other. */
/** Words before a colon that name a list, not a measure. */
const announces =
  /(?:目标|任务|如下|包括|其中|要求|原则|情况|方面|措施|安排|计划|进展|成效|结果|单位|部门|内容|标准|时间|时限|[是为有])$/;

export class PhraseReader {
  readonly text: string;
  readonly telling: Telling;
  readonly mentions: readonly Mention[];
  tense: Tense = 'result';
  found: Phrase[] = [];
  carry: Carry = { subject: '', subjects: noSubjects, verb: '' };
  /** Things measured in this sentence, by their own names. */
  readonly recent: string[] = [];
  /** What a label before a colon says the sentence is about. */
  topic = '';

  constructor(text: string, telling: Telling, mentions: readonly Mention[]) {
    this.text = text;
    this.telling = telling;
    this.mentions = mentions;
  }

  /** 甲收入3元,乙收入2元,分别增长7%和9%: the last things measured answer a 分别 without subjects. */
  earlier(count: number): readonly string[] {
    if (this.carry.subjects.length === count) return this.carry.subjects;
    return this.recent.length >= count ? this.recent.slice(-count) : [];
  }

  add(start: number, to: number, metric: string, mention: Mention): void {
    // A sentence without a full stop ends behind its line.
    let end = to;
    while (end > start && isSpace(codeAt(this.text, end - 1))) end -= 1;
    this.found.push({
      start,
      end,
      metric: this.topical(plainMetric(tidy(metric)) || this.carry.subject),
      mention,
    });
  }

  /** 先进制造业领域:…年度计划投资 is the investment of that field. */
  topical(metric: string): string {
    return this.topic !== '' && isGeneric(metric) ? this.topic + metric : metric;
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
    if (clause.lo === clause.hi) return;
    const kept = this.figures(clause);
    let left = clause.start;
    for (let i = 0; i < kept.length; i += 1) {
      const mention = kept[i];
      if (!mention) continue;
      const stripped = stripBefore(this.text, left, headOf(mention));
      const taken = this.list(kept, i, left, stripped);
      if (taken > 0) {
        i += taken - 1;
        left = tailOf(kept[i] ?? mention);
        continue;
      }
      left = this.one(clause, mention, kept[i + 1], left, stripped);
    }
  }

  /** A clause without figures may name what the bracket after it counts: 金融业(增加值增长6.9%). */
  bareSubject(clause: Clause): void {
    const start = skipLead(this.text, clause.start, clause.end);
    const words = this.text.slice(start, clause.end);
    if (words.length >= 2 && words.length <= 24 && !compares.test(words))
      this.carry.subject = lastMember(words);
  }

  /** How many mentions from i on share one list of subjects (分别) or one number for many (各, 均); 0 for none. */
  list(kept: readonly Mention[], i: number, left: number, stripped: Stripped): number {
    const { text } = this;
    const mention = kept[i];
    if (!mention) return 0;
    const head = headOf(mention);
    const at = indexIn(text, '分别', left, head);
    if (at >= 0) {
      let last = i;
      while (last + 1 < kept.length && isListGap(text, kept[last], kept[last + 1])) last += 1;
      const count = last - i + 1;
      const between = text.slice(at + 2, Math.max(at + 2, stripped.end));
      const start = skipLead(text, left, at);
      const own = subjectsFor(text.slice(start, at), count);
      const subjects = own.length > 0 ? own : this.earlier(count);
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
    if (
      stripped.change &&
      this.carry.subjects.length > 1 &&
      skipLead(text, left, stripped.end) >= stripped.end
    ) {
      const again = this.again(kept, i, this.carry.subjects);
      if (again > 0) return again;
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

  /** 收入分别达3元、2元,增长7%、9%: as many changes as the 分别 before had subjects, one for each. */
  again(kept: readonly Mention[], i: number, subjects: readonly string[]): number {
    let last = i;
    while (last + 1 < kept.length && isListGap(this.text, kept[last], kept[last + 1])) last += 1;
    if (last - i + 1 !== subjects.length) return 0;
    subjects.forEach((subject, k) => {
      const figure = kept[i + k];
      if (figure) this.add(headOf(figure), tailOf(figure), subject, figure);
    });
    return subjects.length;
  }

  /** One number with its own words; gives back where the next number's words may begin. */
  one(clause: Clause, mention: Mention, next: Mention | undefined, left: number, stripped: Stripped): number {
    const { text, carry } = this;
    const head = headOf(mention);
    const start = skipLead(text, left, stripped.end, 1);
    const tail = tailOf(mention);
    const at = codeAt(text, tail) === OF ? tail + 1 : tail;
    const object = hasObject(text, at, clause.end) || this.namedBySize(clause, at);
    // 提升74家机构 is a deed with an object, 提升5个百分点 a change.
    const deed = stripped.change && object && countable(mention);
    const edge = deed ? head : stripped.end;
    const core = skipLead(text, start, edge);
    const summed = holdsIn(summing, text, edge, head);
    const edgeOfVerb = summed ? edge : edge - roundAtEnd(text, core, edge);
    const verb = summed ? 0 : verbAtEnd(text, core, edgeOfVerb);
    const bare = core >= edge || onlyScope(text, core, edgeOfVerb);
    const listed = codeAt(text, edge - 1) === AND_SO_ON;
    if (
      object &&
      bare &&
      verb === 0 &&
      next &&
      (this.tense === 'target' || unitClass(next.unit) === 'percent') &&
      isSubjectOf(text, at, next, clause.end)
    )
      return at;
    // 建强甲、乙2个先导区 names them; the number promises nothing new.
    const named =
      !bare && verb === 0 && object && !summed && !stripped.change && text.slice(core, edge).includes('、');
    if (named && this.tense === 'target' && countable(mention)) return at;
    if ((!stripped.change || deed) && (bare || verb > 0 || listed || named || summed) && object)
      return this.deed(clause, mention, next, { left, start, at, edge: edgeOfVerb, verb, bare });
    if (bare) {
      const words = tidy(text.slice(core, edge));
      const said = verb > 0 && carry.subject !== '' ? text.slice(edge - verb, edge) : '';
      if (carry.subject === '') this.carry.subject = words;
      this.add(Math.min(start, mention.start), tail, said + (carry.subject || words), mention);
      return tail;
    }
    this.named(text.slice(core, edge), start, mention, left, stripped.change);
    return tail;
  }

  /** 12台35蒸吨以下锅炉: the thing counted begins with a number of its own. */
  namedBySize(clause: Clause, at: number): boolean {
    let start = at;
    while (start < clause.end && isSpace(codeAt(this.text, start))) start += 1;
    const i = firstMention(this.mentions, start);
    const mention = this.mentions[i];
    if (i >= clause.hi || mention?.start !== start) return false;
    const next = i + 1 < clause.hi ? this.mentions[i + 1] : undefined;
    return isQualifier(this.text, mention, next, clause.start, clause.end, this.tense);
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
    this.carry = { subject: object, subjects: noSubjects, verb: action };
    this.add(Math.min(from, mention.start), end, action + object, mention);
    return end;
  }

  /** A number with words before it: generic words lean on the subject, members of a list on its verb. */
  named(words: string, start: number, mention: Mention, left: number, change: boolean): void {
    const { text, carry } = this;
    const core = tidy(withoutBase(words));
    const tail = tailOf(mention);
    if (
      carry.subject !== '' &&
      (core === '' || (isIn(planEnds, codeAt(core, core.length - 1)) && ofPlan.test(core)))
    ) {
      this.add(start, tail, carry.subject + (core === '' ? '' : '完成年度计划'), mention);
      return;
    }
    const generic = matchLength(matchAt(genericCore, core, 0, core.length));
    if (
      this.topic === '' &&
      carry.subject !== '' &&
      generic > 0 &&
      (generic === core.length || core.startsWith('占'))
    ) {
      const of = core.endsWith('率') ? carry.subject.replace(done, '') : carry.subject;
      this.add(start, tail, of + core, mention);
      return;
    }
    if (isThreshold(core) && carry.subject !== '') {
      this.add(start, tail, core + carry.subject.replace(ownThreshold, ''), mention);
      return;
    }
    const verb = leadingVerb(core);
    const followsList =
      left > 0 &&
      isListSign(text, left, start) &&
      verb === '' &&
      carry.verb !== '' &&
      !change &&
      unitClass(mention.unit) !== 'percent';
    const metric = followsList ? carry.verb + core : core;
    this.recent.push(core);
    this.carry = {
      subject: core.slice(verb.length) || core,
      subjects: noSubjects,
      verb: verb || (followsList ? carry.verb : ''),
    };
    this.add(start, tail, metric, mention);
  }

  label(before: Clause | undefined): void {
    if (!before || before.lo !== before.hi || before.inner) return;
    const words = tidy(this.text.slice(before.start, before.end));
    this.topic = /领域$|(?:板块|方面|行业|产业)$/.test(words) && words.length <= 20 ? words : '';
    // 一般公共预算收入:85亿元,增长6%: what stands before the colon is what is measured, unless a figure brings its own name.
    const isName = words.length >= 2 && words.length <= 24 && !compares.test(words) && !announces.test(words);
    if (isName && this.topic === '' && this.carry.subject === '') this.carry.subject = words;
  }

  /** The phrases of from..to (one or more sentences), from the mention with index `lo` on. */
  read(from: number, to: number, lo: number, tense: Tense): readonly Phrase[] {
    this.tense = tense;
    this.found = [];
    this.carry = { subject: '', subjects: noSubjects, verb: '' };
    this.recent.length = 0;
    this.topic = '';
    this.clauses(cutClauses(this.text, this.telling, from, to, this.mentions, lo));
    return this.found;
  }

  private clauses(clauses: readonly Clause[]): void {
    const saved: Carry[] = [];
    let wasInner = false;
    for (let i = 0; i < clauses.length; i += 1) {
      const clause = clauses[i];
      if (!clause) continue;
      if (!clause.inner && clauses[i + 1]?.inner && clause.lo === clause.hi) this.bareSubject(clause);
      if (clause.opener === ':' || clause.opener === '：') this.label(clauses[i - 1]);
      if (clause.inner && !wasInner) saved.push(this.carry);
      if (!clause.inner && wasInner) this.carry = saved.pop() ?? this.carry;
      wasInner = clause.inner;
      if (clause.opener === ';' || clause.opener === '；')
        this.carry = { subject: this.carry.subject, subjects: noSubjects, verb: '' };
      if (clause.opener !== ')') this.carry.verb = '';
      this.clause(clause);
    }
  }
}
