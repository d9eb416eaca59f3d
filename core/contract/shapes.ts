// Shapes that several routes share. Amounts travel as decimal text, dates as YYYY-MM-DD, times as ISO with offset.
import { z } from 'zod';
import { isIsoDate } from '../quantity/date.ts';

export const Day = z
  .string()
  .refine((text) => isIsoDate(text))
  .meta({ id: 'Day', description: 'YYYY-MM-DD, a day that exists' });
export const Amount = z
  .string()
  .regex(/^-?\d{1,30}(\.\d{1,12})?$/)
  .meta({ id: 'Amount', description: 'exact decimal' });
export const Id = z.uuid();

/** asOf: the day that is judged; knownOn: facts recorded after this day are left out. */
export const When = z.strictObject({
  plan: z.string().max(60).optional(),
  asOf: Day.optional(),
  knownOn: Day.optional(),
});

export const VerdictStatus = z
  .enum(['achieved', 'onTrack', 'atRisk', 'behind', 'overdue', 'notDue', 'noJudgement'])
  .meta({ id: 'VerdictStatus' });

export const Reason = z
  .object({ code: z.string(), detail: z.record(z.string(), z.string()) })
  .meta({ id: 'Reason' });

export const Verdict = z
  .object({
    status: VerdictStatus,
    asOf: Day,
    share: Amount.nullable(),
    expectedShare: Amount.nullable(),
    because: z.array(Reason),
    /** Where a person overruled it: what the rules say, and the person's word. `status` is then the person's. */
    overruled: z
      .object({
        computed: VerdictStatus,
        reason: z.string(),
        by: z.string().nullable(),
        until: Day,
        /** The rules no longer say what was overruled: to be looked at again. */
        outdated: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'Verdict' });

/** Where a fact comes from: a span of a stored document. */
export const Source = z
  .object({
    documentId: Id,
    documentTitle: z.string(),
    documentNumber: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    quote: z.string(),
  })
  .meta({ id: 'Source' });

export const Checkpoint = z
  .object({
    by: Day.nullable(),
    value: Amount.nullable(),
    unit: z.string(),
    of: z.enum(['total', 'target', 'stage']),
    cumulative: z.boolean(),
    printed: z.string(),
  })
  .meta({ id: 'Checkpoint' });

export const PlaceShare = z
  .object({ place: z.string(), value: Amount.nullable(), second: Amount.nullable() })
  .meta({ id: 'PlaceShare' });

export const Target = z
  .object({
    metric: z.string(),
    form: z.enum(['level', 'growth', 'bound', 'range', 'relative', 'trend', 'rank', 'share', 'qualitative']),
    comparator: z.enum(['eq', 'ge', 'le', 'approx', 'range']).nullable(),
    values: z.array(Amount),
    unit: z.string(),
    direction: z.enum(['up', 'down', 'to', 'none']),
    measure: z.enum(['flow', 'rate', 'share', 'stock', 'cumulative', 'text']),
    goodWay: z.enum(['higher', 'lower', 'around']),
    printed: z.string(),
    relative: z.string().nullable(),
    strive: z.boolean(),
    checkpoints: z.array(Checkpoint),
    allocationMode: z.enum(['sum', 'each', 'whole', 'pair']).nullable(),
    allocations: z.array(PlaceShare),
  })
  .meta({ id: 'Target' });

export const Figure = z
  .object({
    observationId: Id,
    metric: z.string(),
    place: z.string(),
    period: z.string(),
    periodEnd: Day,
    /** Null where the figure is a statement (提前完成). */
    amount: Amount.nullable(),
    unit: z.string(),
    statement: z.string(),
    nature: z.enum(['reported', 'preliminary', 'estimated', 'revised', 'final']),
    recordedAt: z.string(),
    source: Source.nullable(),
    /** The report that gave the figure; null where it was printed in a document. */
    reportId: Id.nullable(),
    /** The count of the policy supermarket that gave the figure. */
    measureId: Id.nullable(),
  })
  .meta({ id: 'Figure' });

export const CommitmentKind = z
  .enum(['indicator', 'task', 'livelihood', 'project', 'budget', 'policy'])
  .meta({ id: 'CommitmentKind' });

/** One line of any list of commitments: what, whose, by when, how far, judged how. */
export const CommitmentRow = z
  .object({
    id: Id,
    kind: CommitmentKind,
    number: z.string(),
    title: z.string(),
    field: z.string(),
    leadUnit: z.string().nullable(),
    supportUnits: z.array(z.string()),
    official: z.string().nullable(),
    /** 专班, 领导小组; empty where there is none. */
    taskForce: z.string(),
    dueOn: Day,
    force: z.enum(['binding', 'anticipatory']).nullable(),
    targets: z.array(Target),
    latest: Figure.nullable(),
    /** Figures over time for the sparkline, oldest first. */
    trend: z.array(z.object({ periodEnd: Day, amount: Amount })),
    verdict: Verdict,
  })
  .meta({ id: 'CommitmentRow' });

export const Problem = z
  .object({
    code: z.string(),
    message: z.object({ zh: z.string(), en: z.string() }),
    params: z.record(z.string(), z.string()),
    fields: z.array(
      z.object({ path: z.string(), code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) }),
    ),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });
