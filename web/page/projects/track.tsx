// One project on a line of time: gates passed and planned as points, red where the day has gone without the gate.
import type { ReactNode } from 'react';
import { addDays, daysBetween } from '../../../core/quantity/calendar.ts';
import { isIsoDate } from '../../../core/quantity/date.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import type { Row, Summary } from './parts.tsx';

/** Two years back and one ahead. */
export function trackDays(asOf: string): readonly [string, string] {
  return isIsoDate(asOf) ? [addDays(asOf, -730), addDays(asOf, 365)] : [asOf, asOf];
}

function shareOf(day: string, [from, to]: readonly [string, string]): number | null {
  if (!isIsoDate(day) || !isIsoDate(from) || !isIsoDate(to)) return null;
  const share = daysBetween(from, day) / Math.max(1, daysBetween(from, to));
  return share < 0 || share > 1 ? null : share;
}

interface Point {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly look: 'passed' | 'planned' | 'late';
}

export function Track({
  row,
  chain,
  asOf,
  days,
}: {
  readonly row: Pick<Row, 'planned' | 'passed'>;
  readonly chain: Summary['chain'];
  readonly asOf: string;
  readonly days: readonly [string, string];
}): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const points = chain.gates.flatMap(({ id, words }): Point[] => {
    const [passed, planned] = [row.passed[id], row.planned[id]];
    if (passed !== undefined) return [{ id, name: words[language], day: passed, look: 'passed' }];
    if (planned === undefined) return [];
    return [{ id, name: words[language], day: planned, look: planned < asOf ? 'late' : 'planned' }];
  });
  const said = points
    .map(({ name, day, look }) => `${name} ${look === 'passed' ? t.passed : t.planned} ${day}`)
    .join(language === 'zh' ? '；' : '; ');
  const now = shareOf(asOf, days);
  return (
    <span className="pj-track" role="img" aria-label={said === '' ? t.noDue : said}>
      {now !== null && (
        <i className="pj-now" style={{ left: `${now * 100}%` }} title={`${t.today} ${asOf}`} />
      )}
      {points.map(({ id, name, day, look }) => {
        const at = shareOf(day, days);
        return at === null ? null : (
          <span
            key={id}
            className={`pj-point ${look}`}
            style={{ left: `${at * 100}%` }}
            title={`${name} ${day}`}
          >
            <i />
            <em>{name}</em>
          </span>
        );
      })}
    </span>
  );
}
