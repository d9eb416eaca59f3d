// Routes of reporting: what is due, drafts, tables in and out, submission, review, history and correction.
import { z } from 'zod';
import { frequencies } from '../observe/figure-ask.ts';
import type { RouteTable } from './route.ts';
import { Amount, CommitmentKind, Day, Id } from './shapes.ts';

const Place = z.string().max(60);
const PeriodText = z.string().min(1).max(20);
const Metric = z.string().min(1).max(400);
/** What a person types: kept as typed until it is submitted. */
const Typed = z.string().max(200);
const Statement = z.string().max(4_000);

const Finding = z
  .object({
    code: z.string(),
    weight: z.enum(['refuses', 'asks', 'notes']),
    params: z.record(z.string(), z.string()),
  })
  .meta({ id: 'FigureFinding' });

export const ReportStateShape = z
  .enum(['draft', 'submitted', 'returned', 'accepted', 'verified', 'locked', 'discarded'])
  .meta({ id: 'ReportState' });

const Cell = { commitmentId: Id, placeId: Place, period: PeriodText, metric: Metric };

const Draft = z
  .object({
    value: z.string(),
    unit: z.string(),
    statement: z.string(),
    version: z.number().int(),
    savedBy: z.string(),
    savedAt: z.string(),
  })
  .meta({ id: 'FigureDraft' });

const Owed = z
  .object({
    ...Cell,
    kind: CommitmentKind,
    number: z.string(),
    title: z.string(),
    place: z.string(),
    leadUnit: z.string(),
    unit: z.string(),
    /** Words are asked for, not a number. */
    worded: z.boolean(),
    frequency: z.enum(frequencies),
    periodEnd: Day,
    dueOn: Day,
    due: z.enum(['notYet', 'due', 'late', 'inTime', 'receivedLate']),
    daysLate: z.number().int(),
    /** null before anything was typed. */
    state: ReportStateShape.nullable(),
    reportId: Id.nullable(),
    /** Number of the report's last move; 0 before the first. */
    after: z.number().int(),
    /** Why it came back. */
    reason: z.string(),
    /** What was submitted last. */
    submitted: z.object({ value: z.string(), statement: z.string() }).nullable(),
    draft: Draft.nullable(),
    last: z.object({ amount: Amount, period: z.string() }).nullable(),
    /** What the schedule expects by the end of the period. */
    expected: Amount.nullable(),
    wanted: Amount.nullable(),
    /** Corrections since approval. */
    changes: z.number().int(),
    /** How many lists this one figure serves. */
    lists: z.array(CommitmentKind),
    findings: z.array(Finding),
  })
  .meta({ id: 'OwedFigure' });

const Desk = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['unit', 'place']),
    late: z.number().int(),
    owed: z.number().int(),
  })
  .meta({ id: 'ReportingDesk' });

const Figures = z
  .object({
    plan: z.object({ id: Id, year: z.number().int() }).nullable(),
    plans: z.array(z.object({ id: Id, year: z.number().int() })),
    asOf: Day,
    /** The last day of a month in which figures are due. */
    month: Day.nullable(),
    months: z.array(z.object({ end: Day, figures: z.number().int(), late: z.number().int() })),
    desks: z.array(Desk),
    desk: Desk.nullable(),
    /** Whether the caller is who is asked. */
    mine: z.boolean(),
    rows: z.array(Owed),
    burden: z.object({
      /** Figures asked of this desk, by the month in which they are due. */
      perMonth: z.array(z.object({ end: Day, figures: z.number().int() })),
      /** Questions that are not put because another list already asks them. */
      saved: z.number().int(),
      conflicts: z.number().int(),
    }),
  })
  .meta({ id: 'FiguresDue' });

const DeskQuery = z.strictObject({
  plan: z.string().max(60).optional(),
  asOf: Day.optional(),
  desk: z.string().max(120).optional(),
  month: Day.optional(),
});

const DraftEntry = z.strictObject({
  ...Cell,
  value: Typed,
  unit: z.string().max(40),
  statement: Statement,
  version: z.number().int().min(0),
});

