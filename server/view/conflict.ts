// Two printed numbers for one promise: both places, side by side.
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import { targetConflicts } from '../../core/plan/merge-targets.ts';
import type { CommitmentFact, PlanFacts, SourceFact } from './plan-facts.ts';
import { sourceView } from './row.ts';

export type Conflict = OutputOf<Routes['GET /api/overview']['response']>['conflicts'][number];

/** Conflicts of a commitment's own targets with those of its other printings. */
export function conflictsOf(facts: PlanFacts, commitment: CommitmentFact): Conflict[] {
  const rows = facts.sources.get(commitment.id) ?? [];
  const view = (row: SourceFact, printed: string): Conflict['sources'] => {
    const source = sourceView(facts.documents, row);
    return source ? [{ ...source, printed }] : [];
  };
  const found = new Map<string, Conflict>();
  for (const row of rows)
    for (const { metric, ours, theirs } of targetConflicts(commitment.targets, row.targets)) {
      const first = rows.find((own) => own.metric === ours.metric) ?? rows[0];
      const before = found.get(metric)?.sources ?? (first ? view(first, ours.printed) : []);
      const sources = [...before, ...view(row, theirs.printed)];
      found.set(metric, { commitmentId: commitment.id, title: commitment.title, metric, sources });
    }
  return [...found.values()];
}
