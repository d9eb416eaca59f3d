// The keys of a review: next, previous, adopt, merge, reject, edit, undo, open, help; never while somebody types.
import { type ReactNode, useEffect } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../../text/language.tsx';
import type { Desk } from './desk.ts';
import { adoptOf, editValues, mergeOf } from './item.tsx';

const isTypingPlace = (place: EventTarget | null): boolean =>
  place instanceof HTMLElement &&
  (place.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(place.tagName) ||
    place.closest('[role="dialog"], [role="listbox"]') !== null);

/** Enter belongs to a button that has the focus. */
const isPressable = (place: EventTarget | null): boolean =>
  place instanceof HTMLElement && place.closest('button, a') !== null;

function actions(desk: Desk, help: () => void): Readonly<Record<string, () => void>> {
  const { current: item } = desk;
  const decidable = item !== null && item.decision === 'pending';
  const merge = item === null ? null : mergeOf(item);
  const start = (form: 'reject' | 'edit' | 'merge', values: Readonly<Record<string, string>>): void => {
    if (item !== null) desk.move({ do: 'type', typing: { itemId: item.id, form, values } });
  };
  return {
    j: () => desk.step(1),
    ArrowDown: () => desk.step(1),
    k: () => desk.step(-1),
    ArrowUp: () => desk.step(-1),
    u: () => desk.move({ do: 'undo' }),
    '?': help,
    ...(item === null ? {} : { Enter: () => desk.toggle(item.id) }),
    ...(decidable
      ? {
          a: () => desk.choose(adoptOf(item)),
          r: () => start('reject', { reason: '' }),
          o: () => start('merge', { words: '' }),
          e: () => start('edit', editValues(item)),
        }
      : {}),
    ...(decidable && merge !== null ? { m: () => desk.choose(merge) } : {}),
  };
}

export function useReviewKeys(desk: Desk, help: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTypingPlace(event.target)) return;
      if (event.key === 'Enter' && isPressable(event.target)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const act = actions(desk, help)[key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [desk, help]);
}

export function KeyHelp({
  open,
  setOpen,
}: {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}): ReactNode {
  const t = useText();
  const keys = [
    ['J ↓', t.review.keys.next],
    ['K ↑', t.review.keys.previous],
    ['A', t.review.keys.adopt],
    ['M', t.review.keys.merge],
    ['O', t.merge.other],
    ['R', t.review.keys.reject],
    ['E', t.review.keys.edit],
    ['U', t.review.keys.undo],
    ['Enter', t.review.keys.open],
    ['?', t.review.keys.help],
  ] as const;
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={setOpen} isDismissable>
      <Modal className="sheet">
        <Dialog className="key-help">
          <Heading slot="title">{t.review.help}</Heading>
          <dl>
            {keys.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <button type="button" className="button" onClick={() => setOpen(false)}>
            {t.review.close}
          </button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
