// The desk of a unit or a place: every figure asked of it in a month, with its state, last value, draft and expected value.
import { type Caller, mayOn } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { Routes } from '../../../core/contract/routes.ts';
import { monthEndOf } from '../../../core/observe/figure-ask.ts';
import { checkFigure } from '../../../core/observe/figure-check.ts';
import {
  type DueFigure,
  figuresDue,
  type ReceivedFigure,
  reportingBurden,
} from '../../../core/observe/figure-due.ts';
import { countsAsReported } from '../../../core/observe/report.ts';
import { addDays, yearEnd } from '../../../core/quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import {
  type AskBook,
  type Asked,
  contextOf,
  isAskedOf,
  type LastAmount,
  loadAsks,
  type PlanBook,
  underKeys,
} from '../../act/report/asks.ts';
import { lastAmountsOf } from '../../act/report/last.ts';
import { loadStandings, type Standing } from '../../act/report/standing.ts';
import type { Context } from '../../context.ts';
import { type DraftRow, listDrafts } from '../../store/report/draft.ts';
import { listReportFigures } from '../../store/report/figure.ts';
import { listReports } from '../../store/report/report.ts';
import { expectedOf } from './expected.ts';

export type FiguresPage = OutputOf<Routes['GET /api/figures']['response']>;
export type OwedRow = FiguresPage['rows'][number];
type Desk = FiguresPage['desks'][number];

export interface DeskQuery {
  readonly plan?: string | undefined;
  readonly asOf?: string | undefined;
  readonly desk?: string | undefined;
  readonly month?: string | undefined;
}

/** A plan is reported on until the last of its figures is due; afterwards its last month is shown. */
const afterYearEnd = 31;

/** The plan asked for; else the newest in which something concerns the caller; else the newest. */
export const planOf = (
  book: AskBook,
  wanted: string | undefined,
  concerns: (asked: Asked) => boolean = () => true,
): PlanBook | undefined =>
  wanted === undefined
    ? (book.plans.find(({ asked }) => asked.some(concerns)) ?? book.plans[0])
    : book.plans.find(({ id, year }) => id === wanted || `${year}` === wanted);

function dayOf(plan: PlanBook, asOf: string | undefined, today: IsoDate): IsoDate {
  if (asOf !== undefined) return isoDate(asOf);
  const last = addDays(yearEnd(plan.year), afterYearEnd);
  return today > last ? last : today;
}

export const deskIdOf = ({ plan: { ask } }: Asked): string =>
  ask.placeId === '' ? `unit:${ask.unitId}` : `place:${ask.placeId}`;

export interface KnownReports {
  readonly reports: ReadonlyMap<string, Awaited<ReturnType<typeof listReports>>[number]>;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly figures: ReadonlyMap<string, Awaited<ReturnType<typeof listReportFigures>>>;
}

const reportKey = (commitmentId: string, placeId: string, period: string): string =>
  `${commitmentId}\t${placeId}\t${period}`;

export async function loadReports(context: Context, commitmentIds: readonly string[]): Promise<KnownReports> {
  const { db, jurisdiction } = context;
  const rows = await listReports(db, jurisdiction, commitmentIds);
  const ids = rows.map(({ id }) => id);
  const [standings, figures] = await Promise.all([
    loadStandings(context, ids),
    listReportFigures(db, jurisdiction, ids),
  ]);
  const byReport = new Map<string, typeof figures>();
  for (const figure of figures) {
    const group = byReport.get(figure.report_id);
    if (group) group.push(figure);
    else byReport.set(figure.report_id, [figure]);
  }
  const reports = new Map(
    rows.map((row) => [reportKey(row.commitment_id, row.place_id, row.period), row] as const),
  );
  return { reports, standings, figures: byReport };
}

/** Submissions that count, as the rule of what is due wants them. */
function receivedOf(asked: readonly Asked[], known: KnownReports): ReceivedFigure[] {
  return asked.flatMap((each) =>
    [...each.periods.values()].flatMap(({ period, end }): ReceivedFigure[] => {
      const report = known.reports.get(reportKey(each.commitment.id, each.plan.ask.placeId, period));
      const standing = report && known.standings.get(report.id);
      if (!report || !standing?.submission || !countsAsReported(standing.state)) return [];
      const figure = known.figures.get(report.id)?.findLast(({ metric }) => metric === each.plan.metric);
      if (!figure) return [];
      const { seriesKey, placeId } = each.plan.ask;
      const { amount, statement } = figure;
      const receivedAt = Date.parse(standing.submission.receivedAt);
      return [
        {
          seriesKey: `${seriesKey}\t${each.key}`,
          placeId,
          period,
          periodEnd: end,
          amount,
          statement,
          receivedAt,
        },
      ];
    }),
  );
}

