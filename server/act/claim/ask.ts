// Questions of enterprises about a clause: asked of the unit that leads it, answered once, each side told.
import { randomUUID } from 'node:crypto';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { codeOfAccount } from '../../store/award/holder.ts';
import { addAnswer, addQuestion, getQuestion } from '../../store/award/question.ts';
import { listEnterprises } from '../../store/register/current.ts';
import { lastDay, readPayRules } from '../award/rules.ts';
import { clausesOn } from '../clause/book.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';

export function askAbout(
  context: Context,
  actor: Actor,
  { clauseId, words }: { readonly clauseId: string; readonly words: string },
): Promise<Result<{ questionId: string }, ProblemCode>> {
  return perform<{ questionId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction, today } = inside;
    const ownerId = actor.caller.accountId;
    const code = ownerId === null ? undefined : await codeOfAccount(db, jurisdiction, ownerId);
    if (ownerId === null || code === undefined) return fail('claim.noEnterprise');
    const clause = (await clausesOn(inside, today())).find(({ id }) => id === clauseId);
    if (!clause) return fail('policy.notFound');
    const [enterprise] = await listEnterprises(db, jurisdiction, [code]);
    const questionId = randomUUID();
    const answerBy = lastDay(today(), (await readPayRules(inside)).answerTerm);
    const about = { clauseId, unit: clause.lead, ownerId, words: words.trim(), answerBy };
    const placeId = enterprise?.place_id ?? '';
    await addQuestion(db, jurisdiction, {
      ...{ id: questionId, subject: code, subjectName: enterprise?.name ?? code, placeId },
      ...about,
    });
    await tell(inside, ownerId, [
      {
        ...{ kind: 'policy.moved', objectKind: 'question', objectId: questionId, title: clause.title.zh },
        detail: { what: { zh: '收到企业诉求', en: 'a question from an enterprise' } },
        to: { seats: [{ roles: ['leadUnit'], unit: clause.lead }] },
      },
    ]);
    note({ act: 'question.ask', objectKind: 'question', objectId: questionId, detail: { clauseId } });
    return succeed({ questionId });
  });
}

export function answerQuestion(
  context: Context,
  actor: Actor,
  questionId: string,
  words: string,
): Promise<Result<{ questionId: string }, ProblemCode>> {
  return perform<{ questionId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction, today } = inside;
    const question = await getQuestion(db, jurisdiction, questionId);
    if (!question) return fail('object.notFound');
    const recordedBy = actor.caller.accountId;
    if (!(await addAnswer(db, jurisdiction, { questionId, words: words.trim(), recordedBy })))
      return fail('state.changed');
    const clause = (await clausesOn(inside, today())).find(({ id }) => id === question.clauseId);
    await tell(inside, recordedBy, [
      {
        ...{ kind: 'policy.moved', objectKind: 'question', objectId: questionId },
        title: clause?.title.zh ?? question.clauseId,
        detail: { what: { zh: '诉求已答复', en: 'your question was answered' } },
        to: { accounts: [question.ownerId] },
      },
    ]);
    note({ act: 'question.answer', objectKind: 'question', objectId: questionId });
    return succeed({ questionId });
  });
}
