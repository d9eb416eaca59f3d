// How the indicators are laid out in two columns: fields stay whole where the columns come out nearly equal.
import type { CommitmentRow } from '../../api.ts';
import { groupBy } from '../../part/keyed.ts';

export interface Group {
  readonly field: string;
  readonly rows: readonly CommitmentRow[];
}

export const groupByField = (rows: readonly CommitmentRow[]): readonly Group[] =>
  [...groupBy(rows, (row) => row.field)].map(([field, members]) => ({ field, rows: members }));

/** Columns may differ by this share of all rows before a field is cut in two. */
const uneven = 0.1;

export function twoColumns(groups: readonly Group[]): readonly [readonly Group[], readonly Group[]] {
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const half = Math.ceil(total / 2);
  let before = 0;
  for (const [at, group] of groups.entries()) {
    const after = before + group.rows.length;
    if (Math.abs(after - half) <= (total * uneven) / 2 && at < groups.length - 1)
      return [groups.slice(0, at + 1), groups.slice(at + 1)];
    if (after > half) return cut(groups, at, half - before);
    before = after;
  }
  return [groups, []];
}

function cut(
  groups: readonly Group[],
  at: number,
  first: number,
): readonly [readonly Group[], readonly Group[]] {
  const group = groups[at];
  if (!group) return [groups, []];
  const part = (rows: readonly CommitmentRow[]): readonly Group[] =>
    rows.length === 0 ? [] : [{ field: group.field, rows }];
  return [
    [...groups.slice(0, at), ...part(group.rows.slice(0, first))],
    [...part(group.rows.slice(first)), ...groups.slice(at + 1)],
  ];
}
