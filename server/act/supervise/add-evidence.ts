// Adds a file to a notice as evidence: any of the usual kinds, by its content and not by its name, and kept as it came.
import { createHash, randomUUID } from 'node:crypto';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addEvidence } from '../../store/supervise/evidence.ts';
import { type Actor, perform } from '../perform.ts';

/** 国办函〔2026〕12号 asks for no needless photos: evidence is optional, and a file is small. */
export const largestEvidence = 10 * 1024 * 1024;

const kinds: readonly { readonly start: readonly number[]; readonly mediaType: string }[] = [
  { start: [0x25, 0x50, 0x44, 0x46], mediaType: 'application/pdf' },
  { start: [0xff, 0xd8, 0xff], mediaType: 'image/jpeg' },
  { start: [0x89, 0x50, 0x4e, 0x47], mediaType: 'image/png' },
  { start: [0x50, 0x4b, 0x03, 0x04], mediaType: 'application/zip' },
];

export const kindOf = (bytes: Buffer): string | null =>
  kinds.find(({ start }) => start.every((byte, at) => bytes[at] === byte))?.mediaType ?? null;

export function addNoticeEvidence(
  context: Context,
  actor: Actor,
  noticeId: string,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Buffer },
): Promise<Result<{ evidenceId: string }, ProblemCode>> {
  return perform<{ evidenceId: string }, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    if (bytes.length === 0) return fail('document.empty');
    if (bytes.length > largestEvidence) return fail('document.tooLarge', { limit: '10 MB' });
    const mediaType = kindOf(bytes);
    if (mediaType === null) return fail('evidence.typeUnknown', { name: fileName });
    const evidenceId = randomUUID();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { id: evidenceId, noticeId, fileName, mediaType, sha256, bytes };
    await addEvidence(db, jurisdiction, { ...file, recordedBy: actor.caller.accountId });
    note({
      act: 'notice.evidence',
      objectKind: 'notice',
      objectId: noticeId,
      detail: { evidenceId, sha256 },
    });
    return succeed({ evidenceId });
  });
}
