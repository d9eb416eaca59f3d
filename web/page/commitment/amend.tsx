// Changing a target by an approving document: the present one beside the new one, the reason, and from which day.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { isIsoDate } from '../../../core/quantity/date.ts';
import { type Ask, type CommitmentPage, call, type Target } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { type Fault, FaultSummary, Field, type Form, useForm, useRefusalFaults } from '../../part/form.tsx';
import { Pick } from '../../part/pick.tsx';
import { unitOf, wide } from '../../text/format.ts';
import { useText } from '../../text/language.tsx';

export type AmendField = 'metric' | 'printed' | 'unit' | 'reason' | 'documentId' | 'effectiveOn';
type AmendForm = Form<AmendField>;

export const amendFormName = (commitmentId: string): string => `amend.${commitmentId}`;

/** Which field of the form a path of the request, or a problem, is about. */
function fieldOf(path: string): AmendField | null {
  if (path === 'target.unreadable' || path.endsWith('.printed')) return 'printed';
  if (path === 'amendment.outsidePlan' || path.endsWith('.effectiveOn')) return 'effectiveOn';
  if (path.endsWith('.unit')) return 'unit';
  if (path.endsWith('.reason')) return 'reason';
  if (path === 'document.notFound' || path.endsWith('.documentId')) return 'documentId';
  return null;
}

const chosenTarget = (targets: readonly Target[], metric: string): Target | undefined =>
  targets.find((target) => target.metric === metric) ?? targets[0];

function useFaultsOf(targets: readonly Target[]): (form: AmendForm) => readonly Fault[] {
  const t = useText();
  return ({ values }) => {
    const faults: Fault[] = [];
    const now = chosenTarget(targets, values.metric);
    const printed = values.printed.trim();
    if (printed === '') faults.push({ field: 'printed', message: t.form.required(t.amend.printedShort) });
    else if (printed === now?.printed && values.unit.trim() === now.unit)
      faults.push({ field: 'printed', message: t.amend.same });
    if (values.effectiveOn !== '' && !isIsoDate(values.effectiveOn))
      faults.push({ field: 'effectiveOn', message: t.form.noSuchDay(values.effectiveOn) });
    if (values.reason.trim() === '')
      faults.push({ field: 'reason', message: t.form.required(t.amend.reason) });
    return faults;
  };
}

const bodyOf = (
  { values }: AmendForm,
  metric: string,
): Ask<'POST /api/commitments/:commitmentId/amendments'>['body'] => ({
  targets: [{ metric, printed: values.printed.trim(), unit: values.unit.trim() }],
  reason: values.reason.trim(),
  ...(values.documentId === '' ? {} : { documentId: values.documentId }),
  ...(values.effectiveOn === '' ? {} : { effectiveOn: values.effectiveOn }),
});

function useAmend(page: CommitmentPage, form: AmendForm, metric: string, done: () => void) {
  const client = useQueryClient();
  const faultsOf = useRefusalFaults();
  return useMutation({
    mutationFn: () =>
      call('POST /api/commitments/:commitmentId/amendments', {
        params: { commitmentId: page.commitment.id },
        body: bodyOf(form, metric),
      }),
    onSuccess: async () => {
      form.clear();
      await client.invalidateQueries();
      done();
    },
    onError: (cause) => form.refuse(faultsOf(cause, fieldOf)),
  });
}

function Documents({ form }: { readonly form: AmendForm }): ReactNode {
  const t = useText();
  const documents = useAsk('GET /api/documents', {});
  const choices = [
    { id: '', label: t.amend.noDocument },
    ...(documents.data?.documents ?? []).map(({ id, title, fileName, number, date }) => ({
      id,
      label: title || fileName,
      note: [number, date].filter(Boolean).join(' '),
    })),
  ];
  return (
    <div className="labelled over" id={form.idOf('documentId')} tabIndex={-1}>
      <Pick
        label={t.amend.document}
        choices={choices}
        chosen={form.values.documentId}
        choose={(id) => form.type('documentId', id)}
      />
    </div>
  );
}

/** The target as it stands and, beside it, as it shall be. */
function OldAndNew({ form, now }: { readonly form: AmendForm; readonly now: Target | undefined }): ReactNode {
  const t = useText();
  return (
    <div className="amend-pair">
      <div>
        <h3>{t.amend.now}</h3>
        <p className="amend-now">
          {now ? now.printed : '—'} <span className="unit">{unitOf(now?.unit ?? '')}</span>
        </p>
      </div>
      <div className="item-form">
        <h3>{t.amend.next}</h3>
        <Field form={form} name="printed" label={t.amend.printed} hint={t.amend.printedHint}>
          {(given) => <input {...given} className="field-input" maxLength={400} autoComplete="off" />}
        </Field>
        <Field form={form} name="unit" label={t.amend.unit}>
          {(given) => (
            <input {...given} className="field-input unit-input" maxLength={40} autoComplete="off" />
          )}
        </Field>
      </div>
    </div>
  );
}

export function Amend({
  page,
  close,
  done,
}: {
  readonly page: CommitmentPage;
  readonly close: () => void;
  readonly done: () => void;
}): ReactNode {
  const t = useText();
  const { targets, title } = page.commitment;
  const [first] = targets;
  const form = useForm<AmendField>(amendFormName(page.commitment.id), {
    metric: first?.metric ?? title,
    printed: '',
    unit: first?.unit ?? '',
    reason: '',
    documentId: '',
    effectiveOn: '',
  });
  const faultsOf = useFaultsOf(targets);
  const now = chosenTarget(targets, form.values.metric);
  const send = useAmend(page, form, now?.metric ?? title, done);
  const [tried, trying] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    trying(true);
    const faults = faultsOf(form);
    form.refuse(faults);
    if (faults.length === 0) send.mutate();
  };
  return (
    <form className="amend item-form" noValidate aria-labelledby="amend-title" onSubmit={submit}>
      <h3 id="amend-title">{t.amend.title}</h3>
      <p className="note">{t.amend.hint}</p>
      {tried && <FaultSummary form={form} />}
      {targets.length > 1 && (
        <Pick
          label={t.amend.which}
          choices={targets.map((target) => ({
            id: target.metric,
            label: wide(target.metric),
            note: target.printed,
          }))}
          chosen={now?.metric ?? null}
          choose={(metric) => form.type('metric', metric)}
        />
      )}
      <OldAndNew form={form} now={now} />
      <Field form={form} name="reason" label={t.amend.reason}>
        {(given) => <textarea {...given} className="field-input" rows={2} maxLength={2000} />}
      </Field>
      <div className="item-fields">
        <Documents form={form} />
        <Field form={form} name="effectiveOn" label={t.amend.effectiveOn} hint={t.amend.effectiveHint}>
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
      </div>
      <div className="item-buttons">
        <button type="submit" className="button primary" disabled={send.isPending}>
          {send.isPending ? t.amend.sending : t.amend.send}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            form.clear();
            close();
          }}
        >
          {t.form.cancel}
        </button>
        <span className="note">{t.form.kept}</span>
      </div>
    </form>
  );
}
