// Leads as the office and the unit see them: what was said, what became of it, what may be done next.
import { type Caller, listScopeOf, mayOn, type ObjectScope } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { Routes } from '../../../core/contract/routes.ts';
import { type LeadState, leadLifecycle } from '../../../core/observe/site-lead.ts';
import { availableMoves } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import { leadFactsOf, leadPermission, leadStateOf } from '../../act/site/move-lead.ts';
import { unitNameReader } from '../../act/supervise/unit-name.ts';
import type { Context } from '../../context.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { placesAround } from '../../store/scope.ts';
import { type LeadRow, listLeads } from '../../store/site/lead.ts';
import { listSites } from '../../store/site/site.ts';

type LeadList = OutputOf<Routes['GET /api/leads']['response']>;
export type LeadView = LeadList['rows'][number];

interface About {
  readonly site: string;
  readonly place: string;
  readonly project: string;
  readonly leadUnit: string;
  readonly scope: ObjectScope;
}

/** Words of a move are typed with it, so what they would be missing is not held against the offer. */
export function leadView(lead: LeadRow, about: About, caller: Caller, today: IsoDate): LeadView {
  const { scope, ...names } = about;
  const state = leadStateOf(lead);
  const facts = leadFactsOf(lead, '（待填）', caller.accountId);
  const roles = rolesOver(caller.grants, scope, today);
  const offers = availableMoves(leadLifecycle, state, roles, facts)
    .filter(({ action }) => mayOn(caller, leadPermission[action], scope))
    .map(({ action, unmet }) => ({
      action,
      unmet: unmet.map(({ code }) => ({ code, message: problemText[code] })),
    }));
  return {
    ...names,
    ...{ id: lead.id, siteId: lead.siteId, score: lead.score, words: lead.words, givenOn: lead.givenOn },
    ...{ state, after: lead.moves.length, offers },
    moves: lead.moves.map((move) => ({
      ...{ action: move.action, state: move.state, words: move.words, by: move.by ?? '' },
      at: move.recordedAt,
    })),
  };
}

export async function getLeadList(
  context: Context,
  caller: Caller,
  { state }: { readonly state?: LeadState | undefined },
): Promise<LeadList> {
  const { db, jurisdiction } = context;
  const reach = listScopeOf(caller, 'site.lead.read');
  const leads = await listLeads(db, jurisdiction, {});
  const wanted = new Set(leads.map(({ siteId }) => siteId));
  const [sites, places, nameOf] = await Promise.all([
    wanted.size === 0 ? [] : listSites(db, jurisdiction, {}),
    listAllPlaces(db, jurisdiction),
    unitNameReader(context),
  ]);
  const placeName = new Map(places.map(({ id, name }) => [id, name]));
  const around = new Map<string, readonly string[]>();
  const about = new Map<string, About>();
  for (const site of sites.filter(({ id }) => wanted.has(id))) {
    if (!around.has(site.placeId))
      around.set(site.placeId, site.placeId === '' ? [] : await placesAround(db, jurisdiction, site.placeId));
    const leadUnit = site.leadUnit === null ? null : nameOf(site.leadUnit);
    const units = site.supportUnits;
    const scope = { places: around.get(site.placeId) ?? [], leadUnit, units, owner: null };
    const place = placeName.get(site.placeId) ?? '';
    about.set(site.id, {
      site: site.name,
      place,
      project: site.project,
      leadUnit: site.leadUnit ?? '',
      scope,
    });
  }
  const today = context.today();
  const seen = leads.flatMap((lead): readonly LeadView[] => {
    const one = about.get(lead.siteId);
    if (!one || !(reach.city || mayOn(caller, 'site.lead.read', one.scope))) return [];
    return [leadView(lead, one, caller, today)];
  });
  const counts: Record<string, number> = {};
  for (const lead of seen) counts[lead.state] = (counts[lead.state] ?? 0) + 1;
  return { rows: seen.filter((lead) => state === undefined || lead.state === state), counts };
}
