// A decomposition printed the other way round: places down the side, one promise a column.
import { allocationSum } from '../../check/allocation-sum.ts';
import type { Allocation, Check, Item } from '../../reading.ts';
import { isPlace } from '../tables/cell.ts';
import type { FigureCell, FigureColumn, FigureGrid } from '../tables/figure-grid.ts';
import { periodOf } from '../tables/period.ts';
import type { TableInput } from '../tables/table.ts';
import { tableItem } from '../tables/table.ts';

const decomposed = /分解|分配|下达/;
const wholePlace = /^全[市省县区州]$/;

/** Named as a decomposition, and three places at least among the rows. */
export const isTransposed = (input: TableInput, matrix: FigureGrid): boolean =>
  decomposed.test(input.caption) && matrix.rows.filter((row) => isPlace(row.label)).length >= 3;

const metricOf = (column: FigureColumn): string => column.column.head.replace(/\([^()]*\)$/, '');

export function readTransposed(
  input: TableInput,
  matrix: FigureGrid,
): { readonly items: Item[]; readonly checks: Check[] } {
  const year = periodOf([input.caption, input.identity?.title ?? ''], input.year).year;
  const items: Item[] = [];
  const checks: Check[] = [];
  const total = matrix.rows.find((row) => row.role === 'total' || wholePlace.test(row.label));
  matrix.columns.forEach((column, at) => {
    const parts = matrix.rows.filter((row) => row !== total && row.role === 'item');
    const cells = parts.map((row) => row.cells[at] ?? null);
    const printed = cells.filter((cell): cell is FigureCell => cell !== null);
    const target = total?.cells[at] ?? null;
    const place = target ?? printed[0];
    if (place === undefined || place === null) return;
    const allocations = parts.map((row, index): Allocation => {
      const cell = cells[index];
      const span = cell?.cell ?? input.grid.rows[row.index] ?? place.cell;
      return { unit: row.label, value: cell?.figure.value ?? null, start: span.start, end: span.end };
    });
    const each = column.unit === '%' || column.unit === '‰';
    const title = metricOf(column);
    items.push(
      tableItem(place.cell, target === null ? 'task' : 'target', 'allocation', input.grid.path, {
        number: String(at + 1),
        title,
        metric: title,
        comparator: target === null ? null : 'eq',
        value: target?.figure.value ?? null,
        unit: target?.figure.unit ?? '',
        allocations,
        detail: {
          of: 'livelihood',
          year,
          category: '',
          project: title,
          leadOfficers: [],
          part: '',
          caveat: '',
          mode: each ? 'each' : 'sum',
        },
      }),
    );
    if (target !== null && !each && printed.length > 0) {
      const figures = printed.map((cell) => cell.figure);
      const row = { span: target.cell, number: String(at + 1), name: title, target: target.cell.text };
      checks.push(allocationSum(row, target.figure, figures, true));
    }
  });
  return { items, checks };
}
