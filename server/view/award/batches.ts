// Batches as a list, and one batch as a page: what it pays and what it does not, what is open against it, and who may do what.

import type { awardRoutes } from '../../../core/contract/awards.ts';
import { type Caller, listScopeOf, mayOn } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { batchLifecycle } from '../../../core/policy/pay/award-batch.ts';
import { isBatched } from '../../../core/policy/pay/batch-lines.ts';
import { ResultSpeaker } from '../../../core/policy/words/result-words.ts';
import { addDays } from '../../../core/quantity/calendar.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type BatchStanding, batchFacts, loadBatch, standingOf } from '../../act/award/standing.ts';
import { clausesOn } from '../../act/clause/book.ts';
import { rulesOn } from '../../act/clause/rules-on.ts';
import type { Context } from '../../context.ts';
import { type AwardRow, listAwardsOfBatch } from '../../store/award/award.ts';
import { type BatchEventRow, listBatchEvents, listBatches } from '../../store/award/batch.ts';
import {
  type LineRow,
  type LineTotal,
  type LineView,
  lineTotals,
  listGaps,
  listLines,
} from '../../store/award/line.ts';
import { listObjections } from '../../store/award/objection.ts';
import { listEnterprises } from '../../store/register/current.ts';
import { areaWords, clauseNames, type NameClause, offersOf, placeNames } from './names.ts';

type Routes = typeof awardRoutes;
type BatchList = OutputOf<Routes['GET /api/batches']['response']>;
type BatchPage = OutputOf<Routes['GET /api/batches/:batchId']['response']>;
type Row = BatchList['batches'][number];
export type View = LineView | 'unknown';

const sumOf = (totals: readonly LineTotal[], view: LineView) =>
  totals
    .filter((total) => total.view === view)
    .reduce((sum, { lines, amount }) => ({ lines: sum.lines + lines, amount: sum.amount + amount }), {
      ...{ lines: 0, amount: 0 },
    });

function rowOf({ batch, state, events, notice }: BatchStanding, totals: readonly LineTotal[]): Row {
  const { lines, amount } = sumOf(totals, 'pays');
  return {
    ...{ id: batch.id, day: batch.day, unit: batch.unit, state, subjects: batch.subjects, lines, amount },
    proposedBy: events[0]?.by ?? null,
    proposedAt: batch.recordedAt,
    noticeFrom: notice?.from ?? null,
    noticeTo: notice?.to ?? null,
  };
}

/** Units whose clauses pay without being asked, on the day and in the year before: a list to choose from. */
async function unitsOf(context: Context): Promise<BatchList['units']> {
  const clauses = await clausesOn(context, context.today());
  const counts = new Map<string, number>();
  for (const clause of clauses)
    if (clause.subject === 'enterprise' && isBatched(clause, ''))
      counts.set(clause.lead, (counts.get(clause.lead) ?? 0) + 1);
  return [...counts].map(([unit, count]) => ({ unit, clauses: count })).sort((a, b) => b.clauses - a.clauses);
}

export async function getBatchList(context: Context, caller: Caller): Promise<BatchList> {
  const { db, jurisdiction, today } = context;
  const { city, leadUnits } = listScopeOf(caller, 'award.read');
  const [batches, events, totals, units] = await Promise.all([
    listBatches(db, jurisdiction),
    listBatchEvents(db, jurisdiction, null),
    lineTotals(db, jurisdiction, null),
    unitsOf(context),
  ]);
  const byBatch = new Map<string, BatchEventRow[]>();
  for (const event of events) byBatch.set(event.batchId, [...(byBatch.get(event.batchId) ?? []), event]);
  const seen = batches.filter(({ unit }) => city || (unit !== '' && leadUnits.includes(unit)));
  return {
    today: today(),
    batches: seen.map((batch) =>
      rowOf(
        standingOf(batch, byBatch.get(batch.id) ?? []),
        totals.filter(({ batchId }) => batchId === batch.id),
      ),
    ),
    units: units.filter(({ unit }) => city || leadUnits.includes(unit)),
  };
}

const pageSize = 100;

const lineView = (nameClause: NameClause, place: (id: string) => string) => (line: LineRow) => ({
  ...{ number: line.number, code: line.subject, name: line.subjectName, place: place(line.placeId) },
  ...{ clause: nameClause(line.clauseId), amount: line.amount, decisionId: line.decisionId },
  beatenBy: line.beatenBy === null ? null : nameClause(line.beatenBy),
  ...{ removed: line.removed, removedBy: line.removedBy },
});

async function gapsOf(
  context: Context,
  { batch }: BatchStanding,
  nameClause: NameClause,
): Promise<BatchPage['gaps']> {
  const { db, jurisdiction } = context;
  const rows = await listGaps(db, jurisdiction, batch.id);
  const codes = [...new Set(rows.flatMap(({ examples }) => examples))];
  const found = await listEnterprises(db, jurisdiction, codes);
  const names = new Map(found.map(({ code, name }) => [code, name]));
  const speaker = new ResultSpeaker((await rulesOn(context, 'enterprise', batch.day)).compiled);
  return rows.map(({ clauseId, missing, subjects, examples }) => ({
    ...{ clause: nameClause(clauseId), subjects },
    missing: missing.split(' ').map((fact) => ({ ...speaker.fact(fact) })),
    examples: examples.map((code) => ({ code, name: names.get(code) ?? code })),
  }));
}

const open = ({ paidOn, returned }: AwardRow): boolean => paidOn === null && returned === null;

