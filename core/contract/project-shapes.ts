// Shapes of major projects: rows, rates, stages, one project's page, published tables, the meeting's sheet.
import { z } from 'zod';
import { blockerActions, blockerKinds, blockerStates } from '../project/blocker.ts';
import { evidenceKinds } from '../project/evidence.ts';
import { factors } from '../project/guarantee.ts';
import { moneySources, projectKinds, projectLevels, projectLists } from '../project/project.ts';
import { publishedGroups } from '../project/published.ts';
import { MoneyRef } from './money.ts';
import { Amount, Day, Id } from './shapes.ts';

export const Words = z.string().max(2_000);
export const Bilingual = z.object({ zh: z.string(), en: z.string() });
const Kind = z.enum(projectKinds);
const Level = z.enum(projectLevels);
const List = z.enum(projectLists);
const MoneySource = z.enum(moneySources);
export const Group = z.enum(['field', 'place', 'level', 'kind', 'source', 'list']);
export const Activity = z.enum(['active', 'idle', 'unclear']);
export const Confidence = z.enum(['sure', 'likely', 'doubtful']);
export const NoteKind = z.enum(['risk', 'measure', 'next', 'confidence']);
export const Year = z.coerce.number().int().min(1949).max(2100);
const Flag = z.enum(['gateLate', 'blockerLate', 'noReport', 'behindTime', 'blockerOpen', 'evidence']);

/** A check's word about an entry: refused, asked about, or noted. */
const Finding = z
  .object({
    code: z.string(),
    weight: z.enum(['refuses', 'asks', 'notes']),
    params: z.record(z.string(), z.string()),
    message: Bilingual,
  })
  .meta({ id: 'ProjectFinding' });

/** Kept, or not kept because something is refused or must first be explained. */
export const Checked = z
  .object({ kept: z.boolean(), id: Id, number: z.number().int(), findings: z.array(Finding) })
  .meta({ id: 'ProjectChecked' });

export const Rate = z
  .object({
    formula: Bilingual,
    numerator: Amount,
    denominator: Amount,
    percent: Amount.nullable(),
    /** Projects that belong here and lack a number. */
    missing: z.number().int(),
  })
  .meta({ id: 'ProjectRate' });

const StageShape = z
  .object({
    passed: z.string().nullable(),
    since: Day.nullable(),
    next: z.string().nullable(),
    nextDueOn: Day.nullable(),
    stuckId: z.string().nullable(),
    state: z.enum(['outside', 'open', 'late', 'done']),
    daysLate: z.number().int(),
  })
  .meta({ id: 'ProjectStage' });

export const Row = z
  .object({
    id: Id,
    code: z.string().nullable(),
    name: z.string(),
    kind: Kind,
    field: z.string(),
    placeIds: z.array(z.string()),
    leadUnit: z.string().nullable(),
    stage: StageShape,
    /** Days of gates, planned and passed, for the timeline. */
    planned: z.record(z.string(), Day),
    passed: z.record(z.string(), Day),
    total: Amount.nullable(),
    annualPlan: Amount.nullable(),
    done: Amount.nullable(),
    doneMonth: Day.nullable(),
    percent: Amount.nullable(),
    /** Most pressing first; only those that the caller may know. */
    flags: z.array(Flag),
  })
  .meta({ id: 'ProjectRow' });

/** What cuts the register; the same for list, board and rates. */
export const Cut = z.strictObject({
  year: Year.optional(),
  asOf: Day.optional(),
  search: z.string().max(80).optional(),
  field: z.string().max(100).optional(),
  place: z.string().max(60).optional(),
  kind: Kind.optional(),
  level: Level.optional(),
  list: List.optional(),
  source: MoneySource.optional(),
  stuck: z.string().max(60).optional(),
  flag: Flag.optional(),
  funded: z.enum(['yes']).optional(),
});

