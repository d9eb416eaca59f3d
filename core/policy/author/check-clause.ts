// What is asked of a clause at authoring beyond its shape: days that exist and follow each other, names and units that fit,
// numbers that stay exact on every day a parameter changes, tests that hold, and no two clauses that contradict each other.
import { type IsoDate, isIsoDate } from '../../quantity/date.ts';
import type { Clause } from '../clause.ts';
import type { ClauseProblem, ClauseProblemCode } from '../clause-problem.ts';
import { bindClause, canonicalText, schemaOf } from '../engine/compile.ts';
import { namesOf } from '../engine/compile-scope.ts';
import { registerFor } from '../register.ts';
import { testProblems } from './clause-test.ts';
import { overlapProblems } from './overlap.ts';

const problem = (
  clause: Clause,
  code: ClauseProblemCode,
  path: string,
  params: Readonly<Record<string, string>>,
): ClauseProblem => ({ code, clause: clause.id, path, params });

function writtenDays(clause: Clause): readonly (readonly [path: string, day: string])[] {
  return [
    ...Object.entries(clause.valid).map(([end, day]) => [`valid.${end}`, day] as const),
    ['review', clause.review],
    ...Object.entries(clause.params).flatMap(([name, dated]) =>
      dated.map((entry, at) => [`params.${name}[${at}].from`, entry.from] as const),
    ),
    ...clause.tests.flatMap((test, at) =>
      test.on === undefined ? [] : [[`tests[${at}].on`, test.on] as const],
    ),
  ];
}

function dayProblems(clause: Clause): readonly ClauseProblem[] {
  const found = writtenDays(clause)
    .filter(([, day]) => !isIsoDate(day))
    .map(([path, value]) => problem(clause, 'value.noSuchDay', path, { value }));
  const { from, to } = clause.valid;
  if (from > to) found.push(problem(clause, 'clause.datesReversed', 'valid', { from, to }));
  for (const [name, dated] of Object.entries(clause.params))
    if (dated.some((entry, at) => at > 0 && entry.from <= (dated[at - 1]?.from ?? '')))
      found.push(problem(clause, 'parameter.order', `params.${name}`, { name }));
  return found;
}

/** The first day and every day on which a parameter changes while the clause holds. */
function daysToBind(clause: Clause): readonly IsoDate[] {
  const { from, to } = clause.valid;
  const changes = Object.values(clause.params).flatMap((dated) => dated.map((entry) => entry.from));
  return [...new Set([from, ...changes.filter((day) => day > from && day <= to), to])].filter(isIsoDate);
}

const sameProblem = (each: ClauseProblem): string =>
  JSON.stringify([each.code, each.clause, each.path, each.params]);

const distinct = (problems: readonly ClauseProblem[]): readonly ClauseProblem[] => [
  ...new Map(problems.map((each) => [sameProblem(each), each])).values(),
];

function bindingProblems(clause: Clause): readonly ClauseProblem[] {
  const facts = registerFor(clause.subject, [clause]);
  const [names, schema] = [namesOf(facts), schemaOf(facts)];
  return distinct(daysToBind(clause).flatMap((day) => bindClause(clause, names, schema, day).problems));
}

/** All problems of one clause by itself; tests are run only where everything before them is in order. */
export function checkClause(clause: Clause): readonly ClauseProblem[] {
  const days = dayProblems(clause);
  const readable = days.every(
    (each) => each.code !== 'value.noSuchDay' && each.code !== 'clause.datesReversed',
  );
  const found = readable ? [...days, ...bindingProblems(clause)] : days;
  return found.length > 0 ? found : testProblems(clause);
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** Two versions of one clause that hold on one day: both places are named. */
function conflicts(clauses: readonly Clause[]): readonly ClauseProblem[] {
  const byId = new Map<string, { readonly clause: Clause; readonly at: number }[]>();
  clauses.forEach((clause, at) => {
    byId.set(clause.id, [...(byId.get(clause.id) ?? []), { clause, at }]);
  });
  return [...byId.values()].flatMap((versions) =>
    versions.flatMap((second, index) =>
      versions.slice(0, index).flatMap((first) => {
        const from = later(first.clause.valid.from, second.clause.valid.from);
        const to = earlier(first.clause.valid.to, second.clause.valid.to);
        if (from > to) return [];
        const isSame = canonicalText(first.clause) === canonicalText(second.clause);
        const name = first.clause.id;
        return [
          {
            ...problem(
              second.clause,
              isSame ? 'clause.duplicate' : 'clause.conflict',
              `[${second.at}].valid`,
              { name, from, to },
            ),
            also: { clause: name, path: `[${first.at}].valid` },
          },
        ];
      }),
    ),
  );
}

/** All problems of a set of clauses: each by itself, then against each other. */
export const checkClauses = (clauses: readonly Clause[]): readonly ClauseProblem[] => [
  ...clauses.flatMap(checkClause),
  ...conflicts(clauses),
  ...overlapProblems(clauses),
];
