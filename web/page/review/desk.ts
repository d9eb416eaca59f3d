// The state of a review: which item is current, what is shown, what was decided, kept by the browser until it is sent.
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import type { Review, ReviewItem } from '../../api.ts';
import { type Choice, choicesOf, type Draft, draftFrom, isOpen, type Move, moved } from './draft.ts';

const keyOf = (documentId: string): string => `bihuan.review.${documentId}`;

function kept(documentId: string): Draft | null {
  try {
    return draftFrom(sessionStorage.getItem(keyOf(documentId)));
  } catch {
    return null;
  }
}

function keep(documentId: string, draft: Draft): void {
  try {
    if (draft.steps.length === 0 && draft.typing === null) sessionStorage.removeItem(keyOf(documentId));
    else sessionStorage.setItem(keyOf(documentId), JSON.stringify(draft));
  } catch {
    // a browser that stores nothing still lets people review and send
  }
}

export interface Shown {
  readonly family: string | null;
  readonly onlyPending: boolean;
  readonly onlyChanged: boolean;
}

export interface Desk {
  readonly items: readonly ReviewItem[];
  readonly draft: Draft;
  readonly move: (move: Move) => void;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly current: ReviewItem | null;
  readonly select: (itemId: string) => void;
  readonly step: (by: number) => void;
  readonly shown: Shown;
  readonly show: (part: Partial<Shown>) => void;
  readonly open: string | null;
  readonly toggle: (itemId: string) => void;
  /** Decides on one item and goes on to the next that is open. */
  readonly choose: (choice: Choice) => void;
}

const isShown = (item: ReviewItem, shown: Shown, choices: ReadonlyMap<string, Choice>): boolean =>
  (shown.family === null || item.family === shown.family) &&
  (!shown.onlyPending || isOpen(item, choices)) &&
  (!shown.onlyChanged || item.change === 'changed' || item.change === 'new');

const isFiltering = (shown: Shown): boolean =>
  shown.family !== null || shown.onlyPending || shown.onlyChanged;

export function useDesk(review: Review, year: number, first: string | null): Desk {
  const documentId = review.document.id;
  const [draft, move] = useReducer(
    moved,
    documentId,
    (id): Draft => kept(id) ?? { year, steps: [], typing: null },
  );
  useEffect(() => keep(documentId, draft), [documentId, draft]);
  const choices = useMemo(() => choicesOf(draft), [draft]);
  const [shown, setShown] = useState<Shown>({ family: null, onlyPending: false, onlyChanged: false });
  const ordered = useMemo(
    () => [...review.items].sort((a, b) => a.start - b.start || b.end - a.end),
    [review.items],
  );
  const [currentId, setCurrent] = useState(first ?? ordered[0]?.id ?? null);
  const [open, setOpen] = useState<string | null>(null);
  const items = useMemo(
    () => (isFiltering(shown) ? ordered.filter((item) => isShown(item, shown, choices)) : ordered),
    [ordered, shown, choices],
  );
  const current = ordered.find((item) => item.id === currentId) ?? null;
  const step = useCallback(
    (by: number) => {
      const at = items.findIndex((item) => item.id === currentId);
      // the current item may have left the filtered list: then the nearest one in the document is next
      const from =
        at === -1 ? items.findIndex((item) => item.start >= (current?.start ?? 0)) - (by > 0 ? 1 : 0) : at;
      const to = items[Math.min(items.length - 1, Math.max(0, from + by))];
      if (to) setCurrent(to.id);
    },
    [items, currentId, current?.start],
  );
  const choose = (choice: Choice): void => {
    move({ do: 'choose', choices: [choice] });
    const at = items.findIndex((item) => item.id === choice.itemId);
    const next = items.find((item, position) => position > at && isOpen(item, choices)) ?? items[at + 1];
    if (next) setCurrent(next.id);
  };
  return {
    items,
    draft,
    move,
    choices,
    current,
    select: setCurrent,
    step,
    shown,
    show: (part) => setShown((before) => ({ ...before, ...part })),
    open,
    toggle: (itemId) => setOpen((before) => (before === itemId ? null : itemId)),
    choose,
  };
}
