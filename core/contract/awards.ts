// Routes of awards: batches that need no application, their review, public notice and payment, the ledger, pushes and measures.
import { z } from 'zod';
import { postingKinds } from '../policy/ledger.ts';
import { batchActions, batchStates } from '../policy/pay/award-batch.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

const Both = z.object({ zh: z.string(), en: z.string() });
/** Whole 分; may be negative where it is an entry. */
const Fen = z.number().int();
const State = z.enum(batchStates).meta({ id: 'BatchState' });
const Area = z
  .enum([
    'investment',
    'innovation',
    'industry',
    'services',
    'transport',
    'openness',
    'countryside',
    'livelihood',
  ])
  .meta({ id: 'PolicyArea' });
const View = z.enum(['pays', 'beaten', 'held', 'removed', 'unknown']);
const ClauseName = z.object({ id: z.string(), title: Both });
const Reason = z.string().min(2).max(1000);
const BatchParams = z.strictObject({ batchId: Id });

const BatchRow = z
  .object({
    id: Id,
    day: Day,
    unit: z.string(),
    state: State,
    subjects: z.number().int(),
    /** Lines that pay and that nobody took out. */
    lines: z.number().int(),
    amount: Fen,
    proposedBy: z.string().nullable(),
    proposedAt: z.string(),
    noticeFrom: Day.nullable(),
    noticeTo: Day.nullable(),
  })
  .meta({ id: 'BatchRow' });

const Line = z
  .object({
    number: z.number().int(),
    code: z.string(),
    name: z.string(),
    place: z.string(),
    clause: ClauseName,
    amount: Fen,
    /** The clause of the group that pays instead. */
    beatenBy: ClauseName.nullable(),
    removed: z.string().nullable(),
    removedBy: z.string().nullable(),
    decisionId: Id,
  })
  .meta({ id: 'AwardLine' });

const Gap = z
  .object({
    clause: ClauseName,
    missing: z.array(Both),
    subjects: z.number().int(),
    examples: z.array(z.object({ code: z.string(), name: z.string() })),
  })
  .meta({ id: 'AwardGap' });

const NoticeLine = z.object({
  number: z.number().int(),
  name: z.string(),
  place: z.string(),
  clause: ClauseName,
  amount: Fen,
});

const Posting = z
  .object({
    number: z.number().int(),
    day: Day,
    kind: z.enum(postingKinds),
    words: z.string(),
    /** A batch or claims behind it, where there is one. */
    batchId: Id.nullable(),
    reverses: z.number().int().nullable(),
    reversedBy: z.number().int().nullable(),
    by: z.string().nullable(),
    entries: z.array(z.object({ account: Both, amount: Fen })),
  })
  .meta({ id: 'LedgerPosting' });

const Share = z.object({ part: z.number().int(), whole: z.number().int(), percent: z.string().nullable() });

