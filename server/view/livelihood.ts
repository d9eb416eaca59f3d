// Livelihood projects: what falls due when, and how each is spread over the districts, with every gap shown.
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import { allocationSum } from '../../core/plan/allocation.ts';
import { awayOn } from '../../core/plan/applicability.ts';
import type { Target } from '../../core/plan/commitment.ts';
import { succeed } from '../../core/result.ts';
import { checkSentence } from '../../core/vocabulary/check.ts';
import type { Context } from '../context.ts';
import { type JudgedCommitment, judgePlan } from '../judge/judge.ts';
import { type Shelf, shelfOf, stampOf } from '../judge/kept.ts';
import {
  type CommitmentFact,
  loadPlan,
  type PlanFacts,
  type SourceFact,
  type When,
} from '../judge/plan-facts.ts';
import { getDocumentFindings } from '../store/document.ts';
import { listCaveats } from '../store/item.ts';
import type { Db } from '../store/open.ts';
import { planSummary, rowView, sourceView, targetView } from './row.ts';

export type LivelihoodPage = OutputOf<Routes['GET /api/livelihood']['response']>;
type Project = LivelihoodPage['projects'][number];
type Line = Project['lines'][number];
type Finding = LivelihoodPage['findings'][number];

/** The source whose own target is this one: a line of a matrix leads to its row. */
const sourceOfTarget = (rows: readonly SourceFact[], target: Target): SourceFact | undefined => {
  const withPlaces = rows.find(({ targets }) =>
    targets.some(({ metric, allocations }) => metric === target.metric && allocations.length > 0),
  );
  return withPlaces ?? rows.find(({ metric }) => metric === target.metric) ?? rows[0];
};

function findingOf(target: Target, gap: string | null): string | null {
  if (gap !== null && gap !== '0') return 'allocation.sum';
  return target.allocationMode === 'each' || target.allocationMode === 'whole' ? target.allocationMode : null;
}

function lineOf(facts: PlanFacts, { id }: CommitmentFact, target: Target): Line {
  const rows = facts.sources.get(id) ?? [];
  const decided = facts.applicability.get(id) ?? [];
  const { sum, gap } = allocationSum(target);
  const source = sourceOfTarget(rows, target);
  return {
    metric: target.metric,
    target: target.values[0] ?? null,
    unit: target.unit,
    printed: target.printed,
    mode: target.allocationMode,
    cells: target.allocations.map(({ place, value, second }) => ({
      ...{ place, value, second },
      away: awayOn(decided, target.metric, place, facts.asOf)?.reason ?? null,
    })),
    sum,
    gap,
    finding: findingOf(target, gap),
    source: source ? sourceView(facts.documents, source) : null,
  };
}

function projectOf(facts: PlanFacts, judged: JudgedCommitment, caveat: string): Project {
  const checkpoints = judged.targets.flatMap((target) => targetView(target).checkpoints);
  const once = new Map(checkpoints.map((point) => [`${point.by} ${point.printed}`, point]));
  return {
    row: rowView(facts, judged),
    category: judged.commitment.field,
    checkpoints: [...once.values()],
    caveat,
    lines: judged.targets.map((target) => lineOf(facts, judged.commitment, target)),
  };
}

/** Sums that do not hold, as the plan has them now. */
const gapsOf = (projects: readonly Project[]): Finding[] =>
  projects.flatMap(({ row, lines }) =>
    lines
      .filter(({ finding }) => finding === 'allocation.sum')
      .map(({ metric, target, sum, gap, source }) => {
        const check = {
          rule: 'allocation.sum',
          expected: target,
          found: sum,
          residual: Number(gap),
          what: metric,
        };
        const words = { zh: checkSentence(check, 'zh'), en: checkSentence(check, 'en') };
        return { rule: 'allocation.sum', ...words, commitmentId: row.id, source };
      }),
  );

/** What the reader repaired in the tables that these projects come from: said, never hidden. */
async function repairsOf(
  { db, jurisdiction }: Context,
  facts: PlanFacts,
  documentIds: Iterable<string>,
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const id of documentIds) {
    const document = await getDocumentFindings(db, jurisdiction, id);
    for (const check of document?.checks ?? []) {
      if (!check.rule.startsWith('repair.')) continue;
      const span = { document_id: id, span_start: check.start, span_end: check.end };
      const quote = document?.text.slice(check.start, Math.min(check.end, check.start + 200)) ?? '';
      const source = sourceView(facts.documents, { ...span, quote });
      const words = { zh: checkSentence(check, 'zh'), en: checkSentence(check, 'en') };
      found.push({ rule: check.rule, ...words, commitmentId: null, source });
    }
  }
  return found;
}

interface Beside {
  readonly caveats: ReadonlyMap<string, string>;
  readonly repairs: readonly Finding[];
}
const besideKept = new WeakMap<Db, Shelf<Beside>>();

/** What stands beside the commitments themselves: caveats of their rows, repairs of their tables. */
async function loadBeside(context: Context, facts: PlanFacts, ids: readonly string[]): Promise<Beside> {
  const { db, jurisdiction } = context;
  const rows = await listCaveats(db, jurisdiction, facts.plan.id, facts.knownOn);
  const printedIn = new Set(ids.flatMap((id) => (facts.sources.get(id) ?? []).map((row) => row.document_id)));
  return {
    caveats: new Map(rows.map(({ commitment_id, caveat }) => [commitment_id ?? '', caveat])),
    repairs: await repairsOf(context, facts, printedIn),
  };
}

export async function getLivelihood(context: Context, when: When) {
  const loaded = await loadPlan(context, when);
  if (!loaded.ok) return loaded;
  const facts = loaded.value;
  const rows = judgePlan(facts).filter(({ commitment }) => commitment.kind === 'livelihood');
  const ids = rows.map(({ commitment }) => commitment.id);
  const key = `${facts.plan.id} ${facts.knownOn ?? ''}`;
  const beside = await shelfOf(besideKept, context.db).get(await stampOf(context), key, () =>
    loadBeside(context, facts, ids),
  );
  const projects = rows.map((judged) =>
    projectOf(facts, judged, beside.caveats.get(judged.commitment.id) ?? ''),
  );
  const named = projects.flatMap(({ lines }) =>
    lines.flatMap(({ cells }) => cells.map(({ place }) => place)),
  );
  return succeed<LivelihoodPage>({
    plan: planSummary(facts.plan),
    asOf: facts.asOf,
    knownOn: facts.knownOn,
    elapsedShare: facts.elapsedShare,
    places: [...new Set([...facts.places.filter((place) => named.includes(place)), ...named])],
    projects,
    findings: [...gapsOf(projects), ...beside.repairs],
  });
}
