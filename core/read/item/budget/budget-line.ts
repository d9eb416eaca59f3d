// The statements of a budget report as lines: key, amount, place, and which amounts are added up to which printed total.
import { decimalsIn } from '../../check/budget-sum.ts';
import { codeAt, isIn, signSet, spaceSigns } from '../../number/sign-set.ts';
import type { Span } from '../../reading.ts';
import type { Block, Mention, Part, Structure } from '../../structure.ts';
import { type Clause, cutClauses, cutSentences } from '../phrase/clause.ts';
import { firstMention } from '../phrase/first-mention.ts';
import { keyOf, withoutSpaces } from './budget-key.ts';
import {
  Headings,
  nowhere,
  type Statement,
  settle,
  type Where,
  whereOf,
  yearsOfTitle,
} from './budget-place.ts';

export interface BudgetLine extends Span, Statement {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly mention: Mention;
  /** Decimals as printed: 2616.80 shows 2. */
  readonly decimals: number;
  /** Inside a bracket or after 其中. */
  readonly nested: boolean;
  /** Amounts that are added up, and the total they make, share a number; 0 for none. */
  readonly sum: number;
  /** Lines of one sentence share a number. */
  readonly sentence: number;
  readonly section: string;
}

export interface BudgetText {
  readonly lines: readonly BudgetLine[];
  /** Sentences that were read as statements; running text leaves them alone. */
  readonly taken: readonly Span[];
}

type Side = 'in' | 'out';

/** A sum that is being read: opened by its first part, or by a total printed first (总收入…,其中:…). */
interface Sum {
  readonly id: number;
  readonly side: Side;
  readonly totalFirst: boolean;
}

/** An amount under a name of its own: 教育支出, 国有土地使用权出让收入. */
const namesALine = /(?:支出|收入|经费|资金|费)(?:安排|完成|预算|为|达)*$/;

const isRate = (key: string): boolean => /Growth$|[Ss]hare/.test(key);
const ofTotal = (key: string): Side | null => (key === 'totalIn' ? 'in' : key === 'totalOut' ? 'out' : null);
const ofMain = (key: string): Side | null => (key === 'income' ? 'in' : key === 'expenditure' ? 'out' : null);

/** What the words of a paragraph have settled for the next amount. */
class Course {
  side: Side = 'in';
  last = '';
  adding = false;
  nested = false;
  sum: Sum | null = null;

  /** 其中 after a total opens its parts; after anything else it goes one step down. */
  among(): void {
    if (this.sum?.totalFirst && ofTotal(this.last) !== null) this.adding = true;
    else this.nested = true;
  }

  add(): void {
    this.adding = true;
    this.nested = false;
  }
}

const lead = /^(?:[、,，;；和及—\s]|其中[:：]?)+/;
/** First signs of both. */
const leadSigns = signSet(`${spaceSigns}、,，;；和及其—`);
const plusSigns = signSet('再加');
const plus = /^再?(?:加上(?!级)|加(?!快|强|大|征))/;

class StatementReader {
  readonly structure: Structure;
  readonly part: Part;
  readonly mentions: readonly Mention[];
  readonly lines: BudgetLine[] = [];
  readonly taken: Span[] = [];
  private readonly headings = new Headings();
  private readonly text: string;
  private readonly titled: readonly number[];
  private sentences = 0;
  private sums = 0;
  private before: Where = nowhere;
  private course = new Course();

  constructor(structure: Structure, part: Part, mentions: readonly Mention[]) {
    this.structure = structure;
    this.part = part;
    this.mentions = mentions;
    this.text = structure.folded.text;
    this.titled = yearsOfTitle(part.identity.title);
  }

  block(block: Block): void {
    if (block.kind === 'heading') {
      this.headings.enter(block.level, this.text.slice(block.titleStart, block.titleEnd));
      this.before = nowhere;
    }
    if (block.kind === 'grid' || !this.headings.inStatements()) return;
    this.course = new Course();
    const note = block.kind === 'footnote';
    const from = block.kind === 'heading' ? block.titleStart : block.start;
    for (const { start, end } of cutSentences(this.structure.telling, from, block.end))
      this.sentence(start, end, note ? '' : block.path, note);
  }

  sentence(start: number, end: number, section: string, note: boolean): void {
    const lo = firstMention(this.mentions, start);
    const first = this.mentions[lo];
    if (!first || first.end > end) return;
    const words = this.text.slice(start, end);
    if (!/收入|支出|结余|结转|债|合计|总计|总量|还本|付息|加上|赤字|基金/.test(words)) return;
    const where = whereOf(words, this.headings.where(), this.before, note);
    const statement = settle(where, this.titled, this.part.year);
    if (!statement) return;
    this.sentences += 1;
    const count = this.lines.length;
    this.clauses(
      cutClauses(this.text, this.structure.telling, start, end, this.mentions, lo),
      statement,
      section,
    );
    if (this.lines.slice(count).every((line) => line.key === 'other')) {
      this.lines.length = count;
      return;
    }
    this.taken.push({ start, end });
    if (!note) this.before = { ...statement, basis: where.basis };
  }

