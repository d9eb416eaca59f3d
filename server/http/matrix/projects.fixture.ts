// Samples of projects: one in a place, led by a unit, with its owner as supporting unit; blockers of each state.
import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../core/contract/permission.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { enterProject } from '../../act/project/save-entry.ts';
import { listGrants } from '../../store/people/grant.ts';
import { addBlocker, addBlockerEvent } from '../../store/project/blocker.ts';
import { listEntriesOf } from '../../store/project/entry.ts';
import { findScope } from '../../store/scope.ts';
import type { Asked, KindFixture, Placed, RouteSample } from './kind.fixture.ts';
import type { World } from './world.fixture.ts';

const body = {
  year: 2024,
  code: null,
  name: '示例项目',
  content: '',
  kind: 'reserve',
  field: '交通',
  levels: [],
  ownerUnit: '',
  total: '10',
  annualPlan: '2',
  beforeYear: null,
  feasibility: null,
  designEstimate: null,
  financing: [],
  governmentFunded: false,
  lists: [],
  approvedOn: null,
  plannedOn: {},
} as const;

const office: Caller = {
  ...{ accountId: null, name: '', scopes: null },
  grants: [{ role: 'planOffice', place: null, unit: null, from: isoDate('2020-01-01'), to: null }],
};

/** Through the act: what is kept of the register knows of acts only. */
async function newProject(world: World, { place, lead, supports }: Placed): Promise<string> {
  const { context } = world.example;
  const given = { ...body, placeIds: [place ?? 'ownLevel'], leadUnit: lead, ownerUnit: supports[0] ?? '' };
  const entered = await enterProject(context, { caller: office, key: null }, { ...given, explanation: '' });
  if (!entered.ok || !entered.value.kept) throw new Error('the sample project was not kept');
  return entered.value.id;
}

export const projectKinds = {
  project: { axes: ['place', 'unit'], make: newProject },
} as const satisfies Readonly<Record<string, KindFixture>>;

/** Offices assign; whoever leads, or the district, takes back; any other unit solves what it was given: each by its own duty. */
async function moveRequest(asked: Asked) {
  const { db, jurisdiction } = asked.world.example.context;
  const blockerId = randomUUID();
  const blocker = { id: blockerId, projectId: asked.object, kind: 'land', words: '用地未落实' } as const;
  const scope = await findScope(db, jurisdiction, 'project', asked.object);
  if (scope) await addBlocker(db, jurisdiction, { ...blocker, raisedOn: isoDate('2024-08-01') }, null);
  const grants = asked.accountId === null ? [] : await listGrants(db, jurisdiction, asked.accountId);
  const held = (...roles: readonly string[]) => grants.find(({ role }) => roles.includes(role));
  const [params, none] = [{ blockerId }, { unit: null, dueOn: null }];
  if (held('planOffice', 'supervisionOffice'))
    return { params, body: { action: 'assign', after: 0, unit: '市建委', dueOn: '2024-09-30', words: '' } };
  const post = held('supportingUnit', 'leadUnit');
  const unit = post?.unit;
  const leads = post?.role === 'leadUnit' && scope?.leadUnit === unit;
  if (!unit || leads) return { params, body: { action: 'withdraw', after: 0, ...none, words: '重复报送' } };
  const given = { blockerId, number: 1, action: 'assign', state: 'assigned', unit } as const;
  const days = { dueOn: isoDate('2024-09-30'), happenedOn: isoDate('2024-08-02'), words: '' };
  // Being given a blocker is what brings a project within reach: only where it is already.
  if (scope?.units.includes(unit)) await addBlockerEvent(db, jurisdiction, { ...given, ...days }, null);
  return { params, body: { action: 'solve', after: 1, ...none, words: '用地已批复' } };
}

export const projectSamples = {
  'POST /api/projects/tables': {
    request: () => ({ body: { documentId: randomUUID(), caption: '表1', year: 2024, explanation: '' } }),
    neverDone:
      'the small reader of the tests finds no tables of projects; published.test.ts and load-sample do',
  },
  'GET /api/projects/template': { request: () => ({ query: 'what=register' }) },
  'POST /api/projects/table': {
    about: { none: 'each row is held against the duty of the sender; projects.test.ts' },
    request: () => ({
      query: 'what=register&year=2024&mode=take&name=a.csv',
      body: Buffer.from(`项目名称,建设性质,区县,牵头单位\n示例${randomUUID()},前期储备,东一街道,市建委\n`),
    }),
  },
  'GET /api/projects/dispatch': { about: { none: 'cut to those that the caller follows; projects.test.ts' } },
  'GET /api/projects/dispatch/file': {
    about: { none: 'cut to those that the caller follows; projects.test.ts' },
    request: () => ({ query: 'form=xlsx' }),
  },
  'POST /api/projects': {
    about: { none: 'the entry is held against the duty of the sender; projects.test.ts' },
    request: () => ({ body: { ...body, placeIds: ['east-1'], leadUnit: '市建委', explanation: '' } }),
  },
  'POST /api/projects/:projectId/entries': {
    openField: 'plannedOn',
    request: async (asked) => {
      const { db, jurisdiction } = asked.world.example.context;
      const [entry] = await listEntriesOf(db, jurisdiction, asked.object);
      const { placeIds, leadUnit } = entry ?? { placeIds: ['east'], leadUnit: '市建委' };
      return { body: { ...body, placeIds, leadUnit, explanation: '', after: 1 } };
    },
  },
  'POST /api/projects/:projectId/gates': {
    request: () => ({ body: { gate: 'signed', day: '2024-08-01', words: '', after: 0 } }),
  },
  'POST /api/projects/:projectId/investments': {
    request: () => ({
      body: {
        ...{ periodEnd: '2024-08-31', sinceJanuary: '0.5', picture: '', physical: null, building: true },
        ...{ explanation: '', after: 0 },
      },
    }),
  },
  'POST /api/projects/:projectId/guarantees': {
    request: () => ({
      body: { factor: 'land', kind: 'asked', day: '2024-08-01', amount: '20', unit: '亩', source: '' },
    }),
  },
  'POST /api/projects/:projectId/evidence': {
    request: () => ({
      body: {
        ...{ kind: 'drone', observedOn: '2024-08-20', activity: 'active', physical: null },
        ...{ source: '无人机', words: '' },
      },
    }),
  },
  'POST /api/projects/:projectId/notes': {
    request: () => ({ body: { kind: 'risk', confidence: null, words: '雨季施工' } }),
  },
  'POST /api/projects/:projectId/blockers': {
    request: () => ({ body: { kind: 'land', words: '用地未落实' } }),
  },
  'POST /api/projects/:projectId/blockers/:blockerId/moves': { request: moveRequest },
} as const satisfies Readonly<Record<string, RouteSample>>;
