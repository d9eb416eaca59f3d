// The statements of a budget report as lines: year, execution or draft, level, book, key, amount, and where each stands.
import type { Span } from '../../reading.ts';
import type { Block, Mention, Part, Structure } from '../../structure.ts';
import { type Clause, cutClauses, cutSentences } from '../phrase/clause.ts';
import { firstMention } from '../phrase/first-mention.ts';
import { type Book, keyOf } from './budget-key.ts';

export interface BudgetLine extends Span {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly mention: Mention;
  readonly year: number;
  readonly basis: 'execution' | 'budget';
  readonly level: string;
  readonly book: Book;
  readonly side: 'in' | 'out';
  readonly nested: boolean;
  /** Amounts of one bracket, or of one 其中, share a group; 0 for the main line. */
  readonly group: number;
  /** Lines of one sentence share a number. */
  readonly sentence: number;
  readonly section: string;
}

export interface BudgetText {
  readonly lines: readonly BudgetLine[];
  /** Sentences that were read as statements; running text leaves them alone. */
  readonly taken: readonly Span[];
}

interface Where {
  year: number | null;
  basis: 'execution' | 'budget' | null;
  level: string;
  book: Book | null;
}

const bookWords: readonly (readonly [RegExp, Book])[] = [
  [/一般公共预算/, 'generalPublic'],
  [/政府性基金/, 'governmentFunds'],
  [/国有资本经营/, 'stateCapital'],
  [/(?:社会保险|社保)基金/, 'socialInsurance'],
];
const levelWord = /(?:全[市区县省州旗]|[市区县省州旗]本级|[市区县省州]级|本级|省直|市直|新区本级|开发区)/;

/** The book named first: 国有资本经营预算支出…调入一般公共预算 is about state capital. */
function bookOf(words: string): Book | null {
  let found: Book | null = null;
  let at = words.length;
  for (const [pattern, book] of bookWords) {
    const place = words.search(pattern);
    if (place >= 0 && place < at) [at, found] = [place, book];
  }
  return found;
}

const basisOf = (words: string): 'execution' | 'budget' | null =>
  /执行|完成情况|决算/.test(words)
    ? 'execution'
    : /草案|预算安排|收支安排|预算情况|收支预算|安排情况/.test(words)
      ? 'budget'
      : null;

const yearIn = (words: string): number | null => {
  const match = /(20\d\d)\s*年/.exec(words);
  return match ? Number(match[1]) : null;
};

/** Keeps what the headings say, deepest last. */
class Headings {
  private readonly stack: { level: number; where: Where; words: string }[] = [];

  enter(level: number, words: string): void {
    while ((this.stack[this.stack.length - 1]?.level ?? 0) >= level) this.stack.pop();
    const debt = /债务|债券/.test(words) && !/预算执行/.test(words);
    this.stack.push({
      level,
      words,
      where: {
        year: yearIn(words),
        basis: basisOf(words),
        level: levelOf(words),
        book: debt ? 'debt' : bookOf(words),
      },
    });
  }

  where(): Where {
    const found: Where = { year: null, basis: null, level: '', book: null };
    for (const { where } of this.stack) {
      found.year = where.year ?? found.year;
      found.basis = where.basis ?? found.basis;
      found.level = where.level || found.level;
      found.book = where.book ?? found.book;
    }
    return found;
  }

  /** True below a heading that announces statements. */
  inStatements(): boolean {
    return this.stack.some(({ words }) =>
      /预算执行情况|执行情况|预算草案|收支(?:情况|安排|预算)|预算(?:安排|收支)|一般公共预算|政府性基金|国有资本经营|(?:社会保险|社保)基金|债务/.test(
        words,
      ),
    );
  }
}

const levelOf = (words: string): string => levelWord.exec(words)?.[0] ?? '';

const yearsOfTitle = (title: string): readonly number[] =>
  [...title.matchAll(/(20\d\d)\s*年/g)].map((match) => Number(match[1]));

class StatementReader {
  readonly structure: Structure;
  readonly part: Part;
  readonly mentions: readonly Mention[];
  readonly lines: BudgetLine[] = [];
  readonly taken: Span[] = [];
  readonly headings = new Headings();
  private sentences = 0;
  private groups = 0;
  /** What the sentence before settled: its level and book hold on within the section. */
  private before: Where = { year: null, basis: null, level: '', book: null };

  constructor(structure: Structure, part: Part, mentions: readonly Mention[]) {
    this.structure = structure;
    this.part = part;
    this.mentions = mentions;
  }

  get text(): string {
    return this.structure.folded.text;
  }

  block(block: Block): void {
    if (block.kind === 'heading') {
      this.headings.enter(block.level, this.text.slice(block.titleStart, block.titleEnd));
      this.before = { year: null, basis: null, level: '', book: null };
    }
    if (block.kind === 'grid' || !this.headings.inStatements()) return;
    const from = block.kind === 'heading' ? block.titleStart : block.start;
    for (const [start, end] of cutSentences(this.text, from, block.end))
      this.sentence(start, end, block.kind === 'footnote' ? '' : block.path, block.kind === 'footnote');
  }

