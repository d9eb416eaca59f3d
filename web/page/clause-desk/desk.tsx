// The clause desk: what waits for publication, what ends soon, one's drafts, and every clause with its version.
import './clause-desk.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { proposalStateLabel } from '../../../core/vocabulary/policy.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { clauseText } from '../../text/clauses.ts';
import { day, moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type DeskPage = Answer<'GET /api/clause-desk'>;
type Row = DeskPage['clauses'][number];

function Waiting({ desk }: { readonly desk: DeskPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  const open = desk.proposals.filter(({ state }) => state === 'proposed');
  const rest = desk.proposals.filter(({ state }) => state !== 'proposed').slice(0, 3);
  return (
    <section className="card" aria-labelledby="desk-waiting">
      <div className="card-head">
        <h2 id="desk-waiting">{t.waiting}</h2>
        <span className="note">{open.length}</span>
      </div>
      {open.length + rest.length === 0 && <p className="card-body note">{t.noneWaiting}</p>}
      <ul className="clause-list">
        {[...open, ...rest].map((proposal) => (
          <li key={proposal.id}>
            <Link to="/clause-proposals/$proposalId" params={{ proposalId: proposal.id }}>
              {proposal.title[language]}
            </Link>
            <span className="note">
              {t.nextVersion(proposal.base + 1, day(proposal.startsOn, language))} · {proposal.by}
            </span>
            {proposal.state === 'proposed' ? (
              <span className="tag warn">{proposal.mine ? t.proposed : t.publishIt}</span>
            ) : (
              <span className="tag">{proposalStateLabel[proposal.state][language]}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ending({ desk }: { readonly desk: DeskPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  const rows = desk.clauses.filter(({ ending }) => ending).sort((a, b) => a.endsIn - b.endsIn);
  return (
    <section className="card" aria-labelledby="desk-ending">
      <div className="card-head">
        <h2 id="desk-ending">{t.ending}</h2>
        <span className="note">{rows.length}</span>
        <span className="note">{t.endingHint(desk.ahead)}</span>
      </div>
      {rows.length === 0 && <p className="card-body note">{t.noneEnding}</p>}
      <ul className="clause-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/clause-desk/$clauseId" params={{ clauseId: row.id }}>
              {row.title[language]}
            </Link>
            <span className="note">{row.lead}</span>
            <span className={row.endsIn < 0 ? 'tag late' : 'tag warn'}>
              {row.endsIn < 0 ? '! ' : ''}
              {row.endsIn <= desk.ahead ? t.endsIn(row.endsIn) : t.reviewIn(row.reviewIn)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Drafts({ desk }: { readonly desk: DeskPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  if (desk.drafts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="desk-drafts">
      <div className="card-head">
        <h2 id="desk-drafts">{t.drafts}</h2>
      </div>
      <ul className="clause-list">
        {desk.drafts.map(({ clauseId, title, savedAt }) => (
          <li key={clauseId}>
            <Link to="/clause-desk/$clauseId" params={{ clauseId }}>
              {title?.[language] ?? clauseId}
            </Link>
            <span className="note">{t.savedAt(moment(savedAt))}</span>
            <span className="tag">{t.goOn}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const idShape = /^[a-z0-9]+(?:-[a-z0-9]+){0,8}$/;

function NewClause(): ReactNode {
  const t = useFeatureText(clauseText);
  const navigate = useNavigate();
  const [id, setId] = useState('');
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      className="clause-new"
      onSubmit={(event) => {
        event.preventDefault();
        setWrong(!idShape.test(id));
        if (idShape.test(id)) void navigate({ to: '/clause-desk/$clauseId', params: { clauseId: id } });
      }}
    >
      <label className="labelled over">
        {t.newId}
        <input
          className="field-input"
          value={id}
          maxLength={80}
          placeholder="hz-2026-1-3-robots"
          aria-invalid={isWrong}
          aria-describedby="new-clause-hint"
          onChange={(event) => setId(event.target.value)}
        />
      </label>
      <button type="submit" className="button">
        {t.begin}
      </button>
      <span id="new-clause-hint" className={isWrong ? 'field-fault' : 'note'}>
        {isWrong ? t.badId : t.newIdHint}
      </span>
    </form>
  );
}

function ClauseRow({ row }: { readonly row: Row }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  return (
    <tr className={row.state === 'inForce' ? '' : 'over'}>
      <th scope="row">
        <Link to="/clause-desk/$clauseId" params={{ clauseId: row.id }} className="two-lines">
          {row.title[language]}
        </Link>
        <span className="note">{row.id}</span>
      </th>
      <td data-label={t.fields.lead}>
        {row.lead}
        <span className="note">{row.area[language]}</span>
      </td>
      <td data-label={t.how}>
        {row.automation[language]}
        <span className="note">{row.subject[language]}</span>
      </td>
      <td data-label={t.versions}>
        {t.version(row.version)} {row.drafted && <span className="tag">{t.drafted}</span>}
        {row.proposed && <span className="tag warn">{t.proposed}</span>}
        {row.next && (
          <span className="note">{t.nextVersion(row.next.number, day(row.next.startsOn, language))}</span>
        )}
      </td>
      <td data-label={t.term} className="num">
        {row.from}
        <br />
        {row.to}
      </td>
      <td data-label={t.state.inForce}>
        <span className={row.ending ? 'tag warn' : 'tag'}>{t.state[row.state]}</span>
      </td>
    </tr>
  );
}

function All({ desk }: { readonly desk: DeskPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  const choose = useChoose();
  const { search = '' } = useWords();
  const words = search.trim().toLowerCase();
  const rows = desk.clauses.filter(
    ({ id, title, lead }) =>
      words === '' ||
      id.includes(words) ||
      title.zh.includes(words) ||
      title.en.toLowerCase().includes(words) ||
      lead.includes(words),
  );
  return (
    <section className="card" aria-labelledby="desk-all">
      <div className="card-head">
        <h2 id="desk-all">{t.all}</h2>
        <span className="note">{rows.length}</span>
        <label className="word-field end">
          <span className="hidden">{t.search}</span>
          <input
            type="search"
            value={search}
            placeholder={t.search}
            onChange={(event) => choose({ search: event.target.value || undefined })}
          />
        </label>
      </div>
      {rows.length === 0 ? (
        <Empty title={t.nothing} />
      ) : (
        <div className="table-box">
          <table className="lined cards clause-table">
            <caption className="hidden">{t.all}</caption>
            <thead>
              <tr>
                <th scope="col">{t.clause}</th>
                <th scope="col">{t.fields.lead}</th>
                <th scope="col">{t.how}</th>
                <th scope="col">{t.versions}</th>
                <th scope="col" className="num">
                  {t.term}
                </th>
                <th scope="col" aria-label={t.state[language === 'zh' ? 'inForce' : 'inForce']} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <ClauseRow key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Page({ desk }: { readonly desk: DeskPage }): ReactNode {
  const t = useFeatureText(clauseText);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <div className="page-tools">
          <Link to="/policy-decisions" className="button">
            {t.log}
          </Link>
        </div>
      </div>
      <div className="clause-columns">
        <div className="stack">
          <Waiting desk={desk} />
          <Drafts desk={desk} />
          <section className="card" aria-labelledby="desk-new">
            <div className="card-head">
              <h2 id="desk-new">{t.newClause}</h2>
            </div>
            <div className="card-body">
              <NewClause />
            </div>
          </section>
        </div>
        <Ending desk={desk} />
      </div>
      <All desk={desk} />
    </>
  );
}

function Desk(): ReactNode {
  const t = useFeatureText(clauseText);
  usePageTitle(t.title);
  const query = useAsk('GET /api/clause-desk', {});
  return <Answered query={query}>{(desk) => <Page desk={desk} />}</Answered>;
}

export default function DeskScreen(): ReactNode {
  const t = useFeatureText(clauseText);
  return (
    <ForThoseWhoMay permission="policy.author">
      <Desk />
      <span className="hidden">{t.desk}</span>
    </ForThoseWhoMay>
  );
}