/** Series of two promises that could not be merged stay apart. */
export const dueOf = (asked: readonly Asked[], known: KnownReports, asOf: IsoDate): readonly DueFigure[] =>
  figuresDue(
    asked.map(({ plan: { ask }, key }) => ({ ...ask, seriesKey: `${ask.seriesKey}\t${key}` })),
    receivedOf(asked, known),
    asOf,
  );

function desksOf(asked: readonly Asked[], due: readonly DueFigure[], book: AskBook): Desk[] {
  const desks = new Map<
    string,
    { id: string; name: string; kind: 'unit' | 'place'; late: number; owed: number }
  >();
  const idBySeries = new Map(asked.map((each) => [`${each.plan.ask.seriesKey}\t${each.key}`, each]));
  for (const { ask, state } of due) {
    const each = idBySeries.get(ask.seriesKey);
    if (!each) continue;
    const id = deskIdOf(each);
    const isPlace = ask.placeId !== '';
    const name = isPlace ? each.placeName : (book.unitNames.get(ask.unitId) ?? ask.unitId);
    const desk = desks.get(id) ?? { id, name, kind: isPlace ? 'place' : 'unit', late: 0, owed: 0 };
    if (state === 'late') desk.late += 1;
    if (state === 'late' || state === 'due') desk.owed += 1;
    desks.set(id, desk);
  }
  return [...desks.values()].sort((a, b) =>
    a.kind === b.kind ? a.name.localeCompare(b.name, 'zh-Hans-CN') : a.kind === 'unit' ? -1 : 1,
  );
}

interface RowFacts {
  readonly asked: Asked;
  readonly due: DueFigure;
  readonly known: KnownReports;
  readonly drafts: ReadonlyMap<string, DraftRow>;
  readonly last: LastAmount | null;
  readonly today: IsoDate;
}

const kinds = ['indicator', 'task', 'livelihood', 'project', 'budget', 'policy'] as const;

const draftView = (draft: DraftRow | undefined): OwedRow['draft'] =>
  draft
    ? {
        value: draft.value,
        unit: draft.unit,
        statement: draft.statement,
        version: draft.version,
        savedBy: draft.savedByName,
        savedAt: draft.savedAt,
      }
    : null;

function rowOf({ asked, due, known, drafts, last, today }: RowFacts): OwedRow {
  const { commitment, plan } = asked;
  const { period } = due.period;
  const report = known.reports.get(reportKey(commitment.id, plan.ask.placeId, period));
  const standing = report ? known.standings.get(report.id) : undefined;
  const figure = report && known.figures.get(report.id)?.findLast(({ metric }) => metric === plan.metric);
  const draft = drafts.get(`${commitment.id}\t${plan.ask.placeId}\t${period}\t${plan.metric}`);
  const context = contextOf(asked, last, today);
  const isOpen = !standing || standing.state === 'draft' || standing.state === 'returned';
  const cell = { commitmentId: commitment.id, placeId: plan.ask.placeId, period, metric: plan.metric };
  const typed = draft && (draft.value.trim() !== '' || draft.statement.trim() !== '') ? draft : null;
  return {
    ...cell,
    kind: commitment.kind,
    number: commitment.number,
    title: commitment.title,
    place: asked.placeName,
    leadUnit: commitment.leadUnit,
    unit: plan.ask.unit,
    worded: context.measure === 'text',
    frequency: plan.ask.frequency,
    periodEnd: due.period.end,
    dueOn: due.period.dueOn,
    due: due.state,
    daysLate: due.daysLate,
    state: standing?.state ?? (typed ? 'draft' : null),
    reportId: report && standing ? report.id : null,
    after: standing?.number ?? 0,
    reason: standing?.state === 'returned' ? (standing.last?.reason ?? '') : '',
    submitted: figure ? { value: figure.amount ?? figure.typed, statement: figure.statement } : null,
    draft: draftView(draft),
    last: last ? { amount: last.amount, period: last.period } : null,
    expected: expectedOf(asked, due.period.end),
    wanted: plan.wanted,
    changes: report
      ? (known.figures.get(report.id) ?? []).filter(({ corrects }) => corrects !== null).length
      : 0,
    lists: kinds.filter((kind) => plan.ask.lists.includes(kind)),
    findings:
      typed && isOpen
        ? checkFigure(
            { ...cell, value: typed.value, unit: typed.unit, statement: typed.statement, nature: 'reported' },
            context,
          ).map(({ code, weight, params }) => ({ code, weight, params: { ...params } }))
        : [],
  };
}

