// How a promise was changed by an approving document, and how it was spread over the districts.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentPage, CommitmentRow } from '../../api.ts';
import { amount, moment, shortPlace, unitOf, wide } from '../../text/format.ts';
import { useText } from '../../text/language.tsx';

export function Amendments({ page }: { readonly page: CommitmentPage }): ReactNode {
  const t = useText();
  if (page.amendments.length === 0) return null;
  return (
    <section className="card" aria-labelledby="amendments">
      <div className="card-head">
        <h2 id="amendments">{t.commitment.amendments}</h2>
      </div>
      <ol className="sources">
        {page.amendments.map((amendment) => (
          <li key={amendment.id}>
            <p className="note">{moment(amendment.recordedAt)}</p>
            <p>
              <b>
                {amendment.targets.map((target) => `${wide(target.metric)} ${target.printed}`).join('；')}
              </b>
            </p>
            <p>{amendment.reason}</p>
            {amendment.documentId !== null && (
              <Link to="/documents/$documentId" params={{ documentId: amendment.documentId }}>
                {t.table.source}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Allocations({ targets }: { readonly targets: CommitmentRow['targets'] }): ReactNode {
  const t = useText();
  const spread = targets.filter((target) => target.allocations.length > 0);
  if (spread.length === 0) return null;
  return (
    <section className="card" aria-labelledby="allocations">
      <div className="card-head">
        <h2 id="allocations">{t.commitment.allocations}</h2>
      </div>
      {spread.map((target) => (
        <div key={`${target.metric} ${target.printed}`} className="card-body">
          <p>
            {wide(target.metric)} <span className="unit">{unitOf(target.unit)}</span>
            {target.allocationMode !== null && (
              <span className="tag">{t.livelihood.mode[target.allocationMode]}</span>
            )}
          </p>
          <dl className="allocation-grid">
            {target.allocations.map((share) => (
              <div key={share.place}>
                <dt>{shortPlace(share.place)}</dt>
                <dd>
                  {share.value === null ? '—' : amount(share.value)}
                  {share.second !== null && `（${amount(share.second)}）`}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
