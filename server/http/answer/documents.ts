// Answers of document routes: upload into a worker, progress, review, bytes, decisions.
import type { documentRoutes } from '../../../core/contract/documents.ts';
import { fail, succeed } from '../../../core/result.ts';
import { decideItems } from '../../act/decide-items.ts';
import { perform } from '../../act/perform.ts';
import type { Readings } from '../../act/readings.ts';
import { limits } from '../../bytes/limits.ts';
import type { Context } from '../../context.ts';
import { getDocumentBytes } from '../../store/document.ts';
import { documentText } from '../../view/document-text.ts';
import { getDocumentList, getReview } from '../../view/review.ts';
import { collect, safeName } from '../collect.ts';
import type { HandlersOf } from '../handler.ts';

export function answerDocuments(context: Context, readings: Readings): HandlersOf<typeof documentRoutes> {
  const { db, jurisdiction } = context;
  return {
    'GET /api/documents': async () => succeed(await getDocumentList(context)),
    'POST /api/documents': async ({ query, body }) => {
      const bytes = await collect(body, limits.uploadBytes);
      if (!bytes.ok) return bytes;
      const name = safeName(query.name);
      return readings.start({
        name,
        bytes: bytes.value,
        ...(query.encoding ? { encoding: query.encoding } : {}),
      });
    },
    'GET /api/readings/:readingId': async ({ params }) => {
      const progress = readings.get(params.readingId);
      return progress ? succeed(progress) : fail('reading.notFound');
    },
    'GET /api/documents/:documentId': ({ params, query }) =>
      getReview(context, params.documentId, query.plan),
    'GET /api/documents/:documentId/text': async ({ params }) => {
      const text = await documentText(context, params.documentId);
      return text === undefined ? fail('document.notFound') : succeed({ text });
    },
    'GET /api/documents/:documentId/bytes': async ({ params }) => {
      const document = await getDocumentBytes(db, jurisdiction, params.documentId);
      if (!document) return fail('document.notFound');
      const { bytes, file_name, media_type } = document;
      return succeed({ bytes, fileName: file_name, mediaType: media_type });
    },
    'POST /api/documents/:documentId/decisions': ({ params, body, caller, key }) =>
      perform(context, { caller, key }, async (inside, note) => {
        const decided = await decideItems(inside, params.documentId, body);
        if (decided.ok) {
          const { planId, adopted, merged, rejected } = decided.value;
          const detail = { planId, adopted, merged, rejected };
          note({ act: 'plan.decide', objectKind: 'document', objectId: params.documentId, detail });
        }
        return decided;
      }),
  };
}
