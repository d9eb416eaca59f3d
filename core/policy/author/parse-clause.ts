// Text or data → clause, or every problem with its place; and back again, so that what is stored is what was written.
import type { z } from 'zod';
import { type Clause, clauseSchema } from '../clause.ts';
import { type ClauseProblem, pathText } from '../clause-problem.ts';

export type ParsedClause =
  | { readonly ok: true; readonly clause: Clause }
  | { readonly ok: false; readonly problems: readonly ClauseProblem[] };

/** Deeper than any clause a person can read; also keeps a hostile file from using up the stack. */
const DEPTH_LIMIT = 40;

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEPTH_LIMIT) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? value.id
    : '';

function problemsOf(issue: z.core.$ZodIssue, clause: string): readonly ClauseProblem[] {
  const path = pathText(issue.path);
  const problem = (
    code: ClauseProblem['code'],
    params: Readonly<Record<string, string>> = {},
    at = path,
  ) => ({
    code,
    clause,
    path: at,
    params,
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        problem('clause.unknownField', { field: key }, pathText([...issue.path, key])),
      );
    case 'invalid_type':
      return [
        issue.message.includes('undefined')
          ? problem('clause.missingField', { field: String(issue.path.at(-1) ?? '') })
          : problem('clause.wrongShape', { expected: issue.expected }),
      ];
    case 'invalid_value':
      return [problem('clause.wrongWord', { known: issue.values.map(String).join(', ') })];
    case 'custom':
      return [
        problem('clause.unknownOperator', {
          found: String(issue.params?.found ?? ''),
          known: String(issue.params?.known ?? ''),
        }),
      ];
    default:
      return [problem('clause.wrongShape', { expected: issue.message })];
  }
}

/** Every problem of shape; whether the numbers fit together is asked by checkClause. */
export function parseClause(value: unknown): ParsedClause {
  const clause = idOf(value);
  if (isTooDeep(value))
    return {
      ok: false,
      problems: [{ code: 'clause.tooDeep', clause, path: '', params: { limit: String(DEPTH_LIMIT) } }],
    };
  const read = clauseSchema.safeParse(value);
  if (read.success) return { ok: true, clause: read.data };
  return { ok: false, problems: read.error.issues.flatMap((issue) => problemsOf(issue, clause)) };
}

/** The order in which a person reads a clause, which is the order it is stored in. */
export const printClause = (clause: Clause): string => `${JSON.stringify(clause, null, 2)}\n`;
