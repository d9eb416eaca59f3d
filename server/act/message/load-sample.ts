// Sample posts follow promises that concern them and find their latest figures in the inbox: facts of the city, nothing made up.

import { type Context, inTransaction } from '../../context.ts';
import { loadPlan } from '../../judge/plan-facts.ts';
import { listFollowed, putFollow } from '../../store/message/wish.ts';
import { getAccountByLogin } from '../../store/people/account.ts';
import { listGrants } from '../../store/people/grant.ts';
import { unitNameReader } from '../supervise/unit-name.ts';
import { type Telling, tell } from './tell.ts';

const logins = ['ducha', 'fagai', 'jianwei', 'minzheng', 'jingxin', 'daibiao'];
const each = 3;

export async function loadSampleMessages(context: Context): Promise<void> {
  const { db, jurisdiction } = context;
  const loaded = await loadPlan(context, {});
  if (!loaded.ok) return;
  const { commitments, observations } = loaded.value;
  const nameOf = await unitNameReader(context);
  const figured = commitments.filter(({ id }) => (observations.get(id)?.length ?? 0) > 0);
  const told = new Map<string, Telling>();
  for (const login of logins) {
    const account = await getAccountByLogin(db, jurisdiction, login);
    if (!account || (await listFollowed(db, jurisdiction, account.id)).length > 0) continue;
    const units = (await listGrants(db, jurisdiction, account.id)).flatMap(({ unit }) => unit ?? []);
    const own = figured.filter(({ lead_unit }) => units.includes(nameOf(lead_unit ?? '')));
    for (const { id, title } of (own.length > 0 ? own : figured).slice(0, each)) {
      await putFollow(db, jurisdiction, { accountId: account.id, commitmentId: id, follows: true });
      const period = observations.get(id)?.at(-1)?.period ?? '';
      told.set(id, {
        ...{ kind: 'commitment.figure', objectKind: 'commitment', objectId: id, commitmentId: id, title },
        ...{ detail: { period }, to: { followers: true }, once: `sample ${id}` },
      });
    }
  }
  await inTransaction(context, (inside) => tell(inside, null, [...told.values()]));
}
