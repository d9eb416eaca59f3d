// What an inspection would repeat (§15) and who could go, said before the click: in the form while it is filled in, and on the page.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { clashLabel, standAsideLabel } from '../../../core/vocabulary/supervise.ts';
import { wide } from '../../text/format.ts';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import type { InspectionPage } from './state.tsx';

export function Clashes({
  clashes,
  freeFrom,
}: {
  readonly clashes: InspectionPage['clashes'];
  readonly freeFrom: string | null;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  if (clashes.length === 0) return <p className="guard-free">✓ {t.guardFree}</p>;
  return (
    <>
      <ul className="clashes">
        {clashes.map((clash) => (
          <li key={clash.withId}>
            <Link to="/inspections/$inspectionId" params={{ inspectionId: clash.withId }}>
              {t.clashLine(
                clashLabel[clash.kind][language],
                wide(clash.subject),
                clash.from,
                clash.to,
                clash.days,
              )}
            </Link>{' '}
            {clash.excepted ? (
              <span className="tag good">{t.excepted}</span>
            ) : (
              <span className="cut note">{clash.byUnit === '' ? t.office : wide(clash.byUnit)}</span>
            )}
          </li>
        ))}
      </ul>
      {freeFrom !== null && <p className="note">{t.freeFrom(freeFrom)}</p>}
    </>
  );
}

export function Candidates({
  candidates,
  chosen,
  toggle,
}: {
  readonly candidates: InspectionPage['candidates'];
  /** Left out, the list only shows. */
  readonly chosen?: readonly string[];
  readonly toggle?: (accountId: string) => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  const between = language === 'zh' ? '、' : ', ';
  return (
    <ul className="candidates">
      {candidates.map(({ accountId, name, fields, standsAside, load, knowsField }) => {
        const blocked = standsAside.length > 0;
        const about = [knowsField ? t.knows : '', fields.join(between), t.load(load)]
          .filter(Boolean)
          .join(' · ');
        const why = standsAside.map((each) => standAsideLabel[each][language]).join(between);
        return (
          <li key={accountId} className={blocked ? 'stands-aside' : ''}>
            {toggle ? (
              <label>
                <input
                  type="checkbox"
                  checked={chosen?.includes(accountId) ?? false}
                  disabled={blocked && !chosen?.includes(accountId)}
                  onChange={() => toggle(accountId)}
                />{' '}
                {name}
              </label>
            ) : (
              <span>{name}</span>
            )}
            <span className="note">{blocked ? `✕ ${why}` : about}</span>
          </li>
        );
      })}
    </ul>
  );
}
