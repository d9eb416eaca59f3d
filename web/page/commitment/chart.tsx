// Figures of one series through the years, each year's target as a tick across that year: points where there is a figure.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ReactNode } from 'react';
import { useWidth } from '../../part/width.ts';
import { amount } from '../../text/format.ts';
import { useText } from '../../text/language.tsx';
import { type Goal, goalsOf, type Point, pointsOf, runsOf, type Series, yearsOf } from './series.ts';

const size = { height: 196, left: 48, right: 20, top: 26, bottom: 40 };
const widest = 760;

type Scale = (value: number) => number;

function Axis({
  y,
  ticks,
  width,
}: {
  readonly y: Scale;
  readonly ticks: readonly number[];
  readonly width: number;
}): ReactNode {
  return ticks.map((tick) => (
    <g key={tick} transform={`translate(0 ${y(tick)})`}>
      <line x1={size.left} x2={width - size.right} stroke="var(--line)" />
      <text x={size.left - 8} dy="0.32em" textAnchor="end" className="chart-word">
        {amount(String(tick))}
      </text>
    </g>
  ));
}

function Years({ x, years }: { readonly x: Scale; readonly years: readonly number[] }): ReactNode {
  const foot = size.height - size.bottom;
  return years.map((year) => (
    <g key={year}>
      <line
        x1={x(Date.UTC(year, 0, 1))}
        x2={x(Date.UTC(year, 0, 1))}
        y1={size.top - 10}
        y2={foot}
        stroke="var(--line)"
      />
      <text
        x={x(Date.UTC(year, 6, 1))}
        y={size.height - 6}
        textAnchor="middle"
        className="chart-word chart-year"
      >
        {year}
      </text>
    </g>
  ));
}

/** Words of a target stand on the side of the tick where no figure is. */
function Goals({
  x,
  y,
  goals,
  points,
}: {
  readonly x: Scale;
  readonly y: Scale;
  readonly goals: readonly Goal[];
  readonly points: readonly Point[];
}): ReactNode {
  const t = useText();
  return goals.map(({ year, value, printed }) => {
    const above = !points.some((point) => point.year === year && point.value >= value);
    return (
      <g key={`${year} ${printed}`} transform={`translate(0 ${y(value)})`}>
        <line
          x1={x(Date.UTC(year, 0, 12))}
          x2={x(Date.UTC(year, 11, 20))}
          stroke="var(--ink-1)"
          strokeDasharray="4 3"
          strokeWidth="1.4"
        />
        <text x={x(Date.UTC(year, 0, 14))} y={above ? -5 : 13} className="chart-goal">
          {t.commitment.targetLine} {amount(String(value))}
        </text>
      </g>
    );
  });
}

function Points({
  x,
  y,
  points,
}: {
  readonly x: Scale;
  readonly y: Scale;
  readonly points: readonly Point[];
}): ReactNode {
  const t = useText();
  return points.map((point) => (
    <g key={`${point.at} ${point.label}`} transform={`translate(${x(point.at)} ${y(point.value)})`}>
      <title>
        {`${point.period} ${point.label}${point.sources > 1 ? ` · ${t.year.sources(point.sources)}` : ''}`}
      </title>
      <circle r={point.own ? 4 : 3.2} fill={point.own ? 'var(--accent)' : 'var(--bar)'} />
      <text y="-9" textAnchor="middle" className={point.own ? 'chart-value' : 'chart-value other'}>
        {point.label}
      </text>
      <text y={size.height - size.bottom + 16 - y(point.value)} textAnchor="middle" className="chart-word">
        {point.season}
      </text>
    </g>
  ));
}

export function Chart({ series }: { readonly series: Series }): ReactNode {
  const t = useText();
  const [place, room] = useWidth<HTMLDivElement>(widest);
  const width = Math.min(room, widest);
  const points = pointsOf(series);
  const years = yearsOf(series, points);
  const goals = goalsOf(series, years);
  const [first] = years;
  const last = years.at(-1);
  if (points.length === 0 || first === undefined || last === undefined) return <div ref={place} />;
  const values = [...points, ...goals].map(({ value }) => value);
  const spread = Math.max(...values) - Math.min(...values) || Math.abs(values[0] ?? 1) || 1;
  const y = scaleLinear(
    [Math.min(...values) - spread * 0.2, Math.max(...values) + spread * 0.2],
    [size.height - size.bottom, size.top],
  ).nice(4);
  const x = scaleLinear([Date.UTC(first, 0, 1), Date.UTC(last + 1, 0, 20)], [size.left, width - size.right]);
  const path = line<Point>(
    (point) => x(point.at),
    (point) => y(point.value),
  );
  return (
    <div className="chart" ref={place}>
      <svg width={width} height={size.height} role="img" aria-label={t.commitment.chartLabel(series.metric)}>
        <Axis y={y} ticks={y.ticks(4)} width={width} />
        <Years x={x} years={years} />
        {runsOf(series, points).map((run) => (
          <path key={run[0]?.at} d={path([...run]) ?? ''} fill="none" stroke="var(--bar)" strokeWidth="1.6" />
        ))}
        <Goals x={x} y={y} goals={goals} points={points} />
        <Points x={x} y={y} points={points} />
      </svg>
    </div>
  );
}
