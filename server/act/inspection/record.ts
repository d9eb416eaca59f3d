// Records what an inspection found, what the unit answers, and files of both sides; each is a new row.
import { createHash, randomUUID } from 'node:crypto';
import { mayOn } from '../../../core/contract/permission.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { InspectionMethod } from '../../../core/supervise/inspection.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addInspectionEvidence } from '../../store/inspection/evidence.ts';
import { addAnswer, addFinding, listAnswers } from '../../store/inspection/finding.ts';
import { type Actor, perform } from '../perform.ts';
import { kindOf, largestEvidence } from '../supervise/add-evidence.ts';
import { loadInspection } from './load.ts';

export interface FindingBody {
  readonly commitmentId: string | null;
  readonly method: InspectionMethod;
  readonly outcome: 'confirmed' | 'contradicted' | 'undecided';
  readonly words: string;
}

/** Only members of the team record, while they inspect; or again while it is rectified. */
export function recordFinding(
  context: Context,
  actor: Actor,
  inspectionId: string,
  body: FindingBody,
): Promise<Result<{ findingId: string }, ProblemCode>> {
  return perform<{ findingId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const loaded = await loadInspection(inside, inspectionId);
    if (!loaded) return fail('object.notFound');
    const { state, team, row } = loaded.standing;
    const { accountId } = actor.caller;
    if (state !== 'underway' && state !== 'rectifying') return fail('inspection.findingTooEarly');
    if (accountId === null || !team.includes(accountId)) return fail('inspection.notInTeam');
    if (body.commitmentId !== null && !row.commitmentIds.includes(body.commitmentId))
      return fail('commitment.notFound');
    const id = randomUUID();
    await addFinding(inside.db, inside.jurisdiction, {
      ...{ ...body, id, inspectionId, again: state === 'rectifying', recordedBy: accountId },
    });
    const detail = { findingId: id, outcome: body.outcome };
    note({ act: 'inspection.finding', objectKind: 'inspection', objectId: inspectionId, detail });
    return succeed({ findingId: id });
  });
}

/** What was put right, once it was ordered. */
export function answerInspection(
  context: Context,
  actor: Actor,
  inspectionId: string,
  words: string,
): Promise<Result<{ number: number }, ProblemCode>> {
  return perform<{ number: number }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const loaded = await loadInspection(inside, inspectionId);
    if (!loaded) return fail('object.notFound');
    if (loaded.standing.state !== 'rectifying') return fail('inspection.answerTooEarly');
    const number = (await listAnswers(db, jurisdiction, inspectionId)).length + 1;
    const recordedBy = actor.caller.accountId;
    const answer = { inspectionId, number, words, receivedOn: inside.today(), recordedBy };
    if (!(await addAnswer(db, jurisdiction, answer))) return fail('state.changed');
    note({ act: 'inspection.answer', objectKind: 'inspection', objectId: inspectionId, detail: { number } });
    return succeed({ number });
  });
}

/** Whoever records findings adds for the team, everybody else for the unit. */
export function addToBox(
  context: Context,
  actor: Actor,
  inspectionId: string,
  file: { readonly fileName: string; readonly paper: number | null; readonly bytes: Buffer },
): Promise<Result<{ evidenceId: string }, ProblemCode>> {
  return perform<{ evidenceId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { fileName, paper, bytes } = file;
    const loaded = await loadInspection(inside, inspectionId);
    if (!loaded) return fail('object.notFound');
    const { row, state } = loaded.standing;
    if (state === 'closed' || state === 'cancelled') return fail('state.changed');
    if (paper !== null && paper > row.papers.length) return fail('inspection.paperUnknown');
    if (bytes.length === 0) return fail('document.empty');
    if (bytes.length > largestEvidence) return fail('document.tooLarge', { limit: '10 MB' });
    const mediaType = kindOf(bytes);
    if (mediaType === null) return fail('evidence.typeUnknown', { name: fileName });
    const id = randomUUID();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const post = { ...actor.caller, scopes: null };
    const side = mayOn(post, 'inspection.record', loaded.scope) ? 'team' : 'unit';
    await addInspectionEvidence(inside.db, inside.jurisdiction, {
      ...{ id, inspectionId, paper, side, fileName, mediaType, sha256, bytes },
      recordedBy: actor.caller.accountId,
    });
    const detail = { evidenceId: id, sha256, side };
    note({ act: 'inspection.evidence', objectKind: 'inspection', objectId: inspectionId, detail });
    return succeed({ evidenceId: id });
  });
}
