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
  (before, after) => looksOf(before.runs) === looksOf(after.runs),
);

/** Scrolls the element that begins at or just before the place to the middle of the pane. */
function show(pane: HTMLElement, place: number): void {
  let found: HTMLElement | undefined;
  for (const element of pane.querySelectorAll<HTMLElement>('[data-start]')) {
    if (Number(element.dataset.start) > place) break;
    found = element;
  }
  if (!found) return;
  const target = found;
  target.scrollIntoView({ block: 'center' });
  // chunks above may have got their real height only now
  requestAnimationFrame(() => target.scrollIntoView({ block: 'center' }));
}

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
  const all = useMemo<readonly Mark[]>(
    () => (spot === null ? marks : [...marks, { ...spot, look: 'spot', itemId: null }]),
    [marks, spot],
  );
  useEffect(() => {
    if (spot !== null && pane.current) show(pane.current, spot.start);
  }, [spot]);
  const onClick = (event: MouseEvent): void => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null;
    if (mark?.dataset.item !== undefined) select(mark.dataset.item);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same items can be walked with keys in the list beside
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: a click is a shortcut to the list beside
    <section
      className="source-text"
      ref={pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by key
      tabIndex={0}
      lang="zh-CN"
      aria-label={t.review.source}
      onClick={onClick}
    >
      {chunks.map((chunk) => (
        <ChunkText key={chunk.start} runs={runsOf(chunk, all)} />
      ))}
    </section>
  );
}
