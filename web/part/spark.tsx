// Figures over time in the height of a row; red only for what is behind, as everywhere.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ReactNode } from 'react';
import type { CommitmentRow, Status } from '../api.ts';

const width = 62;
const height = 18;
const colours: Partial<Record<Status, string>> = {
  behind: 'var(--late)',
  overdue: 'var(--late)',
};

export function Spark({
  trend,
  status,
}: {
  readonly trend: CommitmentRow['trend'];
  readonly status: Status;
}): ReactNode {
  if (trend.length < 2) return null;
  const values = trend.map((point) => Number(point.amount));
  const days = trend.map((point) => Date.parse(point.periodEnd));
  const least = Math.min(...values);
  const greatest = Math.max(...values);
  const x = scaleLinear([Math.min(...days), Math.max(...days)], [2, width - 4]);
  const y = scaleLinear(least === greatest ? [least - 1, greatest + 1] : [least, greatest], [height - 3, 3]);
  const points = values.map((value, at): [number, number] => [x(days[at] ?? 0), y(value)]);
  const last = points.at(-1) ?? [0, 0];
  const colour = colours[status] ?? 'var(--spark)';
  return (
    <svg width={width} height={height} aria-hidden="true">
      <path d={line()(points) ?? ''} fill="none" stroke={colour} strokeWidth="1.3" />
      <circle cx={last[0]} cy={last[1]} r="2" fill={status === 'atRisk' ? 'var(--watch-f)' : colour} />
    </svg>
  );
}
