// Sends an account its mail: what is due by its pace, each message in one mail, each mail under one Message-ID.
import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { defaultWish, mailLeavesAt, siftMessages } from '../../core/publish/digest.ts';
import { isEventKind, isObjectPathKind, objectPaths, sentenceOf, topicOf } from '../../core/publish/event.ts';
import { composeMail, type MailLine } from '../../core/publish/mail-text.ts';
import { topicLabel } from '../../core/vocabulary/message.ts';
import { readMailRules } from '../act/message/spread.ts';
import { readSettings } from '../act/setting/read.ts';
import { type Context, inTransaction } from '../context.ts';
import { getJurisdiction } from '../store/jurisdiction.ts';
import { queueJob } from '../store/message/job.ts';
import {
  addMail,
  addMailSent,
  getMailServer,
  listMailLines,
  listUnsentMail,
  listWaitingForMail,
  type MailLineRow,
  type MailServer,
} from '../store/message/mail.ts';
import { listActive } from '../store/message/recipient.ts';
import { listWishes } from '../store/message/wish.ts';
import { checkedAddress, type Outward } from './address.ts';

const dayMs = 86_400_000;
/** A weekly digest and the days around it. */
const waitingMs = 9 * dayMs;

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** @throws Error where the server does not take it, or may not be connected to. */
export async function sendLetter(server: MailServer, letter: Letter, outward: Outward): Promise<void> {
  const { host, port, security, login, password, sender } = server;
  const checked = await checkedAddress(host, outward);
  if (checked.address === null) throw new Error('the mail server cannot be reached');
  const transport = createTransport({
    host: checked.address,
    port,
    secure: security === 'tls',
    requireTLS: security === 'startTls',
    ignoreTLS: security === 'none',
    tls: { servername: host },
    ...(login === '' ? {} : { auth: { user: login, pass: password } }),
    connectionTimeout: outward.answerMs,
    greetingTimeout: outward.answerMs,
    socketTimeout: 2 * outward.answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const domain = sender.split('@').at(-1) ?? 'bihuan';
    await transport.sendMail({
      from: sender,
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      messageId: `<${letter.id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } finally {
    transport.close();
  }
}

/** Takes what is due into a mail; the moment at which the rest is due, where there is a rest. */
function takeDue(context: Context, accountId: string, address: string): Promise<number | null> {
  return inTransaction(context, async (inside) => {
    const { db, jurisdiction, now } = inside;
    const moment = now();
    const since = new Date(moment.getTime() - waitingMs);
    const waiting = await listWaitingForMail(db, jurisdiction, accountId, since);
    const wish = (await listWishes(db, jurisdiction, [accountId])).get(accountId) ?? defaultWish;
    const rules = await readMailRules(inside);
    const sifted = siftMessages(
      waiting.map((each) => ({ ...each, object: `${each.objectKind} ${each.objectId}` })),
      wish,
    );
    const leaves = new Map(
      waiting.map(({ id, toldAt }) => [id, mailLeavesAt(Date.parse(toldAt), wish, rules)]),
    );
    const isDue = (id: string): boolean => (leaves.get(id) ?? Infinity) <= moment.getTime();
    const send = sifted.send.filter(isDue);
    const taken = await addMail(db, jurisdiction, {
      id: randomUUID(),
      accountId,
      address,
      send,
      drop: sifted.drop,
    });
    if (!taken) throw new Error('another job took these messages');
    const later = sifted.send.flatMap((id) => (isDue(id) ? [] : (leaves.get(id) ?? [])));
    return later.length === 0 ? null : Math.min(...later);
  });
}

const lineOf = ({ kind, objectKind, objectId, title, detail }: MailLineRow): readonly MailLine[] =>
  isEventKind(kind)
    ? [
        {
          topic: topicOf(kind),
          sentence: sentenceOf(kind, title, detail),
          path: isObjectPathKind(objectKind) ? objectPaths[objectKind](objectId) : '/messages',
        },
      ]
    : [];

/** A mail server that is away is asked again; what it refuses for good (5xx) goes to the list of failed jobs at once. */
const retryMs = 15 * 60_000;
const patienceMs = 3 * dayMs;

const isForGood = (error: unknown): boolean =>
  error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500;

export async function sendMail(context: Context, accountId: string, outward: Outward): Promise<void> {
  const { db, jurisdiction, now } = context;
  const server = await getMailServer(db, jurisdiction);
  const [account] = await listActive(db, jurisdiction, [accountId]);
  if (!server || !account || account.mail === '') return;
  const next = await takeDue(context, accountId, account.mail);
  const [city, set, wishes] = await Promise.all([
    getJurisdiction(db),
    readSettings(context, 'site.publicAddress'),
    listWishes(db, jurisdiction, [accountId]),
  ]);
  const { language } = wishes.get(accountId) ?? defaultWish;
  const frame = { city: city?.name ?? '', language, base: set['site.publicAddress'], topicNames: topicLabel };
  const job = { task: 'mail', payload: { accountId }, key: `mail ${accountId}`, keepsStart: true } as const;
  for (const mail of await listUnsentMail(db, jurisdiction, accountId)) {
    const lines = (await listMailLines(db, jurisdiction, mail.id)).flatMap(lineOf);
    try {
      await sendLetter(server, { id: mail.id, to: mail.address, ...composeMail(lines, frame) }, outward);
    } catch (error) {
      if (isForGood(error) || now().getTime() - Date.parse(mail.recordedAt) > patienceMs) throw error;
      await queueJob(db, { ...job, waitMs: retryMs });
      return;
    }
    await addMailSent(db, jurisdiction, mail.id);
  }
  if (next !== null) await queueJob(db, { ...job, waitMs: next - now().getTime() });
}
