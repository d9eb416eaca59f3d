// The clause format: one promise of money as data. Strict: a key that is not known here is an error, never ignored,
// and every number stands in `params` with its day and the item of the document that prints it.
import { z } from 'zod';
import type { Subject } from './register/fact.ts';
import type { Words } from './words/words.ts';

export type { Subject };

/** 免申即享 pays without being asked; 即申即享 on a short request; 评审 after people have judged. */
export type Automation = 'automatic' | 'onRequest' | 'reviewed';

/** What is given: money, a fee not taken, or a guarantee that costs nothing until it is called. */
export type Benefit = 'grant' | 'relief' | 'guarantee';

/** The eight policy areas that 杭政函〔2024〕16号 gives budgets to. */
export type PolicyArea =
  | 'investment'
  | 'innovation'
  | 'industry'
  | 'services'
  | 'transport'
  | 'openness'
  | 'countryside'
  | 'livelihood';

export type Comparison = 'atLeast' | 'above' | 'atMost' | 'below' | 'equal' | 'unequal';

/** `$name` is a parameter, a bare name a column of the register, 0 the only number that needs no source. */
export type Expression =
  | 0
  | string
  | { readonly fixed: string }
  | { readonly rate: { readonly of: Expression; readonly by: string } }
  | {
      readonly cases: readonly { readonly when: Condition; readonly pays: Expression }[];
      readonly otherwise: Expression;
    }
  | { readonly brackets: { readonly of: Expression; readonly steps: readonly BracketStep[] } }
  | { readonly least: readonly Expression[] }
  | { readonly greatest: readonly Expression[] }
  | { readonly cap: { readonly of: Expression; readonly at: Expression } }
  | { readonly floor: { readonly of: Expression; readonly at: Expression } }
  | { readonly sum: readonly Expression[] }
  | { readonly minus: readonly [Expression, Expression] }
  | { readonly times: readonly [Expression, Expression] }
  /** The year of the day, plus so many: -1 is last year. */
  | { readonly year: number }
  /** The day so many years before, by the calendar: 5 years before 29 February is 28 February. */
  | { readonly yearsBefore: string };

/** Progressive: the part of the amount up to `upTo` at its own rate; the last step has no `upTo`. */
export interface BracketStep {
  readonly upTo?: string;
  readonly by: string;
}

export type Condition = { readonly label?: Words } & (
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly compare: Expression; readonly is: Comparison; readonly to: Expression }
  /** Codes as the standard writes them: '0600' to '4699'; both ends belong. */
  | { readonly between: string; readonly from: string; readonly to: string }
  | { readonly in: string; readonly values: readonly string[] }
  | { readonly has: string }
  | { readonly lacks: string }
);

export interface DatedValue {
  readonly from: string;
  readonly value: string;
  /** The item of the clause's document, or of the one named. */
  readonly ref: string;
  readonly document?: string;
}

export type Given = Readonly<Record<string, string | number | boolean | null>>;

export type Expected =
  | { readonly answer: 'yes'; readonly amount: string }
  | { readonly answer: 'no'; readonly because: readonly string[] }
  | { readonly answer: 'unknown'; readonly missing: readonly string[] };

export interface ClauseTest {
  readonly given: Given;
  /** Keys of one-time awards already received. */
  readonly paid?: readonly string[];
  /** Already paid this year under a yearly limit, or so far in the group: key → money. */
  readonly paidSoFar?: Readonly<Record<string, string>>;
  readonly on?: string;
  readonly expect: Expected;
}

export interface Overlap {
  readonly group: string;
  readonly rule: 'highest' | 'topUp';
  /** Paid on top of these clauses of the group (再额外), not instead of them. */
  readonly additiveWith?: readonly string[];
}

export interface Clause {
  readonly id: string;
  readonly title: Words;
  readonly level: 'state' | 'province' | 'city' | 'district';
  readonly area: PolicyArea;
  readonly lead: string;
  readonly automation: Automation;
  readonly benefit: Benefit;
  readonly source: { readonly document: string; readonly clause: string };
  readonly valid: { readonly from: string; readonly to: string };
  /** The day by which somebody must decide whether the clause goes on. */
  readonly review: string;
  readonly subject: Subject;
  readonly params: Readonly<Record<string, readonly DatedValue[]>>;
  readonly when: Condition;
  readonly amount: Expression;
  /** 不超过, 最高: the document promises no more than this; the paying office may decide on less. */
  readonly ceiling?: true;
  readonly once?: { readonly per: Subject; readonly key: string };
  readonly yearlyCap?: { readonly key: string; readonly limit: string };
  readonly overlap?: Overlap;
  readonly tests: readonly ClauseTest[];
}

