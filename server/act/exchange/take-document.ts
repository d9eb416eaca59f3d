// Makes a district's published plan, as it was read here, the package of that district: the same schema, hash and checks as a file of its own.
import { linesFromItems } from '../../../core/plan/exchange/lines-from-items.ts';
import { type PlanPackage, packageFormat, packageVersion } from '../../../core/plan/exchange/package.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { fail, type Result } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { loadPlan } from '../../judge/plan-facts.ts';
import { getDocument, getDocumentFindings } from '../../store/document.ts';
import { listItems } from '../../store/item.ts';
import { type Actor, perform } from '../perform.ts';
import { hashOf } from './make-package.ts';
import { listPartners, ownParty } from './plan-lines.ts';
import { keepPackage, type TakenPackage } from './take-package.ts';

export interface DocumentWish {
  readonly mode: 'check' | 'take';
  readonly documentId: string;
  readonly placeId: string;
  readonly year: number;
}

/** What a person rejected in the review is no line of the plan. */
async function packageOf(
  context: Context,
  { documentId, placeId, year }: DocumentWish,
): Promise<PlanPackage | ProblemCode> {
  const { db, jurisdiction } = context;
  const facts = await loadPlan(context, { plan: `${year}` });
  if (!facts.ok) return facts.code;
  const [document, found, items, partners] = await Promise.all([
    getDocument(db, jurisdiction, documentId),
    getDocumentFindings(db, jurisdiction, documentId),
    listItems(db, jurisdiction, documentId),
    listPartners(context),
  ]);
  if (!document || !found) return 'document.notFound';
  const place = partners.find(({ id, level }) => id === placeId && level === 'district');
  if (!place) return 'object.notFound';
  const kept = items.filter(({ decision }) => decision !== 'reject').map(({ body }) => body);
  const { text, headings } = found;
  const lines = linesFromItems({ items: kept, headings, text, year });
  if (lines.length === 0) return 'package.noLines';
  const title = (document.title || document.file_name).slice(0, 200);
  return {
    ...{ format: packageFormat, version: packageVersion, direction: 'up', year, title },
    ...{ from: place, to: ownParty(context, facts.value) },
    ...{ issuedOn: document.issued_on ?? isoDate(document.recorded_at.slice(0, 10)), lines },
  };
}

export function takeDocument(
  context: Context,
  actor: Actor,
  wish: DocumentWish,
): Promise<Result<TakenPackage, ProblemCode>> {
  return perform<TakenPackage, ProblemCode>(context, actor, async (inside, note) => {
    const body = await packageOf(inside, wish);
    if (typeof body === 'string') return fail(body);
    const read = { body, sha256: hashOf(body) };
    const { mode, year, documentId } = wish;
    return keepPackage(inside, actor, { mode, plan: `${year}`, documentId }, read, note);
  });
}