const TakenCell = z.object({
  ...Cell,
  value: z.string(),
  unit: z.string(),
  statement: z.string(),
  findings: z.array(Finding),
});
const RefusedCell = z.object({
  sheet: z.string(),
  /** As a spreadsheet names it: D7. */
  at: z.string(),
  row: z.number().int(),
  column: z.number().int(),
  text: z.string(),
  code: z.string(),
  message: z.object({ zh: z.string(), en: z.string() }),
});
const TableOutcome = z
  .object({
    taken: z.array(TakenCell),
    refused: z.array(RefusedCell),
    accepted: z.number().int(),
    rejected: z.number().int(),
    /** accepted + rejected, always. */
    total: z.number().int(),
  })
  .meta({ id: 'TableOutcome' });

const Nature = z.enum(['reported', 'preliminary', 'estimated', 'revised', 'final']);

const MoveBody = z.strictObject({
  reason: z.string().max(1_000).default(''),
  reports: z
    .array(z.strictObject({ reportId: Id, after: z.number().int().min(0) }))
    .min(1)
    .max(500),
});

const Moved = z
  .object({
    moved: z.array(z.object({ reportId: Id, number: z.number().int(), state: ReportStateShape })),
    refused: z.array(
      z.object({
        reportId: Id,
        code: z.string(),
        message: z.object({ zh: z.string(), en: z.string() }),
      }),
    ),
  })
  .meta({ id: 'MovedReports' });

const Offer = z.object({
  action: z.string(),
  unmet: z.array(z.object({ code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) })),
});

const ReportFigure = z
  .object({
    id: Id,
    metric: z.string(),
    typed: z.string(),
    amount: Amount.nullable(),
    unit: z.string(),
    statement: z.string(),
    nature: Nature,
    corrects: Id.nullable(),
    /** Number of the move that brought it. */
    event: z.number().int(),
    /** False for figures of an earlier submission and those that were corrected. */
    counts: z.boolean(),
  })
  .meta({ id: 'ReportFigure' });

const ReportRow = z
  .object({
    id: Id,
    commitmentId: Id,
    kind: CommitmentKind,
    number: z.string(),
    title: z.string(),
    place: z.string(),
    leadUnit: z.string(),
    period: z.string(),
    periodEnd: Day,
    dueOn: Day,
    state: ReportStateShape,
    after: z.number().int(),
    receivedAt: z.string(),
    late: z.boolean(),
    daysLate: z.number().int(),
    author: z.string(),
    lastBy: z.string(),
    reason: z.string(),
    changes: z.number().int(),
    figures: z.array(ReportFigure),
    last: z.object({ amount: Amount, period: z.string() }).nullable(),
    expected: Amount.nullable(),
    findings: z.array(Finding),
    offers: z.array(Offer),
  })
  .meta({ id: 'ReportRow' });

