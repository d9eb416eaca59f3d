// Turns an HTML page into the text a reader of the page sees: blocks become lines, tables become tab-separated rows.
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { limits } from './limits.ts';
import type { Notes } from './note.ts';
import { raise, writeNumber } from './number-word.ts';
import { damaged, Refusal } from './refusal.ts';
import { cellText, type SpanCell, spannedLines } from './table.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const dropped = new Set(
  'head script style noscript template nav iframe object embed svg math canvas select option textarea input button dialog audio video map rt rp'.split(
    ' ',
  ),
);
const blocks = new Set(
  'p div section article main header footer aside ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre figure figcaption address center form fieldset hr body html details summary tr caption'.split(
    ' ',
  ),
);

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Element): readonly Node[] => node.childNodes;
const attr = (node: Element, name: string): string | undefined =>
  node.attrs.find((a) => a.name === name)?.value;
const isHidden = (node: Element): boolean =>
  attr(node, 'hidden') !== undefined || /(?:^|;)\s*display\s*:\s*none/i.test(attr(node, 'style') ?? '');

/** Lines being written: white space collapses as in a browser, except that a break between two signs leaves no space. */
class Lines {
  readonly done: string[] = [];
  #line = '';
  #pending = '';

  text(text: string, keep = false): void {
    if (keep) {
      const [first = '', ...rest] = text.split(/\r\n?|\n/);
      this.#flushSpace();
      this.#line += first;
      for (const more of rest) {
        this.break();
        this.#line += more;
      }
      return;
    }
    for (const piece of text.split(/([ \t\r\n\f]+)/)) {
      if (piece === '') continue;
      if (/^[ \t\r\n\f]/.test(piece)) {
        this.#pending ||= piece.includes('\n') ? '\n' : ' ';
      } else {
        this.#flushSpace(piece[0]);
        this.#line += piece;
      }
    }
  }

  #flushSpace(next = ''): void {
    const wideSign = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
    const joins = this.#pending === '\n' && (wideSign.test(this.#line.at(-1) ?? '') || wideSign.test(next));
    if (this.#pending !== '' && this.#line !== '' && !joins) this.#line += ' ';
    this.#pending = '';
  }

  /** Ends the line; an empty one is not written. */
  break(): void {
    const line = this.#line.replace(/[ \t]+$/, '');
    if (line !== '') this.done.push(line);
    this.#line = '';
    this.#pending = '';
  }

  whole(lines: readonly string[]): void {
    this.break();
    this.done.push('', ...lines, '');
  }
}

/** A page being read; one for the whole document, one for each table cell. */
interface Walk {
  readonly lines: Lines;
  readonly notes: Notes;
  readonly depth: number;
  readonly keep: boolean;
}

function walkAll(nodes: readonly Node[], walk: Walk): void {
  for (const node of nodes) walkNode(node, walk);
}

function walkNode(node: Node, walk: Walk): void {
  if (node.nodeName === '#text' && 'value' in node) walk.lines.text(node.value, walk.keep);
  if (!isElement(node)) return;
  if (walk.depth > limits.htmlDepth) throw damaged('html: nesting');
  if (isHidden(node)) walk.notes.add('hiddenText', `<${node.tagName}>`);
  else if (dropped.has(node.tagName)) dropNote(node, walk.notes);
  else walkShown(node, { ...walk, depth: walk.depth + 1, keep: walk.keep || node.tagName === 'pre' });
}

function walkShown(node: Element, walk: Walk): void {
  const tag = node.tagName;
  if (tag === 'br') walk.lines.break();
  else if (tag === 'sup') walk.lines.text(raise(textOf(node, walk)));
  else if (tag === 'table') walkTable(node, walk);
  else if (tag === 'ol') walkList(node, walk);
  else if (blocks.has(tag)) {
    walk.lines.break();
    walkAll(childrenOf(node), walk);
    walk.lines.break();
  } else walkAll(childrenOf(node), walk);
}

function dropNote(node: Element, notes: Notes): void {
  const source = attr(node, 'src') ?? attr(node, 'data');
  if (source && node.tagName !== 'script')
    notes.add('externalIgnored', `<${node.tagName} src=${source.slice(0, 120)}>`);
  else if (/^(input|textarea|select)$/.test(node.tagName)) notes.add('formIgnored', `<${node.tagName}>`);
}

