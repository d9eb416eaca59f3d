// One document in four formats has one reading: paragraphs, tables and what is found in them do not depend on the file.
import { readdirSync, readFileSync } from 'node:fs';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../core/read/read-document.ts';
import { makePdf, type PdfPage, type PdfText } from './pdf/pdf.fixture.ts';
import { readBytes } from './read-bytes.ts';

const folder = new URL('../../samples/hangzhou/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));

/** Paragraphs, and tables as runs of lines with tabs. */
function blocksOf(source: string): (string | string[][])[] {
  const blocks: (string | string[][])[] = [];
  let before = '';
  for (const line of source.split('\n')) {
    const last = blocks.at(-1);
    if (line.includes('\t') && Array.isArray(last) && before !== '') last.push(line.split('\t'));
    else if (line.includes('\t')) blocks.push([line.split('\t')]);
    else if (line.trim() !== '') blocks.push(line.trim());
    before = line;
  }
  return blocks;
}
type Blocks = ReturnType<typeof blocksOf>;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const toHtml = (blocks: Blocks): Uint8Array => {
  const table = (rows: string[][]) =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')}</table>`;
  const body = blocks.map((block) => (Array.isArray(block) ? table(block) : `<p>${escaped(block)}</p>`));
  return new TextEncoder().encode(`<!DOCTYPE html><html><body>\n${body.join('\n')}\n</body></html>`);
};

async function toDocx(blocks: Blocks): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const children = blocks.map((block) =>
    Array.isArray(block)
      ? new Table({ rows: block.map((row) => new TableRow({ children: row.map(cell) })) })
      : new Paragraph(block),
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

const widthOf = (sign: string): number => (sign < '\u2000' ? 0.5 : 1);

/** Breaks a text into lines of so many ems, the first shorter by its indent. */
function wrap(text: string, ems: number, indent: number): string[] {
  const lines = [''];
  let used = indent;
  for (const sign of text) {
    if (used + widthOf(sign) > ems) {
      lines.push('');
      used = 0;
    }
    lines.push(`${lines.pop()}${sign}`);
    used += widthOf(sign);
  }
  return lines;
}

/** Sets a document as an office would: 12-point type, indented paragraphs, ruled tables, numbered pages. */
class Typesetter {
  readonly pages: { texts: PdfText[]; lines: [number, number, number, number][] }[] = [];
  #y = 0;

  #room(height: number): (typeof this.pages)[number] {
    let page = this.pages.at(-1);
    if (!page || this.#y - height < 100) {
      page = { texts: [{ text: `— ${this.pages.length + 1} —`, x: 280, y: 40 }], lines: [] };
      this.pages.push(page);
      this.#y = 760;
    }
    return page;
  }

  paragraph(text: string): void {
    for (const [at, line] of wrap(text, 36, 2).entries()) {
      this.#room(20).texts.push({ text: line, x: at === 0 ? 96 : 72, y: this.#y });
      this.#y -= 20;
    }
  }

  table(rows: string[][]): void {
    const columns = Math.max(...rows.map((row) => row.length));
    const width = 440 / columns;
    this.#y -= 10;
    for (const row of rows) {
      const cells = row.map((cell) => wrap(cell, Math.max(2, Math.floor((width - 8) / 7)), 0));
      const height = Math.max(...cells.map((lines) => lines.length)) * 9 + 8;
      const page = this.#room(height);
      const [top, bottom] = [this.#y, this.#y - height];
      for (const [column, lines] of cells.entries())
        for (const [at, text] of lines.entries())
          if (text.trim() !== '')
            page.texts.push({ text, x: 76 + column * width, y: top - 9 - at * 9, size: 7 });
      page.lines.push([72, top, 72 + 440, top], [72, bottom, 72 + 440, bottom]);
      for (let column = 0; column <= columns; column++)
        page.lines.push([72 + column * width, bottom, 72 + column * width, top]);
      this.#y = bottom;
    }
    this.#y -= 30;
  }
}

function toPdf(blocks: Blocks): Uint8Array {
  const setter = new Typesetter();
  for (const block of blocks) Array.isArray(block) ? setter.table(block) : setter.paragraph(block);
  const pages: PdfPage[] = setter.pages;
  return makePdf(pages);
}

const bare = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \u3000]/g, '').replace(/\t+$/, ''))
    .filter((line) => line !== '');

describe.each(names)('%s', (name) => {
  const source = readFileSync(new URL(name, folder), 'utf8');
  const blocks = blocksOf(source);
  const found = (text: string) =>
    readDocument(text).items.map((item) => [item.family, item.kind, item.value, item.unit]);

  it.each([
    ['html', async () => toHtml(blocks)],
    ['docx', () => toDocx(blocks)],
    ['pdf', async () => toPdf(blocks)],
  ])('reads the same from %s as from text', async (format, make) => {
    const read = await readBytes(await make(), `a.${format}`);
    const text = read.ok ? read.value.text : JSON.stringify(read);
    expect(bare(text)).toEqual(bare(source));
    expect(found(text)).toEqual(found(source));
  });
});
