// Samples of monitoring, five-year and exchange routes: figures, targets, a consultation with its letters, a package for the city.
import { randomUUID } from 'node:crypto';
import type { Target } from '../../../core/plan/commitment.ts';
import type { PlanPackage } from '../../../core/plan/exchange/package.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { hashOf } from '../../act/exchange/make-package.ts';
import { addCommitments } from '../../store/commitment.ts';
import { addConsultation } from '../../store/exchange/consultation.ts';
import { addLetterEvent, addLetters } from '../../store/exchange/letter.ts';
import { listGrants } from '../../store/people/grant.ts';
import { addRevision, lockPlan } from '../../store/plan.ts';
import { addFiveYearTarget } from '../../store/series/five-year.ts';
import { addIndicator, type IndicatorRow } from '../../store/series/indicator.ts';
import type { Asked, KindFixture, RouteSample } from './kind.fixture.ts';
import { newCommitment } from './plans.fixture.ts';
import type { World } from './world.fixture.ts';

let made = 0;
const next = (): number => {
  made += 1;
  return made;
};

function indicator(): IndicatorRow {
  const number = next();
  return {
    ...{ code: `RETAIL_${number}`, name: `零售额${number}`, nameEn: 'Retail sales', unit: '亿元', step: 1 },
    ...{ goodWay: 'higher', headline: 'totalGrowth', mergedSpring: true, aliases: [], planMetric: '' },
  };
}

async function newIndicator({ example }: World): Promise<IndicatorRow> {
  const row = indicator();
  await addIndicator(example.context.db, example.context.jurisdiction, row, null);
  return row;
}

async function newTarget({ example }: World): Promise<string> {
  const id = randomUUID();
  const years = { kind: 'cumulative', fromYear: 2021, toYear: 2025, target: '16', baseline: null } as const;
  const words = {
    metric: `用水量${next()}`,
    unit: '%',
    force: null,
    source: '规划纲要',
    isDemonstration: false,
  };
  await addFiveYearTarget(example.context.db, example.context.jurisdiction, { id, ...words, ...years }, null);
  return id;
}

const sixty: Target = {
  ...{ metric: '公园', form: 'level', comparator: 'eq', values: ['60'], unit: '个', direction: 'none' },
  ...{
    relative: null,
    relativeType: null,
    strive: false,
    measure: 'flow',
    goodWay: 'higher',
    printed: '60个',
  },
  ...{ checkpoints: [], allocationMode: null, allocations: [] },
};

/** A promise with a number, which can be given out in shares. */
async function newPromise({ example, planId }: World): Promise<string> {
  const { db, jurisdiction } = example.context;
  const id = randomUUID();
  const days = { startsOn: isoDate('2024-01-01'), dueOn: isoDate('2024-12-31') };
  const words = { number: '1', title: '新建公园', field: '城建', official: null, force: null };
  const whose = { leadUnit: '市建委', supportUnits: [] };
  await db.transaction().execute(async (tx) => {
    await lockPlan(tx, jurisdiction, planId);
    const row = { id, planId, kind: 'livelihood', ...words, ...days, ...whose, targets: [sixty] } as const;
    await addCommitments(tx, jurisdiction, [row]);
    await addRevision(tx, jurisdiction, planId, 'decide');
  });
  return id;
}

interface NewConsultation {
  readonly consultationId: string;
  readonly lineId: string;
  readonly letterId: string;
}

async function newConsultation(world: World, placeId: string): Promise<NewConsultation> {
  const { db, jurisdiction } = world.example.context;
  const [consultationId, lineId, letterId] = [randomUUID(), randomUUID(), randomUUID()];
  const commitmentId = await newCommitment(world, { leadUnit: '市建委', supportUnits: [] });
  const row = { id: consultationId, planId: world.planId, title: '示例', dueOn: isoDate('2024-09-30') };
  const line = { id: lineId, commitmentId, metric: '公园', unit: '个', printed: '60个', goal: '60' };
  await addConsultation(db, jurisdiction, { ...row, isDemonstration: false, recordedBy: null }, [line]);
  await addLetters(db, jurisdiction, [{ id: letterId, consultationId, placeId }]);
  const sent = { letterId, number: 1, action: 'send', state: 'sent', reason: '' } as const;
  await addLetterEvent(db, jurisdiction, sent, [], null);
  return { consultationId, lineId, letterId };
}

const lineOf = async ({ example }: World, letterId: string): Promise<string> => {
  const row = await example.context.db
    .selectFrom('consultation_letter as letter')
    .innerJoin('consultation_line as line', 'line.consultation_id', 'letter.consultation_id')
    .select('line.id')
    .where('letter.jurisdiction_id', '=', example.context.jurisdiction)
    .where('letter.id', '=', letterId)
    .executeTakeFirst();
  return row?.id ?? randomUUID();
};

export const exchangeKinds = {
  letter: {
    axes: ['place'],
    make: async (world, { place }) => (await newConsultation(world, place ?? '')).letterId,
  },
} as const satisfies Readonly<Record<string, KindFixture>>;

