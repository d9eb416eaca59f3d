// Whose it is and by when.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentRow } from '../../api.ts';
import { day, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sheetText } from '../../text/sheet.ts';

const Unit = ({ name }: { readonly name: string }): ReactNode => (
  <Link to="/tasks" search={{ kind: 'all', unit: name }}>
    {wide(name)}
  </Link>
);

export function Owners({ commitment }: { readonly commitment: CommitmentRow }): ReactNode {
  const { language, t } = useLanguage();
  const s = useFeatureText(sheetText);
  return (
    <section className="card" aria-labelledby="owners">
      <div className="card-head">
        <h2 id="owners">{t.commitment.owners}</h2>
      </div>
      <dl className="facts">
        <dt>{t.table.lead}</dt>
        <dd>{commitment.leadUnit === null ? '—' : <Unit name={commitment.leadUnit} />}</dd>
        {commitment.supportUnits.length > 0 && (
          <>
            <dt>{t.table.support}</dt>
            <dd className="names">
              {commitment.supportUnits.map((name) => (
                <Unit key={name} name={name} />
              ))}
            </dd>
          </>
        )}
        {commitment.official !== null && (
          <>
            <dt>{t.table.official}</dt>
            <dd>
              <Link to="/tasks" search={{ official: commitment.official }}>
                {commitment.official}
              </Link>{' '}
              <Link to="/sheet/list" search={{ official: commitment.official }} className="note">
                {s.leaderSheet}
              </Link>
            </dd>
          </>
        )}
        <dt>{t.table.due}</dt>
        <dd>{day(commitment.dueOn, language)}</dd>
      </dl>
    </section>
  );
}
