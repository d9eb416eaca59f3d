// One's messages: what happened, when, and the screen that shows it; beside them how mail comes, the calendar, what is followed.
import './inbox.css';
import { type ReactNode, useState } from 'react';
import { topicLabel } from '../../../core/vocabulary/message.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useSend } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { PathLink } from '../../part/path-link.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { messagesText } from '../../text/messages.ts';
import { Calendar, Follows } from './calendar.tsx';
import { Wish } from './wish.tsx';

type Page = Answer<'GET /api/messages'>;
type Message = Page['messages'][number];
type Show = 'all' | 'unread';

function Row({ message }: { readonly message: Message }): ReactNode {
  const t = useFeatureText(messagesText);
  const { language } = useLanguage();
  const read = useSend('POST /api/messages/:messageId/read');
  const mark = (): void => read.mutate({ params: { messageId: message.id }, body: {} });
  const { path, isRead, sentence, topic, toldAt, by } = message;
  return (
    <li className={isRead ? 'message' : 'message unread'}>
      <span className="message-mark" aria-hidden="true" />
      <div className="message-body">
        <p>
          {!isRead && <span className="hidden">{t.newMark} </span>}
          {path === null ? (
            sentence[language]
          ) : (
            <PathLink path={path} {...(isRead ? {} : { follow: mark })}>
              {sentence[language]}
            </PathLink>
          )}
        </p>
        <p className="note">
          <span className="tag">{topicLabel[topic][language]}</span>{' '}
          <time dateTime={toldAt}>{moment(toldAt)}</time>
          {by !== null && ` · ${by}`}
        </p>
      </div>
      {!isRead && (
        <button type="button" className="link" disabled={read.isPending} onClick={mark}>
          {t.markRead}
        </button>
      )}
    </li>
  );
}

function Older({ show, before }: { readonly show: Show; readonly before: string }): ReactNode {
  const t = useFeatureText(messagesText);
  const [open, setOpen] = useState(false);
  const { data } = useAsk('GET /api/messages', { query: { show, before } }, { enabled: open });
  if (!open)
    return (
      <p className="card-body">
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t.older}
        </button>
      </p>
    );
  return data ? <Messages page={data} show={show} /> : null;
}

function Messages({ page, show }: { readonly page: Page; readonly show: Show }): ReactNode {
  const last = page.messages.at(-1);
  return (
    <>
      <ul className="messages">
        {page.messages.map((message) => (
          <Row key={message.id} message={message} />
        ))}
      </ul>
      {page.more && last && <Older show={show} before={last.id} />}
    </>
  );
}

function List(): ReactNode {
  const t = useFeatureText(messagesText);
  const [show, setShow] = useState<Show>('all');
  const query = useAsk('GET /api/messages', { query: { show } }, { every: 60_000 });
  const readAll = useSend('POST /api/messages/read');
  const unread = query.data?.unread ?? 0;
  return (
    <section className="card" aria-labelledby="messages-list">
      <div className="card-head">
        <h2 id="messages-list">{t.unread(unread)}</h2>
        <fieldset className="languages end">
          <legend className="hidden">{t.show}</legend>
          {(['all', 'unread'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={show === each} onClick={() => setShow(each)}>
              {each === 'all' ? t.all : t.onlyUnread}
            </button>
          ))}
        </fieldset>
        {unread > 0 && (
          <button
            type="button"
            className="button"
            disabled={readAll.isPending}
            onClick={() => readAll.mutate({ body: {} })}
          >
            {t.readAll}
          </button>
        )}
      </div>
      <Answered query={query}>
        {(page) =>
          page.messages.length === 0 ? (
            <Empty title={show === 'all' ? t.none : t.noneUnread} hint={t.noneHint} />
          ) : (
            <Messages page={page} show={show} />
          )
        }
      </Answered>
    </section>
  );
}

export default function Inbox(): ReactNode {
  const t = useFeatureText(messagesText);
  usePageTitle(t.title);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.hint}</p>
        </div>
      </div>
      <ForThoseWhoMay permission="message.own">
        <div className="inbox-columns">
          <List />
          <div className="stack">
            <Wish />
            <Calendar />
            <Follows />
          </div>
        </div>
      </ForThoseWhoMay>
    </>
  );
}
