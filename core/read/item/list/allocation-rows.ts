// Which target each line of a district decomposition belongs to, where lines share a project, inherit its owner, or slipped.
import type { Check, Span } from '../../reading.ts';
import type { GridCell, GridRow } from '../../structure.ts';
import { isBlank, isDash, printedSpan, printedText, textAt } from '../tables/cell.ts';
import type { Column } from '../tables/column.ts';
import { columnOf } from '../tables/column.ts';
import { clean, readFigure } from '../tables/figure.ts';

export interface AllocationRow {
  readonly span: Span;
  readonly number: string;
  /** Name of the project. */
  readonly project: string;
  /** Name printed on this line where the project goes on (a second promise with its own name), else the project's. */
  readonly name: string;
  /** Cell that holds `name`, for the promises in it. */
  readonly nameCell: GridCell | undefined;
  readonly target: string;
  /** Unit of the row, where the table has a column of units. */
  readonly unit: string;
  readonly owner: string;
  /** Line that prints number, name, owner and the other columns of the project. */
  readonly head: GridRow;
  readonly cells: readonly (GridCell | undefined)[];
}

export interface Layout {
  readonly number: number;
  readonly name: number;
  readonly target: number;
  readonly unit: number;
  readonly owner: number;
  readonly places: readonly Column[];
}

export const layoutOf = (columns: readonly Column[]): Layout => ({
  number: columnOf(columns, 'number'),
  name: columnOf(columns, 'name'),
  target: columnOf(columns, 'target'),
  unit: columnOf(columns, 'unit'),
  owner: columnOf(columns, 'lead'),
  places: columns.filter((column) => column.role === 'place'),
});

const placeCells = (row: GridRow, layout: Layout): readonly (GridCell | undefined)[] =>
  layout.places.map((place) => row.cells[place.index]);

const hasCells = (row: GridRow, layout: Layout): boolean =>
  placeCells(row, layout).some((cell) => cell !== undefined && !cell.filled && !isBlank(cell.text));

/** Sum of the places, null where a cell is no figure. */
export function sumOf(cells: readonly (GridCell | undefined)[]): number | null {
  let sum = 0;
  let figures = 0;
  for (const cell of cells) {
    if (cell === undefined || isBlank(cell.text) || isDash(cell.text)) continue;
    const figure = readFigure(cell.text, '');
    if (figure === null) return null;
    sum += figure.value + (figure.second ?? 0);
    figures += 1;
  }
  return figures === 0 ? null : clean(sum);
}

/**
 * A line without number and name whose cells add up to the target of the next line, which has a number but no cells:
 * the cells belong to that next line.
 */
function slipped(row: GridRow, next: GridRow | undefined, layout: Layout): boolean {
  if (next === undefined || printedText(row, layout.number) !== '' || printedText(row, layout.name) !== '')
    return false;
  if (printedText(next, layout.name) === '' || !hasCells(row, layout) || hasCells(next, layout)) return false;
  const target = readFigure(textAt(next, layout.target), '');
  const own = readFigure(printedText(row, layout.target), '');
  if (target === null || (own !== null && own.value !== target.value)) return false;
  return sumOf(placeCells(row, layout)) === target.value;
}

export interface AllocationRows {
  readonly rows: readonly AllocationRow[];
  readonly checks: readonly Check[];
}

const repair = (rule: string, what: string, span: Span, other?: Span): Check => ({
  rule,
  ok: true,
  expected: null,
  found: null,
  residual: null,
  rounding: 0,
  what,
  start: span.start,
  end: span.end,
  ...(other === undefined ? {} : { other }),
});

interface Project {
  readonly number: string;
  readonly name: string;
  readonly owner: string;
  readonly cell: GridCell | undefined;
}

/** The project a line belongs to: a printed number begins one; without a number column, a printed name does. */
function projectOf(head: GridRow, layout: Layout, before: Project, ordinal: number): Project {
  const number = printedText(head, layout.number);
  const name = printedText(head, layout.name);
  const owner = printedText(head, layout.owner) || before.owner;
  const begins = layout.number < 0 ? name !== '' : number !== '';
  if (!begins) return { ...before, owner };
  return { number: number || String(ordinal), name, owner, cell: head.cells[layout.name] };
}

const unitOf = (text: string): string => (isDash(text) ? '' : text);

function rowOf(line: GridRow, head: GridRow, layout: Layout, project: Project): AllocationRow {
  const own = printedSpan(line);
  const name = printedText(head, layout.name);
  return {
    span: line === head ? own : { start: own.start, end: printedSpan(head).end },
    number: project.number,
    project: project.name,
    name: name || project.name,
    nameCell: name === '' ? project.cell : head.cells[layout.name],
    target: textAt(head, layout.target),
    unit: unitOf(textAt(head, layout.unit)),
    owner: project.owner,
    head,
    cells: placeCells(line, layout),
  };
}

export function allocationRows(lines: readonly GridRow[], layout: Layout): AllocationRows {
  const rows: AllocationRow[] = [];
  const checks: Check[] = [];
  let project: Project = { number: '', name: '', owner: '', cell: undefined };
  let inherited: Span | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const next = lines[index + 1];
    const head = next !== undefined && slipped(line, next, layout) ? next : line;
    if (head !== line) index += 1;
    project = projectOf(head, layout, project, rows.length + 1);
    const row = rowOf(line, head, layout, project);
    rows.push(row);
    if (head !== line) {
      checks.push(repair('repair.slippedRow', `${row.number} ${row.project}`, row.span, printedSpan(head)));
    }
    if (printedText(head, layout.owner) === '' && project.owner !== '') inherited ??= printedSpan(head);
  }
  // One for the table: every other blank owner is blank for the same reason.
  if (inherited !== null) checks.push(repair('repair.filledOwner', '牵头单位', inherited));
  return { rows, checks };
}
