// Samples of the clause desk: drafts, proposals of new clauses, and a logged decision. All of them stand city-wide.
import { randomUUID } from 'node:crypto';
import { printClause } from '../../../core/policy/author/parse-clause.ts';
import { catalog } from '../../../core/policy/catalog/catalog.ts';
import type { Clause } from '../../../core/policy/clause.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { sha256 } from '../../act/clause/book.ts';
import { logDecisions } from '../../act/clause/log-decisions.ts';
import { rulesOn } from '../../act/clause/rules-on.ts';
import { addProposal, addProposalEvent } from '../../store/clause/proposal.ts';
import type { RouteSample } from './kind.fixture.ts';
import type { World } from './world.fixture.ts';

const startsOn = isoDate('2024-10-01');

function clauseOf(subject: Clause['subject']): Clause {
  const clause = catalog.find((each) => each.subject === subject);
  if (!clause) throw new Error(`the catalogue has a clause for a ${subject}`);
  return clause;
}

const park = clauseOf('park');
const draftOf = (clause: Clause) => ({ clauseId: clause.id, text: printClause(clause), startsOn });
const draft = draftOf(park);
/** Only enterprises have a register to be priced over; the one here is empty. */
const priced = draftOf(catalog.find(({ id }) => id === 'hz-2024-3-1-first') ?? clauseOf('enterprise'));

let made = 0;

/** A new clause each time, so that one that is published does not spoil the next. */
async function newProposal({ example, stranger }: World): Promise<string> {
  const { db, jurisdiction } = example.context;
  made += 1;
  const [id, clauseId] = [randomUUID(), `new-${made}`];
  const { overlap: _alone, ...clause } = clauseOf('park');
  const content = printClause({ ...clause, id: clauseId });
  await addProposal(db, jurisdiction, {
    ...{ id, clauseId, base: 0, startsOn, content, sha256: sha256(content) },
    ...{ document: '示例会议纪要', reason: '按会议纪要', recordedBy: stranger },
  });
  const first = { number: 1, action: 'propose', state: 'proposed', reason: '' } as const;
  await addProposalEvent(db, jurisdiction, { proposalId: id, ...first, recordedBy: stranger });
  return id;
}

async function newDecision({ example: { context } }: World): Promise<string> {
  const rules = await rulesOn(context, 'enterprise', context.today());
  const facts = { industry: 3562 };
  const explanation = rules.explain(rules.encode(facts));
  const about = { purpose: 'claim', subjectId: '', reference: '', facts, explanation } as const;
  const [id = ''] = await logDecisions(context, rules, [about], null);
  return id;
}

export const clauseSamples = {
  'GET /api/clause-desk/:clauseId': { request: () => ({ params: { clauseId: park.id } }) },
  'PUT /api/clause-desk/:clauseId/draft': {
    request: () => ({
      params: { clauseId: park.id },
      body: { text: '{', startsOn: '', base: 1, document: '', reason: '', version: 0 },
    }),
  },
  'DELETE /api/clause-desk/:clauseId/draft': { request: () => ({ params: { clauseId: park.id } }) },
  'POST /api/clause-desk/check': { request: () => ({ body: draft }) },
  'POST /api/clause-desk/price': {
    request: () => ({ body: { ...priced, values: {} } }),
    openField: 'values',
  },
  'POST /api/clause-desk/comparison': { request: () => ({ body: priced }) },
  'POST /api/clause-desk/:clauseId/proposals': {
    request: () => ({
      params: { clauseId: park.id },
      body: { text: draft.text, startsOn, base: 1, document: '示例会议纪要', reason: '按会议纪要' },
    }),
  },
  'GET /api/clause-proposals/:proposalId': {
    request: async ({ world }) => ({ params: { proposalId: await newProposal(world) } }),
  },
  'POST /api/clause-proposals/:proposalId/moves': {
    request: async ({ world }) => ({
      params: { proposalId: await newProposal(world) },
      body: { action: 'publish', after: 1, reason: '' },
    }),
  },
  'GET /api/policy-decisions/:decisionId': {
    request: async ({ world }) => ({ params: { decisionId: await newDecision(world) } }),
  },
} as const satisfies Readonly<Record<string, RouteSample>>;
