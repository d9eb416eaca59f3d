// What the final text is: furniture gone, broken lines joined, footnotes set after the paragraph they interrupt. It answers
// logical lines in the offsets of that text, which no later step changes again.

import { isLatin } from '../source/sign.ts';
import type { FoldedText, Repair } from '../structure.ts';
import { brokenDecimalAt, goesOn, type OpenText, openText } from './join-lines.ts';
import type { Line, LineKind } from './line.ts';
import { type LineStart, lineStartOf } from './line-start.ts';
import { type Setting, settingOf } from './setting.ts';
import { TextBuilder } from './text-builder.ts';

/** A paragraph, heading, table row, cell or note: one line of the final text. */
export interface LogicalLine {
  readonly kind: LineKind;
  readonly start: number;
  readonly end: number;
  readonly area: number;
  readonly row: number;
  /** What it opens with; plain for all but text. */
  readonly opening: LineStart;
}

export interface Layout {
  readonly folded: FoldedText;
  readonly lines: readonly LogicalLine[];
  readonly repairs: readonly Repair[];
  /** Where a position of the folded text stands in the final one; -1 for what was left out. */
  readonly moved: (position: number) => number;
}

interface Paragraph {
  readonly lines: Line[];
  /** Notes that stood within it. */
  notes: Line[][] | null;
  readonly open: OpenText;
  /** Lines that go on over an empty line, a page mark or a note. */
  broken: Set<Line> | null;
}

/** Lays out the marked lines. */
export function layOut(folded: FoldedText, lines: readonly Line[]): Layout {
  const setting = settingOf(folded, lines);
  const writer = new LayoutWriter(folded, setting);
  for (const line of lines) writer.add(line);
  return writer.finish();
}

const seamSigns = 4;

class LayoutWriter {
  readonly #folded: FoldedText;
  readonly #setting: Setting;
  readonly #builder: TextBuilder;
  readonly #lines: LogicalLine[] = [];
  readonly #repairs: Repair[] = [];
  #open: Paragraph | null = null;
  #gap = false;

  constructor(folded: FoldedText, setting: Setting) {
    this.#folded = folded;
    this.#setting = setting;
    this.#builder = new TextBuilder(folded);
  }

  add(line: Line): void {
    if (line.kind === 'furniture') this.#gap = true;
    else if (line.kind === 'text') this.#addText(line);
    else if (line.kind === 'note') this.#addNote(line);
    else this.#addTable(line);
  }

  finish(): Layout {
    this.#close();
    const built = this.#builder.finish();
    return {
      folded: built,
      lines: this.#lines,
      repairs: this.#repairs,
      moved: (at) => this.#builder.moved(at),
    };
  }

  #addText(line: Line): void {
    const { text } = this.#folded;
    const opening = lineStartOf(text, line.start, line.end);
    const open = this.#open;
    if (open !== null && goesOn(this.#folded, open.open, line, opening, this.#setting, this.#gap)) {
      if (line.blanks > 0 || this.#gap || open.notes !== null) {
        open.broken ??= new Set();
        open.broken.add(line);
      }
      open.lines.push(line);
      open.open.last = line;
      open.open.length += line.end - line.start;
    } else {
      this.#close();
      this.#open = { lines: [line], notes: null, open: openText(line, opening), broken: null };
    }
    this.#gap = false;
  }

  /** A note is held back while a paragraph may still go on behind it. */
  #addNote(line: Line): void {
    const open = this.#open;
    if (open === null) this.#write([line], 'plain');
    else if (open.notes === null) open.notes = [[line]];
    else if (line.joined) open.notes.at(-1)?.push(line);
    else open.notes.push([line]);
  }

  #addTable(line: Line): void {
    this.#close();
    if (line.joined) this.#builder.reopen(line.start, line.end, this.#isSpaced(line));
    else this.#write([line], 'plain');
    const last = this.#lines.at(-1);
    if (line.joined && last !== undefined) {
      this.#lines[this.#lines.length - 1] = { ...last, end: this.#builder.length };
    }
    this.#gap = false;
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    this.#write(open.lines, open.open.opening, open.broken);
    for (const note of open.notes ?? []) this.#write(note, 'plain');
  }

  #write(lines: readonly Line[], opening: LineStart, broken: ReadonlySet<Line> | null = null): void {
    const first = lines[0];
    if (first === undefined) return;
    const start = this.#builder.openLine(first.start);
    for (const line of lines) {
      if (broken?.has(line)) this.#repair(line);
      this.#addLine(line, line !== first);
    }
    const { kind, area, row } = first;
    this.#lines.push({ kind, area, row, start, end: this.#builder.length, opening });
  }

  #addLine(line: Line, joined: boolean): void {
    const decimals = joined ? brokenDecimalAt(this.#folded.text, line) : -1;
    if (decimals > 0) {
      this.#builder.add(line.start, decimals - 1, false);
      this.#builder.add(decimals, line.end, false);
    } else this.#builder.add(line.start, line.end, joined && this.#isSpaced(line));
  }

  /** Says where a break was taken out: the last signs before it, a bar, and the first after it. */
  #repair(line: Line): void {
    const { text } = this.#folded;
    const last = this.#builder.lastPosition + 1;
    const seam = this.#builder.length;
    const after = Math.min(seamSigns, line.end - line.start);
    const what = `${text.slice(Math.max(0, last - seamSigns), last)}|${text.slice(line.start, line.start + after)}`;
    this.#repairs.push({
      rule: 'repair.brokenLine',
      what,
      start: Math.max(0, seam - seamSigns),
      end: seam + after,
    });
  }

  /** Two Latin words broken apart keep a space. */
  #isSpaced(line: Line): boolean {
    const { text } = this.#folded;
    const before = text.charCodeAt(this.#builder.lastPosition);
    return isLatin(before) && isLatin(text.charCodeAt(line.start));
  }
}
