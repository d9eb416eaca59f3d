// Tells enterprises what they were awarded without asking: it stands in their mailbox like a policy that was pushed, and whoever has
// an account gets a message.
import { moneyText } from '../../../core/policy/words/number-words.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import type { Context } from '../../context.ts';
import type { NewAward } from '../../store/award/award.ts';
import { listAccountsByCode } from '../../store/award/holder.ts';
import { addPushes } from '../../store/award/push.ts';
import { versionsOfDay } from '../clause/book.ts';
import { tell } from '../message/tell.ts';
import { firstDayOf } from './push.ts';

export async function tellAwarded(
  inside: Context,
  awards: readonly NewAward[],
  { day, recordedBy }: { readonly day: IsoDate; readonly recordedBy: string | null },
): Promise<void> {
  const { db, jurisdiction, today } = inside;
  const [versions, accounts] = await Promise.all([
    versionsOfDay(inside, day),
    listAccountsByCode(db, jurisdiction),
  ]);
  const byClause = new Map(versions.map((version) => [version.clause.id, version]));
  const pushes = awards.flatMap(({ clauseId, subject, amount }) => {
    const version = byClause.get(clauseId);
    return version ? [{ clauseId, subject, amount, validFrom: firstDayOf(version) }] : [];
  });
  await addPushes(db, jurisdiction, pushes, { pushedOn: today(), recordedBy });
  const told = awards.flatMap(({ id, subject, clauseId, amount }) => {
    const account = accounts.get(subject);
    const money = moneyText(amount);
    const what = { zh: `核定${money.zh}，公示中`, en: `${money.en} awarded, shown to the public now` };
    const title = byClause.get(clauseId)?.clause.title.zh ?? clauseId;
    return account === undefined ? [] : [{ account, title, objectId: id, detail: { what } }];
  });
  await tell(
    inside,
    recordedBy,
    told.map(({ account, ...about }) => ({
      ...{ ...about, kind: 'policy.moved' as const, objectKind: 'claims' as const },
      to: { accounts: [account] },
    })),
  );
}
