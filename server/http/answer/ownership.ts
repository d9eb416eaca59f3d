// Answers of giving promises to other owners, and of the end of a year.
import type { ownershipRoutes } from '../../../core/contract/ownership.ts';
import type { planYearRoutes } from '../../../core/contract/plan-year.ts';
import { assignOwners, checkAssignment } from '../../act/assign.ts';
import { carryOn, closePlan } from '../../act/plan-year.ts';
import type { Context } from '../../context.ts';
import { getNextPlan } from '../../view/next-plan.ts';
import type { HandlersOf } from '../handler.ts';

export const answerOwnership = (
  context: Context,
): HandlersOf<typeof ownershipRoutes & typeof planYearRoutes> => ({
  'GET /api/plans/:planId/next': ({ params }) => getNextPlan(context, params.planId),
  'POST /api/plans/:planId/closing': ({ params, body, caller, key }) =>
    closePlan(context, { caller, key }, params.planId, body.words),
  'POST /api/plans/:planId/next': ({ params, body, caller, key }) =>
    carryOn(context, { caller, key }, params.planId, body),
  'POST /api/commitments/assignments/check': ({ body }) => checkAssignment(context, body),
  'POST /api/commitments/assignments': ({ body, caller, key }) =>
    assignOwners(context, { caller, key }, body),
});
