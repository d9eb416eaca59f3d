// Routes of supervision: the day's agenda, notices and their moves, evidence.
import { z } from 'zod';
import { agendaGroups, clockKinds } from '../supervise/agenda.ts';
import { noticeActions, noticeGrades, noticeReasons, noticeStates } from '../supervise/notice.ts';
import { RoleShape } from './accounts.ts';
import type { RouteTable } from './route.ts';
import { Day, Id, VerdictStatus } from './shapes.ts';

const Grade = z.enum(noticeGrades).meta({ id: 'NoticeGrade' });
const State = z.enum(noticeStates).meta({ id: 'NoticeState' });
const Action = z.enum(noticeActions).meta({ id: 'NoticeAction' });
const NoticeReason = z.enum(noticeReasons).meta({ id: 'NoticeReason' });

const NoticeRow = z
  .object({
    id: Id,
    title: z.string(),
    commitmentId: Id.nullable(),
    placeId: z.string(),
    placeName: z.string(),
    unit: z.string(),
    grade: Grade,
    state: State,
    reasons: z.array(NoticeReason),
    issuedOn: Day.nullable(),
    answerBy: Day.nullable(),
    remedyBy: Day.nullable(),
    /** Days past the day that somebody must keep next; null while nothing is late. */
    daysLate: z.number().int().nullable(),
    extensionOpen: z.boolean(),
    /** The notice waits for the caller. */
    mine: z.boolean(),
  })
  .meta({ id: 'NoticeRow' });

const NoticeEvent = z
  .object({
    number: z.number().int(),
    action: Action,
    state: State,
    grade: Grade,
    by: z.string().nullable(),
    receivedAt: z.string(),
    words: z.string(),
    approval: z.string(),
    answerBy: Day,
    remedyBy: Day,
    extendTo: Day.nullable(),
  })
  .meta({ id: 'NoticeEvent' });

/** A move the caller may make, with every condition that is not met yet: shown before the click. */
const Offer = z
  .object({
    action: Action,
    to: State,
    unmet: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
  })
  .meta({ id: 'NoticeOffer' });

const AgendaRow = z
  .object({
    kind: z.enum(clockKinds),
    group: z.enum(agendaGroups),
    subjectId: z.string(),
    title: z.string(),
    /** How many things of the kind the row stands for. */
    count: z.number().int(),
    placeId: z.string(),
    placeName: z.string(),
    unit: z.string().nullable(),
    dueOn: Day.nullable(),
    since: Day,
    daysLate: z.number().int().nullable(),
    waitingFor: RoleShape,
    waitingForId: z.string().nullable(),
    mine: z.boolean(),
  })
  .meta({ id: 'AgendaRow' });

const Tally = z
  .object({ id: z.string(), name: z.string(), total: z.number().int(), late: z.number().int() })
  .meta({ id: 'AgendaTally' });

const Words = z.string().max(4000);
const NoticeParams = z.strictObject({ noticeId: Id });

