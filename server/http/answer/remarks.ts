// Answers of remark routes: comments, confidence, names for days.
import type { remarkRoutes } from '../../../core/contract/remarks.ts';
import { standingNames } from '../../../core/observe/named-day.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { succeed } from '../../../core/result.ts';
import { commentOn, endComment } from '../../act/remark/comment.ts';
import { nameDay } from '../../act/remark/name-day.ts';
import { sayConfidence } from '../../act/remark/say-confidence.ts';
import type { Context } from '../../context.ts';
import { listNamedDays } from '../../store/remark/named-day.ts';
import { getDisagreements, getRemarks } from '../../view/remark/remarks.ts';
import type { HandlersOf } from '../handler.ts';

export function answerRemarks(context: Context): HandlersOf<typeof remarkRoutes> {
  return {
    'GET /api/commitments/:commitmentId/remarks': ({ params, query, caller }) =>
      getRemarks(context, caller, params.commitmentId, query),
    'POST /api/commitments/:commitmentId/comments': ({ params, body, caller, key }) =>
      commentOn(context, { caller, key }, params.commitmentId, body),
    'POST /api/commitments/:commitmentId/comments/:commentId/end': ({ params, body, caller, key }) =>
      endComment(context, { caller, key }, params, body.words),
    'POST /api/commitments/:commitmentId/confidence': ({ params, body, caller, key }) =>
      sayConfidence(context, { caller, key }, params.commitmentId, body),
    'GET /api/disagreements': ({ query }) => getDisagreements(context, query),
    'GET /api/named-days': async () => {
      const rows = await listNamedDays(context.db, context.jurisdiction);
      return succeed({ days: standingNames(rows).map(({ name, day }) => ({ name, day })) });
    },
    'POST /api/named-days': ({ body, caller, key }) =>
      nameDay(
        context,
        { caller, key },
        { name: body.name, day: body.day === null ? null : isoDate(body.day) },
      ),
  };
}
