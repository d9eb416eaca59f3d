// Routes of places beside each other and of what is carried on paper: one line by district, and all promises of one district.
import { z } from 'zod';
import type { RouteTable } from './route.ts';
import { Amount, CommitmentRow, Day, Id, VerdictStatus, When } from './shapes.ts';

/** Of a named set of places, on a day. */
const Spread = z
  .object({ least: Amount, median: Amount, most: Amount, count: z.number().int() })
  .meta({ id: 'PlaceSpread' });

const PlaceLine = z
  .object({
    place: z.string(),
    given: Amount.nullable(),
    second: Amount.nullable(),
    done: Amount.nullable(),
    doneUntil: Day.nullable(),
    rate: Amount.nullable(),
    gapToMedian: Amount.nullable(),
    /** notApplicable: by a decision (`away`); notGiven: no share was given, so nothing is missing. */
    state: z.enum(['value', 'missing', 'notApplicable', 'notGiven']),
    away: z
      .object({ from: Day, reason: z.string(), by: z.string().nullable(), recordedAt: z.string() })
      .nullable(),
    /** Sites of the line in the place: planned, verified by an inspector, and the share. */
    sites: z.object({ planned: Amount, verified: Amount, rate: Amount.nullable() }).nullable(),
  })
  .meta({ id: 'PlaceLine' });

export const LinePlaces = z
  .object({
    metric: z.string(),
    unit: z.string(),
    mode: z.enum(['sum', 'each', 'whole', 'pair']).nullable(),
    places: z.array(PlaceLine),
    /** Places to which it applies, and those of them with a figure. */
    coverage: z.object({ applicable: z.number().int(), covered: z.number().int() }),
    spreads: z.object({ given: Spread.nullable(), rate: Spread.nullable(), sites: Spread.nullable() }),
    /** Figures over time of every place that has two or more. */
    series: z.array(
      z.object({ place: z.string(), points: z.array(z.object({ periodEnd: Day, amount: Amount })) }),
    ),
  })
  .meta({ id: 'LinePlaces' });

const Paper = { asOf: Day, knownOn: Day.nullable(), elapsedShare: Amount };

export const sheetRoutes = {
  'GET /api/commitments/:commitmentId/places': {
    permission: 'plan.read',
    summary:
      'One promise by district: given, reported, rate, gap to the median, sites, and figures over time',
    params: z.strictObject({ commitmentId: Id }),
    query: When,
    response: z.object({ ...Paper, lines: z.array(LinePlaces) }),
  },
  'POST /api/commitments/:commitmentId/applicability': {
    permission: 'plan.amend',
    summary: 'Decide that a line does not apply in a district from a day, or applies again, with the reason',
    params: z.strictObject({ commitmentId: Id }),
    body: z.strictObject({
      metric: z.string().max(200),
      place: z.string().min(1).max(80),
      applies: z.boolean(),
      from: Day,
      reason: z.string().trim().min(2).max(1000),
    }),
    response: z.object({ commitmentId: Id }),
  },
  'GET /api/sheets/place': {
    permission: 'plan.read',
    summary: 'All promises of one district on one sheet: its shares and figures, verdicts, late ones first',
    query: When.extend({ place: z.string().min(1).max(80) }),
    response: z.object({
      ...Paper,
      place: z.string(),
      plan: z.object({ id: Id, year: z.number().int(), title: z.string(), dataUntil: Day.nullable() }),
      /** Null where nothing of the plan is the place's. */
      counts: z.record(VerdictStatus, z.number().int()).nullable(),
      late: z.number().int(),
      rows: z.array(
        z.object({
          row: CommitmentRow,
          shares: z.array(PlaceLine.extend({ metric: z.string(), unit: z.string() })),
        }),
      ),
      /** Major projects that lie in the place, by where they stand. */
      projects: z.object({
        total: z.number().int(),
        late: z.number().int(),
        rows: z.array(
          z.object({
            id: Id,
            name: z.string(),
            percent: Amount.nullable(),
            annualPlan: Amount.nullable(),
            done: Amount.nullable(),
            state: z.enum(['outside', 'open', 'late', 'done']),
          }),
        ),
      }),
    }),
  },
} as const satisfies RouteTable;
