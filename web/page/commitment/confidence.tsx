// How sure the lead unit is, beside the verdict, with its dated history; where the two disagree it says so.
import './remarks.css';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type ConfidenceWord, confidenceWords } from '../../../core/observe/confidence.ts';
import { confidenceLabel, disagreementLabel } from '../../../core/vocabulary/report.ts';
import type { Answer, CommitmentPage } from '../../api.ts';
import { useSend } from '../../ask.ts';
import { FaultSummary, Field, FormButtons, useForm, useRefusalFaults } from '../../part/form.tsx';
import { Pick } from '../../part/pick.tsx';
import { VerdictLabel } from '../../part/status.tsx';
import { day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { remarkText } from '../../text/remarks.ts';

export type Remarks = Answer<'GET /api/commitments/:commitmentId/remarks'>;

/** Four, three, two or one of four steps: the word is read by its shape too. */
const steps: Record<ConfidenceWord, number> = { secured: 4, reachable: 3, needsHelp: 2, doubtful: 1 };

export function ConfidenceLabel({ word }: { readonly word: ConfidenceWord }): ReactNode {
  const { language } = useLanguage();
  return (
    <span className="confidence">
      <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">
        {[0, 1, 2, 3].map((at) => (
          <rect
            key={at}
            x={at * 4.5}
            y={8 - at * 2.4}
            width="3.2"
            height={4 + at * 2.4}
            rx="0.6"
            fill={at < steps[word] ? 'currentColor' : 'var(--line-2)'}
          />
        ))}
      </svg>
      {confidenceLabel[word][language]}
    </span>
  );
}

function Say({
  id,
  now,
  close,
}: {
  readonly id: string;
  readonly now: ConfidenceWord;
  readonly close: () => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(remarkText);
  const form = useForm<'word' | 'note'>(`confidence.${id}`, { word: now, note: '' });
  const faultsOf = useRefusalFaults();
  const fieldOf = (path: string) =>
    path.endsWith('note') || path === 'confidence.needsNote' ? 'note' : null;
  const send = useSend('POST /api/commitments/:commitmentId/confidence', {
    onSuccess: () => {
      form.clear();
      close();
    },
    onError: (cause) => form.refuse(faultsOf(cause, fieldOf)),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const word = confidenceWords.find((each) => each === form.values.word) ?? now;
    send.mutate({ params: { commitmentId: id }, body: { word, note: form.values.note.trim() } });
  };
  return (
    <form className="item-form" noValidate onSubmit={submit} aria-label={t.say}>
      <FaultSummary form={form} />
      <Pick
        label={t.word}
        chosen={form.values.word}
        choices={confidenceWords.map((id_) => ({ id: id_, label: confidenceLabel[id_][language] }))}
        choose={(word) => form.type('word', word)}
      />
      <Field form={form} name="note" label={t.note} hint={t.noteHint}>
        {(given) => <textarea {...given} className="field-input" rows={2} maxLength={2000} />}
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

export function Confidence({
  page,
  remarks,
}: {
  readonly page: CommitmentPage;
  readonly remarks: Remarks;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(remarkText);
  const [open, setOpen] = useState(false);
  const { confidence, history, disagreement, maySay } = remarks;
  const { id, verdict } = page.commitment;
  return (
    <section className="card" aria-labelledby="confidence">
      <div className="card-head">
        <h2 id="confidence">{t.confidence}</h2>
        <span className="note">{t.confidenceHint}</span>
        {maySay && !open && (
          <button type="button" className="button end" onClick={() => setOpen(true)}>
            {t.say}
          </button>
        )}
      </div>
      <div className="card-body stack">
        {open && <Say id={id} now={confidence?.word ?? 'reachable'} close={() => setOpen(false)} />}
        {confidence === null ? (
          <p className="note">{t.confidenceNone}</p>
        ) : (
          <>
            <p className="confidence-line">
              <ConfidenceLabel word={confidence.word} />
              <VerdictLabel verdict={verdict} />
              {disagreement !== 'none' && (
                <span className="tag warn">⇄ {disagreementLabel[disagreement][language]}</span>
              )}
            </p>
            {confidence.note !== '' && <p className="remark-words">{confidence.note}</p>}
            <p className="note">
              {confidence.by ?? '—'} · {day(confidence.on, language)}
            </p>
          </>
        )}
        {history.length > 1 && (
          <details>
            <summary>{t.history}</summary>
            <ol className="confidence-history">
              {history.slice(1).map((said) => (
                <li key={`${said.on} ${said.word} ${said.note}`}>
                  <ConfidenceLabel word={said.word} />{' '}
                  <span className="note">
                    {day(said.on, language)} · {said.by ?? '—'}
                  </span>
                  {said.note !== '' && <p className="note">{said.note}</p>}
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
    </section>
  );
}
