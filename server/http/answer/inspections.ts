// Answers of inspection routes: the list, one with its moves and box, the yearly plan, the pool.

import type { inspectionRoutes } from '../../../core/contract/inspections.ts';
import type { inspectorRoutes } from '../../../core/contract/inspectors.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { fail, succeed } from '../../../core/result.ts';
import { arrangeInspection } from '../../act/inspection/arrange.ts';
import { moveInspection } from '../../act/inspection/move-inspection.ts';
import { moveYear } from '../../act/inspection/move-year.ts';
import { planInspection } from '../../act/inspection/plan-inspection.ts';
import { addToBox, answerInspection, recordFinding } from '../../act/inspection/record.ts';
import { takeInspector } from '../../act/inspection/take-inspector.ts';
import { largestEvidence } from '../../act/supervise/add-evidence.ts';
import type { Context } from '../../context.ts';
import { readBox } from '../../store/inspection/evidence.ts';
import { getBox } from '../../view/inspection/box.ts';
import { checkInspection, getInspectionForm } from '../../view/inspection/form.ts';
import { getInspectionPage } from '../../view/inspection/page.ts';
import { getPool } from '../../view/inspection/pool.ts';
import { getInspectionList } from '../../view/inspection/rows.ts';
import { getYearPage } from '../../view/inspection/year.ts';
import { collect, safeName } from '../collect.ts';
import type { HandlersOf } from '../handler.ts';

const dayOr = (text: string | null) => (text === null ? null : isoDate(text));
const spanOf = ({ from, to }: { readonly from: string; readonly to: string }) => ({
  from: isoDate(from),
  to: isoDate(to),
});
const termOf = ({ from, until }: { readonly from: string; readonly until: string | null }) => ({
  from: isoDate(from),
  until: dayOr(until),
});

export function answerInspections(
  context: Context,
): HandlersOf<typeof inspectionRoutes & typeof inspectorRoutes> {
  const { db, jurisdiction } = context;
  return {
    'GET /api/inspections': async ({ query, caller }) =>
      succeed(await getInspectionList(context, caller, query)),
    'POST /api/inspections': ({ body, caller, key }) =>
      planInspection(context, { caller, key }, { ...body, ...spanOf(body) }),
    'GET /api/inspection-form': ({ query }) => getInspectionForm(context, query),
    'POST /api/inspection-check': ({ body }) => checkInspection(context, { ...body, ...spanOf(body) }),
    'GET /api/inspections/:inspectionId': ({ params, caller }) =>
      getInspectionPage(context, caller, params.inspectionId),
    'POST /api/inspections/:inspectionId/moves': ({ params, body, caller, key }) =>
      moveInspection(context, { caller, key }, params.inspectionId, {
        ...body,
        unitReceivedOn: dayOr(body.unitReceivedOn),
        dueOn: dayOr(body.dueOn),
      }),
    'POST /api/inspections/:inspectionId/arrangements': ({ params, body, caller, key }) =>
      arrangeInspection(
        context,
        { caller, key },
        params.inspectionId,
        body.what === 'days' ? { ...body, ...spanOf(body) } : body,
      ),
    'POST /api/inspections/:inspectionId/findings': ({ params, body, caller, key }) =>
      recordFinding(context, { caller, key }, params.inspectionId, body),
    'POST /api/inspections/:inspectionId/answers': ({ params, body, caller, key }) =>
      answerInspection(context, { caller, key }, params.inspectionId, body.words),
    'POST /api/inspections/:inspectionId/evidence': async ({ params, query, body, caller, key }) => {
      const bytes = await collect(body, largestEvidence);
      if (!bytes.ok) return bytes;
      const file = { fileName: safeName(query.name), paper: query.paper ?? null, bytes: bytes.value };
      return addToBox(context, { caller, key }, params.inspectionId, file);
    },
    'GET /api/inspections/:inspectionId/evidence/:evidenceId': async ({ params, caller }) => {
      const { inspectionId, evidenceId } = params;
      const page = await getInspectionPage(context, caller, inspectionId);
      if (!page.ok) return page;
      // What the reader does not see listed cannot be fetched either.
      if (!page.value.evidence.some(({ id }) => id === evidenceId)) return fail('document.notFound');
      const [file] = await readBox(db, jurisdiction, inspectionId, evidenceId);
      if (!file) return fail('document.notFound');
      return succeed({ bytes: file.bytes, fileName: file.file_name, mediaType: file.media_type });
    },
    'GET /api/inspections/:inspectionId/box': ({ params }) => getBox(context, params.inspectionId),
    'GET /api/inspection-plans/:year': async ({ params, caller }) =>
      succeed(await getYearPage(context, caller, params.year)),
    'POST /api/inspection-plans/:year/moves': ({ params, body, caller, key }) =>
      moveYear(context, { caller, key }, params.year, body),
    'GET /api/inspectors': async () => succeed(await getPool(context)),
    'POST /api/inspectors': ({ body, caller, key }) =>
      takeInspector(
        context,
        { caller, key },
        {
          ...{ ...body, ...termOf(body), certificateUntil: dayOr(body.certificateUntil) },
          services: body.services.map((service) => ({ unit: service.unit, ...termOf(service) })),
        },
      ),
  };
}
