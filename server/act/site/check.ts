// Records what was found at a site on a day; a later visit replaces an earlier one in the judgement, both stay.
import { isReason } from '../../../core/place/lifecycle.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addCheck, listChecks } from '../../store/site/check.ts';
import { type Actor, perform } from '../perform.ts';

export interface SiteCheckBody {
  readonly outcome: 'confirmed' | 'refuted';
  readonly words: string;
  readonly checkedOn: IsoDate;
}

export function checkSite(
  context: Context,
  actor: Actor,
  siteId: string,
  { outcome, words, checkedOn }: SiteCheckBody,
): Promise<Result<{ number: number }, ProblemCode>> {
  return perform<{ number: number }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    if (!isReason(words)) return fail('site.needsWords');
    if (checkedOn > inside.today()) return fail('site.dayAhead', { day: checkedOn });
    const number = (await listChecks(db, jurisdiction, siteId)).length + 1;
    const recordedBy = actor.caller.accountId;
    const added = { siteId, number, outcome, words: words.trim(), checkedOn, recordedBy };
    if (!(await addCheck(db, jurisdiction, added))) return fail('state.changed');
    note({ act: 'site.check', objectKind: 'site', objectId: siteId, detail: { number, outcome } });
    return succeed({ number });
  });
}
