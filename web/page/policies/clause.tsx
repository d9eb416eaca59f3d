// One clause: who gets what and how much, every number with the item that prints it, and worked examples.
import './policies.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { policyText } from '../../text/policies.ts';

type ClausePage = Answer<'GET /api/policies/:clauseId'>;

function Terms({ page }: { readonly page: ClausePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(policyText);
  const { clause, limits, overlap, validity, review } = page;
  return (
    <section className="card" aria-labelledby="terms">
      <div className="card-head">
        <h2 id="terms">{clause.amount[language]}</h2>
        <span className="tag">{clause.automation[language]}</span>
        {!clause.inForce && <span className="tag">{t.over}</span>}
      </div>
      <dl className="card-body facts">
        <dt>{t.conditions}</dt>
        <dd>
          <ul>
            {clause.conditions.map((words) => (
              <li key={words.zh}>{words[language]}</li>
            ))}
          </ul>
        </dd>
        {limits.length > 0 && (
          <>
            <dt>{t.limits}</dt>
            <dd>{limits.map((words) => words[language]).join(language === 'zh' ? '；' : '; ')}</dd>
          </>
        )}
        {overlap !== null && (
          <>
            <dt>{t.overlap}</dt>
            <dd>{overlap[language]}</dd>
          </>
        )}
        <dt>{t.validity}</dt>
        <dd>
          {validity[language]}，{t.review(day(review, language))}
        </dd>
        <dt>{t.unit}</dt>
        <dd>{clause.lead}</dd>
      </dl>
    </section>
  );
}

function Numbers({ page }: { readonly page: ClausePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(policyText);
  return (
    <section className="card" aria-labelledby="numbers">
      <div className="card-head">
        <h2 id="numbers">{t.numbers}</h2>
      </div>
      <div className="table-box">
        <table className="lined cards">
          <thead>
            <tr>
              <th scope="col">{t.parameter}</th>
              <th scope="col" className="num">
                {t.value}
              </th>
              <th scope="col">{t.from}</th>
              <th scope="col">{t.where}</th>
            </tr>
          </thead>
          <tbody>
            {page.numbers.map((number) => (
              <tr key={`${number.name} ${number.from}`}>
                <th scope="row">
                  <code>{number.name}</code>
                </th>
                <td className="num" data-label={t.value}>
                  {number.value}
                </td>
                <td data-label={t.from}>{day(number.from, language)}</td>
                <td data-label={t.where}>
                  {number.document} {number.ref}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Examples({ page }: { readonly page: ClausePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(policyText);
  return (
    <section className="card" aria-labelledby="examples">
      <div className="card-head">
        <h2 id="examples">{t.examples}</h2>
      </div>
      <ol className="policy-examples">
        {page.examples.map((example) => (
          <li key={JSON.stringify(example.given)}>
            <dl className="facts">
              {example.given.map(({ fact, value }) => (
                <div key={fact.zh}>
                  <dt>{fact[language]}</dt>
                  <dd>{value[language]}</dd>
                </div>
              ))}
            </dl>
            <div>
              <b>{example.answer[language]}</b>
              <ul>
                {example.reasons.map((reason) => (
                  <li key={reason.zh}>{reason[language]}</li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Versions({ page }: { readonly page: ClausePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(policyText);
  return (
    <section className="card" aria-labelledby="versions">
      <div className="card-head">
        <h2 id="versions">{t.versions}</h2>
        <span className="note">{t.versionsHint}</span>
      </div>
      <ul className="card-body">
        {page.versions.map((version) => (
          <li key={version.number}>
            {version.number === page.clause.version ? (
              <b>{t.version(version.number)}</b>
            ) : (
              t.version(version.number)
            )}{' '}
            {t.startsOn(day(version.startsOn, language))}{' '}
            <span className="note">
              {version.document} {version.reason}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Page({ page }: { readonly page: ClausePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(policyText);
  const mayWrite = useMay('policy.author');
  const mayClaim = useMay('claim.make');
  const { clause } = page;
  usePageTitle(page.clause.title[language]);
  return (
    <>
      <div className="page-head">
        <div>
          <p>
            <Link to="/policies">{t.back}</Link>
          </p>
          <h1>{page.clause.title[language]}</h1>
          <p>
            {page.clause.source[language]} · {t.version(page.clause.version)}
          </p>
        </div>
        {mayClaim && (
          <div className="page-tools">
            {clause.inForce && (
              <Link to="/claims" className="button">
                {t.claim}
              </Link>
            )}
            <Link to="/claims/questions" search={{ group: clause.id }} className="button">
              {t.ask}
            </Link>
          </div>
        )}
        {mayWrite && (
          <div className="page-tools">
            <Link to="/clause-desk/$clauseId" params={{ clauseId: page.clause.id }} className="button">
              {t.write}
            </Link>
          </div>
        )}
      </div>
      <div className="stack">
        <Terms page={page} />
        <Examples page={page} />
        <Numbers page={page} />
        <Versions page={page} />
      </div>
    </>
  );
}

export default function ClausePage(): ReactNode {
  const { clauseId } = useParams({ strict: false });
  const { asOf } = useWords();
  const query = useAsk('GET /api/policies/:clauseId', {
    params: { clauseId: clauseId ?? '' },
    query: asOf === undefined ? {} : { day: asOf },
  });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
