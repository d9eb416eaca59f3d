// Claims as a list, for the enterprise with what it may still ask for, was awarded and was told; one claim as a page; questions.

import type { claimRoutes } from '../../../core/contract/claims.ts';
import { type Caller, listScopeOf, mayOn } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { isValidOn } from '../../../core/policy/engine/compile.ts';
import { claimLifecycle } from '../../../core/policy/pay/claim.ts';
import { automationLabel } from '../../../core/policy/words/clause-labels.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import {
  answerOf,
  claimFacts,
  isOpen,
  judgeClaim,
  loadClaim,
  registeredFacts,
  stateOf,
} from '../../act/claim/standing.ts';
import { rulesOn } from '../../act/clause/rules-on.ts';
import type { Context } from '../../context.ts';
import { type AwardRow, listAwardsOfSubject, listClaimAwards } from '../../store/award/award.ts';
import { listBatchEvents } from '../../store/award/batch.ts';
import { type ClaimEventRow, type ClaimRow, listClaimEvents, listClaims } from '../../store/award/claim.ts';
import { listClaimEvidence } from '../../store/award/claim-evidence.ts';
import { codeOfAccount } from '../../store/award/holder.ts';
import { listPushes } from '../../store/award/push.ts';
import { listQuestions } from '../../store/award/question.ts';
import { listEnterprises } from '../../store/register/current.ts';
import { placesInside } from '../../store/scope.ts';
import { fieldsOfClaim } from './claim-fields.ts';
import { clauseNames, type NameClause, offersOf, placeNames } from './names.ts';

type Routes = typeof claimRoutes;
type ClaimList = OutputOf<Routes['GET /api/claims']['response']>;
type ClaimPage = OutputOf<Routes['GET /api/claims/:claimId']['response']>;
type Row = ClaimList['claims'][number];
type QuestionList = OutputOf<Routes['GET /api/policy-questions']['response']>;

interface Around {
  readonly today: string;
  readonly nameClause: NameClause;
  readonly place: (id: string) => string;
  readonly automation: (clauseId: string) => { zh: string; en: string };
  readonly accountId: string | null;
}

async function around(context: Context, caller: Caller): Promise<Around> {
  const [nameClause, place, rules] = await Promise.all([
    clauseNames(context),
    placeNames(context),
    rulesOn(context, 'enterprise', context.today()),
  ]);
  const kinds = new Map(rules.clauses.map(({ id, automation }) => [id, automation]));
  return {
    ...{ today: context.today(), nameClause, place, accountId: caller.accountId },
    automation: (clauseId) => ({ ...automationLabel[kinds.get(clauseId) ?? 'reviewed'] }),
  };
}

function rowOf(
  claim: ClaimRow,
  events: readonly ClaimEventRow[],
  award: AwardRow | undefined,
  { today, nameClause, place, automation, accountId }: Around,
): Row {
  const last = events.at(-1);
  const dueOn = award?.paidOn ? null : (last?.dueOn ?? null);
  return {
    ...{ id: claim.id, clause: nameClause(claim.clauseId), automation: automation(claim.clauseId) },
    ...{ unit: claim.unit, name: claim.subjectName, place: place(claim.placeId), state: stateOf(events) },
    amount: award?.amount ?? last?.amount ?? null,
    ...{ paidOn: award?.paidOn ?? null, dueOn, late: dueOn !== null && dueOn < today },
    ...{ at: last?.receivedAt ?? claim.recordedAt, mine: claim.ownerId === accountId },
  };
}

async function seenClaims(context: Context, caller: Caller): Promise<ClaimRow[]> {
  const { db, jurisdiction } = context;
  const { city, places, leadUnits, owner } = listScopeOf(caller, 'claim.read');
  const [claims, inside] = await Promise.all([
    listClaims(db, jurisdiction, null),
    placesInside(db, jurisdiction, places),
  ]);
  return claims.filter(
    ({ placeId, unit, ownerId }) =>
      city || inside.includes(placeId) || leadUnits.includes(unit) || (owner !== null && ownerId === owner),
  );
}

/** What the enterprise may ask for by the register's facts: it fits, or facts are missing. */
async function openFor(context: Context, code: string, { nameClause }: Around): Promise<ClaimList['open']> {
  const day = context.today();
  const rules = await rulesOn(context, 'enterprise', day);
  const facts = await registeredFacts(context, code, rules, day);
  const { results } = rules.explain(rules.encode(facts));
  return rules.clauses.flatMap((clause) => {
    const result = results.find(({ id }) => id === clause.id);
    const isAsked = clause.automation !== 'automatic' && clause.subject === 'enterprise';
    if (!result || !isAsked || result.answer === 'no' || !isValidOn(clause, day)) return [];
    return [
      {
        ...{ clause: nameClause(clause.id), automation: { ...automationLabel[clause.automation] } },
        ...{ answer: result.answer, pays: result.answer === 'yes' ? result.pays : 0 },
        missing: result.answer === 'unknown' ? result.missing.length : 0,
      },
    ];
  });
}

async function ownAwards(
  context: Context,
  code: string,
  { nameClause }: Around,
): Promise<ClaimList['awards']> {
  const { db, jurisdiction } = context;
  const [awards, events] = await Promise.all([
    listAwardsOfSubject(db, jurisdiction, code),
    listBatchEvents(db, jurisdiction, null),
  ]);
  const noticeOf = new Map(
    events.flatMap(({ batchId, noticeTo }) => (noticeTo ? [[batchId, noticeTo]] : [])),
  );
  return awards.map(({ id, clauseId, amount, day, paidOn, payBy, returned, batchId, claimId }) => ({
    ...{ id, clause: nameClause(clauseId), amount, day, paidOn, payBy, returned, claimId },
    noticeTo: noticeOf.get(batchId ?? '') ?? null,
  }));
}

