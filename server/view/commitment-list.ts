// Commitments of a plan, judged, filtered, sorted and paged, with what can be filtered by and how many each has.
import { compareStatus } from '../../core/assess/roll-up.ts';
import type { VerdictStatus } from '../../core/assess/verdict.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import { succeed } from '../../core/result.ts';
import type { Context } from '../context.ts';
import { type Filters, filtersOf, type ListQuery } from '../judge/choose.ts';
import { leadUnitKey } from '../judge/count.ts';
import { type JudgedCommitment, judgePlan } from '../judge/judge.ts';
import { loadPlan } from '../judge/plan-facts.ts';
import { planSummary, rowView } from './row.ts';

type ListRoute = Routes['GET /api/commitments'];
export type CommitmentList = OutputOf<ListRoute['response']>;
type Facet = CommitmentList['facets']['unit'][number];

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

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
