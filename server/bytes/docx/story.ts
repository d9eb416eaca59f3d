// Reads a run of document text (body, footnotes) from its XML: paragraphs, numbers, tables, text boxes, notes.
import type { Notes } from '../note.ts';
import { circled, raise } from '../number-word.ts';
import { cellText, type Merge, tableLines } from '../table.ts';
import { type Attributes, attribute, local, type XmlEvents } from '../xml.ts';
import type { Counters } from './numbering.ts';

interface Paragraph {
  text: string;
  style: string;
  numId: string | undefined;
  level: number | undefined;
  /** Lines of text boxes anchored in it, printed after it; then the notes it refers to. */
  readonly boxes: string[];
  readonly footnotes: string[];
}

interface Cell {
  columns: number;
  merge: 'none' | 'restart' | 'continue';
  readonly lines: string[];
}

interface Row {
  readonly cells: Cell[];
  before: number;
  deleted: boolean;
}

/** Where finished lines go. */
interface Sink {
  readonly kind: 'body' | 'cell' | 'box' | 'note';
  readonly lines: string[];
}

interface Run {
  hidden: boolean;
  raised: boolean;
}

/** Whole elements whose text is not printed: deletions, field codes, old properties, fallbacks, phonetic guides. */
const skipped = new Set(
  'del moveFrom delText instrText delInstrText Fallback pPrChange rPrChange tblPrChange tblGridChange trPrChange tcPrChange sectPrChange numberingChange rt'.split(
    ' ',
  ),
);

/** Private-use signs of Wingdings that plan documents use as boxes and bullets. */
const symbols: Readonly<Record<string, string>> = {
  F0A8: '□',
  F06F: '□',
  F071: '□',
  F0FE: '☑',
  F052: '☑',
  F0FC: '✓',
  F06C: '●',
  F06E: '■',
  F075: '◆',
  F0D8: '➢',
};

const isOn = (attributes: Attributes): boolean =>
  !['0', 'false', 'off'].includes(attribute(attributes, 'val') ?? '1');

const whole = (text: string | undefined): number => Math.max(0, Number.parseInt(text ?? '', 10) || 0);

/** What a story needs from the rest of the document. */
export interface Surroundings {
  readonly notes: Notes;
  readonly counters: Counters;
  /** Text of a footnote or endnote, by kind and id. */
  footnote(kind: string, id: string): string | undefined;
}

export class Story implements XmlEvents {
  readonly lines: string[] = [];
  /** Text of each footnote, when the part is one of notes. */
  readonly footnotes = new Map<string, string>();
  readonly #around: Surroundings;
  readonly #sinks: Sink[] = [{ kind: 'body', lines: this.lines }];
  /** Notes referred to inside a table; they follow it, for they are no part of a cell. */
  readonly #tableNotes: string[] = [];
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: Row[][] = [];
  readonly #path: string[] = [];
  #run: Run = { hidden: false, raised: false };
  #skip = 0;
  #inText = false;
  #noteCount = 0;
  #footnoteId = '';

  constructor(around: Surroundings) {
    this.#around = around;
  }

