// Routes of inspections (政府督查工作条例): the list, one with its moves, findings and file box, the pool, the yearly plan.
import { z } from 'zod';
import {
  inspectionActions,
  inspectionKinds,
  inspectionMethods,
  inspectionStates,
} from '../supervise/inspection.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

const Kind = z.enum(inspectionKinds).meta({ id: 'InspectionKind' });
const Method = z.enum(inspectionMethods).meta({ id: 'InspectionMethod' });
const State = z.enum(inspectionStates).meta({ id: 'InspectionState' });
const Action = z.enum(inspectionActions).meta({ id: 'InspectionAction' });
const Outcome = z.enum(['confirmed', 'contradicted', 'undecided']).meta({ id: 'FindingOutcome' });
const StandAside = z
  .enum(['notInPool', 'noCertificate', 'worksThere', 'workedThere', 'hasInterest', 'busy', 'madeConclusion'])
  .meta({ id: 'StandAside' });
export const Unmet = z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() }));
const Words = z.string().max(4000);
const Short = z.string().max(300);
const Place = z.string().max(60);
const Unit = z.string().max(80);

export const InspectionRow = z
  .object({
    id: Id,
    kind: Kind,
    subject: z.string(),
    placeId: z.string(),
    placeName: z.string(),
    unit: z.string(),
    /** Empty where the office itself inspects. */
    byUnit: z.string(),
    from: Day,
    to: Day,
    state: State,
    planYear: z.number().int().nullable(),
    unannounced: z.boolean(),
    /** The day that must be kept next; null where nothing runs. */
    dueOn: Day.nullable(),
    daysLate: z.number().int().nullable(),
    /** Other inspections of the unit that forbid it, without an exception (§15). */
    clashes: z.number().int(),
    team: z.number().int(),
    /** It waits for the caller. */
    mine: z.boolean(),
  })
  .meta({ id: 'InspectionRow' });

const Clash = z
  .object({
    kind: z.enum(['overlaps', 'repeats', 'manyHeads', 'sameMatter']),
    withId: Id,
    subject: z.string(),
    byUnit: z.string(),
    from: Day,
    to: Day,
    /** Days between the two; 0 while they overlap. */
    days: z.number().int(),
    /** Borne by an approved exception. */
    excepted: z.boolean(),
  })
  .meta({ id: 'InspectionClash' });

const Candidate = z
  .object({
    accountId: Id,
    name: z.string(),
    fields: z.array(z.string()),
    standsAside: z.array(StandAside),
    /** Days assigned in the same year. */
    load: z.number().int(),
    knowsField: z.boolean(),
  })
  .meta({ id: 'InspectionCandidate' });

const Event = z
  .object({
    number: z.number().int(),
    action: z.union([Action, z.literal('plan')]),
    state: State,
    by: z.string().nullable(),
    receivedAt: z.string(),
    words: z.string(),
    approval: z.string(),
    unitReceivedOn: Day.nullable(),
    dueOn: Day.nullable(),
    decision: z.enum(['upheld', 'changed']).nullable(),
  })
  .meta({ id: 'InspectionEvent' });

const Arrangement = z
  .object({
    number: z.number().int(),
    what: z.enum(['days', 'team', 'exception']),
    from: Day.nullable(),
    to: Day.nullable(),
    members: z.array(z.string()),
    withIds: z.array(Id),
    reason: z.string(),
    approval: z.string(),
    by: z.string().nullable(),
    recordedAt: z.string(),
  })
  .meta({ id: 'InspectionArrangement' });

const Evidence = z
  .object({
    id: Id,
    paper: z.number().int().nullable(),
    side: z.enum(['team', 'unit']),
    fileName: z.string(),
    mediaType: z.string(),
    sha256: z.string(),
    by: z.string().nullable(),
    recordedAt: z.string(),
  })
  .meta({ id: 'InspectionEvidence' });

const CommitmentName = z.object({ id: Id, title: z.string() });

const Addressed = z.strictObject({ unit: Unit, placeId: Place });
const Matter = {
  kind: Kind,
  subject: Short.min(1),
  byUnit: Unit,
  from: Day,
  to: Day,
  commitmentIds: z.array(Id).max(50),
} as const;

const InspectionParams = z.strictObject({ inspectionId: Id });
const object = { kind: 'inspection', param: 'inspectionId' } as const;

