// Our plan beside the plan of another level: the lines that concern both, what differs first, and how many differ.
import type { exchangeRoutes } from '../../../core/contract/exchange.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import {
  type DifferenceKind,
  differencesOf,
  type LineDifference,
} from '../../../core/plan/exchange/difference.ts';
import type { ExchangeLine, Party, PlanPackage } from '../../../core/plan/exchange/package.ts';
import { isAbove, linesFor, ownParty } from '../../act/exchange/plan-lines.ts';
import type { Context } from '../../context.ts';
import type { PlanFacts } from '../../judge/plan-facts.ts';
import type { PackageRow } from '../../store/exchange/package.ts';

export type PartnerPage = OutputOf<
  (typeof exchangeRoutes)['GET /api/exchange/partners/:partnerId']['response']
>;
type Difference = PartnerPage['rows'][number];

export const packageView = (row: PackageRow): PartnerPage['packages'][number] => ({
  ...{
    packageId: row.id,
    side: row.side,
    year: row.year,
    title: row.body.title,
    issuedOn: row.body.issuedOn,
  },
  ...{ lines: row.body.lines.length, sha256: row.sha256, recordedAt: row.recordedAt },
  isDemonstration: row.isDemonstration,
  documentId: row.documentId,
});

const lineView = (line: ExchangeLine | null): Difference['above'] =>
  line && { ...line, values: [...line.values] };

const differs: ReadonlySet<DifferenceKind> = new Set(['share', 'target', 'unit', 'onlyAbove']);

/** Lines of our own that say nothing to the partner are left out: not given to it, and not in its plan either. */
const concerns = ({ kind, above }: LineDifference, theyAreAbove: boolean): boolean =>
  theyAreAbove ? kind !== 'onlyBelow' : kind !== 'onlyAbove' || above?.share != null;

export async function compare(
  context: Context,
  facts: PlanFacts,
  partner: Party,
  body: PlanPackage | null,
): Promise<{ theyAreAbove: boolean; rows: readonly LineDifference[] }> {
  const theyAreAbove = isAbove(partner, ownParty(context, facts));
  const ours = await linesFor(context, facts, partner);
  const theirs = body?.lines ?? [];
  if (!body && theyAreAbove) return { theyAreAbove, rows: [] };
  const rows = theyAreAbove ? differencesOf(theirs, ours) : differencesOf(ours, theirs);
  return { theyAreAbove, rows: rows.filter((row) => concerns(row, theyAreAbove)) };
}

export const differing = (rows: readonly LineDifference[]): number =>
  rows.filter(({ kind }) => differs.has(kind)).length;

export function differencesView(
  facts: PlanFacts,
  partner: Party,
  received: PackageRow | null,
  { theyAreAbove, rows }: Awaited<ReturnType<typeof compare>>,
): Omit<PartnerPage, 'packages'> {
  const counts: Record<string, number> = {};
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    ...{ partner, year: facts.plan.year, theyAreAbove, counts },
    received: received && packageView(received),
    rows: rows.map((row) => ({ ...row, above: lineView(row.above), below: lineView(row.below) })),
  };
}
