// One promise, two printed numbers: both stay visible, each with its place in its document.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Overview } from '../../api.ts';
import { groupBy } from '../../part/keyed.ts';
import { SourceLink } from '../../part/source-link.tsx';
import { wide } from '../../text/format.ts';
import { useText } from '../../text/language.tsx';

export function ConflictLines({ conflicts }: { readonly conflicts: Overview['conflicts'] }): ReactNode {
  return (
    <ul className="conflicts">
      {conflicts.map((conflict) => (
        <li key={`${conflict.commitmentId} ${conflict.metric}`}>
          <Link
            to="/commitments/$commitmentId"
            params={{ commitmentId: conflict.commitmentId }}
            className="row-link"
          >
            {wide(conflict.metric || conflict.title)}
          </Link>
          <ul>
            {[...groupBy(conflict.sources, (source) => source.printed)].map(([printed, sources]) => (
              <li key={printed}>
                <b>{printed}</b>
                {sources.map((source) => (
                  <SourceLink
                    key={`${source.documentId} ${source.start}`}
                    source={source}
                    className="note cut"
                  >
                    {source.documentTitle} {source.documentNumber}
                  </SourceLink>
                ))}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

export function Conflicts({ conflicts }: { readonly conflicts: Overview['conflicts'] }): ReactNode {
  const t = useText();
  return (
    <section className="card" aria-labelledby="overview-conflicts">
      <div className="card-head">
        <h2 id="overview-conflicts">{t.overview.conflicts}</h2>
        <span className="note">
          {conflicts.length === 0 ? t.overview.conflictsEmpty : t.overview.conflictsHint}
        </span>
      </div>
      {conflicts.length > 0 && <ConflictLines conflicts={conflicts} />}
    </section>
  );
}
