// The moves the caller may make, each with what is not met yet said before the click; one opens at a time and keeps what was typed.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { isIsoDate } from '../../../core/quantity/date.ts';
import { noticeActionLabel, noticeStateLabel } from '../../../core/vocabulary/supervise.ts';
import { type Answer, Refusal } from '../../api.ts';
import { useSend } from '../../ask.ts';
import { type Fault, FaultSummary, Field, isKept, useForm, useRefusalFaults } from '../../part/form.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';

export type NoticePage = Answer<'GET /api/notices/:noticeId'>;
type Offer = NoticePage['offers'][number];
export type Move = Exclude<Offer['action'], 'issue'>;

const moves = [
  'answer',
  'acceptAnswer',
  'refuseAnswer',
  'requestExtension',
  'grantExtension',
  'refuseExtension',
  'raise',
  'closeOut',
  'reopen',
  'withdraw',
] as const satisfies readonly Move[];
const isMove = (action: Offer['action']): action is Move => moves.some((move) => move === action);

/** Moves that say nothing by themselves ask for words. */
const needsWords: ReadonlySet<Move> = new Set([
  'answer',
  'refuseAnswer',
  'requestExtension',
  'refuseExtension',
  'reopen',
  'withdraw',
]);

/** Listing, and closing out what is listed, is decided by a leader. */
const needsApproval = (action: Move, { notice }: NoticePage): boolean =>
  (action === 'raise' && notice.grade === 'order') || (action === 'closeOut' && notice.grade === 'listed');

type MoveField = 'words' | 'extendTo' | 'approval';

const formName = (noticeId: string, action: Move): string => `notice.${noticeId}.${action}`;

function fieldOf(path: string): MoveField | null {
  if (path.endsWith('extendTo') || path === 'notice.extensionNotLater') return 'extendTo';
  if (path.endsWith('approval') || path === 'notice.needsApproval') return 'approval';
  return path.endsWith('words') || path === 'notice.needsAnswer' || path === 'notice.needsReason'
    ? 'words'
    : null;
}

function MoveForm({
  page,
  action,
  close,
  overtaken,
}: {
  readonly page: NoticePage;
  readonly action: Move;
  readonly close: () => void;
  /** Somebody else moved the notice first: which state it is in now. */
  readonly overtaken: (state: string) => void;
}): ReactNode {
  const { language, t: common } = useLanguage();
  const t = useFeatureText(supervisionText);
  const blank = { words: '', extendTo: '', approval: '' };
  const form = useForm<MoveField>(formName(page.notice.id, action), blank);
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/notices/:noticeId/moves', {
    onSuccess: () => {
      form.clear();
      close();
    },
    onError: (cause) => {
      form.refuse(faultsOf(cause, fieldOf));
      if (cause instanceof Refusal && cause.problem.code === 'notice.stateChanged')
        overtaken(cause.problem.params.state ?? '');
    },
  });
  const { words, extendTo, approval } = form.values;
  const label = noticeActionLabel[action][language];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const faults: Fault[] = [];
    if (needsWords.has(action) && words.trim().length < 2)
      faults.push({ field: 'words', message: common.form.required(t.moveWords[action]) });
    if (action === 'requestExtension' && !isIsoDate(extendTo))
      faults.push({ field: 'extendTo', message: common.form.noSuchDay(extendTo) });
    if (needsApproval(action, page) && approval.trim().length < 2)
      faults.push({ field: 'approval', message: common.form.required(t.approval) });
    form.refuse(faults);
    if (faults.length > 0) return;
    const given = { words: words.trim(), approval: approval.trim(), answerBy: null, remedyBy: null };
    const body = { ...given, action, after: page.number, reasons: [] };
    send.mutate({
      params: { noticeId: page.notice.id },
      body: { ...body, extendTo: action === 'requestExtension' ? extendTo : null },
    });
  };
  return (
    <form className="item-form move-form" noValidate onSubmit={submit} aria-label={label}>
      <FaultSummary form={form} />
      <Field form={form} name="words" label={t.moveWords[action]}>
        {(given) => <textarea {...given} className="field-input" rows={3} maxLength={4000} />}
      </Field>
      {action === 'requestExtension' && (
        <Field form={form} name="extendTo" label={t.extendTo} hint={`${t.remedyBy} ${page.notice.remedyBy}`}>
          {(given) => (
            <input
              {...given}
              className="field-input day-input"
              inputMode="numeric"
              maxLength={10}
              placeholder="YYYY-MM-DD"
            />
          )}
        </Field>
      )}
      {needsApproval(action, page) && (
        <Field form={form} name="approval" label={t.approval} hint={t.approvalHint}>
          {(given) => <input {...given} className="field-input" maxLength={300} />}
        </Field>
      )}
      <div className="item-buttons">
        <button type="submit" className="button primary" disabled={send.isPending}>
          {send.isPending ? t.moving : t.confirm(label)}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            form.clear();
            close();
          }}
        >
          {common.form.cancel}
        </button>
      </div>
    </form>
  );
}

