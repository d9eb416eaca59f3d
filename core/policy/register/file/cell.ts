// The reader of one column's cells, made once for millions: plain digits are read at once, everything else by `readCell`.
import { readUnit } from '../../../quantity/unit.ts';
import type { Fact } from '../fact.ts';
import { type ReadCell, readCell, readFlagCell } from '../read-cell.ts';

/** Decimal digits that a double holds exactly whatever they are. */
const exactDigits = 15;

/** Power of ten from the heading's unit to the column's; null where plain digits say too little. */
function plainPower(fact: Fact, unit: string): number | null {
  const { base, power } = readUnit(unit);
  if (fact.measure === 'fen') return base === 'CNY' ? power + 2 : null;
  if (fact.measure === 'area') return base === 'squareMetre' ? power : null;
  if (fact.measure !== 'count') return null;
  return base === 'none' || (fact.unit !== null && base === `each:${fact.unit.zh}`) ? power : null;
}

/** Digits with at most one point between them → coefficient and places; null for everything else. */
function plainNumber(text: string): { readonly coefficient: number; readonly places: number } | null {
  let [coefficient, point, digits] = [0, -1, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 46 && point < 0 && at > 0) point = at;
    else if (sign >= 48 && sign <= 57) {
      coefficient = coefficient * 10 + sign - 48;
      digits++;
    } else return null;
  }
  if (digits === 0 || digits > exactDigits || point === text.length - 1) return null;
  return { coefficient, places: point < 0 ? 0 : text.length - 1 - point };
}

/** Full-width digits, signs and blanks as people type them. */
export const foldWidth = (text: string): string =>
  /[\uff01-\uff5e\u3000]/.test(text)
    ? text
        .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
        .replace(/\u3000/g, ' ')
    : text;

export const flagReader: CellReader = (text) => readFlagCell(foldWidth(text));

export type CellReader = (text: string) => ReadCell;

/** Says exactly what `readCell` says of the folded text; only faster where a cell is plain digits. */
export function cellReader(fact: Fact, unit: string): CellReader {
  const power = plainPower(fact, unit);
  if (power === null) return (text) => readCell(foldWidth(text), fact, unit);
  return (text) => {
    const number = plainNumber(text);
    if (number) {
      const shift = power - number.places;
      const value = shift < 0 ? number.coefficient / 10 ** -shift : number.coefficient * 10 ** shift;
      if (Number.isSafeInteger(value) && shift > -10 && value >= fact.least && value <= fact.greatest)
        if (shift >= 0 || value * 10 ** -shift === number.coefficient) return { ok: true, value };
    }
    return readCell(foldWidth(text), fact, unit);
  };
}
