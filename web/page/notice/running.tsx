// On the page of a commitment: the notices about it, and the way to issue one.
import './notice.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { wide } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';
import { GradeLabel, Late, StateTag } from './grade.tsx';

export function NoticesAbout({ commitmentId }: { readonly commitmentId: string }): ReactNode {
  const t = useFeatureText(supervisionText);
  const [mayRead, mayIssue] = [useMay('notice.read'), useMay('notice.issue')];
  const { data } = useAsk('GET /api/notices', { query: { commitmentId } }, { enabled: mayRead, fresh: true });
  if (!mayRead || !data || (!mayIssue && data.notices.length === 0)) return null;
  return (
    <section className="card" aria-labelledby="notices-about">
      <div className="card-head">
        <h2 id="notices-about">{t.running}</h2>
        {mayIssue && (
          <Link to="/notices/new" search={{ commitment: commitmentId }} className="end">
            {t.issueAbout}
          </Link>
        )}
      </div>
      {data.notices.length === 0 ? (
        <p className="card-body note">{t.noneRunning}</p>
      ) : (
        <ul className="notices-about">
          {data.notices.map((row) => (
            <li key={row.id}>
              <Link to="/notices/$noticeId" params={{ noticeId: row.id }}>
                {wide(row.title)}
              </Link>
              <p className="note">
                {[row.placeName, wide(row.unit)].filter(Boolean).join(' ')} <GradeLabel grade={row.grade} />{' '}
                <StateTag state={row.state} /> {row.daysLate !== null && <Late days={row.daysLate} />}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
