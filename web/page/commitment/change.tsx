// How a promise was changed by an approving document.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentPage } from '../../api.ts';
import { day, moment, wide } from '../../text/format.ts';
import { useLanguage } from '../../text/language.tsx';

type Amendment = CommitmentPage['amendments'][number];

/** Targets that the amendment changed, each with what held before. */
function changesOf({ targets, before }: Amendment) {
  return targets.flatMap((target) => {
    const old = before.find(({ metric }) => metric === target.metric);
    const stays = old?.printed === target.printed && old.unit === target.unit;
    return stays ? [] : [{ target, old }];
  });
}

export function Amendments({ page }: { readonly page: CommitmentPage }): ReactNode {
  const { language, t } = useLanguage();
  if (page.amendments.length === 0) return null;
  return (
    <section className="card" aria-labelledby="amendments">
      <div className="card-head">
        <h2 id="amendments">{t.commitment.amendments}</h2>
      </div>
      <ol className="sources">
        {page.amendments.map((amendment) => (
          <li key={amendment.id}>
            {changesOf(amendment).map(({ target, old }) => (
              <p key={target.metric}>
                {wide(target.metric)} {old && <del>{old.printed}</del>} <b>{target.printed}</b>
              </p>
            ))}
            <p>{amendment.reason}</p>
            <p className="note">
              {t.amend.from(day(amendment.effectiveOn, language))} ·{' '}
              {t.amend.recordedAt(moment(amendment.recordedAt))}
            </p>
            {amendment.documentId !== null && (
              <Link to="/documents/$documentId" params={{ documentId: amendment.documentId }}>
                {t.amend.document}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
