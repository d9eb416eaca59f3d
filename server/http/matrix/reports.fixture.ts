// Samples of reporting. Who is asked for a figure is narrower than who may report; report.test.ts plays that, here it is alsoFine.
import { randomUUID } from 'node:crypto';
import type { Target } from '../../../core/plan/commitment.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { addCommitments } from '../../store/commitment.ts';
import { addRevision, lockPlan } from '../../store/plan.ts';
import { addReportEvents } from '../../store/report/event.ts';
import { addReports, reportIdOf } from '../../store/report/report.ts';
import type { Asked, KindFixture, Placed, RouteSample } from './kind.fixture.ts';
import type { World } from './world.fixture.ts';

const period = '2024-H1';
/** One figure is asked once, whichever lists it stands in: each promise here has a figure of its own. */
let made = 0;
const metricOf = (number: number): string => `建筑业总产值${number}`;

const places = new Map([
  ['east', '东区'],
  ['west', '西区'],
  ['east-1', '东一街道'],
  ['east-2', '东二街道'],
  ['west-1', '西一街道'],
]);

export const target = (metric: string, place: string | null): Target => ({
  ...{ metric, unit: '亿元', form: 'level', comparator: 'ge', values: ['3000'], direction: 'none' },
  ...{ relative: null, relativeType: null, strive: false, measure: 'flow', goodWay: 'higher', printed: '' },
  checkpoints: [],
  allocationMode: place === null ? null : 'sum',
  allocations: place === null ? [] : [{ place: places.get(place) ?? '', value: '10', second: null }],
});

interface Indicator {
  readonly id: string;
  readonly metric: string;
}

async function newIndicator(
  world: World,
  { lead, supports, place }: Pick<Placed, 'lead' | 'supports' | 'place'>,
): Promise<Indicator> {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  made += 1;
  const metric = metricOf(made);
  const days = { startsOn: isoDate('2024-01-01'), dueOn: isoDate('2024-12-31') };
  const words = { number: '2', title: metric, field: '', official: null, force: null };
  const units = { leadUnit: lead, supportUnits: supports };
  await db.transaction().execute(async (tx) => {
    await lockPlan(tx, jurisdiction, world.planId);
    const whole = { id, planId: world.planId, kind: 'indicator', ...words, ...days, ...units } as const;
    await addCommitments(tx, jurisdiction, [{ ...whole, targets: [target(metric, place)] }]);
    await addRevision(tx, jurisdiction, world.planId, 'decide');
  });
  return { id, metric };
}

/** A report that was submitted and waits. */
async function newReport(world: World, placed: Placed, isAccepted = false): Promise<string> {
  const { place, owner } = placed;
  const { db, jurisdiction, now } = world.example.context;
  const { id: commitmentId } = await newIndicator(world, placed);
  const key = { commitmentId, placeId: place ?? '', period };
  const id = reportIdOf(jurisdiction, key);
  const days = { periodStart: '2024-01-01', periodEnd: '2024-06-30', dueOn: '2024-07-15' };
  await addReports(db, jurisdiction, [{ id, ...key, ...days, recordedBy: owner }]);
  const event = { reportId: id, reason: '', receivedAt: now().toISOString() };
  const author = { recordedBy: owner };
  await addReportEvents(db, jurisdiction, [
    { ...event, ...author, number: 1, action: 'submit', state: 'submitted' },
    ...(isAccepted
      ? ([{ ...event, recordedBy: null, number: 2, action: 'accept', state: 'accepted' }] as const)
      : []),
  ]);
  return id;
}

export const reportKinds = {
  report: { axes: ['place', 'unit'], make: newReport },
} as const satisfies Readonly<Record<string, KindFixture>>;

const cutToDesk = { none: 'is cut to the desks of the caller; report.test.ts' } as const;
const notAsked = {
  404: 'somebody else is asked for this figure; report.test.ts',
  403: 'a supporting unit helps, the lead unit reports; report.test.ts',
} as const;

const aCell = async ({ world }: Asked) => {
  const asked = { lead: '市建委', supports: [], place: null };
  const { id: commitmentId, metric } = await newIndicator(world, asked);
  return { commitmentId, placeId: '', period, metric };
};

const moves =
  (action: string) =>
  async ({ world, accountId }: Asked) => {
    const owner = action === 'recall' && accountId !== null ? accountId : world.stranger;
    const placed = { place: null, lead: '市建委', supports: [], owner };
    const isAccepted = action === 'verify';
    const reports = [{ reportId: await newReport(world, placed, isAccepted), after: isAccepted ? 2 : 1 }];
    return { body: { action, reason: '核对后处理', reports } };
  };

export const reportSamples = {
  'GET /api/figures': { about: cutToDesk },
  'GET /api/figures/template': { about: cutToDesk },
  'GET /api/figures/table.csv': { about: cutToDesk },
  'PUT /api/figures/drafts': {
    about: cutToDesk,
    alsoFine: notAsked,
    request: async (asked) => ({
      body: {
        entries: [{ ...(await aCell(asked)), value: '1500', unit: '亿元', statement: '', version: 0 }],
      },
    }),
  },
  'POST /api/figures/paste': {
    about: cutToDesk,
    alsoFine: notAsked,
    request: async (asked) => ({
      body: { text: '1500', row: 0, cells: [await aCell(asked)] },
    }),
  },
  'POST /api/figures/table': {
    about: cutToDesk,
    request: async (asked) => {
      const { metric } = await aCell(asked);
      return { query: 'name=a.txt', body: Buffer.from(`指标\t数值\n${metric}\t1500\n`) };
    },
    alsoFine: notAsked,
  },
  'POST /api/reports': {
    about: cutToDesk,
    alsoFine: notAsked,
    request: async (asked) => {
      const { metric, ...cell } = await aCell(asked);
      return { body: { reports: [{ ...cell, figures: [{ metric, value: '1500', unit: '亿元' }] }] } };
    },
  },
  'GET /api/reports': { about: { kind: 'report' } },
  'POST /api/reports/recalls': { about: cutToDesk, alsoFine: notAsked, request: moves('recall') },
  'POST /api/reports/decisions': { about: cutToDesk, alsoFine: notAsked, request: moves('return') },
  'POST /api/reports/verifications': { about: cutToDesk, alsoFine: notAsked, request: moves('verify') },
  'POST /api/reports/:reportId/corrections': {
    request: () => ({
      body: { figureId: randomUUID(), value: '1600', unit: '亿元', reason: '核对有误', after: 1 },
    }),
    alsoFine: notAsked,
    neverDone: 'nothing was verified yet; report.test.ts plays a correction whole',
  },
} as const satisfies Readonly<Record<string, RouteSample>>;
