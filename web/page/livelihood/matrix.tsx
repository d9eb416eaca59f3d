// Lines of the allocation against places: header and first column stay, arrow keys move from cell to cell.
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, memo, type ReactNode, useRef } from 'react';
import type { LivelihoodPage } from '../../api.ts';
import { useWords } from '../../ask.ts';
import { keyed } from '../../part/keyed.ts';
import { SourceLink } from '../../part/source-link.tsx';
import { amount, shortPlace, unitOf, wide } from '../../text/format.ts';
import { useFeatureText, useText } from '../../text/language.tsx';
import { stepText } from '../../text/steps.ts';

export type Project = LivelihoodPage['projects'][number];
export type AllocationLine = Project['lines'][number];

type Cell = AllocationLine['cells'][number];

export const cellText = (cell: Cell | undefined): string =>
  cell === undefined || cell.value === null
    ? '—'
    : cell.second === null
      ? amount(cell.value)
      : `${amount(cell.value)}（${amount(cell.second)}）`;

const isGap = (line: AllocationLine): boolean => line.gap !== null && !/^-?0+(\.0+)?$/.test(line.gap);

/** What a row must say before its numbers can be read: not split, the same everywhere, two numbers a cell, a finding. */
export function LineTags({ line }: { readonly line: AllocationLine }): ReactNode {
  const t = useText();
  return (
    <>
      {line.mode !== null && line.mode !== 'sum' && (
        <span className="tag mark">{t.livelihood.mode[line.mode]}</span>
      )}
      {isGap(line) && (
        <span className="tag warn">
          {t.livelihood.gap} {amount(line.gap ?? '')}
        </span>
      )}
    </>
  );
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** One stop for Tab; inside the grid the arrows, Home and End move the focus. */
function move(event: KeyboardEvent<HTMLTableElement>): void {
  const from = event.target;
  if (!(from instanceof HTMLTableCellElement)) return;
  const row = from.parentElement;
  if (!(row instanceof HTMLTableRowElement)) return;
  const column = Number(from.dataset.column);
  const step = moves[event.key];
  const cells = [...row.querySelectorAll<HTMLTableCellElement>('[data-column]')];
  let to: HTMLTableCellElement | undefined;
  if (event.key === 'Home') to = cells[0];
  else if (event.key === 'End') to = cells.at(-1);
  else if (step && step[0] === 0) to = cells[cells.indexOf(from) + step[1]];
  else if (step) {
    const rows = [...event.currentTarget.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    const next = rows[rows.indexOf(row) + step[0]];
    const there = next ? [...next.querySelectorAll<HTMLTableCellElement>('[data-column]')] : [];
    to = there.findLast((cell) => Number(cell.dataset.column) <= column);
  } else return;
  event.preventDefault();
  if (!to) return;
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

const Row = memo(function Row({
  project,
  line,
  first,
  start,
  places,
  marked,
}: {
  readonly project: Project;
  readonly line: AllocationLine;
  readonly first: boolean;
  readonly start: boolean;
  readonly places: readonly string[];
  readonly marked: string | undefined;
}): ReactNode {
  const t = useText();
  const s = useFeatureText(stepText);
  const name = wide(line.metric || project.row.title);
  const whole = line.mode === 'whole' || line.cells.every((cell) => cell.value === null);
  return (
    <tr className={`${isGap(line) ? 'finding' : ''} ${first ? 'first' : ''}`}>
      <th scope="row" title={`${project.row.number} ${project.row.title}`}>
        <span className="matrix-name">
          <span className="quiet">{first ? project.row.number : ''}</span>
          <span>
            <span className="two-lines">
              {line.source ? <SourceLink source={line.source}>{name}</SourceLink> : name}
            </span>
            {!whole && <LineTags line={line} />}
          </span>
        </span>
      </th>
      <td className="num total-cell" data-column={0} tabIndex={start ? 0 : -1}>
        {line.target === null ? wide(line.printed) : amount(line.target)}
        <span className="unit">{unitOf(line.unit)}</span>
      </td>
      {whole ? (
        <td colSpan={places.length} data-column={1} tabIndex={-1} className="whole">
          <span className="tag mark">{t.livelihood.mode.whole}</span>
        </td>
      ) : (
        places.map((place, at) => {
          const cell = line.cells.find((one) => one.place === place);
          return (
            <td
              key={place}
              data-column={at + 1}
              tabIndex={-1}
              className={`num ${place === marked ? 'marked' : ''} ${cell?.away ? 'away' : ''}`}
              title={cell?.away ?? undefined}
            >
              {cellText(cell)}
              {cell?.away && <span className="hidden"> {s.away}</span>}
            </td>
          );
        })
      )}
      <td className="num total-cell" data-column={places.length + 1} tabIndex={-1}>
        {line.sum === null ? '' : amount(line.sum)}
      </td>
      <td className="num" data-column={places.length + 2} tabIndex={-1}>
        {isGap(line) && amount(line.gap ?? '')}
      </td>
    </tr>
  );
});

export function Matrix({ page }: { readonly page: LivelihoodPage }): ReactNode {
  const t = useText();
  const { place } = useWords();
  const table = useRef<HTMLTableElement>(null);
  let started = false;
  return (
    <div className="matrix-box">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked with arrow keys is a grid */}
      <table className="matrix" role="grid" ref={table} onKeyDown={move} aria-label={t.livelihood.matrix}>
        <thead>
          <tr>
            <th scope="col">{t.livelihood.project}</th>
            <th scope="col" className="num">
              {t.table.target}
            </th>
            {page.places.map((name) => (
              <th key={name} scope="col" className={name === place ? 'num marked' : 'num'} title={name}>
                <Link to="/sheet/place" search={{ place: name }}>
                  {shortPlace(name)}
                </Link>
              </th>
            ))}
            <th scope="col" className="num">
              {t.livelihood.sum}
            </th>
            <th scope="col" className="num">
              {t.livelihood.gap}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.projects.flatMap((project) =>
            keyed(project.lines, (line) => `${line.source?.start ?? ''} ${line.metric}`).map(
              ({ key, member: line }, at) => {
                const start = !started;
                started = true;
                return (
                  <Row
                    key={`${project.row.id} ${key}`}
                    project={project}
                    line={line}
                    first={at === 0}
                    start={start}
                    places={page.places}
                    marked={place}
                  />
                );
              },
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
