// Issuing a notice: the promise, the addressee, grade and reasons from a proposal or by hand; days come from the rules.
import './notice.css';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { isIsoDate } from '../../../core/quantity/date.ts';
import { noticeGradeLabel, noticeReasonLabel } from '../../../core/vocabulary/supervise.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useSend, useWords } from '../../ask.ts';
import { type Fault, FaultSummary, Field, type Form, useForm, useRefusalFaults } from '../../part/form.tsx';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';
import type { Grade } from './grade.tsx';

type Start = Answer<'GET /api/notice-form'>;
type IssueField =
  | 'title'
  | 'unit'
  | 'placeId'
  | 'grade'
  | 'reasons'
  | 'words'
  | 'approval'
  | 'answerBy'
  | 'remedyBy';
type IssueForm = Form<IssueField>;
type Reason = keyof typeof noticeReasonLabel;

const isReason = (text: string): text is Reason => Object.hasOwn(noticeReasonLabel, text);
const isGrade = (text: string | undefined): text is Grade =>
  text !== undefined && Object.hasOwn(noticeGradeLabel, text);
const reasonsOf = (text: string): Reason[] => text.split(',').filter(isReason);

const problemFields: Readonly<Record<string, IssueField>> = {
  'notice.needsReason': 'reasons',
  'notice.needsAddressee': 'unit',
  'notice.needsApproval': 'approval',
  'notice.dueInPast': 'answerBy',
  'notice.needsDueDay': 'answerBy',
  'grant.placeUnknown': 'placeId',
};
const fieldOf = (path: string): IssueField | null => {
  const last = path.split('.').at(-1);
  const fields: readonly IssueField[] = [
    'title',
    'unit',
    'placeId',
    'words',
    'approval',
    'answerBy',
    'remedyBy',
  ];
  return problemFields[path] ?? fields.find((field) => field === last) ?? null;
};

function useFaults(): (form: IssueForm) => readonly Fault[] {
  const { t: common } = useLanguage();
  const t = useFeatureText(supervisionText);
  return ({ values }) => {
    const faults: Fault[] = [];
    if (values.title.trim() === '') faults.push({ field: 'title', message: common.form.required(t.title) });
    if (values.unit.trim() === '' && values.placeId === '')
      faults.push({ field: 'unit', message: t.needAddressee });
    if (reasonsOf(values.reasons).length === 0) faults.push({ field: 'reasons', message: t.needOne });
    for (const field of ['answerBy', 'remedyBy'] as const)
      if (values[field] !== '' && !isIsoDate(values[field]))
        faults.push({ field, message: common.form.noSuchDay(values[field]) });
    if (values.grade === 'listed' && values.approval.trim().length < 2)
      faults.push({ field: 'approval', message: common.form.required(t.approval) });
    return faults;
  };
}

function Reasons({ form }: { readonly form: IssueForm }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(supervisionText);
  const chosen = reasonsOf(form.values.reasons);
  const fault = form.faults.find(({ field }) => field === 'reasons');
  const toggle = (reason: Reason): void => {
    const next = chosen.includes(reason) ? chosen.filter((each) => each !== reason) : [...chosen, reason];
    form.type('reasons', next.join(','));
  };
  return (
    <fieldset className="reason-ticks" id={form.idOf('reasons')} tabIndex={-1}>
      <legend>{t.reasons}</legend>
      {Object.entries(noticeReasonLabel).map(([reason, words]) =>
        isReason(reason) ? (
          <label key={reason}>
            <input type="checkbox" checked={chosen.includes(reason)} onChange={() => toggle(reason)} />{' '}
            {words[language]}
          </label>
        ) : null,
      )}
      {fault && <span className="field-fault">{fault.message}</span>}
    </fieldset>
  );
}

