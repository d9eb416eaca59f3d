// Routes of the log of decisions: what was decided by which rules, and the same question asked again.
import { z } from 'zod';
import { ClauseId, Money, Words } from './clauses.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

const DecisionRow = z
  .object({
    id: Id,
    purpose: z.enum(['claim', 'batch', 'check']),
    /** Masked. */
    subject: z.string(),
    reference: z.string(),
    day: Day,
    hash: z.string(),
    total: Money,
    by: z.string().nullable(),
    recordedAt: z.string(),
  })
  .meta({ id: 'PolicyDecisionRow' });

export const decisionRoutes = {
  'GET /api/policy-decisions': {
    permission: 'decision.read',
    summary: 'What was decided by which rules, the newest first',
    query: z.strictObject({
      reference: z.string().max(80).optional(),
      from: z.coerce.number().int().min(0).max(1e7).optional(),
    }),
    response: z.object({ total: z.number().int(), from: z.number().int(), rows: z.array(DecisionRow) }),
  },
  'GET /api/policy-decisions/:decisionId': {
    permission: 'decision.read',
    summary: 'One decision with its facts, and the same question asked again',
    params: z.strictObject({ decisionId: Id }),
    response: z.object({
      decision: DecisionRow,
      versions: z.array(z.object({ clauseId: ClauseId, title: Words, number: z.number().int() })),
      facts: z.array(z.object({ fact: Words, value: Words })),
      results: z.array(
        z.object({
          clauseId: ClauseId,
          title: Words,
          answer: z.enum(['yes', 'no', 'unknown']),
          words: Words,
          reasons: z.array(Words),
        }),
      ),
      sameRules: z.boolean(),
      sameAnswer: z.boolean(),
      changedSince: z.array(z.object({ clauseId: ClauseId, title: Words })),
    }),
  },
} as const satisfies RouteTable;
