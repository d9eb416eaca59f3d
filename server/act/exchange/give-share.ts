// Gives a place its share of a line; the sum may fall short or run over, which is shown and never refused.
import { type RunningCap, runningCap } from '../../../core/plan/exchange/cap.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addShare, listConsultationLines, listShares } from '../../store/exchange/consultation.ts';
import { listLetters } from '../../store/exchange/letter.ts';
import { type Actor, perform } from '../perform.ts';

export interface ShareBody {
  readonly lineId: string;
  readonly placeId: string;
  readonly value: string | null;
  readonly after: number;
}

interface ShareGiven {
  readonly number: number;
  readonly cap: RunningCap;
}

export function giveShare(
  context: Context,
  actor: Actor,
  consultationId: string,
  { lineId, placeId, value, after }: ShareBody,
): Promise<Result<ShareGiven, ProblemCode>> {
  return perform<ShareGiven, ProblemCode>(context, actor, async ({ db, jurisdiction }, note) => {
    const [lines, letters, shares] = await Promise.all([
      listConsultationLines(db, jurisdiction, consultationId),
      listLetters(db, jurisdiction, { consultationIds: [consultationId] }),
      listShares(db, jurisdiction, consultationId),
    ]);
    const line = lines.find(({ id }) => id === lineId);
    if (!line) return fail('consultation.notFound');
    if (!letters.some((letter) => letter.placeId === placeId))
      return fail('consultation.placeUnknown', { place: placeId });
    const last = shares.find((share) => share.lineId === lineId && share.placeId === placeId);
    if ((last?.number ?? 0) !== after) return fail('state.changed');
    const row = { lineId, placeId, number: after + 1, value };
    if (!(await addShare(db, jurisdiction, row, actor.caller.accountId))) return fail('state.changed');
    note({
      act: 'consultation.share',
      objectKind: 'consultation',
      objectId: consultationId,
      detail: { ...row },
    });
    const given = letters.map((letter) =>
      letter.placeId === placeId
        ? value
        : (shares.find((share) => share.lineId === lineId && share.placeId === letter.placeId)?.value ??
          null),
    );
    return succeed({ number: row.number, cap: runningCap(line.goal, given) });
  });
}