function Addressee({ form, start }: { readonly form: IssueForm; readonly start: Start }): ReactNode {
  const t = useFeatureText(supervisionText);
  const units = start.commitment ? [start.commitment.unit, ...start.commitment.supportUnits] : [];
  return (
    <div className="item-fields">
      <Field form={form} name="unit" label={t.toUnit} hint={t.toUnitHint}>
        {(given) => (
          <>
            <input {...given} className="field-input" maxLength={80} list="notice-units" autoComplete="off" />
            <datalist id="notice-units">
              {units.map((unit) => (
                <option key={unit} value={unit} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <div className="labelled over" id={form.idOf('placeId')} tabIndex={-1}>
        <Pick
          label={t.toPlace}
          chosen={form.values.placeId}
          choices={[
            { id: '', label: t.toPlaceNone },
            ...start.places.map(({ id, name }) => ({ id, label: name })),
          ]}
          choose={(id) => form.type('placeId', id)}
        />
      </div>
    </div>
  );
}

function Days({ form, start }: { readonly form: IssueForm; readonly start: Start }): ReactNode {
  const t = useFeatureText(supervisionText);
  const rule = start.grades.find(({ grade }) => grade === form.values.grade);
  return (
    <>
      <div className="item-fields">
        {(['answerBy', 'remedyBy'] as const).map((name) => (
          <Field key={name} form={form} name={name} label={t[name]}>
            {(given) => (
              <input
                {...given}
                className="field-input"
                inputMode="numeric"
                maxLength={10}
                placeholder={rule?.[name] ?? 'YYYY-MM-DD'}
              />
            )}
          </Field>
        ))}
      </div>
      {rule && (
        <p className="note">
          {t.daysFrom(rule.source)}
          {rule.needsEvidence && ` · ${t.needsEvidence}`}
        </p>
      )}
    </>
  );
}

function useIssue(form: IssueForm, commitmentId: string | null) {
  const navigate = useNavigate();
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/notices', {
    onSuccess: ({ noticeId }) => {
      form.clear();
      void navigate({ to: '/notices/$noticeId', params: { noticeId } });
    },
    onError: (cause) => form.refuse(faultsOf(cause, fieldOf)),
  });
  const { values } = form;
  const dayOr = (text: string): string | null => (text === '' ? null : text);
  return {
    isPending: send.isPending,
    issue: () =>
      send.mutate({
        body: {
          title: values.title.trim(),
          commitmentId,
          placeId: values.placeId,
          unit: values.unit.trim(),
          grade: isGrade(values.grade) ? values.grade : 'reminder',
          reasons: reasonsOf(values.reasons),
          words: values.words.trim(),
          approval: values.approval.trim(),
          answerBy: dayOr(values.answerBy),
          remedyBy: dayOr(values.remedyBy),
        },
      }),
  };
}

function IssueCard({ start }: { readonly start: Start }): ReactNode {
  const { language, t: common } = useLanguage();
  const t = useFeatureText(supervisionText);
  const { grade, reasons, unit, place } = useWords();
  const { commitment } = start;
  const form = useForm<IssueField>(`notice.new.${commitment?.id ?? `${place ?? ''}.${unit ?? ''}`}`, {
    title: commitment
      ? wide(commitment.title).slice(0, 300)
      : reasons?.includes('reportMissing')
        ? t.reportTitle
        : '',
    unit: commitment?.unit ?? unit ?? '',
    placeId: place ?? '',
    grade: isGrade(grade) ? grade : 'reminder',
    reasons: reasons ?? '',
    words: '',
    approval: '',
    answerBy: '',
    remedyBy: '',
  });
  const faultsOf = useFaults();
  const { isPending, issue } = useIssue(form, commitment?.id ?? null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const faults = faultsOf(form);
    form.refuse(faults);
    if (faults.length === 0) issue();
  };
  return (
    <form className="card issue-form" noValidate onSubmit={submit} aria-labelledby="issue-title">
      <div className="card-head">
        <h1 id="issue-title">{t.issue}</h1>
        <span className="note">{t.issueHint}</span>
      </div>
      <div className="card-body item-form">
        <FaultSummary form={form} />
        {commitment && (
          <p>
            {t.about}{' '}
            <Link to="/commitments/$commitmentId" params={{ commitmentId: commitment.id }}>
              {wide(commitment.title)}
            </Link>
          </p>
        )}
        <Field form={form} name="title" label={t.title}>
          {(given) => <input {...given} className="field-input" maxLength={300} />}
        </Field>
        <Addressee form={form} start={start} />
        <Pick
          label={t.grade}
          chosen={form.values.grade}
          choices={Object.entries(noticeGradeLabel).map(([id, words]) => ({ id, label: words[language] }))}
          choose={(id) => form.type('grade', id)}
        />
        <Reasons form={form} />
        <Field form={form} name="words" label={t.words} hint={t.wordsHint}>
          {(given) => <textarea {...given} className="field-input" rows={4} maxLength={4000} />}
        </Field>
        {form.values.grade === 'listed' && (
          <Field form={form} name="approval" label={t.approval} hint={t.approvalHint}>
            {(given) => <input {...given} className="field-input" maxLength={300} />}
          </Field>
        )}
        <Days form={form} start={start} />
        <div className="item-buttons">
          <button type="submit" className="button primary" disabled={isPending}>
            {isPending ? t.sending : t.send}
          </button>
          <span className="note">{common.form.kept}</span>
        </div>
      </div>
    </form>
  );
}

function Asked(): ReactNode {
  const { commitment } = useWords();
  const query = useAsk(
    'GET /api/notice-form',
    { query: commitment === undefined ? {} : { commitmentId: commitment } },
    { fresh: true },
  );
  return (
    <Answered query={query}>
      {(start) => <IssueCard key={start.commitment?.id ?? ''} start={start} />}
    </Answered>
  );
}

export default function IssueNotice(): ReactNode {
  const t = useFeatureText(supervisionText);
  usePageTitle(t.issue);
  return (
    <ForThoseWhoMay permission="notice.issue">
      <Asked />
    </ForThoseWhoMay>
  );
}
