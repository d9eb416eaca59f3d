// The decision log: what was decided by which rules, and for one of them the same question asked again.
import './clause-desk.css';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { clauseText } from '../../text/clauses.ts';
import { day, moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type Log = Answer<'GET /api/policy-decisions'>;
type DecisionPage = Answer<'GET /api/policy-decisions/:decisionId'>;

/** Rows that the server sends at once. */
const atOnce = 50;

function Table({ log, move }: { readonly log: Log; readonly move: (from: number) => void }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  if (log.total === 0) return <Empty title={t.logEmpty} hint={t.logEmptyHint} />;
  return (
    <>
      <div className="table-box">
        <table className="lined cards">
          <thead>
            <tr>
              <th scope="col">{t.when}</th>
              <th scope="col">{t.subject}</th>
              <th scope="col">{t.decidedOn}</th>
              <th scope="col" className="num">
                {t.result}
              </th>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.rules}</th>
            </tr>
          </thead>
          <tbody>
            {log.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to="/policy-decisions/$decisionId" params={{ decisionId: row.id }}>
                    {moment(row.recordedAt)}
                  </Link>
                  <span className="note">{t.purpose[row.purpose]}</span>
                </th>
                <td data-label={t.subject}>{row.subject === '' ? '—' : row.subject}</td>
                <td data-label={t.decidedOn}>{day(row.day, language)}</td>
                <td className="num" data-label={t.result}>
                  {row.total.words[language]}
                </td>
                <td data-label={t.who}>{row.by}</td>
                <td data-label={t.rules}>
                  <code>{row.hash.slice(0, 12)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {log.total > atOnce && (
        <p className="card-body">
          <button
            type="button"
            className="button small"
            disabled={log.from === 0}
            onClick={() => move(Math.max(0, log.from - atOnce))}
          >
            {t.newer}
          </button>{' '}
          <button
            type="button"
            className="button small"
            disabled={log.from + atOnce >= log.total}
            onClick={() => move(log.from + atOnce)}
          >
            {t.older}
          </button>{' '}
          <span className="note">
            {log.from + 1}–{Math.min(log.total, log.from + atOnce)} / {log.total}
          </span>
        </p>
      )}
    </>
  );
}

function LogPage(): ReactNode {
  const t = useFeatureText(clauseText);
  usePageTitle(t.logTitle);
  const [from, move] = useState(0);
  const query = useAsk('GET /api/policy-decisions', { query: { from } });
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.logTitle}</h1>
          <p>{t.logLead}</p>
        </div>
      </div>
      <section className="card" aria-label={t.logTitle}>
        <Answered query={query}>{(log) => <Table log={log} move={move} />}</Answered>
      </section>
    </>
  );
}

function Again({ page }: { readonly page: DecisionPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  const good = page.sameAnswer && page.sameRules;
  return (
    <section className="card" aria-labelledby="decision-again">
      <div className="card-head">
        <h2 id="decision-again">{t.again}</h2>
        <span className={good ? 'tag good' : 'tag late'}>
          {good ? '✓ ' : '✗ '}
          {page.sameAnswer ? t.same : t.different}
        </span>
        <span className="note">{page.sameRules ? t.sameRules : t.differentRules}</span>
        <code>{page.decision.hash.slice(0, 12)}</code>
      </div>
      {page.changedSince.length > 0 && (
        <p className="card-body note">
          {t.since}：{page.changedSince.map(({ title }) => title[language]).join('、')}
        </p>
      )}
    </section>
  );
}

function Decision({ page }: { readonly page: DecisionPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  const { decision } = page;
  usePageTitle(t.logTitle);
  return (
    <>
      <div className="page-head">
        <div>
          <p>
            <Link to="/policy-decisions">{t.logTitle}</Link>
          </p>
          <h1>
            {t.purpose[decision.purpose]} {decision.subject} {decision.total.words[language]}
          </h1>
          <p className="note">
            {day(decision.day, language)} · {decision.by} {moment(decision.recordedAt)}
          </p>
        </div>
      </div>
      <div className="stack">
        <Again page={page} />
        <div className="clause-columns">
          <section className="card" aria-labelledby="decision-facts">
            <div className="card-head">
              <h2 id="decision-facts">{t.inputs}</h2>
            </div>
            <dl className="card-body facts">
              {page.facts.map(({ fact, value }) => (
                <div key={fact.zh}>
                  <dt>{fact[language]}</dt>
                  <dd>{value[language]}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section className="card" aria-labelledby="decision-results">
            <div className="card-head">
              <h2 id="decision-results">{t.results}</h2>
            </div>
            <ul className="clause-list">
              {page.results.map((result) => (
                <li key={result.clauseId}>
                  <Link to="/policies/$clauseId" params={{ clauseId: result.clauseId }}>
                    {result.title[language]}
                  </Link>
                  <b className={`clause-${result.answer}`}>{result.words[language]}</b>
                  <span className="note">
                    {t.version(
                      page.versions.find(({ clauseId }) => clauseId === result.clauseId)?.number ?? 0,
                    )}{' '}
                    {result.reasons.map((each) => each[language]).join(language === 'zh' ? '；' : '; ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </>
  );
}

function DecisionPageOf({ decisionId }: { readonly decisionId: string }): ReactNode {
  const query = useAsk('GET /api/policy-decisions/:decisionId', { params: { decisionId } });
  return <Answered query={query}>{(page) => <Decision page={page} />}</Answered>;
}

export default function DecisionsScreen(): ReactNode {
  const { decisionId } = useParams({ strict: false });
  return (
    <ForThoseWhoMay permission="decision.read">
      {decisionId === undefined ? <LogPage /> : <DecisionPageOf decisionId={decisionId} />}
    </ForThoseWhoMay>
  );
}
