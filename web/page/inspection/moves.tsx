// The moves the caller may make, each with what is not met yet said before the click; one opens at a time and keeps what was typed.
import { type FormEvent, type ReactNode, useState } from 'react';
import { isIsoDate } from '../../../core/quantity/date.ts';
import { inspectionActionLabel, inspectionStateLabel } from '../../../core/vocabulary/supervise.ts';
import { useSend } from '../../ask.ts';
import { type Fault, FaultSummary, Field, isKept, useForm, useRefusalFaults } from '../../part/form.tsx';
import { Pick } from '../../part/pick.tsx';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import type { InspectionPage } from './state.tsx';

type Offer = InspectionPage['offers'][number];
type Action = Offer['action'];

/** Moves that say nothing by themselves ask for words. */
const needsWords: ReadonlySet<Action> = new Set([
  'conclude',
  'object',
  'review',
  'orderRectification',
  'cancel',
]);

type MoveField = 'words' | 'approval' | 'unitReceivedOn' | 'dueOn' | 'decision';
const formName = (id: string, action: Action): string => `inspection.${id}.${action}`;

const problemFields: Readonly<Record<string, MoveField>> = {
  'inspection.needsApproval': 'approval',
  'inspection.needsReceipt': 'unitReceivedOn',
  'inspection.receiptWrong': 'unitReceivedOn',
  'inspection.dueInPast': 'dueOn',
  'inspection.needsReason': 'words',
  'inspection.needsConclusion': 'words',
  'inspection.needsRectification': 'words',
};
const fieldOf = (path: string): MoveField | null => {
  const last = path.split('.').at(-1);
  const own: readonly MoveField[] = ['words', 'approval', 'unitReceivedOn', 'dueOn', 'decision'];
  return problemFields[path] ?? own.find((field) => field === last) ?? null;
};

const dayOr = (text: string): string | null => (text === '' ? null : text);

function MoveForm({
  page,
  action,
  close,
}: {
  readonly page: InspectionPage;
  readonly action: Action;
  readonly close: () => void;
}): ReactNode {
  const { language, t: common } = useLanguage();
  const t = useFeatureText(inspectionText);
  const { id } = page.inspection;
  const blank = { words: '', approval: '', unitReceivedOn: '', dueOn: '', decision: 'upheld' };
  const form = useForm<MoveField>(formName(id, action), blank);
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/inspections/:inspectionId/moves', {
    onSuccess: () => {
      form.clear();
      close();
    },
    onError: (cause) => form.refuse(faultsOf(cause, fieldOf)),
  });
  const { words, approval, unitReceivedOn, dueOn, decision } = form.values;
  const label = inspectionActionLabel[action][language];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const faults: Fault[] = [];
    if (needsWords.has(action) && words.trim().length < 2)
      faults.push({ field: 'words', message: common.form.required(t.moveWords[action]) });
    if (action === 'approve' && approval.trim().length < 2)
      faults.push({ field: 'approval', message: common.form.required(t.approval) });
    if (action === 'feedBack' && !isIsoDate(unitReceivedOn))
      faults.push({ field: 'unitReceivedOn', message: common.form.noSuchDay(unitReceivedOn) });
    if (dueOn !== '' && !isIsoDate(dueOn))
      faults.push({ field: 'dueOn', message: common.form.noSuchDay(dueOn) });
    form.refuse(faults);
    if (faults.length > 0) return;
    const body = { action, after: page.number, words: words.trim(), approval: approval.trim() };
    const chosen = decision === 'changed' ? ('changed' as const) : ('upheld' as const);
    send.mutate({
      params: { inspectionId: id },
      body: {
        ...body,
        unitReceivedOn: dayOr(unitReceivedOn),
        dueOn: dayOr(dueOn),
        decision: action === 'review' ? chosen : null,
      },
    });
  };
  const dayField = (name: 'unitReceivedOn' | 'dueOn', words_: string, hint: string): ReactNode => (
    <Field form={form} name={name} label={words_} hint={hint}>
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
  );
  return (
    <form className="item-form move-form" noValidate onSubmit={submit} aria-label={label}>
      <FaultSummary form={form} />
      {action === 'approve' && (
        <Field form={form} name="approval" label={t.approval} hint={t.approvalHint}>
          {(given) => <input {...given} className="field-input" maxLength={300} />}
        </Field>
      )}
      {action === 'feedBack' && dayField('unitReceivedOn', t.unitReceivedOn, t.unitReceivedHint)}
      <Field form={form} name="words" label={t.moveWords[action]}>
        {(given) => <textarea {...given} className="field-input" rows={3} maxLength={4000} />}
      </Field>
      {action === 'review' && (
        <>
          <Pick
            label={t.decision}
            chosen={decision}
            choices={[
              { id: 'upheld', label: t.upheld },
              { id: 'changed', label: t.changed },
            ]}
            choose={(next) => form.type('decision', next)}
          />
          <p className="note">{t.changedHint}</p>
        </>
      )}
      {action === 'orderRectification' && dayField('dueOn', t.rectifyBy, t.rectifyHint)}
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
  open,
  toggle,
}: {
  readonly page: InspectionPage;
  readonly offer: Offer;
  readonly open: boolean;
  readonly toggle: (open: boolean) => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
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
          {inspectionActionLabel[offer.action][language]}
        </button>
        {blocked ? (
          <p className="note">
            {t.unmet}
            {language === 'zh' ? '：' : ': '}
            {offer.unmet.map((each) => each[language]).join(language === 'zh' ? '；' : '; ')}
          </p>
        ) : (
          <p className="note">→ {inspectionStateLabel[offer.to][language]}</p>
        )}
      </div>
      {open && !blocked && <MoveForm page={page} action={offer.action} close={() => toggle(false)} />}
    </li>
  );
}

export function Moves({ page }: { readonly page: InspectionPage }): ReactNode {
  const t = useFeatureText(inspectionText);
  const { id, state } = page.inspection;
  const [open, setOpen] = useState<Action | null>(
    () => page.offers.find(({ action }) => isKept(formName(id, action)))?.action ?? null,
  );
  const isOver = state === 'closed' || state === 'cancelled';
  // What can be done stands before what cannot be done yet.
  const sorted = page.offers.toSorted((a, b) => Number(a.unmet.length > 0) - Number(b.unmet.length > 0));
  return (
    <section className="card screen-only" aria-labelledby="moves">
      <div className="card-head">
        <h2 id="moves">{t.moves}</h2>
      </div>
      {sorted.length === 0 ? (
        <p className="card-body note">{isOver ? t.closedNote : t.movesNone}</p>
      ) : (
        <ul className="offers">
          {sorted.map((offer) => (
            <OfferLine
              key={offer.action}
              page={page}
              offer={offer}
              open={open === offer.action}
              // The answer may come when another form is open already: that one stays.
              toggle={(next) =>
                setOpen((shown) => (next ? offer.action : shown === offer.action ? null : shown))
              }
            />
          ))}
        </ul>
      )}
    </section>
  );
}
