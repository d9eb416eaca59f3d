// Commitments of a plan, judged, filtered, sorted and paged, with what can be filtered by and how many each has.
import { compareStatus } from '../../core/assess/roll-up.ts';
import type { VerdictStatus } from '../../core/assess/verdict.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import { succeed } from '../../core/result.ts';
import type { Context } from '../act/context.ts';
import { leadUnitKey } from './count.ts';
import { type JudgedCommitment, judgePlan } from './judge.ts';
import { loadPlan, type PlanFacts } from './plan-facts.ts';
import { planSummary, rowView } from './row.ts';

type ListRoute = Routes['GET /api/commitments'];
export type CommitmentList = OutputOf<ListRoute['response']>;
export type ListQuery = OutputOf<ListRoute['query']>;
type Facet = CommitmentList['facets']['unit'][number];

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

type Test = (row: JudgedCommitment) => boolean;
const always: Test = () => true;

interface Filters {
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

const filtersOf = (facts: PlanFacts, query: ListQuery): Filters => ({
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

const orders: Readonly<
  Record<NonNullable<ListQuery['sort']>, (a: JudgedCommitment, b: JudgedCommitment) => number>
> = {
  number: (a, b) => a.commitment.position - b.commitment.position,
  due: (a, b) => collator.compare(a.commitment.due_on, b.commitment.due_on),
  status: (a, b) => compareStatus(a.verdict.status, b.verdict.status),
  unit: (a, b) => collator.compare(a.commitment.lead_unit ?? '\uffff', b.commitment.lead_unit ?? '\uffff'),
};

/** How many rows each choice would show, all other filters kept. */
function facet(
  rows: readonly JudgedCommitment[],
  filters: Filters,
  own: keyof Filters,
  keyOf: (row: JudgedCommitment) => string | null,
  labelOf: (row: JudgedCommitment, key: string) => string = (_row, key) => key,
): Facet[] {
  const others = Object.entries(filters).filter(([name]) => name !== own);
  const found = new Map<string, Facet>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null || key === '' || !others.every(([, test]) => test(row))) continue;
    const facet = found.get(key) ?? { value: key, label: labelOf(row, key), count: 0 };
    found.set(key, { ...facet, count: facet.count + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || collator.compare(a.label, b.label));
}

/** Every commitment that the filters leave, in the order of the plan: what a change of a whole list is made on. */
export function chooseCommitments(facts: PlanFacts, query: ListQuery): readonly JudgedCommitment[] {
  const filters = Object.values(filtersOf(facts, query));
  return judgePlan(facts).filter((row) => filters.every((test) => test(row)));
}

export async function listCommitments(context: Context, query: ListQuery) {
  const loaded = await loadPlan(context, query);
  if (!loaded.ok) return loaded;
  const facts = loaded.value;
  const rows = judgePlan(facts);
  const filters = filtersOf(facts, query);
  const chosen = rows
    .filter((row) => Object.values(filters).every((test) => test(row)))
    .sort(orders[query.sort ?? 'number']);
  const offset = query.offset ?? 0;
  const page = chosen.slice(offset, offset + (query.limit ?? 1000));
  const statusLabel = (row: JudgedCommitment): VerdictStatus => row.verdict.status;
  return succeed<CommitmentList>({
    plan: planSummary(facts.plan),
    asOf: facts.asOf,
    knownOn: facts.knownOn,
    elapsedShare: facts.elapsedShare,
    total: chosen.length,
    rows: page.map((row) => rowView(facts, row)),
    facets: {
      status: facet(rows, filters, 'status', statusLabel),
      unit: facet(
        rows,
        filters,
        'unit',
        (row) => leadUnitKey(facts, row),
        (row, key) => row.commitment.lead_unit ?? key,
      ),
      official: facet(rows, filters, 'official', ({ commitment }) => commitment.official),
      field: facet(rows, filters, 'field', ({ commitment }) => commitment.field),
      taskForce: facet(rows, filters, 'taskForce', ({ commitment }) => commitment.task_force),
    },
  });
}
