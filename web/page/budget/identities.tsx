// Every identity of a budget report: what was added up, the residual beside the rounding width, and the sentence it stands in.
import './budget.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { outcomeLabel } from '../../../core/vocabulary/budget.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { keyed } from '../../part/keyed.ts';
import { SourceLink } from '../../part/source-link.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { amount, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type Page = Answer<'GET /api/documents/:documentId/identities'>;
type Row = Page['rows'][number];

const outcomes = ['exact', 'rounding', 'explained', 'broken'] as const;
const tagOf = { exact: 'good', rounding: 'good', explained: 'warn', broken: 'late' } as const;

function IdentityRow({ row }: { readonly row: Row }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  return (
    <tr>
      <th scope="row">
        {row.what[language]}
        <span className="note two-lines">
          {row.year} · {row.level}
          {row.footnote && ` · ${t.note}：${row.footnote.quote}`}
        </span>
      </th>
      <td className="num">{amount(row.found)}</td>
      <td className="num">
        <SourceLink source={row.source}>{amount(row.expected)}</SourceLink>
      </td>
      <td className="num">{amount(row.residual)}</td>
      <td className="num">{amount(row.width)}</td>
      <td>
        <span className={`tag ${tagOf[row.outcome]}`}>{outcomeLabel[row.outcome][language]}</span>
      </td>
      <td>
        <SourceLink source={row.source}>{t.sentence}</SourceLink>
        {row.other && (
          <>
            {' '}
            <SourceLink source={row.other}>{t.otherPlace}</SourceLink>
          </>
        )}
        {row.footnote && (
          <>
            {' '}
            <SourceLink source={row.footnote}>{t.note}</SourceLink>
          </>
        )}
      </td>
    </tr>
  );
}

function Identities({ page, documentId }: { readonly page: Page; readonly documentId: string }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const { status } = useWords();
  const choose = useChoose();
  const shown = page.rows.filter(({ outcome }) => status === undefined || outcome === status);
  const { hold, explained, broken } = page.counts;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.identitiesTitle}</h1>
          <p>{wide(page.title)}</p>
          <p className="note">
            {t.held(hold, explained, broken)} · {t.balanceHint}
          </p>
        </div>
        <div className="page-tools">
          <Link to="/budget-review/$documentId" params={{ documentId }} className="button">
            {t.seeReview}
          </Link>
          <Link to="/budgets" className="button">
            {t.back}
          </Link>
        </div>
      </div>
      <section className="card">
        <div className="card-head">
          <div className="chips">
            <button
              type="button"
              className="chip"
              aria-pressed={status === undefined}
              onClick={() => choose({ status: undefined })}
            >
              {t.all} {page.rows.length}
            </button>
            {outcomes.map((outcome) => {
              const count = page.rows.filter((row) => row.outcome === outcome).length;
              return (
                <button
                  key={outcome}
                  type="button"
                  className="chip"
                  aria-pressed={status === outcome}
                  onClick={() => choose({ status: outcome })}
                >
                  {outcomeLabel[outcome][language]} {count}
                </button>
              );
            })}
          </div>
        </div>
        <div className="table-box">
          <table className="lined budget-table">
            <thead>
              <tr>
                <th scope="col">{t.formula}</th>
                {[t.found, t.printed, t.residualWord, t.width].map((word) => (
                  <th key={word} scope="col" className="num">
                    {word}
                  </th>
                ))}
                <th scope="col">{t.outcome}</th>
                <th scope="col">{t.sentence}</th>
              </tr>
            </thead>
            <tbody>
              {keyed(shown, (row) => `${row.what.en} ${row.source.start}`).map(({ key, member: row }) => (
                <IdentityRow key={key} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}

export default function IdentitiesScreen(): ReactNode {
  const { documentId = '' } = useParams({ strict: false });
  const t = useFeatureText(budgetsText);
  usePageTitle(t.identitiesTitle);
  const query = useAsk('GET /api/documents/:documentId/identities', { params: { documentId } });
  return <Answered query={query}>{(page) => <Identities page={page} documentId={documentId} />}</Answered>;
}
