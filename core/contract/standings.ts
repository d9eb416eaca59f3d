// Routes of standings: frozen formulas, outcomes typed in, rounds, and why a member stands where it stands.
import { z } from 'zod';
import { appraisalGrades } from '../assess/standing/appraisal.ts';
import { outcomeKinds, roundActions, roundStates } from '../assess/standing/formula.ts';
import type { RouteTable } from './route.ts';
import { Amount, Day, Id, VerdictStatus } from './shapes.ts';

const Ranked = z.enum(['district', 'department', 'livelihood']).meta({ id: 'Ranked' });
const State = z.enum(roundStates).meta({ id: 'RoundState' });
const Action = z.enum(roundActions).meta({ id: 'RoundAction' });
const PartId = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/);
const FormulaId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

const Part = z
  .strictObject({
    id: PartId,
    name: z.string().min(1).max(80),
    kind: z.enum(outcomeKinds),
    weight: Amount,
    goodWay: z.enum(['higher', 'lower']),
    normalisation: z.enum(['share', 'range', 'rank', 'perBase']),
    unit: z.string().max(20),
    cap: Amount,
  })
  .meta({ id: 'FormulaPart' });

const formulaFields = {
  id: FormulaId,
  name: z.string().min(1).max(80),
  of: Ranked,
  parts: z.array(Part).max(40),
  leastCoverage: Amount,
  places: z.number().int(),
  inForceFrom: Day,
  source: z.string().max(300),
};
const NewFormula = z.strictObject(formulaFields);
const FormulaShape = z.object({ ...formulaFields, version: z.number().int() }).meta({ id: 'Formula' });

const RoundRow = z
  .object({
    id: Id,
    name: z.string(),
    of: Ranked,
    planId: Id,
    formulaId: z.string(),
    version: z.number().int(),
    asOf: Day,
    state: State,
    movedAt: z.string(),
  })
  .meta({ id: 'RoundRow' });

const PartResult = z
  .object({
    partId: z.string(),
    state: z.enum(['value', 'notApplicable', 'missing', 'noBase']),
    value: z.string().nullable(),
    base: z.string().nullable(),
    points: z.string(),
    full: z.string(),
    place: z.number().int().nullable(),
    gapToMedian: z.string().nullable(),
    /** Why the part does not apply to this member. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'PartResult' });

const MemberResult = z
  .object({
    memberId: z.string(),
    name: z.string(),
    place: z.number().int().nullable(),
    points: z.string(),
    coverage: z.string(),
    grade: z.enum(appraisalGrades).nullable(),
    /** Places gained since the published round before; null where the two cannot be compared. */
    moved: z.number().int().nullable(),
    parts: z.array(PartResult),
  })
  .meta({ id: 'MemberResult' });

const Range = z.object({
  partId: z.string(),
  least: z.string(),
  median: z.string(),
  most: z.string(),
  count: z.number().int(),
});

const Way = z.object({ partId: z.string(), from: z.string(), to: z.string(), change: z.string() });

const RoundParams = z.strictObject({ roundId: Id });

export const standingRoutes = {
  'GET /api/standings': {
    permission: 'standing.read',
    summary: 'Rounds that may be seen, and the formulas they rest on',
    response: z.object({
      rounds: z.array(RoundRow),
      formulas: z.array(FormulaShape),
      /** Formulas to start from; nothing is ranked by them before the office freezes its own. */
      usual: z.array(FormulaShape),
    }),
  },
  'POST /api/standings/formulas': {
    permission: 'standing.publish',
    summary: 'Freeze a formula as its next version',
    body: NewFormula,
    response: z.object({ id: z.string(), version: z.number().int() }),
  },
  'POST /api/standings/facts': {
    permission: 'standing.publish',
    summary: 'Enter outcomes with their source, or that a part does not apply',
    body: z.strictObject({
      planId: Id,
      ranked: Ranked,
      partId: PartId,
      asOf: Day,
      source: z.string().max(500),
      rows: z
        .array(
          z.strictObject({
            memberId: z.string().min(1).max(80),
            value: Amount.nullable(),
            base: Amount.nullable(),
          }),
        )
        .min(1)
        .max(500),
    }),
    response: z.object({ entered: z.number().int() }),
  },
  'POST /api/standings/rounds': {
    permission: 'standing.publish',
    summary: 'Open a round',
    body: z.strictObject({
      name: z.string().min(1).max(80),
      planId: Id,
      formulaId: FormulaId,
      version: z.number().int().min(1),
      asOf: Day,
    }),
    response: z.object({ roundId: Id }),
  },
  'GET /api/standings/rounds/:roundId': {
    permission: 'standing.read',
    summary: 'One round: places, points, spread of every part, and what happened to it',
    params: RoundParams,
    response: z.object({
      round: RoundRow,
      formula: FormulaShape,
      number: z.number().int(),
      sha256: z.string(),
      members: z.array(MemberResult.extend({ gapToMedian: z.string().nullable() })),
      /** Points of those who have a place: the named set that the gaps are held against. */
      total: Range.omit({ partId: true }).nullable(),
      gains: z.array(
        z.object({
          partId: z.string(),
          missed: z.string(),
          withoutValue: z.number().int(),
          most: z.array(z.object({ memberId: z.string(), name: z.string(), missed: z.string() })),
        }),
      ),
      next: z.array(
        z.object({
          memberId: z.string(),
          name: z.string(),
          place: z.number().int(),
          aboveName: z.string(),
          to: z.number().int(),
          pointsNeeded: z.string(),
          way: Way.nullable(),
        }),
      ),
      ranges: z.array(Range),
      events: z.array(
        z.object({
          number: z.number().int(),
          action: z.enum(['draft', ...roundActions]),
          reason: z.string(),
          by: z.string().nullable(),
          recordedAt: z.string(),
        }),
      ),
      offers: z.array(
        z.object({
          action: Action,
          unmet: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
        }),
      ),
    }),
  },
  'POST /api/standings/rounds/:roundId/moves': {
    permission: 'standing.publish',
    summary: 'Freeze, publish or withdraw a round',
    params: RoundParams,
    body: z.strictObject({
      action: Action,
      after: z.number().int().min(1),
      reason: z.string().max(1000),
    }),
    response: z.object({ state: State, number: z.number().int() }),
  },
  'GET /api/standings/rounds/:roundId/members/:memberId': {
    permission: 'standing.read',
    summary: 'Why a member stands where it stands, what one place up would take, and its earlier places',
    params: z.strictObject({ roundId: Id, memberId: z.string().min(1).max(80) }),
    response: z.object({
      round: RoundRow,
      formula: FormulaShape,
      member: MemberResult,
      /** How many have a place. */
      of: z.number().int(),
      ranges: z.array(Range),
      lost: z.array(z.object({ partId: z.string(), points: z.string() })),
      oneUp: z
        .object({
          above: z.string(),
          place: z.number().int(),
          pointsNeeded: z.string(),
          ways: z.array(Way),
        })
        .nullable(),
      /** Published rounds of the same formula, oldest first. */
      history: z.array(
        z.object({
          roundId: Id,
          name: z.string(),
          asOf: Day,
          version: z.number().int(),
          place: z.number().int().nullable(),
          of: z.number().int(),
          points: z.string(),
        }),
      ),
    }),
  },
  'POST /api/commitments/:commitmentId/overrides': {
    permission: 'verdict.overrule',
    object: { kind: 'commitment', param: 'commitmentId' },
    summary: 'Overrule a verdict for a time, with a reason; what the rules say stays beside it',
    params: z.strictObject({ commitmentId: Id }),
    body: z.strictObject({ status: VerdictStatus, reason: z.string().max(1000), from: Day, until: Day }),
    response: z.object({ overrideId: Id }),
  },
  'POST /api/commitments/:commitmentId/overrides/:overrideId/withdrawal': {
    permission: 'verdict.overrule',
    object: { kind: 'commitment', param: 'commitmentId' },
    summary: 'Take an overruling back; it stays to be read',
    params: z.strictObject({ commitmentId: Id, overrideId: Id }),
    body: z.strictObject({ reason: z.string().max(1000) }),
    response: z.object({ overrideId: Id }),
  },
} as const satisfies RouteTable;
