// Moves a letter of a consultation: the place comments on lines or agrees, the office answers every comment and may change shares with it.
import { isReason, makeMove } from '../../../core/place/lifecycle.ts';
import { rolesOver } from '../../../core/place/role.ts';
import {
  type ConsultationAction,
  type ConsultationFacts,
  type ConsultationState,
  consultationLifecycle,
} from '../../../core/plan/consultation.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import {
  addShare,
  listConsultationLines,
  listConsultations,
  listShares,
} from '../../store/exchange/consultation.ts';
import {
  addLetterEvent,
  type LetterRow,
  type LineRemark,
  listLetterEvents,
  listLetters,
  listRemarks,
} from '../../store/exchange/letter.ts';
import { listPlaces } from '../../store/jurisdiction.ts';
import { placesAround } from '../../store/scope.ts';
import { tell } from '../message/tell.ts';
import { type Actor, perform } from '../perform.ts';
import { letterTelling } from './letter-telling.ts';

export interface LetterMove {
  readonly action: ConsultationAction;
  readonly after: number;
  readonly reason: string;
  readonly lines: readonly LineRemark[];
}

const says = ({ wanted, words }: LineRemark): boolean => wanted !== null || isReason(words);

/** Lines that the place commented on since the office last answered. */
export async function openLines({ db, jurisdiction }: Context, letter: LetterRow): Promise<Set<string>> {
  const [events, remarks] = await Promise.all([
    listLetterEvents(db, jurisdiction, letter.id),
    listRemarks(db, jurisdiction, letter.consultationId),
  ]);
  const answered = events.findLast(({ action }) => action === 'answer')?.number ?? 0;
  return new Set(
    remarks
      .filter(
        ({ letterId, action, number }) => letterId === letter.id && action === 'comment' && number > answered,
      )
      .map(({ lineId }) => lineId),
  );
}

function factsOf(
  context: Context,
  dueOn: ConsultationFacts['dueOn'],
  open: ReadonlySet<string>,
  { action, reason, lines }: LetterMove,
): ConsultationFacts {
  const today = context.today();
  const said = lines.filter(says).length;
  if (action === 'comment') return { today, dueOn, comments: said, answered: 0, reason };
  const answered = [...open].filter((id) => lines.some((line) => line.lineId === id && says(line))).length;
  return { today, dueOn, comments: open.size, answered, reason };
}

/** A number in an answer is the new share of the place. */
async function changeShares(
  { db, jurisdiction }: Context,
  letter: LetterRow,
  lines: LetterMove['lines'],
  recordedBy: string | null,
): Promise<boolean> {
  const shares = await listShares(db, jurisdiction, letter.consultationId);
  for (const { lineId, wanted } of lines) {
    if (wanted === null) continue;
    const last = shares.find((share) => share.lineId === lineId && share.placeId === letter.placeId);
    const row = { lineId, placeId: letter.placeId, number: (last?.number ?? 0) + 1, value: wanted };
    if (!(await addShare(db, jurisdiction, row, recordedBy))) return false;
  }
  return true;
}

async function linesUnknown(
  { db, jurisdiction }: Context,
  letter: LetterRow,
  { lines }: LetterMove,
): Promise<boolean> {
  const known = new Set(
    (await listConsultationLines(db, jurisdiction, letter.consultationId)).map(({ id }) => id),
  );
  return (
    lines.some(({ lineId }) => !known.has(lineId)) ||
    new Set(lines.map(({ lineId }) => lineId)).size < lines.length
  );
}

export function moveLetter(
  context: Context,
  actor: Actor,
  letterId: string,
  move: LetterMove,
): Promise<Result<{ state: ConsultationState; number: number }, ProblemCode>> {
  type Moved = { state: ConsultationState; number: number };
  return perform<Moved, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const [letter] = await listLetters(db, jurisdiction, { id: letterId });
    const [asked] = letter ? await listConsultations(db, jurisdiction, { id: letter.consultationId }) : [];
    if (!letter || !asked) return fail('consultation.notFound');
    if (letter.number !== move.after) return fail('state.changed');
    if (await linesUnknown(inside, letter, move)) return fail('consultation.notFound');
    const { caller } = actor;
    const places = letter.placeId === '' ? [] : await placesAround(db, jurisdiction, letter.placeId);
    const roles = rolesOver(caller.grants, { places, leadUnit: null, units: [] }, inside.today());
    const open = await openLines(inside, letter);
    const facts = factsOf(inside, asked.dueOn, open, move);
    const moved = makeMove(consultationLifecycle, letter.state, move.action, roles, facts);
    if (!moved.ok) return moved;
    if (move.action === 'answer' && open.size === 0 && !isReason(move.reason))
      return fail('consultation.needsComment');
    const [state, number] = [moved.value, move.after + 1];
    const remarks = move.action === 'comment' || move.action === 'answer' ? move.lines.filter(says) : [];
    const event = { letterId, number, action: move.action, state, reason: move.reason };
    if (!(await addLetterEvent(db, jurisdiction, event, remarks, caller.accountId)))
      return fail('state.changed');
    if (move.action === 'answer' && !(await changeShares(inside, letter, remarks, caller.accountId)))
      return fail('state.changed');
    const { placeId } = letter;
    const placeName = (await listPlaces(db, jurisdiction)).find(({ id }) => id === placeId)?.name ?? '';
    const told = { letterId, placeId, placeName, title: asked.title, dueOn: asked.dueOn };
    await tell(inside, caller.accountId, [letterTelling(told, move.action)]);
    const detail = { number, lines: remarks.length };
    note({ act: `consultation.${move.action}`, objectKind: 'letter', objectId: letterId, detail });
    return succeed({ state, number });
  });
}
