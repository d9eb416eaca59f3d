// The policy supermarket: every clause of the catalogue in plain words, and beside it what one firm gets of them.
import './policies.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { DayField } from '../../part/day-field.tsx';
import { useChoose } from '../../part/filters.tsx';
import { Pick } from '../../part/pick.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { policyText } from '../../text/policies.ts';
import { Check } from './check.tsx';

type Catalogue = Answer<'GET /api/policies'>;
export type Clause = Catalogue['clauses'][number];

const anything = '*';

function Row({ clause }: { readonly clause: Clause }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(policyText);
  return (
    <tr className={clause.inForce ? '' : 'over'}>
      <th scope="row">
        <Link to="/policies/$clauseId" params={{ clauseId: clause.id }} className="two-lines">
          {clause.title[language]}
        </Link>
        <span className="note">{clause.source[language]}</span>
      </th>
      <td data-label={t.amount} className="whole-line">
        {clause.amount[language]}
        <span className="note two-lines">
          {clause.conditions.map((words) => words[language]).join(language === 'zh' ? '；' : '; ')}
        </span>
      </td>
      <td data-label={t.how}>{clause.automation[language]}</td>
      <td data-label={t.term} className="num quiet">
        {clause.from}
        <br />
        {clause.inForce ? clause.to : <span className="tag">{t.over}</span>}
      </td>
    </tr>
  );
}

/** What the reader chose: all of it stands in the address. */
function useChosen(clauses: readonly Clause[]): readonly Clause[] {
  const { search = '', field, view } = useWords();
  const words = search.trim().toLowerCase();
  return clauses.filter(
    (clause) =>
      (field === undefined || clause.area.zh === field) &&
      (view !== 'inForce' || clause.inForce) &&
      (words === '' ||
        [clause.title, clause.amount, clause.source, ...clause.conditions].some(
          ({ zh, en }) => zh.includes(words) || en.toLowerCase().includes(words),
        )),
  );
}

function List({ catalogue }: { readonly catalogue: Catalogue }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(policyText);
  const choose = useChoose();
  const { search = '', field, view } = useWords();
  const clauses = useChosen(catalogue.clauses);
  const areas = catalogue.areas.map(({ words, clauses: count }) => ({
    id: words.zh,
    label: words[language],
    note: String(count),
  }));
  return (
    <section className="card" aria-labelledby="clauses">
      <div className="card-head">
        <h2 id="clauses">{t.clause}</h2>
        <span className="note">{clauses.length}</span>
      </div>
      <div className="filters">
        <div className="filter-line">
          <label className="word-field">
            <span className="hidden">{t.search}</span>
            <input
              type="search"
              value={search}
              placeholder={t.search}
              onChange={(event) => choose({ search: event.target.value || undefined })}
            />
          </label>
          <Pick
            label={t.area}
            hideLabel
            choices={[{ id: anything, label: t.any }, ...areas]}
            chosen={field ?? anything}
            choose={(id) => choose({ field: id === anything ? undefined : id })}
          />
          <label className="labelled">
            <input
              type="checkbox"
              checked={view === 'inForce'}
              onChange={(event) => choose({ view: event.target.checked ? 'inForce' : undefined })}
            />
            {t.onlyInForce}
          </label>
        </div>
      </div>
      {clauses.length === 0 ? (
        <Empty title={t.nothing} />
      ) : (
        <div className="table-box">
          <table className="lined cards policies">
            <caption className="hidden">{t.title}</caption>
            <colgroup>
              <col className="policy-name" />
              <col />
              <col className="policy-how" />
              <col className="policy-term" />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{t.clause}</th>
                <th scope="col">{t.amount}</th>
                <th scope="col">{t.how}</th>
                <th scope="col" className="num">
                  {t.term}
                </th>
              </tr>
            </thead>
            <tbody>
              {clauses.map((clause) => (
                <Row key={clause.id} clause={clause} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Page({ catalogue }: { readonly catalogue: Catalogue }): ReactNode {
  const t = useFeatureText(policyText);
  const choose = useChoose();
  const inForce = catalogue.clauses.filter((clause) => clause.inForce).length;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead(catalogue.clauses.length, inForce)}</p>
        </div>
        <div className="page-tools">
          <DayField label={t.day} day={catalogue.day} choose={(asOf) => choose({ asOf })} />
        </div>
      </div>
      <div className="policy-desk">
        <Check key={catalogue.day} catalogue={catalogue} />
        <List catalogue={catalogue} />
      </div>
    </>
  );
}

export default function PoliciesPage(): ReactNode {
  const t = useFeatureText(policyText);
  usePageTitle(t.title);
  const { asOf } = useWords();
  const query = useAsk('GET /api/policies', { query: asOf === undefined ? {} : { day: asOf } });
  return <Answered query={query}>{(catalogue) => <Page catalogue={catalogue} />}</Answered>;
}
