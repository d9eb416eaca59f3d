// Where sites stand: what was claimed, found and felt about each, gathered from the rows.
import { type Caller, mayOn, type ObjectScope } from '../../../core/contract/permission.ts';
import type { Rating } from '../../../core/observe/rating.ts';
import type { SiteStanding } from '../../../core/observe/site-roll-up.ts';
import { rolesOver } from '../../../core/place/role.ts';
import type { Site, SiteFacts, SiteState } from '../../../core/plan/site.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import { findScope } from '../../store/scope.ts';
import { listLatestChecks } from '../../store/site/check.ts';
import { listSiteEvents, listSiteStates, type SiteEventRow } from '../../store/site/event.ts';
import { countScores, type ScoreCount } from '../../store/site/rating.ts';
import { getSite, listSites, type SiteFound, type SiteWish } from '../../store/site/site.ts';
import { listUpkeep, type Upkeep } from '../../store/site/upkeep.ts';

export interface FoundStanding extends SiteStanding {
  readonly found: SiteFound;
}

const siteOf = (found: SiteFound, upkeep: Upkeep | undefined): Site => ({
  id: found.id,
  commitmentId: found.commitmentId,
  metric: found.metric,
  placeId: found.placeId,
  name: found.name,
  address: found.address,
  coordinate:
    found.longitude === null || found.latitude === null
      ? null
      : { longitude: found.longitude, latitude: found.latitude },
  standard: found.standard,
  acceptance: found.acceptance,
  share: found.share,
  unit: found.unit,
  unitId: found.responsible,
  dueOn: found.dueOn,
  upkeep: upkeep
    ? { unitId: upkeep.unit, from: upkeep.startsOn, until: upkeep.endsOn, duty: upkeep.duty }
    : null,
});

/** The rule counts ratings one by one; the database counts them by score. Words are not needed for either. */
export const ratingsOf = (counts: readonly ScoreCount[]): readonly Rating[] =>
  counts.flatMap(({ siteId, score, count }) => {
    const one: Rating = { id: '', siteId, score, words: '', givenOn: anyDay };
    return Array.from({ length: count }, () => one);
  });
const anyDay = isoDate('2000-01-01');

const groupBySite = (counts: readonly ScoreCount[]): ReadonlyMap<string, ScoreCount[]> => {
  const groups = new Map<string, ScoreCount[]>();
  for (const one of counts) {
    const group = groups.get(one.siteId);
    if (group) group.push(one);
    else groups.set(one.siteId, [one]);
  }
  return groups;
};

/** Every site that is asked for, with its state, latest check and ratings; few statements, however many sites. */
export async function loadStandings(
  { db, jurisdiction }: Pick<Context, 'db' | 'jurisdiction'>,
  wish: SiteWish,
): Promise<readonly FoundStanding[]> {
  const [sites, states, checks, counts, duties] = await Promise.all([
    listSites(db, jurisdiction, wish),
    listSiteStates(db, jurisdiction),
    listLatestChecks(db, jurisdiction),
    countScores(db, jurisdiction, null),
    listUpkeep(db, jurisdiction, null),
  ]);
  const stateOf = new Map(states.map(({ siteId, state }) => [siteId, state]));
  const checkOf = new Map(checks.map((check) => [check.siteId, check]));
  const upkeepOf = new Map(duties.map((duty) => [duty.siteId, duty]));
  const countsOf = groupBySite(counts);
  return sites.map((found) => {
    const check = checkOf.get(found.id);
    return {
      found,
      site: siteOf(found, upkeepOf.get(found.id)),
      state: stateOf.get(found.id) ?? 'planned',
      check: check
        ? { siteId: found.id, outcome: check.outcome, checkedOn: check.checkedOn, sequence: check.number }
        : null,
      ratings: ratingsOf(countsOf.get(found.id) ?? []),
    };
  });
}

export interface LoadedSite {
  readonly found: SiteFound;
  readonly site: Site;
  readonly state: SiteState;
  readonly events: readonly SiteEventRow[];
  readonly upkeep: Upkeep | null;
  readonly scope: ObjectScope;
}

export async function loadSite(context: Context, siteId: string): Promise<LoadedSite | undefined> {
  const { db, jurisdiction } = context;
  const [found, scope] = await Promise.all([
    getSite(db, jurisdiction, siteId),
    findScope(db, jurisdiction, 'site', siteId),
  ]);
  if (!found || !scope) return undefined;
  const [events, duties] = await Promise.all([
    listSiteEvents(db, jurisdiction, siteId),
    listUpkeep(db, jurisdiction, siteId),
  ]);
  const upkeep = duties[0] ?? null;
  const state = events.at(-1)?.state ?? 'planned';
  return { found, site: siteOf(found, duties[0]), state, events, upkeep, scope };
}

/** What the next move of a site rests on, for these words of this person. */
export const siteFactsOf = (
  { site, events }: LoadedSite,
  { words, amendment }: { readonly words: string; readonly amendment: string },
  actorId: string | null,
  today: IsoDate,
): SiteFacts => ({
  today,
  actorId: actorId ?? undefined,
  claimantId: events.findLast(({ action }) => action === 'finish')?.recordedBy ?? null,
  standard: site.standard,
  acceptanceRecord: words,
  upkeep: site.upkeep,
  amendment,
  reason: words,
});

/** The roles a caller has over a site, as far as the permission to write reaches. */
export const rolesOverSite = (caller: Caller, scope: ObjectScope, today: IsoDate) =>
  mayOn({ ...caller, scopes: null }, 'site.write', scope) ? rolesOver(caller.grants, scope, today) : [];
