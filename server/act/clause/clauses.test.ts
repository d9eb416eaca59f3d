// A clause from draft to publication by two people; answers by day; a decision that is the same after another version came.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../../core/contract/permission.ts';
import { withValues } from '../../../core/policy/author/parameter.ts';
import { printClause } from '../../../core/policy/author/parse-clause.ts';
import { catalog } from '../../../core/policy/catalog/catalog.ts';
import type { Clause } from '../../../core/policy/clause.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { listDecisions } from '../../store/clause/decision.ts';
import { getClauseDraft } from '../../store/clause/draft.ts';
import { listProposals } from '../../store/clause/proposal.ts';
import { addAccount } from '../../store/people/account.ts';
import { type Example, openExample } from '../example.fixture.ts';
import { clausesOn, readBook } from './book.ts';
import { decideAgain } from './decide-again.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { loadProlonged } from './load-prolonged.ts';
import { loadSampleProposal } from './load-sample.ts';
import { logDecisions } from './log-decisions.ts';
import { moveProposal } from './move-proposal.ts';
import { proposeClause } from './propose.ts';
import { rulesOn } from './rules-on.ts';
import { dropClauseDraft, saveClauseDraft } from './save-draft.ts';

let example: Example;
const [author, reviewer] = ['0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c21', '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c22'];
const actorOf = (accountId: string) => {
  const grant = { role: 'finance', place: null, unit: null, from: isoDate('2020-01-01'), to: null } as const;
  const caller: Caller = { accountId, name: '财政', scopes: null, grants: [grant] };
  return { caller, key: null };
};
const must = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const codeOf = (result: { ok: true } | { ok: false; code: string }): string =>
  result.ok ? 'ok' : result.code;

const clauseId = 'hz-2024-3-1-first';
const original = catalog.find(({ id }) => id === clauseId);
const startsOn = isoDate('2024-10-01');
const raised = (value = '30万元', day = startsOn): string => {
  if (!original) throw new Error('the clause is in the catalogue');
  const name = Object.keys(original.params)[0] ?? '';
  return printClause(withValues(original, day, { [name]: value }));
};
const body = (given = {}) => ({
  ...{ text: raised(), startsOn, base: 1, document: '示例会议纪要〔2024〕9号', reason: '按会议纪要提高标准' },
  ...given,
});
const propose = (given = {}, who = author) =>
  proposeClause(example.context, actorOf(who), clauseId, body(given));
const publish = (proposalId: string, who = reviewer, after = 1) =>
  moveProposal(example.context, actorOf(who), proposalId, { action: 'publish', after, reason: '' });
const firm = { industry: 3911, scaleYear: 2023, dishonest: false, gradeD: false };
const paid = async (day: string): Promise<number> => {
  const rules = await rulesOn(example.context, 'enterprise', isoDate(day));
  const { results } = rules.explain(rules.encode(firm));
  const result = results.find(({ id }) => id === clauseId);
  return result?.answer === 'yes' ? result.amount : -1;
};

beforeAll(async () => {
  example = await openExample();
  const { db, jurisdiction } = example.context;
  for (const id of [author, reviewer])
    await addAccount(db, jurisdiction, {
      id,
      login: `a${id.slice(-2)}`,
      name: '财政',
      mail: '',
      isSample: false,
      recordedBy: null,
    });
  must(await loadCatalogue(example.context));
});
afterAll(() => example.store.close());

describe('the catalogue', () => {
  it('is loaded once, and each clause holds from its own first day', async () => {
    expect(must(await loadCatalogue(example.context))).toBe(0);
    const held = await clausesOn(example.context, isoDate('2024-03-01'));
    expect(held.map(({ id }) => id)).toEqual(catalog.map(({ id }) => id));
    expect(held).toEqual(catalog);
    expect(await clausesOn(example.context, isoDate('2023-12-31'))).toEqual([]);
  });
});

describe('a draft', () => {
  const draft = { text: '{', startsOn: '2024-1', base: 1, document: '', reason: '', version: 0 };
  const save = (given: Partial<typeof draft>) =>
    saveClauseDraft(example.context, actorOf(author), clauseId, { ...draft, ...given });

  it('keeps whatever was typed, tells two tabs apart, and takes the same words twice', async () => {
    expect(must(await save({})).version).toBe(1);
    expect(must(await save({ text: '{"id"', version: 1 })).version).toBe(2);
    expect(codeOf(await save({ text: 'other tab', version: 1 }))).toBe('clauseDraft.changed');
    expect(must(await save({ text: '{"id"', version: 1 })).version).toBe(2);
    const { db, jurisdiction } = example.context;
    expect((await getClauseDraft(db, jurisdiction, author, clauseId))?.content).toBe('{"id"');
    expect(await getClauseDraft(db, jurisdiction, reviewer, clauseId)).toBeUndefined();
  });

  it('is given up on demand', async () => {
    must(await dropClauseDraft(example.context, actorOf(author), clauseId));
    const { db, jurisdiction } = example.context;
    expect(await getClauseDraft(db, jurisdiction, author, clauseId)).toBeUndefined();
  });
});

