// What number a table cell prints: its value, unit, and how many decimals, which decide what rounding can explain.
export interface Figure {
  readonly value: number;
  /** The bracketed second number of 新增(提升) 5(4). */
  readonly second: number | null;
  readonly unit: string;
  readonly decimals: number;
  /** What stands in brackets after the unit: 20条(城乡公交). */
  readonly remark: string;
}

const ZERO = 48;
const NINE = 57;
const COMMA = 44;
const POINT = 46;
const isDigit = (sign: number): boolean => sign >= ZERO && sign <= NINE;

/** End of digits, thousands commas and one decimal point; `decimals` counts what follows the point. */
function numberEnd(text: string, from: number): { readonly end: number; readonly decimals: number } {
  let at = from;
  let point = -1;
  for (; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (isDigit(sign)) continue;
    const next = isDigit(text.charCodeAt(at + 1));
    if (sign === POINT && point < 0 && next) point = at;
    else if (!(sign === COMMA && point < 0 && next)) break;
  }
  return { end: at, decimals: point < 0 ? 0 : at - point - 1 };
}

/** 3月底, 2024年: a date is no figure. */
const bound = /(?:以上|以下|以内|左右)$/;
const dated = /^[月年日季号时]/;
/** Unit of up to eight signs, 套(间) included, then optionally a remark in brackets. */
const unitShape = /^([^\d\s(),;。:]{0,8}(?:\([^()\d]{1,4}\))?)\s*(?:\(([^()]{1,20})\))?$/;

/** Null where the cell is a sentence, a dash or empty. */
export function readFigure(text: string, columnUnit: string): Figure | null {
  const first = text.charCodeAt(0);
  const from = first === 43 || first === 45 || '约共计'.includes(text.charAt(0)) ? 1 : 0;
  if (!isDigit(text.charCodeAt(from))) return null;
  const number = numberEnd(text, from);
  const digits = text.slice(first === 45 ? 0 : from, number.end);
  const value = Number(digits.includes(',') ? digits.replaceAll(',', '') : digits);
  let rest = text.slice(number.end);
  let second: number | null = null;
  if (rest.startsWith('(') && isDigit(rest.charCodeAt(1))) {
    const end = numberEnd(rest, 1).end;
    if (rest.charAt(end) !== ')') return null;
    second = Number(rest.slice(1, end));
    rest = rest.slice(end + 1);
  }
  const words = rest === '' ? bare : wordsAfter(rest);
  if (words === null) return null;
  const unit = words.unit === '' ? columnUnit : words.unit;
  return { value, second, unit, decimals: number.decimals, remark: words.remark };
}

interface Words {
  readonly unit: string;
  readonly remark: string;
}

const bare: Words = { unit: '', remark: '' };
const known = new Map<string, Words | null>();

/** Unit and remark after a number; null where a sentence goes on. A table repeats the same few hundreds of times. */
function wordsAfter(rest: string): Words | null {
  if (rest.length > 32) return null;
  const seen = known.get(rest);
  if (seen !== undefined) return seen;
  const found = dated.test(rest) ? null : unitShape.exec(rest.trimStart().replace(bound, ''));
  const words = found ? splitRemark(found[1] ?? '', found[2] ?? '') : null;
  if (known.size < 2000) known.set(rest, words);
  return words;
}

/** 套(间) is one unit; 条(城乡公交) is a unit with a remark. */
function splitRemark(unit: string, remark: string): Words {
  const open = unit.indexOf('(');
  if (open < 0) return { unit, remark };
  const inner = unit.slice(open + 1, -1);
  return inner.length <= 2 ? { unit, remark } : { unit: unit.slice(0, open), remark: inner };
}

/** Arithmetic on printed decimals leaves binary dust; printed figures never have more than six decimals. */
export const clean = (value: number): number => {
  const rounded = Math.round(value * 1e6) / 1e6;
  return rounded === 0 ? 0 : rounded;
};
