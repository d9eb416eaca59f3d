// What was added to the plan last, newest first, each with the document it came from.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Overview } from '../../api.ts';
import { moment } from '../../text/format.ts';
import { useText } from '../../text/language.tsx';

const few = 8;

export function Changes({ changes }: { readonly changes: Overview['changes'] }): ReactNode {
  const t = useText();
  const words = new Map(Object.entries(t.change));
  return (
    <section className="card" aria-labelledby="overview-changes">
      <div className="card-head">
        <h2 id="overview-changes">{t.overview.changes}</h2>
      </div>
      {changes.length === 0 ? (
        <p className="empty-line">{t.overview.changesEmpty}</p>
      ) : (
        <ol className="changes">
          {changes.slice(0, few).map((change) => (
            <li key={`${change.at} ${change.what} ${change.title}`}>
              <span className="quiet">{moment(change.at)}</span>
              <span>
                {words.get(change.what) ?? change.what} {t.table.items(change.count)}
              </span>
              {change.documentId === null ? (
                change.title
              ) : (
                <Link
                  to="/documents/$documentId"
                  params={{ documentId: change.documentId }}
                  className="row-link cut"
                >
                  {change.title}
                </Link>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
