// One budget line: every version with who, when and why, its bridge, what its execution would be without the revision.
import { executionOn } from '../../../core/budget/execution.ts';
import { bridge } from '../../../core/budget/version.ts';
import type { budgetRoutes } from '../../../core/contract/budgets.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { yearEnd } from '../../../core/quantity/calendar.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { promisesOf } from '../../act/budget/money-sources.ts';
import type { Context } from '../../context.ts';
import type { KeptEntry } from '../../store/budget/entry.ts';
import { getLine } from '../../store/budget/line.ts';
import { listLinks } from '../../store/budget/link.ts';
import { openShelf } from './book.ts';
import { lineView, originView, partFindings, resolutionView, type Titles } from './line.ts';

type Page = OutputOf<(typeof budgetRoutes)['GET /api/budget-lines/:lineId']['response']>;

const entryView = (titles: Titles, entry: KeptEntry): Page['entries'][number] => ({
  number: entry.sequence,
  version: entry.version,
  amount: entry.amount,
  day: entry.day,
  resolution: resolutionView(entry.resolution),
  specialTransfer: entry.specialTransfer,
  explanation: entry.explanation,
  by: entry.by,
  recordedAt: entry.recordedAt,
  source: originView(titles, entry.origin),
});

/** What a line pays for: the promises that somebody linked it to. */
async function paysFor(context: Context, lineId: string, year: number): Promise<Page['pays']> {
  const links = (await listLinks(context.db, context.jurisdiction)).filter(
    ({ source, decision }) => source.kind === 'line' && source.id === lineId && decision === 'accept',
  );
  if (links.length === 0) return [];
  const promises = await promisesOf(context, String(year));
  return links.map(({ target }) => ({
    ...target,
    name: promises.find(({ kind, id }) => kind === target.kind && id === target.id)?.name ?? target.id,
  }));
}

export async function getLinePage(
  context: Context,
  lineId: string,
  query: { readonly asOf?: string | undefined },
): Promise<Result<Page, 'budgetLine.notFound'>> {
  const line = await getLine(context.db, context.jurisdiction, lineId);
  if (!line) return fail('budgetLine.notFound');
  const { year, book, level } = line;
  const end = yearEnd(year);
  const today = context.today();
  const asOf = query.asOf === undefined ? (today < end ? today : end) : isoDate(query.asOf);
  const shelf = await openShelf(context, { year, book, level }, asOf);
  const found = partFindings(shelf);
  const entries = shelf.entries.get(lineId) ?? [];
  const approvedOnly = executionOn(
    entries.filter(({ version }) => version !== 'revised'),
    lineId,
    year,
    asOf,
    shelf.settings,
  );
  return succeed({
    ...{ year, book, level, asOf },
    line: lineView(shelf, line, found),
    parts: shelf.lines
      .filter(({ parentId }) => parentId === lineId)
      .map((each) => lineView(shelf, each, found)),
    after: entries.at(-1)?.sequence ?? 0,
    entries: entries.map((entry) => entryView(shelf.titles, entry)),
    bridge: bridge(entries, lineId, asOf).map((step) => ({ ...step })),
    againstApproved: approvedOnly.percent,
    pays: await paysFor(context, lineId, year),
  });
}
