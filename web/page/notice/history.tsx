// Everything that happened to a notice: step, who, when the server received it, what was written, and the days it set.
import type { ReactNode } from 'react';
import { noticeActionLabel } from '../../../core/vocabulary/supervise.ts';
import { moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';
import { GradeLabel } from './grade.tsx';
import type { NoticePage } from './moves.tsx';

type Event = NoticePage['events'][number];

function Step({ event, before }: { readonly event: Event; readonly before: Event | undefined }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(supervisionText);
  const { action, by, receivedAt, words, approval, answerBy, remedyBy, grade, extendTo } = event;
  const newDays = before?.answerBy !== answerBy || before.remedyBy !== remedyBy;
  return (
    <li>
      <p>
        <b>{noticeActionLabel[action][language]}</b> {before?.grade !== grade && <GradeLabel grade={grade} />}
        <span className="note">
          {' '}
          {by ?? '—'} · <time dateTime={receivedAt}>{moment(receivedAt)}</time>
        </span>
      </p>
      {words !== '' && <p className="said">{words}</p>}
      {approval !== '' && (
        <p className="note">
          {t.approval} {approval}
        </p>
      )}
      {extendTo !== null && <p className="note">{t.asked(extendTo)}</p>}
      {newDays && (
        <p className="note">
          {t.answerBy} {answerBy} · {t.remedyBy} {remedyBy}
        </p>
      )}
    </li>
  );
}

export function History({ page }: { readonly page: NoticePage }): ReactNode {
  const t = useFeatureText(supervisionText);
  const { events } = page;
  return (
    <section className="card" aria-labelledby="history">
      <div className="card-head">
        <h2 id="history">{t.history}</h2>
        <span className="note end">{t.at}</span>
      </div>
      <ol className="steps">
        {events
          .map((event, at) => <Step key={event.number} event={event} before={events[at - 1]} />)
          .toReversed()}
      </ol>
    </section>
  );
}
