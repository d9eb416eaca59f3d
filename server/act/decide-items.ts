// Decides on items of a document: adopt into a plan, merge with a commitment, or reject with a reason. All or nothing.
import { randomUUID } from 'node:crypto';
import { yearEnd, yearStart } from '../../core/quantity/calendar.ts';
import type { DocumentIdentity } from '../../core/read/reading.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type Context, inTransaction } from '../context.ts';
import { addCommitments, addSources, getCommitment } from '../store/commitment.ts';
import { addDecisions, listDecisions, type NewDecision } from '../store/decision.ts';
import { getDocumentFindings } from '../store/document.ts';
import { listItems } from '../store/item.ts';
import type { ItemEdit } from '../store/json.ts';
import { addObservations, type NewObservation } from '../store/observation.ts';
import { addPlan, addRevision, getPlanOfYear, lockPlan } from '../store/plan.ts';
import { getPlanClose } from '../store/plan-close.ts';
import { adoptionOf, type StoredItem, type Surroundings, sourceOf } from './adopt.ts';
import { observationsOf, promisedIn } from './observe.ts';

export interface ItemDecision {
  readonly itemId: string;
  readonly decision: 'adopt' | 'merge' | 'reject';
  readonly commitmentId?: string | undefined;
  readonly reason?: string | undefined;
  readonly edit?: ItemEdit | undefined;
}

export interface Decided {
  readonly planId: string;
  readonly adopted: number;
  readonly merged: number;
  readonly rejected: number;
  readonly observations: number;
  readonly commitments: { itemId: string; commitmentId: string | null }[];
}

export type DecideProblem =
  | 'document.notFound'
  | 'item.notFound'
  | 'item.alreadyDecided'
  | 'item.mergeNeedsCommitment'
  | 'item.rejectNeedsReason'
  | 'commitment.notFound'
  | 'target.unreadable'
  | 'plan.closed';

type Kept = Awaited<ReturnType<typeof listItems>>[number];

/** Rolls the transaction back: nothing of a refused request is kept. */
class Refused extends Error {
  readonly result: Result<never, DecideProblem>;
  constructor(result: Result<never, DecideProblem>) {
    super('refused');
    this.result = result;
  }
}
const refuse = (code: DecideProblem, params: Readonly<Record<string, string>> = {}): never => {
  throw new Refused(fail(code, params));
};

/** The items that are not decided yet. The same decision twice is one decision; another one is refused. */
function openItems(decisions: readonly ItemDecision[], items: ReadonlyMap<string, Kept>): ItemDecision[] {
  const open = new Map<string, ItemDecision>();
  for (const given of decisions) {
    const item = items.get(given.itemId);
    if (!item) return refuse('item.notFound');
    if (given.decision === 'merge' && !given.commitmentId) refuse('item.mergeNeedsCommitment');
    if (given.decision === 'reject' && !given.reason?.trim()) refuse('item.rejectNeedsReason');
    const before = item.decision ?? open.get(given.itemId)?.decision ?? null;
    const target = item.decision ? item.commitment_id : open.get(given.itemId)?.commitmentId;
    const isOther = before !== null && before !== given.decision;
    if (isOther || (before === 'merge' && target !== given.commitmentId))
      refuse('item.alreadyDecided', { decision: before ?? '' });
    if (before === null) open.set(given.itemId, given);
  }
  return [...open.values()];
}

async function planOf({ db, jurisdiction }: Context, year: number): Promise<string> {
  const id = randomUUID();
  const span = { startsOn: yearStart(year), endsOn: yearEnd(year) };
  await addPlan(db, jurisdiction, { id, year, title: `${year}年计划`, ...span });
  const plan = await getPlanOfYear(db, jurisdiction, year);
  const planId = plan?.id ?? id;
  await lockPlan(db, jurisdiction, planId);
  return planId;
}

/** The commitments that items are merged with exist and belong to this plan. */
async function checkMerges(
  { db, jurisdiction }: Context,
  planId: string,
  open: readonly ItemDecision[],
): Promise<void> {
  const ids = new Set(
    open.flatMap(({ decision, commitmentId }) => (decision === 'merge' ? (commitmentId ?? []) : [])),
  );
  for (const id of ids) {
    const commitment = await getCommitment(db, jurisdiction, id);
    if (commitment?.plan_id !== planId) refuse('commitment.notFound');
  }
}

const rowOf = (given: ItemDecision, commitmentId: string | null): NewDecision => ({
  itemId: given.itemId,
  decision: given.decision,
  commitmentId,
  reason: given.reason?.trim() ?? '',
  edit: given.edit ?? null,
});

/** Somebody may have decided between our look and our write: the primary key tells, and then nothing is kept. */
async function saveDecisions(
  { db, jurisdiction }: Context,
  planId: string,
  rows: readonly NewDecision[],
): Promise<void> {
  const added = new Set(await addDecisions(db, jurisdiction, planId, rows));
  const lost = rows.find(({ itemId }) => !added.has(itemId));
  if (!lost) return;
  const [winner] = await listDecisions(db, jurisdiction, [lost.itemId]);
  refuse('item.alreadyDecided', { decision: winner?.decision ?? '' });
}

