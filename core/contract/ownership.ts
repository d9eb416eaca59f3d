// Routes of giving promises to other owners: a whole filtered list at once, looked at before it is done.
import { z } from 'zod';
import { ListQuery } from './plans.ts';
import type { RouteTable } from './route.ts';
import { Id } from './shapes.ts';

const Unit = z.string().trim().min(1).max(80);

/** What is left out stays; an empty official or task force takes it away. */
const Change = z.strictObject({
  leadUnit: Unit.optional(),
  official: z.string().trim().max(40).optional(),
  taskForce: z.string().trim().max(80).optional(),
  addSupport: z.array(Unit).max(20).optional(),
  dropSupport: z.array(Unit).max(20).optional(),
});

/** The list as the screen shows it: which of it is shown at once does not matter. */
const Filter = ListQuery.omit({ sort: true, limit: true, offset: true, knownOn: true });

export const ownershipRoutes = {
  'POST /api/commitments/assignments/check': {
    permission: 'plan.assign',
    summary: 'What a change of owners would do to every promise of a list; nothing is written',
    body: z.strictObject({ filter: Filter, change: Change }),
    response: z.object({
      /** Promises of the list; of them changed, already so, and not allowed. */
      total: z.number().int(),
      changes: z.number().int(),
      same: z.number().int(),
      refused: z.array(
        z.object({ id: Id, number: z.string(), title: z.string(), zh: z.string(), en: z.string() }),
      ),
      /** The first few that change: who led, who will. */
      examples: z.array(
        z.object({ id: Id, title: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
      ),
    }),
  },
  'POST /api/commitments/assignments': {
    permission: 'plan.assign',
    summary: 'Give every promise of a list to other owners, all or none; the count is the one that was seen',
    body: z.strictObject({
      filter: Filter,
      change: Change,
      count: z.number().int().min(1).max(10_000),
      reason: z.string().trim().min(1).max(1000),
    }),
    response: z.object({ batchId: Id, changed: z.number().int(), same: z.number().int() }),
  },
} as const satisfies RouteTable;
