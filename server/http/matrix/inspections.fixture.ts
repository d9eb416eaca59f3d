// Samples of inspections: one that was fed back today, so that its unit may object and the office go on; other states are put on top of it.
import { randomUUID } from 'node:crypto';
import { isoDate } from '../../../core/quantity/date.ts';
import type { InspectionAction, InspectionState } from '../../../core/supervise/inspection.ts';
import { addArrangement } from '../../store/inspection/arrangement.ts';
import { addInspectionEvidence } from '../../store/inspection/evidence.ts';
import { addFinding } from '../../store/inspection/finding.ts';
import { addInspection, addInspectionEvent, listInspections } from '../../store/inspection/inspection.ts';
import { addGrants, listGrants } from '../../store/people/grant.ts';
import type { Asked, KindFixture, Placed, RouteSample } from './kind.fixture.ts';
import type { World } from './world.fixture.ts';

async function put(
  { example: { context }, stranger }: World,
  inspectionId: string,
  steps: readonly (readonly [number, InspectionAction | 'plan', InspectionState])[],
): Promise<void> {
  const { db, jurisdiction, now, today } = context;
  for (const [number, action, state] of steps)
    await addInspectionEvent(db, jurisdiction, {
      ...{ inspectionId, number, action, state, team: [], words: '示例', approval: '示例批示' },
      unitReceivedOn: action === 'feedBack' ? today() : null,
      dueOn: action === 'orderRectification' ? isoDate('2024-10-31') : null,
      ...{ decision: null, receivedOn: today(), receivedAt: now().toISOString(), recordedBy: stranger },
    });
}

async function newInspection(world: World, { place, lead }: Pick<Placed, 'place' | 'lead'>): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  await addInspection(db, jurisdiction, {
    ...{
      id,
      kind: 'special',
      methods: ['onSite'],
      subject: '口袋公园专项督查',
      placeId: place ?? '',
      unit: lead,
    },
    ...{
      byUnit: '',
      from: isoDate('2024-08-26'),
      to: isoDate('2024-08-30'),
      commitmentIds: [],
      planYear: null,
    },
    ...{ field: '', unannounced: false, assignment: null, papers: [], recordedBy: world.stranger },
  });
  await put(world, id, [
    [1, 'plan', 'planned'],
    [2, 'approve', 'approved'],
    [3, 'begin', 'underway'],
    [4, 'conclude', 'concluded'],
    [5, 'feedBack', 'fedBack'],
  ]);
  return id;
}

export const inspectionKinds = {
  inspection: { axes: ['place', 'unit'], make: newInspection },
} as const satisfies Readonly<Record<string, KindFixture>>;

/** Puts the object into another state, where there is such an object. */
async function inState(
  { world, object }: Asked,
  action: InspectionAction,
  state: InspectionState,
): Promise<boolean> {
  const { db, jurisdiction } = world.example.context;
  if ((await listInspections(db, jurisdiction, object)).length === 0) return false;
  await put(world, object, [[6, action, state]]);
  return true;
}

const blank = { words: '', approval: '', unitReceivedOn: null, dueOn: null, decision: null };

/** The office orders rectification, the unit objects, the inspector accepts what was put right: each by its own duty. */
async function moveRequest(asked: Asked) {
  const { world, object, accountId } = asked;
  const { db, jurisdiction } = world.example.context;
  const grants = accountId === null ? [] : await listGrants(db, jurisdiction, accountId);
  const holds = (role: string): boolean => grants.some((grant) => grant.role === role);
  if (holds('supervisionOffice'))
    return { body: { ...blank, action: 'orderRectification', after: 5, words: '补种树木' } };
  if (!holds('inspector')) return { body: { ...blank, action: 'object', after: 5, words: '现场已整改' } };
  if (await inState(asked, 'orderRectification', 'rectifying'))
    await addFinding(db, jurisdiction, {
      ...{
        id: randomUUID(),
        inspectionId: object,
        commitmentId: null,
        method: 'onSite',
        outcome: 'confirmed',
      },
      ...{ words: '已补种', again: true, recordedBy: world.stranger },
    });
  return { body: { ...blank, action: 'acceptRectification', after: 6 } };
}

async function arrangeRequest(asked: Asked) {
  await inState(asked, 'approve', 'approved');
  return { body: { what: 'days', from: '2031-01-05', to: '2031-01-06', reason: '汛期调整' } };
}

