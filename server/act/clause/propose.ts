// Proposes a version of a clause: the text must hold by itself and beside the others, and stands for review from then on.
import { randomUUID } from 'node:crypto';
import { checkDraft, type Draft } from '../../../core/policy/author/check-draft.ts';
import { parseClause } from '../../../core/policy/author/parse-clause.ts';
import { type ProposalFacts, proposable } from '../../../core/policy/author/proposal.ts';
import type { Clause } from '../../../core/policy/clause.ts';
import { newestOf } from '../../../core/policy/version.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { removeClauseDraft } from '../../store/clause/draft.ts';
import { addProposal, addProposalEvent } from '../../store/clause/proposal.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { readBook, sha256 } from './book.ts';

export interface ProposalBody {
  readonly text: string;
  readonly startsOn: IsoDate;
  /** The version it was written from; 0 for a new clause. */
  readonly base: number;
  readonly document: string;
  readonly reason: string;
}

/** What the table of moves asks about a version that is to start on a day. */
export async function proposalFacts(
  context: Context,
  draft: Draft & { readonly base: number },
  people: Pick<ProposalFacts, 'actorId' | 'authorId' | 'reason'>,
): Promise<ProposalFacts> {
  const { versions } = await readBook(context);
  const checked = checkDraft(draft, versions);
  const id = draft.clauseId ?? checked.clause?.id ?? '';
  const newest = newestOf(versions, id);
  return {
    ...people,
    problems: checked.problems.length,
    startsOn: draft.startsOn,
    today: context.today(),
    newestStart: newest?.startsOn ?? null,
    base: draft.base,
    newest: newest?.number ?? 0,
  };
}

export function proposeClause(
  context: Context,
  actor: Actor,
  clauseId: string,
  body: ProposalBody,
): Promise<Result<{ proposalId: string }, ProblemCode>> {
  return perform<{ proposalId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const { accountId } = actor.caller;
    const { text, startsOn, base, document, reason } = body;
    const about = base === 0 ? null : clauseId;
    const people = { actorId: accountId ?? undefined, authorId: accountId, reason };
    const facts = await proposalFacts(inside, { text, clauseId: about, startsOn, base }, people);
    const unmet = proposable.map((guard) => guard(facts)).find((answer) => !answer.ok);
    if (unmet && !unmet.ok) return unmet;
    if (document.trim() === '') return fail('proposal.needsDocument');
    const clause = readAgain(text);
    if (clause?.id !== clauseId) return fail('proposal.otherClause', { name: clause?.id ?? '' });
    const id = randomUUID();
    const hash = sha256(text);
    await addProposal(db, jurisdiction, {
      ...{ id, clauseId, base, startsOn, content: text, sha256: hash, document, reason },
      recordedBy: accountId,
    });
    const first = { number: 1, action: 'propose', state: 'proposed', reason } as const;
    await addProposalEvent(db, jurisdiction, { proposalId: id, ...first, recordedBy: accountId });
    if (accountId !== null) await removeClauseDraft(db, jurisdiction, accountId, clauseId);
    await tell(inside, accountId, [
      {
        ...{ kind: 'policy.moved', objectKind: 'proposal', objectId: id, title: clause.title.zh },
        detail: { what: { zh: '条款新版待审阅公布', en: 'a new version waits for review' } },
        to: { seats: [{ roles: ['finance', 'planOffice'] }] },
      },
    ]);
    note({
      act: 'clause.propose',
      objectKind: 'clause',
      objectId: clauseId,
      detail: { base, startsOn, sha256: hash },
    });
    return succeed({ proposalId: id });
  });
}

/** The text has been read as a clause before. */
function readAgain(text: string): Clause | null {
  const read = parseClause(JSON.parse(text));
  return read.ok ? read.clause : null;
}
