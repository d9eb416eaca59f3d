// The register: a page of enterprises at a time, narrowed and sorted by the server, so that a million rows feel like fifty.
import './register.css';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { isCertificateName } from '../../../core/policy/register/certificate.ts';
import { industryRanges } from '../../../core/policy/register/industry.ts';
import { moneyText } from '../../../core/policy/words/number-words.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { SortableHead, type Way } from '../../part/sortable.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { registerText } from '../../text/register.ts';

type List = Answer<'GET /api/register'>;
type Row = List['rows'][number];

const anything = '*';
const pause = 300;
const sorts = ['name', 'code', 'employees', 'revenue'] as const;
type Sort = (typeof sorts)[number];
const isSort = (text: string | undefined): text is Sort => sorts.some((sort) => sort === text);
const isWay = (text: string | undefined): text is Way => text === 'ascending' || text === 'descending';
const isIndustry = (text: string | undefined): text is keyof typeof industryRanges =>
  text !== undefined && Object.hasOwn(industryRanges, text);

/** What the address says, as the server is asked. */
function useQuestion() {
  const { search, place, field, group, sort, way, at } = useWords();
  return {
    ...(search === undefined ? {} : { words: search }),
    ...(place === undefined ? {} : { place }),
    ...(isIndustry(field) ? { industry: field } : {}),
    ...(group !== undefined && isCertificateName(group) ? { certificate: group } : {}),
    ...(isSort(sort) ? { sort } : {}),
    ...(isWay(way) ? { way } : {}),
    ...(at === undefined ? {} : { after: at }),
  } as const;
}

function WordField(): ReactNode {
  const t = useFeatureText(registerText);
  const { search = '' } = useWords();
  const choose = useChoose();
  const [typed, type] = useState(search);
  useEffect(() => {
    if (typed === search) return;
    const timer = setTimeout(
      () => choose({ search: typed === '' ? undefined : typed, at: undefined }),
      pause,
    );
    return () => clearTimeout(timer);
  });
  return (
    <label className="word-field">
      <span className="hidden">{t.search}</span>
      <input
        type="search"
        value={typed}
        placeholder={t.search}
        onChange={(event) => type(event.target.value)}
      />
    </label>
  );
}

function Filters({ list }: { readonly list: List }): ReactNode {
  const t = useFeatureText(registerText);
  const { language } = useLanguage();
  const { place, field, group, search } = useWords();
  const choose = useChoose();
  const named = (names: List['places']) =>
    names.map(({ name, label }) => ({ id: name, label: label[language] }));
  const industries = (['industrial', 'manufacturing', 'software'] as const).map((id) => ({
    id,
    label: t.industries[id],
  }));
  const pick = (
    label: string,
    any: string,
    choices: readonly { id: string; label: string }[],
    chosen: string | undefined,
    key: 'place' | 'field' | 'group',
  ) => (
    <Pick
      label={label}
      hideLabel
      choices={[{ id: anything, label: any }, ...choices]}
      chosen={chosen ?? anything}
      choose={(id) => choose({ [key]: id === anything ? undefined : id, at: undefined })}
    />
  );
  return (
    <div className="filters">
      <div className="filter-line">
        <WordField key={search ?? ''} />
        {pick(t.place, t.anyPlace, named(list.places), place, 'place')}
        {pick(t.industry, t.anyIndustry, industries, field, 'field')}
        {pick(t.certificate, t.anyCertificate, named(list.certificates), group, 'group')}
        {(place ?? field ?? group ?? search) !== undefined && (
          <button
            type="button"
            className="link"
            onClick={() =>
              choose({
                place: undefined,
                field: undefined,
                group: undefined,
                search: undefined,
                at: undefined,
              })
            }
          >
            {t.clear}
          </button>
        )}
        <span className="note end" role="status">
          {t.count(list.total)}
        </span>
      </div>
    </div>
  );
}

