// One notice: what it asks and of whom, what the reader may do next, everything that happened, and the sheet for paper.
import './notice.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { noticeReasonLabel } from '../../../core/vocabulary/supervise.ts';
import { useAsk } from '../../ask.ts';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { day, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';
import { Evidence } from './evidence.tsx';
import { GradeLabel, Late, StateTag } from './grade.tsx';
import { History } from './history.tsx';
import { Moves, type NoticePage } from './moves.tsx';
import { Sheet } from './sheet.tsx';

function Facts({ page }: { readonly page: NoticePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(supervisionText);
  const { notice, commitment, remedied, extendTo } = page;
  const says =
    commitment === null
      ? t.figuresSayOwn
      : remedied === null
        ? t.figuresSayNothing
        : remedied
          ? t.figuresSayYes
          : t.figuresSayNo;
  const reasons = notice.reasons.map((reason) => noticeReasonLabel[reason][language]);
  return (
    <section className="card screen-only" aria-labelledby="notice-facts">
      <div className="card-head">
        <h2 id="notice-facts">{t.facts}</h2>
      </div>
      <dl className="notice-facts">
        <dt>{t.addressee}</dt>
        <dd>{[notice.placeName, wide(notice.unit)].filter(Boolean).join(' ')}</dd>
        <dt>{t.about}</dt>
        <dd>
          {commitment === null ? (
            t.aboutNone
          ) : (
            <Link to="/commitments/$commitmentId" params={{ commitmentId: commitment.id }}>
              {wide(commitment.title)}
            </Link>
          )}
        </dd>
        <dt>{t.reasons}</dt>
        <dd>{reasons.join(language === 'zh' ? '、' : ', ')}</dd>
        <dt>{t.issuedOn}</dt>
        <dd>{notice.issuedOn === null ? '—' : day(notice.issuedOn, language)}</dd>
        <dt>{t.answerBy}</dt>
        <dd>{notice.answerBy === null ? '—' : day(notice.answerBy, language)}</dd>
        <dt>{t.remedyBy}</dt>
        <dd>
          {notice.remedyBy === null ? '—' : day(notice.remedyBy, language)}
          {extendTo !== null && <span className="tag warn">{t.asked(extendTo)}</span>}
        </dd>
        <dt>{t.figuresSay}</dt>
        <dd>{says}</dd>
      </dl>
    </section>
  );
}

function Page({ page }: { readonly page: NoticePage }): ReactNode {
  const t = useFeatureText(supervisionText);
  const { notice } = page;
  usePageTitle(wide(notice.title).slice(0, 40));
  return (
    <>
      <div className="page-head screen-only">
        <div className="notice-head">
          <p className="note">
            <Link to="/notices">{t.back}</Link>
          </p>
          <h1>{wide(notice.title)}</h1>
          <p className="notice-line">
            <GradeLabel grade={notice.grade} />
            <StateTag state={notice.state} />
            {notice.daysLate !== null && <Late days={notice.daysLate} />}
          </p>
        </div>
        <div className="page-tools">
          <button type="button" className="button" onClick={() => print()}>
            {t.print}
          </button>
        </div>
      </div>
      <div className="notice-columns">
        <div className="stack screen-only">
          <Moves page={page} />
          <History page={page} />
        </div>
        <div className="stack">
          <Facts page={page} />
          <Evidence page={page} />
        </div>
      </div>
      <Sheet page={page} />
    </>
  );
}

export default function Notice(): ReactNode {
  const { noticeId = '' } = useParams({ strict: false });
  const query = useAsk('GET /api/notices/:noticeId', { params: { noticeId } }, { fresh: true });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
