// Records what a firm allows or takes back; from the next question on, matching uses what is left.
import type { FigureGroup, Purpose } from '../../../core/policy/register/consent.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addChanges } from '../../store/register/change.ts';
import { addConsent, listConsents } from '../../store/register/enterprise.ts';
import { findCodes } from '../../store/register/stream.ts';
import { type Actor, perform } from '../perform.ts';

export interface ConsentWish {
  readonly action: 'give' | 'withdraw';
  readonly groups: readonly FigureGroup[];
  readonly purposes: readonly Purpose[];
  readonly until: string | null;
  readonly proof: string;
}

export function allowUse(
  context: Context,
  actor: Actor,
  code: string,
  wish: ConsentWish,
): Promise<Result<{ number: number }, ProblemCode>> {
  return perform<{ number: number }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    if ((await findCodes(db, jurisdiction, [code])).length === 0) return fail('enterprise.notFound');
    if (wish.action === 'give' && wish.until === null) return fail('register.consentIncomplete');
    if (wish.until !== null && wish.until < context.today()) return fail('enterprise.untilOver');
    const [newest] = await listConsents(db, jurisdiction, code);
    const number = (newest?.number ?? 0) + 1;
    const { accountId, name } = actor.caller;
    const added = await addConsent(db, jurisdiction, {
      ...{
        code,
        number,
        action: wish.action,
        groups: wish.groups,
        purposes: wish.purposes,
        proof: wish.proof,
      },
      until: wish.action === 'give' && wish.until !== null ? isoDate(wish.until) : null,
      givenBy: name === '' ? '—' : name,
      recordedBy: accountId,
    });
    if (!added) return fail('state.changed');
    await addChanges(db, jurisdiction, [{ code, what: 'consent' }], accountId);
    const detail = {
      number,
      action: wish.action,
      groups: wish.groups,
      purposes: wish.purposes,
      until: wish.until,
    };
    note({ act: 'enterprise.consent', objectKind: 'enterprise', objectId: code, detail });
    return succeed({ number });
  });
}
