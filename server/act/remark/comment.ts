// Adds a comment to a promise, and says how one ended. Words without content are refused; nothing is edited.
import { randomUUID } from 'node:crypto';
import { type CommentKind, closingProblem, commentProblem } from '../../../core/observe/comment.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addComment, addCommentEnd, listComments } from '../../store/remark/comment.ts';
import { type Actor, perform } from '../perform.ts';

type Done = Result<{ commentId: string }, ProblemCode>;

export function commentOn(
  context: Context,
  actor: Actor,
  commitmentId: string,
  { kind, words }: { readonly kind: CommentKind; readonly words: string },
): Promise<Done> {
  return perform<{ commentId: string }, ProblemCode>(
    context,
    actor,
    async ({ db, jurisdiction, today }, note) => {
      const problem = commentProblem(words);
      if (problem) return fail(problem);
      const id = randomUUID();
      const recordedBy = actor.caller.accountId;
      const comment = { id, commitmentId, kind, words: words.trim(), saidOn: today(), recordedBy };
      await addComment(db, jurisdiction, comment);
      const detail = { commentId: id, kind };
      note({ act: 'commitment.comment', objectKind: 'commitment', objectId: commitmentId, detail });
      return succeed({ commentId: id });
    },
  );
}

export function endComment(
  context: Context,
  actor: Actor,
  { commitmentId, commentId }: { readonly commitmentId: string; readonly commentId: string },
  words: string,
): Promise<Done> {
  return perform<{ commentId: string }, ProblemCode>(
    context,
    actor,
    async ({ db, jurisdiction, today }, note) => {
      const comments = await listComments(db, jurisdiction, commitmentId, null);
      const comment = comments.find(({ id }) => id === commentId);
      if (!comment) return fail('comment.notFound');
      const problem = closingProblem(comment.kind, comment.endOn !== null, words);
      if (problem) return fail(problem);
      const recordedBy = actor.caller.accountId;
      const end = { commentId, words: words.trim(), closedOn: today(), recordedBy };
      if (!(await addCommentEnd(db, jurisdiction, end))) return fail('comment.alreadyClosed');
      note({
        act: 'commitment.commentEnd',
        objectKind: 'commitment',
        objectId: commitmentId,
        detail: { commentId },
      });
      return succeed({ commentId });
    },
  );
}
