// Messages as they are shown: the sentence in both languages and the screen it leads to. Deliveries likewise.
import type { messageRoutes } from '../../../core/contract/messages.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import {
  type Detail,
  type EventKind,
  isEventKind,
  isObjectPathKind,
  objectPaths,
  sentenceOf,
  topicOf,
} from '../../../core/publish/event.ts';
import type { Context } from '../../context.ts';
import { type ListedDelivery, listDeliveries, listHooks } from '../../store/message/hook.ts';
import { countUnread, listMessages, type MessageRow } from '../../store/message/message.ts';

type Inbox = OutputOf<(typeof messageRoutes)['GET /api/messages']['response']>;
type Hooks = OutputOf<(typeof messageRoutes)['GET /api/webhooks']['response']>;

const pageLength = 50;

interface About {
  readonly kind: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly title: string;
  readonly detail: Detail;
}

const pathOf = ({ objectKind, objectId }: About): string | null =>
  isObjectPathKind(objectKind) ? objectPaths[objectKind](objectId) : null;

/** A kind that this version no longer knows still shows the title of what it was about. */
const saidOf = ({ kind, title, detail }: About) =>
  isEventKind(kind) ? sentenceOf(kind, title, detail) : { zh: title, en: title };

const fallback: EventKind = 'notice.decided';

const shown = (row: MessageRow): Inbox['messages'][number] => ({
  id: row.id,
  topic: topicOf(isEventKind(row.kind) ? row.kind : fallback),
  kind: row.kind,
  sentence: saidOf(row),
  path: pathOf(row),
  toldAt: row.toldAt,
  isRead: row.readAt !== null,
  by: row.by,
});

export async function getInbox(
  { db, jurisdiction }: Context,
  accountId: string,
  query: { readonly show?: 'all' | 'unread' | undefined; readonly before?: string | undefined },
): Promise<Inbox> {
  const wish = { unreadOnly: query.show === 'unread', before: query.before ?? null, most: pageLength + 1 };
  const [rows, unread] = await Promise.all([
    listMessages(db, jurisdiction, accountId, wish),
    countUnread(db, jurisdiction, accountId),
  ]);
  return { messages: rows.slice(0, pageLength).map(shown), unread, more: rows.length > pageLength };
}

const stateOf = ({ last }: ListedDelivery): Hooks['deliveries'][number]['state'] =>
  last === null || last === 'again' ? 'waiting' : last;

export async function getHooks({ db, jurisdiction }: Context): Promise<Hooks> {
  const [hooks, deliveries] = await Promise.all([
    listHooks(db, jurisdiction),
    listDeliveries(db, jurisdiction, 40),
  ]);
  return {
    // A robot's key stands in its address: only the part that names the receiver is shown again.
    hooks: hooks.map((hook) => ({ ...hook, url: new URL(hook.url).origin, topics: [...hook.topics] })),
    deliveries: deliveries.map((row) => ({
      ...{ id: row.id, hookId: row.hookId, toldAt: row.toldAt, tries: row.tries },
      ...{ sentence: saidOf(row), path: pathOf(row), state: stateOf(row) },
      ...{ status: row.status, triedAt: row.triedAt },
    })),
  };
}
