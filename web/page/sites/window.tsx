// A long list of which only the rows in view are drawn, so that ten thousand sites scroll like ten.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { siteSignalLabel, siteStateLabel } from '../../../core/vocabulary/site.ts';
import type { Answer } from '../../api.ts';
import { wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sitesText } from '../../text/sites.ts';

type SiteList = Answer<'GET /api/sites'>;

const rowHeight = 64;
const beyond = 8;

export function SiteWindow({
  list,
  rows,
}: {
  readonly list: SiteList;
  readonly rows: SiteList['rows'];
}): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const [top, setTop] = useState(0);
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond);
  const shown = rows.slice(first, first + Math.ceil(560 / rowHeight) + 2 * beyond);
  return (
    <section
      className="site-window"
      aria-label={t.list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
      tabIndex={0}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <ul style={{ height: rows.length * rowHeight }}>
        {shown.map((row, at) => {
          const place = list.places[row.place];
          return (
            <li
              key={row.id}
              className="site-row"
              style={{ top: (first + at) * rowHeight }}
              aria-setsize={rows.length}
              aria-posinset={first + at + 1}
            >
              <Link to="/sites/$siteId" params={{ siteId: row.id }} className="row-link">
                {wide(row.name)}
              </Link>
              <span className={row.signals.includes('overdue') ? 'site-late' : ''}>
                {row.signals.includes('overdue')
                  ? siteSignalLabel.overdue[language]
                  : siteStateLabel[row.state][language]}
              </span>
              <span className="note">
                {language === 'zh' ? place?.name : place?.nameEn} ·{' '}
                {wide(list.projects[row.project]?.title ?? '')}
              </span>
              <span className="note">
                {row.check === null ? t.unchecked : row.check === 'confirmed' ? t.confirmed : t.refuted} ·{' '}
                {row.ratings > 0 ? t.ratings(row.mean, row.ratings) : row.dueOn}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