const nothing = (asOf: IsoDate): FiguresPage => ({
  ...{ plan: null, plans: [], asOf, month: null, months: [], desks: [], desk: null, mine: false, rows: [] },
  burden: { perMonth: [], saved: 0, conflicts: 0 },
});

/** The month asked for; else the month of the day; else the last one before it; else the first. */
function monthOf(
  months: readonly { readonly end: IsoDate }[],
  wanted: string | undefined,
  asOf: IsoDate,
): IsoDate | null {
  const ends = months.map(({ end }) => end);
  if (wanted !== undefined) return ends.find((end) => end === wanted) ?? null;
  return ends.findLast((end) => end <= monthEndOf(asOf)) ?? ends[0] ?? null;
}

function monthsOf(due: readonly DueFigure[]): { end: IsoDate; figures: number; late: number }[] {
  const months = new Map<IsoDate, { end: IsoDate; figures: number; late: number }>();
  for (const { period, state } of due) {
    const end = monthEndOf(period.dueOn);
    const month = months.get(end) ?? { end, figures: 0, late: 0 };
    month.figures += 1;
    if (state === 'late') month.late += 1;
    months.set(end, month);
  }
  return [...months.values()].sort((a, b) => (a.end < b.end ? -1 : 1));
}

/** What is asked and visible to the caller. */
export const visibleTo = (caller: Caller, plan: PlanBook): readonly Asked[] =>
  plan.asked.filter((asked) => mayOn(caller, 'report.read', asked.scope));

const inDesk = (asked: readonly Asked[], desk: Desk | null): readonly Asked[] =>
  desk === null ? [] : asked.filter((each) => deskIdOf(each) === desk.id);

async function rowsOf(
  context: Context,
  own: readonly Asked[],
  due: readonly DueFigure[],
  known: KnownReports,
): Promise<OwedRow[]> {
  const { db, jurisdiction, today } = context;
  const bySeries = new Map(own.map((each) => [`${each.plan.ask.seriesKey}\t${each.key}`, each]));
  const entries = due.flatMap((each) => {
    const asked = bySeries.get(each.ask.seriesKey);
    return asked ? [{ asked, due: each, period: each.period.period }] : [];
  });
  const [last, drafts] = await Promise.all([
    lastAmountsOf(context, entries),
    listDrafts(db, jurisdiction, [...new Set(own.map(({ commitment }) => commitment.id))]),
  ]);
  const byCell = new Map(
    drafts.map((row) => [`${row.commitmentId}\t${row.placeId}\t${row.period}\t${row.metric}`, row] as const),
  );
  return entries.map(({ asked, due: each }, index) =>
    rowOf({ asked, due: each, known, drafts: byCell, last: last[index] ?? null, today: today() }),
  );
}

export async function getFigures(
  context: Context,
  givenCaller: Caller,
  query: DeskQuery,
): Promise<Result<FiguresPage, 'plan.notFound' | 'object.notFound'>> {
  const book = await loadAsks(context);
  const caller = underKeys(givenCaller, book);
  const plan = planOf(book, query.plan, (each) => isAskedOf(each, caller));
  if (!plan)
    return query.plan === undefined
      ? succeed(nothing(context.today()))
      : fail('plan.notFound', { plan: query.plan });
  const asOf = dayOf(plan, query.asOf, context.today());
  const asked = visibleTo(caller, plan);
  const known = await loadReports(context, [...new Set(asked.map(({ commitment }) => commitment.id))]);
  const desks = desksOf(asked, dueOf(asked, known, asOf), book);
  const mine = new Set(asked.filter((each) => isAskedOf(each, caller)).map(deskIdOf));
  const desk =
    query.desk === undefined
      ? (desks.find(({ id }) => mine.has(id)) ?? desks[0] ?? null)
      : (desks.find(({ id }) => id === query.desk) ?? null);
  if (query.desk !== undefined && !desk) return fail('object.notFound');
  const own = inDesk(asked, desk);
  const due = dueOf(own, known, asOf);
  const months = monthsOf(due);
  const month = monthOf(months, query.month, asOf);
  const inMonth = due.filter(({ period }) => monthEndOf(period.dueOn) === month);
  return succeed({
    plan: { id: plan.id, year: plan.year },
    plans: book.plans.map(({ id, year }) => ({ id, year })),
    asOf,
    month,
    months,
    desks,
    desk,
    mine: desk !== null && mine.has(desk.id),
    rows: await rowsOf(context, own, inMonth, known),
    burden: {
      perMonth: burdenOf(own),
      saved: plan.saved,
      conflicts: plan.conflicts.length,
    },
  });
}

const burdenOf = (own: readonly Asked[]): { end: IsoDate; figures: number }[] =>
  reportingBurden(own.map(({ plan: { ask } }) => ask)).map(({ month, figures }) => ({ end: month, figures }));
