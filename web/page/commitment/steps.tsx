// Steps towards a promise: what, whose, by when, and how each stands; added and moved where the reader may.
import './remarks.css';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { StepAction } from '../../../core/plan/step.ts';
import { isIsoDate } from '../../../core/quantity/date.ts';
import { stepActionLabel, stepStateLabel } from '../../../core/vocabulary/step.ts';
import type { Answer, CommitmentPage } from '../../api.ts';
import { useAsk, useSend, useWhen } from '../../ask.ts';
import {
  type Fault,
  FaultSummary,
  Field,
  FormButtons,
  isKept,
  useForm,
  useRefusalFaults,
} from '../../part/form.tsx';
import { useMay } from '../../part/me.tsx';
import { day, moment, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { stepText } from '../../text/steps.ts';

type Steps = Answer<'GET /api/commitments/:commitmentId/steps'>;
type Step = Steps['steps'][number];

/** Filled, crossed, open, or open and late: read by shape as well as by colour. */
function Mark({ step }: { readonly step: Step }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(stepText);
  const words = stepStateLabel[step.state][language];
  const kind = step.late ? 'late' : step.state;
  return (
    <span className={`step-mark ${kind}`}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        {step.state === 'done' ? (
          <path d="M2 7.5 5.5 11 12 3.5" fill="none" stroke="currentColor" strokeWidth="2" />
        ) : step.state === 'dropped' ? (
          <path d="M2 7h10" fill="none" stroke="currentColor" strokeWidth="2" />
        ) : step.late ? (
          <path d="M7 1.5 13 12.5H1Z" fill="currentColor" />
        ) : (
          <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="2" />
        )}
      </svg>
      {step.late ? t.isLate : words}
    </span>
  );
}

const addField = (path: string): string | null => {
  if (path === 'step.unitUnknown' || path.endsWith('.unit')) return 'unit';
  if (path.startsWith('step.day') || path.endsWith('.dueOn')) return 'dueOn';
  return path.endsWith('.title') ? 'title' : null;
};

function Add({ page, close }: { readonly page: CommitmentPage; readonly close: () => void }): ReactNode {
  const t = useFeatureText(stepText);
  const { id, leadUnit, supportUnits } = page.commitment;
  const form = useForm<'title' | 'unit' | 'dueOn'>(`step.${id}`, {
    ...{ title: '', unit: leadUnit ?? '', dueOn: '' },
  });
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/commitments/:commitmentId/steps', {
    onSuccess: () => {
      form.clear();
      close();
    },
    onError: (cause) => form.refuse(faultsOf(cause, addField)),
  });
  const { values } = form;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const faults: Fault[] = [];
    if (values.title.trim().length < 2) faults.push({ field: 'title', message: t.needsTitle });
    if (values.unit.trim() === '') faults.push({ field: 'unit', message: t.needsUnit });
    if (!isIsoDate(values.dueOn)) faults.push({ field: 'dueOn', message: t.needsDay });
    if (faults.length > 0) {
      form.refuse(faults);
      return;
    }
    const body = { title: values.title.trim(), unit: values.unit.trim(), dueOn: values.dueOn };
    send.mutate({ params: { commitmentId: id }, body });
  };
  const units = [leadUnit ?? '', ...supportUnits].filter((unit) => unit !== '');
  return (
    <form className="item-form" noValidate onSubmit={submit} aria-label={t.add}>
      <FaultSummary form={form} />
      <Field form={form} name="title" label={t.title} hint={t.titleHint}>
        {(given) => <input {...given} className="field-input" maxLength={200} autoComplete="off" />}
      </Field>
      <Field form={form} name="unit" label={t.unit} hint={t.unitHint}>
        {(given) => (
          <>
            <input {...given} className="field-input" maxLength={80} list={`${given.id}-units`} />
            <datalist id={`${given.id}-units`}>
              {units.map((unit) => (
                <option key={unit} value={unit} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field form={form} name="dueOn" label={t.dueOn}>
        {(given) => (
          <input
            {...given}
            className="field-input day"
            maxLength={10}
            inputMode="numeric"
            placeholder="YYYY-MM-DD"
            autoComplete="off"
          />
        )}
      </Field>
      <FormButtons
        pending={send.isPending}
        label={t.save}
        waiting={t.saving}
        cancel={t.cancel}
        close={close}
      />
    </form>
  );
}

const moveField = (path: string): string | null => {
  if (path.startsWith('step.day') || path.endsWith('.dueOn')) return 'dueOn';
  return path === 'step.needsWords' || path.endsWith('.words') ? 'words' : null;
};

function Move({
  id,
  step,
  action,
  close,
}: {
  readonly id: string;
  readonly step: Step;
  readonly action: StepAction;
  readonly close: () => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(stepText);
  const form = useForm<'words' | 'dueOn'>(`step.${step.id}.${action}`, { words: '', dueOn: '' });
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/commitments/:commitmentId/steps/:stepId/moves', {
    onSuccess: () => {
      form.clear();
      close();
    },
    onError: (cause) => form.refuse(faultsOf(cause, moveField)),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { words, dueOn } = form.values;
    if (action === 'postpone' && !isIsoDate(dueOn)) {
      form.refuse([{ field: 'dueOn', message: t.needsDay }]);
      return;
    }
    const after = step.events.at(-1)?.number ?? 0;
    const day_ = action === 'postpone' ? dueOn : null;
    const params = { commitmentId: id, stepId: step.id };
    send.mutate({ params, body: { action, words: words.trim(), dueOn: day_, after } });
  };
  return (
    <form className="item-form" noValidate onSubmit={submit} aria-label={stepActionLabel[action][language]}>
      <FaultSummary form={form} />
      {action === 'postpone' && (
        <Field form={form} name="dueOn" label={t.newDay}>
          {(given) => (
            <input {...given} className="field-input day" maxLength={10} placeholder="YYYY-MM-DD" />
          )}
        </Field>
      )}
      <Field form={form} name="words" label={action === 'finish' ? t.wordsOfDone : t.words}>
        {(given) => <input {...given} className="field-input" maxLength={1000} autoComplete="off" />}
      </Field>
      <FormButtons
        pending={send.isPending}
        label={stepActionLabel[action][language]}
        waiting={t.saving}
        cancel={t.cancel}
        close={close}
      />
    </form>
  );
}

function History({ step }: { readonly step: Step }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(stepText);
  return (
    <details>
      <summary className="note">{t.happened}</summary>
      <ol className="note">
        <li>{t.given(step.by ?? '', moment(step.recordedAt))}</li>
        {step.events.map((event) => (
          <li key={event.number}>
            {stepActionLabel[event.action][language]}
            {event.dueOn !== null && ` ${day(event.dueOn, language)}`} {event.words} {event.by}{' '}
            {moment(event.at)}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Line({ id, step }: { readonly id: string; readonly step: Step }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(stepText);
  const [action, choose] = useState<StepAction | null>(
    () => step.offers.find((each) => isKept(`step.${step.id}.${each}`)) ?? null,
  );
  return (
    <li className="step">
      <p className="step-line">
        <Mark step={step} /> <b>{wide(step.title)}</b>
      </p>
      <p className="note">
        {wide(step.unit)} · {t.due(day(step.dueOn, language))}
        {step.firstDueOn !== step.dueOn && ` · ${t.put(day(step.firstDueOn, language))}`}
      </p>
      {action === null
        ? step.offers.length > 0 && (
            <p className="item-buttons">
              {step.offers.map((each) => (
                <button
                  key={each}
                  type="button"
                  className="link"
                  aria-label={`${stepActionLabel[each][language]} ${step.title}`}
                  onClick={() => choose(each)}
                >
                  {stepActionLabel[each][language]}
                </button>
              ))}
            </p>
          )
        : step.offers.includes(action) && (
            <Move id={id} step={step} action={action} close={() => choose(null)} />
          )}
      <History step={step} />
    </li>
  );
}

function Card({ page, data }: { readonly page: CommitmentPage; readonly data: Steps }): ReactNode {
  const t = useFeatureText(stepText);
  const { id } = page.commitment;
  const [adding, setAdding] = useState(() => isKept(`step.${id}`));
  return (
    <section className="card" aria-labelledby="steps">
      <div className="card-head">
        <h2 id="steps">{t.steps}</h2>
        {data.steps.length > 0 && <span className="note">{t.tally(data.done, data.steps.length)}</span>}
        {data.late > 0 && <span className="tag late">{t.late(data.late)}</span>}
        {data.mayAdd && !adding && (
          <button type="button" className="link end" onClick={() => setAdding(true)}>
            {t.add}
          </button>
        )}
      </div>
      <div className="card-body">
        {adding && data.mayAdd && <Add page={page} close={() => setAdding(false)} />}
        {data.steps.length === 0 && !adding && <p className="note">{t.none}</p>}
        <ul className="remarks">
          {data.steps.map((step) => (
            <Line key={`${step.id} ${step.events.length}`} id={id} step={step} />
          ))}
        </ul>
      </div>
    </section>
  );
}

/** For those who work here; where nothing was cut into steps and the reader may not do so, nothing is shown. */
export function StepsOf({ page }: { readonly page: CommitmentPage }): ReactNode {
  const mayRead = useMay('step.read');
  const { knownOn } = useWhen();
  const { data } = useAsk(
    'GET /api/commitments/:commitmentId/steps',
    { params: { commitmentId: page.commitment.id }, query: knownOn === undefined ? {} : { knownOn } },
    { enabled: mayRead, fresh: true },
  );
  if (!mayRead || !data || (data.steps.length === 0 && !data.mayAdd)) return null;
  return <Card page={page} data={data} />;
}
