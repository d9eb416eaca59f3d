// A document with what was found in it: items with their decisions and proposals, failed checks, what was not read.
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import { changeOfItems } from '../../core/observe/item-change.ts';
import { isIsoDate } from '../../core/quantity/date.ts';
import { yearIn } from '../../core/read/item/tables/period.ts';
import type { Check, Item } from '../../core/read/reading.ts';
import { fail, succeed } from '../../core/result.ts';
import { checkSentence } from '../../core/vocabulary/check.ts';
import { type Proposal, proposals } from '../act/propose.ts';
import { noteWords } from '../bytes/note.ts';
import type { Context } from '../context.ts';
import { type DocumentRow, getDocument, getDocumentFindings, listDocuments } from '../store/document.ts';
import { listItems } from '../store/item.ts';
import { listPlans } from '../store/plan.ts';

export type Review = OutputOf<Routes['GET /api/documents/:documentId']['response']>;
type ReviewItem = Review['items'][number];
type KeptItem = Awaited<ReturnType<typeof listItems>>[number];

const documentView = (row: DocumentRow): Review['document'] => ({
  id: row.id,
  title: row.title,
  number: row.number,
  issuer: row.issuer,
  date: row.issued_on ?? '',
  kind: row.kind,
  fileName: row.file_name,
  mediaType: row.media_type,
  bytes: row.bytes,
  sha256: row.sha256,
  characters: row.characters,
  recordedAt: row.recorded_at,
  items: row.items,
  adopted: row.adopted,
  rejected: row.rejected,
  findings: row.findings,
  replaces: row.replaces,
});

export const getDocumentList = async ({ db, jurisdiction }: Context) => ({
  documents: (await listDocuments(db, jurisdiction)).map(documentView),
});

const decisionWord = { adopt: 'adopted', merge: 'merged', reject: 'rejected' } as const;

/** The words that carry the number: the cell of a table, else the item itself. */
const printedOf = (item: Item, text: string): string =>
  item.detail?.of === 'indicator'
    ? (item.kind === 'result' ? item.detail.actualText : item.detail.targetText) ||
      text.slice(item.start, item.end)
    : text.slice(item.start, item.end);

function itemView(
  { id, body, decision, commitment_id, reason }: KeptItem,
  text: string,
  proposal: Proposal | undefined,
  change: ReviewItem['change'],
): ReviewItem {
  return {
    id,
    family: body.family,
    kind: body.kind,
    start: body.start,
    end: body.end,
    number: body.number,
    title: body.title,
    metric: body.metric,
    printed: printedOf(body, text),
    unit: body.unit,
    owners: body.owners.map(({ name, role, group }) => ({ name, role, group })),
    official: body.official,
    deadline: body.deadline !== null && isIsoDate(body.deadline) ? body.deadline : null,
    section: body.section,
    milestones: body.milestones.length,
    allocations: body.allocations.length,
    decision: decision === null ? 'pending' : decisionWord[decision],
    commitmentId: commitment_id,
    reason: reason ?? '',
    proposal: proposal
      ? {
          commitmentId: proposal.commitmentId,
          title: proposal.title,
          printed: proposal.printed,
          score: proposal.score,
          conflict: proposal.conflict,
        }
      : null,
    change,
  };
}

const numberText = (value: number | string | null): string | null => (value === null ? null : String(value));

const checkView = (check: Check): Review['checks'][number] => ({
  rule: check.rule,
  ok: check.ok,
  expected: numberText(check.expected),
  found: numberText(check.found),
  residual: numberText(check.residual),
  what: check.what,
  zh: checkSentence(check, 'zh'),
  en: checkSentence(check, 'en'),
  start: check.start,
  end: check.end,
  otherStart: check.other?.start ?? null,
  otherEnd: check.other?.end ?? null,
  explained: check.explainedBy !== undefined,
});

/** The plan that proposals are made against: the one asked for, else the one of the year in the title or the date. */
async function planFor({ db, jurisdiction }: Context, row: DocumentRow, wanted: string | undefined) {
  const plans = await listPlans(db, jurisdiction, null);
  if (wanted !== undefined) return plans.find(({ id, year }) => id === wanted || String(year) === wanted);
  const year = yearIn(row.title) ?? (row.issued_on ? Number(row.issued_on.slice(0, 4)) : null);
  return plans.find((plan) => plan.year === year) ?? plans[0];
}

async function changesSince({ db, jurisdiction }: Context, row: DocumentRow, items: readonly KeptItem[]) {
  if (row.replaces === null) return null;
  const earlier = await listItems(db, jurisdiction, row.replaces);
  return changeOfItems(
    earlier.map(({ body }) => body),
    items.map(({ body }) => body),
  );
}

export async function getReview(context: Context, documentId: string, wanted: string | undefined) {
  const { db, jurisdiction } = context;
  const row = await getDocument(db, jurisdiction, documentId);
  const found = row && (await getDocumentFindings(db, jurisdiction, documentId));
  if (!row || !found) return fail('document.notFound');
  const plan = await planFor(context, row, wanted);
  if (!plan && wanted !== undefined) return fail('plan.notFound', { plan: wanted });
  const items = await listItems(db, jurisdiction, documentId);
  const pending = items.filter(({ decision }) => decision === null);
  const own = new Set(
    items.flatMap(({ decision, commitment_id }) => (decision === 'adopt' ? (commitment_id ?? []) : [])),
  );
  const from = { text: found.text, headings: found.headings, items: pending, ownCommitments: own };
  const proposed = plan
    ? await proposals(context, { ...from, planId: plan.id, year: plan.year })
    : new Map<string, Proposal>();
  const changes = await changesSince(context, row, items);
  return succeed<Review>({
    document: documentView(row),
    items: items.map((item, index) =>
      itemView(item, found.text, proposed.get(item.id), changes?.[index] ?? null),
    ),
    checks: found.checks.map(checkView),
    notes: found.notes.map((note) => ({ code: note.code, ...noteWords(note) })),
    unread: found.unread.map(({ start, end, why }) => ({ start, end, why })),
    headings: found.headings.map(({ level, num, title, start, end }) => ({ level, num, title, start, end })),
  });
}