/** Clauses with a claim that is under way are not offered again. */
const isUnderWay = ({ state }: Row): boolean => !['refused', 'withdrawn', 'draft'].includes(state);

export async function getClaimList(context: Context, caller: Caller): Promise<ClaimList> {
  const { db, jurisdiction, today } = context;
  const [found, claims] = await Promise.all([around(context, caller), seenClaims(context, caller)]);
  const ids = claims.map(({ id }) => id);
  const [events, awards] = await Promise.all([
    listClaimEvents(db, jurisdiction, ids),
    listClaimAwards(db, jurisdiction, ids),
  ]);
  const rows = claims.map((claim) =>
    rowOf(
      claim,
      events.filter(({ claimId }) => claimId === claim.id),
      awards.find(({ claimId }) => claimId === claim.id),
      found,
    ),
  );
  const code =
    caller.accountId === null ? undefined : await codeOfAccount(db, jurisdiction, caller.accountId);
  // What nobody sent is the business of whoever types it.
  const own = rows.filter(({ state, mine }) => mine || state !== 'draft');
  if (code === undefined)
    return { today: today(), enterprise: null, claims: own, open: [], awards: [], pushes: [] };
  const [[enterprise], open, mine, pushes] = await Promise.all([
    listEnterprises(db, jurisdiction, [code]),
    openFor(context, code, found),
    ownAwards(context, code, found),
    listPushes(db, jurisdiction, code),
  ]);
  const taken = new Set(own.filter(isUnderWay).map(({ clause }) => clause.id));
  return {
    today: today(),
    enterprise: { code, name: enterprise?.name ?? code },
    claims: own,
    open: open.filter(({ clause }) => !taken.has(clause.id)),
    awards: mine,
    pushes: pushes.map(({ clauseId, amount, pushedOn }) => ({
      ...{ clause: found.nameClause(clauseId), amount, pushedOn },
    })),
  };
}

const askedInForm: ReadonlySet<string> = new Set([
  'claim.needsReason',
  'claim.needsConsent',
  'claim.overAllowed',
]);

export async function getClaimPage(
  context: Context,
  caller: Caller,
  claimId: string,
): Promise<Result<ClaimPage, 'object.notFound'>> {
  const { db, jurisdiction, today } = context;
  const standing = await loadClaim(context, claimId);
  if (!standing) return fail('object.notFound');
  const { claim, events, state, number, scope } = standing;
  const isOwner = claim.ownerId === caller.accountId;
  if (state === 'draft' && !isOwner) return fail('object.notFound');
  const [found, judged, awards, files] = await Promise.all([
    around(context, caller),
    judgeClaim(context, standing),
    listClaimAwards(db, jurisdiction, [claimId]),
    listClaimEvidence(db, jurisdiction, claimId),
  ]);
  const facts = await claimFacts(context, standing, judged, {
    ...{ actorId: caller.accountId, reason: '', decided: undefined, consent: true },
  });
  const { known, asks } = fieldsOfClaim(judged, files);
  const said = answerOf(judged);
  const roles = rolesOver(caller.grants, scope, today());
  return succeed({
    ...{ today: today(), claim: rowOf(claim, events, awards[0], found), number, known, asks },
    evidence: files.filter(({ fact }) => fact === '').map(({ id, fileName }) => ({ id, fileName })),
    draftVersion: judged.draftVersion,
    mayType: isOwner && isOpen(state),
    rules: {
      ...{ answer: said.answer, amount: said.amount, words: { ...said.words } },
      reasons: said.reasons.map((words) => ({ ...words })),
      ceiling: judged.clause?.ceiling === true,
    },
    events: events.map(
      ({ number: at, action, state: after, by, receivedAt, words, amount, dueOn, answer }) => ({
        ...{ number: at, action, state: after, by, at: receivedAt, words, amount, dueOn },
        reasons:
          action === 'refuse' || action === 'submit'
            ? (answer?.reasons ?? []).map((each) => ({ ...each }))
            : [],
      }),
    ),
    offers: offersOf(claimLifecycle, state, roles, facts, askedInForm),
  });
}

export async function getQuestions(
  context: Context,
  caller: Caller,
  query: { readonly clauseId?: string | undefined },
): Promise<QuestionList> {
  const { db, jurisdiction, today } = context;
  const { city, places, leadUnits, owner } = listScopeOf(caller, 'claim.read');
  const [rows, inside, nameClause] = await Promise.all([
    listQuestions(db, jurisdiction),
    placesInside(db, jurisdiction, places),
    clauseNames(context),
  ]);
  const seen = rows.filter(
    (row) =>
      (query.clauseId === undefined || row.clauseId === query.clauseId) &&
      (city ||
        inside.includes(row.placeId) ||
        leadUnits.includes(row.unit) ||
        (owner !== null && row.ownerId === owner)),
  );
  return {
    today: today(),
    questions: seen.map((row) => ({
      ...{ id: row.id, clause: nameClause(row.clauseId), name: row.subjectName, words: row.words },
      ...{ at: row.recordedAt, answerBy: row.answerBy, answer: row.answer, answeredBy: row.answeredBy },
      late: row.answer === null && row.answerBy !== null && row.answerBy < today(),
      mayAnswer:
        row.answer === null &&
        mayOn(caller, 'claim.decide', {
          places: inside.includes(row.placeId) ? [...places, row.placeId] : [],
          ...{ leadUnit: row.unit, units: [], owner: row.ownerId },
        }),
    })),
  };
}
