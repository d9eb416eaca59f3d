// Lists of sites: for list and map, added up to projects and places, upkeep by the day it ends.
import { sql } from 'kysely';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { Routes } from '../../../core/contract/routes.ts';
import { feltFrom } from '../../../core/observe/rating.ts';
import { rollUpSites, signalsOf, upkeepOn } from '../../../core/observe/site-roll-up.ts';
import { addDays } from '../../../core/quantity/calendar.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { readSettings } from '../../act/setting/read.ts';
import { readRatingRules } from '../../act/site/rules.ts';
import { type FoundStanding, loadStandings } from '../../act/site/standing.ts';
import type { Context } from '../../context.ts';
import { type Shelf, shelfOf, stampOf } from '../../judge/kept.ts';
import { listAllPlaces, listPlaces } from '../../store/jurisdiction.ts';
import type { Db } from '../../store/open.ts';
import { listPlans } from '../../store/plan.ts';

type SiteList = OutputOf<Routes['GET /api/sites']['response']>;
type RollUps = OutputOf<Routes['GET /api/sites/roll-up']['response']>;
type UpkeepList = OutputOf<Routes['GET /api/sites/upkeep']['response']>;

export interface SiteQuery {
  readonly plan?: string | undefined;
  readonly commitment?: string | undefined;
}

const toMetre = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

type Plans = Awaited<ReturnType<typeof listPlans>>;
const named = (plans: Plans, wanted: string) =>
  plans.find(({ id, year }) => id === wanted || `${year}` === wanted);

/** The question itself, unless it names a plan that is not there: then nobody must see another one's sites. */
export async function checkPlan(
  { db, jurisdiction }: Context,
  query: SiteQuery,
): Promise<Result<SiteQuery, 'plan.notFound'>> {
  if (query.plan === undefined || query.commitment !== undefined) return succeed(query);
  const found = named(await listPlans(db, jurisdiction, null), query.plan);
  return found ? succeed(query) : fail('plan.notFound', { plan: query.plan });
}

/** The plan that is named by its id or its year; where none is named, the newest one that has sites, else the newest. */
async function planOf({ db, jurisdiction }: Context, wanted: string | undefined) {
  const plans = await listPlans(db, jurisdiction, null);
  if (wanted !== undefined) return named(plans, wanted) ?? null;
  const withSites = await db
    .selectFrom('site')
    .innerJoin('commitment', (join) =>
      join
        .onRef('commitment.jurisdiction_id', '=', 'site.jurisdiction_id')
        .onRef('commitment.id', '=', 'site.commitment_id'),
    )
    .select('commitment.plan_id')
    .distinct()
    .where('site.jurisdiction_id', '=', jurisdiction)
    .execute();
  return plans.find(({ id }) => withSites.some(({ plan_id }) => plan_id === id)) ?? plans[0] ?? null;
}

async function loadOf(context: Context, plan: Awaited<ReturnType<typeof planOf>>, query: SiteQuery) {
  const wish = query.commitment === undefined ? { plan: plan?.id } : { commitment: query.commitment };
  const [standings, rules, set] = await Promise.all([
    query.commitment === undefined && !plan ? [] : loadStandings(context, wish),
    readRatingRules(context),
    readSettings(context, 'site.upkeepWarnDays'),
  ]);
  const asOf = context.today();
  return { plan, standings, rules, asOf, warnFrom: addDays(asOf, set['site.upkeepWarnDays']) };
}

type Loaded = Awaited<ReturnType<typeof loadOf>>;
const kept = new WeakMap<Db, Shelf<Loaded>>();

/** Every act on sites, promises and settings leaves an entry in the audit log; while there is no new one, nothing has changed. */
async function load(context: Context, query: SiteQuery): Promise<Loaded> {
  const { db, jurisdiction } = context;
  const [revisions, { rows }] = await Promise.all([
    stampOf(context),
    sql<{ last: string | null }>`
      SELECT max(number) AS last FROM audit_entry WHERE jurisdiction_id = ${jurisdiction}`.execute(db),
  ]);
  const plan = query.commitment === undefined ? await planOf(context, query.plan) : null;
  const stamp = `${revisions} ${rows[0]?.last} ${context.today()}`;
  return shelfOf(kept, db).get(stamp, query.commitment ?? plan?.id ?? '', () => loadOf(context, plan, query));
}

