// All promises of one district on one sheet: what it was given and reported, how each is judged, late ones first; its major projects.
import { compareStatus, isLate } from '../../core/assess/roll-up.ts';
import { visitor } from '../../core/contract/permission.ts';
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { ProblemCode } from '../../core/vocabulary/problem.ts';
import type { Context } from '../context.ts';
import { countBy } from '../judge/count.ts';
import { type JudgedCommitment, judgePlan } from '../judge/judge.ts';
import { loadPlan, type PlanFacts, type When } from '../judge/plan-facts.ts';
import { listAllPlaces } from '../store/jurisdiction.ts';
import { placesOfTarget } from './places.ts';
import { getProjectList } from './project/list.ts';
import { planSummary, rowView } from './row.ts';

type Sheet = OutputOf<Routes['GET /api/sheets/place']['response']>;
type SheetRow = Sheet['rows'][number];

/** As many projects as fit a sheet; how many there are in all is said. */
const mostProjects = 12;

/** What the promise gives to the place or has from it; null where it is none of the place's. */
function rowOf(facts: PlanFacts, judged: JudgedCommitment, place: string): SheetRow | null {
  const shares = judged.targets.flatMap((target) => {
    const line = placesOfTarget(facts, judged, target, []);
    const own = line?.places.find((one) => one.place === place);
    return !own || own.state === 'notGiven' ? [] : [{ ...own, metric: target.metric, unit: target.unit }];
  });
  return shares.length === 0 ? null : { row: rowView(facts, judged), shares };
}

async function projectsOf(context: Context, year: number, placeId: string): Promise<Sheet['projects']> {
  const { total, rows } = await getProjectList(context, visitor, { year, place: placeId, limit: 200 });
  const late = rows.filter(({ stage }) => stage.state === 'late').length;
  return {
    ...{ total, late },
    rows: rows.slice(0, mostProjects).map(({ id, name, percent, annualPlan, done, stage }) => ({
      ...{ id, name, percent, annualPlan, done, state: stage.state },
    })),
  };
}

export async function getPlaceSheet(
  context: Context,
  { place, ...when }: When & { readonly place: string },
): Promise<Result<Sheet, ProblemCode>> {
  const loaded = await loadPlan(context, when);
  if (!loaded.ok) return loaded;
  const facts = loaded.value;
  const known = (await listAllPlaces(context.db, context.jurisdiction)).find(({ name }) => name === place);
  if (!known && !facts.places.includes(place)) return fail('place.notFound', { place });
  const found = judgePlan(facts).flatMap((judged) => {
    const row = rowOf(facts, judged, place);
    return row ? [{ judged, row }] : [];
  });
  found.sort((a, b) => compareStatus(a.judged.verdict.status, b.judged.verdict.status));
  const [counted] = countBy(
    found.map(({ judged }) => judged),
    () => [place],
  );
  const { id, year, title, dataUntil } = planSummary(facts.plan);
  return succeed({
    ...{ asOf: facts.asOf, knownOn: facts.knownOn, elapsedShare: facts.elapsedShare, place },
    plan: { id, year, title, dataUntil },
    counts: counted?.counts ?? null,
    late: found.filter(({ judged }) => isLate(judged.verdict.status)).length,
    rows: found.map(({ row }) => row),
    projects: known ? await projectsOf(context, year, known.id) : { total: 0, late: 0, rows: [] },
  });
}
