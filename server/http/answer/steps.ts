// Answers of steps towards a promise.
import type { stepRoutes } from '../../../core/contract/steps.ts';
import { addStepTo, moveStep } from '../../act/step.ts';
import type { Context } from '../../context.ts';
import { getSteps } from '../../view/steps.ts';
import type { HandlersOf } from '../handler.ts';

export const answerSteps = (context: Context): HandlersOf<typeof stepRoutes> => ({
  'GET /api/commitments/:commitmentId/steps': ({ params, query, caller }) =>
    getSteps(context, caller, params.commitmentId, query),
  'POST /api/commitments/:commitmentId/steps': ({ params, body, caller, key }) =>
    addStepTo(context, { caller, key }, params.commitmentId, body),
  'POST /api/commitments/:commitmentId/steps/:stepId/moves': ({ params, body, caller, key }) =>
    moveStep(context, { caller, key }, params, body),
});
