// Adds a file to a claim that is not decided: any of the usual kinds, by its content and not by its name, kept as it came.
import { createHash, randomUUID } from 'node:crypto';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addClaimEvidence } from '../../store/award/claim-evidence.ts';
import { type Actor, perform } from '../perform.ts';
import { kindOf, largestEvidence } from '../supervise/add-evidence.ts';
import { isOpen, loadClaim } from './standing.ts';

export function addEvidenceTo(
  context: Context,
  actor: Actor,
  claimId: string,
  { fileName, fact, bytes }: { readonly fileName: string; readonly fact: string; readonly bytes: Buffer },
): Promise<Result<{ evidenceId: string }, ProblemCode>> {
  return perform<{ evidenceId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const standing = await loadClaim(inside, claimId);
    if (!standing) return fail('object.notFound');
    if (!isOpen(standing.state) && standing.state !== 'submitted') return fail('state.changed');
    if (bytes.length === 0) return fail('document.empty');
    if (bytes.length > largestEvidence) return fail('document.tooLarge', { limit: '10 MB' });
    const mediaType = kindOf(bytes);
    if (mediaType === null) return fail('evidence.typeUnknown', { name: fileName });
    const evidenceId = randomUUID();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await addClaimEvidence(inside.db, inside.jurisdiction, {
      ...{ id: evidenceId, claimId, fact, fileName, mediaType, sha256, bytes },
      recordedBy: actor.caller.accountId,
    });
    note({ act: 'claim.evidence', objectKind: 'claim', objectId: claimId, detail: { evidenceId, sha256 } });
    return succeed({ evidenceId });
  });
}
