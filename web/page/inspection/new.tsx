// Planning an inspection: whom, when, how; what it would repeat and who could go is said while it is filled in.
import '../notice/notice.css';
import './inspection.css';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { isIsoDate } from '../../../core/quantity/date.ts';
import { inspectionKindLabel, inspectionMethodLabel } from '../../../core/vocabulary/supervise.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk, useSend, useWords } from '../../ask.ts';
import { type Fault, FaultSummary, Field, type Form, useForm, useRefusalFaults } from '../../part/form.tsx';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { wide } from '../../text/format.ts';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { Candidates, Clashes } from './guard.tsx';

type Start = Answer<'GET /api/inspection-form'>;
type Check = Answer<'POST /api/inspection-check'>;
type Kind = keyof typeof inspectionKindLabel;
type Method = keyof typeof inspectionMethodLabel;
const fields = [
  'subject',
  'units',
  'placeId',
  'kind',
  'methods',
  'from',
  'to',
  'field',
  'byUnit',
  'assignment',
  'planYear',
  'unannounced',
  'papers',
  'words',
] as const;
type NewField = (typeof fields)[number];
type NewForm = Form<NewField>;

const isKind = (text: string): text is Kind => Object.hasOwn(inspectionKindLabel, text);
const isMethod = (text: string): text is Method => Object.hasOwn(inspectionMethodLabel, text);
const listOf = (text: string): string[] => text.split(/[\n、,，;；]/).flatMap((one) => one.trim() || []);
const linesOf = (text: string): string[] => text.split('\n').flatMap((one) => one.trim() || []);
const methodsOf = (text: string): Method[] => text.split(',').filter(isMethod);

const problemFields: Readonly<Record<string, NewField>> = {
  'inspection.needsUnit': 'units',
  'inspection.daysWrong': 'to',
  'grant.placeUnknown': 'placeId',
};
const fieldOf = (path: string): NewField | null =>
  problemFields[path] ?? fields.find((field) => field === path.split('.').at(-1)) ?? null;

const matterOf = ({ values }: NewForm, start: Start) => ({
  kind: isKind(values.kind) ? values.kind : ('special' as const),
  subject: values.subject.trim(),
  byUnit: values.byUnit.trim(),
  ...{ from: values.from, to: values.to, field: values.field.trim() },
  commitmentIds: start.commitment ? [start.commitment.id] : [],
});

const addressed = ({ values }: NewForm) => {
  const units = listOf(values.units);
  return (units.length > 0 ? units : ['']).map((unit) => ({ unit, placeId: values.placeId }));
};

