// The address of one's due days, made, shown once and ended; and the list of what one follows.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAsk, useSend } from '../../ask.ts';
import { Loading } from '../../part/state.tsx';
import { day, moment, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { messagesText } from '../../text/messages.ts';

function Address({ path }: { readonly path: string }): ReactNode {
  const t = useFeatureText(messagesText);
  const [copied, setCopied] = useState(false);
  const address = `${window.location.origin}${path}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div className="labelled over">
      <label htmlFor="calendar-address">{t.calendarOnce}</label>
      <input
        id="calendar-address"
        className="field-input"
        readOnly
        value={address}
        onFocus={({ target }) => target.select()}
      />
      <p>
        <button type="button" className="button" onClick={() => void copy()}>
          {t.copy}
        </button>{' '}
        <span role="status">{copied && `✓ ${t.copied}`}</span>
      </p>
    </div>
  );
}

export function Calendar(): ReactNode {
  const t = useFeatureText(messagesText);
  const { data } = useAsk('GET /api/me/message-wish', {});
  const make = useSend('POST /api/me/calendar');
  const end = useSend('DELETE /api/me/calendar', { onSuccess: () => make.reset() });
  if (data === undefined) return null;
  const since = data.calendarSince;
  return (
    <section className="card" aria-labelledby="message-calendar">
      <div className="card-head">
        <h2 id="message-calendar">{t.calendar}</h2>
      </div>
      <div className="card-body stack">
        <p className="note">{t.calendarHint}</p>
        {since !== null && <p>{t.calendarSince(moment(since))}</p>}
        {make.data && since !== null && <Address path={make.data.path} />}
        <p className="button-row">
          <button
            type="button"
            className="button"
            disabled={make.isPending}
            onClick={() => make.mutate({ body: {} })}
          >
            {since === null ? t.calendarMake : t.calendarAgain}
          </button>
          {since !== null && (
            <button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate({})}>
              {t.calendarEnd}
            </button>
          )}
        </p>
      </div>
    </section>
  );
}

export function Follows(): ReactNode {
  const t = useFeatureText(messagesText);
  const { language } = useLanguage();
  const { data } = useAsk('GET /api/me/follows', {});
  const send = useSend('PUT /api/commitments/:commitmentId/follow');
  return (
    <section className="card" aria-labelledby="message-follows">
      <div className="card-head">
        <h2 id="message-follows">{t.follows}</h2>
      </div>
      {data === undefined && <Loading rows={2} />}
      {data?.follows.length === 0 && <p className="card-body note">{t.followsNone}</p>}
      <ul className="messages">
        {data?.follows.map(({ id, title, dueOn, planId }) => (
          <li key={id} className="message">
            <div className="message-body">
              <p>
                <Link to="/commitments/$commitmentId" params={{ commitmentId: id }} search={{ plan: planId }}>
                  {wide(title)}
                </Link>
              </p>
              <p className="note">{t.dueOn(day(dueOn, language))}</p>
            </div>
            <button
              type="button"
              className="link"
              disabled={send.isPending}
              onClick={() => send.mutate({ params: { commitmentId: id }, body: { follows: false } })}
            >
              {t.unfollow}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
