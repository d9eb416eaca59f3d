// A person's own page: what has to be done by module, the most pressing first, each row leading to where it is done.
import './mine.css';
import type { ReactNode } from 'react';
import { workModuleLabel } from '../../../core/vocabulary/work.ts';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { PathLink } from '../../part/path-link.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { day, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { workText } from '../../text/work.ts';

type Work = Answer<'GET /api/me/work'>;
type Module = Work['modules'][number];
type Row = Module['rows'][number];

/** Red and a triangle only for what is late; what is due today is said in words. */
function Due({ row }: { readonly row: Row }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(workText);
  if (row.dueOn === null) return null;
  const days = row.daysLate;
  if (days === null) return <span className="note">{t.dueOn(day(row.dueOn, language))}</span>;
  if (days > 0) return <span className="work-late">▲ {t.daysLate(days)}</span>;
  return (
    <span className={days === 0 ? 'work-today' : 'note'}>{days === 0 ? t.today : t.daysLeft(-days)}</span>
  );
}

function Card({ module }: { readonly module: Module }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(workText);
  const name = workModuleLabel[module.id][language];
  return (
    <section className="card" aria-labelledby={`work-${module.id}`}>
      <div className="card-head">
        <h2 id={`work-${module.id}`}>{name}</h2>
        <span className="note">{module.total}</span>
        {module.late > 0 && <span className="tag late">{t.late(module.late)}</span>}
        <PathLink path={module.path} className="end" aria-label={`${name} ${t.all}`}>
          {t.all}
        </PathLink>
      </div>
      <ul className="work-rows">
        {module.rows.map((row) => (
          <li key={row.key}>
            <PathLink path={row.path} className="two-lines row-link">
              {wide(row.title[language])}
            </PathLink>
            <span className="work-note">
              <span className="tag">{row.what[language]}</span> <Due row={row} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Page({ work }: { readonly work: Work }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(workText);
  const shown = work.modules.filter(({ rows }) => rows.length > 0);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.hint(day(work.day, language))}</p>
        </div>
      </div>
      {shown.length === 0 ? (
        <div className="card">
          <Empty title={t.none} hint={t.noneHint} />
        </div>
      ) : (
        <div className="work-cards">
          {shown.map((module) => (
            <Card key={module.id} module={module} />
          ))}
        </div>
      )}
    </>
  );
}

function Mine(): ReactNode {
  const may = useMay('message.own');
  const query = useAsk('GET /api/me/work', {}, { enabled: may, fresh: true });
  return <Answered query={query}>{(work) => <Page work={work} />}</Answered>;
}

export default function MineScreen(): ReactNode {
  const t = useFeatureText(workText);
  usePageTitle(t.title);
  return (
    <ForThoseWhoMay permission="message.own">
      <Mine />
    </ForThoseWhoMay>
  );
}
