// Routes that read the judged plan: overview, lists, one commitment with all its sources.
import { z } from 'zod';
import type { RouteTable } from './route.ts';
import {
  Amount,
  Checkpoint,
  CommitmentKind,
  CommitmentRow,
  Day,
  Figure,
  Id,
  Source,
  Target,
  Verdict,
  VerdictStatus,
  When,
} from './shapes.ts';

const Counts = z.record(VerdictStatus, z.number().int()).meta({ id: 'VerdictCounts' });

const PlanSummary = z
  .object({
    id: Id,
    year: z.number().int(),
    title: z.string(),
    /** Last day any figure of the plan is for; what the plan is judged on unless asked otherwise. */
    dataUntil: Day.nullable(),
    commitments: z.number().int(),
    documents: z.number().int(),
  })
  .meta({ id: 'PlanSummary' });

/** Roll-up of one group; covered says how many of its commitments had a figure. */
const RollUp = z
  .object({
    key: z.string(),
    label: z.string(),
    total: z.number().int(),
    covered: z.number().int(),
    /** Behind or overdue: what red stands for on every screen. */
    late: z.number().int(),
    counts: Counts,
  })
  .meta({ id: 'RollUp' });

const Conflict = z
  .object({
    commitmentId: Id,
    title: z.string(),
    metric: z.string(),
    sources: z.array(Source.extend({ printed: z.string() })),
  })
  .meta({ id: 'Conflict', description: 'two printed numbers for one promise' });

