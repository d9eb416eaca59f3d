// Routes of the exchange between levels: packages out and in, differences line by line, consultations with shares and letters.
import { z } from 'zod';
import { consultationActions, consultationStates } from '../plan/consultation.ts';
import { differenceKinds } from '../plan/exchange/difference.ts';
import { levels, packageFormat, packageVersion } from '../plan/exchange/package.ts';
import type { RouteTable } from './route.ts';
import { Amount, CommitmentKind, Day, Id } from './shapes.ts';

const Party = z.strictObject({
  level: z.enum(levels),
  id: z.string().min(1).max(40),
  name: z.string().min(1).max(80),
});

const lineFields = {
  kind: CommitmentKind,
  number: z.string().max(40),
  title: z.string().max(400),
  metric: z.string().min(1).max(400),
  unit: z.string().max(40),
  comparator: z.enum(['eq', 'ge', 'le', 'approx', 'range']).nullable(),
  values: z.array(Amount).max(4),
  measure: z.enum(['flow', 'rate', 'share', 'stock', 'cumulative', 'text']),
  printed: z.string().max(400),
  share: Amount.nullable(),
};
const figureFields = { value: Amount, unit: z.string().max(40), periodEnd: Day };

const packageFields = {
  format: z.literal(packageFormat),
  version: z.literal(packageVersion),
  direction: z.enum(['down', 'up']),
  year: z.number().int().min(1950).max(2200),
  title: z.string().min(1).max(200),
  from: Party,
  to: Party,
  issuedOn: Day,
};

