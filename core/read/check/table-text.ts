// Whether the sentences above a table state the same figures as its rows: equal, or near enough to be meant as the same.

import { clean } from '../item/tables/figure.ts';
import type { FigureColumn, FigureGrid, FigureRow } from '../item/tables/figure-grid.ts';
import { likeness } from '../item/tables/likeness.ts';
import { mentionsIn } from '../item/tables/mentions-in.ts';
import type { Check, Span } from '../reading.ts';
import type { Mention } from '../structure.ts';

export interface Above {
  readonly text: string;
  /** Paragraphs of the same document above the table, the nearest last. */
  readonly paragraphs: readonly Span[];
  readonly mentions: readonly Mention[];
}

/** A figure that differs by more, or whose words are less alike, is another figure. */
const NEAR = 0.1;
const ALIKE = 0.4;
/** Sentences about the total stand right above the table. */
const TOTAL_PARAGRAPHS = 3;
const MOST_ROWS = 80;

const bareHead = (head: string): string => head.replace(/\([^()]*\)$/, '').replace(/额$/, '');
const bareLabel = (label: string): string => label.replace(/\s|^其中[::]?/g, '');

/** Words right before the figure, up to the sign that parts them from what is before. */
function wordsBefore(text: string, mention: Mention, from: number): string {
  let start = mention.start;
  while (start > from && mention.start - start < 12 && !',,;;。、::()'.includes(text.charAt(start - 1)))
    start -= 1;
  return text.slice(start, mention.start);
}

/** The stated figure that a cell repeats: an equal one, else the one whose words are most like the head of the column. */
function stated(value: number, column: FigureColumn, paragraph: Span, above: Above): Mention | undefined {
  const same = mentionsIn(above.mentions, paragraph.start, paragraph.end).filter(
    (mention) => mention.unit === column.unit && typeof mention.value === 'number',
  );
  const equal = same.find((mention) => mention.value === value);
  if (equal !== undefined) return equal;
  const head = bareHead(column.column.head);
  return same.find(
    (mention) =>
      typeof mention.value === 'number' &&
      Math.abs(mention.value - value) <= Math.abs(value) * NEAR &&
      likeness(wordsBefore(above.text, mention, paragraph.start), head) >= ALIKE,
  );
}

function paragraphsFor(row: FigureRow, above: Above): readonly Span[] {
  if (row.role === 'total') return above.paragraphs.slice(-TOTAL_PARAGRAPHS);
  const label = bareLabel(row.label);
  if (label.length < 3) return [];
  return above.paragraphs.filter((paragraph) => {
    // A label in the middle of a long paragraph may be one of many rows named there: its figures follow elsewhere.
    for (let at = paragraph.start; at <= paragraph.start + 8; at += 1)
      if (above.text.startsWith(label, at)) return at + label.length <= paragraph.end;
    return false;
  });
}

/** The totals of a table without a total row: sums of its columns, to hold against the sentences above. */
function sumRow(matrix: FigureGrid): FigureRow | null {
  if (matrix.rows.some((row) => row.role !== 'item') || matrix.rows.length < 2) return null;
  const [first] = matrix.rows;
  if (first === undefined) return null;
  const cells = matrix.columns.map((column, at) => {
    const printed = first.cells[at];
    if (!printed || column.unit === '%') return null;
    const sum = matrix.rows.reduce((total, row) => total + (row.cells[at]?.figure.value ?? 0), 0);
    return { ...printed, figure: { ...printed.figure, value: clean(sum) } };
  });
  return { ...first, label: '合计', role: 'total', cells };
}

export function tableText(matrix: FigureGrid, above: Above): readonly Check[] {
  const summed = sumRow(matrix);
  const rows = summed === null ? matrix.rows : [summed, ...matrix.rows];
  if (rows.length > MOST_ROWS) return [];
  const checks: Check[] = [];
  for (const row of rows) {
    const paragraphs = paragraphsFor(row, above);
    matrix.columns.forEach((column, at) => {
      const cell = row.cells[at];
      if (!cell || column.unit === '') return;
      const found = paragraphs
        .map((paragraph) => stated(cell.figure.value, column, paragraph, above))
        .filter((one) => one !== undefined);
      const mention = found.find((one) => one.value === cell.figure.value) ?? found[found.length - 1];
      if (mention === undefined || typeof mention.value !== 'number') return;
      const residual = clean(cell.figure.value - mention.value);
      checks.push({
        rule: row === summed ? 'table.sum' : 'number.twice',
        ok: residual === 0,
        expected: mention.value,
        found: cell.figure.value,
        residual,
        rounding: 0,
        what: `${row.label} ${column.column.head}`,
        start: cell.cell.start,
        end: cell.cell.end,
        other: { start: mention.start, end: mention.end },
      });
    });
  }
  return checks;
}