const listFormats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

/** The browser prints the numbers of an ordered list, so the text has them too. */
function walkList(list: Element, walk: Walk): void {
  const style = /list-style(?:-type)?\s*:[^;]*?([a-z-]+)/i.exec(attr(list, 'style') ?? '')?.[1] ?? '';
  const chinese = /cjk-ideographic|chinese|trad-chinese|simp-chinese|japanese/.test(
    attr(list, 'style') ?? '',
  );
  let next = Number.parseInt(attr(list, 'start') ?? '1', 10) || 1;
  walk.lines.break();
  for (const item of childrenOf(list)) {
    if (isElement(item) && item.tagName === 'li' && style !== 'none') {
      next = Number.parseInt(attr(item, 'value') ?? '', 10) || next;
      walk.lines.break();
      const number = writeNumber(
        next++,
        chinese ? 'chineseCounting' : (listFormats[attr(list, 'type') ?? ''] ?? 'decimal'),
      );
      walk.lines.text(chinese ? `${number}、` : `${number}. `);
      walkAll(childrenOf(item), { ...walk, depth: walk.depth + 1 });
      walk.lines.break();
    } else walkNode(item, walk);
  }
}

/** Text of one cell or mark, on one line. */
function textOf(node: Element, walk: Walk): string {
  const lines = new Lines();
  walkAll(childrenOf(node), { ...walk, lines, keep: false });
  lines.break();
  return cellText(lines.done.filter((line) => line !== '').join(' '));
}

const rowsOf = (table: Element): Element[] => {
  const found: Element[] = [];
  for (const child of childrenOf(table)) {
    if (!isElement(child) || isHidden(child)) continue;
    if (child.tagName === 'tr') found.push(child);
    else if (/^(thead|tbody|tfoot)$/.test(child.tagName)) found.push(...rowsOf(child));
  }
  return found;
};

const cellsOf = (row: Element): Element[] =>
  childrenOf(row)
    .filter(isElement)
    .filter((cell) => cell.tagName === 'td' || cell.tagName === 'th');

const has = (node: Element, tag: string, depth = 0): boolean =>
  depth < limits.htmlDepth &&
  childrenOf(node).some((child) => isElement(child) && (child.tagName === tag || has(child, tag, depth + 1)));

/** Old pages lay themselves out in tables: one with a table inside, or of a single column of cells, holds blocks. */
const isLayout = (table: Element, rows: readonly Element[]): boolean =>
  attr(table, 'role') === 'presentation' ||
  rows.every((row) => cellsOf(row).length <= 1) ||
  has(table, 'table');

function walkTable(table: Element, walk: Walk): void {
  const rows = rowsOf(table);
  walk.lines.break();
  for (const child of childrenOf(table))
    if (isElement(child) && child.tagName === 'caption') walkNode(child, walk);
  if (isLayout(table, rows)) {
    for (const row of rows)
      for (const cell of cellsOf(row)) {
        walk.lines.break();
        walkAll(childrenOf(cell), walk);
        walk.lines.break();
      }
    return;
  }
  const count = (cell: Element, name: string, rest: number): number => {
    const value = Number.parseInt(attr(cell, name) ?? '1', 10);
    return value === 0 ? rest : Number.isFinite(value) && value > 0 ? Math.min(value, 65_534) : 1;
  };
  const grid = rows.map((row, at): SpanCell[] =>
    cellsOf(row).map((cell) => ({
      text: isHidden(cell) ? '' : textOf(cell, walk),
      columns: count(cell, 'colspan', 1),
      rows: count(cell, 'rowspan', rows.length - at),
    })),
  );
  walk.lines.whole(spannedLines(grid));
}

/** HTML 13.2 parsing never fails; only a document type that declares entities is refused. */
export function readHtml(source: string, notes: Notes): string {
  if (
    /<!ENTITY/i.test(
      /<!DOCTYPE[^>]{0,2000}\[[\s\S]{0,20000}?\]\s*>/i.exec(source.slice(0, 100_000))?.[0] ?? '',
    )
  )
    throw new Refusal('document.entityForbidden', { place: '<!DOCTYPE>' });
  const page = parse(source);
  const lines = new Lines();
  walkAll(page.childNodes, { lines, notes, depth: 0, keep: false });
  lines.break();
  return lines.done
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}