/** The check of what has been filled in so far; null while there is not enough to check. */
function useCheck(form: NewForm, start: Start): Check | null {
  const [check, setCheck] = useState<Check | null>(null);
  const [first] = addressed(form);
  const { from, to } = form.values;
  const isReady =
    isIsoDate(from) && isIsoDate(to) && from <= to && !!first && first.unit + first.placeId !== '';
  const asked = isReady ? JSON.stringify({ ...matterOf(form, start), subject: '-', ...first }) : '';
  useEffect(() => {
    if (asked === '') {
      setCheck(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      call('POST /api/inspection-check', { body: JSON.parse(asked) }, stop.signal).then(setCheck, () =>
        setCheck(null),
      );
    }, 250);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);
  return check;
}

function useFaults(): (form: NewForm) => readonly Fault[] {
  const { t: common } = useLanguage();
  const t = useFeatureText(inspectionText);
  return ({ values }) => {
    const faults: Fault[] = [];
    if (values.subject.trim() === '')
      faults.push({ field: 'subject', message: common.form.required(t.subject) });
    if (listOf(values.units).length === 0 && values.placeId === '')
      faults.push({ field: 'units', message: t.needUnit });
    if (methodsOf(values.methods).length === 0) faults.push({ field: 'methods', message: t.needMethod });
    for (const field of ['from', 'to'] as const)
      if (!isIsoDate(values[field])) faults.push({ field, message: common.form.noSuchDay(values[field]) });
    if (values.byUnit.trim() !== '' && values.assignment.trim().length < 2)
      faults.push({ field: 'assignment', message: common.form.required(t.assignment) });
    return faults;
  };
}

function Methods({ form }: { readonly form: NewForm }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  const chosen = methodsOf(form.values.methods);
  const fault = form.faults.find(({ field }) => field === 'methods');
  const toggle = (method: Method): void =>
    form.type(
      'methods',
      (chosen.includes(method) ? chosen.filter((each) => each !== method) : [...chosen, method]).join(','),
    );
  return (
    <fieldset className="reason-ticks" id={form.idOf('methods')} tabIndex={-1}>
      <legend>{t.methods}</legend>
      {Object.entries(inspectionMethodLabel).map(([method, words]) =>
        isMethod(method) ? (
          <label key={method}>
            <input type="checkbox" checked={chosen.includes(method)} onChange={() => toggle(method)} />{' '}
            {words[language]}
          </label>
        ) : null,
      )}
      {fault && <span className="field-fault">{fault.message}</span>}
    </fieldset>
  );
}

function Whom({ form, start }: { readonly form: NewForm; readonly start: Start }): ReactNode {
  const t = useFeatureText(inspectionText);
  return (
    <div className="item-fields">
      <Field form={form} name="units" label={t.units} hint={t.unitsHint}>
        {(given) => <textarea {...given} className="field-input" rows={2} maxLength={1600} />}
      </Field>
      <div className="labelled over" id={form.idOf('placeId')} tabIndex={-1}>
        <Pick
          label={t.place}
          chosen={form.values.placeId}
          choices={[
            { id: '', label: t.placeNone },
            ...start.places.map(({ id, name }) => ({ id, label: name })),
          ]}
          choose={(id) => form.type('placeId', id)}
        />
      </div>
    </div>
  );
}

function Days({ form, start }: { readonly form: NewForm; readonly start: Start }): ReactNode {
  const t = useFeatureText(inspectionText);
  const year = Number(start.today.slice(0, 4));
  return (
    <div className="item-fields three">
      {(['from', 'to'] as const).map((name) => (
        <Field key={name} form={form} name={name} label={t[name]}>
          {(given) => (
            <input
              {...given}
              className="field-input"
              inputMode="numeric"
              maxLength={10}
              placeholder="YYYY-MM-DD"
            />
          )}
        </Field>
      ))}
      <div className="labelled over">
        <Pick
          label={t.planYear}
          chosen={form.values.planYear}
          choices={[
            { id: '', label: t.planYearNone },
            ...[year, year + 1].map((each) => ({ id: `${each}`, label: `${each}` })),
          ]}
          choose={(id) => form.type('planYear', id)}
        />
      </div>
    </div>
  );
}

function Guard({ check, start }: { readonly check: Check | null; readonly start: Start }): ReactNode {
  const t = useFeatureText(inspectionText);
  const ready = check?.candidates.filter(({ standsAside }) => standsAside.length === 0).length ?? 0;
  return (
    <>
      <section className="card" aria-labelledby="guard">
        <div className="card-head">
          <h2 id="guard">{t.guard}</h2>
        </div>
        <div className="card-body stack" aria-live="polite">
          {check === null ? (
            <p className="note">{t.guardWait}</p>
          ) : (
            <>
              <Clashes clashes={check.clashes} freeFrom={check.freeFrom} />
              {check.clashes.length > 0 && <p className="alert plain">{t.guardStop}</p>}
            </>
          )}
          <p className="note">{t.guardHint(start.gap.days, start.gap.source)}</p>
        </div>
      </section>
      {check !== null && (
        <section className="card" aria-labelledby="who">
          <div className="card-head">
            <h2 id="who">{t.candidates}</h2>
            <span className="note end">{t.candidatesReady(ready, check.candidates.length)}</span>
          </div>
          <div className="card-body">
            <Candidates candidates={check.candidates} />
          </div>
        </section>
      )}
    </>
  );
}

function usePlan(form: NewForm, start: Start) {
  const navigate = useNavigate();
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/inspections', {
    onSuccess: ({ inspectionIds: [first = '', ...others] }) => {
      form.clear();
      if (others.length > 0) void navigate({ to: '/inspections', search: { group: 'planned' } });
      else void navigate({ to: '/inspections/$inspectionId', params: { inspectionId: first } });
    },
    onError: (cause) => form.refuse(faultsOf(cause, fieldOf)),
  });
  const { values } = form;
  const plan = (): void =>
    send.mutate({
      body: {
        ...matterOf(form, start),
        units: addressed(form),
        methods: methodsOf(values.methods),
        planYear: values.planYear === '' ? null : Number(values.planYear),
        unannounced: values.unannounced === 'yes',
        assignment: values.assignment.trim(),
        papers: linesOf(values.papers),
        words: values.words.trim(),
      },
    });
  return { plan, isPending: send.isPending };
}

