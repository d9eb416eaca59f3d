// Every sentence this commitment rests on, quoted as printed, each a link to its place.
import type { ReactNode } from 'react';
import type { CommitmentPage } from '../../api.ts';
import { SourceLink, SourceName } from '../../part/source-link.tsx';
import { useText } from '../../text/language.tsx';

export function Sources({ sources }: { readonly sources: CommitmentPage['sources'] }): ReactNode {
  const t = useText();
  return (
    <section className="card" aria-labelledby="sources">
      <div className="card-head">
        <h2 id="sources">{t.commitment.sources}</h2>
        <span className="note">{t.table.items(sources.length)}</span>
      </div>
      <ul className="sources">
        {sources.map((source) => (
          <li key={`${source.documentId} ${source.start} ${source.role}`}>
            <p>
              <span className="tag mark">{t.commitment.role[source.role]}</span> <b>{source.printed}</b>
            </p>
            <blockquote className="quote" lang="zh-CN">
              <SourceLink source={source}>{source.quote}</SourceLink>
            </blockquote>
            <p className="note">
              <SourceName source={source} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
