// Districts as tiles by relative position: how many projects, their investment rate, how many are late. Choosing one filters the list.
import { scaleQuantize } from 'd3-scale';
import type { ReactNode } from 'react';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { Answered } from '../../part/state.tsx';
import { shortPlace } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import type { Cut } from './ask.ts';
import type { Summary } from './parts.tsx';

const shades = ['#e3ecf6', '#c8d9ec', '#a9c2e0', '#3f6ca8', '#1d4f91'];

function Tiles({ summary }: { readonly summary: Summary }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const { place: chosen } = useWords();
  const choose = useChoose();
  const groups = new Map(summary.groups.map((group) => [group.key, group]));
  const most = Math.max(1, ...summary.groups.map(({ projects }) => projects));
  const shade = scaleQuantize([0, most], shades);
  // What lies in no tile is told below: the level of the city itself, a street, a project without a place.
  const onMap = new Set(summary.places.flatMap(({ id, tile }) => (tile === null ? [] : [id])));
  const off = summary.groups.filter(({ key }) => !onMap.has(key));
  return (
    <figure className="tile-map">
      <div className="tile-grid pj-tiles">
        {summary.places.map(({ id, name, nameEn, tile }) => {
          const group = groups.get(id);
          if (tile === null) return null;
          const colour = shade(group?.projects ?? 0);
          return (
            <div
              key={id}
              className="tile"
              style={{
                gridColumn: tile[0] + 1,
                gridRow: tile[1] + 1,
                background: colour,
                color: shades.indexOf(colour) > 2 ? '#fff' : 'var(--ink-1)',
              }}
            >
              <button
                type="button"
                aria-pressed={chosen === id}
                onClick={() => choose({ place: chosen === id ? undefined : id, view: 'list' })}
              >
                {language === 'zh' ? shortPlace(name) : nameEn}
              </button>
              <span>
                {t.mapProjects(group?.projects ?? 0)}
                {group?.investment.percent == null
                  ? ''
                  : ` · ${Number(group.investment.percent).toFixed(1)}%`}
              </span>
              {group !== undefined && group.late > 0 && (
                <span className="tag late">{t.late(group.late)}</span>
              )}
            </div>
          );
        })}
      </div>
      <figcaption className="note">
        {t.mapHint}
        {off.length > 0 && (
          <>
            {' '}
            {t.offMap}
            {off.map((group) => (
              <span key={group.key}>
                <button
                  type="button"
                  className="link"
                  onClick={() => choose({ place: group.key, view: 'list' })}
                >
                  {group.name[language]} {t.mapProjects(group.projects)}
                  {group.investment.percent === null
                    ? ''
                    : ` · ${Number(group.investment.percent).toFixed(1)}%`}
                </button>{' '}
              </span>
            ))}
          </>
        )}
      </figcaption>
    </figure>
  );
}

export function ProjectMap({ cut }: { readonly cut: Cut }): ReactNode {
  const t = useFeatureText(projectsText);
  const byPlace = useAsk('GET /api/projects/summary', { query: { ...cut, by: 'place' } });
  return (
    <section className="card" aria-labelledby="project-map">
      <div className="card-head">
        <h2 id="project-map">{t.views.map}</h2>
      </div>
      <Answered query={byPlace}>{(summary) => <Tiles summary={summary} />}</Answered>
    </section>
  );
}
