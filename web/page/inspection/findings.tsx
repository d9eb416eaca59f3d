// The conclusion, what was found and looked at again, and what the unit reports of its rectification.
import { type FormEvent, type ReactNode, useState } from 'react';
import { inspectionMethodLabel } from '../../../core/vocabulary/supervise.ts';
import { useSend } from '../../ask.ts';
import { FaultSummary, Field, useForm, useRefusalFaults } from '../../part/form.tsx';
import { Pick } from '../../part/pick.tsx';
import { day, moment, wide } from '../../text/format.ts';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import type { InspectionPage } from './state.tsx';

type Finding = InspectionPage['findings'][number];
type Outcome = Finding['outcome'];
type Method = Finding['method'];
const outcomes: readonly Outcome[] = ['confirmed', 'contradicted', 'undecided'];
const tone: Record<Outcome, string> = { confirmed: 'good', contradicted: 'warn', undecided: '' };
const sign: Record<Outcome, string> = { confirmed: '✓', contradicted: '✕', undecided: '？' };
const isMethod = (text: string): text is Method => Object.hasOwn(inspectionMethodLabel, text);

function FindingForm({
  page,
  close,
}: {
  readonly page: InspectionPage;
  readonly close: () => void;
}): ReactNode {
  const { language, t: common } = useLanguage();
  const t = useFeatureText(inspectionText);
  const { inspection, commitments, methods } = page;
  const form = useForm<'commitmentId' | 'method' | 'outcome' | 'words'>(
    `inspection.${inspection.id}.finding`,
    {
      ...{ commitmentId: commitments[0]?.id ?? '', method: methods[0] ?? 'onSite', outcome: 'contradicted' },
      words: '',
    },
  );
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/inspections/:inspectionId/findings', {
    onSuccess: () => {
      form.clear();
      close();
    },
    onError: (cause) => form.refuse(faultsOf(cause, (path) => (path.endsWith('words') ? 'words' : null))),
  });
  const { values } = form;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = values.words.trim();
    form.refuse(words === '' ? [{ field: 'words', message: common.form.required(t.findingWords) }] : []);
    if (words === '') return;
    const method = isMethod(values.method) ? values.method : 'onSite';
    const outcome = outcomes.find((each) => each === values.outcome) ?? 'undecided';
    const commitmentId = values.commitmentId === '' ? null : values.commitmentId;
    send.mutate({ params: { inspectionId: inspection.id }, body: { commitmentId, method, outcome, words } });
  };
  return (
    <form className="item-form move-form card-body" noValidate onSubmit={submit} aria-label={t.addFinding}>
      <FaultSummary form={form} />
      <div className="item-fields">
        <Pick
          label={t.outcome}
          chosen={values.outcome}
          choices={outcomes.map((id) => ({ id, label: t.outcomes[id] }))}
          choose={(id) => form.type('outcome', id)}
        />
        <Pick
          label={t.method}
          chosen={values.method}
          choices={Object.entries(inspectionMethodLabel).map(([id, words]) => ({
            id,
            label: words[language],
          }))}
          choose={(id) => form.type('method', id)}
        />
      </div>
      {commitments.length > 0 && (
        <Pick
          label={t.about}
          chosen={values.commitmentId}
          choices={commitments.map(({ id, title }) => ({ id, label: wide(title) }))}
          choose={(id) => form.type('commitmentId', id)}
        />
      )}
      <Field form={form} name="words" label={t.findingWords} hint={t.findingHint}>
        {(given) => <textarea {...given} className="field-input" rows={3} maxLength={4000} />}
      </Field>
      <div className="item-buttons">
        <button type="submit" className="button primary" disabled={send.isPending}>
          {t.save}
        </button>
        <button type="button" className="button" onClick={close}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}

