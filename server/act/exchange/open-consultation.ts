// Sends lines of a plan to places for comments: one letter a place, each in the state "sent".
import { randomUUID } from 'node:crypto';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { promisedTargets } from '../../judge/judge.ts';
import { loadPlan, type PlanFacts } from '../../judge/plan-facts.ts';
import { addConsultation, type NewLine } from '../../store/exchange/consultation.ts';
import { addLetterEvent, addLetters } from '../../store/exchange/letter.ts';
import { listPlaces } from '../../store/jurisdiction.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { letterTelling } from './letter-telling.ts';
import { lineKey, metricOf } from './plan-lines.ts';

export interface ConsultationBody {
  readonly plan: string;
  readonly title: string;
  readonly dueOn: IsoDate;
  readonly placeIds: readonly string[];
  readonly lines: readonly { readonly commitmentId: string; readonly metric: string }[];
}

function linesOf(facts: PlanFacts, wanted: ConsultationBody['lines']): Result<NewLine[], ProblemCode> {
  const known = new Map(
    facts.commitments.flatMap((commitment) =>
      promisedTargets(facts, commitment).map((target) => {
        const metric = metricOf(target, commitment);
        const { unit, printed, values } = target;
        const line = { commitmentId: commitment.id, metric, unit, printed, goal: values[0] ?? null };
        return [lineKey(commitment.id, metric), line] as const;
      }),
    ),
  );
  const lines: NewLine[] = [];
  const seen = new Set<string>();
  for (const { commitmentId, metric } of wanted) {
    const key = lineKey(commitmentId, metric);
    const line = known.get(key);
    if (!line) return fail('consultation.lineUnknown', { metric });
    if (seen.has(key)) return fail('consultation.lineTwice', { metric });
    seen.add(key);
    lines.push({ id: randomUUID(), ...line });
  }
  return succeed(lines);
}

export function openConsultation(
  context: Context,
  actor: Actor,
  body: ConsultationBody,
  isDemonstration = false,
): Promise<Result<{ consultationId: string }, ProblemCode>> {
  return perform<{ consultationId: string }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    if (body.dueOn < inside.today()) return fail('consultation.dayPast', { day: body.dueOn });
    const facts = await loadPlan(inside, { plan: body.plan });
    if (!facts.ok) return facts;
    const places = new Map((await listPlaces(db, jurisdiction)).map(({ id, name }) => [id, name]));
    const placeIds = [...new Set(body.placeIds)];
    const stranger = placeIds.find((id) => !places.has(id));
    if (stranger !== undefined) return fail('consultation.placeUnknown', { place: stranger });
    const lines = linesOf(facts.value, body.lines);
    if (!lines.ok) return lines;
    const id = randomUUID();
    const recordedBy = actor.caller.accountId;
    const row = { id, planId: facts.value.plan.id, title: body.title, dueOn: body.dueOn, isDemonstration };
    await addConsultation(db, jurisdiction, { ...row, recordedBy }, lines.value);
    const letters = placeIds.map((placeId) => ({ id: randomUUID(), consultationId: id, placeId }));
    await addLetters(db, jurisdiction, letters);
    for (const { id: letterId } of letters)
      await addLetterEvent(
        db,
        jurisdiction,
        { letterId, number: 1, action: 'send', state: 'sent', reason: '' },
        [],
        recordedBy,
      );
    const { title, dueOn } = body;
    const told = letters.map(({ id: letterId, placeId }) =>
      letterTelling({ letterId, placeId, placeName: places.get(placeId) ?? '', title, dueOn }, 'send'),
    );
    await tell(inside, recordedBy, told);
    const detail = { places: placeIds.length, lines: lines.value.length };
    note({ act: 'consultation.open', objectKind: 'consultation', objectId: id, detail });
    return succeed({ consultationId: id });
  });
}
