// Routes of firms that grew above scale for the first time: the list, one firm on its way, and the moves.
import { z } from 'zod';
import { nurtureActions, nurtureStates } from '../policy/nurture.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

const State = z.enum(nurtureStates).meta({ id: 'NurtureState' });
const Action = z.enum(nurtureActions).meta({ id: 'NurtureAction' });
const NurtureParams = z.strictObject({ nurtureId: Id });

const NurtureRow = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    place: z.string(),
    state: State,
    aboveScaleOn: Day,
    /** Last day of the period. */
    until: Day,
    companion: z.string(),
    /** Whole years after the first in which every check found the firm above scale; null where one is not checked. */
    yearsKept: z.number().int().nullable(),
    /** The years that are over and not checked. */
    checksDue: z.array(z.number().int()),
  })
  .meta({ id: 'NurtureRow' });

const AwardOf = z.object({ from: Day, amount: z.number().int().nullable(), paidOn: Day.nullable() });

export const nurtureRoutes = {
  'GET /api/nurture': {
    permission: 'nurture.read',
    object: 'inAct',
    summary: 'Firms that grew above scale for the first time, and where each is on its way',
    response: z.object({ today: Day, rows: z.array(NurtureRow), mayAdd: z.boolean() }),
  },
  'POST /api/nurture': {
    permission: 'nurture.write',
    object: 'inAct',
    summary: 'Put a firm on the list, with its first day above scale',
    body: z.strictObject({ code: z.string().length(18), aboveScaleOn: Day }),
    response: z.object({ nurtureId: Id }),
  },
  'GET /api/nurture/:nurtureId': {
    permission: 'nurture.read',
    object: { kind: 'nurture', param: 'nurtureId' },
    summary: 'One firm on its way: period, companion, checks, the two awards, and what may be done next',
    params: NurtureParams,
    response: z.object({
      today: Day,
      row: NurtureRow,
      number: z.number().int(),
      unit: z.string(),
      checks: z.array(
        z.object({
          year: z.number().int(),
          isAboveScale: z.boolean(),
          checkedOn: Day,
          by: z.string().nullable(),
        }),
      ),
      /** First above scale, and three years later. */
      awards: z.object({ first: AwardOf, second: AwardOf }),
      /** Planned inspections that one unit may make in a year. */
      inspections: z.number().int(),
      posts: z.array(z.string()),
      events: z.array(
        z.object({
          number: z.number().int(),
          action: Action,
          state: State,
          by: z.string().nullable(),
          at: z.string(),
          words: z.string(),
          companion: z.string(),
          year: z.number().int().nullable(),
          isAboveScale: z.boolean().nullable(),
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
  'POST /api/nurture/:nurtureId/moves': {
    permission: 'nurture.write',
    object: { kind: 'nurture', param: 'nurtureId' },
    summary: 'Admit, accompany, check, graduate or let go',
    params: NurtureParams,
    body: z.strictObject({
      action: Action,
      after: z.number().int().min(0),
      companion: z.string().max(80),
      year: z.number().int().min(2000).max(2200).nullable(),
      isAboveScale: z.boolean().nullable(),
      words: z.string().max(1000),
    }),
    response: z.object({ nurtureId: Id, number: z.number().int(), state: State }),
  },
} as const satisfies RouteTable;
