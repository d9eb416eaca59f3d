// The judged plan on one page: totals, indicators, what needs attention, who and where, what changed.
import { compareStatus } from '../../core/assess/roll-up.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import type { CommitmentKind } from '../../core/plan/commitment.ts';
import { succeed } from '../../core/result.ts';
import { kindLabel } from '../../core/vocabulary/plan.ts';
import type { Context } from '../context.ts';
import { countBy, countDistricts, countFields, countUnits } from '../judge/count.ts';
import { type JudgedCommitment, judgePlan } from '../judge/judge.ts';
import { loadPlan, type When } from '../judge/plan-facts.ts';
import { listChanges } from '../store/change.ts';
import { conflictsOf } from './conflict.ts';
import { planSummary, rowView } from './row.ts';

export type Overview = OutputOf<Routes['GET /api/overview']['response']>;

const kinds: readonly CommitmentKind[] = ['indicator', 'task', 'livelihood', 'project', 'budget', 'policy'];

const pressing: ReadonlySet<string> = new Set(['overdue', 'behind', 'atRisk']);
const mostAttention = 12;
const mostChanges = 12;

/** Late or behind first, then what falls due next; what is reached needs nobody's attention. */
function needingAttention(rows: readonly JudgedCommitment[], asOf: string): JudgedCommitment[] {
  const late = rows
    .filter(({ verdict }) => pressing.has(verdict.status))
    .sort(
      (a, b) =>
        compareStatus(a.verdict.status, b.verdict.status) ||
        Number(a.verdict.share ?? 1) - Number(b.verdict.share ?? 1),
    );
  const next = rows
    .filter(
      ({ verdict, commitment }) =>
        !pressing.has(verdict.status) && verdict.status !== 'achieved' && commitment.due_on >= asOf,
    )
    .sort((a, b) => (a.commitment.due_on < b.commitment.due_on ? -1 : 1));
  return [...late, ...next].slice(0, mostAttention);
}

function tilesOf(rows: readonly JudgedCommitment[]): Overview['tiles'] {
  return kinds.flatMap((kind) =>
    countBy(
      rows.filter(({ commitment }) => commitment.kind === kind),
      () => [kind],
      () => kindLabel[kind].zh,
    ).map((group) => ({ ...group, kind })),
  );
}

export async function getOverview(context: Context, when: When) {
  const loaded = await loadPlan(context, when);
  if (!loaded.ok) return loaded;
  const facts = loaded.value;
  const rows = judgePlan(facts);
  const changes = await listChanges(
    context.db,
    context.jurisdiction,
    facts.plan.id,
    facts.knownOn,
    mostChanges,
  );
  return succeed<Overview>({
    plan: planSummary(facts.plan),
    asOf: facts.asOf,
    knownOn: facts.knownOn,
    elapsedShare: facts.elapsedShare,
    tiles: tilesOf(rows),
    indicators: rows
      .filter(({ commitment }) => commitment.kind === 'indicator')
      .map((row) => rowView(facts, row)),
    attention: needingAttention(rows, facts.asOf).map((row) => rowView(facts, row)),
    units: countUnits(facts, rows),
    districts: countDistricts(facts, rows),
    fields: countFields(rows),
    conflicts: rows.flatMap(({ commitment }) => conflictsOf(facts, commitment)),
    changes,
  });
}
