// Two printed numbers for one promise: both places, side by side.
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import { type TargetConflict, targetConflicts } from '../../core/plan/merge-targets.ts';
import { isSumOf } from '../../core/plan/same-values.ts';
import type { CommitmentFact, PlanFacts, SourceFact } from '../judge/plan-facts.ts';
import { sourceView } from './row.ts';

export type Conflict = OutputOf<Routes['GET /api/overview']['response']>['conflicts'][number];

interface Printing extends TargetConflict {
  readonly row: SourceFact;
}

/** Rows of one table under one promise (20条城乡公交, 30条接驳线 …) that add up to its number are its parts. */
function withoutParts(printings: readonly Printing[]): readonly Printing[] {
  const alike = (a: Printing, b: Printing) =>
    a.row.document_id === b.row.document_id && a.metric === b.metric;
  return printings.filter((own) => {
    const group = printings.filter((other) => alike(own, other));
    return (
      group.length < 2 ||
      !isSumOf(
        own.ours,
        group.map(({ theirs }) => theirs),
      )
    );
  });
}

/** Conflicts of a commitment's own targets with those of its other printings; one place for each wording. */
export function conflictsOf(facts: PlanFacts, commitment: CommitmentFact): Conflict[] {
  const rows = facts.sources.get(commitment.id) ?? [];
  const view = (row: SourceFact, printed: string): Conflict['sources'] => {
    const source = sourceView(facts.documents, row);
    return source ? [{ ...source, printed }] : [];
  };
  const printings = rows.flatMap((row) =>
    targetConflicts(commitment.targets, row.targets).map((conflict) => ({ ...conflict, row })),
  );
  const found = new Map<string, Conflict>();
  for (const { metric, ours, theirs, row } of withoutParts(printings)) {
    const first = rows.find((own) => own.metric === ours.metric) ?? rows[0];
    const before = found.get(metric)?.sources ?? (first ? view(first, ours.printed) : []);
    const isThere = before.some(
      ({ printed, documentId }) => printed === theirs.printed && documentId === row.document_id,
    );
    const sources = isThere ? before : [...before, ...view(row, theirs.printed)];
    found.set(metric, { commitmentId: commitment.id, title: commitment.title, metric, sources });
  }
  return [...found.values()];
}
