// What may be done with the chosen reports: buttons for what all of them allow; a return asks for its reason first.
import { type ReactNode, useState } from 'react';
import { reportActionLabel } from '../../../core/vocabulary/report.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { reportsText } from '../../text/reports.ts';

const actions = ['accept', 'return', 'verify', 'sendBack', 'lock'] as const;
export type Action = (typeof actions)[number];
export const isAction = (name: string): name is Action => actions.some((each) => each === name);

export interface Deciding {
  readonly action: Action;
}

const needsReason = (action: Action): boolean => action === 'return' || action === 'sendBack';

export function Decide({
  count,
  actions: offered,
  deciding,
  isUnderWay,
  open,
  decide,
}: {
  readonly count: number;
  readonly actions: readonly Action[];
  readonly deciding: Deciding | null;
  /** A decision is sent and not answered: a second press would decide what is decided. */
  readonly isUnderWay: boolean;
  readonly open: (deciding: Deciding | null) => void;
  readonly decide: (action: Action, reason: string) => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(reportsText);
  const [reason, setReason] = useState('');
  if (deciding !== null)
    return (
      <form
        className="figures-foot"
        onSubmit={(event) => {
          event.preventDefault();
          decide(deciding.action, reason);
          setReason('');
        }}
      >
        <label className="labelled over decide-reason">
          {t.reason}
          <span className="note">{t.reasonHint}</span>
          <input
            className="field-input"
            required
            minLength={2}
            maxLength={1000}
            value={reason}
            // biome-ignore lint/a11y/noAutofocus: the field was asked for by the press that opened it
            autoFocus
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <button type="submit" className="button primary" disabled={isUnderWay}>
          {reportActionLabel[deciding.action][language]}
        </button>
        <button type="button" className="button" onClick={() => open(null)}>
          {t.cancel}
        </button>
      </form>
    );
  return (
    <div className="figures-foot">
      <span className="save-state" role="status">
        {t.chosen(count)}
      </span>
      {offered.map((action) => (
        <button
          key={action}
          type="button"
          className={action === 'accept' || action === 'verify' ? 'button primary' : 'button'}
          disabled={isUnderWay}
          onClick={() => (needsReason(action) ? open({ action }) : decide(action, ''))}
        >
          {reportActionLabel[action][language]}
        </button>
      ))}
    </div>
  );
}
