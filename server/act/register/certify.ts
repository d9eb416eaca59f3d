// Records a certificate, a correction of one, or that it was withdrawn.
import type { CertificateName } from '../../../core/policy/register/certificate.ts';
import { isoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addChanges } from '../../store/register/change.ts';
import { addCertificate, listHeld } from '../../store/register/enterprise.ts';
import { findCodes } from '../../store/register/stream.ts';
import { type Actor, perform } from '../perform.ts';

export interface CertificateWish {
  readonly kind: CertificateName;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly certificate: string;
  readonly withdrawn: boolean;
  readonly after: number;
}

export function certify(
  context: Context,
  actor: Actor,
  code: string,
  wish: CertificateWish,
): Promise<Result<{ number: number }, ProblemCode>> {
  return perform<{ number: number }, ProblemCode>(context, actor, async (inside, note) => {
    const { db, jurisdiction } = inside;
    if ((await findCodes(db, jurisdiction, [code])).length === 0) return fail('enterprise.notFound');
    const { kind, startsOn, endsOn } = wish;
    if (endsOn !== null && endsOn < startsOn) return fail('enterprise.certificateEnds');
    const held = await listHeld(db, jurisdiction, code);
    const before = held.find((each) => each.kind === kind && each.startsOn === startsOn)?.number ?? 0;
    if (before !== wish.after) return fail('state.changed');
    const number = before + 1;
    const { accountId } = actor.caller;
    const added = await addCertificate(db, jurisdiction, {
      ...{
        code,
        kind,
        number,
        certificate: wish.certificate,
        withdrawn: wish.withdrawn,
        recordedBy: accountId,
      },
      ...{ startsOn: isoDate(startsOn), endsOn: endsOn === null ? null : isoDate(endsOn) },
    });
    if (!added) return fail('state.changed');
    await addChanges(db, jurisdiction, [{ code, what: 'certificate' }], accountId);
    const detail = { kind, startsOn, endsOn, number, withdrawn: wish.withdrawn };
    note({ act: 'enterprise.certificate', objectKind: 'enterprise', objectId: code, detail });
    return succeed({ number });
  });
}
