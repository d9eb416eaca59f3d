// One site as the staff sees it: its moves, checks, upkeep and ratings, what may be done next and what is missing for it.
import { type Caller, mayOn } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { Routes } from '../../../core/contract/routes.ts';
import { feltFrom } from '../../../core/observe/rating.ts';
import { signalsOf, upkeepOn } from '../../../core/observe/site-roll-up.ts';
import { availableMoves } from '../../../core/place/lifecycle.ts';
import { siteLifecycle } from '../../../core/plan/site.ts';
import { addDays } from '../../../core/quantity/calendar.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import { readSettings } from '../../act/setting/read.ts';
import { readRatingRules } from '../../act/site/rules.ts';
import { type LoadedSite, loadSite, ratingsOf, rolesOverSite, siteFactsOf } from '../../act/site/standing.ts';
import type { Context } from '../../context.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { listChecks } from '../../store/site/check.ts';
import { listLeads } from '../../store/site/lead.ts';
import { listPhotos } from '../../store/site/photo.ts';
import { countScores } from '../../store/site/rating.ts';
import { leadView } from './lead.ts';

type SitePage = OutputOf<Routes['GET /api/sites/:siteId']['response']>;

/** What is typed with a move (a reason, a record, a document) is not held against the offer. */
function offersOf(context: Context, loaded: LoadedSite, caller: Caller): SitePage['offers'] {
  const today = context.today();
  const facts = siteFactsOf(loaded, { words: '（待填）', amendment: '（待填）' }, caller.accountId, today);
  const roles = rolesOverSite(caller, loaded.scope, today);
  return availableMoves(siteLifecycle, loaded.state, roles, facts).map(({ action, unmet }) => ({
    action,
    unmet: unmet.map(({ code }) => ({ code, message: problemText[code] })),
  }));
}

async function around({ db, jurisdiction }: Context, siteId: string) {
  const [checks, photos, counts, leads, places] = await Promise.all([
    listChecks(db, jurisdiction, siteId),
    listPhotos(db, jurisdiction, siteId),
    countScores(db, jurisdiction, siteId),
    listLeads(db, jurisdiction, { siteId }),
    listAllPlaces(db, jurisdiction),
  ]);
  return { checks, photos, counts, leads, places };
}

const byDay = (a: { checkedOn: string; number: number }, b: { checkedOn: string; number: number }): number =>
  a.checkedOn.localeCompare(b.checkedOn) || a.number - b.number;

export async function getSitePage(
  context: Context,
  caller: Caller,
  siteId: string,
): Promise<Result<SitePage, 'object.notFound'>> {
  const loaded = await loadSite(context, siteId);
  if (!loaded) return fail('object.notFound');
  const { found, site, state, events, upkeep, scope } = loaded;
  const { checks, photos, counts, leads, places } = await around(context, siteId);
  const [rules, set] = [await readRatingRules(context), await readSettings(context, 'site.upkeepWarnDays')];
  const today = context.today();
  const ratings = ratingsOf(counts);
  const last = [...checks].sort(byDay).at(-1);
  const check = last
    ? { siteId, outcome: last.outcome, checkedOn: last.checkedOn, sequence: last.number }
    : null;
  const place = places.find(({ id }) => id === found.placeId)?.name ?? '';
  const about = { site: found.name, place, project: found.project, leadUnit: found.leadUnit ?? '', scope };
  const upkeepState = upkeepOn(site, state, today, addDays(today, set['site.upkeepWarnDays']));
  const { planId: _plan, supportUnits: _units, ...shown } = found;
  return succeed({
    ...shown,
    ...{ place, leadUnit: found.leadUnit ?? '', state, after: events.length },
    signals: [...signalsOf({ site, state, check, ratings }, rules, today)],
    felt: feltFrom(ratings, rules),
    upkeep: upkeep && {
      ...{ unit: upkeep.unit, duty: upkeep.duty, startsOn: upkeep.startsOn, endsOn: upkeep.endsOn },
      state: upkeepState,
    },
    ...{ upkeepNumber: upkeep?.number ?? 0, upkeepState },
    events: events.map(({ number, action, state: to, words, amendment, happenedOn, by }) => ({
      ...{ number, action, state: to, words, amendment, on: happenedOn, by: by ?? '' },
    })),
    checks: checks.map(({ outcome, words, checkedOn, by }) => ({
      outcome,
      words,
      on: checkedOn,
      by: by ?? '',
    })),
    photos: photos.map(({ id, recorded_at }) => ({ id, at: recorded_at })),
    leads: mayOn(caller, 'site.lead.read', scope)
      ? leads.map((lead) => leadView(lead, about, caller, today))
      : [],
    offers: offersOf(context, loaded, caller),
    mayWrite: mayOn(caller, 'site.write', scope),
    mayVerify: mayOn(caller, 'site.verify', scope),
  });
}