interface Work {
  readonly context: Context;
  readonly inside: Surroundings;
  readonly identity: DocumentIdentity;
  readonly kept: readonly Kept[];
  readonly open: readonly ItemDecision[];
}

async function openWork(
  context: Context,
  documentId: string,
  year: number,
  given: readonly ItemDecision[],
): Promise<Work> {
  const { db, jurisdiction } = context;
  const document = (await getDocumentFindings(db, jurisdiction, documentId)) ?? refuse('document.notFound');
  const planId = await planOf(context, year);
  const kept = await listItems(db, jurisdiction, documentId);
  const open = openItems(given, new Map(kept.map((item) => [item.id, item])));
  await checkMerges(context, planId, open);
  const { text, headings, identity } = document;
  return { context, inside: { documentId, text, headings, planId, year }, identity, kept, open };
}

const itemsWith = ({ open, kept }: Work, decision: ItemDecision['decision']): StoredItem[] => {
  const ids = new Set(open.filter((each) => each.decision === decision).map(({ itemId }) => itemId));
  return kept.filter(({ id }) => ids.has(id));
};

const isClosed = async ({ context, inside }: Work): Promise<boolean> =>
  (await getPlanClose(context.db, context.jurisdiction, inside.planId)) !== undefined;

/** Commitments and their sources; the answer says which commitment each promising item went to. */
async function savePromises(work: Work): Promise<ReadonlyMap<string, string>> {
  const { open, kept, inside, context } = work;
  const before = kept.flatMap(({ id, decision, commitment_id }) =>
    decision === 'adopt' && commitment_id !== null ? [[id, commitment_id] as const] : [],
  );
  const edits = new Map(open.flatMap(({ itemId, edit }) => (edit ? [[itemId, edit] as const] : [])));
  const adoption = adoptionOf(itemsWith(work, 'adopt'), kept, new Map(before), edits, inside);
  if (!adoption.ok) throw new Refused(adoption);
  // What was reached may become known after the year; what was promised may not.
  if (adoption.value.commitments.length > 0 && (await isClosed(work)))
    refuse('plan.closed', { year: `${inside.year}` });
  const commitmentOf = new Map(adoption.value.commitmentOf);
  for (const { itemId, decision, commitmentId } of open)
    if (decision === 'merge' && commitmentId) commitmentOf.set(itemId, commitmentId);
  const merged = itemsWith(work, 'merge')
    .filter(({ body }) => body.kind !== 'result')
    .map((item) => sourceOf(item, commitmentOf.get(item.id) ?? '', inside));
  await addCommitments(context.db, context.jurisdiction, adoption.value.commitments);
  await addSources(context.db, context.jurisdiction, [...adoption.value.sources, ...merged]);
  return commitmentOf;
}

async function saveFigures(
  work: Work,
  commitmentOf: ReadonlyMap<string, string>,
): Promise<readonly NewObservation[]> {
  const { context, inside, identity } = work;
  const items = [...itemsWith(work, 'adopt'), ...itemsWith(work, 'merge')];
  const promised = await promisedIn(context, inside.planId);
  const observations = observationsOf(items, identity, promised, commitmentOf, inside);
  await addObservations(context.db, context.jurisdiction, observations);
  return observations;
}

async function apply(
  context: Context,
  documentId: string,
  year: number,
  given: readonly ItemDecision[],
): Promise<Decided> {
  const work = await openWork(context, documentId, year, given);
  const { planId } = work.inside;
  const commitmentOf = await savePromises(work);
  const observations = await saveFigures(work, commitmentOf);
  const answered = new Map(observations.map(({ itemId, commitmentId }) => [itemId, commitmentId]));
  const toWhich = (itemId: string) => commitmentOf.get(itemId) ?? answered.get(itemId) ?? null;
  const rows = work.open.map((each) => rowOf(each, each.decision === 'reject' ? null : toWhich(each.itemId)));
  await saveDecisions(context, planId, rows);
  if (rows.length > 0) await addRevision(context.db, context.jurisdiction, planId, 'decide');
  const before = new Map(work.kept.map(({ id, commitment_id }) => [id, commitment_id]));
  const count = (decision: ItemDecision['decision']) =>
    given.filter((each) => each.decision === decision).length;
  return {
    planId,
    adopted: count('adopt'),
    merged: count('merge'),
    rejected: count('reject'),
    observations: observations.length,
    commitments: given.map(({ itemId }) => ({ itemId, commitmentId: before.get(itemId) ?? toWhich(itemId) })),
  };
}

export async function decideItems(
  context: Context,
  documentId: string,
  { planYear, decisions }: { readonly planYear: number; readonly decisions: readonly ItemDecision[] },
): Promise<Result<Decided, DecideProblem>> {
  try {
    return succeed(await inTransaction(context, (inside) => apply(inside, documentId, planYear, decisions)));
  } catch (error) {
    if (error instanceof Refused) return error.result;
    throw error;
  }
}
