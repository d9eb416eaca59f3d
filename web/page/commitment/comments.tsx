// Comments of five kinds on a promise, each with what it asks its writer; open ones first, and how the closed ones ended.
import './remarks.css';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type CommentKind, commentKinds, staysOpen } from '../../../core/observe/comment.ts';
import { commentKindLabel, commentPrompt } from '../../../core/vocabulary/remark.ts';
import { useSend } from '../../ask.ts';
import { FaultSummary, Field, FormButtons, isKept, useForm, useRefusalFaults } from '../../part/form.tsx';
import { day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { remarkText } from '../../text/remarks.ts';
import type { Remarks } from './confidence.tsx';

type Comment = Remarks['comments'][number];
const wordsOf = (path: string) => (path.startsWith('comment.') || path.endsWith('words') ? 'words' : null);

function Add({ id, close }: { readonly id: string; readonly close: () => void }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(remarkText);
  const form = useForm<'kind' | 'words'>(`comment.${id}`, { kind: 'progress', words: '' });
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/commitments/:commitmentId/comments', {
    onSuccess: () => {
      form.clear();
      close();
    },
    onError: (cause) => form.refuse(faultsOf(cause, wordsOf)),
  });
  const kind = commentKinds.find((each) => each === form.values.kind) ?? 'progress';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate({ params: { commitmentId: id }, body: { kind, words: form.values.words.trim() } });
  };
  return (
    <form className="item-form" noValidate onSubmit={submit} aria-label={t.add}>
      <FaultSummary form={form} />
      <fieldset className="chips">
        <legend className="hidden">{t.kind}</legend>
        {commentKinds.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={each === kind}
            onClick={() => form.type('kind', each)}
          >
            {commentKindLabel[each][language]}
          </button>
        ))}
      </fieldset>
      <Field
        form={form}
        name="words"
        label={commentKindLabel[kind][language]}
        hint={commentPrompt[kind][language]}
      >
        {(given) => <textarea {...given} className="field-input" rows={3} maxLength={2000} />}
      </Field>
      <FormButtons
        pending={send.isPending}
        label={t.send}
        waiting={t.sending}
        cancel={t.cancel}
        close={close}
      />
    </form>
  );
}

function End({ id, comment }: { readonly id: string; readonly comment: Comment }): ReactNode {
  const t = useFeatureText(remarkText);
  const name = `comment.end.${comment.id}`;
  const [open, setOpen] = useState(() => isKept(name));
  const form = useForm<'words'>(name, { words: '' });
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/commitments/:commitmentId/comments/:commentId/end', {
    onSuccess: () => form.clear(),
    onError: (cause) => form.refuse(faultsOf(cause, wordsOf)),
  });
  if (!open)
    return (
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t.end}
      </button>
    );
  return (
    <form
      className="item-form"
      noValidate
      aria-label={t.end}
      onSubmit={(event) => {
        event.preventDefault();
        const params = { commitmentId: id, commentId: comment.id };
        send.mutate({ params, body: { words: form.values.words.trim() } });
      }}
    >
      <Field form={form} name="words" label={t.endWords}>
        {(given) => <input {...given} className="field-input" maxLength={2000} />}
      </Field>
      <div className="item-buttons">
        <button type="submit" className="button" disabled={send.isPending}>
          {t.end}
        </button>
        <button type="button" className="link" onClick={() => setOpen(false)}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}

const isOpen = ({ kind, end }: Comment): boolean => staysOpen(kind) && end === null;

function Line({
  id,
  comment,
  may,
}: {
  readonly id: string;
  readonly comment: Comment;
  readonly may: boolean;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(remarkText);
  const { kind, words, by, on, end } = comment;
  return (
    <li>
      <p>
        <b>{commentKindLabel[kind][language]}</b>{' '}
        {staysOpen(kind) && (
          <span className={`tag ${end === null ? 'warn' : 'good'}`}>
            {end === null ? `○ ${t.isOpen}` : `✓ ${t.closed}`}
          </span>
        )}{' '}
        <span className="note">
          {by ?? '—'} · {day(on, language)}
        </span>
      </p>
      <p className="remark-words">{words}</p>
      {end !== null && (
        <p className="note">
          {t.endedBy(end.by ?? '—', day(end.on, language))} {end.words}
        </p>
      )}
      {may && isOpen(comment) && <End id={id} comment={comment} />}
    </li>
  );
}

export function Comments({ id, remarks }: { readonly id: string; readonly remarks: Remarks }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(remarkText);
  const [adding, setAdding] = useState(() => isKept(`comment.${id}`));
  const [shown, show] = useState<CommentKind | 'open' | null>(null);
  const { comments, mayComment } = remarks;
  const present = commentKinds.filter((kind) => comments.some((comment) => comment.kind === kind));
  const open = comments.filter(isOpen);
  const rows = comments
    .filter((comment) => shown === null || (shown === 'open' ? isOpen(comment) : comment.kind === shown))
    .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  const chip = (value: CommentKind | 'open' | null, words: string): ReactNode => (
    <button
      key={value ?? '*'}
      type="button"
      className="chip"
      aria-pressed={shown === value}
      onClick={() => show(value)}
    >
      {words}
    </button>
  );
  return (
    <section className="card" aria-labelledby="comments">
      <div className="card-head">
        <h2 id="comments">{t.comments}</h2>
        {mayComment && !adding && (
          <button type="button" className="button end" onClick={() => setAdding(true)}>
            {t.add}
          </button>
        )}
      </div>
      <div className="card-body stack">
        {adding && <Add id={id} close={() => setAdding(false)} />}
        {comments.length === 0 && <p className="note">{t.commentsNone}</p>}
        {comments.length > 1 && (
          <div className="chips">
            {chip(null, `${t.all} ${comments.length}`)}
            {open.length > 0 && chip('open', t.open(open.length))}
            {present.map((kind) => chip(kind, commentKindLabel[kind][language]))}
          </div>
        )}
        {rows.length > 0 && (
          <ol className="remarks">
            {rows.map((comment) => (
              <Line key={comment.id} id={id} comment={comment} may={mayComment} />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}
