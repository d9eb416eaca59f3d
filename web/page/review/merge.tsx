// Choosing freely what an item is merged with: a search over the commitments of the plan it is adopted into.
import { createContext, type ReactNode, useContext, useDeferredValue, useId } from 'react';
import type { CommitmentRow } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useFirstFocus } from '../../part/form.tsx';
import { wide } from '../../text/format.ts';
import { useText } from '../../text/language.tsx';
import type { Typing } from './draft.ts';
import type { ItemVerbs } from './item.tsx';

/** The plan that items are adopted into; null while that year has none. */
export const PlanInto = createContext<string | null>(null);

const mostShown = 12;

function Found({
  row,
  choose,
}: {
  readonly row: CommitmentRow;
  readonly choose: (row: CommitmentRow) => void;
}): ReactNode {
  const t = useText();
  const printed = row.targets.map((target) => target.printed).join('；');
  return (
    <li>
      <button type="button" className="merge-choice" onClick={() => choose(row)}>
        <span className="hidden">{t.merge.into} </span>
        <span className="two-lines">
          {row.number !== '' && <span className="quiet">{row.number} </span>}
          {wide(row.title)}
        </span>
        <span className="note two-lines">
          {[printed, row.leadUnit === null ? '' : wide(row.leadUnit)].filter(Boolean).join(' · ')}
        </span>
      </button>
    </li>
  );
}

export function MergeForm({
  typing,
  verbs,
}: {
  readonly typing: Typing;
  readonly verbs: ItemVerbs;
}): ReactNode {
  const t = useText();
  const id = useId();
  const plan = useContext(PlanInto);
  const field = useFirstFocus<HTMLInputElement>();
  const typed = typing.values.words ?? '';
  const words = useDeferredValue(typed.trim());
  const found = useAsk(
    'GET /api/commitments',
    { query: { ...(plan === null ? {} : { plan }), search: words, limit: mostShown } },
    { enabled: plan !== null && words !== '' },
  );
  const rows = words === '' ? [] : (found.data?.rows ?? []);
  const choose = (row: CommitmentRow): void =>
    verbs.choose({
      itemId: typing.itemId,
      decision: 'merge',
      commitmentId: row.id,
      into: [row.number, row.title].filter(Boolean).join(' '),
    });
  return (
    <search
      className="item-form"
      onKeyDown={(event) => {
        if (event.key === 'Escape') verbs.type(null);
      }}
    >
      <label className="labelled over" htmlFor={id}>
        {t.merge.search}
      </label>
      <input
        ref={field}
        id={id}
        type="search"
        className="field-input"
        value={typed}
        maxLength={120}
        disabled={plan === null}
        onChange={(event) => verbs.type({ ...typing, values: { words: event.target.value } })}
      />
      <p className="note" role="status">
        {plan === null
          ? t.merge.noPlan
          : words === ''
            ? t.merge.start
            : found.data === undefined
              ? t.state.loading
              : rows.length === 0
                ? t.merge.none
                : t.merge.found(found.data.total)}
      </p>
      <ul className="merge-list">
        {rows.map((row) => (
          <Found key={row.id} row={row} choose={choose} />
        ))}
      </ul>
      <div className="item-buttons">
        <button type="button" className="button small" onClick={() => verbs.type(null)}>
          {t.form.cancel}
        </button>
      </div>
    </search>
  );
}
