// What an author needs to change a clause: the newest text, an own draft, the versions and proposals before it, and the facts.
import type { clauseRoutes } from '../../../core/contract/clauses.ts';
import type { Caller } from '../../../core/contract/permission.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { printClause } from '../../../core/policy/author/parse-clause.ts';
import type { Clause } from '../../../core/policy/clause.ts';
import type { Fact, Subject } from '../../../core/policy/register/fact.ts';
import { factsOf } from '../../../core/policy/register.ts';
import { newestOf } from '../../../core/policy/version.ts';
import { addMonths } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { readBook } from '../../act/clause/book.ts';
import { kindOf, typedIn } from '../../act/clause/typed-facts.ts';
import type { Context } from '../../context.ts';
import { getClauseDraft } from '../../store/clause/draft.ts';
import { listProposals } from '../../store/clause/proposal.ts';
import { proposalRow } from './desk.ts';

type Editor = OutputOf<(typeof clauseRoutes)['GET /api/clause-desk/:clauseId']['response']>;

/** A new clause to start from: it reads and binds, and pays nobody until somebody writes what it asks for. */
const skeleton = (id: string, day: IsoDate): Clause => ({
  id,
  title: { zh: '新条款', en: 'New clause' },
  ...{ level: 'city', area: 'industry', lead: '牵头单位', automation: 'onRequest', benefit: 'grant' },
  source: { document: '依据文件', clause: '一' },
  valid: { from: day, to: addMonths(day, 12) },
  review: addMonths(day, 12),
  subject: 'enterprise',
  params: {
    revenue: [{ from: day, value: '2000万元', ref: '一' }],
    amount: [{ from: day, value: '10万元', ref: '一' }],
  },
  when: { all: [{ compare: 'revenue', is: 'atLeast', to: '$revenue' }, { lacks: 'dishonest' }] },
  amount: { fixed: '$amount' },
  tests: [
    { given: { revenue: '2000万元', dishonest: false }, expect: { answer: 'yes', amount: '10万元' } },
    { given: { revenue: '1999万元', dishonest: false }, expect: { answer: 'no', because: ['revenue'] } },
    { given: { dishonest: false }, expect: { answer: 'unknown', missing: ['revenue'] } },
  ],
});

const subjects: readonly Subject[] = ['enterprise', 'project', 'park', 'person'];

const fieldsOf = (subject: Subject, fact: Fact): Editor['facts'] =>
  fact.flags
    ? fact.flags.map(({ name, label }) => ({
        name,
        label,
        subject,
        kind: 'flag' as const,
        unit: typedIn.flag,
      }))
    : [
        {
          name: fact.name,
          label: fact.label,
          subject,
          kind: kindOf[fact.measure],
          unit: fact.unit ?? typedIn[kindOf[fact.measure]],
        },
      ];

const factFields: Editor['facts'] = subjects.flatMap((subject) =>
  factsOf[subject].filter(({ name }) => !name.endsWith('_known')).flatMap((fact) => fieldsOf(subject, fact)),
);

export async function getEditor(context: Context, caller: Caller, clauseId: string): Promise<Editor> {
  const { db, jurisdiction } = context;
  const today = context.today();
  const [{ versions }, draft, proposals] = await Promise.all([
    readBook(context),
    caller.accountId === null ? undefined : getClauseDraft(db, jurisdiction, caller.accountId, clauseId),
    listProposals(db, jurisdiction, { clauseId }),
  ]);
  const newest = newestOf(versions, clauseId);
  const earliest = newest && newest.startsOn > today ? newest.startsOn : today;
  return {
    clauseId,
    base: newest?.number ?? 0,
    title: newest?.clause.title ?? null,
    text: newest?.content ?? printClause(skeleton(clauseId, today)),
    ...{ startsOn: earliest, earliest },
    draft: draft
      ? {
          ...{ text: draft.content, startsOn: draft.startsOn, base: draft.base, document: draft.document },
          ...{ reason: draft.reason, version: draft.version, savedAt: draft.savedAt },
        }
      : null,
    versions: versions
      .filter(({ clause }) => clause.id === clauseId)
      .map(({ number, startsOn, document, reason, by, recordedAt, sha256 }) => ({
        ...{ number, startsOn, document, reason, by, recordedAt, sha256 },
      }))
      .reverse(),
    proposals: proposals.map((proposal) => proposalRow(proposal, versions, caller)),
    facts: factFields,
  };
}
