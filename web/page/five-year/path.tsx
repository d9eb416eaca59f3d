// The years of a five-year target as bars, what each year's end is due as a tick; drawing only, the table beside it holds the numbers.
import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import type { FiveYearRow } from './five-year.tsx';

const size = { width: 420, height: 120, left: 6, top: 12, bottom: 20 };

export function PathDrawing({ row }: { readonly row: FiveYearRow }): ReactNode {
  const bars = row.years.map(({ soFar }) => (soFar === null ? null : Number(soFar)));
  const dues =
    row.kind === 'averageGrowth'
      ? row.years.map(() => Number(row.target))
      : row.years.map(({ due }) => (due === null ? null : Number(due)));
  const known = [...bars, ...dues].flatMap((value) => value ?? []);
  if (known.length === 0) return <div />;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const floor = row.kind === 'endLevel' ? least - (most - least || 1) * 0.6 : Math.min(0, least);
  const y = scaleLinear([floor, most], [size.height - size.bottom, size.top]);
  const step = (size.width - size.left) / row.years.length;
  return (
    <svg className="five-bars" viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      {row.years.map(({ year }, at) => {
        const left = size.left + at * step;
        const [bar, due] = [bars[at], dues[at]];
        const top = bar == null ? 0 : y(bar);
        return (
          <g key={year}>
            {bar != null && (
              <rect
                x={left + step * 0.2}
                y={top}
                width={step * 0.6}
                height={Math.max(1, y(floor) - top)}
                fill="var(--bar)"
              />
            )}
            {due != null && (
              <line
                x1={left + step * 0.1}
                x2={left + step * 0.9}
                y1={y(due)}
                y2={y(due)}
                stroke="var(--ink-1)"
                strokeWidth="2"
              />
            )}
            <text
              x={left + step / 2}
              y={size.height - 5}
              textAnchor="middle"
              fontSize="11"
              fill="var(--ink-3)"
            >
              {year}
            </text>
          </g>
        );
      })}
      <line x1={size.left} x2={size.width} y1={y(floor)} y2={y(floor)} stroke="var(--line-2)" />
    </svg>
  );
}
