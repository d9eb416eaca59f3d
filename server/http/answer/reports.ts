// Answers of reporting: what is due, drafts, tables in and out, submission, review, correction.
import type { Readable } from 'node:stream';
import type { reportRoutes } from '../../../core/contract/reports.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import type { Actor } from '../../act/perform.ts';
import { correctFigure } from '../../act/report/correct.ts';
import { type MoveBody, type Moved, moveReports } from '../../act/report/move.ts';
import { openDraftSaver } from '../../act/report/save-drafts.ts';
import { openSubmitter } from '../../act/report/submit.ts';
import { limits } from '../../bytes/limits.ts';
import { readSheetRows } from '../../bytes/sheet-rows.ts';
import type { Context } from '../../context.ts';
import { getFigures } from '../../view/report/desk.ts';
import { getReport, getReports } from '../../view/report/review.ts';
import { placeOnTable, readTable } from '../../view/report/table.ts';
import { csvOf, workbookOf } from '../../view/report/template.ts';
import type { HandlersOf } from '../handler.ts';
import { fill } from '../problem.ts';

async function collect(stream: Readable): Promise<Result<Buffer, 'document.tooLarge'>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > limits.uploadBytes)
      return fail('document.tooLarge', { limit: `${limits.uploadBytes / 1024 / 1024} MB` });
    chunks.push(bytes);
  }
  return succeed(Buffer.concat(chunks));
}

const movedView = ({ moved, refused }: Moved) => ({
  moved: [...moved],
  refused: refused.map(({ reportId, code, params }) => ({
    reportId,
    code,
    message: fill(problemText[code], params),
  })),
});

export function answerReports(context: Context): HandlersOf<typeof reportRoutes> {
  const saver = openDraftSaver(context);
  const submitter = openSubmitter(context);
  const move = async (actor: Actor & { readonly receivedAt: Date }, body: MoveBody) => {
    const result = await moveReports(context, actor, body, actor.receivedAt);
    return result.ok ? succeed(movedView(result.value)) : result;
  };
  return {
    'GET /api/figures': ({ caller, query }) => getFigures(context, caller, query),
    'PUT /api/figures/drafts': async ({ body, caller, key, receivedAt }) => {
      const result = await saver.take({ body, caller, key, receivedAt });
      if (!result.ok) return result;
      const { saved, savedAt } = result.value;
      return succeed({
        saved: saved.map((each) => ({
          ...each,
          findings: each.findings.map(({ code, weight, params }) => ({
            code,
            weight,
            params: { ...params },
          })),
        })),
        savedAt,
      });
    },
    'POST /api/figures/paste': ({ body, caller }) => placeOnTable(context, caller, body),
    'GET /api/figures/template': async ({ caller, query }) => {
      const page = await getFigures(context, caller, query);
      if (!page.ok) return page;
      const bytes = await workbookOf(page.value);
      const fileName = `填报表-${page.value.desk?.name ?? ''}-${page.value.month ?? ''}.xlsx`;
      const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return succeed({ bytes, fileName, mediaType });
    },
    'GET /api/figures/table.csv': async ({ caller, query }) => {
      const page = await getFigures(context, caller, query);
      if (!page.ok) return page;
      const fileName = `填报表-${page.value.desk?.name ?? ''}-${page.value.month ?? ''}.csv`;
      return succeed({ bytes: csvOf(page.value), fileName, mediaType: 'text/csv' });
    },
    'POST /api/figures/table': async ({ caller, query, body }) => {
      const { name, ...desk } = query;
      const page = await getFigures(context, caller, desk);
      if (!page.ok) return page;
      const bytes = await collect(body);
      if (!bytes.ok) return bytes;
      const sheets = await readSheetRows(bytes.value, name);
      return sheets.ok ? readTable(context, page.value, sheets.value) : sheets;
    },
    'POST /api/reports': async ({ body, caller, key, receivedAt }) => {
      const result = await submitter.take({ body, caller, key, receivedAt });
      if (!result.ok) return result;
      return succeed({ ...result.value, submitted: [...result.value.submitted] });
    },
    'GET /api/reports': ({ caller, query }) => getReports(context, caller, query),
    'POST /api/reports/recalls': ({ body, caller, key, receivedAt }) =>
      move({ caller, key, receivedAt }, body),
    'POST /api/reports/decisions': ({ body, caller, key, receivedAt }) =>
      move({ caller, key, receivedAt }, body),
    'POST /api/reports/verifications': ({ body, caller, key, receivedAt }) =>
      move({ caller, key, receivedAt }, body),
    'GET /api/reports/:reportId': ({ caller, params }) => getReport(context, caller, params.reportId),
    'POST /api/reports/:reportId/corrections': ({ params, body, caller, key, receivedAt }) =>
      correctFigure(context, { caller, key }, params.reportId, body, receivedAt),
  };
}
