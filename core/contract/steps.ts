// Routes of the steps towards a promise: a unit and a day of their own, one level deep.
import { z } from 'zod';
import { stepActions, stepStates } from '../plan/step.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

const State = z.enum(stepStates).meta({ id: 'StepState' });
const Action = z.enum(stepActions).meta({ id: 'StepAction' });
const Params = z.strictObject({ commitmentId: Id });
const object = { kind: 'commitment', param: 'commitmentId' } as const;

export const stepRoutes = {
  'GET /api/commitments/:commitmentId/steps': {
    permission: 'step.read',
    summary:
      'Steps towards one promise with their units and days, as known on a day; open ones first, by day',
    params: Params,
    query: z.strictObject({ knownOn: Day.optional() }),
    response: z.object({
      today: Day,
      done: z.number().int(),
      late: z.number().int(),
      steps: z.array(
        z.object({
          id: Id,
          title: z.string(),
          unit: z.string(),
          state: State,
          dueOn: Day,
          /** As it was given first. */
          firstDueOn: Day,
          late: z.boolean(),
          by: z.string().nullable(),
          recordedAt: z.string(),
          events: z.array(
            z.object({
              number: z.number().int(),
              action: Action,
              words: z.string(),
              dueOn: Day.nullable(),
              by: z.string().nullable(),
              at: z.string(),
            }),
          ),
          /** What the caller may do with it. */
          offers: z.array(Action),
        }),
      ),
      mayAdd: z.boolean(),
    }),
  },
  'POST /api/commitments/:commitmentId/steps': {
    permission: 'step.write',
    object,
    summary: 'Add a step with its unit and its day; the unit is told',
    params: Params,
    body: z.strictObject({
      title: z.string().trim().min(2).max(200),
      unit: z.string().trim().min(1).max(80),
      dueOn: Day,
    }),
    response: z.object({ stepId: Id }),
  },
  'POST /api/commitments/:commitmentId/steps/:stepId/moves': {
    permission: 'step.move',
    object,
    summary: 'Say that a step is done, drop it, take it up again, or put it off with a reason',
    params: z.strictObject({ commitmentId: Id, stepId: Id }),
    body: z.strictObject({
      action: Action,
      words: z.string().max(1000),
      dueOn: Day.nullable(),
      /** Number of the last event that was seen. */
      after: z.number().int().min(0),
    }),
    response: z.object({ stepId: Id, number: z.number().int(), state: State }),
  },
} as const satisfies RouteTable;
