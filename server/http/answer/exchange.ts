// Answers of the exchange between levels: packages, differences, consultations and letters.
import type { exchangeRoutes } from '../../../core/contract/exchange.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { giveShare } from '../../act/exchange/give-share.ts';
import { makePackage } from '../../act/exchange/make-package.ts';
import { moveLetter } from '../../act/exchange/move-letter.ts';
import { openConsultation } from '../../act/exchange/open-consultation.ts';
import { takeDocument } from '../../act/exchange/take-document.ts';
import { takePackage } from '../../act/exchange/take-package.ts';
import { limits } from '../../bytes/limits.ts';
import type { Context } from '../../context.ts';
import { getConsultation, getLetter } from '../../view/exchange/consultation.ts';
import { getExchange, getPackageDifferences, getPartnerPage } from '../../view/exchange/exchange.ts';
import { collect } from '../collect.ts';
import type { HandlersOf } from '../handler.ts';

export function answerExchange(context: Context): HandlersOf<typeof exchangeRoutes> {
  return {
    'GET /api/exchange': ({ query, caller }) => getExchange(context, caller, query.plan),
    'GET /api/exchange/partners/:partnerId': ({ params, query, caller }) =>
      getPartnerPage(context, caller, params.partnerId, query.plan),
    'POST /api/exchange/partners/:partnerId/package': ({ params, body, caller, key }) =>
      makePackage(context, { caller, key }, params.partnerId, body.plan),
    'POST /api/exchange/packages': async ({ query, body, caller, key }) => {
      const bytes = await collect(body, limits.uploadBytes);
      if (!bytes.ok) return bytes;
      const { mode, plan } = query;
      const taken = await takePackage(context, { caller, key }, { mode, plan }, bytes.value);
      return taken.ok ? getPackageDifferences(context, taken.value, plan) : taken;
    },
    'POST /api/exchange/documents': async ({ body, caller, key }) => {
      const taken = await takeDocument(context, { caller, key }, body);
      return taken.ok ? getPackageDifferences(context, taken.value, `${body.year}`) : taken;
    },
    'POST /api/consultations': ({ body, caller, key }) =>
      openConsultation(context, { caller, key }, { ...body, dueOn: isoDate(body.dueOn) }),
    'GET /api/consultations/:consultationId': ({ params, caller }) =>
      getConsultation(context, caller, params.consultationId),
    'POST /api/consultations/:consultationId/shares': ({ params, body, caller, key }) =>
      giveShare(context, { caller, key }, params.consultationId, body),
    'GET /api/letters/:letterId': ({ params, caller }) => getLetter(context, caller, params.letterId),
    'POST /api/letters/:letterId/moves': ({ params, body, caller, key }) =>
      moveLetter(context, { caller, key }, params.letterId, body),
  };
}
