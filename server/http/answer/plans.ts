// Answers of plan routes: the judged plan, one commitment, amendments.
import type { planRoutes } from '../../../core/contract/plans.ts';
import { succeed } from '../../../core/result.ts';
import { amendCommitment } from '../../act/amend-commitment.ts';
import { perform } from '../../act/perform.ts';
import type { Context } from '../../context.ts';
import { listPlans } from '../../store/plan.ts';
import { listCommitments } from '../../view/commitment-list.ts';
import { getCommitmentPage } from '../../view/commitment-page.ts';
import { getLivelihood } from '../../view/livelihood.ts';
import { getOverview } from '../../view/overview.ts';
import { planSummary } from '../../view/row.ts';
import type { HandlersOf } from '../handler.ts';

export function answerPlans(context: Context): HandlersOf<typeof planRoutes> {
  const { db, jurisdiction } = context;
  return {
    'GET /api/plans': async () =>
      succeed({ plans: (await listPlans(db, jurisdiction, null)).map(planSummary) }),
    'GET /api/overview': ({ query }) => getOverview(context, query),
    'GET /api/commitments': ({ query }) => listCommitments(context, query),
    'GET /api/commitments/:commitmentId': ({ params, query }) =>
      getCommitmentPage(context, params.commitmentId, query),
    'POST /api/commitments/:commitmentId/amendments': ({ params, body, caller, key }) =>
      perform(context, { caller, key }, async (inside, note) => {
        const amended = await amendCommitment(inside, params.commitmentId, body);
        if (amended.ok) {
          const { amendmentId } = amended.value;
          const object = { objectKind: 'commitment', objectId: params.commitmentId };
          note({ act: 'plan.amend', ...object, detail: { amendmentId } });
        }
        return amended;
      }),
    'GET /api/livelihood': ({ query }) => getLivelihood(context, query),
  };
}