describe('a proposed version', () => {
  it.each([
    [
      'with a mistake in it',
      { text: raised().replace('"highest"', '"lowest"').replace('30万元', '30') },
      'proposal.hasProblems',
    ],
    ['for a day that has passed', { startsOn: isoDate('2024-08-31') }, 'proposal.startsInPast'],
    ['written from a version that is not the newest', { base: 2 }, 'proposal.baseChanged'],
    ['without a reason', { reason: '' }, 'proposal.needsReason'],
    ['without a document', { document: ' ' }, 'proposal.needsDocument'],
    ['of a new clause whose id is taken', { base: 0 }, 'proposal.hasProblems'],
  ])('is refused %s', async (_why, given, code) => {
    expect(codeOf(await propose(given))).toBe(code);
  });

  it('is published by somebody else, from its day, and the decision before stays what it was', async () => {
    const before = await paid('2024-10-01');
    const rules = await rulesOn(example.context, 'enterprise', isoDate('2024-10-01'));
    const explanation = rules.explain(rules.encode(firm));
    const about = {
      purpose: 'claim',
      subjectId: '',
      reference: 'claim-1',
      facts: firm,
      explanation,
    } as const;
    const [decisionId = ''] = await logDecisions(example.context, rules, [about], author);
    expect(must(await decideAgain(example.context, decisionId))).toMatchObject({
      ...{ sameRules: true, sameAnswer: true, changedSince: [] },
    });

    const { proposalId } = must(await propose());
    expect(codeOf(await publish(proposalId, author))).toBe('proposal.ownProposal');
    expect(must(await publish(proposalId))).toMatchObject({ state: 'published', version: 2 });
    expect(codeOf(await publish(proposalId, reviewer, 2))).toBe('move.notFromHere');

    expect(await paid('2024-09-30')).toBe(before);
    expect(await paid('2024-10-01')).toBe(30_000_000);
    const again = must(await decideAgain(example.context, decisionId));
    expect(again).toMatchObject({ sameRules: true, sameAnswer: true, changedSince: [clauseId] });
    expect(again.decision.reference).toBe('claim-1');
    const now = await rulesOn(example.context, 'enterprise', isoDate('2024-10-01'));
    expect(now.compiled.ruleSet.hash).not.toBe(again.decision.ruleSet.hash);
  });

  it('starts no earlier than the version before, and from the newest one', async () => {
    expect(codeOf(await propose({ base: 2, startsOn: isoDate('2024-09-15') }))).toBe(
      'proposal.startsTooEarly',
    );
    expect(codeOf(await propose())).toBe('proposal.baseChanged');
  });

  it('of two published at once one wins', async () => {
    const ids = [];
    for (const value of ['40万元', '50万元'])
      ids.push(must(await propose({ base: 2, text: raised(value) })).proposalId);
    const codes = (await Promise.all(ids.map((id) => publish(id)))).map(codeOf).sort();
    expect(codes[0]).toMatch(/proposal.baseChanged|state.changed|ok/);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    const { versions } = await readBook(example.context);
    expect(versions.filter(({ clause }: { clause: Clause }) => clause.id === clauseId)).toHaveLength(3);
  });

  it('keeps every proposal, whatever became of it', async () => {
    const { db, jurisdiction } = example.context;
    const states = (await listProposals(db, jurisdiction, { clauseId })).map(({ state }) => state).sort();
    expect(states).toEqual(['proposed', 'published', 'published']);
  });
});

describe('the sample city', () => {
  it('has a version that waits for its second person', async () => {
    const { db, jurisdiction } = example.context;
    const caizheng = '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c23';
    await addAccount(db, jurisdiction, {
      ...{ id: caizheng, login: 'caizheng', name: '财政', mail: '', isSample: true, recordedBy: null },
    });
    await loadSampleProposal(example.context);
    const [proposal] = await listProposals(db, jurisdiction, { clauseId: 'hz-2024-3-1-converted' });
    expect(proposal).toMatchObject({ state: 'proposed', base: 1, startsOn: '2024-11-01' });
    expect(must(await publish(proposal?.id ?? ''))).toMatchObject({ version: 2 });
  });
});

describe('a document of its own', () => {
  it('prolongs what has ended, once, by one post that proposes and another that publishes', async () => {
    const { db, jurisdiction } = example.context;
    const fagai = '0b9f4a52-7c1e-4f27-9b1a-2f4f3f0a9c24';
    await addAccount(db, jurisdiction, {
      ...{ id: fagai, login: 'fagai', name: '计划', mail: '', isSample: true, recordedBy: null },
    });
    const today = isoDate('2026-03-02');
    const later = { ...example.context, today: () => today };
    const inForce = async () =>
      (await clausesOn(example.context, today)).filter(({ valid }) => valid.to >= today).length;
    const tidings = () => db.selectFrom('told').select('id').execute();
    const before = await inForce();
    const news = (await tidings()).length;
    const published = await loadProlonged(later, 'samples/hangzhou');
    expect(published).toBeGreaterThanOrEqual(20);
    expect(await inForce()).toBe(before + published);
    expect(await tidings(), 'what is set up is no news').toHaveLength(news);
    const dayBefore = await clausesOn(example.context, isoDate('2026-03-01'));
    expect(dayBefore.filter(({ valid }) => valid.to > '2027-01-01')).toEqual([]);
    expect(await loadProlonged(later, 'samples/hangzhou')).toBe(0);
  });
});

describe('the decision log', () => {
  it('keeps many decisions of one rule set', async () => {
    const rules = await rulesOn(example.context, 'enterprise', isoDate('2024-10-01'));
    const decisions = Array.from({ length: 300 }, (_, at) => {
      const facts = { ...firm, scaleYear: 2015 + (at % 10) };
      const explanation = rules.explain(rules.encode(facts));
      return { purpose: 'batch', subjectId: `firm-${at}`, reference: 'batch-1', facts, explanation } as const;
    });
    const ids = await logDecisions(example.context, rules, decisions, author);
    expect(new Set(ids).size).toBe(300);
    const { db, jurisdiction } = example.context;
    expect(await listDecisions(db, jurisdiction, { reference: 'batch-1', limit: 1000 })).toHaveLength(300);
    expect(must(await decideAgain(example.context, ids[7] ?? ''))).toMatchObject({
      sameRules: true,
      sameAnswer: true,
    });
  });
});
