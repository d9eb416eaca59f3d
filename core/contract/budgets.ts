// Routes of budgets: books, lines and their versions, tables in, and statements of a document that a person takes.
import { z } from 'zod';
import { budgetBooks, budgetLevels } from '../budget/book.ts';
import { budgetVersions } from '../budget/version.ts';
import type { RouteTable } from './route.ts';
import { Amount, Day, Id, Source } from './shapes.ts';

export const Book = z.enum(budgetBooks).meta({ id: 'BudgetBook' });
export const Level = z.enum(budgetLevels).meta({ id: 'BudgetLevel' });
const Side = z.enum(['income', 'expenditure']);
const Version = z.enum(budgetVersions).meta({ id: 'BudgetVersion' });
export const BudgetYear = z.number().int().min(1990).max(2100);
const YearText = z.string().regex(/^(?:19|20)\d\d$/);
export const Reason = z.string().max(1_000);
const Name = z.string().min(1).max(200);
/** Money as typed: 亿元, no sign. */
export const Money = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,8})?$/)
  .meta({ id: 'Money', description: '亿元, exact decimal, not below zero' });

export const MoneyFinding = z
  .object({ code: z.string(), weight: z.enum(['refuses', 'asks', 'notes']), zh: z.string(), en: z.string() })
  .meta({ id: 'MoneyFinding' });

const Body = z.enum(['congress', 'standingCommittee']);
const ResolutionShape = z
  .object({ body: Body, number: z.string(), adoptedOn: Day })
  .meta({ id: 'BudgetResolution' });
const ResolutionGiven = z.strictObject({ body: Body, number: Name, adoptedOn: Day });

const Execution = {
  budget: Amount.nullable(),
  against: z.enum(['revised', 'approved']).nullable(),
  percent: z.string().nullable(),
  /** Last day that the executed amount is counted to. */
  countedTo: Day.nullable(),
  elapsedPercent: z.string().nullable(),
  pace: z.enum(['ahead', 'inStep', 'behind']).nullable(),
};

const VersionShape = z
  .object({ amount: Amount, day: Day, resolution: ResolutionShape.nullable(), source: Source.nullable() })
  .meta({ id: 'BudgetVersionInForce' });

export const Line = z
  .object({
    id: Id,
    key: z.string(),
    side: Side,
    name: z.string(),
    parentId: Id.nullable(),
    /** Steps below the top of the book. */
    depth: z.number().int(),
    functionCode: z.string().nullable(),
    economicCode: z.string().nullable(),
    basic: z.boolean(),
    sample: z.boolean(),
    approved: VersionShape.nullable(),
    revised: VersionShape.nullable(),
    executed: VersionShape.nullable(),
    final: VersionShape.nullable(),
    ...Execution,
    /** Growth over the same line of the year before, in percent; of what was executed, else of the budget over it. */
    growth: z.string().nullable(),
    growthOf: z.enum(['executed', 'budget']).nullable(),
    lastYear: Amount.nullable(),
    revisions: z.number().int(),
    findings: z.array(MoneyFinding),
  })
  .meta({ id: 'BudgetLine' });

const BookHead = z
  .object({
    book: Book,
    level: Level,
    income: Line.nullable(),
    expenditure: Line.nullable(),
    lines: z.number().int(),
    asks: z.number().int(),
  })
  .meta({ id: 'BudgetBookHead' });

const Step = z
  .object({ day: Day, from: Amount, to: Amount, change: Amount, resolution: ResolutionShape.nullable() })
  .meta({ id: 'BudgetBridgeStep' });

const Term = z.object({
  name: z.object({ zh: z.string(), en: z.string() }),
  amount: Amount,
  minus: z.boolean(),
});
const Identity = z
  .object({
    version: Version,
    left: z.array(Term),
    right: Term,
    found: Amount,
    residual: Amount,
    width: Amount,
    outcome: z.enum(['exact', 'rounding', 'explained', 'broken']),
    footnote: z.string().nullable(),
    source: Source.nullable(),
  })
  .meta({ id: 'BudgetIdentity' });