function OfferLine({
  page,
  offer,
  action,
  open,
  toggle,
  overtaken,
}: {
  readonly page: NoticePage;
  readonly offer: Offer;
  readonly action: Move;
  readonly open: boolean;
  readonly toggle: (open: boolean) => void;
  readonly overtaken: (state: string) => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(supervisionText);
  const blocked = offer.unmet.length > 0;
  return (
    <li>
      <div className="offer-line">
        <button
          type="button"
          className="button"
          aria-expanded={open}
          disabled={blocked}
          onClick={() => toggle(!open)}
        >
          {noticeActionLabel[action][language]}
        </button>
        {blocked ? (
          <p className="note">
            {t.unmet}
            {language === 'zh' ? '：' : ': '}
            {offer.unmet.map((each) => each[language]).join(language === 'zh' ? '；' : '; ')}
          </p>
        ) : (
          <p className="note">→ {noticeStateLabel[offer.to][language]}</p>
        )}
      </div>
      {open && !blocked && (
        <MoveForm page={page} action={action} close={() => toggle(false)} overtaken={overtaken} />
      )}
    </li>
  );
}

export function Moves({ page }: { readonly page: NoticePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(supervisionText);
  const client = useQueryClient();
  const [now, setNow] = useState('');
  const overtaken = (code: string): void => {
    const state = Object.entries(noticeStateLabel).find(([key]) => key === code)?.[1][language];
    setNow(state === undefined ? '' : t.changed(state));
    void client.invalidateQueries();
  };
  const offers = page.offers.flatMap((offer) =>
    isMove(offer.action) ? [{ offer, action: offer.action }] : [],
  );
  const [open, setOpen] = useState<Move | null>(
    () => offers.find(({ action }) => isKept(formName(page.notice.id, action)))?.action ?? null,
  );
  const isOver = page.notice.state === 'closed' || page.notice.state === 'withdrawn';
  // What can be done stands before what cannot be done yet.
  const sorted = offers.toSorted(
    (a, b) => Number(a.offer.unmet.length > 0) - Number(b.offer.unmet.length > 0),
  );
  return (
    <section className="card screen-only" aria-labelledby="moves">
      <div className="card-head">
        <h2 id="moves">{t.moves}</h2>
      </div>
      {now !== '' && (
        <p className="alert plain" role="status">
          {now}
        </p>
      )}
      {sorted.length === 0 ? (
        <p className="card-body note">{isOver ? t.closedNote : t.movesNone}</p>
      ) : (
        <ul className="offers">
          {sorted.map(({ offer, action }) => (
            <OfferLine
              key={action}
              page={page}
              offer={offer}
              action={action}
              open={open === action}
              // The answer may come when another form is open already: that one stays.
              toggle={(next) => setOpen((shown) => (next ? action : shown === action ? null : shown))}
              overtaken={overtaken}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
