// Routes of major projects: the register, its board and rates, tables in and out, one project's work, published tables, the meeting's sheet.
import { z } from 'zod';
import { blockerActions, blockerKinds, blockerStates } from '../project/blocker.ts';
import { evidenceKinds } from '../project/evidence.ts';
import { factors } from '../project/guarantee.ts';
import {
  Activity,
  Bilingual,
  Chain,
  Checked,
  Confidence,
  Cut,
  DispatchLine,
  Group,
  GroupRow,
  NoteKind,
  Place,
  ProjectEntryBody,
  ProjectPage,
  PublishedTable,
  Rate,
  RefusedCell,
  Row,
  Words,
  Year,
} from './project-shapes.ts';
import type { RouteTable } from './route.ts';
import { Amount, Day, Id } from './shapes.ts';

const projectParam = z.strictObject({ projectId: Id });
const ofProject = { kind: 'project', param: 'projectId' } as const;

export const projectRoutes = {
  'GET /api/projects': {
    permission: 'project.read',
    summary: 'A page of the register: where each project stands, its investment and what is wrong with it',
    query: Cut.extend({
      sort: z.enum(['pressing', 'name', 'percent', 'total', 'annualPlan', 'due']).optional(),
      way: z.enum(['ascending', 'descending']).optional(),
      offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    response: z.object({
      asOf: Day,
      year: z.number().int(),
      /** Of the register of the year, and what the cut leaves. */
      all: z.number().int(),
      total: z.number().int(),
      rows: z.array(Row),
    }),
  },
  'GET /api/projects/summary': {
    permission: 'project.read',
    summary:
      'The board by stage, the five states and rates, groups with their formulas, published tables beside them',
    query: Cut.extend({ by: Group.optional() }),
    response: z.object({
      asOf: Day,
      year: z.number().int(),
      years: z.array(z.number().int()),
      elapsed: Amount,
      fields: z.array(z.string()),
      places: z.array(Place),
      chain: Chain,
      /** Projects of the cut by where they stand: outside, each state of being stuck, done. */
      columns: z.array(
        z.object({
          id: z.string(),
          words: Bilingual,
          count: z.number().int(),
          late: z.number().int(),
          cards: z.array(Row),
        }),
      ),
      whole: GroupRow,
      startDue: z.object({
        rate: Rate,
        due: Amount.nullable(),
        dueMonth: z.number().int().nullable(),
        met: z.boolean().nullable(),
      }),
      gateRates: z.array(z.object({ id: z.string(), words: Bilingual, rate: Rate })),
      groups: z.array(GroupRow),
      /** Projects that stand in more than one group. */
      countedTwice: z.number().int(),
      flags: z.record(z.string(), z.number().int()),
      published: z.array(PublishedTable),
    }),
  },
  'GET /api/projects/tables': {
    permission: 'plan.adopt',
    summary:
      'Tables of projects found in a document, with their sums and contradictions, for a person to adopt',
    query: z.strictObject({ document: Id.optional() }),
    response: z.object({ tables: z.array(PublishedTable) }),
  },
  'POST /api/projects/tables': {
    permission: 'plan.adopt',
    summary: 'Adopt a table of projects as its document printed it; contradictions need an explanation',
    body: z.strictObject({
      documentId: Id,
      caption: z.string().min(1).max(400),
      year: z.number().int().min(1949).max(2100),
      explanation: Words.default(''),
    }),
    response: z.object({ id: Id }),
  },
  'GET /api/projects/template': {
    permission: 'project.read',
    summary: 'The workbook that the import takes: the yearly list, or monthly investment',
    query: z.strictObject({ what: z.enum(['register', 'months']) }),
    response: 'bytes',
  },
  'POST /api/projects/table': {
    permission: 'project.write',
    object: 'inAct',
    summary: 'Projects or monthly investment from a workbook or CSV: checked or taken, every bad cell named',
    query: z.strictObject({
      what: z.enum(['register', 'months']),
      year: Year,
      mode: z.enum(['check', 'take']),
      name: z.string().min(1).max(200),
    }),
    body: 'bytes',
    response: z.object({
      accepted: z.number().int(),
      rejected: z.number().int(),
      /** accepted + rejected, always. */
      total: z.number().int(),
      taken: z.array(z.object({ sheet: z.string(), row: z.number().int(), name: z.string() })),
      refused: z.array(RefusedCell),
    }),
  },
  'GET /api/projects/dispatch': {
    permission: 'project.follow',
    object: 'inAct',
    summary:
      'The sheet of the monthly dispatch meeting: what to talk about first, each line with its reasons',
    query: Cut,
    response: z.object({
      asOf: Day,
      year: z.number().int(),
      elapsed: Amount,
      chain: Chain,
      places: z.array(Place),
      counts: z.record(z.string(), z.number().int()),
      lines: z.array(DispatchLine),
      /** Lines that the answer leaves out, and the files hold. */
      more: z.number().int(),
    }),
  },
  'GET /api/projects/dispatch/file': {
    permission: 'project.follow',
    object: 'inAct',
    summary: 'The sheet of the meeting as a document or a workbook',
    query: Cut.extend({ form: z.enum(['docx', 'xlsx']) }),
    response: 'bytes',
  },
  'POST /api/projects': {
    permission: 'project.write',
    object: 'inAct',
    summary: 'Enter a project in the register; what is asked about is kept only with an explanation',
    body: ProjectEntryBody,
    response: Checked,
  },
  'GET /api/projects/:projectId': {
    permission: 'project.read',
    object: ofProject,
    summary: 'One project: its entry, gates, months and rate; the work behind it for those who follow it',
    params: projectParam,
    query: z.strictObject({ year: Year.optional(), asOf: Day.optional() }),
    response: ProjectPage,
  },
  'POST /api/projects/:projectId/entries': {
    permission: 'project.write',
    object: ofProject,
    summary: 'Say anew what the register says of a project in a year; of two people at once one wins',
    params: projectParam,
    body: ProjectEntryBody.extend({ after: z.number().int().min(1) }),
    response: Checked,
  },
  'POST /api/projects/:projectId/gates': {
    permission: 'project.write',
    object: ofProject,
    summary: 'Record the day on which a gate was passed, or take a record back with a reason',
    params: projectParam,
    body: z.strictObject({
      gate: z.string().min(1).max(60),
      /** Null takes the record back. */
      day: Day.nullable(),
      words: Words.default(''),
      after: z.number().int().min(0),
    }),
    response: Checked,
  },
  'POST /api/projects/:projectId/investments': {
    permission: 'project.write',
    object: ofProject,
    summary: 'Report the investment since January at the end of a month, with the picture of progress',
    params: projectParam,
    body: z.strictObject({
      periodEnd: Day,
      sinceJanuary: z.string().max(40),
      picture: Words.default(''),
      physical: z.string().max(10).nullable(),
      building: z.boolean(),
      explanation: Words.default(''),
      /** Number of the report of that month that the person saw; 0 for none. */
      after: z.number().int().min(0),
    }),
    response: Checked,
  },
  'POST /api/projects/:projectId/guarantees': {
    permission: 'project.write',
    object: ofProject,
    summary: 'Record land, forest, energy or money that a project asks for, or was granted by a document',
    params: projectParam,
    body: z.strictObject({
      factor: z.enum(factors),
      kind: z.enum(['asked', 'granted']),
      day: Day,
      amount: z.string().max(40),
      unit: z.string().max(20),
      source: z.string().max(300).default(''),
    }),
    response: Checked,
  },
  'POST /api/projects/:projectId/evidence': {
    permission: 'project.observe',
    object: ofProject,
    summary: 'Record what other eyes saw on a day: attendance, pictures, drone, satellite, spoil, inspection',
    params: projectParam,
    body: z.strictObject({
      kind: z.enum(evidenceKinds),
      observedOn: Day,
      activity: Activity,
      physical: z.string().max(10).nullable(),
      source: z.string().min(1).max(300),
      words: Words.default(''),
    }),
    response: z.object({ id: Id }),
  },
  'POST /api/projects/:projectId/notes': {
    permission: 'project.write',
    object: ofProject,
    summary:
      'A dated word beside the computed rate: risk, measure, next step, or how sure of the goal of the year',
    params: projectParam,
    body: z.strictObject({
      kind: NoteKind,
      confidence: Confidence.nullable().default(null),
      words: Words.min(2),
    }),
    response: z.object({ id: Id }),
  },
  'POST /api/projects/:projectId/blockers': {
    permission: 'project.unblock',
    object: ofProject,
    summary: 'Raise a blocker of a project',
    params: projectParam,
    body: z.strictObject({ kind: z.enum(blockerKinds), words: Words.min(2) }),
    response: z.object({ id: Id }),
  },
  'POST /api/projects/:projectId/blockers/:blockerId/moves': {
    permission: 'project.unblock',
    object: ofProject,
    summary: 'Assign, solve, accept, send back, withdraw or reopen a blocker; of two people at once one wins',
    params: z.strictObject({ projectId: Id, blockerId: Id }),
    body: z.strictObject({
      action: z.enum(blockerActions),
      after: z.number().int().min(0),
      unit: z.string().max(100).nullable().default(null),
      dueOn: Day.nullable().default(null),
      words: Words.default(''),
    }),
    response: z.object({ number: z.number().int(), state: z.enum(blockerStates) }),
  },
} as const satisfies RouteTable;
