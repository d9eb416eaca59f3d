// Where a sentence and its clauses begin and end; a bracket that holds figures of its own is a clause inside the clause.
import type { Span } from '../../reading.ts';
import { CLAUSE, DATE, DONE, ENDS, HINT, type Telling } from '../../source/telling.ts';
import type { Mention } from '../../structure.ts';

/** Mentions lo..hi-1 of the list lie inside. `inner` is true within a bracket. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly lo: number;
  readonly hi: number;
  readonly inner: boolean;
  /** The sign that closed the clause before this one: ; cuts a subject off, , does not. */
  readonly opener: string;
}

const comma = 0x2c;
const colon = 0x3a;
const open = 0x28;
const wideOpen = 0xff08;
const quote = 0x201c;
const title = 0x300a;
const longestBracket = 160;
const longestQuote = 40;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** 1,200 and 1:30 are not cut. */
const betweenDigits = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));

/** The bracket that closes the one at `at`, or -1. */
function closing(text: string, at: number, to: number): number {
  let depth = 0;
  const limit = Math.min(to, at + longestBracket);
  for (let i = at; i < limit; i += 1) {
    const sign = text.charCodeAt(i);
    if (sign === open || sign === wideOpen) depth += 1;
    else if (sign === 0x29 || sign === 0xff09) {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return -1;
}

/** The sign that closes the quotation opened at `at`, or -1 where it is far: quotation marks get lost. */
function closingQuote(text: string, at: number, to: number, sign: number): number {
  const limit = Math.min(to, at + longestQuote + 1);
  for (let i = at + 1; i < limit; i += 1) if (text.charCodeAt(i) === sign) return i;
  return -1;
}

class Cutter {
  readonly clauses: Clause[] = [];
  readonly text: string;
  readonly telling: Telling;
  readonly mentions: readonly Mention[];
  constructor(text: string, telling: Telling, mentions: readonly Mention[]) {
    this.text = text;
    this.telling = telling;
    this.mentions = mentions;
  }

  push(start: number, end: number, lo: number, inner: boolean, opener: string): number {
    let hi = lo;
    while (hi < this.mentions.length && (this.mentions[hi]?.end ?? 0) <= end) hi += 1;
    if (end > start) this.clauses.push({ start, end, lo, hi, inner, opener });
    return hi;
  }

  cut(from: number, to: number, first: number, inner: boolean, firstOpener: string): number {
    const { text, telling, mentions } = this;
    let start = from;
    let lo = first;
    let opener = firstOpener;
    for (let i = from; i < to; i += 1) {
      if (((telling[i] ?? 0) & CLAUSE) === 0) continue;
      const code = text.charCodeAt(i);
      if (code === open || code === wideOpen) {
        const close = closing(text, i, to);
        if (close < 0) continue;
        let k = lo;
        while (k < mentions.length && (mentions[k]?.start ?? 0) < i) k += 1;
        const held = mentions[k];
        const covered = k > 0 && (mentions[k - 1]?.end ?? 0) > i;
        if (!covered && held && held.end <= close) {
          lo = this.push(start, i, lo, inner, opener);
          lo = this.cut(i + 1, close, lo, true, '(');
          start = close + 1;
          opener = ')';
        }
        i = close;
      } else if (code === quote || code === title) {
        const close = closingQuote(text, i, to, code === quote ? 0x201d : 0x300b);
        if (close > 0) i = close;
      } else {
        if ((code === comma || code === colon) && betweenDigits(text, i)) continue;
        lo = this.push(start, i, lo, inner, opener);
        start = i + 1;
        opener = text.charAt(i);
      }
    }
    return this.push(start, to, lo, inner, opener);
  }
}

/** The clauses of text from..to; mentions from index `lo` on are dealt out to them. */
export function cutClauses(
  text: string,
  telling: Telling,
  from: number,
  to: number,
  mentions: readonly Mention[],
  lo: number,
): readonly Clause[] {
  const cutter = new Cutter(text, telling, mentions);
  cutter.cut(from, to, lo, false, '');
  return cutter.clauses;
}

const sentenceSigns = ENDS | DATE | DONE | HINT;

/** Where sentences end, and which telling signs the last one holds. */
export class SentenceEnds {
  readonly telling: Telling;
  /** What the signs of the sentence that was cut last let it hold; without the sign there is no need to look for words. */
  signs = 0;

  constructor(telling: Telling) {
    this.telling = telling;
  }

  /** Behind the sign that closes the sentence at `at`, or `to`. */
  after(at: number, to: number): number {
    const { telling } = this;
    let signs = 0;
    let i = at;
    while (i < to) {
      const sign = (telling[i] ?? 0) & sentenceSigns;
      i += 1;
      if (sign === ENDS) break;
      signs |= sign;
    }
    this.signs = signs;
    return i;
  }
}

/** Spans of the sentences of from..to; the closing sign belongs to its sentence. */
export function cutSentences(telling: Telling, from: number, to: number): readonly Span[] {
  const found: Span[] = [];
  const ends = new SentenceEnds(telling);
  for (let start = from; start < to; ) {
    const end = ends.after(start, to);
    found.push({ start, end });
    start = end;
  }
  return found;
}
