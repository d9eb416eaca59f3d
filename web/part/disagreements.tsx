// Promises whose owner says something else than the figures: the signal on the overview and on the agenda, for those who work here.
import '../page/commitment/remarks.css';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { disagreementLabel } from '../../core/vocabulary/report.ts';
import { useAsk, useWhen } from '../ask.ts';
import { ConfidenceLabel } from '../page/commitment/confidence.tsx';
import { day, wide } from '../text/format.ts';
import { useFeatureText, useLanguage } from '../text/language.tsx';
import { remarkText } from '../text/remarks.ts';
import { useMay } from './me.tsx';
import { StatusLabel } from './status.tsx';

const few = 5;

export function Disagreements(): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(remarkText);
  const mayRead = useMay('remark.read');
  const [all, showAll] = useState(false);
  const { data } = useAsk('GET /api/disagreements', { query: useWhen() }, { enabled: mayRead });
  if (!mayRead || !data || data.said === 0) return null;
  const rows = all ? data.rows : data.rows.slice(0, few);
  return (
    <section className="card" aria-labelledby="disagreements">
      <div className="card-head">
        <h2 id="disagreements">{t.disagreements}</h2>
        <span className="tag warn end">⇄ {data.rows.length}</span>
      </div>
      <p className="card-body note">
        {data.rows.length === 0 ? t.disagreementsNone : t.disagreementsHint(data.said)}
      </p>
      <ul className="disagreements">
        {rows.map((row) => (
          <li key={row.commitmentId}>
            <Link
              to="/commitments/$commitmentId"
              params={{ commitmentId: row.commitmentId }}
              className="two-lines"
            >
              {wide(row.title)}
            </Link>
            <p className="confidence-line">
              <ConfidenceLabel word={row.word} />
              <StatusLabel status={row.status} />
            </p>
            <p className="note">
              {disagreementLabel[row.disagreement][language]} · {wide(row.unit)} · {day(row.on, language)}
            </p>
            {row.note !== '' && <p className="note two-lines">{row.note}</p>}
          </li>
        ))}
      </ul>
      {data.rows.length > few && (
        <p className="desk-more">
          <button type="button" className="link" onClick={() => showAll(!all)}>
            {all ? t.fewer : t.more(data.rows.length)}
          </button>
        </p>
      )}
    </section>
  );
}
