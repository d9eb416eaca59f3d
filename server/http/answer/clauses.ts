// Answers of the clause desk: drafts, checks, prices, proposals and their moves, and the decision log.

import type { clauseRoutes } from '../../../core/contract/clauses.ts';
import type { decisionRoutes } from '../../../core/contract/policy-decisions.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { succeed } from '../../../core/result.ts';
import { moveProposal } from '../../act/clause/move-proposal.ts';
import { proposeClause } from '../../act/clause/propose.ts';
import { dropClauseDraft, saveClauseDraft } from '../../act/clause/save-draft.ts';
import type { Context } from '../../context.ts';
import { checkClauseDraft } from '../../view/policy/check.ts';
import { compareDraft } from '../../view/policy/comparison.ts';
import { getDecision, getDecisions } from '../../view/policy/decisions.ts';
import { getDesk } from '../../view/policy/desk.ts';
import { getEditor } from '../../view/policy/editor.ts';
import { priceDraft } from '../../view/policy/price.ts';
import { getProposal } from '../../view/policy/proposal.ts';
import type { HandlersOf } from '../handler.ts';

export const answerClauses = (context: Context): HandlersOf<typeof clauseRoutes & typeof decisionRoutes> => ({
  'GET /api/clause-desk': async ({ caller }) => succeed(await getDesk(context, caller)),
  'GET /api/clause-desk/:clauseId': async ({ params, caller }) =>
    succeed(await getEditor(context, caller, params.clauseId)),
  'PUT /api/clause-desk/:clauseId/draft': ({ params, body, caller, key }) =>
    saveClauseDraft(context, { caller, key }, params.clauseId, body),
  'DELETE /api/clause-desk/:clauseId/draft': ({ params, caller, key }) =>
    dropClauseDraft(context, { caller, key }, params.clauseId),
  'POST /api/clause-desk/check': async ({ body }) => succeed(await checkClauseDraft(context, body)),
  'POST /api/clause-desk/price': ({ body }) => priceDraft(context, body),
  'POST /api/clause-desk/comparison': ({ body }) => compareDraft(context, body),
  'POST /api/clause-desk/:clauseId/proposals': ({ params, body, caller, key }) =>
    proposeClause(context, { caller, key }, params.clauseId, { ...body, startsOn: isoDate(body.startsOn) }),
  'GET /api/clause-proposals/:proposalId': ({ params, caller }) =>
    getProposal(context, caller, params.proposalId),
  'POST /api/clause-proposals/:proposalId/moves': ({ params, body, caller, key }) =>
    moveProposal(context, { caller, key }, params.proposalId, body),
  'GET /api/policy-decisions': async ({ query }) => succeed(await getDecisions(context, query)),
  'GET /api/policy-decisions/:decisionId': ({ params }) => getDecision(context, params.decisionId),
});
