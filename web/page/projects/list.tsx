// The list of the register, and the same list as a timeline of gates: planned beside passed.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { Answered, Empty } from '../../part/state.tsx';
import { usePhone } from '../../part/width.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { type Cut, oneOf, sorts } from './ask.ts';
import { Bar, DueNote, Flags, money, type Row, StageMark, type Summary, usePlaceNames } from './parts.tsx';
import { Track, trackDays } from './track.tsx';
import { type PageQuery, ProjectWindow } from './window.tsx';

function ListRow({ row, summary }: { readonly row: Row; readonly summary: Summary }): ReactNode {
  const t = useFeatureText(projectsText);
  const namesOf = usePlaceNames(summary.places);
  return (
    <>
      <span className="pj-name">
        <Link
          to="/projects/$projectId"
          params={{ projectId: row.id }}
          search={{ year: `${summary.year}` }}
          className="row-link"
        >
          {row.name}
        </Link>
        <span className="note">
          {namesOf(row.placeIds)} · {row.field} · {row.leadUnit ?? '—'}
        </span>
      </span>
      <span className="pj-stage">
        <StageMark row={row} chain={summary.chain} />
        <DueNote row={row} />
      </span>
      <span className="pj-money">
        <Bar
          percent={row.percent}
          elapsed={summary.elapsed}
          late={row.flags.includes('behindTime')}
          label={t.percentDone}
        />
        <span className="note">
          {row.done === null ? t.notReported : `${t.done} ${money(row.done)}`} / {money(row.annualPlan)}
        </span>
      </span>
      <Flags flags={row.flags.filter((flag) => flag !== 'gateLate')} />
    </>
  );
}

function TimelineRow({
  row,
  summary,
  days,
}: {
  readonly row: Row;
  readonly summary: Summary;
  readonly days: readonly [string, string];
}): ReactNode {
  const namesOf = usePlaceNames(summary.places);
  return (
    <>
      <span className="pj-name">
        <Link
          to="/projects/$projectId"
          params={{ projectId: row.id }}
          search={{ year: `${summary.year}` }}
          className="row-link"
        >
          {row.name}
        </Link>
        <span className="note">{namesOf(row.placeIds)}</span>
      </span>
      <Track row={row} chain={summary.chain} asOf={summary.asOf} days={days} />
    </>
  );
}

function SortPick(): ReactNode {
  const t = useFeatureText(projectsText);
  const { sort } = useWords();
  const choose = useChoose();
  return (
    <label className="labelled end">
      {t.sort}
      <select
        className="field-input"
        value={sort ?? 'pressing'}
        onChange={(event) =>
          choose({ sort: event.target.value === 'pressing' ? undefined : event.target.value })
        }
      >
        {sorts.map((id) => (
          <option key={id} value={id}>
            {t.sorts[id]}
          </option>
        ))}
      </select>
    </label>
  );
}

const ways = {
  pressing: undefined,
  due: 'ascending',
  percent: 'ascending',
  annualPlan: 'descending',
  total: 'descending',
  name: 'ascending',
} as const;

export function ProjectList({
  summary,
  cut,
  asTimeline,
}: {
  readonly summary: Summary;
  readonly cut: Cut;
  readonly asTimeline: boolean;
}): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const words = useWords();
  const phone = usePhone();
  const sort = oneOf(sorts, words.sort) ?? 'pressing';
  const way = ways[sort];
  const query: PageQuery = { ...cut, sort, ...(way === undefined ? {} : { way }) };
  const firstPage = useAsk('GET /api/projects', { query: { ...query, offset: 0, limit: 100 } });
  const days = trackDays(summary.asOf);
  return (
    <section className="card" aria-labelledby="register">
      <div className="card-head">
        <h2 id="register">{asTimeline ? t.views.timeline : t.views.list}</h2>
        <span className="note">{asTimeline ? t.timelineHint : t.scheduled(summary.elapsed)}</span>
        <SortPick />
      </div>
      <Answered query={firstPage}>
        {({ total }) =>
          total === 0 ? (
            <Empty title={t.nothing} />
          ) : (
            <ProjectWindow
              key={JSON.stringify(query)}
              query={query}
              total={total}
              rowHeight={phone ? (asTimeline ? 84 : 164) : 56}
              height={640}
              label={`${t.title} ${language === 'zh' ? t.views.list : t.views.list}`}
            >
              {(row) =>
                asTimeline ? (
                  <TimelineRow row={row} summary={summary} days={days} />
                ) : (
                  <ListRow row={row} summary={summary} />
                )
              }
            </ProjectWindow>
          )
        }
      </Answered>
    </section>
  );
}
