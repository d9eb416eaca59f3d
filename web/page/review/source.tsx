// The source text, left of what was found in it: items marked, the current one in view; 110,000 characters stay light.
import { type MouseEvent, memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useText } from '../../text/language.tsx';
import { type Chunk, chunksOf, type Mark, type Run, runsOf } from './segments.ts';

export interface Spot {
  readonly start: number;
  readonly end: number;
}

const looksOf = (runs: readonly Run[]): string =>
  runs.map((run) => `${run.start}${run.looks.join('.')}${run.itemId ?? ''}`).join(' ');

const ChunkText = memo(
  function ChunkText({ runs }: { readonly runs: readonly Run[] }): ReactNode {
    return (
      <div className="chunk">
        {runs.map((run) =>
          run.looks.length === 0 ? (
            <span key={run.start} data-start={run.start}>
              {run.text}
            </span>
          ) : (
            <mark
              key={run.start}
              data-start={run.start}
              className={run.looks.join(' ')}
              {...(run.itemId === null ? {} : { 'data-item': run.itemId })}
            >
              {run.text}
            </mark>
          ),
        )}
      </div>
    );
  },
  (before, after) => before.runs === after.runs || looksOf(before.runs) === looksOf(after.runs),
);

/** Scrolls the run that begins at or just before the place to the middle of the pane. */
function show(pane: HTMLElement, chunkAt: number, place: number): void {
  const runs = pane.children[chunkAt]?.querySelectorAll<HTMLElement>('[data-start]') ?? [];
  const target = [...runs].findLast((run) => Number(run.dataset.start) <= place);
  if (!target) return;
  target.scrollIntoView({ block: 'center' });
  // chunks above may have got their real height only now
  requestAnimationFrame(() => target.scrollIntoView({ block: 'center' }));
}

const meets = (chunk: Chunk, spot: Spot): boolean =>
  spot.start < chunk.start + chunk.text.length && spot.end > chunk.start;

export function SourceText({
  text,
  marks,
  spot,
  select,
}: {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly spot: Spot | null;
  readonly select: (itemId: string) => void;
}): ReactNode {
  const t = useText();
  const pane = useRef<HTMLDivElement>(null);
  const chunks = useMemo<readonly Chunk[]>(() => chunksOf(text), [text]);
  const plain = useMemo(() => chunks.map((chunk) => runsOf(chunk, marks)), [chunks, marks]);
  const runs = useMemo(
    () =>
      spot === null
        ? plain
        : plain.map((found, at) => {
            const chunk = chunks[at];
            return chunk && meets(chunk, spot)
              ? runsOf(chunk, [...marks, { ...spot, look: 'spot', itemId: null }])
              : found;
          }),
    [plain, chunks, marks, spot],
  );
  useEffect(() => {
    if (spot === null || !pane.current) return;
    const at = chunks.findIndex((chunk) => meets(chunk, spot));
    if (at !== -1) show(pane.current, at, spot.start);
  }, [spot, chunks]);
  const onClick = (event: MouseEvent): void => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null;
    if (mark?.dataset.item !== undefined) select(mark.dataset.item);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same items can be walked with keys in the list beside
    <section
      className="source-text"
      ref={pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by key
      tabIndex={0}
      lang="zh-CN"
      aria-label={t.review.source}
      onClick={onClick}
    >
      {chunks.map((chunk, at) => (
        <ChunkText key={chunk.start} runs={runs[at] ?? []} />
      ))}
    </section>
  );
}
