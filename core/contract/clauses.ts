// Routes of the clause desk: what an official writes, tries, prices, compares, proposes and publishes; and the decision log.
import { z } from 'zod';
import { proposalActions, proposalStates } from '../policy/author/proposal.ts';
import { sizeBands } from '../policy/pay/difference-by.ts';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

export const Words = z.object({ zh: z.string(), en: z.string() });
export const ClauseId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+){0,8}$/)
  .max(80);
const ClauseParams = z.strictObject({ clauseId: ClauseId });
const ClauseText = z.string().max(200_000);
/** A sum of the whole city may be beyond 2^53: 分 as text, and in words. */
export const Money = z.object({ fen: z.string(), words: Words }).meta({ id: 'ClauseMoney' });
const State = z.enum(proposalStates).meta({ id: 'ClauseProposalState' });
const Action = z.enum(proposalActions).meta({ id: 'ClauseProposalAction' });

const Version = z
  .object({
    number: z.number().int(),
    startsOn: Day,
    document: z.string(),
    reason: z.string(),
    by: z.string().nullable(),
    recordedAt: z.string(),
    sha256: z.string(),
  })
  .meta({ id: 'ClauseVersion' });

const ProposalRow = z
  .object({
    id: Id,
    clauseId: ClauseId,
    title: Words,
    startsOn: Day,
    base: z.number().int(),
    document: z.string(),
    reason: z.string(),
    by: z.string().nullable(),
    recordedAt: z.string(),
    state: State,
    number: z.number().int(),
    /** The caller wrote it: somebody else publishes it. */
    mine: z.boolean(),
  })
  .meta({ id: 'ClauseProposalRow' });

const DeskRow = z
  .object({
    id: ClauseId,
    title: Words,
    area: Words,
    automation: Words,
    subject: Words,
    lead: z.string(),
    version: z.number().int(),
    startsOn: Day,
    /** The version that is published and has not started yet. */
    next: z.object({ number: z.number().int(), startsOn: Day }).nullable(),
    from: Day,
    to: Day,
    review: Day,
    state: z.enum(['inForce', 'later', 'ended']),
    /** Days until it ends, and until somebody must have decided whether it goes on; below 0 where that day has passed. */
    endsIn: z.number().int(),
    reviewIn: z.number().int(),
    /** Due within the city's own number of days, or overdue, and no later version carries on. */
    ending: z.boolean(),
    drafted: z.boolean(),
    proposed: z.boolean(),
  })
  .meta({ id: 'ClauseDeskRow' });

const Problem = z
  .object({
    code: z.string(),
    line: z.number().int(),
    column: z.number().int(),
    what: Words,
    mend: Words,
    /** The other place of a conflict. */
    also: z.object({ clauseId: z.string(), path: z.string(), title: Words.nullable() }).nullable(),
  })
  .meta({ id: 'ClauseProblem' });

const TestLine = z
  .object({
    number: z.number().int(),
    line: z.number().int(),
    ok: z.boolean(),
    on: z.string(),
    expected: Words,
    found: Words,
  })
  .meta({ id: 'ClauseTestLine' });

const Gets = z.object({ answer: z.enum(['yes', 'no', 'unknown']), words: Words, reasons: z.array(Words) });
const Sample = z
  .object({
    name: Words,
    profile: Words,
    /** As published on the day; null where the clause is new or not in force then. */
    before: Gets.nullable(),
    after: Gets.nullable(),
    /** A test of the clause made from this subject, as JSON. */
    test: z.string().nullable(),
  })
  .meta({ id: 'ClauseSample' });

const Slider = z
  .object({
    name: z.string(),
    /** What the number is for. */
    label: Words,
    unit: z.string(),
    value: z.number(),
    least: z.number(),
    greatest: z.number(),
    step: z.number(),
  })
  .meta({ id: 'ClauseSlider' });

const Preview = z
  .object({
    title: Words,
    amount: Words,
    conditions: z.array(Words),
    limits: z.array(Words),
    validity: Words,
    overlap: Words.nullable(),
    automation: Words,
  })
  .meta({ id: 'ClausePreview' });

const Draft = z.strictObject({
  /** null for a clause that is not published yet. */
  clauseId: ClauseId.nullable(),
  text: ClauseText,
  startsOn: Day,
});

const Checked = z
  .object({
    /** The day that words and samples are of. */
    day: Day,
    readable: z.boolean(),
    problems: z.array(Problem),
    tests: z.array(TestLine),
    words: Preview.nullable(),
    samples: z.array(Sample),
    sliders: z.array(Slider),
  })
  .meta({ id: 'ClauseChecked' });

const Group = z
  .object({
    id: z.string(),
    name: Words,
    subjects: z.number().int(),
    winners: z.number().int(),
    losers: z.number().int(),
    before: Money,
    after: Money,
    more: Money,
  })
  .meta({ id: 'ClauseDifferenceGroup' });

const Named = z
  .object({
    /** Unified credit code, its middle masked. */
    code: z.string(),
    name: z.string(),
    place: Words,
    before: Money,
    after: Money,
    more: Money,
  })
  .meta({ id: 'ClauseNamedChange' });

