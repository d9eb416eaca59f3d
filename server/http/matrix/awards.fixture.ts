// Samples of awards: batches led by a unit, claims and questions of an enterprise, firms being nurtured, the ledger.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { isoDate } from '../../../core/quantity/date.ts';
import { addBatch, addBatchEvent } from '../../store/award/batch.ts';
import { addClaim } from '../../store/award/claim.ts';
import { addClaimEvidence } from '../../store/award/claim-evidence.ts';
import { addNurture } from '../../store/award/nurture.ts';
import { addObjection } from '../../store/award/objection.ts';
import { addQuestion } from '../../store/award/question.ts';
import { listGrants } from '../../store/people/grant.ts';
import type { Asked, KindFixture, Placed, RouteSample } from './kind.fixture.ts';
import type { World } from './world.fixture.ts';

const day = isoDate('2024-08-01');
const clauseId = 'hz-2024-3-7-rent';

/** Proposed by somebody else, with one line that pays. */
async function newBatch(world: World, { lead }: Pick<Placed, 'lead'>): Promise<string> {
  const { db, jurisdiction, now } = world.example.context;
  const id = randomUUID();
  const recordedBy = world.stranger;
  await addBatch(db, jurisdiction, { id, day, unit: lead, ruleSetHash: 'h', subjects: 1, recordedBy });
  const event = { batchId: id, number: 1, action: 'propose', state: 'draft', words: '' } as const;
  const rest = { noticeFrom: null, noticeTo: null, receivedAt: now().toISOString(), recordedBy };
  await addBatchEvent(db, jurisdiction, { ...event, ...rest });
  const [ruleSet, decision] = ['0'.repeat(64), randomUUID()];
  await sql`INSERT INTO rule_set (jurisdiction_id, id, subject, day, hash, versions)
            VALUES (${jurisdiction}, ${ruleSet}, 'enterprise', ${day}, ${ruleSet}, '[]') ON CONFLICT DO NOTHING`.execute(
    db,
  );
  await sql`INSERT INTO policy_decision (jurisdiction_id, id, rule_set_id, purpose, subject_id, reference, facts, result, total, sha256)
            VALUES (${jurisdiction}, ${decision}, ${ruleSet}, 'batch', 's', ${id}, '{}', '[]', 0, ${ruleSet})`.execute(
    db,
  );
  await sql`INSERT INTO award_line (jurisdiction_id, batch_id, number, subject, subject_name, place_id, clause_id, area, amount,
                                    outcome, key, decision_id)
            VALUES (${jurisdiction}, ${id}, 1, 's', '示例', '', 'c', 'industry', 100, 'pays', ${randomUUID()}, ${decision})`.execute(
    db,
  );
  return id;
}

async function newClaim(world: World, { place, lead, owner }: Placed): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  const about = {
    subject: '91339900MA0000007T',
    subjectName: '示例',
    placeId: place ?? '',
    clauseId,
    unit: lead,
  };
  await addClaim(db, jurisdiction, { id, ...about, ownerId: owner, recordedBy: owner });
  await sql`INSERT INTO claim_event (jurisdiction_id, claim_id, number, action, state, words, rule_set_hash, received_at)
            VALUES (${jurisdiction}, ${id}, 1, 'submit', 'submitted', '', 'h', now())`.execute(db);
  return id;
}

async function newQuestion(world: World, { place, lead, owner }: Placed): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  const about = { subject: 's', subjectName: '示例', placeId: place ?? '', clauseId, unit: lead };
  await addQuestion(db, jurisdiction, { id, ...about, ownerId: owner, words: '如何认定', answerBy: null });
  return id;
}

async function newNurture(world: World, { place, lead }: Placed): Promise<string> {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  await addNurture(db, jurisdiction, {
    ...{ id, subject: id, subjectName: '示例', placeId: place ?? '', unit: lead, industry: 3421 },
    ...{ aboveScaleOn: day, recordedBy: null },
  });
  return id;
}

export const awardKinds = {
  batch: { axes: ['unit'], make: newBatch },
  claim: { axes: ['place', 'unit', 'owner'], make: newClaim },
  question: { axes: ['place', 'unit', 'owner'], make: newQuestion },
  nurture: { axes: ['place', 'unit'], make: newNurture },
} as const satisfies Readonly<Record<string, KindFixture>>;

async function objectionRequest({ world, object }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  const { rows } = await sql`SELECT 1 FROM award_batch WHERE id::text = ${object}`.execute(db);
  if (rows.length > 0)
    await addObjection(db, jurisdiction, { id, batchId: object, line: 1, words: '有异议', recordedBy: null });
  return { params: { objectionId: id }, body: { upheld: false, words: '经查无误' } };
}

/** A batch of its own that is public today. */
async function publicBatch({ world }: Asked) {
  const { db, jurisdiction, now, today } = world.example.context;
  const batchId = await newBatch(world, { lead: '市建委' });
  const event = { batchId, number: 2, action: 'approve', state: 'approved', words: '' } as const;
  const notice = {
    noticeFrom: today(),
    noticeTo: today(),
    receivedAt: now().toISOString(),
    recordedBy: null,
  };
  await addBatchEvent(db, jurisdiction, { ...event, ...notice });
  return { params: { batchId }, body: { line: 1, words: '并非首次上规' } };
}

/** The enterprise withdraws; whoever decides sends it back. */
async function claimMove({ world, accountId }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const grants = accountId === null ? [] : await listGrants(db, jurisdiction, accountId);
  const decides = grants.some(({ role }) => role === 'leadUnit' || role === 'district');
  const action = decides ? 'askBack' : 'withdraw';
  return { body: { action, after: 1, words: '请补充合同', amount: '', consent: false } };
}

