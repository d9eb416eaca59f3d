// Answers of award routes: batches, public notices, payments, the ledger, pushes and measures.
import type { awardRoutes } from '../../../core/contract/awards.ts';
import { readValue } from '../../../core/policy/value.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { fail, succeed } from '../../../core/result.ts';
import { appropriateFund, reversePosting } from '../../act/award/fund.ts';
import { measurePolicies } from '../../act/award/measure.ts';
import { moveBatch } from '../../act/award/move-batch.ts';
import { answerObjection, objectToLine } from '../../act/award/object.ts';
import { payAwards } from '../../act/award/pay.ts';
import { proposeBatch } from '../../act/award/propose-batch.ts';
import { pushPolicies } from '../../act/award/push.ts';
import { removeLine } from '../../act/award/remove-line.ts';
import type { Context } from '../../context.ts';
import { getAwardNotices, getBatchList, getBatchPage } from '../../view/award/batches.ts';
import { getLedger, getMeasures } from '../../view/award/ledger.ts';
import type { HandlersOf } from '../handler.ts';

export const answerAwards = (context: Context): HandlersOf<typeof awardRoutes> => ({
  'GET /api/batches': async ({ caller }) => succeed(await getBatchList(context, caller)),
  'POST /api/batches': ({ body, caller, key }) =>
    proposeBatch(context, { caller, key }, { day: isoDate(body.day), unit: body.unit }),
  'GET /api/batches/:batchId': ({ params, query, caller }) =>
    getBatchPage(context, caller, params.batchId, query),
  'POST /api/batches/:batchId/moves': ({ params, body, caller, key }) =>
    moveBatch(context, { caller, key }, params.batchId, body),
  'POST /api/batches/:batchId/removals': ({ params, body, caller, key }) =>
    removeLine(context, { caller, key }, params.batchId, body),
  'POST /api/batches/:batchId/objections': ({ params, body, caller, key }) =>
    objectToLine(context, { caller, key }, params.batchId, body),
  'POST /api/batches/:batchId/objections/:objectionId': ({ params, body, caller, key }) =>
    answerObjection(context, { caller, key }, params, body),
  'POST /api/payments': ({ body, caller, key }) => payAwards(context, { caller, key }, body.batchId),
  'GET /api/award-notices': async ({ query }) => succeed(await getAwardNotices(context, query.batch)),
  'GET /api/ledger': async ({ query, caller }) => succeed(await getLedger(context, caller, query)),
  'POST /api/ledger/appropriations': async ({ body, caller, key }) => {
    const amount = readValue(body.amount.trim());
    if (typeof amount !== 'object' || amount.kind !== 'fen' || amount.number <= 0)
      return fail('ledger.amountInvalid');
    const { area, document } = body;
    return appropriateFund(context, { caller, key }, { area, document, amount: amount.number });
  },
  'POST /api/ledger/reversals': ({ body, caller, key }) => reversePosting(context, { caller, key }, body),
  'GET /api/policy-measures': async ({ query, caller }) =>
    succeed(await getMeasures(context, caller, query.day)),
  'POST /api/pushes': ({ body, caller, key }) =>
    pushPolicies(context, { caller, key }, { day: isoDate(body.day), unit: body.unit }),
  'POST /api/policy-measures': ({ body, caller, key }) =>
    measurePolicies(context, { caller, key }, isoDate(body.day)),
});
