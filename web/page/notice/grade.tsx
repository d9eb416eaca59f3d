// Grade, state and lateness of a notice: shape and word together; red only where something is late.
import './grade.css';
import type { ReactNode } from 'react';
import { noticeGradeLabel, noticeStateLabel } from '../../../core/vocabulary/supervise.ts';
import type { Answer } from '../../api.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';

export type NoticeRow = Answer<'GET /api/notices'>['notices'][number];
export type Grade = NoticeRow['grade'];
export type NoticeState = NoticeRow['state'];

/** One, two or three bars: the grade is read by its shape. */
const bars: Record<Grade, number> = { reminder: 1, order: 2, listed: 3 };

export function GradeLabel({ grade }: { readonly grade: Grade }): ReactNode {
  const { language } = useLanguage();
  return (
    <span className={`grade ${grade}`}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {[0, 1, 2].map((at) => (
          <rect
            key={at}
            x={1 + at * 4.5}
            y={9 - at * 3.5}
            width="3"
            height={4 + at * 3.5}
            rx="0.5"
            fill={at < bars[grade] ? 'currentColor' : 'var(--line-2)'}
          />
        ))}
      </svg>
      {noticeGradeLabel[grade][language]}
    </span>
  );
}

const tone: Record<NoticeState, string> = {
  draft: '',
  issued: 'warn',
  answered: 'mark',
  accepted: 'mark',
  closed: 'good',
  withdrawn: '',
};

export function StateTag({ state }: { readonly state: NoticeState }): ReactNode {
  const { language } = useLanguage();
  return <span className={`tag ${tone[state]}`}>{noticeStateLabel[state][language]}</span>;
}

/** A cross for what is late, a clock for what is left: days in words either way. */
export function Late({ days }: { readonly days: number | null }): ReactNode {
  const t = useFeatureText(supervisionText);
  if (days === null) return <span className="quiet">{t.noLimit}</span>;
  if (days <= 0) return <span>{t.daysLeft(-days)}</span>;
  return (
    <span className="late-days">
      <svg width="12" height="12" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M4.3.8h5.4l3.5 3.5v5.4l-3.5 3.5H4.3L.8 9.7V4.3Z" fill="var(--late)" />
        <path d="m4.7 4.7 4.6 4.6M9.3 4.7 4.7 9.3" stroke="#fff" strokeWidth="1.6" />
      </svg>
      {t.daysLate(days)}
    </span>
  );
}
