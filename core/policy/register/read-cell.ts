// What a cell of a register file says: a number in the unit of its column, or a named problem. Never a guess, never a repair:
// an empty cell is a fact that is not known, which is not the same as 0.
import { isIsoDate } from '../../quantity/date.ts';
import { parseDecimal, scaleByTen, trim } from '../../quantity/decimal.ts';
import { readUnit } from '../../quantity/unit.ts';
import { epochDay } from '../value.ts';
import type { Fact } from './fact.ts';
import { isIndustryCode } from './industry.ts';

export type CellProblem =
  | 'cell.notNumber'
  | 'cell.notWhole'
  | 'cell.outOfBounds'
  | 'cell.wrongUnit'
  | 'cell.noSuchDay'
  | 'cell.notDay'
  | 'cell.notYesNo'
  | 'cell.badCode';

export type ReadCell =
  | { readonly ok: true; readonly value: number | boolean | null }
  | { readonly ok: false; readonly code: CellProblem };

const good = (value: number | boolean | null): ReadCell => ({ ok: true, value });
const bad = (code: CellProblem): ReadCell => ({ ok: false, code });

const yes: ReadonlySet<string> = new Set(['是', '有', '1', 'true', 'yes', 'y', '√']);
const no: ReadonlySet<string> = new Set(['否', '无', '0', 'false', 'no', 'n', '×']);

/** 2024-02-03, 2024/2/3 and 2024年2月3日 are days; 2月30日 and 2024-02-30 are none. */
function readDay(text: string): ReadCell {
  const parts = /^(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?$/.exec(text);
  if (!parts) return bad(/^\d{1,2}月\d{1,2}日$/.test(text) ? 'cell.noSuchDay' : 'cell.notDay');
  const day = `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;
  return isIsoDate(day) ? good(epochDay(day)) : bad('cell.noSuchDay');
}

/** Power of ten of a printed unit in the unit of the column; null where it counts something else. */
function powerOf(unit: string, fact: Fact): number | null {
  const { base, power } = readUnit(unit);
  if (fact.measure === 'fen') return base === 'CNY' ? power + 2 : null;
  if (fact.measure === 'area') return base === 'squareMetre' ? power : null;
  if (base === 'none') return power;
  return fact.unit && base === `each:${fact.unit.zh}` ? power : null;
}

function readNumber(text: string, fact: Fact, headerUnit: string): ReadCell {
  const parts = /^([+-]?[\d.,]+)\s*(\D*)$/.exec(text);
  const number = parts && parseDecimal(parts[1] ?? '');
  if (!number) return bad('cell.notNumber');
  const own = parts[2] ?? '';
  const power = powerOf(own === '' ? headerUnit : own, fact);
  if (power === null) return bad('cell.wrongUnit');
  const { coefficient, places } = trim(scaleByTen(number, power));
  if (coefficient < BigInt(fact.least) || (places === 0 && coefficient > BigInt(fact.greatest)))
    return bad('cell.outOfBounds');
  return places > 0 ? bad('cell.notWhole') : good(Number(coefficient));
}

/**
 * One cell. Money needs a unit, in the cell or in the header (万元), because 120 yuan and 120 万元 look the same.
 * Full-width signs and spaces have been folded before, as everywhere.
 */
export function readCell(written: string, fact: Fact, headerUnit = ''): ReadCell {
  const text = written.trim();
  if (text === '' || text === '-' || text === '—') return good(null);
  switch (fact.measure) {
    case 'date':
      return readDay(text);
    case 'code':
      if (fact.name !== 'industry') return readNumber(text, fact, '');
      return isIndustryCode(text) ? good(Number(text)) : bad('cell.badCode');
    case 'year':
      return /^(?:0|(?:19|20|21)\d{2})年?$/.test(text)
        ? good(Number.parseInt(text, 10))
        : bad('cell.notNumber');
    default:
      return readNumber(text, fact, headerUnit);
  }
}

/** A flag is said by a word; anything else is asked about. */
export function readFlagCell(written: string): ReadCell {
  const text = written.trim().toLowerCase();
  if (text === '' || text === '-' || text === '—') return good(null);
  if (yes.has(text)) return good(true);
  return no.has(text) ? good(false) : bad('cell.notYesNo');
}