function paymentOf({ notice }: BatchStanding, awards: readonly AwardRow[]): BatchPage['payment'] {
  const paid = awards.filter(({ paidOn }) => paidOn !== null);
  const waiting = awards.filter(open);
  const total = (rows: readonly AwardRow[]) => rows.reduce((sum, { amount }) => sum + amount, 0);
  return {
    ...{ awards: awards.length, paid: paid.length, waiting: waiting.length },
    returned: awards.filter(({ returned }) => returned !== null).length,
    ...{ paidAmount: total(paid), waitingAmount: total(waiting) },
    payableFrom: notice ? addDays(notice.to, 1) : null,
    payBy: awards[0]?.payBy ?? null,
  };
}

const askedInForm: ReadonlySet<string> = new Set(['batch.needsReason']);

export async function getBatchPage(
  context: Context,
  caller: Caller,
  batchId: string,
  query: {
    readonly view?: View | undefined;
    readonly search?: string | undefined;
    readonly page?: number | undefined;
  },
): Promise<Result<BatchPage, 'object.notFound'>> {
  const { db, jurisdiction, today } = context;
  const standing = await loadBatch(context, batchId);
  if (!standing) return fail('object.notFound');
  const { view = 'pays', search = '', page = 1 } = query;
  const [totals, nameClause, place, objections, awards, facts] = await Promise.all([
    lineTotals(db, jurisdiction, batchId),
    clauseNames(context),
    placeNames(context),
    listObjections(db, jurisdiction, batchId),
    listAwardsOfBatch(db, jurisdiction, batchId),
    batchFacts(context, standing, { actorId: caller.accountId, reason: '' }),
  ]);
  const lines =
    view === 'unknown'
      ? []
      : await listLines(db, jurisdiction, batchId, {
          view,
          search,
          limit: pageSize,
          offset: (page - 1) * pageSize,
        });
  const gaps = await gapsOf(context, standing, nameClause);
  const counts = {
    ...{ pays: sumOf(totals, 'pays').lines, beaten: sumOf(totals, 'beaten').lines },
    ...{ held: sumOf(totals, 'held').lines, removed: sumOf(totals, 'removed').lines },
    unknown: gaps.reduce((sum, { subjects }) => sum + subjects, 0),
  };
  const roles = rolesOver(caller.grants, standing.scope, today());
  const { state, number, batch, events } = standing;
  const isBeforeApproval = state === 'draft' || state === 'reviewed';
  return succeed({
    ...{ today: today(), batch: rowOf(standing, totals), number, ruleSetHash: batch.ruleSetHash },
    rulesStand: facts.inForce === facts.computedWith,
    counts,
    areas: [...(facts.needed ?? [])].map(([area, needed]) => ({
      ...{ area: areaWords(area), needed, free: facts.free?.get(area) ?? 0 },
    })),
    clauses: totals
      .filter((total) => total.view === 'pays')
      .map(({ clauseId, lines: count, amount }) => ({ clause: nameClause(clauseId), lines: count, amount })),
    lines: lines.map(lineView(nameClause, place)),
    page,
    pages: view === 'unknown' ? 1 : Math.max(1, Math.ceil(counts[view] / pageSize)),
    gaps,
    objections: objections.map(({ id, line, words, by, recordedAt, upheld, answer, answeredBy }) => ({
      ...{ id, line, words, by, at: recordedAt, upheld, answer, answeredBy },
    })),
    events: events.map(({ number: at, action, state: after, by, receivedAt, words }) => ({
      ...{ number: at, action, state: after, by, at: receivedAt, words },
    })),
    offers: offersOf(batchLifecycle, state, roles, facts, askedInForm).filter(
      ({ action }) => action !== 'pay',
    ),
    mayRemove: isBeforeApproval && mayOn({ ...caller, scopes: null }, 'award.move', standing.scope),
    payment: paymentOf(standing, awards),
  });
}

type Notices = OutputOf<Routes['GET /api/award-notices']['response']>;

/** What the public sees: approved lists while they are shown and afterwards; names and sums, nothing else of the register. */
export async function getAwardNotices(context: Context, wanted: string | undefined): Promise<Notices> {
  const { db, jurisdiction, today } = context;
  const [batches, events, nameClause, place] = await Promise.all([
    listBatches(db, jurisdiction),
    listBatchEvents(db, jurisdiction, null),
    clauseNames(context),
    placeNames(context),
  ]);
  const totals = await lineTotals(db, jurisdiction, null);
  const notices = batches.flatMap((batch) => {
    const standing = standingOf(
      batch,
      events.filter(({ batchId }) => batchId === batch.id),
    );
    const { notice } = standing;
    if (!notice || (standing.state !== 'approved' && standing.state !== 'paid')) return [];
    const { lines, amount } = sumOf(
      totals.filter(({ batchId }) => batchId === batch.id),
      'pays',
    );
    const { from, to } = notice;
    const isOpen = standing.state === 'approved' && today() <= isoDate(to);
    return [{ batchId: batch.id, unit: batch.unit, from, to, isOpen, lines, amount }];
  });
  const batchId = (wanted === undefined ? notices[0] : notices.find((one) => one.batchId === wanted))
    ?.batchId;
  const awards = batchId === undefined ? [] : await listAwardsOfBatch(db, jurisdiction, batchId);
  const lines =
    batchId === undefined
      ? []
      : await listLines(db, jurisdiction, batchId, { view: 'pays', search: '', limit: 2000, offset: 0 });
  const back = new Set(awards.filter(({ returned }) => returned !== null).map(({ line }) => line));
  return {
    ...{ today: today(), notices, batchId: batchId ?? null },
    lines: lines
      .filter(({ number }) => !back.has(number))
      .map(({ number, subjectName, placeId, clauseId, amount }) => ({
        ...{ number, name: subjectName, place: place(placeId), clause: nameClause(clauseId), amount },
      })),
  };
}
