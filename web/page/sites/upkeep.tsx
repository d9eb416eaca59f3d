// Upkeep duties of sites in use, by the day they end: those that nobody keeps up first.
import './sites.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { upkeepStateLabel } from '../../../core/vocabulary/site.ts';
import { useAsk, useWords } from '../../ask.ts';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { day, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sitesText } from '../../text/sites.ts';

/** A longer list is cut here; what is urgent stands first. */
const most = 500;

export default function UpkeepScreen(): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const { plan } = useWords();
  usePageTitle(t.upkeepTitle);
  const query = useAsk('GET /api/sites/upkeep', { query: plan === undefined ? {} : { plan } });
  return (
    <Answered query={query}>
      {({ asOf, rows }) => (
        <div className="stack">
          <div>
            <h1>{t.upkeepTitle}</h1>
            <p className="note">
              {t.upkeepIntro} {t.asOf(day(asOf, language))}
            </p>
          </div>
          <section className="card" aria-label={t.upkeepTitle}>
            {rows.length === 0 ? (
              <Empty title={t.upkeepEmpty} />
            ) : (
              <ul className="site-log card-body" style={{ paddingTop: 16 }}>
                {rows.slice(0, most).map((row) => (
                  <li key={row.id}>
                    <Link to="/sites/$siteId" params={{ siteId: row.id }} className="row-link">
                      {wide(row.name)}
                    </Link>{' '}
                    <span className={row.state === 'over' || row.state === 'none' ? 'site-late' : 'note'}>
                      {upkeepStateLabel[row.state][language]}
                      {row.endsOn !== null && ` · ${day(row.endsOn, language)}`}
                    </span>
                    <div className="note">
                      {row.place} · {wide(row.project)}
                    </div>
                    {row.unit !== '' && (
                      <div>
                        {row.unit}：{wide(row.duty)}（
                        {row.endsOn === null ? t.untilEver : day(row.endsOn, language)}）
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
      )}
    </Answered>
  );
}
