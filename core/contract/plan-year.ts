// Routes of a year's end: closing the plan, and going on with its promises in the next year's plan.
import { z } from 'zod';
import type { RouteTable } from './route.ts';
import { CommitmentRow, Id } from './shapes.ts';

const PlanParams = z.strictObject({ planId: Id });
const Unmet = z.object({ code: z.string(), zh: z.string(), en: z.string() });

export const planYearRoutes = {
  'GET /api/plans/:planId/next': {
    permission: 'plan.adopt',
    summary: 'What stands in the way of closing the plan, and each promise as a proposal for the next year',
    params: PlanParams,
    response: z.object({
      planId: Id,
      year: z.number().int(),
      nextYear: z.number().int(),
      closed: z.object({ words: z.string(), by: z.string().nullable(), recordedAt: z.string() }).nullable(),
      /** Named before the click; without a word, unjudged promises are among them. */
      unmet: z.array(Unmet),
      unjudged: z.number().int(),
      lines: z.array(
        z.object({
          row: CommitmentRow,
          decision: z.enum(['adopt', 'drop']).nullable(),
          reason: z.string(),
          nextId: Id.nullable(),
          /** A promise of the same name that the next year's plan has already. */
          alreadyId: Id.nullable(),
        }),
      ),
    }),
  },
  'POST /api/plans/:planId/closing': {
    permission: 'plan.close',
    summary: 'Close the plan of a year: its targets and owners stay as they are',
    params: PlanParams,
    body: z.strictObject({ words: z.string().trim().max(1000) }),
    response: z.object({ planId: Id }),
  },
  'POST /api/plans/:planId/next': {
    permission: 'plan.adopt',
    summary:
      'Go on with promises of a closed plan in the next year, quotas kept unless another target is given',
    params: PlanParams,
    body: z.strictObject({
      lines: z
        .array(
          z.strictObject({
            commitmentId: Id,
            decision: z.enum(['adopt', 'drop']),
            /** Instead of the first target of the old year, as it shall be printed. */
            printed: z.string().trim().max(400).optional(),
            reason: z.string().trim().max(1000),
          }),
        )
        .min(1)
        .max(1000),
    }),
    response: z.object({ nextPlanId: Id.nullable(), adopted: z.number().int(), dropped: z.number().int() }),
  },
} as const satisfies RouteTable;
