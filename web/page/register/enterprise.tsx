// One enterprise: what it gets and why, its figures with their origin, certificates, consent, awards; personal data masked.
import '../policies/policies.css';
import './register.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { DayField } from '../../part/day-field.tsx';
import { useChoose } from '../../part/filters.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { day as dayWords } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { policyText } from '../../text/policies.ts';
import { registerText } from '../../text/register.ts';
import { Certificates, Contact, Holder, Uses } from './parts.tsx';

export type Enterprise = Answer<'GET /api/register/:code'>;

function Gets({ gets, stale }: { readonly gets: Enterprise['gets']; readonly stale: number }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(registerText);
  const shown = gets.results.filter(
    ({ answer, failed }) => answer === 'yes' || (answer === 'no' && failed === 1),
  );
  return (
    <section className="card" aria-labelledby="gets">
      <div className="card-head">
        <h2 id="gets">{t.gets}</h2>
        <span className="note">{t.counts(gets.counts.yes, gets.counts.no, gets.counts.unknown)}</span>
      </div>
      <div className="card-body policy-answers">
        <p className="policy-total">
          {t.total} <b className="num">{gets.total[language]}</b>
        </p>
        {shown.length === 0 && <Empty title={t.noGets} />}
        <ol className="policy-results">
          {shown.map(({ id, answer, title, words, reasons }) => (
            <li key={id} className={`policy-${answer}`}>
              <div>
                <span className="policy-mark" aria-hidden="true">
                  {answer === 'yes' ? '✓' : '–'}
                </span>
                <Link to="/policies/$clauseId" params={{ clauseId: id }}>
                  {title[language]}
                </Link>
                <b>{words[language]}</b>
              </div>
              {reasons.length > 0 && (
                <ul>
                  {reasons.map((reason) => (
                    <li key={reason.zh}>{reason[language]}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
        {stale > 0 && <p className="note">{t.staleCount(stale)}</p>}
        {gets.counts.unknown > 0 && <p className="note">{t.showUnknown(gets.counts.unknown)}</p>}
      </div>
    </section>
  );
}

function OriginWords({ origin }: { readonly origin: Enterprise['figures'][number]['origin'] }): ReactNode {
  const t = useFeatureText(registerText);
  const { language } = useLanguage();
  if (!origin) return null;
  const on = dayWords(origin.at.slice(0, 10), language);
  if (origin.importId === null) return `${t.typed} · ${on}`;
  return (
    <>
      {origin.source} · {origin.file} {t.row(origin.line)} · {on}
    </>
  );
}

function Figures({ figures }: { readonly figures: Enterprise['figures'] }): ReactNode {
  const t = useFeatureText(registerText);
  const { language } = useLanguage();
  return (
    <section className="card" aria-labelledby="figures">
      <div className="card-head">
        <h2 id="figures">{t.figures}</h2>
      </div>
      {figures.length === 0 ? (
        <Empty title={t.noFigures} />
      ) : (
        <div className="table-box">
          <table className="lined cards">
            <thead>
              <tr>
                <th scope="col">{t.fact}</th>
                <th scope="col" className="num">
                  {t.value}
                </th>
                <th scope="col" className="num">
                  {t.year}
                </th>
                <th scope="col">{t.origin}</th>
              </tr>
            </thead>
            <tbody>
              {figures.map(({ name, label, value, year, usable, stale, lasts, origin, before }) => (
                <tr key={name}>
                  <th scope="row">
                    {label[language]}
                    {!usable && <span className="tag">{t.notUsable}</span>}
                    {stale && lasts !== null && (
                      <span className="tag">{t.stale(dayWords(lasts, language))}</span>
                    )}
                  </th>
                  <td data-label={t.value} className="num">
                    {value[language]}
                    {before.length > 0 && (
                      <details>
                        <summary className="note">{t.before}</summary>
                        {before.map((old) => (
                          <span key={`${old.year} ${old.number}`} className="note">
                            {old.year}：{old.value[language]}
                            <br />
                          </span>
                        ))}
                      </details>
                    )}
                  </td>
                  <td data-label={t.year} className="num quiet">
                    {year}
                  </td>
                  <td data-label={t.origin} className="note">
                    <OriginWords origin={origin} />
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

function Awards({ awards }: { readonly awards: Enterprise['awards'] }): ReactNode {
  const t = useFeatureText(registerText);
  const { language } = useLanguage();
  return (
    <section className="card" aria-labelledby="awards">
      <div className="card-head">
        <h2 id="awards">{t.awards}</h2>
      </div>
      <div className="card-body">
        {awards.length === 0 ? (
          <p className="note">{t.noAwards}</p>
        ) : (
          <ul className="imports">
            {awards.map((award) => (
              <li key={`${award.clauseId} ${award.year} ${award.on} ${award.fen}`}>
                {award.title[language]} <b className="num">{award.amount[language]}</b>{' '}
                <span className="note">{dayWords(award.on, language)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Page({ page }: { readonly page: Enterprise }): ReactNode {
  const t = useFeatureText(registerText);
  const policies = useFeatureText(policyText);
  const { language } = useLanguage();
  const choose = useChoose();
  usePageTitle(page.name);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="note">
            <Link to="/register">{t.title}</Link>
          </p>
          <h1>{page.name}</h1>
          <p>
            <code>{page.code}</code> · {page.place} · {t.asOf(dayWords(page.asOf, language))}
          </p>
        </div>
        <div className="page-tools">
          <DayField label={policies.day} day={page.asOf} choose={(asOf) => choose({ asOf })} />
        </div>
      </div>
      <div className="enterprise-grid">
        <div>
          <Gets gets={page.gets} stale={page.figures.filter((each) => each.stale).length} />
          <Figures figures={page.figures} />
        </div>
        <div>
          <Contact page={page} />
          <Certificates page={page} />
          <Uses page={page} />
          <Awards awards={page.awards} />
          <Holder page={page} />
        </div>
      </div>
    </>
  );
}

export default function EnterprisePage(): ReactNode {
  const { code = '' } = useParams({ strict: false });
  const { asOf } = useWords();
  const query = useAsk('GET /api/register/:code', {
    params: { code },
    query: asOf === undefined ? {} : { day: asOf },
  });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