async function findingRequest(asked: Asked) {
  const { world, object, accountId } = asked;
  const { db, jurisdiction } = world.example.context;
  if ((await inState(asked, 'begin', 'underway')) && accountId !== null)
    await addArrangement(db, jurisdiction, {
      ...{ inspectionId: object, number: 1, what: 'team', from: null, to: null, members: [accountId] },
      ...{ withIds: [], reason: '', approval: '', recordedBy: world.stranger },
    });
  return { body: { commitmentId: null, method: 'onSite', outcome: 'contradicted', words: '两处未完工' } };
}

async function answerRequest(asked: Asked) {
  await inState(asked, 'orderRectification', 'rectifying');
  return { body: { words: '已补种树木 12 棵' } };
}

async function evidenceRequest({ world, object }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const evidenceId = randomUUID();
  if ((await listInspections(db, jurisdiction, object)).length > 0)
    await addInspectionEvidence(db, jurisdiction, {
      ...{ id: evidenceId, inspectionId: object, paper: null, side: 'unit', fileName: 'a.pdf' },
      ...{ mediaType: 'application/pdf', sha256: '0'.repeat(64), bytes: Buffer.from('%PDF-1.4') },
      recordedBy: null,
    });
  return { params: { evidenceId } };
}

const matter = {
  ...{ kind: 'special', subject: '口袋公园专项督查', byUnit: '', from: '2024-10-08', to: '2024-10-10' },
  ...{ commitmentIds: [], field: '' },
};

let made = 0;

/** A plan of its own for each request, with one inspection that repeats nothing. */
async function yearRequest({ world }: Asked) {
  made += 1;
  const year = 2030 + (made % 70);
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  await addInspection(db, jurisdiction, {
    ...{
      id,
      kind: 'special',
      methods: ['onSite'],
      subject: '年度督查',
      placeId: '',
      unit: `示例单位${made}`,
    },
    ...{ byUnit: '', from: isoDate(`${year}-03-01`), to: isoDate(`${year}-03-02`), commitmentIds: [] },
    ...{ planYear: year, field: '', unannounced: false, assignment: null, papers: [], recordedBy: null },
  });
  await put(world, id, [[1, 'plan', 'planned']]);
  return { params: { year: `${year}` }, body: { action: 'submit', after: 0, words: '', approval: '' } };
}

async function inspectorRequest({ world }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const accountId = await world.newAccount();
  const grant = {
    role: 'inspector',
    place: null,
    unit: null,
    from: isoDate('2024-01-01'),
    to: null,
  } as const;
  await addGrants(db, jurisdiction, [{ ...grant, id: randomUUID(), accountId, recordedBy: null }]);
  const term = { from: '2024-01-01', until: null, certificate: '示例证号', certificateUntil: '2026-12-31' };
  return {
    body: { accountId, fields: ['城建'], ...term, services: [], interests: [] },
  };
}

export const inspectionSamples = {
  'GET /api/inspections': { about: { kind: 'inspection' } },
  'POST /api/inspections': {
    request: () => ({
      body: {
        ...matter,
        ...{
          units: [{ unit: '市建委', placeId: '' }],
          methods: ['onSite'],
          planYear: null,
          unannounced: false,
        },
        ...{ assignment: '', papers: ['施工许可'], words: '' },
      },
    }),
  },
  'GET /api/inspection-form': {},
  'POST /api/inspection-check': { request: () => ({ body: { ...matter, unit: '市建委', placeId: '' } }) },
  'POST /api/inspections/:inspectionId/moves': { request: moveRequest },
  'POST /api/inspections/:inspectionId/arrangements': { request: arrangeRequest },
  'POST /api/inspections/:inspectionId/findings': { request: findingRequest },
  'POST /api/inspections/:inspectionId/answers': { request: answerRequest },
  'POST /api/inspections/:inspectionId/evidence': {
    request: () => ({ query: 'name=a.pdf', body: Buffer.from('%PDF-1.4') }),
  },
  'GET /api/inspections/:inspectionId/evidence/:evidenceId': { request: evidenceRequest },
  'GET /api/inspection-plans/:year': { request: () => ({ params: { year: '2024' } }) },
  'POST /api/inspection-plans/:year/moves': { request: yearRequest },
  'POST /api/inspectors': { request: inspectorRequest },
} as const satisfies Readonly<Record<string, RouteSample>>;
