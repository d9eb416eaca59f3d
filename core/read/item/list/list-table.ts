// What the rows of a responsibility list promise: whose each project is, by when, in which steps.
import type { Check, Item, Owner, Span } from '../../reading.ts';
import type { GridCell, GridRow } from '../../structure.ts';
import { readOwners } from '../owners.ts';
import { cellAt, isBlank, isDash, printedText, textAt } from '../tables/cell.ts';
import type { Column } from '../tables/column.ts';
import { columnOf } from '../tables/column.ts';
import { periodOf } from '../tables/period.ts';
import type { TableInput } from '../tables/table.ts';
import { isLivelihood, tableItem } from '../tables/table.ts';
import { readPeople } from './people.ts';
import type { Promised } from './promise.ts';
import { readPromises } from './promise.ts';
import { readSchedule } from './schedule.ts';
import { cellDate } from './step-date.ts';

interface ListRow {
  readonly row: GridRow;
  readonly number: string;
  readonly category: string;
  readonly schedules: Span[];
}

/** 序号 beside 类别 numbers the categories when it is blank for most of their projects. */
function numbersCategories(
  rows: readonly GridRow[],
  number: number,
  category: number,
  name: number,
): boolean {
  if (number < 0 || category < 0) return false;
  return rows.some((row) => isBlank(printedText(row, number)) && !isBlank(printedText(row, name)));
}

/** Rows of projects, with number and category carried down and broken rows joined. */
function listRows(input: TableInput): readonly ListRow[] {
  const { grid, columns } = input;
  const [number, category, name] = [
    columnOf(columns, 'number'),
    columnOf(columns, 'category'),
    columnOf(columns, 'name'),
  ];
  const schedule = columnOf(columns, 'schedule');
  const ordinal = numbersCategories(grid.rows, number, category, name);
  const rows: ListRow[] = [];
  let carried = { number: '', category: '' };
  for (const row of grid.rows) {
    const span = cellAt(row, schedule);
    const own = span === undefined || isBlank(span.text) ? [] : [span];
    const last = rows.at(-1);
    if (isBlank(printedText(row, name)) && !textAt(row, name)) {
      if (last !== undefined) last.schedules.push(...own);
      continue;
    }
    carried = {
      number: textAt(row, number) || carried.number,
      category: textAt(row, category) || carried.category,
    };
    rows.push({
      row,
      number: ordinal || number < 0 ? String(rows.length + 1) : carried.number,
      category: carried.category,
      schedules: [...own],
    });
  }
  return rows;
}

const contentHead = /内容|任务|目标|要求|举措|措施|指标/;

/** The cells that may hold the promise: the name, then what is to be done. */
function promiseCells(row: GridRow, columns: readonly Column[]): readonly Span[] {
  const cells: Span[] = [];
  for (const column of columns) {
    const content = column.role === 'target' || (column.role === 'other' && contentHead.test(column.head));
    if (column.role !== 'name' && !content) continue;
    const cell = cellAt(row, column.index);
    if (cell !== undefined && !isBlank(cell.text)) cells.push(cell);
  }
  return cells;
}

/** The same number with the same unit printed in two cells of one row is one promise. */
function promisesOf(input: TableInput, row: GridRow): readonly Promised[] {
  const found: Promised[] = [];
  for (const cell of promiseCells(row, input.columns)) {
    for (const promise of readPromises(input.folded.text, cell, input.mentions)) {
      const again = found.some(
        (one) => one.unit === promise.unit && String(one.value) === String(promise.value),
      );
      if (!again) found.push(promise);
    }
  }
  return found;
}

function ownersOf(row: GridRow, columns: readonly Column[]): readonly Owner[] {
  const owners: Owner[] = [];
  for (const column of columns) {
    if (column.role !== 'lead' && column.role !== 'support') continue;
    const text = textAt(row, column.index);
    if (isBlank(text) || isDash(text)) continue;
    const role = column.role === 'lead' && owners.length === 0 ? 'lead' : 'support';
    for (const owner of readOwners(text, { role })) {
      if (!owners.some((one) => one.name === owner.name)) owners.push(owner);
    }
  }
  return owners;
}

/** A step planned after the row's own deadline contradicts it; both dates stay. */
function lateStep(item: Item, year: number | null): Check | null {
  if (item.deadline === null || year === null) return null;
  const late = item.milestones.find(
    (one) => one.by !== null && item.deadline !== null && one.by > item.deadline,
  );
  if (late === undefined) return null;
  return {
    rule: 'deadline.conflict',
    ok: false,
    expected: item.deadline,
    found: late.by,
    residual: null,
    rounding: 0,
    what: item.title,
    start: item.start,
    end: item.end,
    other: { start: late.start, end: late.end },
  };
}

interface ListSetting {
  readonly input: TableInput;
  readonly year: number | null;
  readonly livelihood: boolean;
  readonly column: Readonly<Record<'name' | 'official' | 'officer' | 'deadline', number>>;
}

function settingOf(input: TableInput): ListSetting {
  const { columns, identity, caption } = input;
  return {
    input,
    year: periodOf([caption, identity?.title ?? ''], input.year).year,
    livelihood: isLivelihood(input),
    column: {
      name: columnOf(columns, 'name'),
      official: columnOf(columns, 'official'),
      officer: columnOf(columns, 'officer'),
      deadline: columnOf(columns, 'deadline'),
    },
  };
}

/** The items of one row: one for each promise, or one task where the row promises no number. */
function itemsOf(setting: ListSetting, line: ListRow, nameCell: GridCell): readonly Item[] {
  const { input, year, livelihood, column } = setting;
  const { row, number } = line;
  const promises = promisesOf(input, row);
  const schedule = readSchedule(input.folded.text, line.schedules, year, promises, input.mentions);
  const officials = readPeople(input.folded, cellAt(row, column.official));
  const leadOfficers = readPeople(input.folded, cellAt(row, column.officer));
  const owners = ownersOf(row, input.columns);
  const deadline = cellDate(textAt(row, column.deadline), year);
  const make = (promise: Promised | null, index: number): Item =>
    tableItem(
      promise ?? nameCell,
      promise === null ? 'task' : 'target',
      livelihood ? 'livelihood' : 'task',
      input.grid.path,
      {
        number,
        title: nameCell.text,
        metric: promise?.metric ?? nameCell.text,
        comparator: promise?.comparator ?? null,
        value: promise?.value ?? null,
        unit: promise?.unit ?? '',
        direction: promise?.direction ?? 'none',
        modality: promise?.strive === true ? 'strive' : null,
        owners,
        official: officials.length > 0 ? officials.join('、') : null,
        deadline,
        milestones: schedule.of[index] ?? [],
        detail: livelihood
          ? {
              of: 'livelihood',
              year,
              category: line.category,
              project: nameCell.text,
              leadOfficers,
              part: promise !== null && promises.length > 1 ? promise.clause : '',
              caveat: schedule.caveat,
              mode: null,
            }
          : undefined,
      },
    );
  return promises.length === 0 ? [make(null, 0)] : promises.map(make);
}

export function readListTable(input: TableInput): { readonly items: Item[]; readonly checks: Check[] } {
  const setting = settingOf(input);
  const items: Item[] = [];
  const checks: Check[] = [];
  for (const line of listRows(input)) {
    const nameCell = cellAt(line.row, setting.column.name);
    if (nameCell === undefined) continue;
    const own = itemsOf(setting, line, nameCell);
    items.push(...own);
    const late = own.map((item) => lateStep(item, setting.year)).find((check) => check !== null);
    if (late) checks.push(late);
  }
  return { items, checks };
}
