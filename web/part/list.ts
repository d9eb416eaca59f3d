// A list of commitments as the address describes it: which filters are sent to the server, and the order of the rows.
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { CommitmentRow, Kind } from '../api.ts';
import { useAsk, useWhen, useWords } from '../ask.ts';
import type { Search } from '../router.tsx';
import type { Way } from './sortable.tsx';
import { isStatus, statusOrder } from './status.tsx';

/** No list of a plan is longer; the server refuses more. */
const wholeList = 1000;

export function useList(kind: Kind | undefined) {
  const words = useWords();
  const when = useWhen();
  return useAsk('GET /api/commitments', {
    query: {
      ...when,
      ...(kind === undefined ? {} : { kind }),
      ...(isStatus(words.status) ? { status: words.status } : {}),
      ...(words.unit === undefined ? {} : { unit: words.unit }),
      ...(words.official === undefined ? {} : { official: words.official }),
      ...(words.field === undefined ? {} : { field: words.field }),
      ...(words.taskForce === undefined ? {} : { taskForce: words.taskForce }),
      ...(words.search === undefined ? {} : { search: words.search }),
      limit: wholeList,
    },
  });
}

const chinese = new Intl.Collator('zh-Hans-CN', { numeric: true });
const numberOf = (text: string | null | undefined): number =>
  text === null || text === undefined ? Number.NEGATIVE_INFINITY : Number(text);

export type Column =
  | 'number'
  | 'title'
  | 'figure'
  | 'target'
  | 'share'
  | 'status'
  | 'unit'
  | 'official'
  | 'due';

const compare: Record<Column, (a: CommitmentRow, b: CommitmentRow) => number> = {
  number: (a, b) => chinese.compare(a.number, b.number),
  title: (a, b) => chinese.compare(a.title, b.title),
  figure: (a, b) => numberOf(a.latest?.amount) - numberOf(b.latest?.amount),
  target: (a, b) => numberOf(a.targets[0]?.values[0]) - numberOf(b.targets[0]?.values[0]),
  share: (a, b) => numberOf(a.verdict.share) - numberOf(b.verdict.share),
  status: (a, b) => statusOrder.indexOf(a.verdict.status) - statusOrder.indexOf(b.verdict.status),
  unit: (a, b) => chinese.compare(a.leadUnit ?? '', b.leadUnit ?? ''),
  official: (a, b) => chinese.compare(a.official ?? '', b.official ?? ''),
  due: (a, b) => a.dueOn.localeCompare(b.dueOn),
};

const isColumn = (text: string | undefined): text is Column => text !== undefined && text in compare;

export interface Sorting {
  readonly column: Column | null;
  readonly way: Way;
  readonly wayOf: (column: Column) => Way | null;
  readonly toggle: (column: Column) => void;
}

/** Ascending, descending, then the order of the document again. */
export function useSorting(): Sorting {
  const words = useWords();
  const navigate = useNavigate();
  const column = isColumn(words.sort) ? words.sort : null;
  const way: Way = words.way === 'descending' ? 'descending' : 'ascending';
  const go = (next: Search): void =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, ...next }),
      replace: true,
      resetScroll: false,
    });
  return {
    column,
    way,
    wayOf: (one) => (one === column ? way : null),
    toggle: (one) => {
      if (one !== column) go({ sort: one, way: undefined });
      else if (way === 'ascending') go({ way: 'descending' });
      else go({ sort: undefined, way: undefined });
    },
  };
}

export function useSorted(rows: readonly CommitmentRow[], sorting: Sorting): readonly CommitmentRow[] {
  const { column, way } = sorting;
  return useMemo(() => {
    if (column === null) return rows;
    const sorted = [...rows].sort(compare[column]);
    return way === 'ascending' ? sorted : sorted.reverse();
  }, [rows, column, way]);
}
