// Samples of supervision: notices issued to a place or a unit, their moves, evidence, the day's agenda.
import { randomUUID } from 'node:crypto';
import { isoDate } from '../../../core/quantity/date.ts';
import { listGrants } from '../../store/people/grant.ts';
import { addEvidence } from '../../store/supervise/evidence.ts';
import { addNotice, addNoticeEvent, getNotice } from '../../store/supervise/notice.ts';
import type { Asked, KindFixture, Placed, RouteSample } from './kind.fixture.ts';
import { newCommitment } from './plans.fixture.ts';
import type { World } from './world.fixture.ts';

/** Issued by somebody else and not answered yet, so that the office may withdraw it and the unit may answer. */
async function newNotice(world: World, { place, lead, supports }: Placed): Promise<string> {
  const { db, jurisdiction, now, today } = world.example.context;
  const id = randomUUID();
  const recordedBy = world.stranger;
  const commitmentId =
    supports.length === 0 ? null : await newCommitment(world, { leadUnit: lead, supportUnits: supports });
  const about = { title: '口袋公园进度滞后', commitmentId, siteId: null };
  await addNotice(db, jurisdiction, { id, ...about, placeId: place ?? '', unit: lead, recordedBy });
  const days = { answerBy: isoDate('2024-09-08'), remedyBy: isoDate('2024-09-30'), extendTo: null };
  const received = { receivedOn: today(), receivedAt: now().toISOString(), recordedBy };
  await addNoticeEvent(db, jurisdiction, {
    ...{ noticeId: id, number: 1, action: 'issue', state: 'issued', grade: 'reminder' },
    ...{ reasons: ['behindSchedule'], words: '进度滞后', approval: '', ...days, ...received },
  });
  return id;
}

export const supervisionKinds = {
  notice: { axes: ['place', 'unit'], make: newNotice },
} as const satisfies Readonly<Record<string, KindFixture>>;

const blank = { words: '', approval: '', reasons: [], answerBy: null, remedyBy: null, extendTo: null };

/** The office withdraws, whoever is addressed answers: the same route, each by its own duty. */
async function moveRequest({ world, accountId }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const grants = accountId === null ? [] : await listGrants(db, jurisdiction, accountId);
  const isOffice = grants.some(({ role }) => role === 'supervisionOffice');
  const action = isOffice ? 'withdraw' : 'answer';
  return { body: { ...blank, action, after: 1, words: isOffice ? '重复下发' : '已增加班组' } };
}

async function evidenceRequest({ world, object }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  const file = { fileName: 'a.pdf', mediaType: 'application/pdf', sha256: '0'.repeat(64) };
  if (await getNotice(db, jurisdiction, object))
    await addEvidence(db, jurisdiction, {
      ...{ id, noticeId: object, ...file, bytes: Buffer.from('%PDF-1.4'), recordedBy: null },
    });
  return { params: { evidenceId: id } };
}

export const supervisionSamples = {
  'GET /api/agenda': { about: { kind: 'notice' } },
  'GET /api/notices': { about: { kind: 'notice' } },
  'GET /api/notice-form': {},
  'POST /api/notices': {
    request: () => ({
      body: {
        ...{ title: '口袋公园进度滞后', commitmentId: null, placeId: 'east', unit: '', grade: 'reminder' },
        ...{ reasons: ['behindSchedule'], words: '进度滞后', approval: '', answerBy: null, remedyBy: null },
      },
    }),
  },
  'POST /api/notices/:noticeId/moves': { request: moveRequest },
  'POST /api/notices/:noticeId/evidence': {
    request: () => ({ query: 'name=a.pdf', body: Buffer.from('%PDF-1.4') }),
  },
  'GET /api/notices/:noticeId/evidence/:evidenceId': { request: evidenceRequest },
} as const satisfies Readonly<Record<string, RouteSample>>;