const projectsOf = (standings: readonly FoundStanding[]): SiteList['projects'] => {
  const byId = new Map(
    standings.map(({ found }) => [
      found.commitmentId,
      { id: found.commitmentId, number: found.projectNumber, title: found.project },
    ]),
  );
  return [...byId.values()].sort((a, b) => Number(a.number) - Number(b.number));
};

export async function getSiteList(context: Context, query: SiteQuery): Promise<SiteList> {
  const { plan, standings, rules, asOf, warnFrom } = await load(context, query);
  const [districts, all] = await Promise.all([
    listPlaces(context.db, context.jurisdiction),
    listAllPlaces(context.db, context.jurisdiction),
  ]);
  const tiles = new Map(districts.map(({ id, tile }) => [id, tile]));
  const places = all.map(({ id, name, name_en }) => ({
    ...{ id, name, nameEn: name_en },
    tile: withTile(tiles.get(id)),
  }));
  const projects = projectsOf(standings);
  const placeAt = new Map(places.map(({ id }, at) => [id, at]));
  const projectAt = new Map(projects.map(({ id }, at) => [id, at]));
  const rows = standings.map((standing) => {
    const { found, site, state, check, ratings } = standing;
    const felt = feltFrom(ratings, rules);
    const point = site.coordinate;
    return {
      ...{ id: found.id, name: found.name, state, dueOn: found.dueOn, check: check?.outcome ?? null },
      place: placeAt.get(found.placeId) ?? -1,
      project: projectAt.get(found.commitmentId) ?? -1,
      at: point ? ([toMetre(point.longitude), toMetre(point.latitude)] as [number, number]) : null,
      ...{ ratings: felt.count, mean: felt.mean, signals: [...signalsOf(standing, rules, asOf)] },
      upkeep: upkeepOn(site, state, asOf, warnFrom),
    };
  });
  return { asOf, plan: plan && { id: plan.id, year: plan.year }, projects, places, rows };
}

const withTile = (tile: readonly [number, number] | null | undefined): [number, number] | null =>
  tile ? [tile[0], tile[1]] : null;

export async function getSiteRollUps(context: Context, query: SiteQuery): Promise<RollUps> {
  const { standings, rules, asOf } = await load(context, query);
  const places = await listAllPlaces(context.db, context.jurisdiction);
  const placeName = new Map(places.map(({ id, name }) => [id, name]));
  const projects = new Map(projectsOf(standings).map((project) => [project.id, project]));
  const byProject = rollUpSites(standings, ({ commitmentId }) => commitmentId, rules).map((one) => ({
    ...one,
    felt: { ...one.felt },
    name: projects.get(one.key)?.title ?? '',
    number: projects.get(one.key)?.number ?? '',
  }));
  const byPlace = rollUpSites(standings, ({ placeId }) => placeId, rules).map((one) => ({
    ...one,
    felt: { ...one.felt },
    name: placeName.get(one.key) ?? '',
    number: '',
  }));
  return { asOf, byProject, byPlace };
}

const urgency = { none: 0, over: 1, endsSoon: 2, holds: 3, notYet: 4 } as const;

export async function getUpkeepList(context: Context, query: SiteQuery): Promise<UpkeepList> {
  const { standings, asOf, warnFrom } = await load(context, query);
  const places = await listAllPlaces(context.db, context.jurisdiction);
  const placeName = new Map(places.map(({ id, name }) => [id, name]));
  const rows = standings.flatMap(({ found, site, state }) => {
    const held = upkeepOn(site, state, asOf, warnFrom);
    if (held === 'notYet') return [];
    return [
      {
        ...{ id: found.id, name: found.name, project: found.project, state: held },
        place: placeName.get(found.placeId) ?? '',
        unit: site.upkeep?.unitId ?? '',
        duty: site.upkeep?.duty ?? '',
        startsOn: site.upkeep?.from ?? null,
        endsOn: site.upkeep?.until ?? null,
      },
    ];
  });
  const endOf = (day: string | null): string => day ?? '9999-12-31';
  rows.sort((a, b) => urgency[a.state] - urgency[b.state] || endOf(a.endsOn).localeCompare(endOf(b.endsOn)));
  return { asOf, rows };
}
