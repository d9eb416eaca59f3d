// The tables of a statistics bureau: indicators down, measures or months across, one or two rows of headings, the period in the title.

import { monthOf, yearOf, yearStart } from '../../quantity/calendar.ts';
import { cellName, isEmptyRow } from '../../quantity/sheet.ts';
import type { MonitorIndicator, SeriesMeasure } from './figure.ts';
import { isGrowth } from './figure.ts';
import { findPeriodWords, fromJanuary, readPeriodCell, type Stretch, yearIn } from './period-words.ts';
import {
  type Collected,
  collected,
  refuse,
  type TableAsk,
  type TableRead,
  takeCell,
  unknownOf,
} from './table.ts';

const nameHeads = /^(?:指标(?:名称)?|项目|主要指标|地区|indicator)$/i;
const unitHeads = /^(?:计量)?单位$/;
const growthWords = /同比|增长|增速|增幅|涨幅|±%|\+-%|比上年/;
const totalWords = /累计|本年/;
const periodWords = /当月|本月|当期|本期|当季|本季/;
const amountWords = /绝对量|绝对值|数值|完成|总量|实绩|金额|总额|值$/;

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

interface Column {
  readonly column: number;
  readonly measure: SeriesMeasure | null;
  readonly stretch: Stretch | null;
  readonly text: string;
}

interface Head {
  readonly row: number;
  /** Rows of headings: 1 or 2. */
  readonly rows: number;
  readonly name: number;
  readonly unit: number;
}

function findHead(rows: TableAsk['rows']): Head | null {
  for (const [row, cells] of rows.entries()) {
    const name = cells.findIndex((cell) => nameHeads.test(bare(cell)));
    if (name < 0 || cells.filter((cell) => cell.trim() !== '').length < 2) continue;
    const unit = cells.findIndex((cell) => unitHeads.test(bare(cell)));
    const below = rows[row + 1] ?? [];
    const isHead = (below[name] ?? '').trim() === '' || nameHeads.test(bare(below[name] ?? ''));
    return { row, rows: isHead && !isEmptyRow(below) ? 2 : 1, name, unit };
  }
  return null;
}

/** Heading of each column; where the upper row has spans, its text holds until the next one. */
function headings(rows: TableAsk['rows'], head: Head): readonly string[] {
  const upper = rows[head.row] ?? [];
  if (head.rows === 1) return upper;
  const lower = rows[head.row + 1] ?? [];
  const width = Math.max(upper.length, lower.length);
  const found: string[] = [];
  let held = '';
  for (let column = 0; column < width; column++) {
    const above = (upper[column] ?? '').trim();
    if (above !== '') held = above;
    found.push([held, (lower[column] ?? '').trim()].filter(Boolean).join('|'));
  }
  return found;
}

/** The period that the title above the headings is for. */
function titlePeriod(rows: TableAsk['rows'], head: Head) {
  const title = rows
    .slice(0, head.row)
    .map((cells) => cells.join(' '))
    .join(' ');
  const year = yearIn(title);
  return { year, found: findPeriodWords(title, null) };
}

/** 1—2月 under 当月 is January and February in one; a longer range counts up from January. */
const springOf = (stretch: Stretch): Stretch =>
  monthOf(stretch.end) === 2 && monthOf(stretch.start) === 1 ? stretch : oneMonth(stretch);
const oneMonth = ({ end }: Stretch): Stretch => {
  const cell = readPeriodCell(end.slice(0, 7));
  return cell ? { start: cell.start, end: cell.end } : { start: end, end };
};

interface Title {
  readonly year: number | null;
  readonly period: (Stretch & { readonly isRange: boolean }) | null;
}

function columnOf(text: string, column: number, title: Title, left: Column | undefined): Column | null {
  const head = bare(text);
  const own = findPeriodWords(head, title.year ?? (title.period ? yearOf(title.period.end) : null));
  const rest = own ? own.rest : head;
  const grows = growthWords.test(rest);
  const says = totalWords.test(rest) ? 'total' : periodWords.test(rest) ? 'period' : null;
  if (!own && !grows && !says && !amountWords.test(rest)) return null;
  const at = own ?? title.period;
  const inherited = !own && says === null && left?.measure ? left : undefined;
  if (inherited) {
    const total = inherited.measure === 'total' || inherited.measure === 'totalGrowth';
    const measure = grows ? (total ? 'totalGrowth' : 'periodGrowth') : inherited.measure;
    return { column, measure, stretch: inherited.stretch, text };
  }
  if (!at) return { column, measure: null, stretch: null, text };
  const counts = says === 'total' || (says === null && isTotalStretch(at));
  const stretch = counts ? fromJanuary(at) : own && !own.isRange ? plain(own) : springOf(at);
  const measure = counts ? (grows ? 'totalGrowth' : 'total') : grows ? 'periodGrowth' : 'period';
  return { column, measure, stretch, text };
}

