// The exchange with other levels: whom we exchange with, what came and went, what differs, and the consultations that run.

import type { exchangeRoutes } from '../../../core/contract/exchange.ts';
import { type Caller, isAllowed, mayOn } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { consultationBoard } from '../../../core/plan/consultation.ts';
import type { Party } from '../../../core/plan/exchange/package.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import { scopeOf } from '../../act/exchange/make-package.ts';
import { isAbove, listPartners, ownParty } from '../../act/exchange/plan-lines.ts';
import type { TakenPackage } from '../../act/exchange/take-package.ts';
import type { Context } from '../../context.ts';
import { loadPlan, type PlanFacts } from '../../judge/plan-facts.ts';
import { type ConsultationRow, listConsultations } from '../../store/exchange/consultation.ts';
import { type LetterRow, listLetters } from '../../store/exchange/letter.ts';
import { listPackages } from '../../store/exchange/package.ts';
import { compare, differencesView, differing, type PartnerPage, packageView } from './differences.ts';

type Answers = typeof exchangeRoutes;
type ExchangePage = OutputOf<Answers['GET /api/exchange']['response']>;
export type ConsultationView = ExchangePage['consultations'][number];
type CheckedPage = OutputOf<Answers['POST /api/exchange/packages']['response']>;

const maySee = (caller: Caller, partner: Party, own: Party): boolean =>
  mayOn(caller, 'exchange.read', scopeOf(partner, isAbove(partner, own)));

export const letterView = ({ id, placeId, place, state, number }: LetterRow) => ({
  ...{ letterId: id, placeId, place, state, number },
});

/** A place sees its own letter of a consultation, the office all of them. */
export const seenLetters = (caller: Caller, letters: readonly LetterRow[]): readonly LetterRow[] =>
  letters.filter(({ placeId }) =>
    mayOn(caller, 'exchange.read', {
      ...{ leadUnit: null, units: [], owner: null },
      places: placeId === '' ? [] : [placeId],
    }),
  );

export const consultationView = (
  { id, title, dueOn, isDemonstration }: ConsultationRow,
  letters: readonly LetterRow[],
): ConsultationView => ({
  ...{ consultationId: id, title, dueOn, isDemonstration },
  letters: letters.map(letterView),
  isDone: consultationBoard(letters).isDone,
});

async function consultationsOf(
  context: Context,
  caller: Caller,
  planId: string,
): Promise<ConsultationView[]> {
  const { db, jurisdiction } = context;
  const rows = await listConsultations(db, jurisdiction, { planId });
  const letters = await listLetters(db, jurisdiction, { consultationIds: rows.map(({ id }) => id) });
  return rows.flatMap((row) => {
    const own = seenLetters(
      caller,
      letters.filter(({ consultationId }) => consultationId === row.id),
    );
    return own.length === 0 && !isAllowed(caller, 'exchange.read', true) ? [] : [consultationView(row, own)];
  });
}

export async function getExchange(
  context: Context,
  caller: Caller,
  plan: string | undefined,
): Promise<Result<ExchangePage, ProblemCode>> {
  const { db, jurisdiction } = context;
  const facts = await loadPlan(context, { plan });
  if (!facts.ok) return facts;
  const own = ownParty(context, facts.value);
  const { id, year } = facts.value.plan;
  const packages = await listPackages(db, jurisdiction, year, null);
  const seen = (await listPartners(context)).filter((partner) => maySee(caller, partner, own));
  const partners = [];
  for (const partner of seen) {
    const of = (side: 'sent' | 'received') =>
      packages.find((row) => row.partnerId === partner.id && row.side === side) ?? null;
    const [received, sent] = [of('received'), of('sent')];
    const compared = received && (await compare(context, facts.value, partner, received.body));
    partners.push({
      partner,
      received: received && packageView(received),
      sent: sent && packageView(sent),
      differing: compared && differing(compared.rows),
    });
  }
  const consultations = await consultationsOf(context, caller, id);
  return succeed({ plan: { id, year }, own, partners, consultations });
}

export async function getPartnerPage(
  context: Context,
  caller: Caller,
  partnerId: string,
  plan: string | undefined,
): Promise<Result<PartnerPage, ProblemCode>> {
  const { db, jurisdiction } = context;
  const facts = await loadPlan(context, { plan });
  if (!facts.ok) return facts;
  const own = ownParty(context, facts.value);
  const partner = (await listPartners(context)).find(({ id }) => id === partnerId);
  if (!partner || !maySee(caller, partner, own)) return fail('object.notFound');
  const packages = await listPackages(db, jurisdiction, facts.value.plan.year, partnerId);
  const received = packages.find(({ side }) => side === 'received') ?? null;
  const compared = await compare(context, facts.value, partner, received?.body ?? null);
  const view = differencesView(facts.value, partner, received, compared);
  return succeed({ ...view, packages: packages.map(packageView) });
}

/** What a package says beside our plan, before it is taken or after. */
export async function getPackageDifferences(
  context: Context,
  { body, sha256, known, taken }: TakenPackage,
  plan: string | undefined,
): Promise<Result<CheckedPage, ProblemCode>> {
  const facts: Result<PlanFacts, ProblemCode> = await loadPlan(context, { plan });
  if (!facts.ok) return facts;
  const compared = await compare(context, facts.value, body.from, body);
  const view = differencesView(facts.value, body.from, null, compared);
  return succeed({ ...view, known, taken, title: body.title, sha256, lines: body.lines.length });
}
