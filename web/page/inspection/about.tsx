// On the page of a commitment: the inspections about it, and the way to plan one.
import '../notice/notice.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { wide } from '../../text/format.ts';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText } from '../../text/language.tsx';
import { inspectedName, StateTag } from './state.tsx';

export function InspectionsAbout({ commitmentId }: { readonly commitmentId: string }): ReactNode {
  const t = useFeatureText(inspectionText);
  const [mayRead, mayPlan] = [useMay('inspection.read'), useMay('inspection.plan')];
  const { data } = useAsk(
    'GET /api/inspections',
    { query: { commitmentId } },
    { enabled: mayRead, fresh: true },
  );
  if (!mayRead || !data || (!mayPlan && data.inspections.length === 0)) return null;
  return (
    <section className="card" aria-labelledby="inspections-about">
      <div className="card-head">
        <h2 id="inspections-about">{t.aboutCommitment}</h2>
        {mayPlan && (
          <Link to="/inspections/new" search={{ commitment: commitmentId }} className="end">
            {t.planAbout}
          </Link>
        )}
      </div>
      {data.inspections.length === 0 ? (
        <p className="card-body note">{t.aboutNone}</p>
      ) : (
        <ul className="notices-about">
          {data.inspections.map((row) => (
            <li key={row.id}>
              <Link to="/inspections/$inspectionId" params={{ inspectionId: row.id }}>
                {wide(row.subject)}
              </Link>
              <p className="note">
                {inspectedName(row)} {row.from} <StateTag row={row} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
