// Samples of plan and document routes.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Commitment } from '../../../core/plan/commitment.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { addCommitments } from '../../store/commitment.ts';
import { listItems } from '../../store/item.ts';
import { addPlan, addRevision, getPlanOfYear, lockPlan } from '../../store/plan.ts';
import { addPlanClose } from '../../store/plan-close.ts';
import type { Asked, KindFixture, RouteSample } from './kind.fixture.ts';
import { target } from './reports.fixture.ts';
import type { World } from './world.fixture.ts';

export async function newCommitment(
  world: World,
  given: Pick<Commitment, 'leadUnit' | 'supportUnits'> & Partial<Pick<Commitment, 'targets'>>,
): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  const days = { startsOn: isoDate('2024-01-01'), dueOn: isoDate('2024-12-31') };
  const words = { number: '1', title: '新建口袋公园', field: '城建', official: null, force: null };
  await db.transaction().execute(async (tx) => {
    await lockPlan(tx, jurisdiction, world.planId);
    await addCommitments(tx, jurisdiction, [
      { id, planId: world.planId, kind: 'livelihood', ...words, ...days, targets: [], ...given },
    ]);
    await addRevision(tx, jurisdiction, world.planId, 'decide'); // what was worked out before is worked out again
  });
  return id;
}

export const planKinds = {
  commitment: {
    axes: ['unit'],
    make: (world, { lead, supports }) => newCommitment(world, { leadUnit: lead, supportUnits: supports }),
  },
} as const satisfies Readonly<Record<string, KindFixture>>;

const aCommitment = async ({ world }: Asked) => ({
  commitmentId: await newCommitment(world, { leadUnit: '市建委', supportUnits: [] }),
});

let made = 0;
const aDocument = async ({ world }: Asked) => {
  made += 1;
  const lines = [`清单 示政〔2024〕${made}号 2024-02-01`, `目标 1 新建公园 ${made} 个 市建委`];
  return { documentId: await world.example.add(...lines) };
};
const documentRequest = async (asked: Asked) => ({ params: await aDocument(asked) });

async function readingRequest({ world: { readings } }: Asked) {
  made += 1;
  const bytes = Buffer.from(`清单 示政〔2024〕${made}号 2024-02-01`);
  const started = readings.start({ name: 'a.txt', bytes });
  if (!started.ok) throw new Error(started.code);
  const { readingId } = started.value;
  while (readings.get(readingId)?.stage !== 'done') await wait(5);
  return { params: { readingId } };
}

async function decisionRequest(asked: Asked) {
  const { documentId } = await aDocument(asked);
  const { db, jurisdiction } = asked.world.example.context;
  const [item] = await listItems(db, jurisdiction, documentId);
  const decisions = [{ itemId: item?.id, decision: 'adopt' }];
  return { params: { documentId }, body: { planYear: 2024, decisions } };
}

let ended = 0;
/** A plan without promises whose year is over; each request has one of its own. */
async function anEndedYear({ world }: Asked): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  ended += 2;
  const year = 1949 + ended;
  const days = { startsOn: isoDate(`${year}-01-01`), endsOn: isoDate(`${year}-12-31`) };
  await addPlan(db, jurisdiction, { id: randomUUID(), year, title: `${year}`, ...days });
  return (await getPlanOfYear(db, jurisdiction, year))?.id ?? '';
}

export const planSamples = {
  'GET /api/commitments/:commitmentId': {
    request: async (asked) => ({ params: await aCommitment(asked) }),
  },
  'POST /api/commitments/:commitmentId/amendments': {
    request: async (asked) => ({
      params: await aCommitment(asked),
      body: {
        targets: [{ metric: '公园', printed: '40个', unit: '个' }],
        reason: '人大常委会批准调整',
        effectiveOn: '2024-08-01',
      },
    }),
  },
  'POST /api/commitments/:commitmentId/applicability': {
    request: async ({ world }) => ({
      params: {
        commitmentId: await newCommitment(world, {
          ...{ leadUnit: '市建委', supportUnits: [], targets: [target('公园', 'east')] },
        }),
      },
      body: {
        metric: '公园',
        place: '东区',
        applies: false,
        from: '2024-03-01',
        reason: '辖区内没有公园用地',
      },
    }),
  },
  'GET /api/commitments/:commitmentId/places': {
    request: async (asked) => ({ params: await aCommitment(asked) }),
  },
  'POST /api/commitments/assignments/check': {
    request: () => ({ body: { filter: { search: '口袋公园' }, change: { taskForce: '城市更新专班' } } }),
  },
  'POST /api/commitments/assignments': {
    request: async ({ world }) => {
      made += 1;
      const commitmentId = await newCommitment(world, { leadUnit: '市建委', supportUnits: [`配合${made}`] });
      const filter = { search: `配合${made}` };
      return commitmentId === ''
        ? {}
        : { body: { filter, change: { taskForce: '专班' }, count: 1, reason: '分工调整' } };
    },
  },
  'GET /api/plans/:planId/next': { request: ({ world }) => ({ params: { planId: world.planId } }) },
  'POST /api/plans/:planId/closing': {
    request: async (asked) => ({ params: { planId: await anEndedYear(asked) }, body: { words: '' } }),
  },
  'POST /api/plans/:planId/next': {
    request: async (asked) => {
      const { db, jurisdiction } = asked.world.example.context;
      const planId = await anEndedYear(asked);
      await addPlanClose(db, jurisdiction, { planId, words: '', recordedBy: null });
      const days = { startsOn: isoDate('1960-01-01'), dueOn: isoDate('1960-12-31') };
      const words = { number: '1', title: '旧事项', field: '', official: null, force: null };
      const owners = { leadUnit: null, supportUnits: [], targets: [] };
      const commitmentId = randomUUID();
      await addCommitments(db, jurisdiction, [
        { id: commitmentId, planId, kind: 'task', ...words, ...days, ...owners },
      ]);
      return { params: { planId }, body: { lines: [{ commitmentId, decision: 'adopt', reason: '' }] } };
    },
  },
  'GET /api/sheets/place': { request: () => ({ query: `place=${encodeURIComponent('东区')}` }) },
  'GET /api/search': { request: () => ({ query: 'words=park' }) },
  'POST /api/documents': {
    request: () => {
      made += 1;
      return { query: 'name=a.txt', body: Buffer.from(`清单 示政〔2024〕${made}号 2024-02-01`) };
    },
  },
  'GET /api/readings/:readingId': { request: readingRequest },
  'GET /api/documents/:documentId': { request: documentRequest },
  'GET /api/documents/:documentId/text': { request: documentRequest },
  'GET /api/documents/:documentId/bytes': { request: documentRequest },
  'POST /api/documents/:documentId/decisions': { request: decisionRequest },
} as const satisfies Readonly<Record<string, RouteSample>>;
