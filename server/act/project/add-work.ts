// Adds to the work behind a project: what it asks for and is granted, what other eyes saw, a dated word of a person.
import { randomUUID } from 'node:crypto';
import type { ProjectEvidence } from '../../../core/project/evidence.ts';
import { mayKeep } from '../../../core/project/finding.ts';
import { checkGuarantee, type GuaranteeEntry } from '../../../core/project/guarantee.ts';
import { parseDecimal } from '../../../core/quantity/decimal.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addEvidence, addGuarantee, addNote, type NoteRow } from '../../store/project/work.ts';
import { type Actor, perform } from '../perform.ts';
import { bareNumber } from './report-month.ts';
import { type Checked, loadProject } from './standing.ts';

export function recordGuarantee(
  context: Context,
  actor: Actor,
  projectId: string,
  given: Omit<GuaranteeEntry, 'projectId'>,
): Promise<Result<Checked, ProblemCode>> {
  return perform<Checked, ProblemCode>(context, actor, async (inside, note) => {
    if (!(await loadProject(inside, projectId))) return fail('object.notFound');
    const id = randomUUID();
    const entry = { ...given, projectId, amount: bareNumber(given.amount), unit: given.unit.trim() };
    const findings = checkGuarantee(entry);
    if (!mayKeep(findings, '')) return succeed({ kept: false, id, number: 0, findings });
    await addGuarantee(inside.db, inside.jurisdiction, { ...entry, id }, actor.caller.accountId);
    const detail = { factor: given.factor, kind: given.kind };
    note({ act: 'project.guarantee', objectKind: 'project', objectId: projectId, detail });
    return succeed({ kept: true, id, number: 1, findings });
  });
}

export function recordEvidence(
  context: Context,
  actor: Actor,
  projectId: string,
  given: Omit<ProjectEvidence, 'id' | 'projectId'> & { readonly words: string },
): Promise<Result<{ id: string }, ProblemCode>> {
  return perform<{ id: string }, ProblemCode>(context, actor, async (inside, note) => {
    if (!(await loadProject(inside, projectId))) return fail('object.notFound');
    const { observedOn, physical } = given;
    const today = inside.today();
    if (observedOn > today) return fail('evidence.dayAhead', { day: observedOn, today });
    const percent = physical === null ? null : parseDecimal(physical);
    if (physical !== null && (!percent || Number(physical) < 0 || Number(physical) > 100))
      return fail('investment.physicalInvalid', { text: physical });
    const id = randomUUID();
    const row = { ...given, id, projectId, source: given.source.trim(), words: given.words.trim() };
    await addEvidence(inside.db, inside.jurisdiction, row, actor.caller.accountId);
    const detail = { evidence: id, kind: given.kind };
    note({ act: 'project.evidence', objectKind: 'project', objectId: projectId, detail });
    return succeed({ id });
  });
}

/** How sure somebody is stands with its words; the other kinds are words alone. */
export function recordNote(
  context: Context,
  actor: Actor,
  projectId: string,
  { kind, confidence, words }: NoteRow,
): Promise<Result<{ id: string }, ProblemCode>> {
  return perform<{ id: string }, ProblemCode>(context, actor, async (inside, note) => {
    if (!(await loadProject(inside, projectId))) return fail('object.notFound');
    if ((kind === 'confidence') !== (confidence !== null)) return fail('request.invalid');
    const id = randomUUID();
    const row = { id, projectId, kind, confidence, words: words.trim() };
    await addNote(inside.db, inside.jurisdiction, row, actor.caller.accountId);
    note({ act: 'project.note', objectKind: 'project', objectId: projectId, detail: { kind } });
    return succeed({ id });
  });
}
