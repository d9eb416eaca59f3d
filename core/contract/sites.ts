// Routes of sites: lists and maps, tables in and out, moves, checks, upkeep, photos, leads.
import { z } from 'zod';
import { leadActions, leadStates } from '../observe/site-lead.ts';
import { coordinateSystems } from '../plan/coordinate.ts';
import { siteActions, siteStates } from '../plan/site.ts';
import type { RouteTable } from './route.ts';
import { Amount, Day, Id } from './shapes.ts';

export const SiteState = z.enum(siteStates).meta({ id: 'SiteState' });
const Signal = z.enum([
  'claimedRefuted',
  'claimedUnchecked',
  'confirmedUnclaimed',
  'confirmedDisliked',
  'overdue',
]);
const UpkeepState = z.enum(['notYet', 'none', 'holds', 'endsSoon', 'over']);
export const CoordinateSystem = z.enum(coordinateSystems);
const Words = z.string().max(2_000);
const Bilingual = z.object({ zh: z.string(), en: z.string() });
/** What the sign says: eight signs without those that look alike. */
export const SiteCode = z.string().regex(/^[2-9A-HJ-NP-Z]{8}$/);

export const Felt = z
  .object({
    count: z.number().int(),
    byScore: z.record(z.string(), z.number().int()),
    /** null where too few have rated. */
    mean: Amount.nullable(),
    satisfied: Amount.nullable(),
    leads: z.number().int(),
  })
  .meta({ id: 'SiteFelt' });

const RollUp = z
  .object({
    /** Id of the project, or of the place. */
    key: z.string(),
    name: z.string(),
    number: z.string(),
    unit: z.string(),
    sites: z.number().int(),
    planned: Amount,
    claimed: Amount,
    verified: Amount,
    refuted: Amount,
    felt: Felt,
  })
  .meta({ id: 'SiteRollUp' });

const Row = z
  .object({
    id: Id,
    name: z.string(),
    /** Index among the places and the projects of the answer. */
    place: z.number().int(),
    project: z.number().int(),
    state: SiteState,
    /** [longitude, latitude] in WGS-84 to a metre. */
    at: z.tuple([z.number(), z.number()]).nullable(),
    dueOn: Day,
    check: z.enum(['confirmed', 'refuted']).nullable(),
    ratings: z.number().int(),
    mean: Amount.nullable(),
    signals: z.array(Signal),
    upkeep: UpkeepState,
  })
  .meta({ id: 'SiteRow' });

const SiteList = z.object({
  asOf: Day,
  plan: z.object({ id: Id, year: z.number().int() }).nullable(),
  projects: z.array(z.object({ id: Id, number: z.string(), title: z.string() })),
  places: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameEn: z.string(),
      tile: z.tuple([z.number(), z.number()]).nullable(),
    }),
  ),
  rows: z.array(Row),
});

const Offer = z.object({
  action: z.string(),
  unmet: z.array(z.object({ code: z.string(), message: Bilingual })),
});

const Upkeep = z.object({
  unit: z.string(),
  duty: z.string(),
  startsOn: Day,
  endsOn: Day.nullable(),
  state: UpkeepState,
});

