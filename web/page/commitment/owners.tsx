// Whose it is and by when.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentPage } from '../../api.ts';
import { assignText } from '../../text/assign.ts';
import { day, moment, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sheetText } from '../../text/sheet.ts';

const Unit = ({ name }: { readonly name: string }): ReactNode => (
  <Link to="/tasks" search={{ kind: 'all', unit: name }}>
    {wide(name)}
  </Link>
);

function History({ owners }: { readonly owners: CommitmentPage['owners'] }): ReactNode {
  const a = useFeatureText(assignText);
  if (owners.length === 0) return null;
  return (
    <details className="card-body">
      <summary>
        {a.history} {owners.length}
      </summary>
      <ol className="sources">
        {owners.toReversed().map((one) => (
          <li key={one.number}>
            <p>
              {a.given} {[one.leadUnit, one.official, one.taskForce].filter(Boolean).join(' · ')}
              {one.supportUnits.length > 0 && (
                <span className="note"> {one.supportUnits.map(wide).join('、')}</span>
              )}
            </p>
            <p>{one.reason}</p>
            <p className="note">
              {one.by} {moment(one.recordedAt)}
            </p>
          </li>
        ))}
      </ol>
      <p className="note">{a.adopted}</p>
    </details>
  );
}

export function Owners({ page }: { readonly page: CommitmentPage }): ReactNode {
  const { commitment, owners } = page;
  const a = useFeatureText(assignText);
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
        {commitment.taskForce !== '' && (
          <>
            <dt>{a.taskForceWord}</dt>
            <dd>
              <Link to="/tasks" search={{ kind: 'all', taskForce: commitment.taskForce }}>
                {commitment.taskForce}
              </Link>
            </dd>
          </>
        )}
        <dt>{t.table.due}</dt>
        <dd>{day(commitment.dueOn, language)}</dd>
      </dl>
      <History owners={owners} />
    </section>
  );
}
