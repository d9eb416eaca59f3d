// How the tables of one document that print targets and figures are judged, and whether the document says the same.

import type { Target } from '../plan/commitment.ts';
import { foldCell } from '../plan/words/cell-words.ts';
import { seriesKey } from '../plan/words/series-name.ts';
import { targetFromWords } from '../plan/words/target-from-words.ts';
import { isOwnPast } from '../plan/words/target-words.ts';
import { yearEnd, yearOf, yearStart } from '../quantity/calendar.ts';
import { type IsoDate, isIsoDate } from '../quantity/date.ts';
import type { Reading } from '../read/reading.ts';
import { assess } from './assess.ts';
import { type Facts, type FigureFact, type SeriesFigure, seriesOf } from './facts.ts';
import { isReported, type Part, promisesOf, type TableRow, tablesOf } from './printed/rows.ts';
import { sentenceVerdicts } from './printed/sentence.ts';
import { seriesInText } from './printed/series.ts';
import { type PrintedClass, printedClass } from './printed/words.ts';
import { valueFor } from './rule/figure.ts';
import { decimalText, reason, verdict } from './rule/reasons.ts';
import { defaultSettings, type JudgingSettings } from './settings.ts';
import type { Reason, Verdict, VerdictStatus } from './verdict.ts';

export interface JudgeRow {
  readonly table: string;
  readonly number: string;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  /** The assessment in the row, or the words of the sentence that counts the row; null where the document says none. */
  readonly printed: string | null;
  readonly printedFrom: 'column' | 'named' | 'remaining' | null;
  readonly verdict: VerdictStatus;
  readonly because: readonly Reason[];
  /** Null where either side gives no judgement. */
  readonly agrees: boolean | null;
}

export interface JudgeReport {
  readonly agree: number;
  /** Rows that both the document and the rules decide. */
  readonly of: number;
  readonly undecided: number;
  readonly rows: readonly JudgeRow[];
}

interface Dates {
  readonly startsOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly asOf: IsoDate;
}

/** The plan's year and the day its figures are for; a table without any date is taken as the report's own year. */
function datesOf(part: Part, documentDate: string): Dates | null {
  const printed = part.periodEnd ?? '';
  const year =
    part.year ??
    (isIsoDate(printed) ? yearOf(printed) : isIsoDate(documentDate) ? yearOf(documentDate) : null);
  if (year === null) return null;
  return {
    startsOn: yearStart(year),
    dueOn: yearEnd(year),
    asOf: isIsoDate(printed) ? printed : yearEnd(year),
  };
}

interface Prepared {
  readonly row: TableRow;
  readonly dates: Dates;
  readonly targets: readonly Target[];
  readonly figures: readonly FigureFact[];
}

function prepare(row: TableRow, documentDate: string): Prepared | null {
  const [first] = row.parts;
  const dates = first ? datesOf(first, documentDate) : null;
  if (!dates) return null;
  const promises = promisesOf(row);
  return {
    row,
    dates,
    targets: promises.map(({ metric, part }) =>
      targetFromWords({ metric, unit: part.unit, printed: part.targetText }),
    ),
    figures: promises.map(({ metric, part }) => ({
      metric,
      periodEnd: dates.asOf,
      amount: null,
      unit: part.figureUnit,
      statement: part.actualText ?? '',
    })),
  };
}

/** Growth figures of the table itself: what its relative targets are relative to. */
function seriesOfTable(rows: readonly Prepared[]): SeriesFigure[] {
  return rows.flatMap(({ targets, figures, dates }) => {
    const [target, figure] = [targets[0], figures[0]];
    if (!target || !figure || targets.length > 1 || target.measure !== 'rate' || !figure.statement) return [];
    const read = valueFor({ ...target, relativeType: target.relativeType }, figure);
    if (read.kind !== 'value') return [];
    return [{ name: target.metric, periodEnd: dates.asOf, amount: decimalText(read.value), printed: '' }];
  });
}

