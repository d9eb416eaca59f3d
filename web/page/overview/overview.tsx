// The judged plan on one page: totals, every indicator, what needs attention, units, districts, conflicts, changes.
import './overview.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Overview } from '../../api.ts';
import { useAsk, useWhen } from '../../ask.ts';
import { Disagreements } from '../../part/disagreements.tsx';
import { useIsOffered } from '../../part/me.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { WhenBar } from '../../part/when.tsx';
import { day, percent } from '../../text/format.ts';
import { useLanguage } from '../../text/language.tsx';
import { Attention } from './attention.tsx';
import { Changes } from './changes.tsx';
import { Conflicts } from './conflicts.tsx';
import { Districts } from './districts.tsx';
import { Indicators } from './indicators.tsx';
import { Tiles } from './tiles.tsx';
import { Units } from './units.tsx';
import { Waiting } from './waiting.tsx';

function Head({ overview }: { readonly overview: Overview }): ReactNode {
  const { language, t } = useLanguage();
  const isOffered = useIsOffered('document.add');
  const { plan, asOf, elapsedShare } = overview;
  const facts = [
    t.when.year(plan.year),
    t.when.elapsed(percent(elapsedShare)),
    plan.dataUntil === null ? t.when.noData : t.when.dataUntil(day(plan.dataUntil, language)),
  ];
  return (
    <div className="page-head">
      <div>
        <h1>{t.overview.title}</h1>
        <p>{facts.join(' · ')}</p>
      </div>
      <WhenBar planId={plan.id} asOf={asOf}>
        {isOffered && (
          <Link to="/documents" className="button primary">
            {t.overview.upload}
          </Link>
        )}
      </WhenBar>
    </div>
  );
}

export default function OverviewPage(): ReactNode {
  const { t } = useLanguage();
  usePageTitle(t.overview.title);
  const query = useAsk('GET /api/overview', { query: useWhen() });
  return (
    <Answered query={query}>
      {(overview) => (
        <>
          <Head overview={overview} />
          <div className="stack">
            <Waiting />
            <Tiles overview={overview} />
            {overview.indicators.length > 0 && <Indicators overview={overview} />}
            <div className="overview-lower">
              <div className="stack">
                <Attention overview={overview} />
                <Disagreements />
                <Conflicts conflicts={overview.conflicts} />
                <Changes changes={overview.changes} />
              </div>
              <div className="stack">
                {overview.districts.length > 0 && <Districts districts={overview.districts} />}
                <Units units={overview.units} hasMap={overview.districts.length > 0} />
              </div>
            </div>
          </div>
        </>
      )}
    </Answered>
  );
}
