// Whether the overlap of a set of clauses makes sense: one rule a group, no clause on top of itself, and an additive clause
// stands on top of every member of its group that is not additive itself, so that a group is a plain "highest of".
import type { Clause } from '../clause.ts';
import type { ClauseProblem } from '../clause-problem.ts';

const baseOf = (clause: Clause): readonly string[] => clause.overlap?.additiveWith ?? [];

/** The way round from a clause back to itself over additiveWith; empty where there is none. */
function cycleFrom(start: Clause, byId: ReadonlyMap<string, Clause>): readonly string[] {
  const seen = new Set<string>();
  const walk = (id: string, path: readonly string[]): readonly string[] => {
    if (id === start.id && path.length > 0) return [...path, id];
    if (seen.has(id)) return [];
    seen.add(id);
    for (const base of baseOf(byId.get(id) ?? start)) {
      const found = walk(base, [...path, id]);
      if (found.length > 0) return found;
    }
    return [];
  };
  return walk(start.id, []);
}

function groupProblems(group: string, members: readonly Clause[]): readonly ClauseProblem[] {
  const [first] = members;
  const otherRule = members.find((each) => each.overlap?.rule !== first?.overlap?.rule);
  const rules: ClauseProblem[] =
    first && otherRule
      ? [
          {
            code: 'overlap.twoRules',
            clause: otherRule.id,
            path: 'overlap.rule',
            params: { name: group },
            also: { clause: first.id, path: 'overlap.rule' },
          },
        ]
      : [];
  const ids = new Set(members.map((each) => each.id));
  const plain = members.filter((each) => baseOf(each).length === 0);
  const additive = members
    .filter((each) => baseOf(each).length > 0)
    .flatMap((each): readonly ClauseProblem[] => {
      const say = (code: 'overlap.unknown' | 'overlap.partial', name: string): ClauseProblem => ({
        code,
        clause: each.id,
        path: 'overlap.additiveWith',
        params: { name },
      });
      return [
        ...baseOf(each)
          .filter((id) => !ids.has(id))
          .map((id) => say('overlap.unknown', id)),
        ...plain.filter(({ id }) => !baseOf(each).includes(id)).map(({ id }) => say('overlap.partial', id)),
      ];
    });
  return [...rules, ...additive];
}

/** Problems of groups and of clauses that stand on top of each other. */
export function overlapProblems(clauses: readonly Clause[]): readonly ClauseProblem[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const groups = new Map<string, Clause[]>();
  for (const clause of byId.values()) {
    const key = clause.overlap?.group;
    if (key === undefined) continue;
    groups.set(key, [...(groups.get(key) ?? []), clause]);
  }
  const cycles = [...byId.values()].flatMap((clause): readonly ClauseProblem[] => {
    const cycle = cycleFrom(clause, byId);
    return cycle.length === 0
      ? []
      : [
          {
            code: 'overlap.cycle',
            clause: clause.id,
            path: 'overlap.additiveWith',
            params: { cycle: cycle.join(' → ') },
          },
        ];
  });
  return [...cycles, ...[...groups].flatMap(([group, members]) => groupProblems(group, members))];
}
