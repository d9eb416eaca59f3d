// The two forms of a review: why an item is not adopted, and what is changed before it is.
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useFirstFocus } from '../../part/form.tsx';
import { useText } from '../../text/language.tsx';
import type { Edit, Typing } from './draft.ts';
import type { ItemVerbs } from './item.tsx';

const cancelOnEscape =
  (verbs: ItemVerbs) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'Escape') verbs.type(null);
  };

export function RejectForm({
  typing,
  verbs,
}: {
  readonly typing: Typing;
  readonly verbs: ItemVerbs;
}): ReactNode {
  const t = useText();
  const id = useId();
  const field = useFirstFocus<HTMLInputElement>();
  const [missing, setMissing] = useState(false);
  const reason = typing.values.reason ?? '';
  return (
    <form
      className="item-form"
      noValidate
      onKeyDown={cancelOnEscape(verbs)}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') {
          setMissing(true);
          field.current?.focus();
        } else verbs.choose({ itemId: typing.itemId, decision: 'reject', reason: reason.trim() });
      }}
    >
      <label className="labelled over">
        {t.review.reason}
        <input
          ref={field}
          className="field-input"
          value={reason}
          maxLength={500}
          placeholder={t.review.reasonHint}
          aria-invalid={missing}
          aria-describedby={missing ? id : undefined}
          onChange={(event) => {
            setMissing(false);
            verbs.type({ ...typing, values: { reason: event.target.value } });
          }}
        />
      </label>
      {missing && (
        <p id={id} className="field-fault" role="alert">
          {t.review.reasonNeeded}
        </p>
      )}
      <div className="item-buttons">
        <button type="submit" className="button small primary">
          {t.review.reject}
        </button>
        <button type="button" className="button small" onClick={() => verbs.type(null)}>
          {t.review.cancel}
        </button>
      </div>
    </form>
  );
}

const fields = ['title', 'printed', 'unit', 'leadUnit', 'dueOn'] as const;

/** Only what was filled in; an empty field leaves what the document says. */
const editOf = (values: Typing['values']): Edit =>
  Object.fromEntries(
    fields.map((name) => [name, (values[name] ?? '').trim()] as const).filter(([, text]) => text !== ''),
  );

export function EditForm({
  typing,
  verbs,
}: {
  readonly typing: Typing;
  readonly verbs: ItemVerbs;
}): ReactNode {
  const t = useText();
  const field = useFirstFocus<HTMLTextAreaElement>();
  const labels = {
    title: t.review.title,
    printed: t.review.target,
    unit: t.review.unit,
    leadUnit: t.review.lead,
    dueOn: t.review.due,
  };
  const type = (name: string, text: string): void =>
    verbs.type({ ...typing, values: { ...typing.values, [name]: text } });
  return (
    <form
      className="item-form"
      onKeyDown={cancelOnEscape(verbs)}
      onSubmit={(event) => {
        event.preventDefault();
        verbs.choose({ itemId: typing.itemId, decision: 'adopt', edit: editOf(typing.values) });
      }}
    >
      <label className="labelled over">
        {labels.title}
        <textarea
          ref={field}
          className="field-input"
          rows={3}
          maxLength={300}
          value={typing.values.title ?? ''}
          onChange={(event) => type('title', event.target.value)}
        />
      </label>
      <div className="item-fields">
        {fields.slice(1).map((name) => (
          <label key={name} className="labelled over">
            {labels[name]}
            <input
              className="field-input"
              type={name === 'dueOn' ? 'date' : 'text'}
              value={typing.values[name] ?? ''}
              onChange={(event) => type(name, event.target.value)}
            />
          </label>
        ))}
      </div>
      <div className="item-buttons">
        <button type="submit" className="button small primary">
          {t.review.keep}，{t.review.adopt}
        </button>
        <button type="button" className="button small" onClick={() => verbs.type(null)}>
          {t.review.cancel}
        </button>
      </div>
    </form>
  );
}
