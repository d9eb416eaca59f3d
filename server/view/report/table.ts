// The figures of a desk as a table to fill in: pasted text, CSV and workbook read back, every bad cell named.
import type { Caller } from '../../../core/contract/permission.ts';
import { mayOn } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { Routes } from '../../../core/contract/routes.ts';
import type { FigureFinding } from '../../../core/observe/figure-check.ts';
import type { FigureEntry } from '../../../core/observe/report.ts';
import { placePaste } from '../../../core/observe/report-paste.ts';
import { type FindAsked, findHeading, readRows } from '../../../core/observe/report-rows.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type ProblemCode, problemText } from '../../../core/vocabulary/problem.ts';
import { type Asked, contextOf, figureKey, isAskedOf, loadAsks, underKeys } from '../../act/report/asks.ts';
import { lastAmountsOf } from '../../act/report/last.ts';
import type { SheetRows } from '../../bytes/sheet-rows.ts';
import type { Context } from '../../context.ts';
import type { FiguresPage, OwedRow } from './desk.ts';

export type TableOutcome = OutputOf<Routes['POST /api/figures/table']['response']>;
type Taken = TableOutcome['taken'][number];
type Refused = TableOutcome['refused'][number];

/** The most rows that one file may hold; a city's month is some 10,000 figures. */
export const rowLimit = 100_000;

const fill = (code: ProblemCode, params: Readonly<Record<string, string>>): Refused['message'] => {
  const put = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (mark, key: string) => params[key] ?? mark);
  const { zh, en } = problemText[code];
  return { zh: put(zh), en: put(en) };
};

const takenView = (entry: FigureEntry, findings: readonly FigureFinding[]): Taken => ({
  commitmentId: entry.commitmentId,
  placeId: entry.placeId,
  period: entry.period,
  metric: entry.metric,
  value: entry.value,
  unit: entry.unit,
  statement: entry.statement,
  findings: findings.map(({ code, weight, params }) => ({ code, weight, params: { ...params } })),
});

export interface Cell {
  readonly commitmentId: string;
  readonly placeId: string;
  readonly period: string;
  readonly metric: string;
}

/** Where a pasted block lands: value in the first column, what is said about it in the second. */
export async function placeOnTable(
  context: Context,
  givenCaller: Caller,
  given: { readonly text: string; readonly row: number; readonly cells: readonly Cell[] },
): Promise<Result<TableOutcome, 'object.notFound'>> {
  const book = await loadAsks(context);
  const caller = underKeys(givenCaller, book);
  const found = given.cells.map((cell) => ({
    cell,
    period: cell.period,
    asked: book.figures.get(figureKey(cell.commitmentId, cell.metric, cell.placeId)),
  }));
  const asked = found.flatMap(({ asked: one, period }) => (one ? [{ asked: one, period }] : []));
  const isOwn = (one: Asked): boolean => mayOn(caller, 'report.write', one.scope) && isAskedOf(one, caller);
  if (asked.length < found.length || asked.some(({ asked: one }) => !isOwn(one)))
    return fail('object.notFound');
  const last = await lastAmountsOf(context, asked);
  const slots = found.map(({ cell, asked: one }, index) =>
    one ? [{ ...cell, context: contextOf(one, last[index] ?? null, context.today()) }] : [null],
  );
  const outcome = placePaste(given.text, slots, given.row, 0);
  return succeed({
    taken: outcome.taken.map(({ entry, findings }) => takenView(entry, findings)),
    refused: outcome.refused.map(({ at, row, column, text, code, params }) => ({
      ...{ sheet: '', at, row: row + 1, column: column + 1, text: text.slice(0, 80), code },
      message: fill(code, params),
    })),
    accepted: outcome.taken.length,
    rejected: outcome.refused.length,
    total: outcome.total,
  });
}

const bare = (text: string): string => text.replace(/[\s“”"'‘’,，;；。]/g, '').toLowerCase();

/** A row is about the figure whose metric (or title) and place it prints; its number decides where two are alike. */
function finderOf(
  page: FiguresPage,
  contexts: ReadonlyMap<OwedRow, ReturnType<typeof contextOf>>,
): FindAsked {
  const byName = new Map<string, OwedRow[]>();
  for (const row of page.rows)
    for (const name of new Set([bare(row.metric), bare(row.title), bare(`${row.title} ${row.metric}`)]))
      byName.set(name, [...(byName.get(name) ?? []), row]);
  return ({ number, metric, place, period }) => {
    const named = (byName.get(bare(metric)) ?? []).filter(
      (row) =>
        (place === '' ||
          bare(row.place) === bare(place) ||
          (row.place === '' && page.desk?.name === place)) &&
        (period === '' || row.period === period),
    );
    const row = named.length > 1 ? named.find((each) => each.number === number) : named[0];
    const context = row && contexts.get(row);
    if (!row || !context) return null;
    return { commitmentId: row.commitmentId, placeId: row.placeId, period: row.period, context };
  };
}

/** Reads the sheets of a filled-in table against what is asked of the desk. */
export async function readTable(
  context: Context,
  page: FiguresPage,
  sheets: readonly SheetRows[],
): Promise<Result<TableOutcome, 'object.notFound' | 'rows.tooMany'>> {
  if (!page.mine) return fail('object.notFound');
  if (sheets.reduce((sum, { rows }) => sum + rows.length, 0) > rowLimit)
    return fail('rows.tooMany', { limit: `${rowLimit}` });
  const book = await loadAsks(context);
  const entries = page.rows.flatMap((row) => {
    const asked = book.figures.get(figureKey(row.commitmentId, row.metric, row.placeId));
    return asked ? [{ row, asked, period: row.period }] : [];
  });
  const last = await lastAmountsOf(context, entries);
  const contexts = new Map(
    entries.map(
      ({ row, asked }, index) => [row, contextOf(asked, last[index] ?? null, context.today())] as const,
    ),
  );
  const find = finderOf(page, contexts);
  const outcomes = sheets.map(({ name, rows }) => readRows(name, withoutUntouched(rows), find));
  const taken = outcomes.flatMap((outcome) => outcome.taken);
  const refused = outcomes.flatMap((outcome) => outcome.refused);
  return succeed({
    taken: taken.map(({ entry, findings }) => takenView(entry, findings)),
    refused: refused.map(({ sheet, row, at, text, code, params }) => ({
      ...{ sheet, at, row: row + 1, column: columnOf(at), text: text.slice(0, 80), code },
      message: fill(code, params),
    })),
    accepted: taken.length,
    rejected: refused.length,
    total: taken.length + refused.length,
  });
}

/** A row of the template in which nothing was entered says nothing: it is neither taken nor refused. */
function withoutUntouched(rows: SheetRows['rows']): SheetRows['rows'] {
  const heading = findHeading(rows);
  if (!heading) return rows;
  const { value, statement } = heading.columns;
  const isEmpty = (cells: readonly string[], column: number | undefined): boolean =>
    column === undefined || (cells[column] ?? '').trim() === '';
  return rows.map((cells, row) =>
    row > heading.row && isEmpty(cells, value) && isEmpty(cells, statement) ? [] : cells,
  );
}

/** D7 is column 4. */
function columnOf(at: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(at)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
