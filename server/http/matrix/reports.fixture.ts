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

const metric = '建筑业总产值';
const period = '2024-06';

const target: Target = {
  ...{ metric, unit: '亿元', form: 'level', comparator: 'ge', values: ['3000'], direction: 'none' },
  ...{ relative: null, relativeType: null, strive: false, measure: 'flow', goodWay: 'higher', printed: '' },
  ...{ checkpoints: [], allocationMode: null, allocations: [] },
};

async function newIndicator(world: World, lead: string, supports: readonly string[]): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  const days = { startsOn: isoDate('2024-01-01'), dueOn: isoDate('2024-12-31') };
  const words = { number: '2', title: metric, field: '', official: null, force: null };
  const units = { leadUnit: lead, supportUnits: supports };
  await db.transaction().execute(async (tx) => {
    await lockPlan(tx, jurisdiction, world.planId);
    const whole = { id, planId: world.planId, kind: 'indicator', ...words, ...days, ...units } as const;
    await addCommitments(tx, jurisdiction, [{ ...whole, targets: [target] }]);
    await addRevision(tx, jurisdiction, world.planId, 'decide');
  });
  return id;
}

/** A report that was submitted and waits. */
async function newReport(world: World, { place, lead, supports, owner }: Placed): Promise<string> {
  const { db, jurisdiction, now } = world.example.context;
  const key = { commitmentId: await newIndicator(world, lead, supports), placeId: place ?? '', period };
  const id = reportIdOf(jurisdiction, key);
  const days = { periodStart: '2024-01-01', periodEnd: '2024-06-30', dueOn: '2024-07-15' };
  await addReports(db, jurisdiction, [{ id, ...key, ...days, recordedBy: owner }]);
  await addReportEvents(db, jurisdiction, [
    {
      ...{ reportId: id, number: 1, action: 'submit', state: 'submitted', reason: '' },
      ...{ receivedAt: now().toISOString(), recordedBy: owner },
    },
  ]);
  return id;
}

export const reportKinds = {
  report: { axes: ['place', 'unit'], make: newReport },
} as const satisfies Readonly<Record<string, KindFixture>>;

const cutToDesk = { none: 'is cut to the desks of the caller; report.test.ts' } as const;
const notAsked = { 404: 'somebody else is asked for this figure; report.test.ts' } as const;

const aCell = async ({ world }: Asked) => ({
  commitmentId: await newIndicator(world, '市建委', ['市建委']),
  placeId: '',
  period,
});

const moves =
  (action: string) =>
  async ({ world, accountId }: Asked) => {
    const placed = { place: null, lead: '市建委', supports: [], owner: accountId ?? world.stranger };
    const reports = [{ reportId: await newReport(world, placed), after: 1 }];
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
        entries: [
          { ...(await aCell(asked)), metric, value: '1500', unit: '亿元', statement: '', version: 0 },
        ],
      },
    }),
  },
  'POST /api/figures/paste': {
    about: cutToDesk,
    alsoFine: notAsked,
    request: async (asked) => ({
      body: { text: '1500', row: 0, cells: [{ ...(await aCell(asked)), metric }] },
    }),
  },
  'POST /api/figures/table': {
    about: cutToDesk,
    request: () => ({ query: 'name=a.csv', body: Buffer.from('指标,数值\n建筑业总产值,1500\n') }),
    alsoFine: { 503: 'more files at once than are taken', 422: 'the table has no heading of ours' },
  },
  'POST /api/reports': {
    about: cutToDesk,
    alsoFine: notAsked,
    request: async (asked) => ({
      body: { reports: [{ ...(await aCell(asked)), figures: [{ metric, value: '1500', unit: '亿元' }] }] },
    }),
  },
  'GET /api/reports': { about: { kind: 'report' } },
  'POST /api/reports/recalls': { about: cutToDesk, request: moves('recall') },
  'POST /api/reports/decisions': { about: cutToDesk, request: moves('return') },
  'POST /api/reports/verifications': { about: cutToDesk, request: moves('verify') },
  'POST /api/reports/:reportId/corrections': {
    request: () => ({
      body: { figureId: randomUUID(), value: '1600', unit: '亿元', reason: '核对有误', after: 1 },
    }),
    neverDone: 'nothing was verified yet; report.test.ts plays a correction whole',
  },
} as const satisfies Readonly<Record<string, RouteSample>>;
