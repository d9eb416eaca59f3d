// Where a batch stands: its moves so far, what it needs and what its funds hold, and who may do what next.
import type { ObjectScope } from '../../../core/contract/permission.ts';
import type { BatchFacts, BatchState } from '../../../core/policy/pay/award-batch.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { listAwardsOfBatch } from '../../store/award/award.ts';
import { type BatchEventRow, type BatchRow, getBatch, listBatchEvents } from '../../store/award/batch.ts';
import { fundBalances } from '../../store/award/ledger.ts';
import { lineTotals } from '../../store/award/line.ts';
import { rulesOn } from '../clause/rules-on.ts';

export interface BatchStanding {
  readonly batch: BatchRow;
  readonly events: readonly BatchEventRow[];
  readonly state: BatchState;
  /** Number of the last move. */
  readonly number: number;
  readonly notice: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly scope: ObjectScope;
}

export function standingOf(batch: BatchRow, events: readonly BatchEventRow[]): BatchStanding {
  const last = events.at(-1);
  const approved = events.findLast(({ noticeFrom }) => noticeFrom !== null);
  const { noticeFrom: from = null, noticeTo: to = null } = approved ?? {};
  return {
    ...{ batch, events, state: last?.state ?? 'draft', number: last?.number ?? 0 },
    notice: from && to ? { from, to } : null,
    scope: { places: [], leadUnit: batch.unit === '' ? null : batch.unit, units: [], owner: null },
  };
}

export async function loadBatch(context: Context, id: string): Promise<BatchStanding | undefined> {
  const { db, jurisdiction } = context;
  const batch = await getBatch(db, jurisdiction, id);
  return batch && standingOf(batch, await listBatchEvents(db, jurisdiction, id));
}

/** What the table of moves asks; everything is looked up now, so that nothing rests on what was true when it was proposed. */
export async function batchFacts(
  context: Context,
  { batch, events }: BatchStanding,
  { actorId, reason }: { readonly actorId: string | null; readonly reason: string },
): Promise<BatchFacts> {
  const { db, jurisdiction } = context;
  const [totals, balances, awards, rules] = await Promise.all([
    lineTotals(db, jurisdiction, batch.id),
    fundBalances(db, jurisdiction),
    listAwardsOfBatch(db, jurisdiction, batch.id),
    rulesOn(context, 'enterprise', batch.day),
  ]);
  const needed = new Map<string, number>();
  let awardCount = 0;
  for (const { view, area, amount, lines } of totals) {
    if (view !== 'pays') continue;
    needed.set(area, (needed.get(area) ?? 0) + amount);
    awardCount += lines;
  }
  const free = new Map(
    [...balances].flatMap(([account, amount]): [string, number][] =>
      account.startsWith('fund:') ? [[account.slice('fund:'.length), amount]] : [],
    ),
  );
  return {
    ...{ needed, free, awardCount, reason },
    actorId: actorId ?? undefined,
    proposerId: batch.recordedBy ?? undefined,
    reviewerId: events.findLast(({ action }) => action === 'review')?.recordedBy ?? null,
    computedWith: batch.ruleSetHash,
    inForce: rules.compiled.ruleSet.hash,
    unpaid: awards.filter(({ paidOn, returned }) => paidOn === null && returned === null).length,
  };
}
