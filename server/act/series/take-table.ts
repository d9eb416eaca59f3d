// Takes monitoring figures from a table: read by its shape, held against what is known, new and revised ones recorded, the rest named.
import { createHash, randomUUID } from 'node:crypto';
import { indicatorNamed } from '../../../core/budget/monitor/figure.ts';
import { readPeriodCell } from '../../../core/budget/monitor/period-words.ts';
import { readMonitorTable } from '../../../core/budget/monitor/read-table.ts';
import { type KnownFigure, keyOf, type Settled, settle } from '../../../core/budget/monitor/settle.ts';
import type { ReadFigure, RefusedFigure, TableRead } from '../../../core/budget/monitor/table.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { SheetRows } from '../../bytes/sheet-rows.ts';
import type { Context } from '../../context.ts';
import {
  addMonitorFigures,
  addMonitorImport,
  listMonitorFigures,
  lockSeries,
  type NewFigure,
} from '../../store/series/figure.ts';
import { listIndicators, listMonitorPlaces } from '../../store/series/indicator.ts';
import { type Actor, perform } from '../perform.ts';

export interface TableWish {
  readonly mode: 'check' | 'take';
  readonly fileName: string;
  readonly source: string;
  readonly place: string | null;
  readonly period: string | null;
  readonly confirmed: boolean;
  readonly isDemonstration: boolean;
}

export interface TableTaken {
  readonly settled: readonly (Settled & { readonly sheet: string })[];
  readonly refused: readonly (RefusedFigure & { readonly sheet: string })[];
  readonly ignored: readonly { readonly sheet: string; readonly at: string; readonly text: string }[];
  readonly unknown: TableRead['unknown'];
  readonly empty: number;
}

/** The newest figure of each series and period. */
async function figuresInForce({ db, jurisdiction }: Context): Promise<Map<string, KnownFigure>> {
  const rows = await listMonitorFigures(db, jurisdiction, { indicator: null, knownOn: null });
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function readSheets(
  context: Context,
  wish: TableWish,
  sheets: readonly SheetRows[],
): Promise<Result<readonly (TableRead & { sheet: string })[], ProblemCode>> {
  const { db, jurisdiction } = context;
  const [indicators, places] = await Promise.all([
    listIndicators(db, jurisdiction),
    listMonitorPlaces(db, jurisdiction),
  ]);
  const idOf = new Map(places.flatMap(({ id, name }) => [[id, id] as const, [name, id] as const]));
  const placeId = idOf.get(wish.place ?? jurisdiction);
  if (placeId === undefined) return fail('series.placeUnknown', { cell: '', name: wish.place ?? '' });
  const period = wish.period === null ? null : readPeriodCell(wish.period);
  if (wish.period !== null && !period)
    return fail('series.periodUnreadable', { cell: '', text: wish.period });
  return succeed(
    sheets.map(({ name: sheet, rows }) => ({
      sheet,
      ...readMonitorTable({
        ...{ rows, placeId, period },
        findIndicator: (printed) => indicatorNamed(printed, indicators),
        findPlaceId: (printed) => idOf.get(printed) ?? null,
      }),
    })),
  );
}

const newFigure = (figure: ReadFigure, sheet: string, before: KnownFigure | null): NewFigure => ({
  id: randomUUID(),
  ...{ indicator: figure.indicator, placeId: figure.placeId, measure: figure.measure },
  ...{ periodStart: figure.start, periodEnd: figure.end, value: figure.value },
  number: (before?.number ?? 0) + 1,
  revises: before?.id ?? null,
  nature: figure.nature ?? (before ? 'revised' : 'reported'),
  ...{ sheet, cell: figure.at, printed: figure.text.slice(0, 80) },
});

const figuresOf = (settled: TableTaken['settled']): NewFigure[] =>
  settled.flatMap(({ sheet, fresh, revised }) => [
    ...fresh.map((figure) => newFigure(figure, sheet, null)),
    ...revised.map(({ figure, before }) => newFigure(figure, sheet, before)),
  ]);

const hashOf = (sheets: readonly SheetRows[]): string =>
  createHash('sha256').update(JSON.stringify(sheets)).digest('hex');

/** Sheets one after the other: what an earlier one brings is known to the next. */
function settleSheets(
  read: readonly (TableRead & { sheet: string })[],
  known: Map<string, KnownFigure>,
  context: Context,
  confirmed: boolean,
): TableTaken {
  const settled = read.map((table) => {
    const found = settle(table.read, [...known.values()], context.today(), confirmed);
    for (const figure of figuresOf([{ ...found, sheet: table.sheet }])) known.set(keyOf(figure), figure);
    return { sheet: table.sheet, ...found };
  });
  const refused = read.flatMap(({ sheet, refused: cells }, at) =>
    [...cells, ...(settled[at]?.refused ?? [])].map((cell) => ({ ...cell, sheet })),
  );
  return {
    ...{ settled, refused },
    ignored: read.flatMap(({ sheet, ignored }) => ignored.map((each) => ({ ...each, sheet }))),
    unknown: read.flatMap(({ unknown }) => unknown),
    empty: read.reduce((total, { empty }) => total + empty, 0),
  };
}

export function takeMonitorTable(
  context: Context,
  { caller }: Actor,
  wish: TableWish,
  sheets: readonly SheetRows[],
): Promise<Result<TableTaken, ProblemCode>> {
  // The figures themselves keep a repeated request from doing anything twice: they are then unchanged.
  return perform<TableTaken, ProblemCode>(context, { caller, key: null }, async (inside, note) => {
    const { db, jurisdiction } = inside;
    if (wish.source.trim().length < 2) return fail('series.sourceMissing');
    if (wish.mode === 'take') await lockSeries(db, jurisdiction);
    const read = await readSheets(
      inside,
      wish,
      sheets.filter(({ rows }) => rows.length > 0),
    );
    if (!read.ok) return read;
    const taken = settleSheets(read.value, await figuresInForce(inside), inside, wish.confirmed);
    const cells = read.value.flatMap(({ read: figures, refused }) => [...figures, ...refused]);
    if (cells.length === 0) return fail('series.noRows');
    const figures = figuresOf(taken.settled);
    if (wish.mode === 'check' || figures.length === 0) return succeed(taken);
    const importId = randomUUID();
    const { fileName, source, isDemonstration } = wish;
    const format = read.value.find((table) => table.read.length > 0)?.format ?? 'long';
    const row = { id: importId, fileName, sha256: hashOf(sheets), format, source, isDemonstration };
    await addMonitorImport(db, jurisdiction, { ...row, recordedBy: caller.accountId });
    const added = await addMonitorFigures(db, jurisdiction, importId, figures, caller.accountId);
    if (added !== figures.length) return fail('state.changed');
    const detail = { fileName, figures: figures.length, refused: taken.refused.length };
    note({ act: 'series.import', objectKind: 'import', objectId: importId, detail });
    return succeed(taken);
  });
}
