// Routes of the yearly plan of inspections and of the pool of inspectors.
import { z } from 'zod';
import { yearPlanActions, yearPlanStates } from '../supervise/year-plan.ts';
import { InspectionRow, Unmet } from './inspections.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

const Inspector = z
  .object({
    accountId: Id,
    name: z.string(),
    fields: z.array(z.string()),
    certificate: z.string(),
    certificateUntil: Day.nullable(),
    from: Day,
    until: Day.nullable(),
    services: z.array(z.object({ unit: z.string(), from: Day, until: Day.nullable() })),
    interests: z.array(z.string()),
    /** In the pool, with a certificate, today. */
    isReady: z.boolean(),
    load: z.number().int(),
    assignments: z.array(z.object({ id: Id, subject: z.string(), unit: z.string(), from: Day, to: Day })),
  })
  .meta({ id: 'Inspector' });

export const inspectorRoutes = {
  'GET /api/inspection-plans/:year': {
    permission: 'inspection.desk.read',
    summary: 'The inspections of a year: plan, frequency per unit, what clashes, its moves',
    params: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) }),
    response: z.object({
      year: z.number().int(),
      years: z.array(z.number().int()),
      state: z.enum(yearPlanStates),
      number: z.number().int(),
      lines: z.array(InspectionRow),
      burden: z.array(
        z.object({
          name: z.string(),
          count: z.number().int(),
          days: z.number().int(),
          clashes: z.number().int(),
        }),
      ),
      gap: z.object({ days: z.number().int(), source: z.string() }),
      events: z.array(
        z.object({
          number: z.number().int(),
          action: z.enum(yearPlanActions),
          by: z.string().nullable(),
          on: Day,
          words: z.string(),
          approval: z.string(),
          lines: z.number().int(),
        }),
      ),
      offers: z.array(
        z.object({ action: z.enum(yearPlanActions), to: z.enum(yearPlanStates), unmet: Unmet }),
      ),
    }),
  },
  'POST /api/inspection-plans/:year/moves': {
    permission: 'inspection.plan',
    summary: 'Submit, approve or return the yearly plan',
    params: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) }),
    body: z.strictObject({
      action: z.enum(yearPlanActions),
      after: z.number().int().min(0),
      words: z.string().max(4000),
      approval: z.string().max(300),
    }),
    response: z.object({ year: z.number().int(), number: z.number().int(), state: z.enum(yearPlanStates) }),
  },
  'GET /api/inspectors': {
    permission: 'inspection.desk.read',
    summary:
      'The pool of inspectors: what each knows, until when, where each has served, what each is assigned to',
    response: z.object({
      day: Day,
      needsCertificate: z.boolean(),
      recusalYears: z.number().int(),
      inspectors: z.array(Inspector),
      /** Accounts with the role of an inspector that are not in the pool. */
      others: z.array(z.object({ accountId: Id, name: z.string() })),
    }),
  },
  'POST /api/inspectors': {
    permission: 'inspection.plan',
    summary: 'Take an account into the pool, or write down what changed; the newest row counts',
    body: z.strictObject({
      accountId: Id,
      fields: z.array(z.string().min(1).max(40)).max(20),
      certificate: z.string().max(80),
      certificateUntil: Day.nullable(),
      from: Day,
      until: Day.nullable(),
      services: z
        .array(z.strictObject({ unit: z.string().min(1).max(80), from: Day, until: Day.nullable() }))
        .max(20),
      interests: z.array(z.string().min(1).max(80)).max(40),
    }),
    response: z.object({ inspectorId: Id }),
  },
} as const satisfies RouteTable;
