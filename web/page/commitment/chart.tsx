// Figures of one metric over time against the target: points where there is a figure, nothing invented between.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ReactNode } from 'react';
import type { Figure, Target } from '../../api.ts';
import { useWidth } from '../../part/width.ts';
import { amount } from '../../text/format.ts';
import { useText } from '../../text/language.tsx';

const size = { height: 184, left: 44, right: 76, top: 20, bottom: 26 };
const widest = 720;

interface Point {
  readonly at: number;
  readonly value: number;
  readonly label: string;
  readonly period: string;
}

const pointsOf = (figures: readonly Figure[]): readonly Point[] =>
  figures
    .flatMap((figure) =>
      figure.amount === null
        ? []
        : [
            {
              at: Date.parse(figure.periodEnd),
              value: Number(figure.amount),
              label: amount(figure.amount),
              period: figure.period,
            },
          ],
    )
    .sort((a, b) => a.at - b.at);

function Axis({
  y,
  ticks,
  width,
}: {
  readonly y: (value: number) => number;
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

/** Only levels in the unit of the figures can be drawn as a line. */
const lineOf = (target: Target | undefined): number | null => {
  const value = target?.values[0];
  if (!target || value === undefined || target.form === 'relative') return null;
  return target.direction === 'down' && !value.startsWith('-') ? -Number(value) : Number(value);
};

export function Chart({
  title,
  figures,
  target,
}: {
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly target: Target | undefined;
}): ReactNode {
  const t = useText();
  const [place, room] = useWidth<HTMLDivElement>(widest);
  const width = Math.min(room, widest);
  const points = pointsOf(figures);
  const goal = lineOf(target);
  if (points.length === 0) return <div ref={place} />;
  const values = [...points.map((point) => point.value), ...(goal === null ? [] : [goal])];
  const spread = Math.max(...values) - Math.min(...values) || Math.abs(values[0] ?? 1) || 1;
  const y = scaleLinear(
    [Math.min(...values) - spread * 0.2, Math.max(...values) + spread * 0.2],
    [size.height - size.bottom, size.top],
  ).nice(4);
  const days = points.map((point) => point.at);
  const month = 31 * 24 * 3600 * 1000;
  const x = scaleLinear(
    [Math.min(...days) - month, Math.max(...days) + month],
    [size.left, width - size.right],
  );
  const path = line<Point>(
    (point) => x(point.at),
    (point) => y(point.value),
  )([...points]);
  return (
    <div className="chart" ref={place}>
      <svg width={width} height={size.height} role="img" aria-label={t.commitment.chartLabel(title)}>
        <Axis y={y} ticks={y.ticks(4)} width={width} />
        {goal !== null && (
          <g transform={`translate(0 ${y(goal)})`}>
            <line
              x1={size.left}
              x2={width - size.right}
              stroke="var(--ink-1)"
              strokeDasharray="4 3"
              strokeWidth="1.2"
            />
            <text x={width - size.right + 6} dy="0.32em" className="chart-goal">
              {t.commitment.targetLine} {amount(target?.values[0] ?? '')}
            </text>
          </g>
        )}
        <path d={path ?? ''} fill="none" stroke="var(--bar)" strokeWidth="1.6" />
        {points.map((point) => (
          <g key={`${point.at} ${point.label}`} transform={`translate(${x(point.at)} ${y(point.value)})`}>
            <circle r="3.5" fill="var(--accent)" />
            <text y="-9" textAnchor="middle" className="chart-value">
              {point.label}
            </text>
            <text y={size.height - 8 - y(point.value)} textAnchor="middle" className="chart-word">
              {point.period}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
