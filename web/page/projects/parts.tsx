// Small pieces of project screens: where a project stands, its bar against the time gone, why it is to be looked at.
import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { StatusMark } from '../../part/icon.tsx';
import { amount, barWidth } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';

export type Summary = Answer<'GET /api/projects/summary'>;
export type Row = Answer<'GET /api/projects'>['rows'][number];
export type Place = Summary['places'][number];

/** Names of places in the reader's language, joined. */
export function usePlaceNames(places: readonly Place[]): (ids: readonly string[]) => string {
  const { language } = useLanguage();
  return (ids) =>
    ids
      .map((id) => {
        const place = places.find((each) => each.id === id);
        return place ? (language === 'zh' ? place.name : place.nameEn) : id;
      })
      .join(language === 'zh' ? '、' : ', ');
}

/** Shape, word and colour; red only where the day has passed. */
export function StageMark({
  row,
  chain,
}: {
  readonly row: Pick<Row, 'stage'>;
  readonly chain: Summary['chain'];
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(projectsText);
  const { stage } = row;
  const stuck = chain.stuck.find(({ id }) => id === stage.stuckId);
  const words =
    stuck?.words[language] ??
    (stage.state === 'done'
      ? (chain.gates.at(-1)?.words[language] ?? '')
      : (chain.gates[0]?.words[language] ?? ''));
  const status = stage.state === 'late' ? 'overdue' : stage.state === 'done' ? 'achieved' : 'notDue';
  return (
    <span className={`status ${status}`}>
      <StatusMark status={status} />
      <span>
        {stage.state === 'outside' ? `${language === 'zh' ? '未' : 'not '}${words}` : words}
        {stage.state === 'late' && <b className="pj-late"> {t.daysLate(stage.daysLate)}</b>}
      </span>
    </span>
  );
}

export function DueNote({ row }: { readonly row: Pick<Row, 'stage'> }): ReactNode {
  const t = useFeatureText(projectsText);
  const { stage } = row;
  if (stage.next === null) return null;
  return <span className="note">{stage.nextDueOn === null ? t.noDue : t.dueOn(stage.nextDueOn)}</span>;
}

/** Done of the annual plan in percent, with the share of the year gone as a tick. */
export function Bar({
  percent,
  elapsed,
  late,
  label,
}: {
  readonly percent: string | null;
  readonly elapsed: string;
  readonly late: boolean;
  readonly label: string;
}): ReactNode {
  if (percent === null) return <span className="quiet">—</span>;
  return (
    <span className={`progress ${late ? 'atRisk' : ''}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: the native meter cannot carry the tick of the time gone */}
      <span
        className="progress-track"
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(barWidth(`${Number(percent) / 100}`))}
        aria-valuetext={`${percent}%`}
      >
        <span className="progress-fill" style={{ width: `${barWidth(`${Number(percent) / 100}`)}%` }} />
        <span className="progress-tick" style={{ left: `${barWidth(`${Number(elapsed) / 100}`)}%` }} />
      </span>
      <span className="progress-number">{Number(percent).toFixed(1)}</span>
    </span>
  );
}

const graveness: Readonly<Record<Row['flags'][number], string>> = {
  gateLate: 'late',
  blockerLate: 'late',
  noReport: 'warn',
  behindTime: 'warn',
  blockerOpen: 'warn',
  evidence: 'warn',
};

export function Flags({ flags }: { readonly flags: Row['flags'] }): ReactNode {
  const t = useFeatureText(projectsText);
  return (
    <span className="pj-flags">
      {flags.map((flag) => (
        <span key={flag} className={`tag ${graveness[flag]}`}>
          {t.flags[flag]}
        </span>
      ))}
    </span>
  );
}

export const money = (text: string | null): string => (text === null ? '—' : amount(text));
