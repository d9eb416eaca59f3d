// Answers of claim routes: claims, their drafts, moves and evidence, and questions about clauses.
import type { claimRoutes } from '../../../core/contract/claims.ts';
import { fail, succeed } from '../../../core/result.ts';
import { addEvidenceTo } from '../../act/claim/add-evidence.ts';
import { answerQuestion, askAbout } from '../../act/claim/ask.ts';
import { beginClaim } from '../../act/claim/begin.ts';
import { moveClaim } from '../../act/claim/move.ts';
import { saveDraft } from '../../act/claim/save-draft.ts';
import { largestEvidence } from '../../act/supervise/add-evidence.ts';
import type { Context } from '../../context.ts';
import { getClaimEvidence } from '../../store/award/claim-evidence.ts';
import { getClaimList, getClaimPage, getQuestions } from '../../view/award/claims.ts';
import { collect, safeName } from '../collect.ts';
import type { HandlersOf } from '../handler.ts';

export const answerClaims = (context: Context): HandlersOf<typeof claimRoutes> => ({
  'GET /api/claims': async ({ caller }) => succeed(await getClaimList(context, caller)),
  'POST /api/claims': ({ body, caller, key }) => beginClaim(context, { caller, key }, body.clauseId),
  'GET /api/claims/:claimId': ({ params, caller }) => getClaimPage(context, caller, params.claimId),
  'PUT /api/claims/:claimId/draft': ({ params, body }) => saveDraft(context, params.claimId, body),
  'POST /api/claims/:claimId/moves': ({ params, body, caller, key }) =>
    moveClaim(context, { caller, key }, params.claimId, body),
  'POST /api/claims/:claimId/evidence': async ({ params, query, body, caller, key }) => {
    const bytes = await collect(body, largestEvidence);
    if (!bytes.ok) return bytes;
    const file = { fileName: safeName(query.name), fact: query.fact ?? '', bytes: bytes.value };
    return addEvidenceTo(context, { caller, key }, params.claimId, file);
  },
  'GET /api/claims/:claimId/evidence/:evidenceId': async ({ params }) => {
    const { db, jurisdiction } = context;
    const found = await getClaimEvidence(db, jurisdiction, params.claimId, params.evidenceId);
    return found ? succeed(found) : fail('document.notFound');
  },
  'GET /api/policy-questions': async ({ query, caller }) =>
    succeed(await getQuestions(context, caller, query)),
  'POST /api/policy-questions': ({ body, caller, key }) => askAbout(context, { caller, key }, body),
  'POST /api/policy-questions/:questionId/answer': ({ params, body, caller, key }) =>
    answerQuestion(context, { caller, key }, params.questionId, body.words),
});
