// Routes of the audit log: entries with filter, the head, the last checkpoint outside the database, and the check of the whole chain.
import { z } from 'zod';
import type { RouteTable } from './route.ts';
import { Day } from './shapes.ts';

const Head = z.object({ number: z.number().int(), hash: z.string() });

export const auditRoutes = {
  'GET /api/audit': {
    permission: 'audit.read',
    summary: 'Entries of the audit log, newest first, with the head and the last checkpoint',
    query: z.strictObject({
      act: z.string().max(60).optional(),
      words: z.string().max(80).optional(),
      from: Day.optional(),
      to: Day.optional(),
      before: z.coerce.number().int().min(1).optional(),
    }),
    response: z.object({
      head: Head.nullable(),
      /** Null where no checkpoint is kept outside the database yet. */
      checkpoint: Head.extend({ at: z.string() }).nullable(),
      acts: z.array(z.object({ act: z.string(), total: z.number().int() })),
      entries: z.array(
        z.object({
          number: z.number().int(),
          at: z.string(),
          by: z.string().nullable(),
          act: z.string(),
          objectKind: z.string(),
          objectId: z.string(),
          detail: z.string(),
          hash: z.string(),
        }),
      ),
      /** More entries lie before the last one that is shown. */
      more: z.boolean(),
    }),
  },
  'GET /api/audit/verification': {
    permission: 'audit.read',
    summary: 'Check the whole chain, as bihuan verify-audit does',
    response: z.object({
      head: Head,
      checkpoints: z.number().int(),
      faults: z.array(
        z.object({
          code: z.enum(['changed', 'unlinked', 'missing', 'cut', 'rewritten']),
          number: z.number().int(),
        }),
      ),
    }),
  },
} as const satisfies RouteTable;
