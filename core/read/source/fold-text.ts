// What text the reader sees: widths, spaces, traditional signs, pinyin, doubled punctuation and leftover markup folded away,
// with the way back to the source for every unit. One pass, no regular expression, no unit ever invented.
import type { FoldedText, Repair } from '../structure.ts';
import { putMarkup } from './fold-markup.ts';
import { type Folding, put, putBracket, putPlaceSign, putSign } from './fold-signs.ts';
import { putSpace } from './fold-spaces.ts';
import {
  alwaysKept,
  circledUnit,
  collapsingUnit,
  foldedUnit,
  keptUnit,
  markupUnit,
  newlineUnit,
  openUnit,
  placeSignUnit,
  plainUnit,
  returnUnit,
  spaceUnit,
  superscriptUnit,
  unitKind,
} from './fold-table.ts';
import { spacedRows } from './spaced-rows.ts';
import { textOf, unitBuffer } from './unit-buffer.ts';

export interface FootnoteSign {
  readonly at: number;
  readonly sign: string;
}

/** Folded text with what the folding took out of it. */
export interface FoldedSource extends FoldedText {
  /** Footnote signs that were glued to the text, at the position they stood before. */
  readonly signs: readonly FootnoteSign[];
  readonly repairs: readonly Repair[];
}

/** Folds a decoded source text. */
export function foldText(source: string): FoldedSource {
  const folding = startFolding(source);
  const { units, at } = folding;
  // Tables and counts are held in locals: this loop sees every unit of every document.
  const kinds = unitKind;
  const folds = foldedUnit;
  const keeps = keptUnit;
  const length = source.length;
  let last = 0x0a;
  let n = 0;
  let i = 0;
  while (i < length) {
    const unit = source.charCodeAt(i);
    // Asked in this order both answers are foreseen: commas are too many, and stand too irregularly, for a way of their own.
    if (unit === last ? keeps[unit] === alwaysKept : keeps[unit] !== 0) {
      units[n] = unit;
      at[n] = i;
      last = unit;
      n += 1;
      i += 1;
      continue;
    }
    const folded = folds[unit] ?? unit;
    // What comes here and is written at once is written as another unit: the others were copied above.
    if (kinds[unit] === plainUnit || (kinds[unit] === collapsingUnit && folded !== last))
      folding.edits.push(n);
    else {
      folding.n = n;
      folding.edits.push(n);
      i = putOther(folding, unit, i);
      n = folding.n;
      folding.edits.push(n);
      last = n > 0 ? (units[n - 1] ?? 0x0a) : 0x0a;
      continue;
    }
    units[n] = folded;
    at[n] = i;
    last = folded;
    n += 1;
    i += 1;
  }
  at[n] = length;
  return {
    source,
    text: textOf(source, folding, n),
    at: at.subarray(0, n + 1),
    signs: folding.signs,
    repairs: folding.repairs,
  };
}

/** Written out field by field: objects made by spreading have a shape of their own in each document. */
function startFolding(source: string): Folding {
  const { units, at, edits } = unitBuffer(source.length);
  return {
    source,
    units,
    at,
    edits,
    n: 0,
    space: -1,
    rows: spacedRows(source),
    row: 0,
    mathEnd: -1,
    lastCircled: -1,
    lastPinyin: -1,
    signs: [],
    repairs: [],
  };
}

/** Handles a unit that needs its neighbours, and a space left waiting; answers the position to go on from. */
function putOther(folding: Folding, unit: number, i: number): number {
  const next = putOne(folding, unit, unitKind[unit] ?? plainUnit, i);
  if (folding.space < 0) return next;
  const following = folding.source.charCodeAt(next);
  const kind = unitKind[following | 0];
  if (kind === plainUnit || kind === collapsingUnit) {
    putSpace(folding, next, foldedUnit[following] ?? following);
  }
  return next;
}

function putOne(folding: Folding, unit: number, kind: number, i: number): number {
  switch (kind) {
    case spaceUnit:
      if (folding.space < 0) folding.space = i;
      return i + 1;
    case newlineUnit:
      return putBreak(folding, i);
    case returnUnit:
      // A lone carriage return is an old line end; before a line feed it is nothing.
      return folding.source.charCodeAt(i + 1) === 0x0a ? i + 1 : putBreak(folding, i);
    case openUnit:
      return putBracket(folding, unit, i);
    case superscriptUnit:
    case circledUnit:
      return putSign(folding, unit, kind, i);
    case markupUnit:
      return putMarkup(folding, unit, i);
    case placeSignUnit:
      return putPlaceSign(folding, i);
    default:
      // A mark printed twice counts once; control and zero-width units are nothing.
      return i + 1;
  }
}

function putBreak(folding: Folding, i: number): number {
  folding.space = -1;
  put(folding, 0x0a, i);
  return i + 1;
}
