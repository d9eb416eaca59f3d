// A proposed version as its reviewer reads it: lines and words before and after, what examples get, what may be done next.
import type { clauseRoutes } from '../../../core/contract/clauses.ts';
import type { Caller } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { availableMoves } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import { proposalLifecycle } from '../../../core/policy/author/proposal.ts';
import { closeTo, diffLines } from '../../../core/policy/author/text-diff.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { fillWords } from '../../../core/vocabulary/assessment.ts';
import { problemText } from '../../../core/vocabulary/problem.ts';
import { readBook } from '../../act/clause/book.ts';
import { factsOfProposal } from '../../act/clause/move-proposal.ts';
import { rulesOn } from '../../act/clause/rules-on.ts';
import type { Context } from '../../context.ts';
import { listProposalEvents, listProposals, type ProposalRow } from '../../store/clause/proposal.ts';
import { checkClauseDraft } from './check.ts';
import { proposalRow } from './desk.ts';
import { previewOf } from './said.ts';

type Page = OutputOf<(typeof clauseRoutes)['GET /api/clause-proposals/:proposalId']['response']>;

/** Enough around a change to see what it belongs to. */
const AROUND = 3;

/** A reason is typed with the move, so a move that only lacks one is open. */
const typedLater = '……';

async function offersOf(context: Context, caller: Caller, proposal: ProposalRow): Promise<Page['offers']> {
  const facts = await factsOfProposal(context, proposal, caller.accountId, typedLater);
  const roles = rolesOver(caller.grants, { places: [], leadUnit: null, units: [] }, context.today());
  return availableMoves(proposalLifecycle, proposal.state, roles, facts)
    .filter(({ unmet }) => unmet.every(({ code }) => code !== 'proposal.notAuthor'))
    .map(({ action, to, unmet }) => ({
      ...{ action, to },
      unmet: unmet.map(({ code, params }) => ({
        code,
        zh: fillWords(problemText[code].zh, params),
        en: fillWords(problemText[code].en, params),
      })),
    }));
}

export async function getProposal(
  context: Context,
  caller: Caller,
  proposalId: string,
): Promise<Result<Page, 'proposal.notFound'>> {
  const { db, jurisdiction } = context;
  const [proposal] = await listProposals(db, jurisdiction, { proposalId });
  if (!proposal) return fail('proposal.notFound');
  const { clauseId, base, content: text, startsOn } = proposal;
  const [{ versions }, checked, events, offers] = await Promise.all([
    readBook(context),
    checkClauseDraft(context, { clauseId: base === 0 ? null : clauseId, text, startsOn }),
    listProposalEvents(db, jurisdiction, proposalId),
    offersOf(context, caller, proposal),
  ]);
  const before = versions.find(({ clause, number }) => clause.id === clauseId && number === base);
  const rules = before && (await rulesOn(context, before.clause.subject, checked.day));
  return succeed({
    proposal: proposalRow(proposal, versions, caller),
    text,
    lines: [...closeTo(diffLines(before?.content ?? '', text), AROUND)],
    before: rules ? previewOf(rules, clauseId) : null,
    checked,
    events: events.map(({ number, action, state, reason, by, recordedAt }) => ({
      ...{ number, action, state, reason, by, recordedAt },
    })),
    offers,
  });
}
