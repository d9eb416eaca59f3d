// Which statement a sentence of a budget report belongs to: year, execution or draft, level and book, from its words and headings.
import type { Part } from '../../structure.ts';
import type { Book } from './budget-key.ts';

export type Basis = 'execution' | 'budget';

/** What headings and words have settled so far. */
export interface Where {
  readonly year: number | null;
  readonly basis: Basis | null;
  readonly level: string;
  readonly book: Book | null;
}

/** All of it settled: one statement. */
export interface Statement {
  readonly year: number;
  readonly basis: Basis;
  readonly level: string;
  readonly book: Book;
}

export const nowhere: Where = { year: null, basis: null, level: '', book: null };

const bookWords: readonly (readonly [RegExp, Book])[] = [
  [/一般公共预算/, 'generalPublic'],
  [/政府性基金/, 'governmentFunds'],
  [/国有资本经营/, 'stateCapital'],
  [/(?:社会保险|社保)基金/, 'socialInsurance'],
];
const levelWord =
  /全[市区县省州旗国盟]|[市区县省州旗]本级|本级|[市区县省州]级|自治[区州县](?:本级)?|省直|市直|开发区|中央(?:本级)?$/;
/** 国有资本经营预算支出…调入一般公共预算 is about state capital: the book that earns or spends is meant. */
const earning =
  /(?:一般公共预算|政府性基金|国有资本经营|(?:社会保险|社保)基金)(?:预算)?(?:[一-龥]{0,6}?)(?:收入|支出|收支)/;

const bookOf = (words: string): Book | null =>
  bookWords.find(([pattern]) => pattern.test(words))?.[1] ?? null;

/** Level named before the book: 市本级一般公共预算, not 一般公共预算本级支出. */
function levelOf(words: string): string {
  const at = words.search(/一般公共预算|政府性基金|国有资本经营|(?:社会保险|社保)基金|地方政府债务|政府债券/);
  const before = at < 0 ? words.slice(0, 16) : words.slice(0, at);
  return levelWord.exec(before)?.[0] ?? '';
}

function basisOf(words: string): Basis | null {
  if (/执行|完成情况|决算/.test(words)) return 'execution';
  return /草案|预算安排|收支安排|预算情况|收支预算|安排情况/.test(words) ? 'budget' : null;
}

/** 比2017年增长 names the base, not the year. */
const ownYear = /(?<![比较与同至])(20\d\d)\s*年/;
const yearIn = (words: string): number | null => {
  const found = ownYear.exec(words)?.[1];
  return found ? Number(found) : null;
};

const statementHead =
  /预算执行情况|执行情况|决算|预算草案|收支(?:情况|安排|预算)|预算(?:安排|收支)|一般公共预算|政府性基金|国有资本经营|(?:社会保险|社保)基金|债务/;

/** Keeps what the headings above a place say, the deepest last. */
export class Headings {
  private readonly stack: { level: number; where: Where; announces: boolean }[] = [];
  private found: Where = nowhere;
  private announced = false;

  enter(level: number, words: string): void {
    while ((this.stack.at(-1)?.level ?? 0) >= level) this.stack.pop();
    const debt = /债务|债券/.test(words) && !/预算执行/.test(words);
    this.stack.push({
      level,
      announces: statementHead.test(words),
      where: {
        year: yearIn(words),
        basis: basisOf(words),
        level: levelOf(words),
        book: debt ? 'debt' : bookOf(words),
      },
    });
    this.settle();
  }

  /** What all headings of the stack say together. */
  private settle(): void {
    let found = nowhere;
    for (const { where } of this.stack)
      found = {
        year: where.year ?? found.year,
        basis: where.basis ?? found.basis,
        level: where.level || found.level,
        book: where.book ?? found.book,
      };
    this.found = found;
    this.announced = this.stack.some(({ announces }) => announces);
  }

  where(): Where {
    return this.found;
  }

  /** True below a heading that announces statements. */
  inStatements(): boolean {
    return this.announced;
  }
}

const debtWords = /债务(?:限额|余额)|(?:政府|一般|专项|再融资|新增)债券.{0,8}[\d.]+.{0,4}元/;

/** Where a sentence stands: its own words before its headings, those before the sentence before it. */
export function whereOf(words: string, above: Where, before: Where, note: boolean): Where {
  const lead = words.slice(0, 60);
  const carries = /^\s*(?:再?加上?|收支|其中)/.test(lead);
  const own = carries ? null : bookOf(earning.exec(lead)?.[0] ?? (note ? lead : ''));
  const debt = above.book === 'debt' || (own === null && debtWords.test(lead));
  return {
    year: (carries ? null : yearIn(lead.slice(0, 40))) ?? before.year ?? above.year,
    basis: above.basis ?? basisOf(lead),
    // 其中,下达市本级…: the part has a level of its own.
    level: (carries && !/^\s*其中/.test(lead) ? '' : levelOf(lead)) || above.level || before.level,
    book:
      above.book === 'debt' && !(note && own)
        ? 'debt'
        : (own ?? (carries ? before.book : null) ?? above.book ?? before.book ?? (debt ? 'debt' : null)),
  };
}

/** The years that a title names, in order. */
export const yearsOfTitle = (title: string): readonly number[] =>
  [...title.matchAll(/(20\d\d)\s*年/g)].map((match) => Number(match[1]));

/** The year that headings and words leave out stands in the title: the first executed, the last planned. */
export function settle(where: Where, titled: readonly number[], planYear: number | null): Statement | null {
  if (where.book === null) return null;
  const basis = where.basis ?? 'execution';
  const year = where.year ?? (basis === 'execution' ? titled[0] : titled.at(-1)) ?? planYear;
  return year === null ? null : { year, basis, level: where.level, book: where.book };
}

/** True for a part whose chapters are budget statements. */
export const isBudget = (part: Part): boolean =>
  part.identity.kind === 'budgetReport' || /预算(?:执行|草案|安排)|决算/.test(part.identity.title);
