// A column header that sorts: button inside th, aria-sort only on the sorted column, the change said once.
import type { ReactNode } from 'react';
import { SortMark } from './icon.tsx';

export type Way = 'ascending' | 'descending';

export function SortableHead({
  label,
  way,
  toggle,
  numeric = false,
}: {
  readonly label: string;
  readonly way: Way | null;
  readonly toggle: () => void;
  readonly numeric?: boolean;
}): ReactNode {
  return (
    <th scope="col" className={numeric ? 'num' : ''} {...(way === null ? {} : { 'aria-sort': way })}>
      <button type="button" className="sort" onClick={toggle}>
        {label}
        <SortMark way={way} />
      </button>
    </th>
  );
}