const plain = ({ start, end }: Stretch): Stretch => ({ start, end });

/** A range, or the first quarter: what is printed for it is printed as counted from January. */
const isTotalStretch = (stretch: Stretch & { readonly isRange: boolean }): boolean =>
  stretch.isRange || (stretch.start === yearStart(yearOf(stretch.end)) && monthOf(stretch.end) === 3);

const suffix = /^(.*?)[_＿](当期值|本期值|期末值|累计值|同比增长|当期同比|累计增长|累计同比)(?:\((.*)\))?$/;
const suffixMeasure: Readonly<Record<string, SeriesMeasure>> = {
  当期值: 'period',
  本期值: 'period',
  期末值: 'period',
  累计值: 'total',
  同比增长: 'periodGrowth',
  当期同比: 'periodGrowth',
  累计增长: 'totalGrowth',
  累计同比: 'totalGrowth',
};

interface RowName {
  readonly name: string;
  readonly unit: string;
  /** Said by the name itself: 社会消费品零售总额_累计增长(%). */
  readonly measure: SeriesMeasure | null;
}

function readName(printed: string, unitCell: string): RowName {
  const text = bare(printed);
  const parts = suffix.exec(text);
  if (parts)
    return {
      name: parts[1] ?? '',
      unit: parts[3] ?? unitCell,
      measure: suffixMeasure[parts[2] ?? ''] ?? null,
    };
  const unit = /\(([^()]*)\)$/.exec(text)?.[1] ?? '';
  return { name: text, unit: unitCell === '' ? unit : unitCell, measure: null };
}

/** A name that carries its measure needs of the column only the month; the column's own measure gives way. */
function meaningOf(row: RowName, column: Column, indicator: MonitorIndicator) {
  const { measure: said, stretch } = column;
  if (!stretch) return null;
  if (row.measure === null) {
    // One month as heading and nothing else: the measure in which the indicator is published.
    const isPlain = said === 'period' && !amountWords.test(column.text) && !periodWords.test(column.text);
    if (isPlain && isGrowth(indicator.headline))
      return indicator.headline === 'totalGrowth'
        ? { measure: indicator.headline, stretch: fromJanuary(stretch) }
        : { measure: indicator.headline, stretch };
    return said === null ? null : { measure: said, stretch };
  }
  const counts = row.measure === 'total' || row.measure === 'totalGrowth';
  return { measure: row.measure, stretch: counts ? fromJanuary(stretch) : springOf(stretch) };
}

function readRow(ask: TableAsk, into: Collected, row: number, head: Head, columns: readonly Column[]): void {
  const cells = ask.rows[row] ?? [];
  const printed = (cells[head.name] ?? '').trim();
  if (printed === '' || columns.every(({ column }) => (cells[column] ?? '').trim() === '')) return;
  const name = readName(printed, head.unit < 0 ? '' : bare(cells[head.unit] ?? ''));
  const indicator = ask.findIndicator(name.name);
  if (!indicator) {
    into.unknown.set(name.name, name.unit);
    refuse(into, [row, head.name], printed, 'series.indicatorUnknown', { name: printed });
    return;
  }
  for (const column of columns) {
    const text = (cells[column.column] ?? '').trim();
    const meaning = meaningOf(name, column, indicator);
    if (text === '') continue;
    if (!meaning) {
      refuse(into, [row, column.column], text, 'series.periodMissing', { head: column.text });
      continue;
    }
    takeCell(into, [row, column.column], text, {
      ...{ indicator, placeId: ask.placeId, ...meaning },
      unit: isGrowth(meaning.measure) ? '%' : name.unit,
    });
  }
}

/** Null where no row names the indicators: then it is no table of a bureau. */
export function readBureauTable(ask: TableAsk): TableRead | null {
  const head = findHead(ask.rows);
  if (!head) return null;
  const texts = headings(ask.rows, head);
  const { year, found } = titlePeriod(ask.rows, head);
  const period = ask.period
    ? { ...ask.period, isRange: monthOf(ask.period.start) !== monthOf(ask.period.end) }
    : found;
  const title: Title = { year: period ? yearOf(period.end) : year, period };
  const columns: Column[] = [];
  const ignored: { at: string; text: string }[] = [];
  for (const [column, text] of texts.entries()) {
    if (column === head.name || column === head.unit || bare(text) === '') continue;
    const read = columnOf(text, column, title, columns.at(-1));
    if (read) columns.push(read);
    else ignored.push({ at: cellName(head.row, column), text });
  }
  if (columns.length === 0) return null;
  const into = collected();
  for (let row = head.row + head.rows; row < ask.rows.length; row++) readRow(ask, into, row, head, columns);
  const { read, refused, empty } = into;
  return { format: 'bureau', read, refused, empty, ignored, unknown: unknownOf(into) };
}