export const supervisionRoutes = {
  'GET /api/agenda': {
    permission: 'notice.read',
    object: 'inAct',
    summary: 'What turned late today, what will soon, what waits for whom',
    query: z.strictObject({ asOf: Day.optional(), plan: z.string().max(60).optional() }),
    response: z.object({
      day: Day,
      warnAhead: z.number().int(),
      plan: z.object({ id: Id, year: z.number().int() }),
      rows: z.array(AgendaRow),
      groups: z.array(z.object({ group: z.enum(agendaGroups), total: z.number().int() })),
      /** Rows that wait for the caller. */
      mine: z.number().int(),
      units: z.array(Tally),
      places: z.array(Tally),
      waiting: z.array(
        z.object({
          role: RoleShape,
          id: z.string().nullable(),
          name: z.string().nullable(),
          total: z.number().int(),
          late: z.number().int(),
        }),
      ),
      /** Promises that the rules say deserve a notice, or a higher grade; a person decides. */
      proposals: z.array(
        z.object({
          /** null where reports are late: of a unit, or of a place. */
          commitmentId: Id.nullable(),
          title: z.string(),
          unit: z.string(),
          placeId: z.string(),
          placeName: z.string(),
          count: z.number().int(),
          status: VerdictStatus.nullable(),
          noticeId: Id.nullable(),
          grade: Grade,
          reasons: z.array(NoticeReason),
          because: z.array(
            z.object({ reason: NoticeReason, count: z.number().int(), since: Day.nullable() }),
          ),
        }),
      ),
    }),
  },
  'GET /api/notices': {
    permission: 'notice.read',
    object: 'inAct',
    summary: 'Notices the caller may see',
    query: z.strictObject({ state: State.optional(), commitmentId: Id.optional() }),
    response: z.object({
      day: Day,
      notices: z.array(NoticeRow),
      /** How many there are in each state, whatever was asked for. */
      states: z.array(z.object({ state: State, total: z.number().int(), late: z.number().int() })),
    }),
  },
  'POST /api/notices': {
    permission: 'notice.issue',
    summary: 'Issue a notice to a unit or a district',
    body: z.strictObject({
      title: z.string().min(1).max(300),
      commitmentId: Id.nullable(),
      placeId: z.string().max(60),
      unit: z.string().max(80),
      grade: Grade,
      reasons: z.array(NoticeReason).min(1).max(9),
      words: Words,
      approval: z.string().max(300),
      answerBy: Day.nullable(),
      remedyBy: Day.nullable(),
    }),
    response: z.object({ noticeId: Id }),
  },
  'GET /api/notice-form': {
    permission: 'notice.issue',
    summary: 'What the form of a new notice starts from: addressees, and the days the rules give',
    query: z.strictObject({ commitmentId: Id.optional() }),
    response: z.object({
      today: Day,
      commitment: z
        .object({ id: Id, title: z.string(), unit: z.string(), supportUnits: z.array(z.string()) })
        .nullable(),
      places: z.array(z.object({ id: z.string(), name: z.string() })),
      grades: z.array(
        z.object({
          grade: Grade,
          answerBy: Day.nullable(),
          remedyBy: Day.nullable(),
          /** Where the terms come from. */
          source: z.string(),
          needsEvidence: z.boolean(),
        }),
      ),
    }),
  },
  'GET /api/notices/:noticeId': {
    permission: 'notice.read',
    object: { kind: 'notice', param: 'noticeId' },
    summary: 'One notice with everything that happened and the moves the caller may make',
    params: NoticeParams,
    response: z.object({
      notice: NoticeRow,
      commitment: z.object({ id: Id, title: z.string() }).nullable(),
      /** What the figures or an inspection say of the matter now; null where neither says anything. */
      remedied: z.boolean().nullable(),
      extendTo: Day.nullable(),
      number: z.number().int(),
      events: z.array(NoticeEvent),
      evidence: z.array(
        z.object({ id: Id, fileName: z.string(), mediaType: z.string(), recordedAt: z.string() }),
      ),
      offers: z.array(Offer),
    }),
  },
  'POST /api/notices/:noticeId/moves': {
    permission: 'notice.move',
    object: { kind: 'notice', param: 'noticeId' },
    summary: 'Answer, judge, extend, raise, close out, reopen or withdraw a notice',
    params: NoticeParams,
    body: z.strictObject({
      action: z.enum(noticeActions).exclude(['issue']),
      after: z.number().int().min(1),
      words: Words,
      approval: z.string().max(300),
      reasons: z.array(NoticeReason).max(9),
      answerBy: Day.nullable(),
      remedyBy: Day.nullable(),
      extendTo: Day.nullable(),
    }),
    response: z.object({ noticeId: Id, number: z.number().int(), state: State }),
  },
  'POST /api/notices/:noticeId/evidence': {
    permission: 'notice.answer',
    object: { kind: 'notice', param: 'noticeId' },
    summary: 'Add a file as evidence',
    params: NoticeParams,
    query: z.strictObject({ name: z.string().min(1).max(255) }),
    body: 'bytes',
    response: z.object({ evidenceId: Id }),
  },
  'GET /api/notices/:noticeId/evidence/:evidenceId': {
    permission: 'notice.read',
    object: { kind: 'notice', param: 'noticeId' },
    summary: 'A file of evidence, as a download',
    params: z.strictObject({ noticeId: Id, evidenceId: Id }),
    response: 'bytes',
  },
} as const satisfies RouteTable;