/** The file that two levels exchange. Every key is known: an unknown one is refused, never dropped. */
export const PlanPackageFile = z.strictObject({
  ...packageFields,
  lines: z
    .array(z.strictObject({ ...lineFields, figure: z.strictObject(figureFields).nullable() }))
    .max(5000),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const Line = z
  .object({ ...lineFields, figure: z.object(figureFields).nullable() })
  .meta({ id: 'ExchangeLine' });

const Difference = z
  .object({
    kind: z.enum(differenceKinds),
    above: Line.nullable(),
    below: Line.nullable(),
    aboveValue: Amount.nullable(),
    belowValue: Amount.nullable(),
    gap: Amount.nullable(),
    gapUnit: z.string(),
    figureGap: Amount.nullable(),
    isLikely: z.boolean(),
  })
  .meta({ id: 'ExchangeDifference' });

const PartyView = z.object({ level: z.enum(levels), id: z.string(), name: z.string() });

const PackageRow = z
  .object({
    packageId: Id,
    side: z.enum(['sent', 'received']),
    year: z.number().int(),
    title: z.string(),
    issuedOn: Day,
    lines: z.number().int(),
    sha256: z.string(),
    recordedAt: z.string(),
    isDemonstration: z.boolean(),
    /** The document that it was read from. */
    documentId: Id.nullable(),
  })
  .meta({ id: 'ExchangePackage' });

const State = z.enum(consultationStates).meta({ id: 'ConsultationState' });

const Cap = z
  .object({
    sum: Amount,
    gap: Amount.nullable(),
    state: z.enum(['over', 'under', 'even', 'open']),
    given: z.number().int(),
    of: z.number().int(),
  })
  .meta({ id: 'RunningCap' });

const Letter = z
  .object({ letterId: Id, placeId: z.string(), place: z.string(), state: State, number: z.number().int() })
  .meta({ id: 'ConsultationLetter' });

const ConsultationRow = z
  .object({
    consultationId: Id,
    title: z.string(),
    dueOn: Day,
    isDemonstration: z.boolean(),
    letters: z.array(Letter),
    isDone: z.boolean(),
  })
  .meta({ id: 'ConsultationRow' });

const AskedLine = {
  lineId: Id,
  commitmentId: Id,
  metric: z.string(),
  unit: z.string(),
  printed: z.string(),
  goal: Amount.nullable(),
};

const Remark = z.object({ lineId: Id, wanted: Amount.nullable(), words: z.string() });

const Offer = z.object({
  action: z.enum(consultationActions),
  unmet: z.array(z.object({ code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) })),
});

const Differences = z.object({
  partner: PartyView,
  year: z.number().int(),
  /** Which of the two is above. */
  theyAreAbove: z.boolean(),
  received: PackageRow.nullable(),
  rows: z.array(Difference),
  counts: z.record(z.string(), z.number().int()),
});

/** A package beside our plan, before it is taken or after. */
const CheckedPackage = Differences.extend({
  taken: z.boolean(),
  /** The same text was taken before. */
  known: z.boolean(),
  title: z.string(),
  sha256: z.string(),
  /** Lines that the package holds. */
  lines: z.number().int(),
});

const packageRoutes = {
  'GET /api/exchange': {
    permission: 'exchange.read',
    object: 'inAct',
    summary: 'The levels above and below: what came, what went, what differs, who has answered',
    query: z.strictObject({ plan: z.string().max(60).optional() }),
    response: z.object({
      plan: z.object({ id: Id, year: z.number().int() }),
      own: PartyView,
      partners: z.array(
        z.object({
          partner: PartyView,
          received: PackageRow.nullable(),
          sent: PackageRow.nullable(),
          /** Lines on which the two say different things; null before anything came. */
          differing: z.number().int().nullable(),
        }),
      ),
      consultations: z.array(ConsultationRow),
    }),
  },
  'GET /api/exchange/partners/:partnerId': {
    permission: 'exchange.read',
    object: 'inAct',
    summary: 'Our plan beside the one of another level, line by line, differences first',
    params: z.strictObject({ partnerId: z.string().min(1).max(40) }),
    query: z.strictObject({ plan: z.string().max(60).optional() }),
    response: Differences.extend({ packages: z.array(PackageRow) }),
  },
  'POST /api/exchange/partners/:partnerId/package': {
    permission: 'exchange.send',
    object: 'inAct',
    summary: 'Make the package for a partner: one JSON text with schema version and hash',
    params: z.strictObject({ partnerId: z.string().min(1).max(40) }),
    body: z.strictObject({ plan: z.string().max(60).optional() }),
    response: z.object({ fileName: z.string(), text: z.string(), sha256: z.string() }),
  },
  'POST /api/exchange/packages': {
    permission: 'exchange.send',
    object: 'inAct',
    summary: 'A package of another level: differences first, then taken; the same file twice is one',
    query: z.strictObject({ mode: z.enum(['check', 'take']), plan: z.string().max(60).optional() }),
    body: 'bytes',
    response: CheckedPackage,
  },
  'POST /api/exchange/documents': {
    permission: 'exchange.send',
    object: 'inAct',
    summary:
      'A plan of a district that was read here as the package of that district: differences first, then taken',
    body: z.strictObject({
      mode: z.enum(['check', 'take']),
      documentId: Id,
      placeId: z.string().min(1).max(40),
      year: z.number().int().min(1950).max(2200),
    }),
    response: CheckedPackage,
  },
} as const satisfies RouteTable;

const consultationRoutes = {
  'POST /api/consultations': {
    permission: 'exchange.write',
    summary: 'Send lines of a plan to places for comments',
    body: z.strictObject({
      plan: z.string().min(1).max(60),
      title: z.string().min(1).max(120),
      dueOn: Day,
      placeIds: z.array(z.string().min(1).max(60)).min(1).max(100),
      lines: z
        .array(z.strictObject({ commitmentId: Id, metric: z.string().min(1).max(400) }))
        .min(1)
        .max(500),
    }),
    response: z.object({ consultationId: Id }),
  },
  'GET /api/consultations/:consultationId': {
    permission: 'exchange.read',
    object: 'inAct',
    summary: 'A consultation: shares by place with the running sum, and who has not answered',
    params: z.strictObject({ consultationId: Id }),
    response: z.object({
      consultation: ConsultationRow,
      mayWrite: z.boolean(),
      lines: z.array(
        z.object({
          ...AskedLine,
          cap: Cap,
          shares: z.array(
            z.object({
              placeId: z.string(),
              value: Amount.nullable(),
              number: z.number().int(),
              /** What the place itself plans, from its package. */
              planned: Amount.nullable(),
              /** What it asked for in its last comment. */
              wanted: Amount.nullable(),
            }),
          ),
        }),
      ),
    }),
  },
  'POST /api/consultations/:consultationId/shares': {
    permission: 'exchange.write',
    summary: 'Give a place its share of a line; the running sum comes back, and is never a barrier',
    params: z.strictObject({ consultationId: Id }),
    body: z.strictObject({
      lineId: Id,
      placeId: z.string().min(1).max(60),
      value: Amount.nullable(),
      /** Number of the share that was seen; 0 for none. */
      after: z.number().int().min(0),
    }),
    response: z.object({ number: z.number().int(), cap: Cap }),
  },
  'GET /api/letters/:letterId': {
    permission: 'exchange.read',
    object: { kind: 'letter', param: 'letterId' },
    summary: 'What one place is asked: its share of each line, its own plan beside it, comments and answers',
    params: z.strictObject({ letterId: Id }),
    response: z.object({
      letter: Letter,
      consultation: z.object({
        consultationId: Id,
        title: z.string(),
        dueOn: Day,
        isDemonstration: z.boolean(),
      }),
      lines: z.array(
        z.object({
          ...AskedLine,
          share: Amount.nullable(),
          planned: Amount.nullable(),
          gap: Amount.nullable(),
          remarks: z.array(
            Remark.omit({ lineId: true }).extend({ number: z.number().int(), action: z.string() }),
          ),
        }),
      ),
      events: z.array(
        z.object({
          number: z.number().int(),
          action: z.string(),
          state: State,
          reason: z.string(),
          by: z.string().nullable(),
          recordedAt: z.string(),
        }),
      ),
      offers: z.array(Offer),
    }),
  },
  'POST /api/letters/:letterId/moves': {
    permission: 'exchange.answer',
    object: { kind: 'letter', param: 'letterId' },
    summary: 'The place comments or agrees; the office answers each comment, or closes a letter that ran out',
    params: z.strictObject({ letterId: Id }),
    body: z.strictObject({
      action: z.enum(consultationActions),
      /** Number of the last move that was seen. */
      after: z.number().int().min(1),
      reason: z.string().max(1000),
      lines: z
        .array(z.strictObject({ lineId: Id, wanted: Amount.nullable(), words: z.string().max(1000) }))
        .max(500),
    }),
    response: z.object({ state: State, number: z.number().int() }),
  },
} as const satisfies RouteTable;

export const exchangeRoutes = { ...packageRoutes, ...consultationRoutes } as const satisfies RouteTable;