export const Place = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  tile: z.tuple([z.number(), z.number()]).nullable(),
});

export const Chain = z.object({
  /** The first gate and those after it, in order. */
  gates: z.array(z.object({ id: z.string(), words: Bilingual })),
  stuck: z.array(z.object({ id: z.string(), words: Bilingual })),
  source: z.string(),
});

export const GroupRow = z
  .object({
    key: z.string(),
    name: Bilingual,
    projects: z.number().int(),
    total: Amount,
    annualPlan: Amount,
    done: Amount,
    investment: Rate,
    start: Rate,
    late: z.number().int(),
    stuck: z.record(z.string(), z.number().int()),
  })
  .meta({ id: 'ProjectGroup' });

const PublishedRow = z.object({
  name: z.string(),
  role: z.enum(['total', 'subtotal', 'item']),
  projects: Amount.nullable(),
  total: Amount.nullable(),
  annualPlan: Amount.nullable(),
  done: Amount.nullable(),
  rate: Amount.nullable(),
  share: Amount.nullable(),
  /** Where each figure stands in the document, by its column. */
  spans: z.record(z.string(), z.tuple([z.number().int(), z.number().int()])),
});

const Disagreement = z.object({
  what: z.string(),
  expected: z.string(),
  found: z.string(),
  residual: z.string(),
  rounding: z.string(),
  explained: z.boolean(),
  start: z.number().int(),
  end: z.number().int(),
});

export const PublishedTable = z
  .object({
    documentId: Id,
    documentTitle: z.string(),
    caption: z.string(),
    year: z.number().int().nullable(),
    groupedBy: z.enum(publishedGroups),
    rows: z.array(PublishedRow),
    disagreements: z.array(Disagreement),
    /** Sums and shares that were checked and hold. */
    holding: z.number().int(),
    adopted: z.object({ by: z.string().nullable(), at: z.string(), explanation: z.string() }).nullable(),
  })
  .meta({ id: 'PublishedProjectTable' });

const Financing = z.strictObject({ source: MoneySource, amount: Amount.nullable() });

/** What the register says of a project in a year; amounts in 亿元. */
export const ProjectEntryBody = z
  .strictObject({
    year: z.number().int().min(1949).max(2100),
    code: z.string().max(60).nullable(),
    name: z.string().min(1).max(200),
    content: Words,
    kind: Kind,
    field: z.string().max(100),
    levels: z.array(Level).max(3),
    placeIds: z.array(z.string().max(60)).min(1).max(20),
    ownerUnit: z.string().max(100),
    leadUnit: z.string().max(100).nullable(),
    total: Amount.nullable(),
    annualPlan: Amount.nullable(),
    beforeYear: Amount.nullable(),
    feasibility: Amount.nullable(),
    designEstimate: Amount.nullable(),
    financing: z.array(Financing).max(20),
    governmentFunded: z.boolean(),
    lists: z.array(List).max(5),
    approvedOn: Day.nullable(),
    plannedOn: z.record(z.string().max(60), Day),
    explanation: Words.default(''),
  })
  .meta({ id: 'ProjectEntryBody' });

const Offer = z.object({
  action: z.enum(blockerActions),
  unmet: z.array(z.object({ code: z.string(), message: Bilingual })),
});

const Blocker = z
  .object({
    id: Id,
    kind: z.enum(blockerKinds),
    words: z.string(),
    raisedOn: Day,
    raisedBy: z.string(),
    unit: z.string().nullable(),
    dueOn: Day.nullable(),
    state: z.enum(blockerStates),
    closedOn: Day.nullable(),
    late: z.boolean(),
    /** Number of the last move; 0 before the first. */
    after: z.number().int(),
    moves: z.array(
      z.object({
        action: z.enum(blockerActions),
        state: z.enum(blockerStates),
        unit: z.string(),
        dueOn: Day.nullable(),
        words: z.string(),
        on: Day,
        by: z.string(),
      }),
    ),
    offers: z.array(Offer),
  })
  .meta({ id: 'ProjectBlocker' });

