// Whether printed shares, rates of completion and growth follow from the figures beside them, within what rounding explains.

import { clean } from '../item/tables/figure.ts';
import type { FigureColumn, FigureGrid, FigureRow } from '../item/tables/figure-grid.ts';
import type { Check } from '../reading.ts';
import { halfDigit, within } from './rounding.ts';

type Rule = 'table.share' | 'table.rate' | 'table.growth';

interface Operands {
  readonly top: number;
  readonly bottom: number;
  readonly found: number;
  readonly rounding: number;
}

interface Formula {
  readonly rule: Rule;
  readonly name: string;
  /** Percentage that the figures of the row give, null where one is missing. */
  readonly of: (row: FigureRow) => Operands | null;
}

/** Rounding of numerator and denominator, carried through the quotient to first order. */
function quotient(top: number, bottom: number, halfTop: number, halfBottom: number): Operands | null {
  if (bottom === 0) return null;
  const rounding = 100 * (halfTop / Math.abs(bottom) + (Math.abs(top) * halfBottom) / (bottom * bottom));
  return { top, bottom, found: (100 * top) / bottom, rounding };
}

const half = (column: FigureColumn): number => halfDigit(column.decimals, column.unit);

const valueAt = (row: FigureRow | undefined, at: number): number | null =>
  row?.cells[at]?.figure.value ?? null;

function shareOf(matrix: FigureGrid, at: number): Formula | null {
  const column = matrix.columns[at];
  const total = matrix.rows.find((row) => row.role === 'total');
  const whole = valueAt(total, at);
  if (column === undefined || whole === null) return null;
  return {
    rule: 'table.share',
    name: `${column.column.head} ÷ ${total?.label ?? ''}`,
    of: (row) => {
      const part = valueAt(row, at);
      return part === null ? null : quotient(part, whole, half(column), half(column));
    },
  };
}

function rateOf(
  matrix: FigureGrid,
  top: number,
  bottom: number,
  rule: 'table.rate' | 'table.growth',
): Formula | null {
  const [above, below] = [matrix.columns[top], matrix.columns[bottom]];
  if (above === undefined || below === undefined) return null;
  return {
    rule,
    name: `${above.column.head} ÷ ${below.column.head}${rule === 'table.growth' ? ' − 1' : ''}`,
    of: (row) => {
      const [a, b] = [valueAt(row, top), valueAt(row, bottom)];
      const rate = a === null || b === null ? null : quotient(a, b, half(above), half(below));
      return rate !== null && rule === 'table.growth' ? { ...rate, found: rate.found - 100 } : rate;
    },
  };
}

/** Every pair of columns is tried as numerator and denominator; beyond this a table is a matrix, not a plan and its execution. */
const MOST_COLUMNS = 16;

/** Formulas that the head of a percentage column allows, over the other columns. */
function formulas(matrix: FigureGrid, column: FigureColumn): readonly Formula[] {
  const money = matrix.columns.map((_, at) => at).filter((at) => matrix.columns[at]?.unit !== '%');
  const found: (Formula | null)[] = [];
  const { role } = column.column;
  if (role === 'share' || role === 'other') for (const at of money) found.push(shareOf(matrix, at));
  if (role === 'growth' || role === 'rate' || role === 'other') {
    const rule = role === 'growth' ? ('table.growth' as const) : ('table.rate' as const);
    for (const top of money)
      for (const bottom of money) if (top !== bottom) found.push(rateOf(matrix, top, bottom, rule));
  }
  return found.filter((formula) => formula !== null);
}

function checksOf(matrix: FigureGrid, at: number, formula: Formula): readonly Check[] {
  const column = matrix.columns[at];
  if (column === undefined) return [];
  const checks: Check[] = [];
  for (const row of matrix.rows) {
    const printed = row.cells[at];
    const operands = formula.of(row);
    // The total's own share is 100 by definition and is left to the sum of the column.
    if (!printed || operands === null || (formula.rule === 'table.share' && row.role === 'total')) continue;
    const found = Math.round(operands.found * 1e4) / 1e4;
    const residual = clean(found - printed.figure.value);
    const rounding = clean(halfDigit(column.decimals, '%') + operands.rounding);
    checks.push({
      rule: formula.rule,
      ok: within(residual, rounding),
      expected: printed.figure.value,
      found,
      residual,
      rounding,
      what: `${row.label} ${column.column.head}: ${formula.name}`,
      start: printed.cell.start,
      end: printed.cell.end,
    });
  }
  return checks;
}

/** Rows that must fit before a formula is taken to be the one meant; fewer and the columns are simply unrelated. */
const ENOUGH = 0.6;

export function tableRatios(matrix: FigureGrid): readonly Check[] {
  const all: Check[] = [];
  if (matrix.columns.length > MOST_COLUMNS) return all;
  matrix.columns.forEach((column, at) => {
    if (column.unit !== '%') return;
    let best: readonly Check[] = [];
    let bestFits = 0;
    for (const formula of formulas(matrix, column)) {
      const checks = checksOf(matrix, at, formula);
      const fits = checks.filter((check) => check.ok).length;
      if (fits > bestFits) [best, bestFits] = [checks, fits];
    }
    if (best.length >= 2 && bestFits >= best.length * ENOUGH) all.push(...best);
  });
  return all;
}
