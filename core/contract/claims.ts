// Routes of claims and questions: what an enterprise asks for where it must ask, what is asked back, decided and paid.
import { z } from 'zod';
import { claimActions, claimStates } from '../policy/pay/claim.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

const Both = z.object({ zh: z.string(), en: z.string() });
const Fen = z.number().int();
const State = z.enum(claimStates).meta({ id: 'ClaimState' });
const Action = z.enum(claimActions).meta({ id: 'ClaimAction' });
const ClauseId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/);
const ClauseName = z.object({ id: z.string(), title: Both });
const ClaimParams = z.strictObject({ claimId: Id });
const Given = z.record(z.string().max(60), z.string().max(60));

const ClaimRow = z
  .object({
    id: Id,
    clause: ClauseName,
    automation: Both,
    unit: z.string(),
    name: z.string(),
    place: z.string(),
    state: State,
    amount: Fen.nullable(),
    paidOn: Day.nullable(),
    /** Who is awaited next, and until when. */
    dueOn: Day.nullable(),
    late: z.boolean(),
    at: z.string(),
    mine: z.boolean(),
  })
  .meta({ id: 'ClaimRow' });

const AwardRow = z
  .object({
    id: Id,
    clause: ClauseName,
    amount: Fen,
    day: Day,
    paidOn: Day.nullable(),
    payBy: Day.nullable(),
    returned: z.string().nullable(),
    /** The list is public until this day. */
    noticeTo: Day.nullable(),
    claimId: Id.nullable(),
  })
  .meta({ id: 'OwnAward' });

const Question = z
  .object({
    id: Id,
    clause: ClauseName,
    name: z.string(),
    words: z.string(),
    at: z.string(),
    answerBy: Day.nullable(),
    late: z.boolean(),
    answer: z.string().nullable(),
    answeredBy: z.string().nullable(),
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'PolicyQuestion' });

const Field = z.object({
  name: z.string(),
  label: Both,
  kind: z.enum(['money', 'count', 'year', 'date', 'code', 'area', 'flag']),
  unit: Both,
  typed: z.string(),
  problem: Both.nullable(),
  /** Files that show it. */
  evidence: z.array(z.object({ id: Id, fileName: z.string() })),
});

export const claimRoutes = {
  'GET /api/claims': {
    permission: 'claim.read',
    object: 'inAct',
    summary:
      'Claims the caller may see; for an enterprise also what it may claim, what it was awarded and told',
    response: z.object({
      today: Day,
      enterprise: z.object({ code: z.string(), name: z.string() }).nullable(),
      claims: z.array(ClaimRow),
      /** Clauses that the enterprise may ask for: it fits, or facts are missing. */
      open: z.array(
        z.object({
          clause: ClauseName,
          automation: Both,
          answer: z.enum(['yes', 'unknown']),
          pays: Fen,
          missing: z.number().int(),
        }),
      ),
      awards: z.array(AwardRow),
      pushes: z.array(z.object({ clause: ClauseName, amount: Fen, pushedOn: Day })),
    }),
  },
  'POST /api/claims': {
    permission: 'claim.make',
    object: 'inAct',
    summary: 'Begin a claim, or go on with the one that was begun',
    body: z.strictObject({ clauseId: ClauseId }),
    response: z.object({ claimId: Id }),
  },
  'GET /api/claims/:claimId': {
    permission: 'claim.read',
    object: { kind: 'claim', param: 'claimId' },
    summary: 'One claim: what is known, what is still asked, what the rules say, and what may be done next',
    params: ClaimParams,
    response: z.object({
      today: Day,
      claim: ClaimRow,
      number: z.number().int(),
      /** Taken from the register: never asked again. */
      known: z.array(z.object({ label: Both, value: Both })),
      asks: z.array(Field),
      evidence: z.array(z.object({ id: Id, fileName: z.string() })),
      draftVersion: z.number().int(),
      mayType: z.boolean(),
      rules: z.object({
        answer: z.enum(['yes', 'no', 'unknown']),
        amount: Fen.nullable(),
        words: Both,
        reasons: z.array(Both),
        ceiling: z.boolean(),
      }),
      events: z.array(
        z.object({
          number: z.number().int(),
          action: Action,
          state: State,
          by: z.string().nullable(),
          at: z.string(),
          words: z.string(),
          amount: Fen.nullable(),
          dueOn: Day.nullable(),
          reasons: z.array(Both),
        }),
      ),
      offers: z.array(
        z.object({
          action: Action,
          to: State,
          unmet: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
        }),
      ),
    }),
  },
  'PUT /api/claims/:claimId/draft': {
    permission: 'claim.make',
    object: { kind: 'claim', param: 'claimId' },
    summary: 'Keep what was typed into a claim',
    params: ClaimParams,
    body: z.strictObject({ given: Given, version: z.number().int().min(0) }),
    response: z.object({ version: z.number().int() }),
  },
  'POST /api/claims/:claimId/moves': {
    permission: 'claim.move',
    object: { kind: 'claim', param: 'claimId' },
    summary: 'Submit, ask back, accept, award, refuse or withdraw a claim',
    params: ClaimParams,
    body: z.strictObject({
      action: Action,
      after: z.number().int().min(0),
      words: z.string().max(2000),
      /** What the office decides on, as typed: 12.5万元; empty for what the rules allow. */
      amount: z.string().max(40),
      /** The enterprise agrees that its registered facts are used for this claim. */
      consent: z.boolean(),
    }),
    response: z.object({ claimId: Id, number: z.number().int(), state: State }),
  },
  'POST /api/claims/:claimId/evidence': {
    permission: 'claim.make',
    object: { kind: 'claim', param: 'claimId' },
    summary: 'Add a file to a claim',
    params: ClaimParams,
    query: z.strictObject({ name: z.string().min(1).max(200), fact: z.string().max(60).optional() }),
    body: 'bytes',
    response: z.object({ evidenceId: Id }),
  },
  'GET /api/claims/:claimId/evidence/:evidenceId': {
    permission: 'claim.read',
    object: { kind: 'claim', param: 'claimId' },
    summary: 'A file of a claim',
    params: z.strictObject({ claimId: Id, evidenceId: Id }),
    response: 'bytes',
  },
  'GET /api/policy-questions': {
    permission: 'claim.read',
    object: 'inAct',
    summary: 'Questions of enterprises about clauses',
    query: z.strictObject({ clauseId: ClauseId.optional() }),
    response: z.object({ today: Day, questions: z.array(Question) }),
  },
  'POST /api/policy-questions': {
    permission: 'claim.make',
    object: 'inAct',
    summary: 'Ask the unit that leads a clause',
    body: z.strictObject({ clauseId: ClauseId, words: z.string().min(2).max(2000) }),
    response: z.object({ questionId: Id }),
  },
  'POST /api/policy-questions/:questionId/answer': {
    permission: 'claim.decide',
    object: { kind: 'question', param: 'questionId' },
    summary: 'Answer a question',
    params: z.strictObject({ questionId: Id }),
    body: z.strictObject({ words: z.string().min(2).max(4000) }),
    response: z.object({ questionId: Id }),
  },
} as const satisfies RouteTable;