const Lead = z
  .object({
    id: Id,
    siteId: Id,
    site: z.string(),
    place: z.string(),
    project: z.string(),
    leadUnit: z.string(),
    score: z.number().int(),
    words: z.string(),
    givenOn: Day,
    state: z.enum(leadStates),
    after: z.number().int(),
    moves: z.array(
      z.object({
        action: z.enum(leadActions),
        state: z.enum(leadStates),
        words: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    ),
    offers: z.array(Offer),
  })
  .meta({ id: 'SiteLead' });

const SitePage = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    place: z.string(),
    placeId: z.string(),
    commitmentId: Id,
    project: z.string(),
    projectNumber: z.string(),
    metric: z.string(),
    share: Amount,
    unit: z.string(),
    address: z.string(),
    longitude: z.number().nullable(),
    latitude: z.number().nullable(),
    standard: z.string(),
    acceptance: z.string(),
    responsible: z.string(),
    leadUnit: z.string(),
    dueOn: Day,
    detail: z.number().int(),
    state: SiteState,
    /** Number of the last move; 0 before the first. */
    after: z.number().int(),
    signals: z.array(Signal),
    felt: Felt,
    upkeep: Upkeep.nullable(),
    upkeepNumber: z.number().int(),
    upkeepState: UpkeepState,
    events: z.array(
      z.object({
        number: z.number().int(),
        action: z.enum(siteActions),
        state: SiteState,
        words: z.string(),
        amendment: z.string(),
        on: Day,
        by: z.string(),
      }),
    ),
    checks: z.array(
      z.object({ outcome: z.enum(['confirmed', 'refuted']), words: z.string(), on: Day, by: z.string() }),
    ),
    photos: z.array(z.object({ id: Id, at: z.string() })),
    leads: z.array(Lead),
    /** What the caller may do here, with what is still missing. */
    offers: z.array(Offer),
    mayWrite: z.boolean(),
    mayVerify: z.boolean(),
  })
  .meta({ id: 'SitePage' });

const siteParam = z.strictObject({ siteId: Id });
const ofSite = { kind: 'site', param: 'siteId' } as const;

const RefusedCell = z.object({
  sheet: z.string(),
  /** As a spreadsheet names it: D7. */
  at: z.string(),
  row: z.number().int(),
  text: z.string(),
  code: z.string(),
  message: Bilingual,
});

