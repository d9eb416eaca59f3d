// Kind, state and addressee of an inspection wherever they are shown: words with a shape, red only where something is late.
import type { ReactNode } from 'react';
import { inspectionStateLabel } from '../../../core/vocabulary/supervise.ts';
import type { Answer } from '../../api.ts';
import { day, wide } from '../../text/format.ts';
import { inspectionText } from '../../text/inspections.ts';
import { type Language, useFeatureText, useLanguage } from '../../text/language.tsx';
import { Late } from '../notice/grade.tsx';

export type InspectionRow = Answer<'GET /api/inspections'>['inspections'][number];
export type InspectionPage = Answer<'GET /api/inspections/:inspectionId'>;
export type InspectionState = InspectionRow['state'];

const tone: Record<InspectionState, string> = {
  planned: '',
  approved: 'mark',
  underway: 'mark',
  concluded: 'warn',
  fedBack: 'mark',
  objected: 'warn',
  reviewed: 'warn',
  rectifying: 'warn',
  closed: 'good',
  cancelled: '',
};

export function StateTag({ row }: { readonly row: InspectionRow }): ReactNode {
  const { language } = useLanguage();
  return (
    <>
      <span className={`tag ${tone[row.state]}`}>{inspectionStateLabel[row.state][language]}</span>
      {row.daysLate !== null && <Late days={row.daysLate} />}
    </>
  );
}

export const inspectedName = ({ placeName, unit }: Pick<InspectionRow, 'placeName' | 'unit'>): string =>
  [placeName, wide(unit)].filter(Boolean).join(' ');

/** One day, or the first and the last. */
export const spanOf = ({ from, to }: Pick<InspectionRow, 'from' | 'to'>, language: Language): string =>
  from === to ? day(from, language) : `${day(from, language)} — ${day(to, language)}`;

/** What is special about it: repeats others, unannounced, outside the plan. */
export function Marks({ row }: { readonly row: InspectionRow }): ReactNode {
  const t = useFeatureText(inspectionText);
  return (
    <>
      {row.mine && <span className="tag mark">{t.mine}</span>}
      {row.clashes > 0 && <span className="tag warn">{t.clashTag(row.clashes)}</span>}
      {row.unannounced && <span className="tag">{t.unannounced}</span>}
    </>
  );
}