  open(fullName: string, attributes: Attributes): void {
    const name = local(fullName);
    if (this.#skip > 0 || (skipped.has(name) && !this.#marksRow(name))) {
      this.#skip++;
      return;
    }
    this.#path.push(name);
    if (name === 't') this.#inText = true;
    else if (this.#path.includes('pPr')) this.#paragraphProperty(name, attributes);
    else if (this.#path.at(-2) === 'rPr') this.#runProperty(name, attributes);
    else if (this.#path.at(-2) === 'tcPr' || this.#path.at(-2) === 'trPr')
      this.#cellProperty(name, attributes);
    else this.#structure(name, attributes);
  }

  close(fullName: string): void {
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    const name = local(fullName);
    this.#path.pop();
    if (name === 't') this.#inText = false;
    else if (name === 'p' && !this.#path.includes('pPr')) this.#endParagraph();
    else if (name === 'tc') this.#endCell();
    else if (name === 'tbl') this.#endTable();
    else if (name === 'txbxContent') this.#endBox();
    else if (name === 'footnote' || name === 'endnote') this.#endFootnote();
  }

  text(text: string): void {
    if (!this.#inText || this.#skip > 0) return;
    if (this.#run.hidden) this.#around.notes.add('hiddenText', text.slice(0, 40));
    else this.#write(this.#run.raised ? raise(text) : text);
  }

  /** A deletion inside row properties marks the row; it holds no text to skip. */
  #marksRow(name: string): boolean {
    return name === 'del' && this.#path.at(-1) === 'trPr';
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.text += text;
  }

  #structure(name: string, attributes: Attributes): void {
    if (name === 'p')
      this.#paragraphs.push({
        text: '',
        style: '',
        numId: undefined,
        level: undefined,
        boxes: [],
        footnotes: [],
      });
    else if (name === 'r') this.#run = { hidden: false, raised: false };
    else if (name === 'tab' || name === 'ptab') this.#write(' ');
    else if (name === 'br' || name === 'cr') this.#write('\n');
    else if (name === 'noBreakHyphen') this.#write('-');
    else if (name === 'sym') this.#symbol(attributes);
    else if (name === 'footnoteReference' || name === 'endnoteReference') this.#reference(name, attributes);
    else if (name === 'tbl') this.#tables.push([]);
    else if (name === 'tr') this.#tables.at(-1)?.push({ cells: [], before: 0, deleted: false });
    else if (name === 'tc') this.#startCell();
    else if (name === 'txbxContent') this.#sinks.push({ kind: 'box', lines: [] });
    else if (name === 'footnote' || name === 'endnote') this.#startFootnote(attributes);
    else if (name === 'altChunk' || name === 'subDoc' || name === 'OLEObject')
      this.#around.notes.add('embeddedIgnored', `${name} ${attribute(attributes, 'ProgID') ?? ''}`.trim());
  }

  #paragraphProperty(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const value = attribute(attributes, 'val');
    if (name === 'pStyle') paragraph.style = value ?? '';
    else if (name === 'numId') paragraph.numId = value;
    else if (name === 'ilvl') paragraph.level = whole(value);
  }

  #runProperty(name: string, attributes: Attributes): void {
    if (name === 'vanish') this.#run.hidden = isOn(attributes);
    else if (name === 'vertAlign') this.#run.raised = attribute(attributes, 'val') === 'superscript';
  }

