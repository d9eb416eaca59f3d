// What was checked in the numbers, what was not understood, and the headings: each leads to its place in the text.
import type { ReactNode } from 'react';
import type { Review } from '../../api.ts';
import { StatusMark } from '../../part/icon.tsx';
import { keyed } from '../../part/keyed.ts';
import { amount } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import type { Spot } from './source.tsx';

interface Going {
  readonly go: (spot: Spot) => void;
}

type Check = Review['checks'][number];

function Numbers({ check }: { readonly check: Check }): ReactNode {
  const t = useText();
  const parts = [
    [t.review.expected, check.expected],
    [t.review.found, check.found],
    [t.review.residual, check.residual],
  ].flatMap(([label, value]) => (value ? [`${label} ${amount(value)}`] : []));
  return parts.length === 0 || check.ok ? null : <span className="note">{parts.join(' · ')}</span>;
}

export function Checks({ checks, go }: Going & { readonly checks: Review['checks'] }): ReactNode {
  const { language, t } = useLanguage();
  const ordered = [...checks.filter((check) => !check.ok), ...checks.filter((check) => check.ok)];
  return (
    <ul className="checks">
      {keyed(ordered, (check) => `${check.rule} ${check.start}`).map(({ key, member: check }) => (
        <li key={key}>
          <StatusMark status={check.ok ? 'achieved' : check.explained ? 'notDue' : 'atRisk'} />
          <div>
            <p>
              {check[language]}{' '}
              {!check.ok && check.explained && <span className="tag">{t.review.checkExplained}</span>}
            </p>
            <Numbers check={check} />
            <p>
              <button
                type="button"
                className="link"
                onClick={() => go({ start: check.start, end: check.end })}
              >
                {t.review.firstPlace}
              </button>{' '}
              {check.otherStart !== null && check.otherEnd !== null && (
                <button
                  type="button"
                  className="link"
                  onClick={() => go({ start: check.otherStart ?? 0, end: check.otherEnd ?? 0 })}
                >
                  {t.review.otherPlace}
                </button>
              )}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What the reader of the file left out or had to assume. */
function Notes({ notes }: { readonly notes: Review['notes'] }): ReactNode {
  const { language, t } = useLanguage();
  if (notes.length === 0) return null;
  return (
    <section className="reader-notes" aria-labelledby="reader-notes">
      <h3 id="reader-notes">{t.notes.title}</h3>
      <p className="note">{t.notes.hint}</p>
      <ul>
        {notes.map((note) => (
          <li key={`${note.code} ${note.zh}`}>{note[language]}</li>
        ))}
      </ul>
    </section>
  );
}

export function Unread({
  review,
  text,
  go,
}: Going & { readonly review: Review; readonly text: string }): ReactNode {
  return (
    <>
      <Notes notes={review.notes} />
      <UnreadList unread={review.unread} text={text} go={go} />
    </>
  );
}

function UnreadList({
  unread,
  text,
  go,
}: Going & { readonly unread: Review['unread']; readonly text: string }): ReactNode {
  const t = useText();
  const why = new Map(Object.entries(t.review.why));
  return (
    <ul className="checks">
      {keyed(unread, (one) => `${one.start}`).map(({ key, member: one }) => (
        <li key={key}>
          <StatusMark status="noJudgement" />
          <div>
            <p>{why.get(one.why) ?? one.why}</p>
            <button type="button" className="link cut" onClick={() => go(one)}>
              {text.slice(one.start, one.end) || t.review.firstPlace}
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}

export function Headings({ headings, go }: Going & { readonly headings: Review['headings'] }): ReactNode {
  return (
    <ul className="headings">
      {keyed(headings, (heading) => `${heading.start}`).map(({ key, member: heading }) => (
        <li key={key} style={{ paddingLeft: `${(heading.level - 1) * 16}px` }}>
          <button type="button" className="link cut" onClick={() => go(heading)}>
            {heading.num}
            {heading.title}
          </button>
        </li>
      ))}
    </ul>
  );
}