export const awardRoutes = {
  'GET /api/batches': {
    permission: 'award.read',
    object: 'inAct',
    summary: 'Batches of awards that need no application',
    response: z.object({
      today: Day,
      batches: z.array(BatchRow),
      /** Units that lead clauses of this kind, for a new batch. */
      units: z.array(z.object({ unit: z.string(), clauses: z.number().int() })),
    }),
  },
  'POST /api/batches': {
    permission: 'award.move',
    object: 'inAct',
    summary: 'Compute a batch over the whole register by the rules of a day',
    body: z.strictObject({ day: Day, unit: z.string().max(80) }),
    response: z.object({ batchId: Id, lines: z.number().int() }),
  },
  'GET /api/batches/:batchId': {
    permission: 'award.read',
    object: { kind: 'batch', param: 'batchId' },
    summary: 'One batch: what it pays, what it does not and why, and what may be done next',
    params: BatchParams,
    query: z.strictObject({
      view: View.optional(),
      search: z.string().max(60).optional(),
      page: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
    response: z.object({
      today: Day,
      batch: BatchRow,
      number: z.number().int(),
      ruleSetHash: z.string(),
      /** The rules of that day are still the same. */
      rulesStand: z.boolean(),
      counts: z.object({
        pays: z.number().int(),
        beaten: z.number().int(),
        held: z.number().int(),
        removed: z.number().int(),
        unknown: z.number().int(),
      }),
      areas: z.array(z.object({ area: Both, needed: Fen, free: Fen })),
      clauses: z.array(z.object({ clause: ClauseName, lines: z.number().int(), amount: Fen })),
      lines: z.array(Line),
      page: z.number().int(),
      pages: z.number().int(),
      gaps: z.array(Gap),
      objections: z.array(
        z.object({
          id: Id,
          line: z.number().int(),
          words: z.string(),
          by: z.string().nullable(),
          at: z.string(),
          upheld: z.boolean().nullable(),
          answer: z.string().nullable(),
          answeredBy: z.string().nullable(),
        }),
      ),
      events: z.array(
        z.object({
          number: z.number().int(),
          action: z.enum(['propose', ...batchActions]),
          state: State,
          by: z.string().nullable(),
          at: z.string(),
          words: z.string(),
        }),
      ),
      offers: z.array(
        z.object({
          action: z.enum(batchActions),
          to: State,
          unmet: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
        }),
      ),
      mayRemove: z.boolean(),
      payment: z.object({
        awards: z.number().int(),
        paid: z.number().int(),
        returned: z.number().int(),
        waiting: z.number().int(),
        paidAmount: Fen,
        waitingAmount: Fen,
        /** Paid from this day on. */
        payableFrom: Day.nullable(),
        payBy: Day.nullable(),
      }),
    }),
  },
  'POST /api/batches/:batchId/moves': {
    permission: 'award.move',
    object: { kind: 'batch', param: 'batchId' },
    summary: 'Review, approve, send back or withdraw a batch',
    params: BatchParams,
    body: z.strictObject({
      action: z.enum(['review', 'approve', 'sendBack', 'withdraw']),
      after: z.number().int().min(0),
      words: z.string().max(1000),
    }),
    response: z.object({ batchId: Id, number: z.number().int(), state: State }),
  },
  'POST /api/batches/:batchId/removals': {
    permission: 'award.move',
    object: { kind: 'batch', param: 'batchId' },
    summary: 'Take a line out of a batch, with the reason',
    params: BatchParams,
    body: z.strictObject({ line: z.number().int().min(1), reason: Reason }),
    response: z.object({ line: z.number().int() }),
  },
  'POST /api/batches/:batchId/objections': {
    permission: 'claim.object',
    summary: 'Object to a line while the list is public',
    params: BatchParams,
    body: z.strictObject({ line: z.number().int().min(1), words: Reason }),
    response: z.object({ objectionId: Id }),
  },
  'POST /api/batches/:batchId/objections/:objectionId': {
    permission: 'award.move',
    object: { kind: 'batch', param: 'batchId' },
    summary: 'Uphold or dismiss an objection, with the reason',
    params: z.strictObject({ batchId: Id, objectionId: Id }),
    body: z.strictObject({ upheld: z.boolean(), words: Reason }),
    response: z.object({ objectionId: Id }),
  },
  'POST /api/payments': {
    permission: 'policy.pay',
    summary: 'Pay what a batch, or claims, were awarded and nobody has paid yet',
    body: z.strictObject({ batchId: Id.nullable() }),
    response: z.object({ awards: z.number().int(), amount: Fen }),
  },
  'GET /api/award-notices': {
    permission: 'policy.read',
    summary: 'Awards as they are shown to the public',
    query: z.strictObject({ batch: Id.optional() }),
    response: z.object({
      today: Day,
      notices: z.array(
        z.object({
          batchId: Id,
          unit: z.string(),
          from: Day,
          to: Day,
          isOpen: z.boolean(),
          lines: z.number().int(),
          amount: Fen,
        }),
      ),
      /** Lines of the notice asked for, or of the newest. */
      batchId: Id.nullable(),
      lines: z.array(NoticeLine),
    }),
  },
  'GET /api/ledger': {
    permission: 'ledger.read',
    summary: 'Where the money of awards is: by area, in all, and posting by posting',
    query: z.strictObject({
      before: z.coerce.number().int().min(1).optional(),
      kind: z.enum(postingKinds).optional(),
    }),
    response: z.object({
      today: Day,
      totals: z.object({
        appropriated: Fen,
        awarded: Fen,
        disbursed: Fen,
        outstanding: Fen,
        free: Fen,
        /** 0, or a bug. */
        difference: Fen,
      }),
      /** 政策兑现率 */
      fulfilment: z.string().nullable(),
      document: z.string(),
      gross: Fen,
      net: Fen,
      overlap: Fen,
      areas: z.array(
        z.object({
          area: Both,
          id: Area,
          announced: Fen.nullable(),
          ref: z.string(),
          appropriated: Fen,
          awarded: Fen,
          disbursed: Fen,
          free: Fen,
        }),
      ),
      claimsWaiting: z.object({ awards: z.number().int(), amount: Fen }),
      postings: z.array(Posting),
      more: z.number().int().nullable(),
      mayPost: z.boolean(),
    }),
  },
  'POST /api/ledger/appropriations': {
    permission: 'policy.pay',
    summary: 'Give money to the fund of a policy area',
    body: z.strictObject({ area: Area, amount: z.string().max(40), document: z.string().min(2).max(200) }),
    response: z.object({ number: z.number().int() }),
  },
  'POST /api/ledger/reversals': {
    permission: 'policy.pay',
    summary: 'Take a posting back by a counter-entry that names it',
    body: z.strictObject({ posting: z.number().int().min(1), reason: Reason }),
    response: z.object({ posting: z.number().int() }),
  },
  'GET /api/policy-measures': {
    permission: 'ledger.read',
    summary: 'Push rate and share of direct payment, and the promises of the plan that they answer',
    query: z.strictObject({ day: Day.optional() }),
    response: z.object({
      day: Day,
      push: Share,
      /** New policies of the year, and how many of them reached a firm. */
      policies: Share,
      direct: Share,
      clauses: z.array(z.object({ clause: ClauseName, firms: z.number().int(), told: z.number().int() })),
      promises: z.array(
        z.object({
          commitmentId: Id,
          title: z.string(),
          metric: z.string(),
          kind: z.enum(['push', 'direct']),
          target: z.string(),
        }),
      ),
      measured: z.array(
        z.object({
          kind: z.enum(['push', 'direct']),
          endsOn: Day,
          part: z.number().int(),
          whole: z.number().int(),
          percent: z.string().nullable(),
          at: z.string(),
          commitmentId: Id.nullable(),
        }),
      ),
      mayPush: z.boolean(),
    }),
  },
  'POST /api/pushes': {
    permission: 'policy.push',
    summary: 'Put the new policies of the year into the mailbox of every firm they fit',
    body: z.strictObject({ day: Day, unit: z.string().max(80) }),
    response: z.object({ pushed: z.number().int(), firms: z.number().int(), told: z.number().int() }),
  },
  'POST /api/policy-measures': {
    permission: 'policy.push',
    summary: 'Record push rate and share of direct payment as figures of the promises they answer',
    body: z.strictObject({ day: Day }),
    response: z.object({ figures: z.number().int() }),
  },
} as const satisfies RouteTable;
