// Routes of what everybody sees of sites: outlines of the city's own map, and the public page behind the sign.
import { z } from 'zod';
import { scores } from '../observe/rating.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';
import { CoordinateSystem, Felt, SiteCode, SiteState } from './sites.ts';

export const publicSiteRoutes = {
  'GET /api/map/outlines': {
    permission: 'site.read',
    summary: 'Outlines of the city’s own approved map with its approval number; none where it has given none',
    response: z.object({
      approval: z.string().nullable(),
      outlines: z.array(
        z.object({ placeId: z.string(), rings: z.array(z.array(z.tuple([z.number(), z.number()]))) }),
      ),
    }),
  },
  'POST /api/map/outlines': {
    permission: 'site.map',
    summary:
      'Take the city’s own approved outlines (GeoJSON) with their approval number and coordinate system',
    query: z.strictObject({ approval: z.string().min(4).max(60), system: CoordinateSystem }),
    body: 'bytes',
    response: z.object({ taken: z.number().int(), passedOver: z.array(z.string()) }),
  },
  'GET /api/public/sites/:code': {
    permission: 'public',
    summary: 'The public page of a site: what it is, who answers for it, its state and how it is rated',
    params: z.strictObject({ code: SiteCode }),
    response: z.object({
      code: z.string(),
      siteId: Id,
      name: z.string(),
      place: z.string(),
      address: z.string(),
      project: z.string(),
      year: z.number().int(),
      standard: z.string(),
      responsible: z.string(),
      leadUnit: z.string(),
      dueOn: Day,
      state: SiteState,
      check: z.object({ outcome: z.enum(['confirmed', 'refuted']), on: Day }).nullable(),
      upkeep: z.object({ unit: z.string(), duty: z.string(), endsOn: Day.nullable() }).nullable(),
      felt: Felt,
      mayRate: z.boolean(),
      longestWords: z.number().int(),
      leadAtMost: z.number().int(),
      photos: z.array(Id),
    }),
  },
  'GET /api/public/sites/:code/sign': {
    permission: 'public',
    summary:
      'What the printed sign shows: name, project, address of the public page and its QR code as an SVG path',
    params: z.strictObject({ code: SiteCode }),
    response: z.object({
      name: z.string(),
      project: z.string(),
      place: z.string(),
      responsible: z.string(),
      address: z.string(),
      /** Modules of one side, and the dark ones as a path. */
      size: z.number().int(),
      path: z.string(),
    }),
  },
  'POST /api/public/sites/:code/ratings': {
    permission: 'public',
    summary:
      'Rate a site from 1 to 5 and say what is wrong; no sign-in, nothing about the person is asked or kept',
    params: z.strictObject({ code: SiteCode }),
    body: z.strictObject({
      score: z.number().int().min(scores[0]).max(5),
      words: z.string().max(4_000).default(''),
      /** A random word of the browser's own, so that it rates a site once a day. */
      browser: z.string().regex(/^[\w-]{16,64}$/),
    }),
    response: z.object({ becameLead: z.boolean() }),
  },
} as const satisfies RouteTable;
