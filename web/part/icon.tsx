// Small drawings; a status has a shape of its own, so that colour is never the only sign.
import type { ReactNode } from 'react';
import type { Status } from '../api.ts';

const shapes: Record<Status, ReactNode> = {
  achieved: (
    <>
      <circle cx="7" cy="7" r="6" fill="var(--ok)" />
      <path d="m4.2 7.1 2 2 3.6-4" stroke="#fff" strokeWidth="1.6" fill="none" />
    </>
  ),
  onTrack: (
    <>
      <circle cx="7" cy="7" r="5.3" fill="none" stroke="var(--ok)" strokeWidth="1.4" />
      <path d="m4.4 7.1 1.9 1.9 3.3-3.7" stroke="var(--ok)" strokeWidth="1.5" fill="none" />
    </>
  ),
  atRisk: (
    <>
      <path d="M7 1.2 13.3 12.6H.7Z" fill="var(--watch-f)" />
      <path d="M7 5v3.6M7 10v1.3" stroke="#fff" strokeWidth="1.5" />
    </>
  ),
  behind: (
    <>
      <path d="M4.3.8h5.4l3.5 3.5v5.4l-3.5 3.5H4.3L.8 9.7V4.3Z" fill="var(--late)" />
      <path d="M7 3.6v4M7 9.2v1.5" stroke="#fff" strokeWidth="1.6" />
    </>
  ),
  overdue: (
    <>
      <path d="M4.3.8h5.4l3.5 3.5v5.4l-3.5 3.5H4.3L.8 9.7V4.3Z" fill="var(--late)" />
      <path d="m4.7 4.7 4.6 4.6M9.3 4.7 4.7 9.3" stroke="#fff" strokeWidth="1.6" />
    </>
  ),
  notDue: (
    <>
      <circle cx="7" cy="7" r="5.4" fill="none" stroke="var(--bar)" strokeWidth="1.3" />
      <path d="M7 3.8V7l2.2 1.4" stroke="var(--bar)" strokeWidth="1.3" fill="none" />
    </>
  ),
  noJudgement: (
    <circle
      cx="7"
      cy="7"
      r="5.4"
      fill="none"
      stroke="var(--spark)"
      strokeWidth="1.4"
      strokeDasharray="2.4 1.84"
    />
  ),
};

export function StatusMark({ status }: { readonly status: Status }): ReactNode {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {shapes[status]}
    </svg>
  );
}

interface Drawing {
  readonly size?: number;
}

export const SearchIcon = ({ size = 16 }: Drawing): ReactNode => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    aria-hidden="true"
  >
    <circle cx="7" cy="7" r="4.6" />
    <path d="m10.5 10.5 3.4 3.4" strokeLinecap="round" />
  </svg>
);

export const EyeIcon = (): ReactNode => (
  <svg
    width="14"
    height="14"
    viewBox="0 0 14 14"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.3"
    aria-hidden="true"
  >
    <path d="M1 7s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4Z" />
    <circle cx="7" cy="7" r="1.8" />
  </svg>
);

export const CalendarIcon = (): ReactNode => (
  <svg
    width="14"
    height="14"
    viewBox="0 0 14 14"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.3"
    aria-hidden="true"
  >
    <rect x="1.5" y="2.5" width="11" height="10" rx="1.5" />
    <path d="M1.5 5.8h11M4.5 1v3M9.5 1v3" />
  </svg>
);

export const Logo = (): ReactNode => (
  <svg
    width="20"
    height="20"
    viewBox="0 0 24 24"
    fill="none"
    stroke="var(--accent)"
    strokeWidth="2.4"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d="M4.6 3.6v4.6h4.6" />
    <path d="M12 4.1a8 8 0 1 1-7.2 4.5" />
  </svg>
);

export const Caret = (): ReactNode => (
  <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
    <path d="M0 2h8L4 7Z" fill="currentColor" />
  </svg>
);

/** Unsorted has two heads, sorted has one: the shape differs, not only the colour. */
export function SortMark({ way }: { readonly way: 'ascending' | 'descending' | null }): ReactNode {
  return (
    <svg width="8" height="10" viewBox="0 0 8 10" fill="currentColor" aria-hidden="true">
      {way !== 'descending' && <path d="M4 0 7 4H1Z" />}
      {way !== 'ascending' && <path d="M4 10 1 6h6Z" />}
    </svg>
  );
}
