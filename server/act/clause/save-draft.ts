// Saves what an author is writing, or gives it up. Two tabs of one author are told apart; nothing that was typed is lost.
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Context } from '../../context.ts';
import { getClauseDraft, putClauseDraft, removeClauseDraft } from '../../store/clause/draft.ts';
import { type Actor, perform } from '../perform.ts';

export interface DraftBody {
  readonly text: string;
  readonly startsOn: string;
  readonly base: number;
  readonly document: string;
  readonly reason: string;
  /** The version on the screen; 0 where nothing was saved yet. */
  readonly version: number;
}

type SaveProblem = 'clauseDraft.changed' | 'permission.denied' | 'request.keyMismatch';

export function saveClauseDraft(
  context: Context,
  actor: Actor,
  clauseId: string,
  { text, startsOn, base, document, reason, version }: DraftBody,
): Promise<Result<{ version: number; savedAt: string }, SaveProblem>> {
  return perform<{ version: number; savedAt: string }, SaveProblem>(context, actor, async (inside) => {
    const { db, jurisdiction } = inside;
    const { accountId } = actor.caller;
    if (accountId === null) return fail('permission.denied');
    const now = await getClauseDraft(db, jurisdiction, accountId, clauseId);
    if (
      now &&
      now.content === text &&
      now.startsOn === startsOn &&
      now.document === document &&
      now.reason === reason
    )
      return succeed({ version: now.version, savedAt: now.savedAt });
    const savedAt = inside.now().toISOString();
    const next = (now ? version : 0) + 1;
    const draft = {
      clauseId,
      accountId,
      base,
      startsOn,
      content: text,
      document,
      reason,
      version: next,
      savedAt,
    };
    return (await putClauseDraft(db, jurisdiction, draft))
      ? succeed({ version: next, savedAt })
      : fail('clauseDraft.changed');
  });
}

export function dropClauseDraft(
  context: Context,
  actor: Actor,
  clauseId: string,
): Promise<Result<{ dropped: true }, SaveProblem>> {
  return perform<{ dropped: true }, SaveProblem>(context, actor, async ({ db, jurisdiction }) => {
    const { accountId } = actor.caller;
    if (accountId === null) return fail('permission.denied');
    await removeClauseDraft(db, jurisdiction, accountId, clauseId);
    return succeed({ dropped: true });
  });
}