function NewCard({ start }: { readonly start: Start }): ReactNode {
  const { language, t: common } = useLanguage();
  const t = useFeatureText(inspectionText);
  const { commitment } = start;
  const form = useForm<NewField>(`inspection.new.${commitment?.id ?? ''}`, {
    ...{ subject: commitment ? wide(commitment.title).slice(0, 280) : '', units: commitment?.unit ?? '' },
    ...{ placeId: '', kind: 'special', methods: '', from: '', to: '', field: '', byUnit: '', assignment: '' },
    ...{ planYear: '', unannounced: '', papers: '', words: '' },
  });
  const faultsOf = useFaults();
  const check = useCheck(form, start);
  const { plan, isPending } = usePlan(form, start);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const faults = faultsOf(form);
    form.refuse(faults);
    if (faults.length === 0) plan();
  };
  return (
    <div className="notice-columns">
      <form className="card issue-form" noValidate onSubmit={submit} aria-labelledby="new-title">
        <div className="card-head">
          <h1 id="new-title">{t.planNew}</h1>
          <span className="note">{t.newHint}</span>
        </div>
        <div className="card-body item-form">
          <FaultSummary form={form} />
          <Field form={form} name="subject" label={t.subject} hint={t.subjectHint}>
            {(given) => <input {...given} className="field-input" maxLength={300} />}
          </Field>
          <Whom form={form} start={start} />
          <Days form={form} start={start} />
          <Pick
            label={t.kind}
            chosen={form.values.kind}
            choices={Object.entries(inspectionKindLabel).map(([id, words]) => ({
              id,
              label: words[language],
            }))}
            choose={(id) => form.type('kind', id)}
          />
          <Methods form={form} />
          <label>
            <input
              type="checkbox"
              checked={form.values.unannounced === 'yes'}
              onChange={(event) => form.type('unannounced', event.target.checked ? 'yes' : '')}
            />{' '}
            {t.unannounced} <span className="note">{t.unannouncedHint}</span>
          </label>
          <div className="item-fields">
            <Field form={form} name="field" label={t.field} hint={t.fieldHint}>
              {(given) => (
                <>
                  <input {...given} className="field-input" maxLength={80} list="inspection-fields" />
                  <datalist id="inspection-fields">
                    {start.fields.map((field) => (
                      <option key={field} value={field} />
                    ))}
                  </datalist>
                </>
              )}
            </Field>
            <Field form={form} name="byUnit" label={t.byUnit} hint={t.byUnitHint}>
              {(given) => (
                <>
                  <input {...given} className="field-input" maxLength={80} list="inspection-units" />
                  <datalist id="inspection-units">
                    {start.units.map((unit) => (
                      <option key={unit} value={unit} />
                    ))}
                  </datalist>
                </>
              )}
            </Field>
          </div>
          {form.values.byUnit.trim() !== '' && (
            <Field form={form} name="assignment" label={t.assignment} hint={t.assignmentHint}>
              {(given) => <input {...given} className="field-input" maxLength={300} />}
            </Field>
          )}
          <Field form={form} name="papers" label={t.papers} hint={t.papersHint}>
            {(given) => <textarea {...given} className="field-input" rows={3} maxLength={4000} />}
          </Field>
          <Field form={form} name="words" label={`${t.words}（${t.optional}）`}>
            {(given) => <textarea {...given} className="field-input" rows={2} maxLength={4000} />}
          </Field>
          <div className="item-buttons">
            <button type="submit" className="button primary" disabled={isPending}>
              {isPending ? t.sending : t.send}
            </button>
            <span className="note">{common.form.kept}</span>
          </div>
        </div>
      </form>
      <div className="stack">
        <Guard check={check} start={start} />
      </div>
    </div>
  );
}

function Asked(): ReactNode {
  const { commitment } = useWords();
  const query = useAsk(
    'GET /api/inspection-form',
    { query: commitment === undefined ? {} : { commitmentId: commitment } },
    { fresh: true },
  );
  return (
    <Answered query={query}>{(start) => <NewCard key={start.commitment?.id ?? ''} start={start} />}</Answered>
  );
}

export default function NewInspection(): ReactNode {
  const t = useFeatureText(inspectionText);
  usePageTitle(t.planNew);
  return (
    <ForThoseWhoMay permission="inspection.plan">
      <Asked />
    </ForThoseWhoMay>
  );
}