const Flows = z
  .object({
    of: z.enum(['executed', 'budget']),
    totalIn: Amount,
    totalOut: Amount,
    residual: Amount,
    parts: z.array(
      z.object({ key: z.string(), lineId: Id.nullable(), name: z.string(), side: Side, amount: Amount }),
    ),
  })
  .meta({ id: 'BudgetFlows' });

const BookPage = z.object({
  year: BudgetYear,
  years: z.array(BudgetYear),
  book: Book,
  level: Level,
  asOf: Day,
  elapsedPercent: z.string(),
  lines: z.array(Line),
  /** Sums by class of the economic kind, over the lines that carry one. */
  economic: z.array(
    z.object({ code: z.string(), lines: z.number().int(), budget: Amount, executed: Amount.nullable() }),
  ),
  flows: Flows.nullable(),
  bridges: z.array(z.object({ lineId: Id, name: z.string(), steps: z.array(Step) })),
  identities: z.array(Identity),
});

const Entry = z
  .object({
    number: z.number().int(),
    version: Version,
    amount: Amount,
    day: Day,
    resolution: ResolutionShape.nullable(),
    specialTransfer: z.boolean(),
    explanation: z.string(),
    by: z.string().nullable(),
    recordedAt: z.string(),
    source: Source.nullable(),
  })
  .meta({ id: 'BudgetEntry' });

const DocumentIdentity = z
  .object({
    what: z.object({ zh: z.string(), en: z.string() }),
    expected: z.string(),
    found: z.string(),
    residual: z.string(),
    width: z.string(),
    outcome: z.enum(['exact', 'rounding', 'explained', 'broken']),
    year: BudgetYear,
    level: z.string(),
    source: Source,
    other: Source.nullable(),
    footnote: Source.nullable(),
  })
  .meta({ id: 'DocumentIdentity' });

const Counts = z.object({
  total: z.number().int(),
  hold: z.number().int(),
  explained: z.number().int(),
  broken: z.number().int(),
});

const BasisShape = z.enum(['execution', 'budget']);
const AnyBook = z.enum([...budgetBooks, 'debt']);
const StatementId = { year: BudgetYear, basis: BasisShape, level: z.string().max(20), book: AnyBook };

const Statement = z
  .object({
    ...StatementId,
    numbers: z.array(
      z.object({
        key: z.string(),
        name: z.object({ zh: z.string(), en: z.string() }),
        amount: Amount,
        version: Version.nullable(),
        source: Source,
      }),
    ),
    identities: Counts,
    conflicts: z.array(
      z.object({ name: z.object({ zh: z.string(), en: z.string() }), first: Amount, second: Amount }),
    ),
    needs: z.object({ approved: z.boolean(), revised: z.boolean() }),
    /** Why it cannot be taken. */
    problem: z.object({ zh: z.string(), en: z.string() }).nullable(),
    decision: z.enum(['adopt', 'reject']).nullable(),
    reason: z.string(),
    by: z.string().nullable(),
  })
  .meta({ id: 'BudgetStatement' });

const Refused = z.object({
  sheet: z.string(),
  at: z.string(),
  row: z.number().int(),
  text: z.string(),
  code: z.string(),
  message: z.object({ zh: z.string(), en: z.string() }),
});

const AsOf = z.strictObject({ asOf: Day.optional() });
const BookParams = z.strictObject({ year: YearText, book: Book, level: Level });
const DocumentParams = z.strictObject({ documentId: Id });
const Optional = z.string().max(200).optional();

