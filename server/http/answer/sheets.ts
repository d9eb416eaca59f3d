// Answers of places beside each other and of sheets for paper.
import type { sheetRoutes } from '../../../core/contract/sheets.ts';
import { decideApplicability } from '../../act/decide-applicability.ts';
import type { Context } from '../../context.ts';
import { getPlaces } from '../../view/places.ts';
import { getPlaceSheet } from '../../view/sheet.ts';
import type { HandlersOf } from '../handler.ts';

export const answerSheets = (context: Context): HandlersOf<typeof sheetRoutes> => ({
  'GET /api/commitments/:commitmentId/places': ({ params, query }) =>
    getPlaces(context, params.commitmentId, query),
  'POST /api/commitments/:commitmentId/applicability': ({ params, body, caller, key }) =>
    decideApplicability(context, { caller, key }, params.commitmentId, body),
  'GET /api/sheets/place': ({ query }) => getPlaceSheet(context, query),
});
