// A verdict as shape and word, a share as bar with the scheduled tick, and a roll-up as one bar of all statuses.
import type { ReactNode } from 'react';
import type { RollUp, Status, Verdict } from '../api.ts';
import { statusWord } from '../text/domain.ts';
import { barWidth, percent } from '../text/format.ts';
import { useFeatureText, useLanguage } from '../text/language.tsx';
import { overruleText } from '../text/overrule.ts';
import { StatusMark } from './icon.tsx';

/** From what calls for action to what can wait. */
export const statusOrder: readonly Status[] = [
  'overdue',
  'behind',
  'atRisk',
  'onTrack',
  'achieved',
  'notDue',
  'noJudgement',
];

export const isStatus = (text: string | undefined): text is Status =>
  statusOrder.some((status) => status === text);

export function StatusLabel({
  status,
  count,
}: {
  readonly status: Status;
  readonly count?: number;
}): ReactNode {
  const { language } = useLanguage();
  return (
    <span className={`status ${status}`}>
      <StatusMark status={status} />
      {statusWord(status, language)}
      {count !== undefined && <> {count}</>}
    </span>
  );
}

/** The verdict that counts; where a person overruled it, that is said, and what the rules say stands below. */
export function VerdictLabel({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(overruleText);
  const { status, overruled } = verdict;
  if (overruled === null) return <StatusLabel status={status} />;
  const rules = t.rules(statusWord(overruled.computed, language));
  return (
    <span className="overruled" title={[overruled.by ?? '', overruled.reason].join(' ').trim()}>
      <StatusLabel status={status} /> <span className="tag mark">✎ {t.mark}</span>
      <span className="note">
        {rules}
        {overruled.outdated && ` · ${t.outdated}`}
      </span>
    </span>
  );
}

/** Share done, with the share that the schedule expects as a tick. */
export function Progress({
  verdict,
  label,
}: {
  readonly verdict: Verdict;
  readonly label: string;
}): ReactNode {
  if (verdict.share === null) return <span className="quiet">—</span>;
  const { share, expectedShare } = verdict;
  return (
    <div className={`progress ${verdict.status}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: the native meter cannot carry the scheduled tick */}
      <div
        className="progress-track"
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(barWidth(share))}
        aria-valuetext={`${percent(share)}%`}
      >
        <div className="progress-fill" style={{ width: `${barWidth(share)}%` }} />
        {expectedShare !== null && (
          <div className="progress-tick" style={{ left: `${barWidth(expectedShare)}%` }} />
        )}
      </div>
      <span className="progress-number">{percent(share)}</span>
    </div>
  );
}

/** Drawing only; the counts stand beside it in words. */
export function Shares({ counts }: { readonly counts: RollUp['counts'] }): ReactNode {
  return (
    <div className="shares" aria-hidden="true">
      {shareOrder.map((status) =>
        counts[status] > 0 ? (
          <i key={status} className={status} style={{ flexGrow: counts[status], flexBasis: 0 }} />
        ) : null,
      )}
    </div>
  );
}

/** Done on the left, unknown on the right, so that bars under each other can be compared. */
const shareOrder: readonly Status[] = [
  'achieved',
  'onTrack',
  'atRisk',
  'behind',
  'overdue',
  'notDue',
  'noJudgement',
];
