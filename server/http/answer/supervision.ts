// Answers of supervision routes: the day's agenda, notices and their moves, evidence.
import type { supervisionRoutes } from '../../../core/contract/supervision.ts';
import { fail, succeed } from '../../../core/result.ts';
import { addNoticeEvidence, largestEvidence } from '../../act/supervise/add-evidence.ts';
import { issueNotice } from '../../act/supervise/issue-notice.ts';
import { moveNotice } from '../../act/supervise/move-notice.ts';
import type { Context } from '../../context.ts';
import { getEvidence } from '../../store/supervise/evidence.ts';
import { getAgenda } from '../../view/supervise/agenda.ts';
import { getNoticeForm } from '../../view/supervise/form.ts';
import { getNoticeList, getNoticePage } from '../../view/supervise/notices.ts';
import { collect, safeName } from '../collect.ts';
import type { HandlersOf } from '../handler.ts';

export function answerSupervision(context: Context): HandlersOf<typeof supervisionRoutes> {
  const { db, jurisdiction } = context;
  return {
    'GET /api/agenda': ({ query, caller }) => getAgenda(context, caller, query),
    'GET /api/notices': async ({ query, caller }) => succeed(await getNoticeList(context, caller, query)),
    'POST /api/notices': ({ body, caller, key }) => issueNotice(context, { caller, key }, body),
    'GET /api/notice-form': ({ query }) => getNoticeForm(context, query),
    'GET /api/notices/:noticeId': ({ params, caller }) => getNoticePage(context, caller, params.noticeId),
    'POST /api/notices/:noticeId/moves': ({ params, body, caller, key }) =>
      moveNotice(context, { caller, key }, params.noticeId, body),
    'POST /api/notices/:noticeId/evidence': async ({ params, query, body, caller, key }) => {
      const bytes = await collect(body, largestEvidence);
      if (!bytes.ok) return bytes;
      const file = { fileName: safeName(query.name), bytes: bytes.value };
      return addNoticeEvidence(context, { caller, key }, params.noticeId, file);
    },
    'GET /api/notices/:noticeId/evidence/:evidenceId': async ({ params }) => {
      const found = await getEvidence(db, jurisdiction, params.noticeId, params.evidenceId);
      if (!found) return fail('document.notFound');
      return succeed({ bytes: found.bytes, fileName: found.file_name, mediaType: found.media_type });
    },
  };
}
