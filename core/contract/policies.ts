// Routes of the policy supermarket: what a city promises in money, clause by clause, and what one firm gets of it.
import { z } from 'zod';
import type { RouteTable } from './route.ts';
import { Day } from './shapes.ts';

const Words = z.object({ zh: z.string(), en: z.string() });
const SubjectShape = z.enum(['enterprise', 'project', 'park', 'person']);
const ClauseId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/);

const ClauseRow = z
  .object({
    id: ClauseId,
    title: Words,
    source: Words,
    area: Words,
    automation: Words,
    benefit: Words,
    subject: SubjectShape,
    lead: z.string(),
    amount: Words,
    conditions: z.array(Words),
    from: Day,
    to: Day,
    /** Whether it is in force on the day asked for. */
    inForce: z.boolean(),
    /** Which published version it is. */
    version: z.number().int(),
  })
  .meta({ id: 'ClauseRow' });

/** A fact that a clause asks for: what the form shows, and in which unit it is typed. */
const FactField = z
  .object({
    name: z.string(),
    label: Words,
    kind: z.enum(['money', 'count', 'year', 'date', 'code', 'area', 'flag']),
    unit: Words,
    /** How many clauses in force ask for it. */
    asked: z.number().int(),
  })
  .meta({ id: 'FactField' });

const PolicyDay = { day: Day.optional(), subject: SubjectShape.optional() };

const Trace: z.ZodType<TraceShape> = z.lazy(() =>
  z.object({
    words: Words,
    answer: z.enum(['yes', 'no', 'unknown']),
    actual: Words.nullable(),
    kind: z.enum(['leaf', 'all', 'any']),
    of: z.array(Trace),
  }),
);
interface TraceShape {
  words: { zh: string; en: string };
  answer: 'yes' | 'no' | 'unknown';
  actual: { zh: string; en: string } | null;
  kind: 'leaf' | 'all' | 'any';
  of: TraceShape[];
}

const CheckResult = z
  .object({
    id: ClauseId,
    title: Words,
    source: Words,
    automation: Words,
    answer: z.enum(['yes', 'no', 'unknown']),
    words: Words,
    reasons: z.array(Words),
    /** 分, after overlap; 0 where nothing is paid. */
    pays: z.number().int(),
    /** Conditions that still fail; the nearest to yes first in the list. */
    failed: z.number().int(),
  })
  .meta({ id: 'CheckResult' });

export const policyRoutes = {
  'GET /api/policies': {
    permission: 'policy.read',
    summary: 'Clauses of the catalogue, and the facts that they ask for',
    query: z.strictObject(PolicyDay),
    response: z.object({
      day: Day,
      /** The rule set of the day: the same hash gives the same answers. */
      hash: z.string(),
      clauses: z.array(ClauseRow),
      facts: z.array(FactField),
      areas: z.array(z.object({ words: Words, clauses: z.number().int() })),
    }),
  },
  'GET /api/policies/:clauseId': {
    permission: 'policy.read',
    summary: 'One clause in plain words, with its numbers, their sources and worked examples',
    params: z.strictObject({ clauseId: ClauseId }),
    query: z.strictObject({ day: Day.optional() }),
    response: z.object({
      day: Day,
      clause: ClauseRow,
      /** Every published version, the last one first. */
      versions: z.array(
        z.object({ number: z.number().int(), startsOn: Day, document: z.string(), reason: z.string() }),
      ),
      limits: z.array(Words),
      validity: Words,
      overlap: Words.nullable(),
      review: Day,
      numbers: z.array(
        z.object({ name: z.string(), value: z.string(), from: Day, document: z.string(), ref: z.string() }),
      ),
      examples: z.array(
        z.object({
          given: z.array(z.object({ fact: Words, value: Words })),
          answer: Words,
          reasons: z.array(Words),
        }),
      ),
    }),
  },
  'POST /api/policies/check': {
    permission: 'policy.read',
    summary: 'What one firm gets, how much and why, and what is missing; nothing is kept',
    body: z.strictObject({
      ...PolicyDay,
      given: z.record(z.string().max(60), z.string().max(60)),
      /** Whether every condition of this clause is asked for, those that hold too. */
      trace: ClauseId.optional(),
    }),
    response: z.object({
      day: Day,
      hash: z.string(),
      total: z.number().int(),
      totalWords: Words,
      results: z.array(CheckResult),
      /** Missing facts, the one that decides most first. */
      questions: z.array(
        z.object({ fact: z.string(), label: Words, decides: z.number().int(), asked: z.number().int() }),
      ),
      /** What was typed and cannot be read: it counts as not known. */
      wrong: z.array(z.object({ fact: z.string(), label: Words, written: z.string(), words: Words })),
      trace: Trace.nullable(),
    }),
  },
} as const satisfies RouteTable;