function Line({ finding, page }: { readonly finding: Finding; readonly page: InspectionPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  const { outcome, method, words, again, by, recordedAt, commitmentId } = finding;
  const title = page.commitments.find(({ id }) => id === commitmentId)?.title;
  return (
    <li>
      <p>
        <span className={`tag ${tone[outcome]}`}>
          {sign[outcome]} {t.outcomes[outcome]}
        </span>{' '}
        {again && <span className="tag">{t.again}</span>}{' '}
        <span className="note">
          {inspectionMethodLabel[method][language]} · {by ?? '—'} · {moment(recordedAt)}
        </span>
      </p>
      {title !== undefined && <p className="note">{wide(title)}</p>}
      <p className="said">{words}</p>
    </li>
  );
}

export function Findings({ page }: { readonly page: InspectionPage }): ReactNode {
  const t = useFeatureText(inspectionText);
  const [open, setOpen] = useState(false);
  const { findings, conclusion, mayFind, inspection, offers } = page;
  const isHidden = findings.length === 0 && offers.length === 0 && !mayFind;
  return (
    <section className="card screen-only" aria-labelledby="findings">
      <div className="card-head">
        <h2 id="findings">{t.findings}</h2>
        {mayFind && !open && (
          <button type="button" className="button end" onClick={() => setOpen(true)}>
            {inspection.state === 'rectifying' ? t.addAgain : t.addFinding}
          </button>
        )}
      </div>
      {open && <FindingForm page={page} close={() => setOpen(false)} />}
      {conclusion !== '' && (
        <p className="conclusion">
          <b>{t.conclusion}</b> {conclusion}
        </p>
      )}
      {findings.length === 0 ? (
        <p className="card-body note">{isHidden ? t.findingsHidden : t.findingsNone}</p>
      ) : (
        <ul className="finding-list">
          {findings.map((finding) => (
            <Line key={finding.id} finding={finding} page={page} />
          ))}
        </ul>
      )}
    </section>
  );
}

function AnswerForm({ id, close }: { readonly id: string; readonly close: () => void }): ReactNode {
  const { t: common } = useLanguage();
  const t = useFeatureText(inspectionText);
  const form = useForm<'words'>(`inspection.${id}.answer`, { words: '' });
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/inspections/:inspectionId/answers', {
    onSuccess: () => {
      form.clear();
      close();
    },
    onError: (cause) => form.refuse(faultsOf(cause, (path) => (path.endsWith('words') ? 'words' : null))),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = form.values.words.trim();
    form.refuse(words.length < 2 ? [{ field: 'words', message: common.form.required(t.answers) }] : []);
    if (words.length >= 2) send.mutate({ params: { inspectionId: id }, body: { words } });
  };
  return (
    <form className="item-form move-form" noValidate onSubmit={submit} aria-label={t.answer}>
      <Field form={form} name="words" label={t.answerWords}>
        {(given) => <textarea {...given} className="field-input" rows={3} maxLength={4000} />}
      </Field>
      <div className="item-buttons">
        <button type="submit" className="button primary" disabled={send.isPending}>
          {t.answer}
        </button>
        <button type="button" className="button" onClick={close}>
          {t.cancel}
        </button>
      </div>
    </form>
  );
}

/** Shown once rectification was ordered. */
export function Answers({ page }: { readonly page: InspectionPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  const [open, setOpen] = useState(false);
  const { answers, mayAnswer, rectifyBy, inspection } = page;
  if (rectifyBy === null && answers.length === 0) return null;
  return (
    <section className="card screen-only" aria-labelledby="answers">
      <div className="card-head">
        <h2 id="answers">{t.answers}</h2>
        {rectifyBy !== null && (
          <span className="note">
            {t.rectifyBy} {day(rectifyBy, language)}
          </span>
        )}
        {mayAnswer && !open && (
          <button type="button" className="button end" onClick={() => setOpen(true)}>
            {t.answer}
          </button>
        )}
      </div>
      <div className="card-body stack">
        {open && <AnswerForm id={inspection.id} close={() => setOpen(false)} />}
        {answers.length === 0 && <p className="note">{t.answersNone}</p>}
        {answers.map(({ number, words, on, by }) => (
          <div key={number}>
            <p className="note">
              {by ?? '—'} · {day(on, language)}
            </p>
            <p className="said">{words}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
