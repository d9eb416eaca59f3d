// What waits at a desk of its own: claims to move, batches to review or to pay, proposed clauses, documents whose items wait.
import { type Caller, isAllowed } from '../../../core/contract/permission.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { batchStateLabel, claimStateLabel } from '../../../core/vocabulary/policy.ts';
import type { Context } from '../../context.ts';
import { getBatchList } from '../award/batches.ts';
import { getClaimList } from '../award/claims.ts';
import { getDesk } from '../policy/desk.ts';
import { getDocumentList } from '../review.ts';
import { byDay, daysLate, partIfAny, same, type WorkPart } from './part.ts';

/** An enterprise answers what was sent back; the office takes in and decides. */
async function claimWork(context: Context, caller: Caller): Promise<WorkPart | null> {
  if (!isAllowed(caller, 'claim.move')) return null;
  const { claims } = await getClaimList(context, caller);
  const waits = claims.filter(({ mine, state }) =>
    mine ? state === 'returned' || state === 'draft' : state === 'submitted' || state === 'accepted',
  );
  const rows = waits.map(({ id, clause, name, state, dueOn }) => ({
    ...{ key: id, what: claimStateLabel[state], path: `/claims/${id}`, dueOn },
    title: { zh: `${clause.title.zh} · ${name}`, en: `${clause.title.en} · ${name}` },
    daysLate: daysLate(dueOn === null ? null : isoDate(dueOn), context.today()),
  }));
  return partIfAny('claims', rows.toSorted(byDay), '/claims');
}

/** Whoever pays sees what may be paid; the others what waits for review and approval. */
async function batchWork(context: Context, caller: Caller): Promise<WorkPart | null> {
  if (!isAllowed(caller, 'award.move')) return null;
  const { batches, today } = await getBatchList(context, caller);
  const pays = isAllowed(caller, 'policy.pay');
  const waits = batches.filter(({ state, noticeTo }) =>
    state === 'approved'
      ? pays && noticeTo !== null && noticeTo < today
      : state === 'draft' || state === 'reviewed',
  );
  const rows = waits.map(({ id, unit, day, state }) => ({
    ...{ key: id, what: batchStateLabel[state], title: same(`${unit} ${day}`.trim()) },
    ...{ path: `/batches/${id}`, dueOn: null, daysLate: null },
  }));
  return partIfAny('batches', rows, '/batches');
}

/** A second person decides: one's own proposals wait for somebody else. */
async function proposalWork(context: Context, caller: Caller): Promise<WorkPart | null> {
  if (!isAllowed(caller, 'policy.author')) return null;
  const { proposals } = await getDesk(context, caller);
  const rows = proposals
    .filter(({ state, mine }) => state === 'proposed' && !mine)
    .map(({ id, title, startsOn }) => ({
      ...{
        key: id,
        what: { zh: `待审，拟自 ${startsOn} 起生效`, en: `Proposed, from ${startsOn}` },
        title,
        path: `/clause-proposals/${id}`,
      },
      ...{ dueOn: null, daysLate: null },
    }));
  return partIfAny('proposals', rows, '/clause-desk');
}

async function documentWork(context: Context, caller: Caller): Promise<WorkPart | null> {
  if (!isAllowed(caller, 'plan.adopt')) return null;
  const { documents } = await getDocumentList(context);
  const replaced = new Set(documents.map(({ replaces }) => replaces));
  const rows = documents
    .map((document) => ({ document, open: document.items - document.adopted - document.rejected }))
    .filter(({ document, open }) => open > 0 && !replaced.has(document.id))
    .map(({ document: { id, title, fileName }, open }) => ({
      ...{ key: id, what: { zh: `${open} 项待定`, en: `${open} undecided` }, path: `/documents/${id}` },
      ...{ title: same(title || fileName), dueOn: null, daysLate: null },
    }));
  return partIfAny('documents', rows, '/documents');
}

export const deskWork = (context: Context, caller: Caller): Promise<readonly (WorkPart | null)[]> =>
  Promise.all([
    claimWork(context, caller),
    batchWork(context, caller),
    proposalWork(context, caller),
    documentWork(context, caller),
  ]);