const Overview = z
  .object({
    plan: PlanSummary,
    asOf: Day,
    knownOn: Day.nullable(),
    /** Share of the plan's year gone by asOf. */
    elapsedShare: Amount,
    tiles: z.array(RollUp.extend({ kind: CommitmentKind })),
    indicators: z.array(CommitmentRow),
    /** What needs attention: late or behind first, then the nearest due dates. */
    attention: z.array(CommitmentRow),
    units: z.array(RollUp),
    districts: z.array(RollUp),
    fields: z.array(RollUp),
    conflicts: z.array(Conflict),
    changes: z.array(
      z.object({
        at: z.string(),
        what: z.string(),
        documentId: Id.nullable(),
        title: z.string(),
        count: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Overview' });

const Facet = z.object({ value: z.string(), label: z.string(), count: z.number().int() });

const CommitmentList = z
  .object({
    plan: PlanSummary,
    asOf: Day,
    knownOn: Day.nullable(),
    elapsedShare: Amount,
    total: z.number().int(),
    rows: z.array(CommitmentRow),
    facets: z.object({
      status: z.array(Facet),
      unit: z.array(Facet),
      official: z.array(Facet),
      field: z.array(Facet),
      taskForce: z.array(Facet),
    }),
  })
  .meta({ id: 'CommitmentList' });

const CommitmentPage = z
  .object({
    plan: PlanSummary,
    commitment: CommitmentRow,
    asOf: Day,
    knownOn: Day.nullable(),
    elapsedShare: Amount,
    sources: z.array(
      Source.extend({ role: z.enum(['promise', 'figure', 'amendment']), printed: z.string() }),
    ),
    figures: z.array(Figure),
    /** Figures of the same series in the plans of other years, oldest first, under the metric's name here. */
    otherYears: z.array(
      z.object({ commitmentId: Id, year: z.number().int(), metric: z.string(), figure: Figure }),
    ),
    /** What each year promised for a series, under the metric's name here: where its tick stands. */
    yearTargets: z.array(
      z.object({ commitmentId: Id, year: z.number().int(), metric: z.string(), target: Target }),
    ),
    /** Every verdict this commitment had on the days its figures are for, oldest first. */
    verdicts: z.array(Verdict),
    /** Announced cuts of expenses that belong to it, each held against the year before. */
    cuts: z.array(
      z.object({
        id: Id,
        metric: z.string(),
        printed: z.string(),
        base: Amount.nullable(),
        /** Entered by a person with a source, or the same line's figure of the year before. */
        baseFrom: z.enum(['entered', 'lastYear']).nullable(),
        most: Amount.nullable(),
        spent: Amount.nullable(),
        countedTo: Day.nullable(),
        lineId: Id.nullable(),
        year: z.number().int(),
        source: z.string(),
        sample: z.boolean(),
        verdict: Verdict,
      }),
    ),
    /** Every time a person overruled the verdict or took that back, oldest first. */
    overrides: z.array(
      z.object({
        id: Id,
        status: VerdictStatus,
        overruled: VerdictStatus,
        reason: z.string(),
        by: z.string().nullable(),
        from: Day,
        until: Day,
        recordedAt: z.string(),
        withdraws: Id.nullable(),
      }),
    ),
    amendments: z.array(
      z.object({
        id: Id,
        recordedAt: z.string(),
        reason: z.string(),
        documentId: Id.nullable(),
        effectiveOn: Day,
        targets: z.array(Target),
        /** What held until then. */
        before: z.array(Target),
      }),
    ),
    /** Every time other owners were given, oldest first; before the first stand those it was adopted with. */
    owners: z.array(
      z.object({
        number: z.number().int(),
        leadUnit: z.string().nullable(),
        supportUnits: z.array(z.string()),
        official: z.string().nullable(),
        taskForce: z.string(),
        reason: z.string(),
        by: z.string().nullable(),
        recordedAt: z.string(),
      }),
    ),
    /** Same indicator or promise in other years. */
    related: z.array(
      z.object({
        id: Id,
        year: z.number().int(),
        title: z.string(),
        printed: z.string(),
        verdict: Verdict,
        /** Every verdict that promise had, oldest first. */
        verdicts: z.array(Verdict),
      }),
    ),
    conflicts: z.array(Conflict),
    rule: z.object({ code: z.string(), zh: z.string(), en: z.string(), tolerance: Amount }),
  })
  .meta({ id: 'CommitmentPage' });

const MatrixCell = z.object({
  place: z.string(),
  value: Amount.nullable(),
  second: Amount.nullable(),
  /** Why it does not apply there, by a decision; null where it does. */
  away: z.string().nullable(),
});

const LivelihoodPage = z
  .object({
    plan: PlanSummary,
    asOf: Day,
    knownOn: Day.nullable(),
    elapsedShare: Amount,
    places: z.array(z.string()),
    projects: z.array(
      z.object({
        row: CommitmentRow,
        category: z.string(),
        checkpoints: z.array(Checkpoint),
        caveat: z.string(),
        lines: z.array(
          z.object({
            metric: z.string(),
            target: Amount.nullable(),
            unit: z.string(),
            printed: z.string(),
            mode: z.enum(['sum', 'each', 'whole', 'pair']).nullable(),
            cells: z.array(MatrixCell),
            sum: Amount.nullable(),
            gap: Amount.nullable(),
            /** allocation.sum failing, a repaired row, a rate that is the same everywhere, not split. */
            finding: z.string().nullable(),
            source: Source.nullable(),
          }),
        ),
      }),
    ),
    findings: z.array(
      z.object({
        rule: z.string(),
        zh: z.string(),
        en: z.string(),
        commitmentId: Id.nullable(),
        source: Source.nullable(),
      }),
    ),
  })
  .meta({ id: 'LivelihoodPage' });

export const ListQuery = When.extend({
  kind: CommitmentKind.optional(),
  status: VerdictStatus.optional(),
  unit: z.string().max(80).optional(),
  official: z.string().max(40).optional(),
  field: z.string().max(120).optional(),
  taskForce: z.string().max(80).optional(),
  search: z.string().max(120).optional(),
  sort: z.enum(['number', 'due', 'status', 'unit']).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  offset: z.coerce.number().int().min(0).optional(),
});

const AmendmentBody = z.strictObject({
  targets: z
    .array(
      z.strictObject({
        metric: z.string().min(1).max(200),
        printed: z.string().min(1).max(400),
        unit: z.string().max(40),
      }),
    )
    .min(1)
    .max(20),
  reason: z.string().min(1).max(2000),
  documentId: Id.optional(),
  /** From which day it holds; else the day of the approving document, else the last day judged. */
  effectiveOn: Day.optional(),
});

export const planRoutes = {
  'GET /api/plans': {
    permission: 'plan.read',
    summary: 'Plans of the city',
    response: z.object({ plans: z.array(PlanSummary) }),
  },
  'GET /api/overview': {
    permission: 'plan.read',
    summary: 'The judged plan on one page',
    query: When,
    response: Overview,
  },
  'GET /api/commitments': {
    permission: 'plan.read',
    summary: 'Commitments with figure and verdict',
    query: ListQuery,
    response: CommitmentList,
  },
  'GET /api/commitments/:commitmentId': {
    permission: 'plan.read',
    summary: 'One commitment with every source, figure and verdict',
    params: z.strictObject({ commitmentId: Id }),
    query: When,
    response: CommitmentPage,
  },
  'POST /api/commitments/:commitmentId/amendments': {
    permission: 'plan.amend',
    summary: 'Change the targets by an approving document; old verdicts stay',
    params: z.strictObject({ commitmentId: Id }),
    body: AmendmentBody,
    response: z.object({ amendmentId: Id }),
  },
  'GET /api/livelihood': {
    permission: 'plan.read',
    summary: 'Livelihood projects: milestones and district matrix',
    query: When,
    response: LivelihoodPage,
  },
} as const satisfies RouteTable;