export const reportRoutes = {
  'GET /api/figures': {
    permission: 'report.read',
    object: 'inAct',
    summary:
      'The figures asked of a unit or a place: due when, since when late, last value, expected value, draft',
    query: DeskQuery,
    response: Figures,
  },
  'PUT /api/figures/drafts': {
    permission: 'report.write',
    object: 'inAct',
    summary: 'Save what is being typed; 409 with the difference where somebody else changed a cell meanwhile',
    body: z.strictObject({ entries: z.array(DraftEntry).min(1).max(2_000) }),
    response: z.object({
      saved: z.array(z.object({ ...Cell, version: z.number().int(), findings: z.array(Finding) })),
      savedAt: z.string(),
    }),
  },
  'POST /api/figures/paste': {
    permission: 'report.write',
    object: 'inAct',
    summary:
      'Lay pasted spreadsheet text over the entry table: what fits, and each cell that does not with the reason',
    body: z.strictObject({
      text: z.string().max(1_000_000),
      row: z.number().int().min(0).max(10_000),
      /** The rows of the table as they are shown. */
      cells: z.array(z.strictObject(Cell)).max(10_000),
    }),
    response: TableOutcome,
  },
  'GET /api/figures/template': {
    permission: 'report.read',
    object: 'inAct',
    summary: 'The figures of a desk as a workbook to fill in',
    query: DeskQuery,
    response: 'bytes',
  },
  'GET /api/figures/table.csv': {
    permission: 'report.read',
    object: 'inAct',
    summary: 'The figures of a desk as CSV',
    query: DeskQuery,
    response: 'bytes',
  },
  'POST /api/figures/table': {
    permission: 'report.write',
    object: 'inAct',
    summary:
      'Check a filled-in workbook or CSV: every row that is taken, every bad cell by sheet, row and column',
    query: DeskQuery.extend({ name: z.string().min(1).max(200) }),
    body: 'bytes',
    response: TableOutcome,
  },
  'POST /api/reports': {
    permission: 'report.write',
    object: 'inAct',
    summary: 'Submit reports; all of them or none',
    body: z.strictObject({
      reports: z
        .array(
          z.strictObject({
            commitmentId: Id,
            placeId: Place,
            period: PeriodText,
            after: z.number().int().min(0).optional(),
            figures: z
              .array(
                z.strictObject({
                  metric: Metric,
                  value: Typed,
                  unit: z.string().max(40).default(''),
                  statement: Statement.default(''),
                  nature: Nature.default('reported'),
                }),
              )
              .min(1)
              .max(40),
          }),
        )
        .min(1)
        .max(500),
    }),
    response: z.object({
      submitted: z.array(
        z.object({ reportId: Id, number: z.number().int(), state: ReportStateShape, late: z.boolean() }),
      ),
      receivedAt: z.string(),
    }),
  },
  'GET /api/reports': {
    permission: 'report.read',
    object: 'inAct',
    summary: 'Reports within reach, those that wait for the caller first',
    query: z.strictObject({
      plan: z.string().max(60).optional(),
      state: ReportStateShape.optional(),
      waiting: z.enum(['me']).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: z.object({
      plan: z.object({ id: Id, year: z.number().int() }).nullable(),
      rows: z.array(ReportRow),
      total: z.number().int(),
      waiting: z.number().int(),
      counts: z.record(z.string(), z.number().int()),
    }),
  },
  'POST /api/reports/recalls': {
    permission: 'report.write',
    object: 'inAct',
    summary: 'Take reports back that nobody has passed yet',
    body: MoveBody.extend({ action: z.literal('recall') }),
    response: Moved,
  },
  'POST /api/reports/decisions': {
    permission: 'report.accept',
    object: 'inAct',
    summary: 'The lead unit accepts reports or returns them with a reason; of two people at once one wins',
    body: MoveBody.extend({ action: z.enum(['accept', 'return']) }),
    response: Moved,
  },
  'POST /api/reports/verifications': {
    permission: 'report.verify',
    object: 'inAct',
    summary: 'Verify accepted reports, send them back with a reason, or lock verified ones',
    body: MoveBody.extend({ action: z.enum(['verify', 'sendBack', 'lock']) }),
    response: Moved,
  },
  'GET /api/reports/:reportId': {
    permission: 'report.read',
    object: { kind: 'report', param: 'reportId' },
    summary: 'One report with its figures, moves and corrections',
    params: z.strictObject({ reportId: Id }),
    response: z.object({
      report: ReportRow,
      events: z.array(
        z.object({
          number: z.number().int(),
          action: z.string(),
          state: ReportStateShape,
          by: z.string(),
          reason: z.string(),
          receivedAt: z.string(),
        }),
      ),
    }),
  },
  'POST /api/reports/:reportId/corrections': {
    permission: 'report.correct',
    object: { kind: 'report', param: 'reportId' },
    summary: 'Correct an approved figure by a new one that names it',
    params: z.strictObject({ reportId: Id }),
    body: z.strictObject({
      figureId: Id,
      value: Typed,
      unit: z.string().max(40).default(''),
      statement: Statement.default(''),
      reason: z.string().max(1_000),
      after: z.number().int().min(0),
    }),
    response: z.object({ figureId: Id, number: z.number().int(), state: ReportStateShape }),
  },
} as const satisfies RouteTable;
