// For whoever is signed in: how many things wait, and how many of them are late, in one line above the plan.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { workModuleLabel } from '../../../core/vocabulary/work.ts';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { PathLink } from '../../part/path-link.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { workText } from '../../text/work.ts';

/** Modules that ask for something to be done; the others are watched. */
const asking: ReadonlySet<string> = new Set(['due', 'steps', 'claims', 'batches', 'proposals', 'documents']);

export function Waiting(): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(workText);
  const may = useMay('message.own');
  const { data } = useAsk('GET /api/me/work', {}, { enabled: may, fresh: true });
  if (!may || !data) return null;
  const modules = data.modules.filter(({ id, total }) => asking.has(id) && total > 0);
  return (
    <section className="card waiting" aria-label={t.strip}>
      <b>{t.strip}</b>
      {modules.length === 0 && <span className="note">{t.stripNone}</span>}
      {modules.map(({ id, total, late, path }) => (
        <PathLink key={id} path={path} className="waiting-part">
          {workModuleLabel[id][language]} <b>{total}</b>
          {late > 0 && <span className="tag late">{t.late(late)}</span>}
        </PathLink>
      ))}
      <Link to="/mine" className="end">
        {t.open}
      </Link>
    </section>
  );
}
