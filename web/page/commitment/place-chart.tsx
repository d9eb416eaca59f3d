// Several districts in one line chart, by the days their figures are for; each line has a dash and a name of its own at its end.
import { scaleLinear } from 'd3-scale';
import { line as lineOf } from 'd3-shape';
import { type ReactNode, useState } from 'react';
import { useWidth } from '../../part/width.ts';
import { amount, shortPlace } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { sheetText } from '../../text/sheet.ts';
import type { PlacesLine } from './place-line.ts';

type Series = PlacesLine['series'][number];
type Point = Series['points'][number];

const size = { height: 220, left: 48, right: 74, top: 14, bottom: 26 };
const widest = 760;
/** So many lines can be told apart; more are a tick away. */
const firstShown = 5;
const dashes = ['', '5 3', '2 3', '8 3 2 3', '1 3'];
const colours = ['var(--accent)', 'var(--ink-2)', 'var(--ok)', 'var(--watch)', 'var(--bar)'];

const at = ({ periodEnd }: Point): number => Date.parse(periodEnd);

/** Names at the right end, moved apart where they would touch. */
function namesOf(series: readonly Series[], y: (value: number) => number) {
  const ends = series
    .flatMap(({ place, points }) => {
      const last = points.at(-1);
      return last ? [{ place, top: y(Number(last.amount)) }] : [];
    })
    .sort((a, b) => a.top - b.top);
  let free = 0;
  return ends.map(({ place, top }) => {
    const placed = Math.max(top, free);
    free = placed + 13;
    return { place, top: placed };
  });
}

function Lines({
  line,
  series,
}: {
  readonly line: PlacesLine;
  readonly series: readonly Series[];
}): ReactNode {
  const s = useFeatureText(sheetText);
  const [place, room] = useWidth<HTMLDivElement>(widest);
  const width = Math.min(room, widest);
  const points = series.flatMap((one) => one.points);
  if (points.length === 0) return <div ref={place} />;
  const [days, values] = [points.map(at), points.map((point) => Number(point.amount))];
  const x = scaleLinear([Math.min(...days), Math.max(...days)], [size.left + 6, width - size.right]);
  const y = scaleLinear(
    [Math.min(...values), Math.max(...values)],
    [size.height - size.bottom - 6, size.top],
  ).nice(4);
  const path = lineOf<Point>(
    (point) => x(at(point)),
    (point) => y(Number(point.amount)),
  );
  const dated = [...new Set(points.map(({ periodEnd }) => periodEnd))].sort();
  return (
    <div className="chart" ref={place}>
      <svg width={width} height={size.height} role="img" aria-label={`${line.metric} ${s.through}`}>
        {y.ticks(4).map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line x1={size.left} x2={width - size.right} stroke="var(--line)" />
            <text x={size.left - 8} dy="0.32em" textAnchor="end" className="chart-word">
              {amount(String(tick))}
            </text>
          </g>
        ))}
        {[dated[0], dated.at(-1)].map((iso) =>
          iso === undefined ? null : (
            <text
              key={iso}
              x={x(Date.parse(iso))}
              y={size.height - 6}
              textAnchor="middle"
              className="chart-word"
            >
              {iso.slice(0, 7)}
            </text>
          ),
        )}
        {series.map((one, index) => (
          <g key={one.place}>
            <path
              d={path([...one.points]) ?? ''}
              fill="none"
              stroke={colours[index % colours.length]}
              strokeDasharray={dashes[index % dashes.length]}
              strokeWidth="1.6"
            />
            {one.points.map((point) => (
              <circle
                key={point.periodEnd}
                cx={x(at(point))}
                cy={y(Number(point.amount))}
                r="2.6"
                fill={colours[index % colours.length]}
              >
                <title>{`${one.place} ${point.periodEnd} ${amount(point.amount)}`}</title>
              </circle>
            ))}
          </g>
        ))}
        {namesOf(series, y).map(({ place: name, top }) => (
          <text key={name} x={width - size.right + 8} y={top + 4} className="chart-word">
            {shortPlace(name)}
          </text>
        ))}
      </svg>
    </div>
  );
}

export function PlaceChart({ line }: { readonly line: PlacesLine }): ReactNode {
  const s = useFeatureText(sheetText);
  const [shown, show] = useState<readonly string[]>(
    line.series.slice(0, firstShown).map(({ place }) => place),
  );
  const toggle = (place: string): void =>
    show(shown.includes(place) ? shown.filter((one) => one !== place) : [...shown, place]);
  return (
    <div className="place-chart">
      <h3>
        {s.through} <span className="note">{s.throughHint}</span>
      </h3>
      <fieldset className="ticks">
        <legend className="hidden">{s.compare}</legend>
        {line.series.map(({ place }) => (
          <label key={place}>
            <input type="checkbox" checked={shown.includes(place)} onChange={() => toggle(place)} />{' '}
            {shortPlace(place)}
          </label>
        ))}
      </fieldset>
      <Lines line={line} series={line.series.filter(({ place }) => shown.includes(place))} />
    </div>
  );
}
