// Notices as a list: the office sees all, a unit its own; states are filters with what is late in each.
import './notice.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { noticeReasonLabel, noticeStateLabel } from '../../../core/vocabulary/supervise.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';
import { GradeLabel, Late, type NoticeRow, StateTag } from './grade.tsx';

type List = Answer<'GET /api/notices'>;

function Row({ row }: { readonly row: NoticeRow }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(supervisionText);
  const why = row.reasons.map((reason) => noticeReasonLabel[reason][language]);
  return (
    <tr>
      <th scope="row">
        <Link to="/notices/$noticeId" params={{ noticeId: row.id }} className="two-lines">
          {wide(row.title)}
        </Link>
        <span className="note">{why.join(language === 'zh' ? '、' : ', ')}</span>
        {row.mine && <span className="tag mark">{t.mine}</span>}
      </th>
      <td>
        <GradeLabel grade={row.grade} />
      </td>
      <td>
        <span className="two-lines">{[row.placeName, wide(row.unit)].filter(Boolean).join(' ')}</span>
      </td>
      <td className="num">
        {row.answerBy ?? '—'}
        <span className="cut note">{row.remedyBy}</span>
      </td>
      <td>
        <StateTag state={row.state} />
        {row.daysLate !== null && <Late days={row.daysLate} />}
      </td>
    </tr>
  );
}

function Table({ list }: { readonly list: List }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(supervisionText);
  const { group } = useWords();
  const choose = useChoose();
  const mayIssue = useMay('notice.issue');
  const rows = list.notices.filter((row) =>
    group === undefined ? true : group === 'mine' ? row.mine : row.state === group,
  );
  const mine = list.notices.filter((row) => row.mine).length;
  const chip = (id: string | undefined, words: ReactNode): ReactNode => (
    <button
      key={id ?? '*'}
      type="button"
      className="chip"
      aria-pressed={group === id}
      onClick={() => choose({ group: id })}
    >
      {words}
    </button>
  );
  return (
    <section className="card" aria-label={t.notices}>
      <div className="filters">
        <div className="chips">
          {chip(undefined, t.all(list.notices.length))}
          {mine > 0 && chip('mine', `${t.mine} ${mine}`)}
          {list.states.map(({ state, total, late }) =>
            chip(
              state,
              <>
                {noticeStateLabel[state][language]} {total}
                {late > 0 && <b className="late-days">{t.lateOf(late)}</b>}
              </>,
            ),
          )}
        </div>
      </div>
      {rows.length === 0 ? (
        <Empty title={t.noNotices} hint={mayIssue ? t.noNoticesHint : t.noNoticesMine} />
      ) : (
        <div className="table-box">
          <table className="lined cards long notice-table">
            <caption className="hidden">{t.notices}</caption>
            <colgroup>
              <col />
              <col className="col-grade" />
              <col className="col-who" />
              <col className="col-due" />
              <col className="col-state" />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{t.title}</th>
                <th scope="col">{t.grade}</th>
                <th scope="col">{t.addressee}</th>
                <th scope="col" className="num">
                  {t.nextDay}
                </th>
                <th scope="col">{t.state}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Asked(): ReactNode {
  const t = useFeatureText(supervisionText);
  const mayIssue = useMay('notice.issue');
  const query = useAsk('GET /api/notices', { query: {} });
  return (
    <Answered query={query}>
      {(list) => (
        <>
          <div className="page-head">
            <div>
              <h1>{mayIssue ? t.notices : t.myNotices}</h1>
              <p>{t.noticesHint(list.notices.length)}</p>
            </div>
            {mayIssue && (
              <div className="page-tools">
                <Link to="/notices/new" className="button primary">
                  {t.issue}
                </Link>
              </div>
            )}
          </div>
          <Table list={list} />
        </>
      )}
    </Answered>
  );
}

export default function Notices(): ReactNode {
  const t = useFeatureText(supervisionText);
  usePageTitle(t.notices);
  return (
    <ForThoseWhoMay permission="notice.read">
      <Asked />
    </ForThoseWhoMay>
  );
}
