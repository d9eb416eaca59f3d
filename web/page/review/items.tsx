// The list of what was read: by family, open ones first to hand, a whole family adopted with one step.
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { ReviewItem } from '../../api.ts';
import { groupBy } from '../../part/keyed.ts';
import { useText } from '../../text/language.tsx';
import type { Desk } from './desk.ts';
import { isOpen } from './draft.ts';
import { adoptOf, ItemCard, type ItemVerbs } from './item.tsx';

function Families({ desk, all }: { readonly desk: Desk; readonly all: readonly ReviewItem[] }): ReactNode {
  const t = useText();
  const families = [...groupBy(all, (item) => item.family)];
  return (
    <fieldset className="chips">
      <legend className="hidden">{t.filter.label}</legend>
      <button
        type="button"
        className="chip"
        aria-pressed={desk.shown.family === null}
        onClick={() => desk.show({ family: null })}
      >
        {t.filter.allCount(all.length)}
      </button>
      {families.map(([family, members]) => (
        <button
          key={family}
          type="button"
          className="chip"
          aria-pressed={desk.shown.family === family}
          onClick={() => desk.show({ family: desk.shown.family === family ? null : family })}
        >
          {t.review.family[family]} {members.length}
        </button>
      ))}
    </fieldset>
  );
}

function Batch({ desk }: { readonly desk: Desk }): ReactNode {
  const t = useText();
  const { family } = desk.shown;
  const open = desk.items.filter(
    (item) => isOpen(item, desk.choices) && (family === null || item.family === family),
  );
  const name = open[0] && family !== null ? t.review.family[open[0].family] : null;
  return (
    <button
      type="button"
      className="button small"
      disabled={open.length === 0}
      onClick={() => desk.move({ do: 'choose', choices: open.map(adoptOf) })}
    >
      {name === null ? t.review.adoptAll(open.length) : t.review.adoptFamily(name, open.length)}
    </button>
  );
}

function Toggle({
  label,
  on,
  set,
}: {
  readonly label: string;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}): ReactNode {
  return (
    <label className="labelled check">
      <input type="checkbox" checked={on} onChange={(event) => set(event.target.checked)} />
      {label}
    </label>
  );
}

export function Items({
  desk,
  all,
}: {
  readonly desk: Desk;
  readonly all: readonly ReviewItem[];
}): ReactNode {
  const t = useText();
  const currentId = desk.current?.id ?? null;
  useEffect(() => {
    if (currentId !== null)
      document.getElementById(`item-${currentId}`)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);
  const latest = useRef(desk);
  useEffect(() => {
    latest.current = desk;
  });
  // verbs stay the same from step to step, so that only the cards that changed are drawn again
  const verbs = useMemo<ItemVerbs>(
    () => ({
      select: (itemId) => latest.current.select(itemId),
      toggle: (itemId) => latest.current.toggle(itemId),
      choose: (choice) => latest.current.choose(choice),
      type: (typing) => latest.current.move({ do: 'type', typing }),
    }),
    [],
  );
  const changes = all.some((item) => item.change !== null && item.change !== 'same');
  return (
    <>
      <div className="items-head">
        <Families desk={desk} all={all} />
        <div className="filter-line">
          <Toggle
            label={t.review.onlyPending}
            on={desk.shown.onlyPending}
            set={(onlyPending) => desk.show({ onlyPending })}
          />
          {changes && (
            <Toggle
              label={t.review.onlyChanged}
              on={desk.shown.onlyChanged}
              set={(onlyChanged) => desk.show({ onlyChanged })}
            />
          )}
          <span className="end">
            <Batch desk={desk} />
          </span>
        </div>
      </div>
      {desk.items.length === 0 && <p className="empty-line">{t.review.noneOfFamily}</p>}
      <ol className="items">
        {desk.items.map((item) => (
          <ItemCard
            key={item.id}
            item={item}
            choice={desk.choices.get(item.id)}
            current={item.id === currentId}
            open={desk.open === item.id}
            typing={desk.draft.typing?.itemId === item.id ? desk.draft.typing : null}
            verbs={verbs}
          />
        ))}
      </ol>
    </>
  );
}
