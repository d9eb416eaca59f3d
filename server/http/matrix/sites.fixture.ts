// Samples of sites: finished by somebody else, so that they may be accepted, checked, rated; leads of each state.
import { randomUUID } from 'node:crypto';
import type { LeadAction, LeadState } from '../../../core/observe/site-lead.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { newSiteCode } from '../../act/site/code.ts';
import { listGrants } from '../../store/people/grant.ts';
import { addSiteEvent } from '../../store/site/event.ts';
import { addLeadEvent } from '../../store/site/lead.ts';
import { addPhoto } from '../../store/site/photo.ts';
import { addRating } from '../../store/site/rating.ts';
import { addSites, getSite } from '../../store/site/site.ts';
import type { Asked, KindFixture, Placed, RouteSample } from './kind.fixture.ts';
import { newCommitment } from './plans.fixture.ts';
import type { World } from './world.fixture.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function newSite(world: World, { place, lead, supports }: Placed): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  const commitmentId = await newCommitment(world, { leadUnit: lead, supportUnits: supports });
  const site = {
    id,
    code: newSiteCode(),
    commitmentId,
    metric: '公园',
    placeId: place ?? '',
    name: '示例公园',
  };
  const what = { share: '1', unit: '个', address: '', longitude: null, latitude: null, responsible: lead };
  const rules = { standard: '不少于三百平方米', acceptance: '现场验收', dueOn: isoDate('2024-11-30') };
  await addSites(db, jurisdiction, [{ ...site, ...what, ...rules }], world.stranger);
  await addSiteEvent(db, jurisdiction, {
    ...{ siteId: id, number: 1, action: 'finish', state: 'finished', words: '', amendment: '' },
    ...{ happenedOn: isoDate('2024-08-30'), recordedBy: world.stranger },
  });
  return id;
}

export const siteKinds = {
  site: { axes: ['place', 'unit'], make: newSite },
} as const satisfies Readonly<Record<string, KindFixture>>;

const aSite = ({ world }: Asked): Promise<string> =>
  newSite(world, { place: 'east', lead: '市建委', supports: [], owner: world.stranger });

const codeRequest = async (asked: Asked) => {
  const { db, jurisdiction } = asked.world.example.context;
  return { params: { code: (await getSite(db, jurisdiction, await aSite(asked)))?.code ?? '' } };
};

/** A row that everybody who may write at all may send: led by 市建委, in the street east-1 of the district east. */
async function tableRequest({ world }: Asked) {
  const commitment = await newCommitment(world, { leadUnit: '市建委', supportUnits: [] });
  const body = Buffer.from('点位名称,区县\n示例公园,东一街道\n');
  return { query: `commitment=${commitment}&system=wgs84&mode=take&name=a.csv`, body };
}

/** Whoever built it starts it anew from a suspension, whoever leads accepts it: the same route, each by its own duty. */
async function moveRequest({ world, object, accountId }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const grants = accountId === null ? [] : await listGrants(db, jurisdiction, accountId);
  if (!grants.some(({ role }) => role === 'district' || role === 'street'))
    return { body: { action: 'accept', after: 1, words: '现场验收合格', amendment: '' } };
  if (await getSite(db, jurisdiction, object))
    await addSiteEvent(db, jurisdiction, {
      ...{ siteId: object, number: 2, action: 'rework', state: 'started', words: '补种树木', amendment: '' },
      ...{ happenedOn: isoDate('2024-08-31'), recordedBy: world.stranger },
    });
  return { body: { action: 'finish', after: 2, words: '', amendment: '' } };
}

const leadMoves: Readonly<Partial<Record<LeadState, LeadAction>>> = { passedOn: 'passOn' };

async function newLead({ world, object }: Asked, state: LeadState): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const leadId = randomUUID();
  if (!(await getSite(db, jurisdiction, object))) return leadId;
  await addRating(db, jurisdiction, {
    ...{ id: leadId, siteId: object, score: 1, words: '灯不亮', isLead: true },
    ...{ givenOn: isoDate('2024-09-01'), browserSha256: leadId },
  });
  const action = leadMoves[state];
  if (action)
    await addLeadEvent(db, jurisdiction, {
      ...{ leadId, number: 1, action, state, words: '', recordedBy: world.stranger },
    });
  return leadId;
}

async function photoRequest({ world, object }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const photoId = randomUUID();
  if (await getSite(db, jurisdiction, object))
    await addPhoto(db, jurisdiction, {
      ...{ id: photoId, siteId: object, mediaType: 'image/png', sha256: photoId, bytes: pixel },
      recordedBy: null,
    });
  return { params: { photoId } };
}

const outlines = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: '东区' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [120.1, 30.1],
            [120.2, 30.1],
            [120.2, 30.2],
            [120.1, 30.1],
          ],
        ],
      },
    },
  ],
};

export const siteSamples = {
  'POST /api/sites/table': {
    about: { none: 'each row is held against the duty of the sender; sites.test.ts' },
    request: tableRequest,
  },
  'POST /api/sites/:siteId/details': {
    request: () => ({
      body: {
        ...{ after: 1, address: '东路1号', longitude: '120.1', latitude: '30.1', system: 'wgs84' },
        ...{ standard: '不少于三百平方米', acceptance: '现场验收', responsible: '东区', dueOn: '2024-11-30' },
      },
    }),
  },
  'POST /api/sites/:siteId/moves': {
    request: moveRequest,
  },
  'POST /api/sites/:siteId/upkeep': {
    request: () => ({
      body: { after: 0, unit: '东区城管局', duty: '每日保洁', startsOn: '2024-09-01', endsOn: null },
    }),
  },
  'POST /api/sites/:siteId/checks': {
    request: () => ({ body: { outcome: 'confirmed', words: '现场属实', checkedOn: '2024-09-01' } }),
  },
  'POST /api/sites/:siteId/photos': { request: () => ({ body: pixel }) },
  'GET /api/sites/:siteId/photos/:photoId': { request: photoRequest },
  'GET /api/leads': { about: { kind: 'site' } },
  'POST /api/sites/:siteId/leads/:leadId/decisions': {
    request: async (asked) => ({
      params: { leadId: await newLead(asked, 'open') },
      body: { action: 'passOn', after: 0, words: '' },
    }),
  },
  'POST /api/sites/:siteId/leads/:leadId/answers': {
    request: async (asked) => ({
      params: { leadId: await newLead(asked, 'passedOn') },
      body: { after: 1, words: '已更换灯具' },
    }),
  },
  'POST /api/map/outlines': {
    request: () => ({
      query: `approval=${encodeURIComponent('示例审图号2024-1')}&system=wgs84`,
      body: Buffer.from(JSON.stringify(outlines)),
    }),
  },
  'GET /api/public/sites/:code': { request: codeRequest },
  'GET /api/public/sites/:code/sign': { request: codeRequest },
  'POST /api/public/sites/:code/ratings': {
    request: async (asked) => ({
      ...(await codeRequest(asked)),
      body: { score: 5, words: '', browser: randomUUID() },
    }),
  },
} as const satisfies Readonly<Record<string, RouteSample>>;
