// Names who keeps a site up after completion, how, from when and until when (长效运维).
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addUpkeep, listUpkeep } from '../../store/site/upkeep.ts';
import { type Actor, perform } from '../perform.ts';

export interface UpkeepBody {
  readonly after: number;
  readonly unit: string;
  readonly duty: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
}

export function keepUpSite(
  context: Context,
  actor: Actor,
  siteId: string,
  { after, unit, duty, startsOn, endsOn }: UpkeepBody,
): Promise<Result<{ number: number }, ProblemCode>> {
  return perform<{ number: number }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    if (endsOn !== null && endsOn < startsOn) return fail('site.upkeepDays');
    const before = (await listUpkeep(db, jurisdiction, siteId))[0]?.number ?? 0;
    if (after !== before) return fail('state.changed');
    const number = before + 1;
    const row = { siteId, number, unit: unit.trim(), duty: duty.trim(), startsOn, endsOn };
    const added = await addUpkeep(db, jurisdiction, { ...row, recordedBy: actor.caller.accountId });
    if (!added) return fail('state.changed');
    note({ act: 'site.keepUp', objectKind: 'site', objectId: siteId, detail: { number } });
    return succeed({ number });
  });
}
