// Major projects of a year: one cut of the register, seen as board, list, timeline, map, rates, or as documents published it.
import './projects.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { useMay } from '../../part/me.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { type Cut, oneOf, useCut, views } from './ask.ts';
import { Board } from './board.tsx';
import { Filters } from './filters.tsx';
import { ProjectList } from './list.tsx';
import { ProjectMap } from './map.tsx';
import type { Summary } from './parts.tsx';
import { Published } from './published.tsx';
import { RatesView } from './rates.tsx';

function Head({ summary }: { readonly summary: Summary }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const choose = useChoose();
  const mayWrite = useMay('project.write');
  const mayFollow = useMay('project.follow');
  const year = `${summary.year}`;
  return (
    <div className="page-head">
      <div>
        <h1>{t.title}</h1>
        <p>{t.head(summary.year, day(summary.asOf, language), summary.elapsed)}</p>
      </div>
      <div className="page-tools">
        <label className="labelled">
          <span className="hidden">{t.year}</span>
          <select
            className="field-input"
            value={year}
            onChange={(event) => choose({ year: event.target.value })}
          >
            {summary.years.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
        {mayFollow && (
          <Link to="/projects/dispatch" search={(before) => ({ ...before, year })} className="button">
            {t.dispatch}
          </Link>
        )}
        {mayWrite && (
          <>
            <Link to="/projects/import" search={{ year }} className="button">
              {t.importTitle}
            </Link>
            <Link to="/projects/new" search={{ year }} className="button primary">
              {t.enter}
            </Link>
          </>
        )}
      </div>
    </div>
  );
}

function View({
  summary,
  cut,
  view,
}: {
  readonly summary: Summary;
  readonly cut: Cut;
  readonly view: (typeof views)[number];
}): ReactNode {
  if (view === 'published') return <Published tables={summary.published} />;
  if (view === 'list' || view === 'timeline')
    return <ProjectList summary={summary} cut={cut} asTimeline={view === 'timeline'} />;
  if (view === 'map') return <ProjectMap cut={cut} />;
  if (view === 'rates') return <RatesView cut={cut} />;
  return <Board summary={summary} />;
}

function Page({ summary, cut }: { readonly summary: Summary; readonly cut: Cut }): ReactNode {
  const t = useFeatureText(projectsText);
  const words = useWords();
  const choose = useChoose();
  const all = useAsk('GET /api/projects', { query: { ...cut, limit: 1 } });
  const isEmpty = all.data?.all === 0;
  const view = oneOf(views, words.view) ?? (isEmpty && summary.published.length > 0 ? 'published' : 'board');
  return (
    <div className="stack">
      <Head summary={summary} />
      <fieldset className="chips pj-tabs">
        <legend className="hidden">{t.tabs}</legend>
        {views.map((id) => (
          <button
            key={id}
            type="button"
            className="chip"
            aria-pressed={view === id}
            onClick={() => choose({ view: id })}
          >
            {t.views[id]}
          </button>
        ))}
      </fieldset>
      {view !== 'published' && !isEmpty && (
        <section className="card" aria-label={t.filters}>
          <Filters summary={summary} shown={all.data?.total ?? 0} all={all.data?.all ?? 0} />
        </section>
      )}
      {isEmpty && view !== 'published' ? (
        <div className="card">
          <Empty title={t.empty} hint={t.emptyHint}>
            <button type="button" className="button" onClick={() => choose({ view: 'published' })}>
              {t.views.published}
            </button>
          </Empty>
        </div>
      ) : (
        <View summary={summary} cut={cut} view={view} />
      )}
    </div>
  );
}

export default function Projects(): ReactNode {
  const t = useFeatureText(projectsText);
  usePageTitle(t.title);
  const cut = useCut();
  const query = useAsk('GET /api/projects/summary', { query: cut });
  return <Answered query={query}>{(summary) => <Page summary={summary} cut={cut} />}</Answered>;
}
