// What a table of projects, of a budget or of other figures states: one item for each cell that prints a figure.

import { tableRatios } from '../../check/table-ratio.ts';
import { tableSums } from '../../check/table-sum.ts';
import { tableText } from '../../check/table-text.ts';
import type {
  BudgetDetail,
  Check,
  Item,
  ItemDetail,
  ItemFamily,
  ItemKind,
  Owner,
  Unread,
} from '../../reading.ts';
import type { GridRow } from '../../structure.ts';
import { keyOf } from '../budget/budget-key.ts';
import { isTransposed, readTransposed } from '../list/allocation-columns.ts';
import { readOwners } from '../owners.ts';
import { isBlank } from './cell.ts';
import type { Column } from './column.ts';
import { columnOf } from './column.ts';
import type { FigureColumn, FigureGrid, FigureRow } from './figure-grid.ts';
import { figureBlocks, figureGrid, unitInCaption } from './figure-grid.ts';
import { periodOf } from './period.ts';
import type { TableInput } from './table.ts';
import { tableItem } from './table.ts';

const budgetWords = /预算|决算|财政|收入|支出|基金收支|国有资本|债务|债券|转移支付|科目/;
const projectWords = /项目|投资|工程|建设/;

function familyOf(input: TableInput): ItemFamily {
  const heads = input.columns.map((column) => column.head).join('|');
  if (
    /投资|项目数|项目名称|项目个数/.test(heads) ||
    (projectWords.test(input.caption) && !budgetWords.test(input.caption))
  ) {
    return 'project';
  }
  const budget = input.identity?.kind === 'budgetReport' || /科目|预算数|执行数|决算数/.test(heads);
  return budget || budgetWords.test(input.caption) ? 'budget' : 'text';
}

const resultWords = /完成|执行|实绩|实际|决算|结果|统计|到位|收支情况|现状/;
const planWords = /安排|计划|目标|预算|草案|分解|任务|预期/;

function kindOf(column: Column, input: TableInput): ItemKind {
  if (resultWords.test(column.head) || column.role === 'rate') return 'result';
  if (planWords.test(column.head)) return 'target';
  if (resultWords.test(input.caption)) return 'result';
  return planWords.test(input.caption) ? 'target' : 'result';
}

const books: readonly (readonly [BudgetDetail['book'], RegExp])[] = [
  ['governmentFunds', /政府性基金/],
  ['stateCapital', /国有资本/],
  ['socialInsurance', /社会保险|社保/],
  ['debt', /债务|债券|限额|余额/],
];

const bookOf = (text: string): BudgetDetail['book'] =>
  books.find(([, words]) => words.test(text))?.[0] ?? 'generalPublic';

const labelOf = (row: FigureRow): string =>
  row.label
    .replace(/^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}[.、](?!\d)|\(\d{1,2}\))/, '')
    .replace(/^其中[::]?/, '');

/** The term of the budget statement where the row is one, else the row's own name; percentages say of what they are. */
function budgetKey(label: string, column: FigureColumn, book: BudgetDetail['book']): string {
  const side = label.includes('支出') ? ('out' as const) : ('in' as const);
  const key = keyOf(label, '元', { book, side, last: '', nested: false, adding: false }) ?? label;
  if (column.unit !== '%') return key;
  return column.column.role === 'growth' ? `${key}Growth` : `${key}Share`;
}

function budgetDetail(input: TableInput, row: FigureRow, column: FigureColumn, year: number): BudgetDetail {
  const label = labelOf(row).replace(/\s/g, '');
  const place = `${input.caption}${column.column.head}`;
  const book = bookOf(`${input.caption}${label}`);
  return {
    of: 'budget',
    year,
    basis:
      resultWords.test(column.column.head) ||
      (!planWords.test(column.column.head) && resultWords.test(input.caption))
        ? 'execution'
        : 'budget',
    level: /市本级|市级/.test(place)
      ? '市本级'
      : /本级/.test(place)
        ? '本级'
        : (/全[市省县区州]/.exec(place)?.[0] ?? ''),
    book,
    key: budgetKey(label, column, book),
  };
}

function detailOf(
  input: TableInput,
  family: ItemFamily,
  row: FigureRow,
  column: FigureColumn,
): ItemDetail | undefined {
  if (family === 'project') {
    return {
      of: 'project',
      table: input.caption,
      row: row.label,
      rowRole: row.role,
      column: column.column.head,
    };
  }
  const year = periodOf([column.column.head, input.caption, input.identity?.title ?? ''], input.year).year;
  return family === 'budget' && year !== null ? budgetDetail(input, row, column, year) : undefined;
}

const headWord = (head: string): string => head.replace(/\([^()]*\)$/, '');

/** An owner filled in from above belongs to projects below it, not to the sum of the next field. */
function ownersOf(gridRow: GridRow | undefined, row: FigureRow, lead: number): readonly Owner[] {
  const cell = gridRow?.cells[lead];
  if (cell === undefined || isBlank(cell.text)) return [];
  if (cell.filled && (row.role !== 'item' || row.level === 1 || row.level === 2)) return [];
  return readOwners(cell.text, { role: 'lead' });
}

function itemsOf(
  input: TableInput,
  matrix: FigureGrid,
  family: ItemFamily,
): { items: Item[]; unread: Unread[] } {
  const items: Item[] = [];
  const unread: Unread[] = [];
  const lead = columnOf(input.columns, 'lead');
  matrix.columns.forEach((column, at) => {
    if (column.column.head === '') return;
    const kind = kindOf(column.column, input);
    let reported = column.unit !== '';
    for (const row of matrix.rows) {
      const found = row.cells[at];
      if (!found) continue;
      const gridRow = input.grid.rows[row.index];
      const owners = ownersOf(gridRow, row, lead);
      const detail = detailOf(input, family, row, column);
      items.push(
        tableItem(found.cell, kind, family, input.grid.path, {
          title: labelOf(row),
          metric: `${labelOf(row)}${headWord(column.column.head)}`,
          comparator: 'eq',
          value: found.figure.value,
          unit: found.figure.unit,
          owners,
          detail,
        }),
      );
      // Once a column: every figure below lacks the same unit.
      if (!reported && found.figure.unit === '') {
        unread.push({ start: found.cell.start, end: found.cell.end, why: 'unitMissing' });
        reported = true;
      }
    }
  });
  return { items, unread };
}

export function readFigureTable(input: TableInput): {
  readonly items: Item[];
  readonly checks: Check[];
  readonly unread: Unread[];
} {
  const { grid, folded } = input;
  const above = folded.text.slice(
    Math.max(0, (grid.captionSpan?.start ?? grid.start) - 40),
    grid.rows[0]?.start ?? grid.start,
  );
  const tableUnit = unitInCaption(`${above}\n${grid.caption}`);
  const notes = grid.notes.map(({ start, end }) => ({ start, end, text: folded.text.slice(start, end) }));
  const family = familyOf(input);
  const result = { items: [] as Item[], checks: [] as Check[], unread: [] as Unread[] };
  for (const block of figureBlocks(grid, input.columns)) {
    const matrix = figureGrid(grid, block, tableUnit);
    if (isTransposed(input, matrix)) {
      const spread = readTransposed(input, matrix);
      result.items.push(...spread.items);
      result.checks.push(...spread.checks);
      continue;
    }
    const { items, unread } = itemsOf(input, matrix, family);
    result.items.push(...items);
    result.unread.push(...unread);
    const above = { text: folded.text, paragraphs: input.above, mentions: input.mentions };
    result.checks.push(...tableSums(matrix, notes), ...tableRatios(matrix), ...tableText(matrix, above));
  }
  return result;
}
