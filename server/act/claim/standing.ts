// Where a claim stands: its moves so far, what the rules say to the register's facts together with those it gives, and what the
// next move needs to know.
import type { ObjectScope } from '../../../core/contract/permission.ts';
import type { Clause } from '../../../core/policy/clause.ts';
import { isValidOn } from '../../../core/policy/engine/compile.ts';
import type { ClauseResult, Explanation } from '../../../core/policy/engine/explain-result.ts';
import { awardKey } from '../../../core/policy/pay/award-batch.ts';
import type { ClaimFacts, ClaimState } from '../../../core/policy/pay/claim.ts';
import type { Facts } from '../../../core/policy/row.ts';
import { ResultSpeaker } from '../../../core/policy/words/result-words.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { getAwardByKey } from '../../store/award/award.ts';
import {
  type ClaimAnswer,
  type ClaimEventRow,
  type ClaimRow,
  getClaim,
  getClaimDraft,
  listClaimEvents,
  listClaimFacts,
  listClaims,
} from '../../store/award/claim.ts';
import { placesAround } from '../../store/scope.ts';
import { type Rules, rulesOn } from '../clause/rules-on.ts';
import { readTyped, type Typed } from '../clause/typed-facts.ts';
import { nurturedFacts } from '../nurture/columns.ts';
import { factsOn } from '../register/facts-on.ts';

export interface ClaimStanding {
  readonly claim: ClaimRow;
  readonly events: readonly ClaimEventRow[];
  readonly state: ClaimState;
  /** Number of the last move; 0 before the first. */
  readonly number: number;
  readonly scope: ObjectScope;
}

export const stateOf = (events: readonly ClaimEventRow[]): ClaimState => events.at(-1)?.state ?? 'draft';

/** Whether the enterprise may still type. */
export const isOpen = (state: ClaimState): boolean => state === 'draft' || state === 'returned';

/** Ended without an award: another claim may follow. */
export const isOver = (state: ClaimState): boolean => state === 'refused' || state === 'withdrawn';

export async function loadClaim(context: Context, id: string): Promise<ClaimStanding | undefined> {
  const { db, jurisdiction } = context;
  const claim = await getClaim(db, jurisdiction, id);
  if (!claim) return undefined;
  const events = await listClaimEvents(db, jurisdiction, [id]);
  const places = claim.placeId === '' ? [] : await placesAround(db, jurisdiction, claim.placeId);
  const { unit: leadUnit, ownerId: owner } = claim;
  return {
    ...{ claim, events, state: stateOf(events), number: events.at(-1)?.number ?? 0 },
    scope: { places, leadUnit: leadUnit === '' ? null : leadUnit, units: [], owner },
  };
}

export interface Judged {
  readonly day: IsoDate;
  readonly rules: Rules;
  readonly clause: Clause | undefined;
  /** What the register knows, and both together. */
  readonly registered: Facts;
  readonly facts: Facts;
  readonly typed: Typed;
  readonly given: Readonly<Record<string, string>>;
  readonly draftVersion: number;
  readonly explanation: Explanation;
  readonly result: ClauseResult | undefined;
}

/** What an enterprise gives never covers what the register knows: that is not asked again and not believed again. */
const merged = (registered: Facts, given: Facts): Facts => ({
  ...given,
  ...Object.fromEntries(Object.entries(registered).filter(([, value]) => value !== null)),
});

/** What the offices know: the register, with the words of the nurturing office over it. */
export async function registeredFacts(
  context: Context,
  code: string,
  { clauses }: Pick<Rules, 'clauses'>,
  day: IsoDate,
): Promise<Facts> {
  const [facts, nurtured] = await Promise.all([
    factsOn(context, code, { day, clauses }),
    nurturedFacts(context, day),
  ]);
  return { ...facts, ...nurtured.get(code) };
}

export async function judgeClaim(context: Context, { claim, state }: ClaimStanding): Promise<Judged> {
  const { db, jurisdiction, today } = context;
  const day = today();
  const rules = await rulesOn(context, 'enterprise', day);
  const registered = await registeredFacts(context, claim.subject, rules, day);
  const draft = await getClaimDraft(db, jurisdiction, claim.id);
  const sent = await listClaimFacts(db, jurisdiction, claim.id);
  const given = isOpen(state)
    ? (draft?.given ?? {})
    : Object.fromEntries(sent.map(({ fact, typed }) => [fact, typed]));
  const typed = readTyped(rules.compiled, given);
  const facts = merged(registered, typed.facts);
  const explanation = rules.explain(rules.encode(facts));
  return {
    ...{ day, rules, registered, facts, typed, given, explanation, draftVersion: draft?.version ?? 0 },
    clause: rules.clauses.find(({ id }) => id === claim.clauseId),
    result: explanation.results.find(({ id }) => id === claim.clauseId),
  };
}

/** 分 that the rules allow now; undefined where they do not say yes. */
export const allowedOf = (result: ClauseResult | undefined): number | undefined =>
  result?.answer === 'yes' ? result.pays : undefined;

/** The answer with every reason, in both languages, as it is kept with a move. */
export function answerOf({ rules, result }: Judged): ClaimAnswer {
  const said = result
    ? new ResultSpeaker(rules.compiled).say(result)
    : { answer: { zh: '当日无此条款', en: 'The clause does not hold on the day' }, reasons: [] };
  return {
    answer: result?.answer ?? 'no',
    amount: allowedOf(result) ?? null,
    words: said.answer,
    reasons: said.reasons,
  };
}

async function isKeyHeld(context: Context, { claim }: ClaimStanding, clause: Clause, day: IsoDate) {
  const { db, jurisdiction } = context;
  if (await getAwardByKey(db, jurisdiction, awardKey(clause, claim.subject, day))) return true;
  const others = (await listClaims(db, jurisdiction, claim.subject)).filter(
    (other) => other.id !== claim.id && other.clauseId === claim.clauseId,
  );
  const events = await listClaimEvents(
    db,
    jurisdiction,
    others.map(({ id }) => id),
  );
  return others.some(({ id }) => {
    const state = stateOf(events.filter(({ claimId }) => claimId === id));
    return state !== 'draft' && !isOver(state);
  });
}

export async function claimFacts(
  context: Context,
  standing: ClaimStanding,
  judged: Judged,
  given: {
    readonly actorId: string | null;
    readonly reason: string;
    readonly decided: number | undefined;
    readonly consent: boolean;
  },
): Promise<ClaimFacts> {
  const { clause, day, result } = judged;
  const allowed = allowedOf(result);
  return {
    actorId: given.actorId ?? undefined,
    acceptorId: standing.events.findLast(({ action }) => action === 'accept')?.recordedBy ?? null,
    automation: clause?.automation,
    isInForce: clause !== undefined && isValidOn(clause, day),
    hasConsent: given.consent,
    isKeyHeld: clause ? await isKeyHeld(context, standing, clause, day) : undefined,
    answer: result?.answer,
    allowed,
    decided: given.decided ?? allowed,
    reason: given.reason,
  };
}
