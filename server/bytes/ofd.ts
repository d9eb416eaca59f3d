// Reads the text layer of an OFD document (GB/T 33190-2016): pages in order, every text code with its place.
import { flowText } from './layout/flow.ts';
import type { Page, Piece, Rule } from './layout/piece.ts';
import { withoutRadicals } from './layout/radical.ts';
import type { Notes } from './note.ts';
import { damaged, Refusal } from './refusal.ts';
import { type Attributes, attribute, local, readXml, refuseEntities } from './xml.ts';
import { type Archive, openArchive } from './zip.ts';

/** Millimetres to points, so that distances mean the same as in a PDF. */
const point = 72 / 25.4;

const numbers = (text: string | undefined): number[] =>
  (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
    .filter((value) => Number.isFinite(value));

/** DeltaX of 7.1 of the standard: distances between signs, "g n d" standing for n times d. */
export function deltas(text: string | undefined): number[] {
  const parts = (text ?? '').trim().split(/\s+/);
  const found: number[] = [];
  for (let at = 0; at < parts.length && found.length < 100_000; at++) {
    if (parts[at] === 'g') {
      const [times, value] = [Number(parts[at + 1]), Number(parts[at + 2])];
      if (times > 0 && Number.isFinite(value))
        for (let n = 0; n < Math.min(times, 10_000); n++) found.push(value);
      at += 2;
    } else if (Number.isFinite(Number(parts[at])) && parts[at] !== '') found.push(Number(parts[at]));
  }
  return found;
}

const joinPath = (base: string, to: string): string => {
  if (to.startsWith('/')) return to.slice(1);
  const path = base.split('/').slice(0, -1);
  for (const step of to.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
};

interface Outline {
  readonly box: readonly number[];
  readonly pages: readonly string[];
  readonly templates: ReadonlyMap<string, string>;
}

function mainParts(archive: Archive): string[] {
  const roots: string[] = [];
  let inRoot = false;
  readXml(archive, archive.names.find((name) => /^OFD\.xml$/i.test(name)) ?? 'OFD.xml', {
    open: (name) => {
      inRoot = local(name) === 'DocRoot';
    },
    text: (text) => {
      if (inRoot && text.trim() !== '') roots.push(joinPath('', text.trim()));
    },
    close: () => {
      inRoot = false;
    },
  });
  return roots;
}

function readOutline(archive: Archive, main: string): Outline {
  const pages: string[] = [];
  const templates = new Map<string, string>();
  let box = [0, 0, 210, 297];
  let element = '';
  readXml(archive, main, {
    open: (name, attributes) => {
      element = local(name);
      const at = attribute(attributes, 'BaseLoc');
      if (element === 'Page' && at) pages.push(joinPath(main, at));
      if (element === 'TemplatePage' && at)
        templates.set(attribute(attributes, 'ID') ?? '', joinPath(main, at));
    },
    text: (text) => {
      if (element === 'PhysicalBox' && numbers(text).length === 4) box = numbers(text);
    },
    close: () => {
      element = '';
    },
  });
  return { box, pages, templates };
}

/** a b c d e f of CTM, applied inside the boundary of the object. */
type Matrix = readonly [number, number, number, number, number, number];
const unit: Matrix = [1, 0, 0, 1, 0, 0];

interface Graphic {
  readonly x: number;
  readonly y: number;
  readonly matrix: Matrix;
  readonly size: number;
}

function graphicOf(attributes: Attributes): Graphic {
  const [x = 0, y = 0] = numbers(attribute(attributes, 'Boundary'));
  const [a, b, c, d, e, f] = numbers(attribute(attributes, 'CTM'));
  const matrix: Matrix =
    a !== undefined && b !== undefined && c !== undefined && d !== undefined
      ? [a, b, c, d, e ?? 0, f ?? 0]
      : unit;
  return { x, y, matrix, size: Number(attribute(attributes, 'Size') ?? '3.5') || 3.5 };
}

const place = (graphic: Graphic, x: number, y: number): [number, number] => {
  const [a, b, c, d, e, f] = graphic.matrix;
  return [(graphic.x + a * x + c * y + e) * point, (graphic.y + b * x + d * y + f) * point];
};

/** One sign after the other, each at its own place: a wide distance inside a code is a wide gap on the page. */
function piecesOf(graphic: Graphic, code: Attributes, text: string): Piece[] {
  const signs = [...withoutRadicals(text).replace(/[\r\n\t]+/g, ' ')];
  const [dx, dy] = [deltas(attribute(code, 'DeltaX')), deltas(attribute(code, 'DeltaY'))];
  let [x, y] = [Number(attribute(code, 'X') ?? '0') || 0, Number(attribute(code, 'Y') ?? '0') || 0];
  const scale = Math.hypot(graphic.matrix[0], graphic.matrix[1]) || 1;
  const size = graphic.size * scale * point;
  return signs.map((sign, at) => {
    const [left, baseline] = place(graphic, x, y);
    const step = dx[at] ?? (dy.length > 0 ? 0 : graphic.size * (sign < '\u2e80' ? 0.5 : 1));
    x += step;
    y += dy[at] ?? 0;
    const width = Math.min(Math.max(step, 0), graphic.size * 1.05) * scale * point;
    return { text: sign, x: left, y: baseline, width: width || size * 0.5, size };
  });
}

/** M and L of AbbreviatedData are what ruled lines are made of; curves are passed over. */
function rulesOf(graphic: Graphic, path: string): Rule[] {
  const rules: Rule[] = [];
  const parts = path.trim().split(/\s+/);
  let [x, y]: [number, number] = [0, 0];
  for (let at = 0; at < parts.length && rules.length < 5_000; ) {
    const operator = parts[at++];
    const length =
      operator === 'M' || operator === 'L' || operator === 'S'
        ? 2
        : operator === 'Q'
          ? 4
          : operator === 'B'
            ? 6
            : operator === 'A'
              ? 7
              : 0;
    const values = parts.slice(at, at + length).map(Number);
    at += length;
    if (length === 0) continue;
    const next = place(graphic, values.at(-2) ?? 0, values.at(-1) ?? 0);
    const [width, height] = [Math.abs(next[0] - x), Math.abs(next[1] - y)];
    if (operator === 'L' && Math.max(width, height) > 6 && Math.min(width, height) < 1)
      rules.push({
        x1: Math.min(x, next[0]),
        y1: Math.min(y, next[1]),
        x2: Math.max(x, next[0]),
        y2: Math.max(y, next[1]),
      });
    [x, y] = next;
  }
  return rules;
}

interface Content {
  readonly pieces: Piece[];
  readonly rules: Rule[];
  readonly templates: string[];
  pictures: number;
}

function readContent(archive: Archive, name: string): Content {
  const content: Content = { pieces: [], rules: [], templates: [], pictures: 0 };
  let graphic: Graphic | undefined;
  let code: Attributes | undefined;
  let [text, inPath] = ['', false];
  readXml(archive, name, {
    open: (element, attributes) => {
      const short = local(element);
      if (short === 'TextObject' || short === 'PathObject') graphic = graphicOf(attributes);
      else if (short === 'ImageObject') content.pictures++;
      else if (short === 'Template') content.templates.push(attribute(attributes, 'TemplateID') ?? '');
      else if (short === 'TextCode') [code, text] = [attributes, ''];
      else if (short === 'AbbreviatedData') [inPath, text] = [true, ''];
    },
    text: (more) => {
      if (code || inPath) text += more;
    },
    close: (element) => {
      const short = local(element);
      if (short === 'TextCode' && graphic && code) content.pieces.push(...piecesOf(graphic, code, text));
      if (short === 'AbbreviatedData' && graphic) content.rules.push(...rulesOf(graphic, text));
      if (short === 'TextCode') code = undefined;
      if (short === 'AbbreviatedData') inPath = false;
    },
  });
  return content;
}

function readPages(archive: Archive, main: string, notes: Notes, pages: Page[]): void {
  const { box, pages: names, templates } = readOutline(archive, main);
  for (const name of names) {
    if (!archive.has(name)) throw damaged(name);
    const content = readContent(archive, name);
    for (const id of content.templates) {
      const template = templates.get(id);
      if (!template || !archive.has(template)) continue;
      const behind = readContent(archive, template);
      content.pieces.push(...behind.pieces);
      content.rules.push(...behind.rules);
    }
    if (content.pieces.every((piece) => piece.text.trim() === '')) {
      if (content.pictures > 0) throw new Refusal('document.scanned', { place: `p. ${pages.length + 1}` });
      notes.add('pageBlank', `p. ${pages.length + 1}`);
    }
    pages.push({
      width: (box[2] ?? 210) * point,
      height: (box[3] ?? 297) * point,
      pieces: content.pieces,
      rules: content.rules,
    });
  }
}

export function readOfd(bytes: Uint8Array, notes: Notes): string {
  const archive = openArchive(bytes);
  if (archive.names.some((name) => /(^|\/)Encryptions\.xml$/i.test(name)))
    throw new Refusal('document.encrypted');
  refuseEntities(archive);
  const pages: Page[] = [];
  for (const main of mainParts(archive)) {
    if (!archive.has(main)) throw damaged(main);
    readPages(archive, main, notes, pages);
  }
  return flowText(pages);
}
