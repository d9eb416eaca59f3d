// The board by stage: a column for each state of being stuck, the late ones first; a card leads to its project.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { Bar, Flags, money, type Row, type Summary, usePlaceNames } from './parts.tsx';

function Card({ row, summary }: { readonly row: Row; readonly summary: Summary }): ReactNode {
  const t = useFeatureText(projectsText);
  const namesOf = usePlaceNames(summary.places);
  const { stage } = row;
  const { language } = useLanguage();
  const next = summary.chain.gates.find(({ id }) => id === stage.next)?.words[language];
  return (
    <li className={`pj-card ${stage.state === 'late' ? 'late' : ''}`}>
      <Link
        to="/projects/$projectId"
        params={{ projectId: row.id }}
        search={{ year: `${summary.year}` }}
        className="row-link"
      >
        {row.name}
      </Link>
      <span className="note">
        {namesOf(row.placeIds)} · {row.leadUnit ?? '—'}
      </span>
      {next !== undefined && (
        <span className={stage.state === 'late' ? 'pj-late' : 'note'}>
          {next} {stage.nextDueOn === null ? t.noDue : stage.nextDueOn}
          {stage.state === 'late' && ` · ${t.daysLate(stage.daysLate)}`}
        </span>
      )}
      {row.annualPlan !== null && (
        <span className="pj-card-bar">
          <Bar
            percent={row.percent}
            elapsed={summary.elapsed}
            late={row.flags.includes('behindTime')}
            label={t.percentDone}
          />
          <span className="note">
            {row.done === null ? t.notReported : money(row.done)} / {money(row.annualPlan)}
          </span>
        </span>
      )}
      <Flags flags={row.flags.filter((flag) => flag !== 'gateLate')} />
    </li>
  );
}

export function Board({ summary }: { readonly summary: Summary }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  return (
    <section className="card" aria-labelledby="board">
      <div className="card-head">
        <h2 id="board">{t.views.board}</h2>
        <span className="note end">{t.scheduled(summary.elapsed)}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <section className="pj-board" tabIndex={0} aria-label={t.views.board}>
        {summary.columns.map(({ id, words, count, late, cards }) => (
          <section key={id} className="pj-column" aria-label={words[language]}>
            <h3>
              {words[language]} <span className="quiet">{count}</span>
              {late > 0 && <span className="tag late">{t.late(late)}</span>}
            </h3>
            <ul>
              {cards.map((row) => (
                <Card key={row.id} row={row} summary={summary} />
              ))}
            </ul>
            {count > cards.length && (
              <Link
                to="/projects"
                search={(before) => ({ ...before, view: 'list', status: id })}
                className="note"
              >
                {t.more(count - cards.length)}
              </Link>
            )}
          </section>
        ))}
      </section>
    </section>
  );
}
