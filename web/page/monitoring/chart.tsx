// One measure in several places over time: own line thick, the others thin with a dash of their own, revised points with the value before.
import { scaleLinear } from 'd3-scale';
import { line as lineOf } from 'd3-shape';
import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { useWidth } from '../../part/width.ts';
import { amount } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { monitoringText } from '../../text/monitoring.ts';
import { indicatorName, type Place, periodText, placeName } from './words.tsx';

export type SeriesPage = Answer<'GET /api/monitoring/series/:code'>;
type Figure = SeriesPage['figures'][number];

const size = { height: 260, left: 44, right: 96, top: 14, bottom: 26 };
const widest = 980;
const dashes = ['5 3', '2 3', '8 3 2 3', '1 3', '10 4', '4 2 1 2'];
const colours = ['var(--ink-2)', 'var(--bar)', 'var(--ok)', 'var(--watch)', 'var(--ink-3)'];

const at = ({ periodEnd }: Figure): number => Date.parse(periodEnd);

/** What counts up is joined within a year only; a gap of several steps is not drawn over. */
function runs(figures: readonly Figure[], step: number, cumulative: boolean): readonly (readonly Figure[])[] {
  const found: Figure[][] = [];
  let last: Figure | undefined;
  for (const figure of figures) {
    const gap = last ? at(figure) - at(last) : 0;
    const isApart = gap > (step + 1.2) * 31 * 86_400_000;
    const isNewYear = cumulative && last?.periodEnd.slice(0, 4) !== figure.periodEnd.slice(0, 4);
    if (!last || isApart || isNewYear) found.push([figure]);
    else found.at(-1)?.push(figure);
    last = figure;
  }
  return found;
}

interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

function PlaceLine({
  page,
  place,
  index,
  x,
  y,
}: Scales & { readonly page: SeriesPage; readonly place: Place; readonly index: number }): ReactNode {
  const { language } = useLanguage();
  const own = place.id === page.ownPlace;
  const figures = page.figures.filter(({ placeId }) => placeId === place.id).toReversed();
  const colour = own ? 'var(--accent)' : (colours[index % colours.length] ?? 'var(--bar)');
  const path = lineOf<Figure>(
    (figure) => x(at(figure)),
    (figure) => y(Number(figure.value)),
  );
  return (
    <g>
      {runs(figures, page.line.indicator.step, page.line.measure === 'total').map((run) => (
        <path
          key={run[0]?.periodEnd}
          d={path([...run]) ?? ''}
          fill="none"
          stroke={colour}
          strokeWidth={own ? 2.2 : 1.3}
          {...(own ? {} : { strokeDasharray: dashes[index % dashes.length] })}
        />
      ))}
      {figures.map((figure) => (
        <g key={figure.periodEnd} transform={`translate(${x(at(figure))} 0)`}>
          <title>{`${placeName(place, language)} ${periodText(figure.period, language)} ${amount(figure.value)}`}</title>
          {figure.earlier[0] && own && (
            <>
              <line y1={y(Number(figure.earlier[0].value))} y2={y(Number(figure.value))} stroke={colour} />
              <circle
                cy={y(Number(figure.earlier[0].value))}
                r="3"
                fill="var(--surface)"
                stroke={colour}
                className="monitor-before"
              />
            </>
          )}
          <circle cy={y(Number(figure.value))} r={own ? 2.6 : 1.6} fill={colour} />
        </g>
      ))}
    </g>
  );
}

/** Names stand at the right end of their lines, moved apart where they would touch. */
function Names({ page, x, y }: Scales & { readonly page: SeriesPage }): ReactNode {
  const { language } = useLanguage();
  const ends = page.places
    .flatMap((place) => {
      const last = page.figures.find(({ placeId }) => placeId === place.id);
      return last ? [{ place, x: x(at(last)), y: y(Number(last.value)) }] : [];
    })
    .sort((a, b) => a.y - b.y);
  let free = 0;
  return ends.map(({ place, x: left, y: wanted }) => {
    const top = Math.max(wanted, free);
    free = top + 14;
    return (
      <text
        key={place.id}
        x={left + 7}
        y={top + 4}
        className={place.id === page.ownPlace ? 'chart-word monitor-own' : 'chart-word'}
      >
        {placeName(place, language)
          .replace(/[（(].*$/, '')
          .slice(0, 16)}
      </text>
    );
  });
}

export function Chart({ page }: { readonly page: SeriesPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const [place, room] = useWidth<HTMLDivElement>(widest);
  const width = Math.min(room, widest);
  const { figures, line } = page;
  if (figures.length === 0) return <div ref={place} />;
  const days = figures.map(at);
  const goal = line.target === null || line.measure === 'total' ? [] : [Number(line.target.value)];
  const values = [
    ...figures.flatMap(({ value, earlier }) => [Number(value), ...earlier.map((one) => Number(one.value))]),
    ...goal,
  ];
  const x = scaleLinear([Math.min(...days), Math.max(...days)], [size.left + 6, width - size.right]);
  const y = scaleLinear(
    [Math.min(...values), Math.max(...values)],
    [size.height - size.bottom - 6, size.top],
  ).nice(5);
  const years = [...new Set(figures.map(({ periodEnd }) => periodEnd.slice(0, 4)))].sort();
  const name = indicatorName(line.indicator, language);
  return (
    <div className="monitor-chart" ref={place}>
      <svg width={width} height={size.height} role="img" aria-label={t.chart(name)}>
        {y.ticks(5).map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line x1={size.left} x2={width - size.right} stroke={tick === 0 ? 'var(--ctl)' : 'var(--line)'} />
            <text x={size.left - 6} dy="0.32em" textAnchor="end" className="chart-word">
              {amount(String(tick))}
            </text>
          </g>
        ))}
        {years.map((year) => {
          const first = Math.max(Date.UTC(Number(year), 0, 31), Math.min(...days));
          return (
            <text key={year} x={x(first)} y={size.height - 6} className="chart-word chart-year">
              {year}
            </text>
          );
        })}
        {goal.map((value) => (
          <g key={value} transform={`translate(0 ${y(value)})`}>
            <line x1={size.left} x2={width - size.right} stroke="var(--ink-1)" strokeDasharray="4 3" />
            <text x={size.left + 4} y="-4" className="chart-goal">
              {t.targetLine} {amount(String(value))}
            </text>
          </g>
        ))}
        {page.places.map((one, index) => (
          <PlaceLine key={one.id} page={page} place={one} index={index} x={x} y={y} />
        ))}
        <Names page={page} x={x} y={y} />
      </svg>
    </div>
  );
}
