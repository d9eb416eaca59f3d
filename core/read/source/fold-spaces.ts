// Which spaces of a source are kept: between Latin words, between figures, between columns; all others are print.
import type { Folding } from './fold-signs.ts';
import { spaceUnit, unitKind } from './fold-table.ts';
import { isDigit, isHan, isLatin } from './sign.ts';

/** Settles the pending space before `next`, which stands at `i` of the source. */
export function putSpace(folding: Folding, i: number, next: number): void {
  const at = folding.space;
  folding.space = -1;
  const last = folding.n > 0 ? (folding.units[folding.n - 1] ?? 0x0a) : 0x0a;
  if (last === 0x0a || last === 0x09 || next === 0x0a || next === 0x09) return;
  const column = isBetweenColumns(folding, at);
  if (!column && !isKept(folding, last, next, at, i)) return;
  folding.units[folding.n] = column ? 0x09 : 0x20;
  folding.at[folding.n] = at;
  folding.n += 1;
}

function isBetweenColumns(folding: Folding, at: number): boolean {
  const { rows } = folding;
  while (folding.row + 1 < rows.length && at >= (rows[folding.row + 1] ?? 0)) folding.row += 2;
  return at >= (rows[folding.row] ?? Infinity) && at < (rows[folding.row + 1] ?? 0);
}

function isKept(folding: Folding, last: number, next: number, at: number, i: number): boolean {
  if (isLatin(next)) return isLatin(last) || (isWordMark(last) && isLatin(unitBefore(folding, 1)));
  if (isDigit(next)) {
    if (isDigit(last)) return !isThousands(folding, at, i);
    if (isLatin(last)) return isName(folding);
    return last === 0x2e && isListNumber(folding, i);
  }
  return isHan(next) && isHan(last) && arePersons(folding, i);
}

const unitBefore = (folding: Folding, back: number): number => folding.units[folding.n - 1 - back] ?? 0x0a;
const isWordMark = (unit: number): boolean =>
  unit === 0x2c || unit === 0x2e || unit === 0x3a || unit === 0x27;

/** 1 234 567 with thin or hard spaces is one figure (GB/T 15835-2011, 5.1.3.2: a quarter-width gap every three digits). */
function isThousands(folding: Folding, at: number, i: number): boolean {
  const space = folding.source.charCodeAt(at);
  const isThin = space === 0xa0 || space === 0x202f || (space >= 0x2005 && space <= 0x200a);
  if (!isThin || i !== at + 1) return false;
  for (let k = 0; k < 3; k += 1) if (!isDigit(folding.source.charCodeAt(i + k))) return false;
  return !isDigit(folding.source.charCodeAt(i + 3));
}

/** GDP 5 stays two words; PM 2.5 and G 60 are one name. */
function isName(folding: Folding): boolean {
  const second = unitBefore(folding, 1);
  const isPm = unitBefore(folding, 0) === 0x4d && second === 0x50 && !isLatin(unitBefore(folding, 2));
  return isLatin(second) && !isPm;
}

/** "1. 6万" in a sentence is 1.6; "1. 6万" at the head of a line or clause, or before a year, is a numbered item. */
function isListNumber(folding: Folding, i: number): boolean {
  let k = folding.n - 2;
  while (k >= 0 && isDigit(folding.units[k] ?? 0)) k -= 1;
  if (k === folding.n - 2) return true;
  const head = k < 0 ? 0x0a : (folding.units[k] ?? 0x0a);
  if (head === 0x0a || head === 0x09 || '。;:)|'.includes(String.fromCharCode(head))) return true;
  const { source } = folding;
  return source[i] === '2' && source[i + 1] === '0' && (source[i + 4] === '年' || source[i + 5] === '年');
}

/** Two names in one cell (two to four signs each) keep the space between them; a name set wide (方 某) does not. */
function arePersons(folding: Folding, i: number): boolean {
  let left = 0;
  while (left < 5 && isHan(unitBefore(folding, left))) left += 1;
  const edge = unitBefore(folding, left);
  if (left < 2 || left > 4 || (edge !== 0x09 && edge !== 0x7c)) return false;
  let right = 0;
  while (right < 5 && isHan(folding.source.charCodeAt(i + right))) right += 1;
  if (right < 2 || right > 4) return false;
  // The space before the next cell will vanish.
  let end = i + right;
  while (unitKind[folding.source.charCodeAt(end)] === spaceUnit) end += 1;
  const sign = folding.source.charCodeAt(end);
  return sign === 0x09 || sign === 0x7c;
}