const name = z.string().regex(/^[a-z][A-Za-z0-9]{0,40}$/);
const parameterName = z.string().regex(/^\$[a-z][A-Za-z0-9]{0,40}$/);
const clauseId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+){0,8}$/);
const text = z.string().min(1).max(200);
const both = z.strictObject({ zh: text, en: text });
/** Whether the day exists is told apart from its shape, so that 2024-02-30 gets its own answer. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const label = { label: both.exactOptional() };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One shape for each operator key, so that a wrong field is reported where it stands and not as "no union member fits". */
function byOperator<T>(kinds: () => Readonly<Record<string, z.ZodType<T>>>): z.ZodType<T> {
  let made: Readonly<Record<string, z.ZodType<T>>> | null = null;
  return z.unknown().transform((value, context): T => {
    made ??= kinds();
    const shapes = made;
    const operators = isObject(value) ? Object.keys(shapes).filter((key) => key in value) : [];
    const shape = operators.length === 1 ? shapes[operators[0] ?? ''] : undefined;
    if (!shape) {
      context.addIssue({
        code: 'custom',
        message: 'operator',
        params: {
          found: isObject(value) ? Object.keys(value).join(', ') : String(value),
          known: Object.keys(shapes).join(', '),
        },
      });
      return z.NEVER;
    }
    const read = shape.safeParse(value);
    if (read.success) return read.data;
    for (const issue of read.error.issues)
      context.issues.push({ ...issue, input: undefined, path: [...issue.path] });
    return z.NEVER;
  });
}

const expressions = z.lazy(() => z.array(expression).min(1).max(20));
const expression: z.ZodType<Expression> = z.lazy(() =>
  z.unknown().transform((value, context): Expression => {
    const shape = isObject(value) ? expressionObject : expressionName;
    const read = shape.safeParse(value);
    if (read.success) return read.data;
    for (const issue of read.error.issues)
      context.issues.push({ ...issue, input: undefined, path: [...issue.path] });
    return z.NEVER;
  }),
);
const expressionName: z.ZodType<Expression> = z.union([z.literal(0), parameterName, name]);
const expressionObject: z.ZodType<Expression> = byOperator<Expression>(() => ({
  fixed: z.strictObject({ fixed: parameterName }),
  rate: z.strictObject({ rate: z.strictObject({ of: expression, by: parameterName }) }),
  cases: z.strictObject({
    cases: z
      .array(z.strictObject({ when: condition, pays: expression }))
      .min(1)
      .max(20),
    otherwise: expression,
  }),
  brackets: z.strictObject({
    brackets: z.strictObject({
      of: expression,
      steps: z
        .array(z.strictObject({ upTo: parameterName.exactOptional(), by: parameterName }))
        .min(1)
        .max(20),
    }),
  }),
  least: z.strictObject({ least: expressions }),
  greatest: z.strictObject({ greatest: expressions }),
  cap: z.strictObject({ cap: z.strictObject({ of: expression, at: expression }) }),
  floor: z.strictObject({ floor: z.strictObject({ of: expression, at: expression }) }),
  sum: z.strictObject({ sum: expressions }),
  minus: z.strictObject({ minus: z.tuple([expression, expression]) }),
  times: z.strictObject({ times: z.tuple([expression, expression]) }),
  year: z.strictObject({ year: z.int().min(-100).max(0) }),
  yearsBefore: z.strictObject({ yearsBefore: parameterName }),
}));

const comparison = z.enum(['atLeast', 'above', 'atMost', 'below', 'equal', 'unequal']);
const code = z.string().regex(/^\d{1,6}$/);
const condition: z.ZodType<Condition> = byOperator<Condition>(() => ({
  all: z.strictObject({ all: z.array(condition).min(1).max(50), ...label }),
  any: z.strictObject({ any: z.array(condition).min(1).max(50), ...label }),
  not: z.strictObject({ not: condition, ...label }),
  compare: z.strictObject({ compare: expression, is: comparison, to: expression, ...label }),
  between: z.strictObject({ between: name, from: code, to: code, ...label }),
  in: z.strictObject({ in: name, values: z.array(code).min(1).max(500), ...label }),
  has: z.strictObject({ has: name, ...label }),
  lacks: z.strictObject({ lacks: name, ...label }),
}));

const subject = z.enum(['enterprise', 'project', 'park', 'person']);
const expected = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('yes'), amount: text }),
  z.strictObject({ answer: z.literal('no'), because: z.array(name).min(1) }),
  z.strictObject({ answer: z.literal('unknown'), missing: z.array(name).min(1) }),
]);

export const clauseSchema: z.ZodType<Clause> = z.strictObject({
  id: clauseId,
  title: both,
  level: z.enum(['state', 'province', 'city', 'district']),
  area: z.enum([
    'investment',
    'innovation',
    'industry',
    'services',
    'transport',
    'openness',
    'countryside',
    'livelihood',
  ]),
  lead: text,
  automation: z.enum(['automatic', 'onRequest', 'reviewed']),
  benefit: z.enum(['grant', 'relief', 'guarantee']),
  source: z.strictObject({ document: text, clause: text }),
  valid: z.strictObject({ from: day, to: day }),
  review: day,
  subject,
  params: z.record(
    name,
    z
      .array(z.strictObject({ from: day, value: text, ref: text, document: text.exactOptional() }))
      .min(1)
      .max(50),
  ),
  when: condition,
  amount: expression,
  ceiling: z.literal(true).exactOptional(),
  once: z.strictObject({ per: subject, key: name }).exactOptional(),
  yearlyCap: z.strictObject({ key: name, limit: parameterName }).exactOptional(),
  overlap: z
    .strictObject({
      group: name,
      rule: z.enum(['highest', 'topUp']),
      additiveWith: z.array(clauseId).min(1).max(50).exactOptional(),
    })
    .exactOptional(),
  tests: z
    .array(
      z.strictObject({
        given: z.record(name, z.union([text, z.number(), z.boolean(), z.null()])),
        paid: z.array(name).exactOptional(),
        paidSoFar: z.record(name, text).exactOptional(),
        on: day.exactOptional(),
        expect: expected,
      }),
    )
    .max(200),
});
