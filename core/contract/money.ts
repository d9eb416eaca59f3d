// Routes of debt, of money won from above, and of the money behind promises.
import { z } from 'zod';
import { debtNames } from '../budget/debt-figures.ts';
import { linkDecisions, moneyKinds, promiseKinds } from '../budget/link.ts';
import { quadrants } from '../budget/quadrant.ts';
import { wonKinds } from '../budget/won.ts';
import { BudgetYear, Level, Money, MoneyFinding, Reason } from './budgets.ts';
import type { RouteTable } from './route.ts';
import { Amount, CommitmentKind, Day, Id, Source, VerdictStatus, When } from './shapes.ts';

const DebtName = z.enum(debtNames);
const DebtKind = z.enum(['total', 'general', 'special']);
const Purpose = z.string().max(100);

const DebtFigure = z
  .object({
    name: DebtName,
    kind: DebtKind,
    purpose: z.string(),
    amount: Amount,
    explanation: z.string(),
    source: Source.nullable(),
  })
  .meta({ id: 'DebtFigure' });

const DebtYear = z
  .object({
    year: BudgetYear,
    level: Level,
    figures: z.array(DebtFigure),
    /** Balance over ceiling in percent, by kind. */
    use: z.object({
      total: z.string().nullable(),
      general: z.string().nullable(),
      special: z.string().nullable(),
    }),
    ratio: z.object({ percent: z.string(), colour: z.enum(['red', 'orange', 'yellow', 'green']) }).nullable(),
    findings: z.array(MoneyFinding),
  })
  .meta({ id: 'DebtYear' });

const WonKind = z.enum(wonKinds).meta({ id: 'WonKind' });
const Batch = z.string().min(1).max(100);
const SourceWords = z.string().min(1).max(300);

const MoneyEnd = z.object({ kind: z.enum(moneyKinds), id: z.string(), name: z.string() });
const PromiseEnd = z.object({ kind: z.enum(promiseKinds), id: z.string(), name: z.string() });
/** A piece of money behind a promise or a project, with what is there and what is spent of it. */
export const MoneyRef = z
  .object({
    kind: z.enum(moneyKinds),
    id: z.string(),
    name: z.string(),
    budget: Amount.nullable(),
    spent: Amount.nullable(),
    countedTo: Day.nullable(),
    sample: z.boolean(),
  })
  .meta({ id: 'MoneyRef' });

const WatchedPromise = z
  .object({
    id: Id,
    number: z.string(),
    title: z.string(),
    kind: CommitmentKind,
    leadUnit: z.string().nullable(),
    status: VerdictStatus,
    goalShare: Amount.nullable(),
    goalExpected: Amount.nullable(),
    spendShare: Amount.nullable(),
    spendExpected: Amount.nullable(),
    budget: Amount.nullable(),
    spent: Amount.nullable(),
    missing: z.array(z.enum(['goal', 'goalSchedule', 'money', 'moneySchedule'])),
    money: z.array(MoneyRef),
  })
  .meta({ id: 'WatchedPromise' });

const Link = z
  .object({
    source: MoneyEnd,
    target: PromiseEnd,
    number: z.number().int(),
    decision: z.enum(linkDecisions),
    reason: z.string(),
    by: z.string().nullable(),
    at: z.string(),
  })
  .meta({ id: 'MoneyLink' });

const SourceId = z.strictObject({ kind: z.enum(moneyKinds), id: z.string().min(1).max(200) });
const TargetId = z.strictObject({ kind: z.enum(promiseKinds), id: z.string().min(1).max(200) });

