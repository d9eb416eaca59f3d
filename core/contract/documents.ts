// Routes of documents: upload, progress of the reading, review beside the source, adoption into a plan.
import { z } from 'zod';
import type { RouteTable } from './route.ts';
import { Day, Id } from './shapes.ts';

export const DocumentKind = z.enum([
  'workReport',
  'planReport',
  'budgetReport',
  'decomposition',
  'livelihoodList',
  'policyPackage',
  'executionReport',
  'gazette',
  'other',
]);

const DocumentRow = z
  .object({
    id: Id,
    title: z.string(),
    number: z.string(),
    issuer: z.string(),
    date: z.string(),
    kind: DocumentKind,
    fileName: z.string(),
    mediaType: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    characters: z.number().int(),
    recordedAt: z.string(),
    items: z.number().int(),
    adopted: z.number().int(),
    rejected: z.number().int(),
    findings: z.number().int(),
    /** An earlier reading of the same document (same number and date). */
    replaces: Id.nullable(),
  })
  .meta({ id: 'DocumentRow' });

export const ReadingStage = z.enum([
  'received',
  'decoding',
  'reading',
  'checking',
  'storing',
  'done',
  'refused',
]);

const ReadingProgress = z
  .object({
    readingId: Id,
    fileName: z.string(),
    stage: ReadingStage,
    /** 0 to 100. */
    percent: z.number().int(),
    documentId: Id.nullable(),
    /** Same bytes as a document already here: nothing was stored again. */
    alreadyHere: z.boolean(),
    problem: z.object({ code: z.string(), zh: z.string(), en: z.string(), place: z.string() }).nullable(),
    counts: z.object({
      characters: z.number().int(),
      quantities: z.number().int(),
      tables: z.number().int(),
      items: z.number().int(),
      findings: z.number().int(),
    }),
  })
  .meta({ id: 'ReadingProgress' });

const Owner = z.object({ name: z.string(), role: z.enum(['lead', 'support', 'data']), group: z.boolean() });

export const ReviewItem = z
  .object({
    id: Id,
    family: z.enum([
      'indicator',
      'task',
      'livelihood',
      'allocation',
      'project',
      'budget',
      'policy',
      'award',
      'text',
    ]),
    kind: z.enum(['target', 'result', 'task']),
    start: z.number().int(),
    end: z.number().int(),
    number: z.string(),
    title: z.string(),
    metric: z.string(),
    printed: z.string(),
    unit: z.string(),
    owners: z.array(Owner),
    official: z.string().nullable(),
    deadline: Day.nullable(),
    section: z.string(),
    milestones: z.number().int(),
    allocations: z.number().int(),
    /** pending until a person decides. */
    decision: z.enum(['pending', 'adopted', 'merged', 'rejected']),
    commitmentId: Id.nullable(),
    reason: z.string(),
    /** An existing commitment this may be the same promise as, proposed by the machine. */
    proposal: z
      .object({
        commitmentId: Id,
        title: z.string(),
        printed: z.string(),
        score: z.number(),
        conflict: z.boolean(),
      })
      .nullable(),
    /** Position in the earlier reading, when the document replaces one: new, same, changed. */
    change: z.enum(['new', 'same', 'changed']).nullable(),
  })
  .meta({ id: 'ReviewItem' });

const ReviewCheck = z
  .object({
    rule: z.string(),
    ok: z.boolean(),
    expected: z.string().nullable(),
    found: z.string().nullable(),
    residual: z.string().nullable(),
    what: z.string(),
    zh: z.string(),
    en: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    otherStart: z.number().int().nullable(),
    otherEnd: z.number().int().nullable(),
    explained: z.boolean(),
  })
  .meta({ id: 'ReviewCheck' });

const Decision = z.strictObject({
  itemId: Id,
  decision: z.enum(['adopt', 'merge', 'reject']),
  /** The commitment it is merged with. */
  commitmentId: Id.optional(),
  reason: z.string().max(500).optional(),
  /** What the person changed before adopting; the printed words of the document stay with the item. */
  edit: z
    .strictObject({
      title: z.string().min(1).max(300).optional(),
      leadUnit: z.string().max(80).optional(),
      dueOn: Day.optional(),
      printed: z.string().max(400).optional(),
      unit: z.string().max(40).optional(),
    })
    .optional(),
});

const DocumentParams = z.strictObject({ documentId: Id });

export const documentRoutes = {
  'GET /api/documents': {
    permission: 'document.read',
    summary: 'Documents that were read',
    response: z.object({ documents: z.array(DocumentRow) }),
  },
  'POST /api/documents': {
    permission: 'document.add',
    summary: 'Upload a file; it is read in a limited worker',
    query: z.strictObject({
      name: z.string().min(1).max(255),
      encoding: z.enum(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']).optional(),
    }),
    body: 'bytes',
    response: z.object({ readingId: Id }),
  },
  'GET /api/readings/:readingId': {
    permission: 'document.read',
    summary: 'How far a reading is',
    params: z.strictObject({ readingId: Id }),
    response: ReadingProgress,
  },
  'GET /api/documents/:documentId': {
    permission: 'document.read',
    summary: 'A document with what was found in it, for review',
    params: DocumentParams,
    query: z.strictObject({ plan: z.string().max(60).optional() }),
    response: z.object({
      document: DocumentRow,
      items: z.array(ReviewItem),
      checks: z.array(ReviewCheck),
      /** What the reader of the file left out or had to assume: hidden text, a guessed encoding. */
      notes: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
      unread: z.array(z.object({ start: z.number().int(), end: z.number().int(), why: z.string() })),
      headings: z.array(
        z.object({
          level: z.number().int(),
          num: z.string(),
          title: z.string(),
          start: z.number().int(),
          end: z.number().int(),
        }),
      ),
    }),
  },
  'GET /api/documents/:documentId/text': {
    permission: 'document.read',
    summary: 'The decoded text that every offset points into',
    params: DocumentParams,
    response: z.object({ text: z.string() }),
  },
  'GET /api/documents/:documentId/bytes': {
    permission: 'document.read',
    summary: 'The original file',
    params: DocumentParams,
    response: 'bytes',
  },
  'POST /api/documents/:documentId/decisions': {
    permission: 'plan.adopt',
    summary: 'Adopt, merge or reject items',
    params: DocumentParams,
    body: z.strictObject({
      planYear: z.number().int().min(1949).max(2100),
      decisions: z.array(Decision).min(1).max(2000),
    }),
    response: z.object({
      planId: Id,
      adopted: z.number().int(),
      merged: z.number().int(),
      rejected: z.number().int(),
      observations: z.number().int(),
      commitments: z.array(z.object({ itemId: Id, commitmentId: Id.nullable() })),
    }),
  },
} as const satisfies RouteTable;
