// The public page of a site and the sign that leads to it: nothing about persons, no words of other visitors.
import qrcode from 'qrcode-generator';
import type { OutputOf } from '../../../core/contract/route.ts';
import type { Routes } from '../../../core/contract/routes.ts';
import { feltFrom } from '../../../core/observe/rating.ts';
import { isClaimed } from '../../../core/plan/site.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { readSettings } from '../../act/setting/read.ts';
import { readRatingRules } from '../../act/site/rules.ts';
import { ratingsOf } from '../../act/site/standing.ts';
import type { Context } from '../../context.ts';
import { listAllPlaces } from '../../store/jurisdiction.ts';
import { listPlans } from '../../store/plan.ts';
import { listLatestChecks } from '../../store/site/check.ts';
import { listSiteEvents } from '../../store/site/event.ts';
import { listPhotos } from '../../store/site/photo.ts';
import { countScores } from '../../store/site/rating.ts';
import { getSiteByCode, type SiteFound } from '../../store/site/site.ts';
import { listUpkeep } from '../../store/site/upkeep.ts';

type PublicSite = OutputOf<Routes['GET /api/public/sites/:code']['response']>;
type Sign = OutputOf<Routes['GET /api/public/sites/:code/sign']['response']>;

async function placeNameOf({ db, jurisdiction }: Context, { placeId }: SiteFound): Promise<string> {
  return (await listAllPlaces(db, jurisdiction)).find(({ id }) => id === placeId)?.name ?? '';
}

export async function getPublicSite(
  context: Context,
  code: string,
): Promise<Result<PublicSite, 'site.notFound'>> {
  const { db, jurisdiction } = context;
  const found = await getSiteByCode(db, jurisdiction, code);
  if (!found) return fail('site.notFound');
  const [events, checks, duties, counts, photos, plans, rules, place] = await Promise.all([
    listSiteEvents(db, jurisdiction, found.id),
    listLatestChecks(db, jurisdiction),
    listUpkeep(db, jurisdiction, found.id),
    countScores(db, jurisdiction, found.id),
    listPhotos(db, jurisdiction, found.id),
    listPlans(db, jurisdiction, null),
    readRatingRules(context),
    placeNameOf(context, found),
  ]);
  const state = events.at(-1)?.state ?? 'planned';
  const check = checks.find(({ siteId }) => siteId === found.id);
  const upkeep = duties[0];
  const { name, address, project, standard, responsible, dueOn } = found;
  return succeed({
    ...{ code, siteId: found.id, name, place, address, project, standard, responsible, dueOn, state },
    year: plans.find(({ id }) => id === found.planId)?.year ?? 0,
    leadUnit: found.leadUnit ?? '',
    check: check ? { outcome: check.outcome, on: check.checkedOn } : null,
    upkeep: upkeep ? { unit: upkeep.unit, duty: upkeep.duty, endsOn: upkeep.endsOn } : null,
    felt: feltFrom(ratingsOf(counts), rules),
    mayRate: isClaimed(state),
    ...{ longestWords: rules.longestWords, leadAtMost: rules.leadAtMost },
    photos: photos.map(({ id }) => id),
  });
}

/** Dark modules of each row as one run after another: small, and sharp at any size. */
function pathOf(text: string): { size: number; path: string } {
  // Level M (ISO/IEC 18004) still reads with 15 % of the sign worn off.
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let path = '';
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      if (!code.isDark(row, column)) continue;
      let end = column;
      while (end < size && code.isDark(row, end)) end += 1;
      path += `M${column} ${row}h${end - column}v1h-${end - column}z`;
      column = end;
    }
  return { size, path };
}

export async function getSiteSign(
  context: Context,
  code: string,
  origin: string,
): Promise<Result<Sign, 'site.notFound'>> {
  const found = await getSiteByCode(context.db, context.jurisdiction, code);
  if (!found) return fail('site.notFound');
  const [set, place] = [await readSettings(context, 'site.publicAddress'), await placeNameOf(context, found)];
  const address = `${(set['site.publicAddress'] ?? origin).replace(/\/+$/, '')}/s/${code}`;
  const { name, project, responsible } = found;
  return succeed({ name, project, place, responsible, address, ...pathOf(address) });
}
