// Finds the quantities of a table: a number without a unit takes that of its column, its row or its caption.
import type { GridBlock, GridCell, GridRow, Mention } from '../structure.ts';
import { isDigit } from './figure/numeral.ts';
import {
  isNumberColumn,
  isTextColumn,
  isUnitColumn,
  unitOfHeader,
  unitOfName,
  wholeUnit,
} from './header-unit.ts';
import { findMentionsIn } from './scan.ts';
import { isIn, signSet, spaceSigns } from './sign-set.ts';
import { newSink, runningText, type Sink } from './sink.ts';

const BARE = /^[-−－+><≥≤＞＜]?\s*\d[\d,.]*\s*(?:[(（][^()（）]*[)）]|以上|以下|以内|左右|及以上)?$/;
const TOTAL = /^(?:合计|总计|小计|全市|总量|总数|全省|全区|全县|目标|任务|年度目标|目标任务|目标值)/;

const dashes = signSet(`${spaceSigns}-—–/`);
const isBlank = (text: string): boolean =>
  text === '' || (isIn(dashes, text.charCodeAt(0)) && /^[-—–/\s]+$/.test(text));

/** Unit printed in the row: its unit cell, a bracket in its name, or the one unit its total and texts use. */
function rowUnit(text: string, columns: readonly Column[], row: GridRow): string {
  let inWords = '';
  for (let i = 0; i < row.cells.length; i++) {
    const cell = row.cells[i];
    if (!cell || isBlank(cell.text)) continue;
    const column = columns[i] ?? beyondHeader;
    if (column.ofUnits) return wholeUnit(cell.text);
    if (inWords !== '' || column.ofNumbers) continue;
    inWords = unitOfHeader(cell.text) || unitInWords(text, cell, column.total);
  }
  return inWords;
}

/** The unit of the figure in a metric or total cell: 新增学位6万个, 70所. */
function unitInWords(text: string, cell: GridCell, total: boolean): string {
  if (cell.text.length > 40 || (!total && BARE.test(cell.text))) return '';
  const sink = newSink();
  findMentionsIn(text, cell.start, cell.end, sink, { unit: '', cell: false });
  let only = '';
  for (const { unit } of sink.mentions) {
    if (unit === '' || unit === only) continue;
    if (only !== '') return '';
    only = unit;
  }
  return only;
}

const hasDigit = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) return true;
  return false;
};

/** Columns of entry numbers: named so, or unnamed in front and counting up. */
function isNumbering(grid: GridBlock, column: number): boolean {
  const header = grid.header[column] ?? '';
  if (isNumberColumn(header)) return true;
  if (column !== 0 || header.trim() !== '') return false;
  const numbers = grid.rows.map((row) => Number(row.cells[0]?.text ?? '')).filter((value) => value > 0);
  return (
    numbers.length > 1 &&
    numbers.every(
      (value, i) => Number.isInteger(value) && (i === 0 || value >= (numbers[i - 1] ?? 0)) && value - i < 3,
    )
  );
}

/** What the header says of a column. */
interface Column {
  readonly unit: string;
  readonly numbering: boolean;
  /** Its cells are sentences or names unless they are bare numbers. */
  readonly words: boolean;
  /** Its cells are units of measure, or numbers of entries. */
  readonly ofUnits: boolean;
  readonly ofNumbers: boolean;
  /** Its cells are totals. */
  readonly total: boolean;
  /** % for 完成率 and the like, which counts less than what the row says. */
  readonly named: string;
}

const readColumn = (grid: GridBlock, column: number): Column => {
  const header = grid.header[column] ?? '';
  return {
    unit: unitOfHeader(header),
    numbering: isNumbering(grid, column),
    words: isTextColumn(header) || isUnitColumn(header),
    ofUnits: isUnitColumn(header),
    ofNumbers: isNumberColumn(header),
    total: TOTAL.test(header),
    named: unitOfName(header),
  };
};

const beyondHeader: Column = {
  unit: '',
  numbering: false,
  words: false,
  ofUnits: false,
  ofNumbers: false,
  total: false,
  named: '',
};
const entryNumber = /^\d+(?:[.-]\d+)*$/;

export function findGridMentions(text: string, grid: GridBlock, sink: Sink): void {
  const columns = grid.header.map((_, column) => readColumn(grid, column));
  const caption = unitOfHeader(grid.caption) || captionUnit(text, grid);
  for (const row of grid.rows) {
    let own: string | null = null;
    for (let i = 0; i < row.cells.length; i++) {
      const cell = row.cells[i];
      if (!cell || cell.filled || !hasDigit(cell.text)) continue;
      const column = columns[i] ?? beyondHeader;
      if (column.numbering && entryNumber.test(cell.text)) {
        sink.neutrals.push({ start: cell.start, end: cell.end, why: 'listNumber' });
        continue;
      }
      if (column.words && !BARE.test(cell.text)) {
        findMentionsIn(text, cell.start, cell.end, sink, runningText);
        continue;
      }
      if (column.unit === '') own ??= rowUnit(text, columns, row);
      const unit = column.unit || own || column.named || caption;
      findMentionsIn(text, cell.start, cell.end, sink, { unit, cell: true });
    }
  }
}

/** 单位:亿元 in a note above or under the table. */
function captionUnit(text: string, grid: GridBlock): string {
  for (const note of grid.notes) {
    const unit = unitOfHeader(text.slice(note.start, note.end));
    if (unit !== '') return unit;
  }
  return '';
}

/**
 * The figure of one cell: `unit` is that of its column or row, used where the cell prints none.
 * Offsets are those of `text`. The value of a cell is its first
 * figure in the unit of its column, else its first figure: what else it says explains it (14.08,完成年度目标56.3%).
 */
export function readCell(text: string, unit: string, start = 0, end = text.length): Mention | null {
  const sink = newSink();
  findMentionsIn(text, start, end, sink, { unit, cell: true });
  return sink.mentions.find((mention) => unit !== '' && mention.unit === unit) ?? sink.mentions[0] ?? null;
}
