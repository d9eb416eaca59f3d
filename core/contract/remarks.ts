// Routes of what a person says beside a rate: comments, confidence with its history, and names for days of knowledge.
import { z } from 'zod';
import { commentKinds } from '../observe/comment.ts';
import { confidenceWords } from '../observe/confidence.ts';
import type { RouteTable } from './route.ts';
import { CommitmentKind, Day, Id, VerdictStatus, When } from './shapes.ts';

const Kind = z.enum(commentKinds).meta({ id: 'CommentKind' });
const Word = z.enum(confidenceWords).meta({ id: 'ConfidenceWord' });
const Disagreement = z
  .enum(['ownerMoreHopeful', 'ownerMoreWorried', 'none'])
  .meta({ id: 'ConfidenceDisagreement' });
const CommitmentParams = z.strictObject({ commitmentId: Id });
const object = { kind: 'commitment', param: 'commitmentId' } as const;

const Said = z.object({ word: Word, note: z.string(), by: z.string().nullable(), on: Day });

export const remarkRoutes = {
  'GET /api/commitments/:commitmentId/remarks': {
    permission: 'remark.read',
    summary: 'Comments and the owner’s confidence, as known on a day, beside the verdict',
    params: CommitmentParams,
    query: z.strictObject({ asOf: Day.optional(), knownOn: Day.optional() }),
    response: z.object({
      comments: z.array(
        z.object({
          id: Id,
          kind: Kind,
          words: z.string(),
          by: z.string().nullable(),
          on: Day,
          end: z.object({ words: z.string(), by: z.string().nullable(), on: Day }).nullable(),
        }),
      ),
      confidence: Said.nullable(),
      /** Newest first. */
      history: z.array(Said),
      disagreement: Disagreement,
      mayComment: z.boolean(),
      maySay: z.boolean(),
    }),
  },
  'POST /api/commitments/:commitmentId/comments': {
    permission: 'commitment.comment',
    object,
    summary: 'Add a comment of one kind; words without content are refused',
    params: CommitmentParams,
    body: z.strictObject({ kind: Kind, words: z.string().max(2000) }),
    response: z.object({ commentId: Id }),
  },
  'POST /api/commitments/:commitmentId/comments/:commentId/end': {
    permission: 'commitment.comment',
    object,
    summary: 'Say how a comment ended',
    params: z.strictObject({ commitmentId: Id, commentId: Id }),
    body: z.strictObject({ words: z.string().max(2000) }),
    response: z.object({ commentId: Id }),
  },
  'POST /api/commitments/:commitmentId/confidence': {
    permission: 'commitment.confidence',
    object,
    summary: 'The lead unit says how sure it is',
    params: CommitmentParams,
    body: z.strictObject({ word: Word, note: z.string().max(2000) }),
    response: z.object({ number: z.number().int() }),
  },
  'GET /api/disagreements': {
    permission: 'remark.read',
    summary: 'Promises whose owner says something else than the figures',
    query: When,
    response: z.object({
      asOf: Day,
      /** How many promises have a word of their owner at all. */
      said: z.number().int(),
      rows: z.array(
        z.object({
          commitmentId: Id,
          kind: CommitmentKind,
          title: z.string(),
          unit: z.string(),
          status: VerdictStatus,
          word: Word,
          note: z.string(),
          on: Day,
          disagreement: Disagreement,
        }),
      ),
    }),
  },
  'GET /api/named-days': {
    permission: 'plan.read',
    summary: 'Days of knowledge that have a name',
    response: z.object({ days: z.array(z.object({ name: z.string(), day: Day })) }),
  },
  'POST /api/named-days': {
    permission: 'day.name',
    summary: 'Give a day of knowledge a name, move the name, or take it back',
    body: z.strictObject({ name: z.string().min(1).max(40), day: Day.nullable() }),
    response: z.object({ name: z.string(), number: z.number().int() }),
  },
} as const satisfies RouteTable;
