// Answers of policy routes: the catalogue, one clause, what one subject gets.
import type { policyRoutes } from '../../../core/contract/policies.ts';
import { succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { checkPolicies, getCatalogue, getClause } from '../../view/policy/policies.ts';
import type { HandlersOf } from '../handler.ts';

export const answerPolicies = (context: Context): HandlersOf<typeof policyRoutes> => ({
  'GET /api/policies': async ({ query }) => succeed(await getCatalogue(context, query)),
  'GET /api/policies/:clauseId': async ({ params, query }) => getClause(context, params.clauseId, query),
  'POST /api/policies/check': async ({ body }) => succeed(await checkPolicies(context, body)),
});
