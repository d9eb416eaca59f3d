// Answers of nurturing routes: the list, one firm, adding one and moving it along.
import type { nurtureRoutes } from '../../../core/contract/nurture.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { succeed } from '../../../core/result.ts';
import { addToNurture } from '../../act/nurture/add.ts';
import { moveNurture } from '../../act/nurture/move.ts';
import type { Context } from '../../context.ts';
import { getNurtureList, getNurturePage } from '../../view/award/nurture.ts';
import type { HandlersOf } from '../handler.ts';

export const answerNurture = (context: Context): HandlersOf<typeof nurtureRoutes> => ({
  'GET /api/nurture': async ({ caller }) => succeed(await getNurtureList(context, caller)),
  'POST /api/nurture': ({ body, caller, key }) =>
    addToNurture(context, { caller, key }, { code: body.code, aboveScaleOn: isoDate(body.aboveScaleOn) }),
  'GET /api/nurture/:nurtureId': ({ params, caller }) => getNurturePage(context, caller, params.nurtureId),
  'POST /api/nurture/:nurtureId/moves': ({ params, body, caller, key }) =>
    moveNurture(context, { caller, key }, params.nurtureId, body),
});
