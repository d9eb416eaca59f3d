// Takes an award back before it is paid: the money returns to its fund by a counter-entry that names the posting it takes back.
import { reverse } from '../../../core/policy/ledger.ts';
import { yearOf } from '../../../core/quantity/calendar.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { type AwardRow, addReturn } from '../../store/award/award.ts';
import { findPosting } from '../../store/award/ledger.ts';
import { recordAwards } from '../register/record-awards.ts';
import { postTo } from './post.ts';

export async function takeBack(
  inside: Context,
  award: AwardRow,
  { reason, recordedBy }: { readonly reason: string; readonly recordedBy: string | null },
): Promise<Result<null, ProblemCode>> {
  const { db, jurisdiction, today } = inside;
  if (award.paidOn !== null) return fail('ledger.paidStays');
  const first = await findPosting(db, jurisdiction, `award:${award.key}`);
  if (!first) return fail('ledger.notFound');
  if (first.reversedBy !== null)
    return fail('ledger.reversedAlready', { posting: String(first.number), by: String(first.reversedBy) });
  if (!(await addReturn(db, jurisdiction, { awardId: award.id, reason, recordedBy })))
    return fail('state.changed');
  const counter = reverse({ id: `reverse:${first.number}`, day: today() }, { ...first, id: first.key });
  const posted = await postTo(inside, [counter], { words: reason, reverses: first.number, recordedBy });
  if (!posted.ok) return posted;
  // What the register remembers is taken back too, so that the rules of tomorrow do not count it.
  const keys = { onceKey: /^once:([^:]+):/.exec(award.key)?.[1] ?? '', yearKey: '', groupKey: '' };
  const { subject: code, clauseId, day, amount, batchId, claimId } = award;
  await recordAwards(inside, [
    {
      ...{ code, clauseId, year: yearOf(day), fen: -amount, on: day },
      ...keys,
      batch: `back:${batchId ?? claimId}`,
    },
  ]);
  return succeed(null);
}