function Line({ row }: { readonly row: Row }): ReactNode {
  const t = useFeatureText(registerText);
  const { language } = useLanguage();
  return (
    <tr>
      <th scope="row">
        <Link to="/register/$code" params={{ code: row.code }}>
          {row.name}
        </Link>
      </th>
      <td data-label={t.code}>
        <code>{row.code}</code>
      </td>
      <td data-label={t.place}>{row.place}</td>
      <td data-label={t.industry} className="num">
        {row.industry}
      </td>
      <td data-label={t.employees} className="num">
        {row.employees === null ? (
          <span className="quiet">{t.unknown}</span>
        ) : (
          row.employees.toLocaleString('en-US')
        )}
      </td>
      <td data-label={t.revenue} className="num">
        {row.revenue === null ? <span className="quiet">{t.unknown}</span> : moneyText(row.revenue)[language]}
      </td>
      <td data-label={t.year} className="num quiet">
        {row.year}
      </td>
    </tr>
  );
}

function useSorting(): { readonly wayOf: (sort: Sort) => Way | null; readonly toggle: (sort: Sort) => void } {
  const { sort, way } = useWords();
  const choose = useChoose();
  const chosen: Sort = isSort(sort) ? sort : 'revenue';
  const now: Way =
    way === 'ascending' || way === 'descending' ? way : sort === undefined ? 'descending' : 'ascending';
  return {
    wayOf: (one) => (one === chosen ? now : null),
    toggle: (one) => {
      const next: Way =
        one === chosen
          ? now === 'ascending'
            ? 'descending'
            : 'ascending'
          : one === 'name' || one === 'code'
            ? 'ascending'
            : 'descending';
      choose({ sort: one, way: next, at: undefined });
    },
  };
}

function Table({ list }: { readonly list: List }): ReactNode {
  const t = useFeatureText(registerText);
  const { wayOf, toggle } = useSorting();
  const { at } = useWords();
  const choose = useChoose();
  const head = (sort: Sort, label: string, numeric = false) => (
    <SortableHead label={label} way={wayOf(sort)} toggle={() => toggle(sort)} numeric={numeric} />
  );
  if (list.rows.length === 0) return <Empty title={t.none} hint={t.noneHint} />;
  return (
    <>
      <div className="table-box">
        <table className="lined cards">
          <caption className="hidden">{t.title}</caption>
          <thead>
            <tr>
              {head('name', t.name)}
              {head('code', t.code)}
              <th scope="col">{t.place}</th>
              <th scope="col" className="num">
                {t.industry}
              </th>
              {head('employees', t.employees, true)}
              {head('revenue', t.revenue, true)}
              <th scope="col" className="num">
                {t.year}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <Line key={row.code} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="register-next">
        {at !== undefined && (
          <button type="button" className="button" onClick={() => choose({ at: undefined })}>
            {t.first}
          </button>
        )}
        {list.next !== null && (
          <button
            type="button"
            className="button"
            onClick={() => {
              choose({ at: list.next ?? undefined });
              window.scrollTo({ top: 0 });
            }}
          >
            {t.next}
          </button>
        )}
      </div>
    </>
  );
}

function Tools(): ReactNode {
  const t = useFeatureText(registerText);
  const { after: _after, sort: _sort, way: _way, ...narrowing } = useQuestion();
  if (!useMay('enterprise.load')) return null;
  const tableAt = (format: string) => `/api/register/table?${new URLSearchParams({ ...narrowing, format })}`;
  return (
    <div className="page-tools">
      <span className="note">{t.takeAway}</span>
      <a className="button" href={tableAt('xlsx')} download>
        xlsx
      </a>
      <a className="button" href={tableAt('csv')} download>
        CSV
      </a>
      <Link to="/register/imports" className="button primary">
        {t.imports}
      </Link>
    </div>
  );
}

export default function RegisterPage(): ReactNode {
  const t = useFeatureText(registerText);
  usePageTitle(t.title);
  const question = useQuestion();
  const query = useAsk('GET /api/register', { query: question });
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <Tools />
      </div>
      <ForThoseWhoMay permission="enterprise.read">
        <Answered query={query}>
          {(list) => (
            <section className="card">
              <Filters list={list} />
              <Table list={list} />
            </section>
          )}
        </Answered>
      </ForThoseWhoMay>
    </>
  );
}
