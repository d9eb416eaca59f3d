// Which promises of a judged plan the filters of a list leave; a list is shown, and changed as a whole, by the same ones.
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import { leadUnitKey } from './count.ts';
import { type JudgedCommitment, judgePlan } from './judge.ts';
import type { PlanFacts } from './plan-facts.ts';

export type ListQuery = OutputOf<Routes['GET /api/commitments']['query']>;

type Test = (row: JudgedCommitment) => boolean;
const always: Test = () => true;

export interface Filters {
  readonly kind: Test;
  readonly status: Test;
  readonly unit: Test;
  readonly official: Test;
  readonly field: Test;
  readonly taskForce: Test;
  readonly search: Test;
}

/** Every word must stand somewhere in the row: title, number, units, official, field, metrics, printed target. */
function searching(words: string): Test {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ commitment, targets }) => {
    const text = [
      commitment.title,
      commitment.number,
      commitment.field,
      commitment.lead_unit ?? '',
      ...commitment.support_units,
      commitment.official ?? '',
      commitment.task_force,
      ...targets.flatMap(({ metric, printed }) => [metric, printed]),
    ]
      .join('\n')
      .toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
}

export const filtersOf = (facts: PlanFacts, query: ListQuery): Filters => ({
  kind: query.kind ? ({ commitment }) => commitment.kind === query.kind : always,
  status: query.status ? ({ verdict }) => verdict.status === query.status : always,
  unit: query.unit
    ? (row) => leadUnitKey(facts, row) === query.unit || row.commitment.lead_unit === query.unit
    : always,
  official: query.official ? ({ commitment }) => commitment.official === query.official : always,
  field: query.field ? ({ commitment }) => commitment.field === query.field : always,
  taskForce: query.taskForce ? ({ commitment }) => commitment.task_force === query.taskForce : always,
  search: query.search?.trim() ? searching(query.search) : always,
});

/** Every commitment that the filters leave, in the order of the plan: what a change of a whole list is made on. */
export function chooseCommitments(facts: PlanFacts, query: ListQuery): readonly JudgedCommitment[] {
  const filters = Object.values(filtersOf(facts, query));
  return judgePlan(facts).filter((row) => filters.every((test) => test(row)));
}
