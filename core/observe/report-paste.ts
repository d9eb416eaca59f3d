// What pasted spreadsheet text says: cells by tabs or commas, then each placed on a figure that is asked for, or named as not taken.
import type { FigureNature } from '../plan/draft.ts';
import { cellName } from '../quantity/sheet.ts';
import { checkFigure, type FigureContext, type FigureFinding, isRefused } from './figure-check.ts';
import type { FigureEntry } from './report.ts';

/** Tabs where there is one outside quotes, as spreadsheets copy; else commas, as CSV. */
function separatorOf(text: string): '\t' | ',' {
  let quoted = false;
  let starts = true;
  for (const sign of text) {
    if (sign === '\t' && !quoted) return '\t';
    // A quote opens a cell only where the cell begins; 5" is five inches.
    const turns: boolean = sign === '"' && (quoted || starts);
    if (turns) quoted = !quoted;
    // Two quotes in a row are one quote of the text: after a closing one the next opens again.
    starts = !quoted && (turns || sign === ',' || sign === '\n' || sign === '\r');
  }
  return ',';
}

export interface Grid {
  readonly cells: readonly (readonly string[])[];
  /** Row in which a quote is opened and never closed; the text is cut off. */
  readonly openQuoteAt: number | null;
}

/** RFC 4180 with tabs or commas: quotes may hold separators, line ends and doubled quotes. Trailing empty lines are no rows. */
export function readGrid(text: string): Grid {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quotedFrom = -1;
  const source = text.replace(/^\uFEFF/, '');
  const endRow = (): void => {
    row.push(cell);
    rows.push(row);
    [row, cell] = [[], ''];
  };
  for (let at = 0; at < source.length; at++) {
    const sign = source.charAt(at);
    if (quotedFrom >= 0) {
      if (sign !== '"') cell += sign;
      else if (source.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quotedFrom = -1;
    } else if (sign === '"' && cell === '') quotedFrom = rows.length;
    else if (sign === separator) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && source.charAt(at + 1) === '\n') at += 1;
      endRow();
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  while (rows.at(-1)?.every((each) => each.trim() === '')) rows.pop();
  return { cells: rows, openQuoteAt: quotedFrom >= 0 ? quotedFrom : null };
}

/** One cell of the entry table on the screen: which figure it is for. */
export interface EntrySlot {
  readonly commitmentId: string;
  readonly placeId: string;
  readonly period: string;
  readonly context: FigureContext;
}

export interface TakenCell {
  readonly at: string;
  readonly row: number;
  readonly column: number;
  readonly entry: FigureEntry;
  /** What is asked about or noted of it. */
  readonly findings: readonly FigureFinding[];
}

export type PasteProblem = 'paste.outsideTable' | 'paste.notAsked' | 'paste.quoteOpen';

export interface RefusedCell {
  readonly at: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly code: PasteProblem | FigureFinding['code'];
  readonly params: Readonly<Record<string, string>>;
}

export interface PasteOutcome {
  readonly taken: readonly TakenCell[];
  readonly refused: readonly RefusedCell[];
  /** Cells that are not empty: taken + refused, always. */
  readonly total: number;
}

const entryOf = (slot: EntrySlot, value: string, nature: FigureNature): FigureEntry => ({
  commitmentId: slot.commitmentId,
  metric: slot.context.metric,
  placeId: slot.placeId,
  period: slot.period,
  value: value.trim(),
  unit: '',
  statement: '',
  nature,
});

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function placeCell(
  { row, column, text }: Placed,
  slots: readonly (readonly (EntrySlot | null)[])[],
  startRow: number,
  startColumn: number,
  cut: boolean,
): TakenCell | RefusedCell {
  const at = cellName(row, column);
  const slot = slots[startRow + row]?.[startColumn + column];
  const refuse = (code: RefusedCell['code'], params: Readonly<Record<string, string>> = {}): RefusedCell => ({
    at,
    row,
    column,
    text,
    code,
    params: { ...params, cell: at },
  });
  if (cut) return refuse('paste.quoteOpen');
  if (slot === undefined) return refuse('paste.outsideTable');
  if (slot === null) return refuse('paste.notAsked');
  const entry = entryOf(slot, text, 'reported');
  const findings = checkFigure(entry, slot.context);
  const bad = findings.find(({ weight }) => weight === 'refuses');
  if (bad && isRefused(findings)) return refuse(bad.code, bad.params);
  return { at, row, column, entry, findings };
}

const isRefusal = (cell: TakenCell | RefusedCell): cell is RefusedCell => 'code' in cell;

/**
 * Lays a pasted block over the entry table from the cell that has the focus. A null slot is a cell of the table for
 * which nothing is asked; outside the table nothing is taken. Empty cells change nothing and are not counted.
 */
export function placePaste(
  text: string,
  slots: readonly (readonly (EntrySlot | null)[])[],
  startRow: number,
  startColumn: number,
): PasteOutcome {
  const { cells, openQuoteAt } = readGrid(text);
  const placed = cells
    .flatMap((row, rowIndex) => row.map((each, column) => ({ row: rowIndex, column, text: each })))
    .filter((cell) => cell.text.trim() !== '')
    .map((cell) =>
      placeCell(cell, slots, startRow, startColumn, openQuoteAt !== null && cell.row >= openQuoteAt),
    );
  return {
    taken: placed.flatMap((cell) => (isRefusal(cell) ? [] : [cell])),
    refused: placed.filter(isRefusal),
    total: placed.length,
  };
}
