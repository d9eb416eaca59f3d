// The lead unit says how sure it is of a promise: a new word each time, the old ones stay with their day.
import { type ConfidenceWord, confidenceProblem } from '../../../core/observe/confidence.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addConfidence, listConfidence } from '../../store/remark/confidence.ts';
import { type Actor, perform } from '../perform.ts';

export function sayConfidence(
  context: Context,
  actor: Actor,
  commitmentId: string,
  { word, note: given }: { readonly word: ConfidenceWord; readonly note: string },
): Promise<Result<{ number: number }, ProblemCode>> {
  return perform<{ number: number }, ProblemCode>(
    context,
    actor,
    async ({ db, jurisdiction, today }, note) => {
      const words = given.trim();
      const problem = confidenceProblem(word, words);
      if (problem) return fail(problem);
      const last = (await listConfidence(db, jurisdiction, { commitmentId }, null)).at(-1);
      if (last?.word === word && last.note === words) return fail('confidence.sameAgain');
      const sequence = (last?.sequence ?? 0) + 1;
      const recordedBy = actor.caller.accountId;
      const said = { commitmentId, word, note: words, saidOn: today(), sequence, recordedBy };
      if (!(await addConfidence(db, jurisdiction, said))) return fail('state.changed');
      const detail = { number: sequence, word };
      note({ act: 'commitment.confidence', objectKind: 'commitment', objectId: commitmentId, detail });
      return succeed({ number: sequence });
    },
  );
}
