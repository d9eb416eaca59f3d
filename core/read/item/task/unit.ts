// The numbered units of a document (15. …, (三)…, 第四条 …): number, title, body, and where their owners are printed.
import { codeAt, isIn, signSet, spaceSigns } from '../../number/sign-set.ts';
import type { Span } from '../../reading.ts';
import { CHARGE, LABEL, type Telling, toldIn } from '../../source/telling.ts';
import type { Block, Part, Structure } from '../../structure.ts';
import { findOwnerLabels, type OwnerLabel } from '../owners.ts';

export interface Unit extends Span {
  /** In Arabic digits: (七十六) is 76, 第四条 is 4; empty for text under no number. */
  readonly number: string;
  readonly level: number;
  readonly title: Span;
  readonly section: string;
  readonly isHeading: boolean;
  /** Body in stretches, each closed by the owners printed after it. */
  readonly stretches: readonly Stretch[];
  /** True where the next unit is deeper: a chapter, not a task. */
  readonly chapter: boolean;
}

/** A stretch of body with the printed owners that follow it; null where none do. */
export interface Stretch extends Span {
  readonly owners: Span | null;
}

const values = '零一二三四五六七八九';

/** 七十六 is 76, 一百二十 is 120, 15 is 15; null for anything else. */
export function arabic(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (!/^[零〇一二三四五六七八九十百]+$/.test(text)) return null;
  let total = 0;
  let digit = 0;
  for (const sign of text) {
    if (sign === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else if (sign === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    } else digit = Math.max(0, values.indexOf(sign));
  }
  return total + digit;
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

const digitSigns = signSet('0123456789');
const chineseSigns = signSet('零〇一二三四五六七八九十百');

/** The last number of a heading's sign: 76 of (七十六). */
export function numberOf(num: string): string {
  const sign = circled.indexOf(num.trim().charAt(0));
  if (num.trim() !== '' && sign >= 0) return String(sign + 1);
  let end = num.length;
  while (end > 0 && !isIn(digitSigns, codeAt(num, end - 1)) && !isIn(chineseSigns, codeAt(num, end - 1)))
    end -= 1;
  if (end === 0) return '';
  const signs = isIn(digitSigns, codeAt(num, end - 1)) ? digitSigns : chineseSigns;
  let start = end;
  while (start > 0 && isIn(signs, codeAt(num, start - 1))) start -= 1;
  return String(arabic(num.slice(start, end)) ?? '');
}

const paragraphNumber =
  /^\s*(\d{1,3}[.．、](?!\d)|[(（][一二三四五六七八九十百]{1,4}[)）]|第[一二三四五六七八九十百]{1,5}条)\s*/;

interface Open {
  readonly number: string;
  readonly level: number;
  readonly title: Span;
  readonly section: string;
  readonly isHeading: boolean;
  readonly pieces: Span[];
}

const spaces = signSet(spaceSigns);
const numberSigns = signSet(`${spaceSigns}0123456789(（第`);

const levelOfNumber = (num: string): number => (/^\d/.test(num) ? 3 : num.startsWith('第') ? 2 : 2);

/** The units of a part, in order; text before the first number is one unit without a number. */
export function unitsOf(structure: Structure, part: Part): readonly Unit[] {
  const { text } = structure.folded;
  const opened: Open[] = [];
  let current: Open | null = null;
  for (let i = part.firstBlock; i < part.endBlock; i += 1) {
    const block = structure.blocks[i];
    if (!block) continue;
    const begun: Open | null = begin(text, block);
    if (begun) {
      opened.push(begun);
      current = begun;
    } else if (block.kind === 'paragraph') {
      if (!current) {
        current = {
          number: '',
          level: 0,
          title: { start: block.start, end: block.start },
          section: block.path,
          isHeading: false,
          pieces: [],
        };
        opened.push(current);
      }
      current.pieces.push(block);
    } else if (block.kind === 'grid') current = null;
  }
  return opened.map((open, i) => close(text, structure.telling, open, opened[i + 1]));
}

function begin(text: string, block: Block): Open | null {
  if (block.kind === 'heading') {
    return {
      number: numberOf(block.num),
      level: block.level,
      title: { start: block.titleStart, end: block.titleEnd },
      section: block.path,
      isHeading: true,
      pieces: [{ start: block.start, end: block.end }],
    };
  }
  if (block.kind !== 'paragraph' || !isIn(numberSigns, text.charCodeAt(block.start))) return null;
  const printed = paragraphNumber.exec(text.slice(block.start, block.start + 10));
  if (!printed?.[1]) return null;
  const start = block.start + printed[0].length;
  const stop = stopIn(text, start, block.end);
  return {
    number: numberOf(printed[1]),
    level: levelOfNumber(printed[1]),
    title: { start, end: stop },
    section: block.path,
    isHeading: false,
    pieces: [{ start: block.start, end: block.end }],
  };
}

const stops = signSet('。;；');

/** Where the first of these signs stands, or `to`. */
function stopIn(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isIn(stops, text.charCodeAt(at))) at += 1;
  return at;
}

function close(text: string, telling: Telling, open: Open, next: Open | undefined): Unit {
  const first = open.pieces[0];
  const last = open.pieces.at(-1);
  const start = first?.start ?? open.title.start;
  const end = last?.end ?? open.title.end;
  return {
    number: open.number,
    level: open.level,
    title: open.title,
    section: open.section,
    isHeading: open.isHeading,
    start,
    end,
    stretches: stretchesOf(text, telling, open.pieces),
    chapter: open.isHeading && next !== undefined && next.level > open.level,
  };
}

const opener = /[([（【〔]\s*$/;
const saysWho = /(?:牵头|负责|落实|配合|参与|参加|协助|协同)(?:实施|组织实施|负责|落实)?$|^\s*[★☆]/;
/** A person in charge, or a time limit, that opens the bracket before its first unit. */
const foreignOpening =
  /[([（【]\s*[\u4e00-\u9fa5]{0,4}(?:领导|责任人|负责人|时限|时间)\s*[:：][^()[\]（）【】。]{1,24}$/;
/** What else is said of a task behind its units: 完成时间:三季度前。 */
const foreignSigns = signSet(`${spaceSigns}责分牵包主联完时办进`);
const foreignLine =
  /^\s*(?:责任领导|分管领导|牵头领导|包保领导|主管领导|联系领导|(?:主要)?责任人|进度安排|完成时限|完成时间|时限要求|办理时限|时间节点|时限|进度要求)\s*[:：]/;
/** The last sentence of a task: 由市发改委牵头,市财政局配合,12月底前完成。 */
const chargedBy = /^\s*由([\u4e00-\u9fa5、()（）]{2,60}?)(?:共同)?牵头/;

const longestForeign = 16;

/** True where such a line begins at a place of the text. */
const isForeignLine = (text: string, at: number, end: number): boolean =>
  isIn(foreignSigns, text.charCodeAt(at)) &&
  foreignLine.test(text.slice(at, Math.min(end, at + longestForeign)));

interface Who extends Span {
  readonly owners: Span;
}

/** Where owners are printed inside a piece: after a label, or in a bracket that ends in 牵头 or 负责. */
function whoIn(text: string, telling: Telling, piece: Span): readonly Who[] {
  const signs = toldIn(telling, piece.start, piece.end) & (LABEL | CHARGE);
  if (signs === 0) return nobody;
  const words = text.slice(piece.start, piece.end);
  const labels = (signs & LABEL) === 0 ? noLabels : findOwnerLabels(words);
  if (labels.length > 0) return labelled(words, piece, labels);
  return (signs & CHARGE) === 0 ? nobody : withoutLabel(words, piece.start);
}

const noLabels: readonly OwnerLabel[] = [];

/** Owners in brackets that say so, or else in the last sentence. */
function withoutLabel(words: string, offset: number): readonly Who[] {
  if (!charge.test(words)) return nobody;
  const found = bracketsThatSayWho(words, offset);
  return found.length > 0 || !words.includes('牵头') ? found : lastSentence(words, offset);
}

function labelled(words: string, piece: Span, labels: readonly OwnerLabel[]): readonly Who[] {
  const stops = new Stops(words);
  const found: Who[] = [];
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i];
    if (!label) continue;
    const before = words.slice(Math.max(0, label.start - 36), label.start);
    const open = opener.exec(before) ?? foreignOpening.exec(before);
    // 主办单位 alone on a line is the foot of a web page.
    if (!open && labels.length === 1 && /^(?:主办|承办)/.test(words.slice(label.start))) continue;
    const from = open ? label.start - before.length + open.index : label.start;
    let close = open ? closingOf(words, from) : stops.after(label.end);
    // Labels of one bracket, or of one line, are one statement of owners.
    while (!open && labels[i + 1] && (labels[i + 1]?.start ?? 0) <= close + 1) {
      i += 1;
      close = stops.after(labels[i]?.end ?? close);
    }
    while (!open && isForeignLine(words, close, words.length)) close = stops.after(close + 1);
    while (open && labels[i + 1] && (labels[i + 1]?.start ?? 0) < close) i += 1;
    const inner = open ? from + 1 : from;
    const end = open && close > inner && ')]）】'.includes(words.charAt(close - 1)) ? close - 1 : close;
    found.push({
      start: piece.start + from,
      end: piece.start + close,
      owners: { start: piece.start + inner, end: piece.start + end },
    });
  }
  return found.length > 0 ? found : withoutLabel(words, piece.start);
}

const nobody: readonly Who[] = [];
/** 牵头, a star, or a word of charge (负责) right before a closing bracket. */
const charge = /牵头|[★☆]|(?:负责|落实|配合)\)|负责[\]】]/;

const bracketOpeners = signSet('([（【');

/** (市发改委牵头,市财政局配合): a bracket of units without a label. */
function bracketsThatSayWho(words: string, offset: number): Who[] {
  const found: Who[] = [];
  for (let i = 0; i < words.length; i += 1) {
    if (!isIn(bracketOpeners, words.charCodeAt(i))) continue;
    const close = closingOf(words, i);
    const inner = words.slice(i + 1, close - 1);
    if (inner.length <= 300 && !inner.includes('。') && saysWho.test(inner)) {
      const start = offset + i;
      found.push({ start, end: offset + close, owners: { start: start + 1, end: offset + close - 1 } });
    }
    i = close - 1;
  }
  return found;
}

/** The owners that the last sentence of a task names in running text. */
function lastSentence(words: string, offset: number): Who[] {
  const end = words.trimEnd().length;
  const body = words.endsWith('。', end) ? end - 1 : end;
  const start = words.lastIndexOf('。', body - 1) + 1;
  if (end - start > 300 || !chargedBy.test(words.slice(start, end))) return [];
  const span = { start: offset + start, end: offset + end };
  return [{ ...span, owners: span }];
}

const opening = signSet('([（【〔');
const closing = signSet(')]）】〕');

/** The bracket that closes the one at `at`, by depth; the end of the text where it was lost. */
function closingOf(words: string, at: number): number {
  let depth = 0;
  for (let i = at; i < words.length; i += 1) {
    const sign = words.charCodeAt(i);
    if (isIn(opening, sign)) depth += 1;
    else if (isIn(closing, sign)) {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return words.length;
}

/** A list without a bracket ends at the full stop or with its line; places are asked for in rising order. */
class Stops {
  private readonly words: string;
  private stop = -1;

  constructor(words: string) {
    this.words = words;
  }

  after(from: number): number {
    if (this.stop < from) {
      const at = this.words.slice(from).search(/[。\n]/);
      this.stop = at < 0 ? this.words.length : from + at + 1;
    }
    return this.stop;
  }
}

const trimEnd = (text: string, start: number, end: number): number => {
  let at = end;
  while (at > start && isIn(spaces, text.charCodeAt(at - 1))) at -= 1;
  return at;
};
const lead = signSet(`${spaceSigns}。;；`);
const trimStart = (text: string, start: number, end: number): number => {
  let at = start;
  while (at < end && isIn(lead, text.charCodeAt(at))) at += 1;
  return at;
};

function stretchesOf(text: string, telling: Telling, pieces: readonly Span[]): readonly Stretch[] {
  const stretches: { start: number; end: number; owners: Span | null }[] = [];
  let start = pieces[0]?.start ?? 0;
  let end = start;
  let open = false;
  let officer = -1;
  for (const piece of pieces) {
    let from = piece.start;
    if (isForeignLine(text, piece.start, piece.end)) {
      // 牵头领导 on a line above the units, 完成时限 on one below: both are said with the owners.
      const last = stretches.at(-1);
      if (open) officer = officer < 0 ? piece.start : officer;
      else if (last?.owners) last.owners = { start: last.owners.start, end: piece.end };
      if (open || last?.owners) continue;
    }
    if (!open) start = trimStart(text, from, piece.end);
    for (const who of whoIn(text, telling, piece)) {
      const stop = who.start > from ? trimEnd(text, from, who.start) : trimEnd(text, start, end);
      const last = stretches.at(-1);
      const first = officer < 0 ? who.owners.start : officer;
      if (stop > start) stretches.push({ start, end: stop, owners: { start: first, end: who.owners.end } });
      else if (last?.owners && who.start - last.owners.end < 4)
        last.owners = { start: last.owners.start, end: who.owners.end };
      officer = -1;
      from = who.end;
      start = trimStart(text, from, piece.end);
      end = start;
    }
    const stop = trimEnd(text, from, piece.end);
    if (stop > start) end = stop;
    open = end > start;
    if (!open) start = piece.end;
  }
  if (end > start) stretches.push({ start, end, owners: null });
  return stretches;
}
