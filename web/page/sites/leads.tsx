// Leads from low ratings: for the office all of them, for a unit or a place its own.
import './sites.css';
import type { ReactNode } from 'react';
import { leadStates } from '../../../core/observe/site-lead.ts';
import { leadStateLabel } from '../../../core/vocabulary/site.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sitesText } from '../../text/sites.ts';
import { LeadCard } from './lead.tsx';

function List(): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  const { status } = useWords();
  const choose = useChoose();
  const state = leadStates.find((one) => one === status);
  const query = useAsk('GET /api/leads', { query: state === undefined ? {} : { state } });
  return (
    <Answered query={query}>
      {({ rows, counts }) => (
        <section className="card" aria-label={t.leads}>
          <div className="site-filters">
            {[undefined, ...leadStates].map((one) => (
              <button
                key={one ?? 'all'}
                type="button"
                className="button small"
                aria-pressed={one === state}
                onClick={() => choose({ status: one })}
              >
                {one === undefined ? t.any : `${leadStateLabel[one][language]} ${counts[one] ?? 0}`}
              </button>
            ))}
          </div>
          {rows.length === 0 ? (
            <Empty title={t.leadsEmpty} />
          ) : (
            <ul className="site-log card-body">
              {rows.map((lead) => (
                <LeadCard key={`${lead.id} ${lead.after}`} lead={lead} />
              ))}
            </ul>
          )}
        </section>
      )}
    </Answered>
  );
}

export default function LeadsScreen(): ReactNode {
  const t = useFeatureText(sitesText);
  usePageTitle(t.leads);
  return (
    <div className="stack">
      <div>
        <h1>{t.leads}</h1>
        <p className="note">{t.leadsIntro}</p>
      </div>
      <ForThoseWhoMay permission="site.lead.read">
        <List />
      </ForThoseWhoMay>
    </div>
  );
}