  #cellProperty(name: string, attributes: Attributes): void {
    const row = this.#tables.at(-1)?.at(-1);
    const cell = row?.cells.at(-1);
    const value = attribute(attributes, 'val');
    if (name === 'gridBefore' && row) row.before = Math.min(whole(value), 60);
    else if (name === 'del' && row) row.deleted = true;
    else if (name === 'gridSpan' && cell) cell.columns = Math.max(1, Math.min(whole(value), 256));
    else if (name === 'vMerge' && cell) cell.merge = value === 'restart' ? 'restart' : 'continue';
  }

  #symbol(attributes: Attributes): void {
    const code = (attribute(attributes, 'char') ?? '').toUpperCase();
    const point = Number.parseInt(code, 16);
    if (symbols[code]) this.#write(symbols[code]);
    else if (point > 0x20 && point < 0xd800) this.#write(String.fromCodePoint(point));
    else this.#around.notes.add('symbolUnknown', `${attribute(attributes, 'font') ?? ''} ${code}`.trim());
  }

  #reference(name: string, attributes: Attributes): void {
    if (this.#footnoteId !== '') return;
    const text = this.#around.footnote(name.replace('Reference', ''), attribute(attributes, 'id') ?? '');
    const paragraph = this.#paragraphs.at(-1);
    if (text === undefined || !paragraph) return;
    // A mark typed by hand stands in the text already.
    if (attribute(attributes, 'customMarkFollows') === '1') {
      paragraph.footnotes.push(text);
      return;
    }
    const sign = circled(++this.#noteCount);
    paragraph.text += sign;
    paragraph.footnotes.push(`${sign}${text}`);
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const text = paragraph.text.replace(/[ \t]+$/gm, '');
    const number = text.trim() === '' ? '' : this.#around.counters.next(paragraph);
    const sink = this.#sinks.at(-1)?.lines;
    if (text.trim() !== '') sink?.push(`${number}${text}`);
    sink?.push(...paragraph.boxes);
    (this.#tables.length > 0 ? this.#tableNotes : sink)?.push(...paragraph.footnotes);
  }

  #startCell(): void {
    const lines: string[] = [];
    this.#tables.at(-1)?.at(-1)?.cells.push({ columns: 1, merge: 'none', lines });
    this.#sinks.push({ kind: 'cell', lines });
  }

  #endCell(): void {
    if (this.#sinks.at(-1)?.kind === 'cell') this.#sinks.pop();
  }

  /** A table inside a cell is flattened into it; anywhere else it stands between two empty lines. */
  #endTable(): void {
    const lines = rowsToLines((this.#tables.pop() ?? []).filter((row) => !row.deleted));
    const sink = this.#sinks.at(-1);
    if (sink?.kind === 'cell') sink.lines.push(...lines.map(cellText));
    else sink?.lines.push('', ...lines, '');
    if (this.#tables.length === 0) sink?.lines.push(...this.#tableNotes.splice(0));
  }

  #endBox(): void {
    if (this.#sinks.at(-1)?.kind !== 'box') return;
    const lines = this.#sinks.pop()?.lines ?? [];
    (this.#paragraphs.at(-1)?.boxes ?? this.#sinks.at(-1)?.lines)?.push(...lines);
  }

  /** Separators between text and notes are stored as notes of their own type. */
  #startFootnote(attributes: Attributes): void {
    const isText = (attribute(attributes, 'type') ?? 'normal') === 'normal';
    this.#footnoteId = isText ? (attribute(attributes, 'id') ?? '') : 'separator';
    this.#sinks.push({ kind: 'note', lines: [] });
  }

  #endFootnote(): void {
    if (this.#sinks.at(-1)?.kind !== 'note') return;
    const lines = this.#sinks.pop()?.lines ?? [];
    if (this.#footnoteId !== 'separator') this.footnotes.set(this.#footnoteId, cellText(lines.join(' ')));
    this.#footnoteId = '';
  }
}

/** Word keeps a vertical merge as a chain of cells: the first restarts it, the others continue it. */
function rowsToLines(rows: readonly Row[]): string[] {
  // A table of one column is a frame around paragraphs, which stay what they are.
  if (rows.every((row) => row.cells.length <= 1))
    return rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines));
  const matrix: string[][] = [];
  const merges: Merge[] = [];
  const open = new Map<number, { row: number; column: number; rows: number; columns: number }>();
  for (const [at, row] of rows.entries()) {
    const line: string[] = Array.from({ length: row.before }, () => '');
    for (const cell of row.cells) {
      const column = line.length;
      const above = open.get(column);
      if (cell.merge === 'continue' && above && above.row + above.rows === at) {
        above.rows++;
        line.push(...Array.from({ length: cell.columns }, () => ''));
        continue;
      }
      line.push(cellText(cell.lines.join(' ')), ...Array.from({ length: cell.columns - 1 }, () => ''));
      const merge = { row: at, column, rows: 1, columns: cell.columns };
      merges.push(merge);
      if (cell.merge === 'restart') open.set(column, merge);
      else open.delete(column);
    }
    matrix.push(line);
  }
  const width = matrix.reduce((most, line) => Math.max(most, line.length), 0);
  for (const line of matrix) while (line.length < width) line.push('');
  return tableLines(
    matrix,
    merges.filter((merge) => merge.rows > 1 || merge.columns > 1),
  );
}