function withSeries(rows: readonly Prepared[], source: string, tableStart: number): SeriesFigure[] {
  const series = seriesOfTable(rows);
  const known = new Set(series.map((figure) => seriesKey(figure.name)));
  for (const { targets, dates } of rows)
    for (const { relative, relativeType } of targets) {
      const compares = relativeType === 'sync' || relativeType === 'above' || relativeType === 'below';
      if (!compares || !relative || isOwnPast(relative) || known.has(seriesKey(relative))) continue;
      known.add(seriesKey(relative));
      const found = seriesInText(source, tableStart, relative, dates.asOf);
      if (found) series.push({ ...found, name: relative });
    }
  return series;
}

const classOf = (status: VerdictStatus): PrintedClass | null =>
  status === 'achieved' || status === 'onTrack'
    ? 'reached'
    : status === 'behind' || status === 'overdue' || status === 'atRisk'
      ? 'lagging'
      : null;

/**
 * A figure that stands exactly on a bound which excludes it, in a row that the document counts as reached, contradicts
 * itself: rounding may hide the difference, and neither side can be believed over the other.
 */
function heldAgainstPrinted(found: Verdict, printed: PrintedClass | null): Verdict {
  const onTheBound = found.because.find((each) => each.detail.onTheBound === 'true');
  if (!onTheBound || printed !== 'reached') return found;
  return verdict('noJudgement', found.asOf, [reason('contradictsPrinted', onTheBound.detail)]);
}

interface Printed {
  readonly words: string;
  readonly class: PrintedClass | null;
  readonly from: JudgeRow['printedFrom'];
}

const distinctTexts = (texts: readonly string[]): string =>
  [...new Set(texts.filter((text) => text !== ''))].join('；');

function rowOf(
  table: string,
  prepared: Prepared,
  facts: Facts,
  printed: Printed | null,
  settings: JudgingSettings,
): JudgeRow {
  const { row, dates } = prepared;
  const found = heldAgainstPrinted(assess(facts, settings, dates.asOf), printed?.class ?? null);
  const own = classOf(found.status);
  return {
    table,
    number: row.number,
    name: row.name,
    target: distinctTexts(row.parts.map((part) => part.targetText)),
    actual: distinctTexts(row.parts.map((part) => part.actualText ?? '')),
    printed: printed?.words ?? null,
    printedFrom: printed?.from ?? null,
    verdict: found.status,
    because: found.because,
    agrees: own === null || !printed?.class ? null : own === printed.class,
  };
}

function judgeTable(
  table: string,
  rows: readonly TableRow[],
  reading: Reading,
  source: string,
  settings: JudgingSettings,
): readonly JudgeRow[] {
  const prepared = rows.flatMap((row) => prepare(row, reading.document.date) ?? []);
  const spans = rows.flatMap((row) => row.parts);
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const series = seriesOf(withSeries(prepared, source, start));
  const inColumn = spans.some((part) => part.printed !== null && printedClass(part.printed) !== null);
  const bySentence = inColumn
    ? null
    : sentenceVerdicts(
        source,
        start,
        end,
        rows.map((row) => row.name),
        rows.filter(isReported).map((row) => row.name),
      );
  return prepared.map((each) => {
    const { row, dates, targets, figures } = each;
    const words = row.parts.find((part) => part.printed !== null)?.printed ?? null;
    const said = bySentence?.get(foldCell(row.name));
    const printed: Printed | null = said
      ? { words: said.words, class: said.class, from: said.from }
      : words === null
        ? null
        : { words, class: printedClass(words), from: 'column' };
    const facts = { startsOn: dates.startsOn, dueOn: dates.dueOn, targets, figures, series };
    return rowOf(table, each, facts, printed, settings);
  });
}

/** Judges every indicator table of a reading that prints both targets and figures. */
export function judgeReading(
  reading: Reading,
  source: string,
  settings: JudgingSettings = defaultSettings,
): JudgeReport {
  const rows = [...tablesOf(reading.items)].flatMap(([table, tableRows]) =>
    judgeTable(table, tableRows, reading, source, settings),
  );
  const decided = rows.filter((row) => row.agrees !== null);
  return {
    agree: decided.filter((row) => row.agrees).length,
    of: decided.length,
    undecided: rows.length - decided.length,
    rows,
  };
}
