// Publishes a proposed version, sends it back or withdraws it. Who proposed it does not publish it; what is published stays.

import { makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { parseClause } from '../../../core/policy/author/parse-clause.ts';
import { type ProposalAction, proposalLifecycle } from '../../../core/policy/author/proposal.ts';
import { newestOf } from '../../../core/policy/version.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addProposalEvent, listProposals, type ProposalRow } from '../../store/clause/proposal.ts';
import { addVersions } from '../../store/clause/version.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { readBook } from './book.ts';
import { proposalFacts } from './propose.ts';

export interface ProposalMove {
  readonly action: ProposalAction;
  /** Number of the last move the person saw. */
  readonly after: number;
  readonly reason: string;
}

export interface ProposalMoved {
  readonly state: ProposalRow['state'];
  readonly number: number;
  /** Number of the version, where one was published. */
  readonly version: number | null;
}

const moveWords = {
  publish: { zh: '您起草的新版已公布', en: 'the version you wrote is published' },
  sendBack: { zh: '您起草的新版被退回', en: 'the version you wrote was sent back' },
  withdraw: { zh: '送审稿已撤回', en: 'the proposed version was withdrawn' },
} as const;

const wholeCity = { places: [], leadUnit: null, units: [] };

/** As the proposal itself calls the clause. */
function titleOf({ content, clauseId }: ProposalRow): string {
  const read = parseClause(JSON.parse(content));
  return read.ok ? read.clause.title.zh : clauseId;
}

/** False where somebody published a version of the clause in the same moment. A new clause comes last. */
async function publish(context: Context, proposal: ProposalRow, recordedBy: string | null): Promise<boolean> {
  const { clauseId, base, startsOn, content, sha256, document, reason, id } = proposal;
  const { versions } = await readBook(context);
  const place =
    newestOf(versions, clauseId)?.place ?? Math.max(0, ...versions.map((version) => version.place)) + 1;
  const version = { clauseId, number: base + 1, startsOn, place, content, sha256, document, reason };
  const { db, jurisdiction } = context;
  return (await addVersions(db, jurisdiction, [{ ...version, proposalId: id, recordedBy }])) === 1;
}

/** The facts of a proposal as they are now. */
export const factsOfProposal = (
  context: Context,
  { content, clauseId, base, startsOn, recordedBy }: ProposalRow,
  actorId: string | null,
  reason: string,
) =>
  proposalFacts(
    context,
    { text: content, clauseId: base === 0 ? null : clauseId, startsOn, base },
    { actorId: actorId ?? undefined, authorId: recordedBy, reason },
  );

export function moveProposal(
  context: Context,
  actor: Actor,
  proposalId: string,
  { action, after, reason }: ProposalMove,
): Promise<Result<ProposalMoved, ProblemCode>> {
  return perform<ProposalMoved, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const { accountId: recordedBy, grants } = actor.caller;
    const [proposal] = await listProposals(db, jurisdiction, { proposalId });
    if (!proposal) return fail('proposal.notFound');
    if (proposal.number !== after) return fail('state.changed');
    const facts = await factsOfProposal(inside, proposal, recordedBy, reason);
    const roles = rolesOver(grants, wholeCity, inside.today());
    const moved = makeMove(proposalLifecycle, proposal.state, action, roles, facts);
    if (!moved.ok) return moved;
    const [state, number] = [moved.value, after + 1];
    if (
      !(await addProposalEvent(db, jurisdiction, { proposalId, number, action, state, reason, recordedBy }))
    )
      return fail('state.changed');
    if (action === 'publish' && !(await publish(inside, proposal, recordedBy))) return fail('state.changed');
    const { clauseId, startsOn, sha256 } = proposal;
    await tell(inside, recordedBy, [
      {
        ...{ kind: 'policy.moved', objectKind: 'proposal', objectId: proposalId, title: titleOf(proposal) },
        detail: { what: moveWords[action] },
        to: { accounts: proposal.recordedBy === null ? [] : [proposal.recordedBy] },
      },
    ]);
    const version = action === 'publish' ? proposal.base + 1 : null;
    const detail = { proposal: proposalId, version, startsOn, sha256 };
    note({ act: `clause.${action}`, objectKind: 'clause', objectId: clauseId, detail });
    return succeed({ state, number, version });
  });
}