/** From the level below, so that the city's office and the place itself may both bring it. */
function packageFrom({ world }: Asked): Buffer {
  const body: PlanPackage = {
    ...{ format: 'bihuan.plan', version: 1, direction: 'up', year: 2024, title: `东区计划${next()}` },
    from: { level: 'district', id: 'east', name: '东区' },
    to: { level: 'city', id: world.example.context.jurisdiction, name: '示例市' },
    ...{ issuedOn: isoDate('2024-08-01'), lines: [] },
  };
  return Buffer.from(JSON.stringify({ ...body, sha256: hashOf(body) }));
}

/** The place comments on its letter, the office answers one that was commented on: the same route, each by its own duty. */
async function moveRequest({ world, object, accountId }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const lineId = await lineOf(world, object);
  const lines = [{ lineId, wanted: '5', words: '用地不足' }];
  const grants = accountId === null ? [] : await listGrants(db, jurisdiction, accountId);
  if (!grants.some(({ role }) => role === 'planOffice'))
    return { body: { action: 'comment', after: 1, reason: '', lines } };
  const event = { letterId: object, number: 2, action: 'comment', state: 'commented', reason: '' } as const;
  const known = await db
    .selectFrom('consultation_letter')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', object)
    .executeTakeFirst();
  if (known) await addLetterEvent(db, jurisdiction, event, lines, null);
  return { body: { action: 'answer', after: 2, reason: '', lines } };
}

const table = '指标,期间,口径,数值,单位\n';

export const exchangeSamples = {
  'GET /api/monitoring/series/:code': {
    request: async ({ world }) => ({ params: { code: (await newIndicator(world)).code } }),
  },
  'POST /api/monitoring/table': {
    request: async ({ world }) => ({
      query: `mode=take&name=a.csv&source=${encodeURIComponent('统计月报')}`,
      body: Buffer.from(`${table}${(await newIndicator(world)).name},2024-05,累计值,3104.2,亿元\n`),
    }),
  },
  'POST /api/monitoring/indicators': { request: () => ({ body: indicator() }) },
  'POST /api/monitoring/places': {
    request: () => {
      const number = next();
      return { body: { id: `peer-${number}`, name: `对标城市${number}`, nameEn: '', level: 'peer' } };
    },
  },
  'POST /api/five-year': {
    request: () => ({
      body: {
        ...{ metric: `森林覆盖率${next()}`, unit: '%', kind: 'cumulative', fromYear: 2021, toYear: 2025 },
        ...{ target: '5', baseline: null, force: 'binding', source: '规划纲要' },
      },
    }),
  },
  'POST /api/five-year/:targetId/figures': {
    request: async ({ world }) => ({
      params: { targetId: await newTarget(world) },
      body: { year: 2021, role: 'figure', value: '3', source: '年度报告', after: 0 },
    }),
  },
  'GET /api/exchange': { about: { none: 'partners are cut to the places of the caller; exchange.test.ts' } },
  'GET /api/exchange/partners/:partnerId': {
    about: { none: 'one partner, held against the places of the caller; exchange.test.ts' },
    request: () => ({ params: { partnerId: 'east' } }),
  },
  'POST /api/exchange/partners/:partnerId/package': {
    about: { none: 'one partner, held against the places of the caller; exchange.test.ts' },
    request: () => ({ params: { partnerId: 'east' }, body: {} }),
  },
  'POST /api/exchange/packages': {
    about: { none: 'the sender in the file is held against the places of the caller; exchange.test.ts' },
    request: (asked) => ({ query: 'mode=take', body: packageFrom(asked) }),
  },
  'POST /api/exchange/documents': {
    about: { none: 'the district of the plan is held against the places of the caller; exchange.test.ts' },
    request: async ({ world }) => ({
      body: {
        ...{ mode: 'check', placeId: 'east', year: 2024 },
        documentId: await world.example.add(
          `东区2024年计划 示东〔2024〕${next()}号 2024-01-29`,
          `目标 1 新建公园 ${next()} 个 市建委`,
        ),
      },
    }),
  },
  'POST /api/consultations': {
    request: async ({ world }) => {
      const lines = [{ commitmentId: await newPromise(world), metric: '公园' }];
      return { body: { plan: world.planId, title: '示例', dueOn: '2024-09-30', placeIds: ['east'], lines } };
    },
  },
  'GET /api/consultations/:consultationId': {
    about: { none: 'letters are cut to the places of the caller; exchange.test.ts' },
    request: async ({ world }) => ({
      params: { consultationId: (await newConsultation(world, 'east')).consultationId },
    }),
  },
  'POST /api/consultations/:consultationId/shares': {
    request: async ({ world }) => {
      const { consultationId, lineId } = await newConsultation(world, 'east');
      return { params: { consultationId }, body: { lineId, placeId: 'east', value: '5', after: 0 } };
    },
  },
  'POST /api/letters/:letterId/moves': { request: moveRequest },
} as const satisfies Readonly<Record<string, RouteSample>>;
