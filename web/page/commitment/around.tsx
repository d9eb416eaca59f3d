// The same promise elsewhere: printed twice with different numbers, or made again in another year.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentPage } from '../../api.ts';
import { SourceLink } from '../../part/source-link.tsx';
import { VerdictLabel } from '../../part/status.tsx';
import { wide } from '../../text/format.ts';
import { useText } from '../../text/language.tsx';

export function Conflicts({ conflicts }: { readonly conflicts: CommitmentPage['conflicts'] }): ReactNode {
  const t = useText();
  if (conflicts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="conflicts">
      <div className="card-head">
        <h2 id="conflicts">{t.commitment.conflicts}</h2>
        <span className="note">{t.overview.conflictsHint}</span>
      </div>
      {conflicts.map((conflict) => (
        <ul key={conflict.metric} className="sources">
          {conflict.sources.map((source) => (
            <li key={`${source.documentId} ${source.start}`}>
              <SourceLink source={source}>
                <b>{source.printed}</b>
              </SourceLink>
              <p className="note">
                {source.documentTitle} {source.documentNumber}
              </p>
            </li>
          ))}
        </ul>
      ))}
    </section>
  );
}

export function Related({ page }: { readonly page: CommitmentPage }): ReactNode {
  const t = useText();
  if (page.related.length === 0) return null;
  return (
    <section className="card" aria-labelledby="related">
      <div className="card-head">
        <h2 id="related">{t.commitment.related}</h2>
      </div>
      <ul className="related">
        {page.related.map((one) => (
          <li key={one.id}>
            <span className="timeline-day">{one.year}</span>
            <Link to="/commitments/$commitmentId" params={{ commitmentId: one.id }}>
              {wide(one.title)} {one.printed}
            </Link>
            <VerdictLabel verdict={one.verdict} />
          </li>
        ))}
      </ul>
    </section>
  );
}