export const clauseRoutes = {
  'GET /api/clause-desk': {
    permission: 'policy.author',
    summary: 'Clauses with their versions, what ends or is due for review, drafts and proposals',
    response: z.object({
      day: Day,
      /** Days ahead within which an end or a review is shown. */
      ahead: z.number().int(),
      clauses: z.array(DeskRow),
      drafts: z.array(z.object({ clauseId: ClauseId, title: Words.nullable(), savedAt: z.string() })),
      proposals: z.array(ProposalRow),
    }),
  },
  'GET /api/clause-desk/:clauseId': {
    permission: 'policy.author',
    summary: 'What an author needs to change a clause, or to write a new one under this id',
    params: ClauseParams,
    response: z.object({
      clauseId: ClauseId,
      /** 0 for a clause that is not published. */
      base: z.number().int(),
      title: Words.nullable(),
      text: z.string(),
      startsOn: Day,
      earliest: Day,
      draft: z
        .object({
          text: z.string(),
          startsOn: z.string(),
          base: z.number().int(),
          document: z.string(),
          reason: z.string(),
          version: z.number().int(),
          savedAt: z.string(),
        })
        .nullable(),
      versions: z.array(Version),
      proposals: z.array(ProposalRow),
      /** Facts that conditions may ask for, by kind of subject. */
      facts: z.array(
        z.object({
          name: z.string(),
          label: Words,
          subject: z.string(),
          kind: z.enum(['money', 'count', 'year', 'date', 'code', 'area', 'flag']),
          unit: Words,
        }),
      ),
    }),
  },
  'PUT /api/clause-desk/:clauseId/draft': {
    permission: 'policy.author',
    summary: 'Keep what is being typed; it need not be a clause yet',
    params: ClauseParams,
    body: z.strictObject({
      text: ClauseText,
      startsOn: z.string().max(20),
      base: z.number().int().min(0),
      document: z.string().max(300),
      reason: z.string().max(2000),
      version: z.number().int().min(0),
    }),
    response: z.object({ version: z.number().int(), savedAt: z.string() }),
  },
  'DELETE /api/clause-desk/:clauseId/draft': {
    permission: 'policy.author',
    summary: 'Give a draft up',
    params: ClauseParams,
    response: z.object({ dropped: z.literal(true) }),
  },
  'POST /api/clause-desk/check': {
    permission: 'policy.author',
    summary:
      'Every problem of a draft with its line, its tests, its words, and what examples get; nothing is kept',
    body: Draft,
    response: Checked,
  },
  'POST /api/clause-desk/price': {
    permission: 'policy.author',
    summary: 'What the draft costs the whole city with these numbers; nothing is kept',
    body: Draft.extend({ values: z.record(z.string().max(60), z.string().max(40)) }),
    response: z.object({
      day: Day,
      /** The numbers that were priced. */
      values: z.record(z.string(), z.string()),
      /** null where the clause does not stand with these numbers. */
      priced: z
        .object({
          /** Subjects of the register. */
          subjects: z.number().int(),
          matched: z.number().int(),
          total: Money,
          /** Of the published clauses on the same day. */
          before: Money,
          more: Money,
          /** Microseconds that the sum took, without asking and answering. */
          micros: z.number().int(),
        })
        .nullable(),
      problems: z.array(Problem),
    }),
  },
  'POST /api/clause-desk/comparison': {
    permission: 'policy.author',
    summary:
      'The draft against the published clauses over the whole register: who wins, who loses, what it costs',
    body: Draft,
    response: z.object({
      day: Day,
      subjects: z.number().int(),
      winners: z.number().int(),
      losers: z.number().int(),
      unchanged: z.number().int(),
      before: Money,
      after: Money,
      more: Money,
      places: z.array(Group),
      sizes: z.array(Group.extend({ id: z.enum(sizeBands) })),
      gains: z.array(Named),
      losses: z.array(Named),
      clauses: z.array(
        z.object({
          id: z.string(),
          title: Words,
          change: z.enum(['added', 'removed', 'changed']),
          before: Money,
          after: Money,
          subjectsBefore: z.number().int(),
          subjectsAfter: z.number().int(),
        }),
      ),
    }),
  },
  'POST /api/clause-desk/:clauseId/proposals': {
    permission: 'policy.author',
    summary: 'Propose the text as the next version; somebody else publishes it',
    params: ClauseParams,
    body: z.strictObject({
      text: ClauseText,
      startsOn: Day,
      base: z.number().int().min(0),
      document: z.string().max(300),
      reason: z.string().max(2000),
    }),
    response: z.object({ proposalId: Id }),
  },
  'GET /api/clause-proposals/:proposalId': {
    permission: 'policy.author',
    summary:
      'A proposed version: what changes in text and words, what examples get, and the moves that are open',
    params: z.strictObject({ proposalId: Id }),
    response: z.object({
      proposal: ProposalRow,
      text: z.string(),
      /** null stands for lines left out between changes. */
      lines: z.array(
        z
          .object({
            kind: z.enum(['same', 'removed', 'added']),
            text: z.string(),
            before: z.number().int().nullable(),
            after: z.number().int().nullable(),
          })
          .nullable(),
      ),
      before: Preview.nullable(),
      checked: Checked,
      events: z.array(
        z.object({
          number: z.number().int(),
          action: z.enum(['propose', ...proposalActions]),
          state: State,
          reason: z.string(),
          by: z.string().nullable(),
          recordedAt: z.string(),
        }),
      ),
      offers: z.array(
        z.object({
          action: Action,
          to: State,
          unmet: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
        }),
      ),
    }),
  },
  'POST /api/clause-proposals/:proposalId/moves': {
    permission: 'policy.author',
    summary: 'Publish a proposed version, send it back, or withdraw it',
    params: z.strictObject({ proposalId: Id }),
    body: z.strictObject({ action: Action, after: z.number().int().min(1), reason: z.string().max(2000) }),
    response: z.object({
      state: State,
      number: z.number().int(),
      version: z.number().int().nullable(),
    }),
  },
} as const satisfies RouteTable;
