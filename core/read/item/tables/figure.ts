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

const shape =
  /^[约共计]?([+-]?\d[\d,]*(?:\.(\d+))?)\s*(?:\((\d+(?:\.\d+)?)\))?\s*([^\d\s(),;。:]{0,8}(?:\([^()\d]{1,4}\))?)\s*(?:\(([^()]{1,20})\))?$/;
/** 3月底, 2024年: a date is no figure. */
const dated = /^(?:月|年|日|季|号|时)/;
const tail = /以上|以下|以内|左右$/;

/** Null where the cell is a sentence, a dash or empty. */
export function readFigure(text: string, columnUnit: string): Figure | null {
  const first = text.charCodeAt(0);
  // Cheap way out for cells of words: a figure begins with a digit, a sign or 约.
  if (!((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 32422)) return null;
  const found = shape.exec(text.replace(tail, ''));
  if (!found || dated.test(found[4] ?? '')) return null;
  const value = Number((found[1] ?? '').replaceAll(',', ''));
  if (!Number.isFinite(value)) return null;
  const [unit, remark] = splitRemark(found[4] ?? '', found[5] ?? '');
  return {
    value,
    second: found[3] === undefined ? null : Number(found[3]),
    unit: unit === '' ? columnUnit : unit,
    decimals: found[2]?.length ?? 0,
    remark,
  };
}

/** 套(间) is one unit; 条(城乡公交) is a unit with a remark. */
function splitRemark(unit: string, remark: string): readonly [string, string] {
  const bracket = /^([^()]+)\(([^()]+)\)$/.exec(unit);
  if (!bracket) return [unit, remark];
  const inner = bracket[2] ?? '';
  return inner.length <= 2 ? [unit, remark] : [bracket[1] ?? '', inner];
}

/** Arithmetic on printed decimals leaves binary dust; printed figures never have more than six decimals. */
export const clean = (value: number): number => {
  const rounded = Math.round(value * 1e6) / 1e6;
  return rounded === 0 ? 0 : rounded;
};
