// Makes messages, mail and deliveries of what was told: each once, in one transaction, however often the job runs.
import { randomUUID } from 'node:crypto';
import { defaultWish, type MailRules, mailLeavesAt } from '../../../core/publish/digest.ts';
import { isEventKind, topicOf } from '../../../core/publish/event.ts';
import { type Context, inTransaction } from '../../context.ts';
import { addDeliveries, type Hook, listHooks } from '../../store/message/hook.ts';
import { queueJob } from '../../store/message/job.ts';
import { getMailServer } from '../../store/message/mail.ts';
import { addMessages } from '../../store/message/message.ts';
import { listWaitingHooks } from '../../store/message/open-delivery.ts';
import { listUnspread, type Told, takeTold } from '../../store/message/told.ts';
import { listWishes } from '../../store/message/wish.ts';
import { readSettings } from '../setting/read.ts';
import { findRecipients, type Recipients } from './recipients.ts';

/** In one transaction; what is left over is taken by the next job. */
const most = 1000;

export async function readMailRules(context: Pick<Context, 'db' | 'jurisdiction'>): Promise<MailRules> {
  const set = await readSettings(context, 'message.delayMinutes', 'message.digestHour');
  return { delayMinutes: set['message.delayMinutes'], digestMinute: set['message.digestHour'] * 60 };
}

async function queueMails(
  context: Context,
  told: readonly Told[],
  { of, mailboxes }: Recipients,
): Promise<void> {
  const { db, jurisdiction } = context;
  if (!(await getMailServer(db, jurisdiction))) return;
  const first = new Map<string, number>();
  for (const { id, toldAt } of told)
    for (const accountId of of.get(id) ?? [])
      if (mailboxes.get(accountId)?.mail !== '')
        first.set(accountId, Math.min(first.get(accountId) ?? Infinity, Date.parse(toldAt)));
  const wishes = await listWishes(db, jurisdiction, [...first.keys()]);
  const rules = await readMailRules(context);
  for (const [accountId, toldAt] of first) {
    const leavesAt = mailLeavesAt(toldAt, wishes.get(accountId) ?? defaultWish, rules);
    const job = { task: 'mail', payload: { accountId }, key: `mail ${accountId}`, keepsStart: true } as const;
    if (leavesAt !== null) await queueJob(db, { ...job, waitMs: leavesAt - context.now().getTime() });
  }
}

const goesTo = ({ kind, objectId }: Told, { id, topics }: Hook): boolean =>
  isEventKind(kind) && (kind === 'hook.tried' ? objectId === id : topics.includes(topicOf(kind)));

/** One job a webhook; what it does is decided by what is open. A job that waits for a next try starts at once for something new. */
export async function queueDelivery({ db }: Pick<Context, 'db'>, hookId: string): Promise<void> {
  await queueJob(db, { task: 'deliver', payload: { hookId }, key: `deliver ${hookId}` });
}

/** The job's own next turn: what came meanwhile and starts sooner is not put off. */
export async function queueNextTry(
  { db }: Pick<Context, 'db'>,
  hookId: string,
  waitMs: number,
): Promise<void> {
  const key = `deliver ${hookId}`;
  await queueJob(db, { task: 'deliver', payload: { hookId }, key, waitMs, keepsStart: true });
}

/** What is open without a job: after a restored backup, which leaves the queue out. */
export async function queueWaiting(context: Pick<Context, 'db' | 'jurisdiction'>): Promise<void> {
  const { db, jurisdiction } = context;
  for (const hookId of await listWaitingHooks(db, jurisdiction)) await queueNextTry(context, hookId, 0);
}

async function queueDeliveries(context: Context, told: readonly Told[]): Promise<void> {
  const { db, jurisdiction } = context;
  const hooks = await listHooks(db, jurisdiction);
  const going = hooks.flatMap((hook) =>
    told.filter((each) => goesTo(each, hook)).map((each) => ({ hookId: hook.id, ...each })),
  );
  await addDeliveries(
    db,
    jurisdiction,
    going.map(({ hookId, id: toldId }) => ({ id: randomUUID(), hookId, toldId })),
  );
  for (const hookId of new Set(going.map((each) => each.hookId))) await queueDelivery(context, hookId);
}

/** How many were spread. */
export function spreadTold(context: Context): Promise<number> {
  return inTransaction(context, async (inside) => {
    const { db, jurisdiction } = inside;
    const told = await takeTold(db, jurisdiction, await listUnspread(db, jurisdiction, most));
    if (told.length === 0) return 0;
    const recipients = await findRecipients(inside, told);
    const messages = told.flatMap(({ id: toldId }) =>
      [...(recipients.of.get(toldId) ?? [])].map((accountId) => ({ accountId, toldId })),
    );
    await addMessages(db, jurisdiction, messages);
    await queueMails(inside, told, recipients);
    await queueDeliveries(inside, told);
    return told.length;
  });
}