async function evidenceRequest({ world, object }: Asked) {
  const { db, jurisdiction } = world.example.context;
  const id = randomUUID();
  const { rows } = await sql`SELECT 1 FROM claim WHERE id::text = ${object}`.execute(db);
  const file = { fileName: 'a.pdf', mediaType: 'application/pdf', sha256: '0'.repeat(64), fact: '' };
  if (rows.length > 0)
    await addClaimEvidence(db, jurisdiction, {
      ...{ id, claimId: object, ...file, bytes: Buffer.from('%PDF-1.4'), recordedBy: null },
    });
  return { params: { evidenceId: id } };
}

/** A claim that may still be typed into: sent back once. */
async function draftRequest({ world, object }: Asked) {
  const { db, jurisdiction } = world.example.context;
  await sql`INSERT INTO claim_event (jurisdiction_id, claim_id, number, action, state, words, rule_set_hash, received_at)
            SELECT jurisdiction_id, id, 2, 'askBack', 'returned', '', 'h', now() FROM claim
            WHERE jurisdiction_id = ${jurisdiction} AND id::text = ${object}`.execute(db);
  return { body: { given: {}, version: 0 } };
}

const noFirm = 'the account acts for no enterprise here';

export const awardSamples = {
  'GET /api/batches': { about: { kind: 'batch' } },
  'POST /api/batches': {
    about: { none: 'the batch is made by the request; its unit is in the body' },
    request: async ({ world, accountId }) => {
      const { db, jurisdiction } = world.example.context;
      const grants = accountId === null ? [] : await listGrants(db, jurisdiction, accountId);
      return { body: { day: '2024-08-01', unit: grants.find(({ unit }) => unit !== null)?.unit ?? '' } };
    },
  },
  'POST /api/batches/:batchId/moves': {
    request: () => ({ body: { action: 'withdraw', after: 1, words: '名单有误' } }),
  },
  'POST /api/batches/:batchId/removals': { request: () => ({ body: { line: 1, reason: '已停产' } }) },
  'POST /api/batches/:batchId/objections': { request: publicBatch },
  'POST /api/batches/:batchId/objections/:objectionId': { request: objectionRequest },
  'POST /api/payments': { request: () => ({ body: { batchId: null } }) },
  'POST /api/ledger/appropriations': {
    request: () => ({ body: { area: 'industry', amount: '1万元', document: '示财〔2024〕1号' } }),
  },
  'POST /api/ledger/reversals': {
    request: async ({ world }) => {
      const { db, jurisdiction } = world.example.context;
      const { rows } = await sql<{ number: number }>`
        WITH posting AS (
          INSERT INTO ledger_posting (jurisdiction_id, number, key, day, kind, reference, words)
          VALUES (${jurisdiction}, floor(random() * 1e12) + 1e6, ${randomUUID()}, ${day}, 'appropriate', '', '')
          RETURNING number),
        entries AS (
          INSERT INTO ledger_entry (jurisdiction_id, posting, line, account, amount)
          SELECT ${jurisdiction}, number, line, account, amount
          FROM posting, (VALUES (1, 'fund:industry', 100), (2, 'source', -100)) AS entry(line, account, amount))
        SELECT number::float8 AS number FROM posting`.execute(db);
      return { body: { posting: rows[0]?.number ?? 0, reason: '记账有误' } };
    },
  },
  'POST /api/pushes': { request: () => ({ body: { day: '2024-08-01', unit: '' } }) },
  'POST /api/policy-measures': { request: () => ({ body: { day: '2024-08-01' } }) },
  'GET /api/claims': { about: { kind: 'claim' } },
  'POST /api/claims': {
    about: { none: 'the claim is of the caller’s own enterprise' },
    request: () => ({ body: { clauseId } }),
    neverDone: noFirm,
    alsoFine: { 422: noFirm },
  },
  'PUT /api/claims/:claimId/draft': { request: draftRequest, openField: 'given' },
  'POST /api/claims/:claimId/moves': { request: claimMove },
  'POST /api/claims/:claimId/evidence': {
    request: () => ({ query: 'name=a.pdf', body: Buffer.from('%PDF-1.4') }),
  },
  'GET /api/claims/:claimId/evidence/:evidenceId': { request: evidenceRequest },
  'GET /api/policy-questions': { about: { kind: 'question' } },
  'POST /api/policy-questions': {
    about: { none: 'the question is of the caller’s own enterprise' },
    request: () => ({ body: { clauseId, words: '如何认定' } }),
    neverDone: noFirm,
    alsoFine: { 422: noFirm },
  },
  'POST /api/policy-questions/:questionId/answer': { request: () => ({ body: { words: '以合同为准' } }) },
  'GET /api/nurture': { about: { kind: 'nurture' } },
  'POST /api/nurture': {
    about: { none: 'the firm is in the body, and the register of the matrix is empty' },
    request: () => ({ body: { code: '91339900MA0000007T', aboveScaleOn: '2024-01-08' } }),
    neverDone: 'the register of the matrix has no enterprise',
    alsoFine: { 422: 'the register of the matrix has no enterprise' },
  },
  'POST /api/nurture/:nurtureId/moves': {
    request: () => ({
      body: { action: 'admit', after: 0, companion: '', year: null, isAboveScale: null, words: '' },
    }),
  },
} as const satisfies Readonly<Record<string, RouteSample>>;