/** The work behind the register; only for those who may follow the project. */
const Work = z
  .object({
    blockers: z.array(Blocker),
    guarantees: z.array(
      z.object({
        factor: z.enum(factors),
        unit: z.string(),
        asked: Amount.nullable(),
        granted: Amount,
        gap: Amount.nullable(),
        percent: Amount.nullable(),
        findings: z.array(Finding),
        entries: z.array(
          z.object({
            kind: z.enum(['asked', 'granted']),
            day: Day,
            amount: Amount,
            unit: z.string(),
            source: z.string(),
          }),
        ),
      }),
    ),
    evidence: z.array(
      z.object({
        id: Id,
        kind: z.enum(evidenceKinds),
        observedOn: Day,
        activity: Activity,
        physical: Amount.nullable(),
        source: z.string(),
        words: z.string(),
      }),
    ),
    evidenceFlags: z.array(z.object({ month: Day, message: Bilingual, evidence: z.array(Id) })),
    notes: z.array(
      z.object({
        kind: NoteKind,
        confidence: Confidence.nullable(),
        words: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    ),
  })
  .meta({ id: 'ProjectWork' });

export const ProjectPage = z
  .object({
    id: Id,
    asOf: Day,
    years: z.array(z.number().int()),
    /** Number of the entry that is shown. */
    number: z.number().int(),
    entry: ProjectEntryBody.omit({ explanation: true }),
    entryAsked: z.array(Finding),
    explanation: z.string(),
    places: z.array(Place),
    chain: Chain,
    stage: StageShape,
    /** Number of the last record of a gate; 0 before the first. */
    gatesAfter: z.number().int(),
    gates: z.array(
      z.object({
        id: z.string(),
        words: Bilingual,
        plannedOn: Day.nullable(),
        passedOn: Day.nullable(),
      }),
    ),
    months: z.array(
      z.object({
        periodEnd: Day,
        number: z.number().int(),
        sinceJanuary: Amount,
        /** What the month alone brought; null where the month before is missing. */
        month: Amount.nullable(),
        picture: z.string(),
        physical: Amount.nullable(),
        building: z.boolean(),
        asked: z.array(Finding),
        explanation: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    ),
    /** Planned and done by year (年度计划与完成). */
    byYear: z.array(
      z.object({ year: z.number().int(), annualPlan: Amount.nullable(), done: Amount.nullable() }),
    ),
    done: Amount.nullable(),
    investment: Rate,
    /** Share of the year that is over, in percent. */
    elapsed: Amount,
    /** done − plan × time gone, in 亿元. */
    againstTime: Amount.nullable(),
    flags: z.array(Flag),
    /** Budget lines, bonds and funds from above that a person linked to it. */
    money: z.array(MoneyRef),
    work: Work.nullable(),
    may: z.object({ write: z.boolean(), unblock: z.boolean(), observe: z.boolean() }),
    units: z.array(z.string()),
  })
  .meta({ id: 'ProjectPage' });

export const RefusedCell = z.object({
  sheet: z.string(),
  /** As a spreadsheet names it: D7. */
  at: z.string(),
  row: z.number().int(),
  text: z.string(),
  code: z.string(),
  message: Bilingual,
});

export const DispatchLine = z.object({
  id: Id,
  name: z.string(),
  placeIds: z.array(z.string()),
  leadUnit: z.string().nullable(),
  stage: StageShape,
  annualPlan: Amount.nullable(),
  done: Amount.nullable(),
  percent: Amount.nullable(),
  againstTime: Amount.nullable(),
  picture: z.string(),
  blockers: z.array(
    z.object({ words: z.string(), unit: z.string().nullable(), dueOn: Day.nullable(), late: z.boolean() }),
  ),
  reasons: z.array(Flag),
});