export const inspectionRoutes = {
  'GET /api/inspections': {
    permission: 'inspection.read',
    object: 'inAct',
    summary: 'Inspections the caller may see',
    query: z.strictObject({
      year: z.coerce.number().int().min(2000).max(2100).optional(),
      commitmentId: Id.optional(),
    }),
    response: z.object({
      day: Day,
      years: z.array(z.number().int()),
      inspections: z.array(InspectionRow),
      states: z.array(z.object({ state: State, total: z.number().int(), late: z.number().int() })),
    }),
  },
  'POST /api/inspections': {
    permission: 'inspection.plan',
    summary: 'Plan an inspection: one record for each unit named, so that each has a conclusion of its own',
    body: z.strictObject({
      ...Matter,
      units: z.array(Addressed).min(1).max(20),
      methods: z.array(Method).max(8),
      /** Of the yearly plan; null outside of it. */
      planYear: z.number().int().min(2000).max(2100).nullable(),
      field: z.string().max(80),
      unannounced: z.boolean(),
      assignment: Short,
      papers: z.array(z.string().min(1).max(200)).max(40),
      words: Words,
    }),
    response: z.object({ inspectionIds: z.array(Id) }),
  },
  'GET /api/inspection-form': {
    permission: 'inspection.plan',
    summary: 'What the form of a new inspection starts from',
    query: z.strictObject({ commitmentId: Id.optional() }),
    response: z.object({
      today: Day,
      commitment: CommitmentName.extend({ unit: z.string() }).nullable(),
      places: z.array(z.object({ id: z.string(), name: z.string() })),
      units: z.array(z.string()),
      fields: z.array(z.string()),
      gap: z.object({ days: z.number().int(), source: z.string() }),
      gapExempt: z.array(Kind),
    }),
  },
  'POST /api/inspection-check': {
    permission: 'inspection.plan',
    summary: 'Whom an inspection would repeat and who could go, before it is planned; nothing is written',
    body: z.strictObject({ ...Matter, ...Addressed.shape, field: z.string().max(80) }),
    response: z.object({
      clashes: z.array(Clash),
      /** The first later day on which it would repeat nothing. */
      freeFrom: Day.nullable(),
      candidates: z.array(Candidate),
    }),
  },
  'GET /api/inspections/:inspectionId': {
    permission: 'inspection.read',
    object,
    summary: 'One inspection with everything that happened and the moves the caller may make',
    params: InspectionParams,
    response: z.object({
      inspection: InspectionRow,
      methods: z.array(Method),
      field: z.string(),
      assignment: z.string().nullable(),
      papers: z.array(z.string()),
      commitments: z.array(CommitmentName),
      team: z.array(z.object({ accountId: Id, name: z.string(), standsAside: z.array(StandAside) })),
      teamLeast: z.number().int(),
      /** Empty for the unit itself: the guard and the pool are the office's. */
      clashes: z.array(Clash),
      freeFrom: Day.nullable(),
      candidates: z.array(Candidate),
      arrangements: z.array(Arrangement),
      number: z.number().int(),
      events: z.array(Event),
      conclusion: z.string(),
      /** Days that run: until when the unit may object, the review must decide, it must be rectified; and whence the rule. */
      objectBy: Day.nullable(),
      reviewBy: Day.nullable(),
      rectifyBy: Day.nullable(),
      objectionRule: z.string(),
      findings: z.array(
        z.object({
          id: Id,
          commitmentId: Id.nullable(),
          method: Method,
          outcome: Outcome,
          words: z.string(),
          again: z.boolean(),
          by: z.string().nullable(),
          recordedAt: z.string(),
        }),
      ),
      answers: z.array(
        z.object({ number: z.number().int(), words: z.string(), on: Day, by: z.string().nullable() }),
      ),
      evidence: z.array(Evidence),
      offers: z.array(z.object({ action: Action, to: State, unmet: Unmet })),
      mayArrange: z.boolean(),
      mayFind: z.boolean(),
      mayAnswer: z.boolean(),
      mayAddEvidence: z.boolean(),
    }),
  },
  'POST /api/inspections/:inspectionId/moves': {
    permission: 'inspection.move',
    object,
    summary: 'Approve, begin, conclude, feed back, object, review, rectify, close or cancel an inspection',
    params: InspectionParams,
    body: z.strictObject({
      action: Action,
      after: z.number().int().min(1),
      words: Words,
      approval: Short,
      unitReceivedOn: Day.nullable(),
      dueOn: Day.nullable(),
      decision: z.enum(['upheld', 'changed']).nullable(),
    }),
    response: z.object({ inspectionId: Id, number: z.number().int(), state: State }),
  },
  'POST /api/inspections/:inspectionId/arrangements': {
    permission: 'inspection.plan',
    object,
    summary:
      'Before it begins: other days, the team, or a reasoned exception from the rule against repetition',
    params: InspectionParams,
    body: z.discriminatedUnion('what', [
      z.strictObject({ what: z.literal('days'), from: Day, to: Day, reason: Words }),
      z.strictObject({ what: z.literal('team'), members: z.array(Id).min(1).max(30), reason: Words }),
      z.strictObject({ what: z.literal('exception'), reason: Words, approval: Short }),
    ]),
    response: z.object({ inspectionId: Id, number: z.number().int() }),
  },
  'POST /api/inspections/:inspectionId/findings': {
    permission: 'inspection.record',
    object,
    summary: 'Record what was found, or found again while it is rectified',
    params: InspectionParams,
    body: z.strictObject({
      commitmentId: Id.nullable(),
      method: Method,
      outcome: Outcome,
      words: Words.min(1),
    }),
    response: z.object({ findingId: Id }),
  },
  'POST /api/inspections/:inspectionId/answers': {
    permission: 'inspection.object',
    object,
    summary: 'Report what was put right',
    params: InspectionParams,
    body: z.strictObject({ words: Words.min(1) }),
    response: z.object({ number: z.number().int() }),
  },
  'POST /api/inspections/:inspectionId/evidence': {
    permission: 'inspection.move',
    object,
    summary: 'Put a file into the box: of the list of papers, or of what was found',
    params: InspectionParams,
    query: z.strictObject({
      name: z.string().min(1).max(255),
      paper: z.coerce.number().int().min(1).max(40).optional(),
    }),
    body: 'bytes',
    response: z.object({ evidenceId: Id }),
  },
  'GET /api/inspections/:inspectionId/evidence/:evidenceId': {
    permission: 'inspection.read',
    object,
    summary: 'A file of the box, as a download',
    params: z.strictObject({ inspectionId: Id, evidenceId: Id }),
    response: 'bytes',
  },
  'GET /api/inspections/:inspectionId/box': {
    permission: 'inspection.record',
    object,
    summary: 'The whole box as a ZIP archive with a manifest',
    params: InspectionParams,
    response: 'bytes',
  },
} as const satisfies RouteTable;