  clauses(clauses: readonly Clause[], statement: Statement, section: string): void {
    const { course } = this;
    course.nested = false;
    let outer = { last: '', nested: false };
    let wasInner = false;
    for (const clause of clauses) {
      if (clause.inner && !wasInner) outer = { last: course.last, nested: course.nested };
      else if (!clause.inner && wasInner) {
        // (其中新增债券1亿元)、动用预算稳定调节基金5亿元: 其中 ends with its bracket.
        course.last = outer.last;
        course.nested = outer.nested;
      }
      wasInner = clause.inner;
      const first = codeAt(this.text, clause.start);
      if (isIn(leadSigns, first) || isIn(plusSigns, first)) this.opening(clause);
      this.clause(clause, statement, section);
    }
  }

  /** 其中 and 加上 at the head of a clause. */
  opening(clause: Clause): void {
    const words = this.text.slice(clause.start, Math.min(clause.end, clause.start + 6)).trimStart();
    if (words.startsWith('其中')) this.course.among();
    if (plus.test(words)) this.course.add();
  }

  clause(clause: Clause, statement: Statement, section: string): void {
    const { course, text } = this;
    let left = clause.start;
    for (let i = clause.lo; i < clause.hi; i += 1) {
      const mention = this.mentions[i];
      if (!mention || typeof mention.value !== 'number') continue;
      const raw = text.slice(left, mention.start);
      const printed = isIn(leadSigns, codeAt(raw, 0)) ? raw.replace(lead, '') : raw;
      const label = isIn(plusSigns, codeAt(printed, 0)) ? printed.replace(plus, '') : printed;
      left = mention.end;
      if (/支出/.test(label) && !/收入[^支]*$/.test(label)) course.side = 'out';
      const nested = clause.inner || course.nested;
      const { side, last, adding } = course;
      const context = { book: statement.book, side, last, nested, adding };
      const key = keyOf(label, mention.unit, context) ?? 'other';
      this.push(key, label, mention, nested, statement, section);
    }
  }

  push(
    key: string,
    label: string,
    mention: Mention,
    nested: boolean,
    statement: Statement,
    section: string,
  ): void {
    if (typeof mention.value !== 'number') return;
    const sum = isRate(key) || key === 'other' ? 0 : this.sumOf(key, nested);
    // 教育支出92亿元,增长2%: a growth said of a line without a key of its own is not the growth of the total above.
    if (!isRate(key) && key !== 'other') this.course.last = key;
    else if (key === 'other' && statement.book !== 'debt' && namesALine.test(label)) this.course.last = '';
    const down = mention.direction === 'down' && /Growth$/.test(key);
    this.lines.push({
      year: statement.year,
      basis: statement.basis,
      level: statement.level,
      book: statement.book,
      start: mention.start - label.length,
      end: mention.end,
      key,
      label: withoutSpaces(label),
      value: down ? -Math.abs(mention.value) : mention.value,
      unit: mention.unit,
      mention,
      decimals: decimalsIn(this.text.slice(mention.start, mention.end)),
      nested,
      sum,
      sentence: this.sentences,
      section,
    });
  }

  /** The sum that an amount opens, joins or closes. */
  sumOf(key: string, nested: boolean): number {
    const { course } = this;
    const total = ofTotal(key);
    if (total !== null) {
      course.side = total;
      course.adding = false;
      course.nested = false;
      const closes = course.sum && !course.sum.totalFirst && course.sum.side === total ? course.sum.id : 0;
      course.sum = closes > 0 ? null : this.open(total, true);
      return closes || (course.sum?.id ?? 0);
    }
    if (nested) return 0;
    const main = ofMain(key);
    if (main !== null) {
      course.side = main;
      if (course.sum?.totalFirst && course.sum.side === main && course.adding) return course.sum.id;
      course.adding = false;
      course.sum = this.open(main, false);
      return course.sum.id;
    }
    if (!course.sum || course.sum.side !== course.side) return 0;
    return course.adding || key === 'bondExpenditure' ? course.sum.id : 0;
  }

  open(side: Side, totalFirst: boolean): Sum {
    this.sums += 1;
    return { id: this.sums, side, totalFirst };
  }
}

export function readBudgetLines(structure: Structure, part: Part, mentions: readonly Mention[]): BudgetText {
  const reader = new StatementReader(structure, part, mentions);
  for (let i = part.firstBlock; i < part.endBlock; i += 1) {
    const block = structure.blocks[i];
    if (block) reader.block(block);
  }
  return { lines: reader.lines, taken: reader.taken };
}
