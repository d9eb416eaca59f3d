// Holds a request against the shapes of its route; every wrong place is named, nothing is repaired in silence.
import { z } from 'zod';
import type { Shape } from '../../core/contract/route.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type ProblemCode, problemText } from '../../core/vocabulary/problem.ts';
import type { Words } from '../../core/vocabulary/words.ts';
import { type FieldProblem, fill } from './problem.ts';

const pathOf = (part: string, path: readonly PropertyKey[]): string => [part, ...path.map(String)].join('.');

/** Words for what zod found; its own sentences read like a machine's. */
const issueWords: Readonly<Record<string, Words>> = {
  invalid_type: { zh: '类型不对，应为 {expected}', en: 'wrong type, {expected} expected' },
  too_small: { zh: '太短或太小，至少 {minimum}', en: 'too short or too small, at least {minimum}' },
  too_big: { zh: '太长或太大，至多 {maximum}', en: 'too long or too large, at most {maximum}' },
  invalid_format: { zh: '格式不对（{format}）', en: 'wrong format ({format})' },
  invalid_value: { zh: '只能是 {values} 之一', en: 'must be one of {values}' },
  unrecognized_keys: { zh: '没有这一项：{keys}', en: 'no such field: {keys}' },
  missing: { zh: '必填', en: 'required' },
  other: { zh: '内容不合要求', en: 'not acceptable' },
};

/** Only words and numbers go into a message; the input itself may be anything. */
const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(textOf).join('、') : typeof value === 'object' ? '' : String(value);

function fieldOf(part: string, issue: z.core.$ZodIssue): FieldProblem {
  const path = pathOf(part, issue.path);
  const input = issue.input;
  if (issue.code === 'custom' && typeof input === 'string')
    return {
      path,
      code: 'date.invalid',
      message: fill(problemText['date.invalid'], { text: input.slice(0, 40) }),
    };
  if (typeof input === 'number' && !Number.isFinite(input))
    return {
      path,
      code: 'number.invalid',
      message: fill(problemText['number.invalid'], { text: String(input) }),
    };
  const code = issue.code === 'invalid_type' && input === undefined ? 'missing' : issue.code;
  const params = Object.fromEntries(
    Object.entries(issue).map(([key, value]) => [key, textOf(value).slice(0, 200)]),
  );
  return { path, code, message: fill(issueWords[code] ?? issueWords.other ?? { zh: '', en: '' }, params) };
}

/** First character that is not text: half of a surrogate pair (a store would turn it into U+FFFD), or NUL. */
const notText = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\0/;

/** Quick for what nearly all text is. */
const isText = (text: string): boolean => !/[\uD800-\uDFFF\0]/.test(text);

function textProblems(path: string, value: unknown): FieldProblem[] {
  if (typeof value === 'string') {
    if (isText(value)) return [];
    const at = value.search(notText);
    if (at < 0) return [];
    const message = fill(problemText['text.invalid'], { position: String(at + 1) });
    return [{ path, code: 'text.invalid', message }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const found: FieldProblem[] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (!isText(key)) found.push(...textProblems(`${path}.?`, key));
    if (typeof inner !== 'string' || !isText(inner)) found.push(...textProblems(`${path}.${key}`, inner));
  }
  return found;
}

export type Checked = Result<unknown, ProblemCode> & { readonly fields?: readonly FieldProblem[] };

const own: ReadonlySet<string> = new Set(['text.invalid', 'date.invalid', 'number.invalid']);
const isOwn = (code: string): code is 'text.invalid' | 'date.invalid' | 'number.invalid' => own.has(code);

const refuse = (fields: readonly FieldProblem[]): Checked => {
  const [first] = fields;
  const code = first && fields.length === 1 && isOwn(first.code) ? first.code : 'request.invalid';
  return { ...fail(code, { count: String(fields.length), field: first?.path ?? '' }), fields };
};

const nothing = z.strictObject({});

/** One part of a request (params, query, body) against its shape; a part without a shape must be empty. */
export function checkPart(part: string, shape: Shape | undefined, value: unknown): Checked {
  const broken = textProblems(part, value);
  if (broken.length > 0) return refuse(broken);
  const expected = shape ?? nothing;
  if (!(expected instanceof z.ZodType)) throw new TypeError('a route shape is a zod schema');
  const given = shape ? value : (value ?? {});
  const parsed = expected.safeParse(given, { reportInput: true });
  return parsed.success
    ? succeed(shape ? parsed.data : undefined)
    : refuse(parsed.error.issues.map((issue) => fieldOf(part, issue)));
}