export const moneyRoutes = {
  'GET /api/debt': {
    permission: 'budget.read',
    summary: 'Debt by year and level: ceiling against balance, issues, uses, repayment, interest, warnings',
    response: z.object({
      years: z.array(DebtYear),
      settings: z.array(
        z.object({
          key: z.string(),
          zh: z.string(),
          en: z.string(),
          value: z.string(),
          basis: z.string(),
          source: z.string(),
        }),
      ),
    }),
  },
  'POST /api/debt': {
    permission: 'budget.write',
    summary: 'Enter numbers of the debt of a year and level; what is asked about needs a reason',
    body: z.strictObject({
      year: BudgetYear,
      level: Level,
      figures: z
        .array(z.strictObject({ name: DebtName, kind: DebtKind, purpose: Purpose, amount: Money }))
        .min(1)
        .max(60),
      explanation: Reason,
    }),
    response: z.object({ entered: z.number().int(), findings: z.array(MoneyFinding) }),
  },
  'GET /api/won': {
    permission: 'budget.read',
    summary:
      'Money won from above by kind, its share of the province, what is used, and projects that are ready',
    query: z.strictObject({
      year: z
        .string()
        .regex(/^\d{4}$/)
        .optional(),
    }),
    response: z.object({
      year: BudgetYear.nullable(),
      years: z.array(BudgetYear),
      kinds: z.array(
        z.object({
          kind: WonKind,
          amount: Amount,
          batches: z.number().int(),
          provinceShare: z.string().nullable(),
          shareFrom: z.enum(['numbers', 'printed']).nullable(),
          used: Amount.nullable(),
          usedPercent: z.string().nullable(),
          lastYear: Amount.nullable(),
          stock: z
            .object({
              projects: z.number().int().nullable(),
              wanted: Amount.nullable(),
              source: z.string(),
              number: z.number().int(),
            })
            .nullable(),
        }),
      ),
      batches: z.array(
        z.object({
          kind: WonKind,
          batch: z.string(),
          number: z.number().int(),
          day: Day,
          amount: Amount,
          province: Amount.nullable(),
          printedShare: Amount.nullable(),
          used: Amount.nullable(),
          source: z.string(),
          explanation: z.string(),
        }),
      ),
    }),
  },
  'POST /api/won': {
    permission: 'budget.write',
    summary: 'Enter a batch that was won, or a later number of it',
    body: z.strictObject({
      kind: WonKind,
      year: BudgetYear,
      batch: Batch,
      day: Day,
      amount: Money,
      province: Money.nullable(),
      printedShare: Money.nullable(),
      used: Money.nullable(),
      source: SourceWords,
      explanation: Reason,
    }),
    response: z.object({ number: z.number().int() }),
  },
  'POST /api/won/stock': {
    permission: 'budget.write',
    summary: 'Enter the projects that are ready for money to come',
    body: z.strictObject({
      kind: WonKind,
      year: BudgetYear,
      projects: z.number().int().min(0).max(1_000_000).nullable(),
      wanted: Money.nullable(),
      source: SourceWords,
    }),
    response: z.object({ number: z.number().int() }),
  },
  'GET /api/money': {
    permission: 'budget.read',
    summary: 'Goal progress beside spending progress: four quadrants with the promises behind each',
    query: When.extend({ kind: CommitmentKind.optional() }),
    response: z.object({
      plan: z.object({ id: Id, year: z.number().int() }),
      asOf: Day,
      kind: CommitmentKind,
      margin: z.string(),
      total: z.number().int(),
      groups: z.array(
        z.object({
          quadrant: z.enum(quadrants),
          count: z.number().int(),
          budget: Amount,
          spent: Amount,
          rows: z.array(WatchedPromise),
        }),
      ),
    }),
  },
  'GET /api/money/links': {
    permission: 'money.link',
    summary: 'Links of money to promises, those proposed, and what can be linked',
    query: z.strictObject({ plan: z.string().max(60).optional() }),
    response: z.object({
      links: z.array(Link),
      proposals: z.array(z.object({ source: MoneyEnd, target: PromiseEnd, score: z.number() })),
      sources: z.array(MoneyEnd),
      targets: z.array(PromiseEnd),
    }),
  },
  'POST /api/money/links': {
    permission: 'money.link',
    summary: 'Decide on a link: accept it, turn it down, take it back',
    body: z.strictObject({
      source: SourceId,
      target: TargetId,
      decision: z.enum(linkDecisions),
      reason: Reason,
      after: z.number().int().min(0),
    }),
    response: z.object({ number: z.number().int() }),
  },
  'GET /api/money/announced': {
    permission: 'budget.read',
    summary: 'Money announced by policy area beside the lines behind it, gross and net, and cuts of expenses',
    query: z.strictObject({
      year: z
        .string()
        .regex(/^\d{4}$/)
        .optional(),
    }),
    response: z.object({
      year: BudgetYear.nullable(),
      years: z.array(BudgetYear),
      documents: z.array(
        z.object({
          document: z.string(),
          areas: z.array(
            z.object({
              id: Id,
              area: z.string(),
              ref: z.string(),
              amount: Amount.nullable(),
              /** 1 as first entered, more where it was corrected. */
              number: z.number().int(),
              source: z.string(),
              explanation: z.string(),
              lines: z.array(z.object({ id: z.string(), name: z.string(), budget: Amount.nullable() })),
            }),
          ),
          /** Of the newest number of the net total; 0 where there is none. */
          netNumber: z.number().int(),
          gross: Amount,
          net: Amount.nullable(),
          /** Counted in more than one area: gross less net. */
          overlap: Amount.nullable(),
          behind: Amount,
          overlaps: z.array(
            z.object({
              lineId: z.string(),
              name: z.string(),
              areas: z.array(z.string()),
              announced: Amount,
              budget: Amount.nullable(),
            }),
          ),
          findings: z.array(MoneyFinding),
        }),
      ),
      cuts: z.array(
        z.object({
          id: Id,
          metric: z.string(),
          percent: Amount,
          base: Amount.nullable(),
          /** Entered by a person with a source, or the same line's figure of the year before. */
          baseFrom: z.enum(['entered', 'lastYear']).nullable(),
          most: Amount.nullable(),
          spent: Amount.nullable(),
          lineId: Id.nullable(),
          /** How much was cut in fact, in percent of the base. */
          reached: z.string().nullable(),
          kept: z.boolean().nullable(),
          source: z.string(),
          sample: z.boolean(),
          number: z.number().int(),
          explanation: z.string(),
          commitmentId: Id.nullable(),
        }),
      ),
    }),
  },
  'POST /api/money/announced': {
    permission: 'budget.write',
    summary:
      'Enter what a document announces for a policy area, or its net total, or correct it with a source',
    body: z.strictObject({
      document: z.string().min(1).max(200),
      year: BudgetYear,
      /** The net total of the document, which has no area. */
      isNet: z.boolean(),
      area: z.string().max(200),
      ref: z.string().max(100),
      amount: Money.nullable(),
      source: z.string().max(300),
      explanation: Reason,
      /** Number that the person saw; 0 where it is new. */
      after: z.number().int().min(0),
    }),
    response: z.object({ number: z.number().int(), findings: z.array(MoneyFinding) }),
  },
  'POST /api/money/cuts': {
    permission: 'budget.write',
    summary: 'Enter a cut of an expense with its base and the line it is held against, or correct it',
    body: z.strictObject({
      year: BudgetYear,
      metric: z.string().min(1).max(200),
      /** 0 for no increase. */
      percent: z.string().regex(/^\d{1,3}(\.\d{1,4})?$/),
      base: Money.nullable(),
      lineId: Id.nullable(),
      /** The promise that the cut belongs to; said once, when it is entered. */
      commitmentId: Id.nullable(),
      source: SourceWords,
      explanation: Reason,
      after: z.number().int().min(0),
    }),
    response: z.object({ number: z.number().int(), findings: z.array(MoneyFinding) }),
  },
} as const satisfies RouteTable;
