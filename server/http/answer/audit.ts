// Answers of the audit log's routes.
import type { auditRoutes } from '../../../core/contract/audit.ts';
import { succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { getAuditPage, verifyOwnAudit } from '../../view/audit.ts';
import type { HandlersOf } from '../handler.ts';

export function answerAudit(context: Context, checkpointFile: string | null): HandlersOf<typeof auditRoutes> {
  return {
    'GET /api/audit': async ({ query }) => succeed(await getAuditPage(context, query, checkpointFile)),
    'GET /api/audit/verification': async () => succeed(await verifyOwnAudit(context, checkpointFile)),
  };
}
