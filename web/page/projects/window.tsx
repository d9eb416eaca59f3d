// A long list of which only the rows in view are drawn and only their pages are asked for: ten thousand projects scroll like ten.
import { useQueries } from '@tanstack/react-query';
import { memo, type ReactNode, useRef, useState } from 'react';
import { type Answer, type Ask, call } from '../../api.ts';
import type { Row } from './parts.tsx';

type Page = Answer<'GET /api/projects'>;
export type PageQuery = NonNullable<Ask<'GET /api/projects'>['query']>;

const pageSize = 100;
/** Rows drawn above and below those in view. */
const beyond = 4;
/** The window moves in steps of rows: most scroll events draw nothing. */
const step = 4;

const askOf = (query: PageQuery, page: number): Ask<'GET /api/projects'> => ({
  query: { ...query, offset: page * pageSize, limit: pageSize },
});

/** Pages that the rows from first to last stand on. */
function usePages(query: PageQuery, first: number, last: number): ReadonlyMap<number, Page> {
  const wanted = [Math.floor(first / pageSize), Math.floor(Math.max(first, last - 1) / pageSize)];
  const numbers = [...new Set(wanted)];
  const answers = useQueries({
    queries: numbers.map((page) => ({
      queryKey: ['GET /api/projects', askOf(query, page)],
      queryFn: ({ signal }: { signal: AbortSignal }) => call('GET /api/projects', askOf(query, page), signal),
      staleTime: 30_000,
      // That a page is being asked for draws nothing.
      notifyOnChangeProps: ['data' as const],
    })),
  });
  return new Map(
    numbers.flatMap((page, at) => {
      const found = answers[at]?.data;
      return found ? [[page, found] as const] : [];
    }),
  );
}

interface LineProps {
  readonly at: number;
  readonly row: Row | undefined;
  readonly total: number;
  readonly rowHeight: number;
  readonly draw: (row: Row) => ReactNode;
}

/** Drawn once: a row that stays in view while the window moves is not drawn again. It never moves itself, so it is laid out by `top`. */
const Line = memo(function Line({ at, row, total, rowHeight, draw }: LineProps): ReactNode {
  return (
    <li
      className="pj-row"
      style={{ height: rowHeight, top: at * rowHeight }}
      aria-setsize={total}
      aria-posinset={at + 1}
    >
      {row ? draw(row) : <span className="pj-waiting" />}
    </li>
  );
});

export function ProjectWindow({
  query,
  total,
  rowHeight,
  height,
  label,
  children,
}: {
  readonly query: PageQuery;
  readonly total: number;
  readonly rowHeight: number;
  readonly height: number;
  readonly label: string;
  readonly children: (row: Row) => ReactNode;
}): ReactNode {
  const [top, setTop] = useState(0);
  const drawn = useRef(0);
  const first = Math.max(0, top - beyond);
  const last = Math.min(total, top + Math.ceil(height / rowHeight) + beyond + step);
  const pages = usePages(query, first, last);
  const rowAt = (at: number): Row | undefined => pages.get(Math.floor(at / pageSize))?.rows[at % pageSize];
  const scrolled = (scrollTop: number): void => {
    const now = Math.floor(scrollTop / rowHeight / step) * step;
    if (now === drawn.current) return;
    drawn.current = now;
    setTop(now);
  };
  return (
    <section
      className="pj-window"
      style={{ maxHeight: height }}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
      tabIndex={0}
      onScroll={(event) => scrolled(event.currentTarget.scrollTop)}
    >
      <ul style={{ height: total * rowHeight }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, each) => first + each).map((at) => (
          <Line key={at} {...{ at, total, rowHeight }} row={rowAt(at)} draw={children} />
        ))}
      </ul>
    </section>
  );
}
