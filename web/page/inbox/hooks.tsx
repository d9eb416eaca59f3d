// Webhooks: added, tried, ended; and how their last deliveries went.
import { type ReactNode, useState } from 'react';
import { topics } from '../../../core/publish/event.ts';
import { hookFormats } from '../../../core/publish/hook.ts';
import { hookFormatLabel, topicLabel } from '../../../core/vocabulary/message.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk, useSend } from '../../ask.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { Answered, useProblemWords } from '../../part/state.tsx';
import { moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { messagesText } from '../../text/messages.ts';

type Page = Answer<'GET /api/webhooks'>;
type Hook = Page['hooks'][number];
type Delivery = Page['deliveries'][number];

function AddHook({ close }: { readonly close: () => void }): ReactNode {
  const t = useFeatureText(messagesText);
  const { language } = useLanguage();
  return (
    <PlainForm
      fields={[
        { name: 'name', label: t.name, maxLength: 80 },
        {
          name: 'format',
          label: t.format,
          options: hookFormats.map((value) => ({ value, label: hookFormatLabel[value][language] })),
        },
        { name: 'url', label: t.url, hint: t.urlHint, maxLength: 500 },
        { name: 'secret', label: t.secret, kind: 'password', autoComplete: 'new-password', optional: true },
        {
          name: 'topics',
          label: t.topics,
          many: true,
          start: 'notice due',
          options: topics.map((value) => ({ value, label: topicLabel[value][language] })),
        },
      ]}
      submit={t.add}
      send={async ({ name = '', format, url = '', secret = '', topics: chosen = '' }) => {
        const wanted = chosen.split(' ');
        await call('POST /api/webhooks', {
          body: {
            ...{ name, url, secret, format: hookFormats.find((each) => each === format) ?? 'generic' },
            topics: topics.filter((each) => wanted.includes(each)),
          },
        });
        close();
      }}
    />
  );
}

function HookRow({ hook }: { readonly hook: Hook }): ReactNode {
  const t = useFeatureText(messagesText);
  const { language } = useLanguage();
  const words = useProblemWords();
  const attempt = useSend('POST /api/webhooks/:hookId/test');
  const end = useSend('DELETE /api/webhooks/:hookId');
  const params = { hookId: hook.id };
  return (
    <li className="message">
      <div className="message-body">
        <p>
          <b>{hook.name}</b> <span className="tag">{hookFormatLabel[hook.format][language]}</span>
        </p>
        <p className="note">
          {hook.url} · {hook.topics.map((topic) => topicLabel[topic][language]).join('、')}
        </p>
        <p role="status">
          {attempt.isSuccess && `✓ ${t.tried}`}
          {attempt.isError && words(attempt.error)}
          {end.isError && words(end.error)}
        </p>
      </div>
      <button
        type="button"
        className="link"
        disabled={attempt.isPending}
        onClick={() => attempt.mutate({ params, body: {} })}
      >
        {t.tryHook}
      </button>
      <button type="button" className="link" disabled={end.isPending} onClick={() => end.mutate({ params })}>
        {t.end}
      </button>
    </li>
  );
}

const marks = { waiting: '○', delivered: '✓', failed: '…', givenUp: '✗' } as const;

function DeliveryRow({ delivery, hook }: { readonly delivery: Delivery; readonly hook: string }): ReactNode {
  const t = useFeatureText(messagesText);
  const { language } = useLanguage();
  const retry = useSend('POST /api/deliveries/:deliveryId/retry');
  const { id, sentence, state, tries, status, triedAt } = delivery;
  return (
    <tr>
      <td>{sentence[language]}</td>
      <td>{hook}</td>
      <td>
        {marks[state]} {t.states[state]}{' '}
        <span className="note">
          {tries > 0 && t.tries(tries)} {status ?? ''} {triedAt && moment(triedAt)}
        </span>
      </td>
      <td>
        {state === 'givenUp' && (
          <button
            type="button"
            className="link"
            disabled={retry.isPending}
            onClick={() => retry.mutate({ params: { deliveryId: id }, body: {} })}
          >
            {t.retry}
          </button>
        )}
      </td>
    </tr>
  );
}

function Deliveries({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(messagesText);
  const names = new Map(page.hooks.map(({ id, name }) => [id, name]));
  if (page.deliveries.length === 0) return <p className="card-body note">{t.deliveriesNone}</p>;
  return (
    <div className="table-box">
      <table>
        <caption className="hidden">{t.deliveries}</caption>
        <thead>
          <tr>
            <th>{t.what}</th>
            <th>{t.where}</th>
            <th>{t.state}</th>
            <th>
              <span className="hidden">{t.retry}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {page.deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} hook={names.get(delivery.hookId) ?? ''} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Hooks(): ReactNode {
  const t = useFeatureText(messagesText);
  const [open, setOpen] = useState(false);
  const query = useAsk('GET /api/webhooks', {}, { every: 5_000 });
  return (
    <section className="card" aria-labelledby="hooks">
      <div className="card-head">
        <h2 id="hooks">{t.hooks}</h2>
        <button type="button" className="button end" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.close : t.addHook}
        </button>
      </div>
      {open && (
        <div className="card-body">
          <AddHook close={() => setOpen(false)} />
        </div>
      )}
      <Answered query={query}>
        {(page) => (
          <>
            {page.hooks.length === 0 && <p className="card-body note">{t.hooksNone}</p>}
            <ul className="messages">
              {page.hooks.map((hook) => (
                <HookRow key={hook.id} hook={hook} />
              ))}
            </ul>
            {page.hooks.length > 0 && <Deliveries page={page} />}
          </>
        )}
      </Answered>
    </section>
  );
}
