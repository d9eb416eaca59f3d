// What the escalation rules propose: which promise, which grade, why; a person opens the form, nothing is sent by itself.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { noticeReasonLabel } from '../../../core/vocabulary/supervise.ts';
import { useWords } from '../../ask.ts';
import { StatusLabel } from '../../part/status.tsx';
import { wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';
import { GradeLabel } from '../notice/grade.tsx';
import type { Agenda } from './tiles.tsx';

type Proposal = Agenda['proposals'][number];

function Row({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(supervisionText);
  const { commitmentId, noticeId, title, unit, grade, reasons, because } = proposal;
  const why = because
    .map(({ reason, count }) => t.times(noticeReasonLabel[reason][language], count))
    .join(language === 'zh' ? '、' : ', ');
  return (
    <tr>
      <th scope="row">
        {commitmentId === null ? (
          <Link to="/figures" className="two-lines">
            {t.reportsLate(wide(title), proposal.count)}
          </Link>
        ) : (
          <Link to="/commitments/$commitmentId" params={{ commitmentId }} className="two-lines">
            {wide(title)}
          </Link>
        )}
        {proposal.status !== null && <StatusLabel status={proposal.status} />}
      </th>
      <td>
        <span className="two-lines">{wide(unit) || proposal.placeName}</span>
      </td>
      <td>
        <span className="two-lines note" title={why}>
          {why}
        </span>
      </td>
      <td>
        <GradeLabel grade={grade} />
      </td>
      <td>
        {noticeId === null ? (
          <Link
            to="/notices/new"
            search={
              commitmentId === null
                ? { unit, place: proposal.placeId, grade, reasons: reasons.join(',') }
                : { commitment: commitmentId, grade, reasons: reasons.join(',') }
            }
            className="button small"
          >
            {t.issueThis}
          </Link>
        ) : (
          <Link to="/notices/$noticeId" params={{ noticeId }} className="button small">
            {t.raiseThis}
          </Link>
        )}
      </td>
    </tr>
  );
}

export function Proposals({ agenda }: { readonly agenda: Agenda }): ReactNode {
  const t = useFeatureText(supervisionText);
  const { unit, place } = useWords();
  const rows = agenda.proposals.filter(
    (each) => (unit === undefined || each.unit === unit) && (place === undefined || each.placeId === place),
  );
  return (
    <section className="card" aria-labelledby="proposals">
      <div className="card-head">
        <h2 id="proposals">{t.proposals}</h2>
        <span className="note">{t.proposalsHint}</span>
        <span className="note end">{t.all(rows.length)}</span>
      </div>
      {rows.length === 0 ? (
        <p className="card-body note">{t.proposalsNone}</p>
      ) : (
        <div className="table-box">
          <table className="lined cards long proposal-table">
            <caption className="hidden">{t.proposals}</caption>
            <colgroup>
              <col />
              <col className="col-who" />
              <col className="col-why" />
              <col className="col-grade" />
              <col className="col-act" />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{t.what}</th>
                <th scope="col">{t.addressee}</th>
                <th scope="col">{t.because}</th>
                <th scope="col">{t.propose}</th>
                <th scope="col">
                  <span className="hidden">{t.issue}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((proposal) => (
                <Row
                  key={`${proposal.commitmentId} ${proposal.placeId} ${proposal.unit}`}
                  proposal={proposal}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
