// One budget line: its versions with who, when and why, what the revision changed, what it pays for, and the form for the next.
import './budget.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { budgetBookLabel, budgetLevelLabel, budgetVersionLabel } from '../../../core/vocabulary/budget.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { amount, day, moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { Bridges } from './book.tsx';
import { AddVersion } from './forms.tsx';
import { Execution, Findings, LineName, Printed, ResolutionName, VersionCell } from './shared.tsx';

type LinePage = Answer<'GET /api/budget-lines/:lineId'>;

function Entries({ page }: { readonly page: LinePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  return (
    <section className="card" aria-labelledby="history">
      <div className="card-head">
        <h2 id="history">{t.history}</h2>
      </div>
      {page.entries.length === 0 ? (
        <p className="card-body note">{t.noEntries}</p>
      ) : (
        <div className="table-box">
          <table className="lined budget-table">
            <thead>
              <tr>
                <th scope="col">{t.version}</th>
                <th scope="col" className="num">
                  {t.amount}
                </th>
                <th scope="col">{t.day}</th>
                <th scope="col">{t.resolution}</th>
                <th scope="col">{t.reason}</th>
                <th scope="col">{t.by}</th>
              </tr>
            </thead>
            <tbody>
              {page.entries.map((entry) => (
                <tr key={entry.number}>
                  <th scope="row">{budgetVersionLabel[entry.version][language]}</th>
                  <td className="num figure">
                    <Printed value={entry.amount} source={entry.source} />
                  </td>
                  <td>{day(entry.day, language)}</td>
                  <td>
                    {entry.resolution === null && !entry.specialTransfer ? (
                      '—'
                    ) : (
                      <ResolutionName resolution={entry.resolution} />
                    )}
                  </td>
                  <td>{entry.explanation}</td>
                  <td>
                    {entry.by ?? '—'} <span className="note">{moment(entry.recordedAt)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Head({ page }: { readonly page: LinePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const { line, againstApproved } = page;
  const isRebased = line.against === 'revised' && line.percent !== null && againstApproved !== null;
  return (
    <section className="card" aria-label={line.name}>
      <dl className="budget-tiles">
        {(['approved', 'revised', 'executed', 'final'] as const).map((version) => (
          <div key={version}>
            <dt>{budgetVersionLabel[version][language]}</dt>
            <dd>
              <VersionCell version={line[version]} /> <span className="unit">亿元</span>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t.rate}</dt>
          <dd>
            <Execution line={line} />
          </dd>
        </div>
      </dl>
      {isRebased && (
        <p className="card-body budget-rebased">
          {t.rebased(amount(againstApproved ?? ''), amount(line.percent ?? ''))}
        </p>
      )}
      <Findings findings={line.findings} />
    </section>
  );
}

function Around({ page }: { readonly page: LinePage }): ReactNode {
  const t = useFeatureText(budgetsText);
  if (page.pays.length === 0 && page.parts.length === 0) return null;
  return (
    <section className="card" aria-label={t.pays}>
      <div className="card-body budget-around">
        {page.pays.length > 0 && (
          <div>
            <h2>{t.pays}</h2>
            <ul>
              {page.pays.map(({ kind, id, name }) => (
                <li key={`${kind} ${id}`}>
                  {kind === 'commitment' ? (
                    <Link to="/commitments/$commitmentId" params={{ commitmentId: id }}>
                      {name}
                    </Link>
                  ) : (
                    name
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        {page.parts.length > 0 && (
          <div>
            <h2>{t.parts}</h2>
            <ul>
              {page.parts.map((line) => (
                <li key={line.id}>
                  <LineName line={line} /> {line.budget === null ? '' : amount(line.budget)}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

function Page({ page }: { readonly page: LinePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const { line, year, book, level } = page;
  usePageTitle(line.name);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="note">
            {year} · {budgetLevelLabel[level][language]} · {budgetBookLabel[book][language]}
            {line.functionCode !== null && ` · ${line.functionCode}`}
            {line.economicCode !== null && ` · ${line.economicCode}`}
          </p>
          <h1>{line.name}</h1>
        </div>
        <div className="page-tools">
          <Link
            to="/budgets/$year/$book/$level"
            params={{ year: String(year), book, level }}
            className="button"
          >
            {t.backBook}
          </Link>
        </div>
      </div>
      <div className="stack">
        <Head page={page} />
        <Bridges
          bridges={page.bridge.length === 0 ? [] : [{ lineId: line.id, name: line.name, steps: page.bridge }]}
        />
        <Entries page={page} />
        <Around page={page} />
        <ForThoseWhoMay permission="budget.write">
          <AddVersion page={page} />
        </ForThoseWhoMay>
      </div>
    </>
  );
}

export default function LineScreen(): ReactNode {
  const { lineId = '' } = useParams({ strict: false });
  const { asOf } = useWords();
  const query = useAsk('GET /api/budget-lines/:lineId', {
    params: { lineId },
    query: asOf === undefined ? {} : { asOf },
  });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
