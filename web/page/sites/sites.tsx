// Sites of a plan: filters, the list, the map beside it, and the table that brings new ones.
import './sites.css';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { siteStates } from '../../../core/plan/site.ts';
import { siteSignalLabel, siteStateLabel } from '../../../core/vocabulary/site.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { useMay } from '../../part/me.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { PlanPick } from '../../part/when.tsx';
import type { Search } from '../../router.tsx';
import { day, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sitesText } from '../../text/sites.ts';
import { ImportSites, TakeOutlines } from './import.tsx';
import { SiteMap } from './map.tsx';
import { SiteWindow } from './window.tsx';

type SiteList = Answer<'GET /api/sites'>;
const signals = [
  'overdue',
  'claimedRefuted',
  'claimedUnchecked',
  'confirmedUnclaimed',
  'confirmedDisliked',
] as const;

/** A plain choice: works with every keyboard and every reader. */
function Choose({
  name,
  label,
  options,
}: {
  readonly name: keyof Search & ('field' | 'place' | 'status' | 'view');
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}): ReactNode {
  const t = useFeatureText(sitesText);
  const words = useWords();
  const choose = useChoose();
  return (
    <label className="labelled over">
      {label}
      <select
        className="field-input"
        value={words[name] ?? ''}
        onChange={(event) => choose({ [name]: event.target.value === '' ? undefined : event.target.value })}
      >
        <option value="">{t.any}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function useFiltered(list: SiteList): SiteList['rows'] {
  const { search = '', field, place, status, view } = useWords();
  const words = useDeferredValue(search.trim().toLowerCase());
  return useMemo(() => {
    const project = list.projects.findIndex(({ id }) => id === field);
    const at = list.places.findIndex(({ id }) => id === place);
    return list.rows.filter(
      (row) =>
        (field === undefined || row.project === project) &&
        (place === undefined || row.place === at) &&
        (status === undefined || row.state === status) &&
        (view === undefined || row.signals.some((signal) => signal === view)) &&
        (words === '' || row.name.toLowerCase().includes(words)),
    );
  }, [list, field, place, status, view, words]);
}

function Filters({ list, shown }: { readonly list: SiteList; readonly shown: number }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const { search, field, place, status, view } = useWords();
  const choose = useChoose();
  const used = new Set(list.rows.map((row) => row.place));
  const isCut = [search, field, place, status, view].some((word) => word !== undefined);
  return (
    <search className="site-filters">
      <label className="labelled over">
        {t.search}
        <input
          type="search"
          className="field-input"
          value={search ?? ''}
          onChange={(event) => choose({ search: event.target.value === '' ? undefined : event.target.value })}
        />
      </label>
      <Choose
        name="field"
        label={t.project}
        options={list.projects.map(({ id, number, title }) => ({ id, label: `${number} ${wide(title)}` }))}
      />
      <Choose
        name="place"
        label={t.place}
        options={list.places
          .filter((_, at) => used.has(at))
          .map(({ id, name, nameEn }) => ({ id, label: language === 'zh' ? name : nameEn }))}
      />
      <Choose
        name="status"
        label={t.state}
        options={siteStates.map((id) => ({ id, label: siteStateLabel[id][language] }))}
      />
      <Choose
        name="view"
        label={t.signal}
        options={signals.map((id) => ({ id, label: siteSignalLabel[id][language] }))}
      />
      <span className="note" role="status">
        {t.count(shown, list.rows.length)}
      </span>
      {isCut && (
        <button
          type="button"
          className="link"
          onClick={() =>
            choose({
              search: undefined,
              field: undefined,
              place: undefined,
              status: undefined,
              view: undefined,
            })
          }
        >
          {t.reset}
        </button>
      )}
    </search>
  );
}

function Page({ list }: { readonly list: SiteList }): ReactNode {
  const t = useFeatureText(sitesText);
  const { place } = useWords();
  const choose = useChoose();
  const rows = useFiltered(list);
  if (list.rows.length === 0)
    return (
      <div className="card">
        <Empty title={t.empty} hint={t.emptyHint} />
      </div>
    );
  return (
    <>
      <section className="card" aria-label={t.list}>
        <Filters list={list} shown={rows.length} />
      </section>
      <div className="site-panes">
        <section className="card" aria-labelledby="site-list">
          <div className="card-head">
            <h2 id="site-list">{t.list}</h2>
          </div>
          {rows.length === 0 ? (
            <Empty title={t.nothing} />
          ) : (
            <SiteWindow key={rows.length} list={list} rows={rows} />
          )}
        </section>
        <section className="card" aria-labelledby="site-map">
          <div className="card-head">
            <h2 id="site-map">{t.map}</h2>
            {place !== undefined && (
              <button type="button" className="link end" onClick={() => choose({ place: undefined })}>
                {t.zoomOut}
              </button>
            )}
          </div>
          <SiteMap list={list} rows={rows} place={place} choose={(id) => choose({ place: id })} />
        </section>
      </div>
    </>
  );
}

export default function SitesScreen(): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const { plan } = useWords();
  usePageTitle(t.title);
  const query = useAsk('GET /api/sites', { query: plan === undefined ? {} : { plan } });
  const seesLeads = useMay('site.lead.read');
  const mayWrite = useMay('site.write');
  const mayMap = useMay('site.map');
  const choose = useChoose();
  return (
    <Answered query={query}>
      {(list) => (
        <div className="stack">
          <div className="page-head">
            <div>
              <h1>{t.title}</h1>
              <p className="note">
                {t.intro} {t.asOf(day(list.asOf, language))} · <Link to="/sites/upkeep">{t.upkeepTitle}</Link>
                {seesLeads && (
                  <>
                    {' '}
                    · <Link to="/sites/leads">{t.leads}</Link>
                  </>
                )}
              </p>
            </div>
            {list.plan && (
              <div className="page-tools">
                <PlanPick
                  planId={list.plan.id}
                  choose={(next) => choose({ plan: next, field: undefined, search: undefined })}
                />
              </div>
            )}
          </div>
          <Page list={list} />
          {mayWrite && <ImportSites key={list.plan?.id} planId={list.plan?.id ?? plan} />}
          {mayMap && <TakeOutlines />}
        </div>
      )}
    </Answered>
  );
}
