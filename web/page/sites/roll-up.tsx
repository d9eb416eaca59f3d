// Sites added up, claimed, verified and felt side by side: by project and by district, or for one project by district.
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { siteFactLabel } from '../../../core/vocabulary/site.ts';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { amount, unitOf, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sitesText } from '../../text/sites.ts';

type RollUp = Answer<'GET /api/sites/roll-up'>['byPlace'][number];

function Table({
  rows,
  way,
}: {
  readonly rows: readonly RollUp[];
  readonly way: 'field' | 'place';
}): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  return (
    <div className="table-box">
      <table className="wide-table">
        <thead>
          <tr>
            <th scope="col">{way === 'field' ? t.project : t.place}</th>
            {[
              t.sites,
              t.planned,
              siteFactLabel.claimed[language],
              siteFactLabel.verified[language],
              t.refuted,
            ].map((heading) => (
              <th key={heading} scope="col" className="num">
                {heading}
              </th>
            ))}
            <th scope="col">{siteFactLabel.felt[language]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.key} ${row.unit}`}>
              <th scope="row">
                <Link to="/sites" search={{ [way]: row.key }} className="row-link">
                  {row.number} {wide(row.name)}
                </Link>
              </th>
              <td className="num">{row.sites}</td>
              <td className="num">
                {amount(row.planned)} {unitOf(row.unit)}
              </td>
              <td className="num">{amount(row.claimed)}</td>
              <td className="num">{amount(row.verified)}</td>
              <td className="num">{amount(row.refuted)}</td>
              <td>{t.ratings(row.felt.mean, row.felt.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Nothing is shown where there are no sites: most promises have none. */
export function SiteRollUp({
  plan,
  commitment,
}: {
  readonly plan?: string | undefined;
  readonly commitment?: string | undefined;
}): ReactNode {
  const t = useFeatureText(sitesText);
  const [way, setWay] = useState<'field' | 'place'>(commitment === undefined ? 'field' : 'place');
  const wish = {
    ...(plan === undefined ? {} : { plan }),
    ...(commitment === undefined ? {} : { commitment }),
  };
  const { data } = useAsk('GET /api/sites/roll-up', { query: wish });
  if (!data || data.byProject.length === 0) return null;
  const all = commitment === undefined ? {} : { field: commitment };
  return (
    <section className="card" aria-labelledby="site-roll-up">
      <div className="card-head">
        <h2 id="site-roll-up">{t.rollUp}</h2>
        <span className="note">{t.rollUpHint}</span>
        <Link to="/sites" search={all} className="end">
          {t.allSites}
        </Link>
      </div>
      {commitment === undefined && (
        <div className="card-body">
          <div className="item-buttons">
            {(['field', 'place'] as const).map((one) => (
              <button
                key={one}
                type="button"
                className="button small"
                aria-pressed={way === one}
                onClick={() => setWay(one)}
              >
                {one === 'field' ? t.byProject : t.byPlace}
              </button>
            ))}
          </div>
        </div>
      )}
      <Table rows={way === 'field' ? data.byProject : data.byPlace} way={way} />
    </section>
  );
}