export const budgetRoutes = {
  'GET /api/budgets': {
    permission: 'budget.read',
    summary: 'The four books of a year, city-wide and own level, and documents whose statements wait',
    query: AsOf.extend({ year: YearText.optional() }),
    response: z.object({
      year: BudgetYear.nullable(),
      years: z.array(BudgetYear),
      asOf: Day,
      elapsedPercent: z.string(),
      books: z.array(BookHead),
      documents: z.array(
        z.object({
          id: Id,
          title: z.string(),
          statements: z.number().int(),
          waiting: z.number().int(),
          identities: Counts,
        }),
      ),
    }),
  },
  'GET /api/budgets/:year/:book/:level': {
    permission: 'budget.read',
    summary: 'One book: lines with versions and execution, flows, bridges, identities',
    params: BookParams,
    query: AsOf,
    response: BookPage,
  },
  'GET /api/budget-lines/:lineId': {
    permission: 'budget.read',
    summary: 'One line: every version with who, when and why, its bridge, and what it pays for',
    params: z.strictObject({ lineId: Id }),
    query: AsOf,
    response: z.object({
      year: BudgetYear,
      book: Book,
      level: Level,
      asOf: Day,
      line: Line,
      parts: z.array(Line),
      after: z.number().int(),
      entries: z.array(Entry),
      bridge: z.array(Step),
      /** Execution held against the approved budget alone: what the revision changed. */
      againstApproved: z.string().nullable(),
      pays: z.array(z.object({ kind: z.string(), id: z.string(), name: z.string() })),
    }),
  },
  'POST /api/budget-lines': {
    permission: 'budget.write',
    summary: 'Add a line to a book',
    body: z.strictObject({
      year: BudgetYear,
      book: Book,
      level: Level,
      side: Side,
      name: Name,
      parentId: Id.nullable(),
      functionCode: z.string().max(9).nullable(),
      economicCode: z.string().max(5).nullable(),
      basic: z.boolean(),
    }),
    response: z.object({ lineId: Id }),
  },
  'POST /api/budget-lines/:lineId/entries': {
    permission: 'budget.write',
    summary: 'Add a version of a line: approved, revised by a resolution, executed or final',
    params: z.strictObject({ lineId: Id }),
    body: z.strictObject({
      version: Version,
      amount: Money,
      day: Day,
      resolution: ResolutionGiven.nullable(),
      specialTransfer: z.boolean(),
      explanation: Reason,
      after: z.number().int().min(0),
    }),
    response: z.object({ number: z.number().int(), findings: z.array(MoneyFinding) }),
  },
  'POST /api/budgets/table': {
    permission: 'budget.write',
    summary: 'Lines of a book from a table; every bad cell is named, what is asked about needs a reason',
    query: z.strictObject({
      name: z.string().min(1).max(200),
      year: YearText,
      book: Book,
      level: Level,
      unit: z.enum(['亿元', '万元', '元']),
      mode: z.enum(['check', 'take']),
      approvedBy: Optional,
      approvedOn: Day.optional(),
      revisedBy: Optional,
      revisedOn: Day.optional(),
      executedTo: Day.optional(),
      reason: Reason.optional(),
    }),
    body: 'bytes',
    response: z.object({
      accepted: z.number().int(),
      rejected: z.number().int(),
      total: z.number().int(),
      taken: z.array(
        z.object({
          row: z.number().int(),
          name: z.string(),
          code: z.string().nullable(),
          parent: z.string().nullable(),
        }),
      ),
      refused: z.array(Refused),
      asked: z.array(Refused),
    }),
  },
  'GET /api/budgets/template': {
    permission: 'budget.read',
    summary: 'The empty workbook of the import',
    response: 'bytes',
  },
  'GET /api/documents/:documentId/identities': {
    permission: 'budget.read',
    summary: 'Every identity of the statements of a document, with residual, rounding width and sentence',
    params: DocumentParams,
    response: z.object({ title: z.string(), counts: Counts, rows: z.array(DocumentIdentity) }),
  },
  'GET /api/documents/:documentId/statements': {
    permission: 'budget.read',
    summary:
      'Statements that were read from a document, each with its numbers, its identities and what was decided',
    params: DocumentParams,
    response: z.object({ title: z.string(), statements: z.array(Statement) }),
  },
  'POST /api/documents/:documentId/statements': {
    permission: 'budget.write',
    summary: 'Take statements into the books, or turn them down',
    params: DocumentParams,
    body: z.strictObject({
      statements: z.array(z.strictObject(StatementId)).min(1).max(60),
      decision: z.enum(['adopt', 'reject']),
      approved: z.strictObject({ number: Name, adoptedOn: Day }).nullable(),
      revised: z.strictObject({ number: Name, adoptedOn: Day }).nullable(),
      reason: Reason,
    }),
    response: z.object({ decided: z.number().int(), lines: z.number().int(), entries: z.number().int() }),
  },
} as const satisfies RouteTable;
