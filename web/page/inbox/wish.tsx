// How mail comes: pace, quiet hours, what stays out of it, its language.
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { paces } from '../../../core/publish/digest.ts';
import { topics } from '../../../core/publish/event.ts';
import { paceLabel, topicLabel } from '../../../core/vocabulary/message.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useSend } from '../../ask.ts';
import { Answered, useProblemWords } from '../../part/state.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { messagesText } from '../../text/messages.ts';

type Page = Answer<'GET /api/me/message-wish'>;
type WishShape = Page['wish'];

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutesOf = (text: string): number | null => {
  const [hours, minutes] = text.split(':').map(Number);
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)
    ? null
    : hours * 60 + minutes;
};

const usualQuiet = { from: 20 * 60, until: 8 * 60 };

function Quiet({
  quiet,
  change,
}: {
  readonly quiet: WishShape['quiet'];
  readonly change: (quiet: WishShape['quiet']) => void;
}): ReactNode {
  const t = useFeatureText(messagesText);
  const id = useId();
  const field = (part: 'from' | 'until', label: string) =>
    quiet && (
      <div className="labelled over">
        <label htmlFor={id + part}>{label}</label>
        <input
          id={id + part}
          className="field-input"
          type="time"
          value={clock(quiet[part])}
          onChange={(event) => change({ ...quiet, [part]: minutesOf(event.target.value) ?? quiet[part] })}
        />
      </div>
    );
  return (
    <fieldset className="quiet">
      <legend>{t.quiet}</legend>
      <label>
        <input type="checkbox" checked={quiet !== null} onChange={() => change(quiet ? null : usualQuiet)} />{' '}
        {t.quietOn}
      </label>
      <div className="quiet-hours">
        {field('from', t.quietFrom)}
        {field('until', t.quietUntil)}
      </div>
    </fieldset>
  );
}

function Where({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(messagesText);
  if (!page.mailLeaves) return <p className="note">{t.noServer}</p>;
  if (page.mail === '') return <p className="note">{t.noMail}</p>;
  return (
    <p className="note">
      {t.to} {page.mail}
    </p>
  );
}

function Form({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(messagesText);
  const { language } = useLanguage();
  const id = useId();
  const words = useProblemWords();
  const [wish, setWish] = useState(page.wish);
  const send = useSend('PUT /api/me/message-wish');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate({ body: wish });
  };
  const change = (given: Partial<WishShape>): void => {
    send.reset();
    setWish({ ...wish, ...given });
  };
  const toggle = (topic: WishShape['muted'][number]): void =>
    change({
      muted: wish.muted.includes(topic)
        ? wish.muted.filter((each) => each !== topic)
        : [...wish.muted, topic],
    });
  return (
    <form className="card-body stack" onSubmit={save}>
      <Where page={page} />
      <div className="labelled over">
        <label htmlFor={`${id}pace`}>{t.pace}</label>
        <span className="note" id={`${id}pace-hint`}>
          {t.paceHint(page.delayMinutes)}
        </span>
        <select
          id={`${id}pace`}
          className="field-input"
          aria-describedby={`${id}pace-hint`}
          value={wish.pace}
          onChange={({ target }) =>
            change({ pace: paces.find((each) => each === target.value) ?? wish.pace })
          }
        >
          {paces.map((pace) => (
            <option key={pace} value={pace}>
              {paceLabel[pace][language]}
            </option>
          ))}
        </select>
      </div>
      <Quiet quiet={wish.quiet} change={(quiet) => change({ quiet })} />
      <fieldset className="ticks">
        <legend>{t.muted}</legend>
        {topics.map((topic) => (
          <label key={topic}>
            <input type="checkbox" checked={wish.muted.includes(topic)} onChange={() => toggle(topic)} />{' '}
            {topicLabel[topic][language]}
          </label>
        ))}
      </fieldset>
      <div className="labelled over">
        <label htmlFor={`${id}language`}>{t.language}</label>
        <select
          id={`${id}language`}
          className="field-input"
          value={wish.language}
          onChange={({ target }) => change({ language: target.value === 'en' ? 'en' : 'zh' })}
        >
          <option value="zh">中文</option>
          <option value="en">English</option>
        </select>
      </div>
      <p>
        <button type="submit" className="button primary" disabled={send.isPending}>
          {t.save}
        </button>{' '}
        <span role="status">
          {send.isSuccess && `✓ ${t.saved}`}
          {send.isError && words(send.error)}
        </span>
      </p>
    </form>
  );
}

export function Wish(): ReactNode {
  const t = useFeatureText(messagesText);
  const query = useAsk('GET /api/me/message-wish', {});
  return (
    <section className="card" aria-labelledby="message-wish">
      <div className="card-head">
        <h2 id="message-wish">{t.wish}</h2>
      </div>
      <Answered query={query}>{(page) => <Form page={page} />}</Answered>
    </section>
  );
}
