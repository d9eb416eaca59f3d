// What needs attention, in the order the server judged it: what it is, whose, by when, how far, and why it stands here.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentRow, Overview } from '../../api.ts';
import { Progress, VerdictLabel } from '../../part/status.tsx';
import { becauseOf, kindWord } from '../../text/domain.ts';
import { shortDay, shortField, wide } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.tsx';

function Row({ row, year }: { readonly row: CommitmentRow; readonly year: number }): ReactNode {
  const { language, t } = useLanguage();
  const why = becauseOf(row.verdict, language);
  return (
    <tr>
      <th scope="row">
        <span className="cut">
          <Link
            to="/commitments/$commitmentId"
            params={{ commitmentId: row.id }}
            className="row-link"
            title={row.title}
          >
            {wide(row.title)}
          </Link>
        </span>
        <span className="cut note">
          {[kindWord(row.kind, language), row.number, shortField(row.field)]
            .filter((word) => word !== '')
            .join(' · ')}
        </span>
      </th>
      <td>
        <span className="two-lines">
          {row.leadUnit === null ? (
            '—'
          ) : (
            <Link to="/tasks" search={{ kind: 'all', unit: row.leadUnit }} className="row-link">
              {wide(row.leadUnit)}
            </Link>
          )}
        </span>
      </td>
      <td className="num">{shortDay(row.dueOn, year)}</td>
      <td className="share">
        <Progress verdict={row.verdict} label={`${row.title} ${t.commitment.share}`} />
      </td>
      <td>
        <VerdictLabel verdict={row.verdict} />
      </td>
      <td className="why">
        <span className="two-lines note" title={why}>
          {why}
        </span>
      </td>
    </tr>
  );
}

export function Attention({ overview }: { readonly overview: Overview }): ReactNode {
  const t = useText();
  return (
    <section className="card" aria-labelledby="overview-attention">
      <div className="card-head">
        <h2 id="overview-attention">{t.overview.attention}</h2>
        <span className="note">{t.overview.attentionHint}</span>
        <Link to="/tasks" search={{ kind: 'all', sort: 'status' }} className="end">
          {t.overview.all}
        </Link>
      </div>
      {overview.attention.length === 0 ? (
        <p className="empty-line">{t.overview.attentionEmpty}</p>
      ) : (
        <div className="table-box">
          <table className="lined cards attention">
            <caption className="hidden">{t.overview.attention}</caption>
            <thead>
              <tr>
                <th scope="col">{t.table.task}</th>
                <th scope="col">{t.table.lead}</th>
                <th scope="col" className="num">
                  {t.table.due}
                </th>
                <th scope="col">{t.table.share}</th>
                <th scope="col">{t.table.status}</th>
                <th scope="col">{t.table.because}</th>
              </tr>
            </thead>
            <tbody>
              {overview.attention.map((row) => (
                <Row key={row.id} row={row} year={overview.plan.year} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
