// Answers of site routes: lists, tables in and out, moves, checks, upkeep, photos, leads, the public page and its sign.
import type { publicSiteRoutes } from '../../../core/contract/public-sites.ts';
import type { siteRoutes } from '../../../core/contract/sites.ts';
import { fail, succeed } from '../../../core/result.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import { openThrottle } from '../../act/account/throttle.ts';
import { addSitePhoto, largestPhoto } from '../../act/site/add-photo.ts';
import { checkSite } from '../../act/site/check.ts';
import { describeSite } from '../../act/site/describe.ts';
import { importSites, type SitesRead } from '../../act/site/import.ts';
import { keepUpSite } from '../../act/site/keep-up.ts';
import { moveSite } from '../../act/site/move.ts';
import { moveLead } from '../../act/site/move-lead.ts';
import { rateSite } from '../../act/site/rate.ts';
import { takeOutlines } from '../../act/site/take-outlines.ts';
import { siteTemplate } from '../../act/site/template.ts';
import { limits } from '../../bytes/limits.ts';
import { readSheetRows } from '../../bytes/sheet-rows.ts';
import type { Context } from '../../context.ts';
import { getOutlines } from '../../store/site/outline.ts';
import { getPhoto } from '../../store/site/photo.ts';
import { getLeadList } from '../../view/site/lead.ts';
import {
  checkPlan,
  getSiteList,
  getSiteRollUps,
  getUpkeepList,
  type SiteQuery,
} from '../../view/site/list.ts';
import { getSitePage } from '../../view/site/page.ts';
import { getPublicSite, getSiteSign } from '../../view/site/public.ts';
import { collect } from '../collect.ts';
import type { HandlersOf } from '../handler.ts';
import { fill } from '../problem.ts';

const outcomeOf = ({ taken, refused, total }: SitesRead) => ({
  ...{ accepted: taken.length, rejected: refused.length, total },
  taken: taken.map(({ sheet, row, name, place }) => ({ sheet, row: row + 1, name, place })),
  refused: refused.map(({ sheet, at, row, text, code, params }) => ({
    ...{ sheet, at, row: row + 1, text, code },
    message: fill(problemText[code], params),
  })),
});

type Table = typeof siteRoutes & typeof publicSiteRoutes;

function lists(context: Context) {
  const ofPlan =
    <View>(view: (context: Context, query: SiteQuery) => Promise<View>) =>
    async ({ query }: { readonly query: SiteQuery }) => {
      const checked = await checkPlan(context, query);
      return checked.ok ? succeed(await view(context, checked.value)) : checked;
    };
  return {
    'GET /api/sites': ofPlan(getSiteList),
    'GET /api/sites/roll-up': ofPlan(getSiteRollUps),
    'GET /api/sites/upkeep': ofPlan(getUpkeepList),
    'GET /api/sites/template': async () =>
      succeed({
        bytes: await siteTemplate(),
        fileName: '点位导入模板.xlsx',
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }),
    'GET /api/sites/:siteId': ({ params, caller }) => getSitePage(context, caller, params.siteId),
    'GET /api/leads': async ({ query, caller }) => succeed(await getLeadList(context, caller, query)),
    'GET /api/map/outlines': async () => {
      const found = await getOutlines(context.db, context.jurisdiction);
      const outlines = (found?.rings ?? []).map(({ placeId, rings }) => ({
        placeId,
        rings: rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
      }));
      return succeed({ approval: found?.approval ?? null, outlines });
    },
  } satisfies Partial<HandlersOf<Table>>;
}

function writes(context: Context) {
  return {
    'POST /api/sites/table': async ({ query, body, caller, key }) => {
      const bytes = await collect(body, limits.uploadBytes);
      if (!bytes.ok) return bytes;
      const sheets = await readSheetRows(bytes.value, query.name);
      if (!sheets.ok) return sheets;
      const { commitment: commitmentId, metric = '', system, mode } = query;
      const wish = { commitmentId, metric, system, mode };
      const read = await importSites(context, { caller, key }, wish, sheets.value);
      return read.ok ? succeed(outcomeOf(read.value)) : read;
    },
    'POST /api/sites/:siteId/details': ({ params, body, caller, key }) =>
      describeSite(context, { caller, key }, params.siteId, body),
    'POST /api/sites/:siteId/moves': ({ params, body, caller, key }) =>
      moveSite(context, { caller, key }, params.siteId, body),
    'POST /api/sites/:siteId/upkeep': ({ params, body, caller, key }) =>
      keepUpSite(context, { caller, key }, params.siteId, body),
    'POST /api/sites/:siteId/checks': ({ params, body, caller, key }) =>
      checkSite(context, { caller, key }, params.siteId, body),
    'POST /api/sites/:siteId/photos': async ({ params, body, caller, key }) => {
      const bytes = await collect(body, largestPhoto);
      return bytes.ok ? addSitePhoto(context, { caller, key }, params.siteId, bytes.value) : bytes;
    },
    'GET /api/sites/:siteId/photos/:photoId': async ({ params }) => {
      const found = await getPhoto(context.db, context.jurisdiction, params.siteId, params.photoId);
      if (!found) return fail('document.notFound');
      const ending = found.media_type === 'image/png' ? 'png' : 'jpg';
      return succeed({ bytes: found.bytes, fileName: `photo.${ending}`, mediaType: found.media_type });
    },
    'POST /api/sites/:siteId/leads/:leadId/decisions': ({ params, body, caller, key }) =>
      moveLead(context, { caller, key }, params, body),
    'POST /api/sites/:siteId/leads/:leadId/answers': ({ params, body, caller, key }) =>
      moveLead(context, { caller, key }, params, { action: 'answer', ...body }),
    'POST /api/map/outlines': async ({ query, body, caller, key }) => {
      const bytes = await collect(body, limits.uploadBytes);
      return bytes.ok ? takeOutlines(context, { caller, key }, query, bytes.value) : bytes;
    },
  } satisfies Partial<HandlersOf<Table>>;
}

export function answerSites(context: Context): HandlersOf<Table> {
  const throttle = openThrottle();
  return {
    ...lists(context),
    ...writes(context),
    'GET /api/public/sites/:code': ({ params }) => getPublicSite(context, params.code),
    'GET /api/public/sites/:code/sign': ({ params, client }) =>
      getSiteSign(context, params.code, client.origin),
    'POST /api/public/sites/:code/ratings': ({ params, body, caller, key, client }) =>
      rateSite(context, { caller, key }, { code: params.code, address: client.address, throttle }, body),
  };
}