  /** Where a sentence stands: its own words before its headings. */
  whereOf(words: string, note: boolean): Where {
    const above = this.headings.where();
    const lead = words.slice(0, 40);
    const debt =
      above.book === 'debt' ||
      /债务(?:限额|余额)|(?:政府|一般|专项|再融资|新增)债券.{0,8}[\d.]+.{0,4}元/.test(words.slice(0, 60));
    const own = bookOf(words.slice(0, 60));
    return {
      year: yearIn(lead) ?? this.before.year ?? above.year,
      basis: above.basis ?? basisOf(lead),
      level: levelOf(lead) || above.level || this.before.level,
      book:
        debt && above.book === 'debt' && !(note && own)
          ? 'debt'
          : (own ?? above.book ?? this.before.book ?? (debt ? 'debt' : null)),
    };
  }

  sentence(start: number, end: number, section: string, note: boolean): void {
    const lo = firstMention(this.mentions, start);
    const first = this.mentions[lo];
    if (!first || first.end > end) return;
    const words = this.text.slice(start, end);
    if (!/收入|支出|结余|债|合计|总计|还本|付息/.test(words)) return;
    const where = this.whereOf(words, note);
    if (where.book === null) return;
    const { book } = where;
    const basis = where.basis ?? 'execution';
    const titled = yearsOfTitle(this.part.identity.title);
    const year =
      where.year ?? (basis === 'execution' ? titled[0] : titled[titled.length - 1]) ?? this.part.year;
    if (year === null || year === undefined) return;
    const count = this.lines.length;
    this.sentences += 1;
    this.clauses(start, end, lo, { year, basis, level: where.level, book }, section);
    if (this.lines.length === count || note) return;
    this.before = { year, basis: where.basis, level: where.level, book };
    this.taken.push({ start, end });
  }

  clauses(
    start: number,
    end: number,
    lo: number,
    where: { year: number; basis: 'execution' | 'budget'; level: string; book: Book },
    section: string,
  ): void {
    let side: 'in' | 'out' = 'in';
    let last = '';
    let outerLast = '';
    let adding = false;
    let nested = false;
    let group = 0;
    let wasInner = false;
    for (const clause of cutClauses(this.text, start, end, this.mentions, lo)) {
      const words = this.text.slice(clause.start, clause.end);
      if (clause.inner && !wasInner) {
        outerLast = last;
        this.groups += 1;
        group = this.groups;
      } else if (!clause.inner && wasInner) {
        last = outerLast;
        if (!nested) group = 0;
      }
      wasInner = clause.inner;
      if (/^\s*其中/.test(words)) {
        nested = true;
        this.groups += 1;
        group = this.groups;
      }
      if (/^\s*(?:加上?|再加上?)/.test(words)) {
        adding = true;
        nested = false;
        group = 0;
      }
      const lines = this.clause(
        clause,
        { ...where, side, last, nested: nested || clause.inner, adding, group },
        section,
      );
      for (const line of lines) {
        if (!/Growth$|Share/.test(line.key)) last = line.key;
        side = line.side;
        if (/^total/.test(line.key)) {
          adding = false;
          nested = false;
          group = 0;
        }
        if (!clause.inner && (line.key === 'income' || line.key === 'expenditure')) {
          nested = false;
          adding = false;
          group = 0;
        }
      }
    }
  }

  clause(
    clause: Clause,
    context: {
      year: number;
      basis: 'execution' | 'budget';
      level: string;
      book: Book;
      side: 'in' | 'out';
      last: string;
      nested: boolean;
      adding: boolean;
      group: number;
    },
    section: string,
  ): readonly BudgetLine[] {
    const found: BudgetLine[] = [];
    let left = clause.start;
    let { side, last } = context;
    for (let i = clause.lo; i < clause.hi; i += 1) {
      const mention = this.mentions[i];
      if (!mention) continue;
      const label = this.text
        .slice(left, mention.start)
        .replace(/^[、,，和及\s]+|^其中[:：]?|^(?:加上?|再加上?)/g, '');
      const start = mention.start - label.length;
      left = mention.end;
      const plain = label.replace(/^(?:其中)?[:：]?(?:加上?|再加上?)?/, '');
      if (/支出/.test(plain) && !/收入$/.test(plain)) side = 'out';
      const key = keyOf(plain, mention.unit, { ...context, side, last });
      if (key === null || typeof mention.value !== 'number') continue;
      if (key === 'totalOut' || key === 'expenditure') side = 'out';
      if (!/Growth$|Share/.test(key)) last = key;
      const down = mention.direction === 'down' && /Growth$/.test(key);
      found.push({
        start: key === 'use' ? mention.start - plain.length : start,
        end: mention.end,
        key,
        label: plain.replace(/\s+/g, ''),
        value: down ? -Math.abs(mention.value) : mention.value,
        unit: mention.unit,
        mention,
        year: context.year,
        basis: context.basis,
        level: context.level,
        book: context.book,
        side,
        nested: context.nested,
        group: context.group,
        sentence: this.sentences,
        section,
      });
    }
    this.lines.push(...found);
    return found;
  }
}

/** True for a part whose chapters are budget statements. */
export const isBudget = (part: Part): boolean =>
  part.identity.kind === 'budgetReport' || /预算(?:执行|草案|安排)|财政决算|预决算/.test(part.identity.title);

export function readBudgetLines(structure: Structure, part: Part, mentions: readonly Mention[]): BudgetText {
  const reader = new StatementReader(structure, part, mentions);
  for (let i = part.firstBlock; i < part.endBlock; i += 1) {
    const block = structure.blocks[i];
    if (block) reader.block(block);
  }
  return { lines: reader.lines, taken: reader.taken };
}