export const siteRoutes = {
  'GET /api/sites': {
    permission: 'site.read',
    summary: 'Sites of a plan or a project for list and map: claimed, verified and felt side by side',
    query: z.strictObject({ plan: z.string().max(60).optional(), commitment: Id.optional() }),
    response: SiteList,
  },
  'GET /api/sites/roll-up': {
    permission: 'site.read',
    summary: 'Sites added up to projects and to places: planned, claimed, verified, refuted, felt',
    query: z.strictObject({ plan: z.string().max(60).optional(), commitment: Id.optional() }),
    response: z.object({ asOf: Day, byProject: z.array(RollUp), byPlace: z.array(RollUp) }),
  },
  'GET /api/sites/upkeep': {
    permission: 'site.read',
    summary: 'Upkeep duties of sites in use by the day they end; those that nobody keeps up first',
    query: z.strictObject({ plan: z.string().max(60).optional() }),
    response: z.object({
      asOf: Day,
      rows: z.array(
        z.object({
          id: Id,
          name: z.string(),
          place: z.string(),
          project: z.string(),
          unit: z.string(),
          duty: z.string(),
          startsOn: Day.nullable(),
          endsOn: Day.nullable(),
          state: UpkeepState,
        }),
      ),
    }),
  },
  'GET /api/sites/template': {
    permission: 'site.read',
    summary: 'The workbook that the import of sites takes',
    response: 'bytes',
  },
  'POST /api/sites/table': {
    permission: 'site.write',
    object: 'inAct',
    summary:
      'Sites of a project from a workbook or CSV in a declared coordinate system: checked or taken, every bad cell named',
    query: z.strictObject({
      commitment: Id,
      system: CoordinateSystem,
      mode: z.enum(['check', 'take']),
      name: z.string().min(1).max(200),
      metric: z.string().max(400).optional(),
    }),
    body: 'bytes',
    response: z.object({
      accepted: z.number().int(),
      rejected: z.number().int(),
      /** accepted + rejected, always. */
      total: z.number().int(),
      taken: z.array(
        z.object({ sheet: z.string(), row: z.number().int(), name: z.string(), place: z.string() }),
      ),
      refused: z.array(RefusedCell),
    }),
  },
  'GET /api/sites/:siteId': {
    permission: 'site.read',
    object: ofSite,
    summary: 'One site: standard, acceptance, upkeep, moves, checks, ratings; leads for those who see them',
    params: siteParam,
    response: SitePage,
  },
  'POST /api/sites/:siteId/details': {
    permission: 'site.write',
    object: ofSite,
    summary: 'Say anew where a site is, its standard, acceptance, who answers for it and its due day',
    params: siteParam,
    body: z.strictObject({
      after: z.number().int().min(1),
      address: z.string().max(200),
      longitude: z.string().max(30),
      latitude: z.string().max(30),
      system: CoordinateSystem,
      standard: Words,
      acceptance: Words,
      responsible: z.string().min(1).max(100),
      dueOn: Day,
    }),
    response: z.object({ number: z.number().int() }),
  },
  'POST /api/sites/:siteId/moves': {
    permission: 'site.write',
    object: ofSite,
    summary:
      'Move a site: started, finished, accepted, opened, suspended, given up; of two people at once one wins',
    params: siteParam,
    body: z.strictObject({
      action: z.enum(siteActions),
      after: z.number().int().min(0),
      words: Words.default(''),
      amendment: z.string().max(200).default(''),
    }),
    response: z.object({ number: z.number().int(), state: SiteState }),
  },
  'POST /api/sites/:siteId/upkeep': {
    permission: 'site.write',
    object: ofSite,
    summary: 'Name who keeps a site up, how, from when and until when',
    params: siteParam,
    body: z.strictObject({
      after: z.number().int().min(0),
      unit: z.string().min(1).max(100),
      duty: z.string().min(2).max(500),
      startsOn: Day,
      endsOn: Day.nullable(),
    }),
    response: z.object({ number: z.number().int() }),
  },
  'POST /api/sites/:siteId/checks': {
    permission: 'site.verify',
    object: ofSite,
    summary: 'Record what was found at a site on a day',
    params: siteParam,
    body: z.strictObject({ outcome: z.enum(['confirmed', 'refuted']), words: Words.min(1), checkedOn: Day }),
    response: z.object({ number: z.number().int() }),
  },
  'POST /api/sites/:siteId/photos': {
    permission: 'site.write',
    object: ofSite,
    summary: 'Add a photograph; what the camera wrote into it is taken out',
    params: siteParam,
    body: 'bytes',
    response: z.object({ photoId: Id }),
  },
  'GET /api/sites/:siteId/photos/:photoId': {
    permission: 'site.read',
    object: ofSite,
    summary: 'A photograph of a site',
    params: z.strictObject({ siteId: Id, photoId: Id }),
    response: 'bytes',
  },
  'GET /api/leads': {
    permission: 'site.lead.read',
    object: 'inAct',
    summary: 'Leads from low ratings within reach, newest first',
    query: z.strictObject({ state: z.enum(leadStates).optional() }),
    response: z.object({ rows: z.array(Lead), counts: z.record(z.string(), z.number().int()) }),
  },
  'POST /api/sites/:siteId/leads/:leadId/decisions': {
    permission: 'site.lead.decide',
    object: ofSite,
    summary: 'Pass a lead on, close it on a finding, send it back or set it aside with a reason',
    params: z.strictObject({ siteId: Id, leadId: Id }),
    body: z.strictObject({
      action: z.enum(['passOn', 'close', 'reopen', 'dismiss']),
      after: z.number().int().min(0),
      words: Words.default(''),
    }),
    response: z.object({ number: z.number().int(), state: z.enum(leadStates) }),
  },
  'POST /api/sites/:siteId/leads/:leadId/answers': {
    permission: 'site.lead.answer',
    object: ofSite,
    summary: 'Answer a lead that was passed on',
    params: z.strictObject({ siteId: Id, leadId: Id }),
    body: z.strictObject({ after: z.number().int().min(0), words: Words }),
    response: z.object({ number: z.number().int(), state: z.enum(leadStates) }),
  },
} as const satisfies RouteTable;
