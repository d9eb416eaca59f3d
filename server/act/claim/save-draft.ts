// Keeps what was typed into a claim that is not sent; of two tabs the later one is told.
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { inTransaction } from '../../context.ts';
import { type ClaimDraft, saveClaimDraft } from '../../store/award/claim.ts';
import { isOpen, loadClaim } from './standing.ts';

export function saveDraft(
  context: Context,
  claimId: string,
  { given, version }: ClaimDraft,
): Promise<Result<{ version: number }, ProblemCode>> {
  return inTransaction(context, async (inside): Promise<Result<{ version: number }, ProblemCode>> => {
    const standing = await loadClaim(inside, claimId);
    if (!standing) return fail('object.notFound');
    if (!isOpen(standing.state)) return fail('state.changed');
    const typed = Object.fromEntries(Object.entries(given).filter(([, text]) => text.trim() !== ''));
    const saved = await saveClaimDraft(
      inside.db,
      inside.jurisdiction,
      claimId,
      { given: typed, version },
      inside.now(),
    );
    return saved === undefined ? fail('state.changed') : succeed({ version: saved });
  });
}
