// Before it begins: what it would repeat with the way out of each (other days, an approved exception), and the team from the pool.
import { type FormEvent, type ReactNode, useState } from 'react';
import { isIsoDate } from '../../../core/quantity/date.ts';
import { useSend } from '../../ask.ts';
import { FaultSummary, Field, useForm, useRefusalFaults } from '../../part/form.tsx';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { Candidates, Clashes } from './guard.tsx';
import type { InspectionPage } from './state.tsx';

type Wish = 'days' | 'team' | 'exception';
interface Given {
  readonly page: InspectionPage;
  readonly close: () => void;
}

const none = (): null => null;

function useArrange<N extends string>(
  page: InspectionPage,
  form: ReturnType<typeof useForm<N>>,
  close: () => void,
) {
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/inspections/:inspectionId/arrangements', {
    onSuccess: () => {
      form.clear();
      close();
    },
    onError: (cause) => form.refuse(faultsOf(cause, none)),
  });
  return { send, params: { inspectionId: page.inspection.id } };
}

function Buttons({
  pending,
  close,
  label,
}: {
  readonly pending: boolean;
  readonly close: () => void;
  readonly label: string;
}): ReactNode {
  const t = useFeatureText(inspectionText);
  return (
    <div className="item-buttons">
      <button type="submit" className="button primary" disabled={pending}>
        {pending ? t.moving : label}
      </button>
      <button type="button" className="button" onClick={close}>
        {t.cancel}
      </button>
    </div>
  );
}

function DaysForm({ page, close }: Given): ReactNode {
  const { t: common } = useLanguage();
  const t = useFeatureText(inspectionText);
  const { from, to, id } = page.inspection;
  const form = useForm<'from' | 'to' | 'reason'>(`inspection.${id}.days`, {
    from: page.freeFrom ?? from,
    to,
    reason: '',
  });
  const { send, params } = useArrange(page, form, close);
  const { values } = form;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = (['from', 'to'] as const).filter((name) => !isIsoDate(values[name]));
    const faults = wrong.map((field) => ({ field, message: common.form.noSuchDay(values[field]) }));
    const reason = values.reason.trim();
    const all =
      reason.length < 2
        ? [...faults, { field: 'reason', message: common.form.required(t.arrangeDaysReason) }]
        : faults;
    form.refuse(all);
    if (all.length === 0)
      send.mutate({ params, body: { what: 'days', from: values.from, to: values.to, reason } });
  };
  return (
    <form className="item-form move-form" noValidate onSubmit={submit} aria-label={t.arrangeDays}>
      <FaultSummary form={form} />
      <div className="item-fields">
        {(['from', 'to'] as const).map((name) => (
          <Field key={name} form={form} name={name} label={t[name]}>
            {(given) => <input {...given} className="field-input" inputMode="numeric" maxLength={10} />}
          </Field>
        ))}
      </div>
      <Field form={form} name="reason" label={t.arrangeDaysReason}>
        {(given) => <input {...given} className="field-input" maxLength={300} />}
      </Field>
      <Buttons pending={send.isPending} close={close} label={t.arrangeDays} />
    </form>
  );
}

function ExceptionForm({ page, close }: Given): ReactNode {
  const { t: common } = useLanguage();
  const t = useFeatureText(inspectionText);
  const blank = { reason: '', approval: '' };
  const form = useForm<'reason' | 'approval'>(`inspection.${page.inspection.id}.exception`, blank);
  const { send, params } = useArrange(page, form, close);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [reason, approval] = [form.values.reason.trim(), form.values.approval.trim()];
    const faults = [
      ...(reason.length < 2 ? [{ field: 'reason', message: common.form.required(t.exceptionReason) }] : []),
      ...(approval.length < 2 ? [{ field: 'approval', message: common.form.required(t.approval) }] : []),
    ];
    form.refuse(faults);
    if (faults.length === 0) send.mutate({ params, body: { what: 'exception', reason, approval } });
  };
  return (
    <form className="item-form move-form" noValidate onSubmit={submit} aria-label={t.arrangeException}>
      <p className="note">{t.arrangeExceptionHint}</p>
      <FaultSummary form={form} />
      <Field form={form} name="reason" label={t.exceptionReason}>
        {(given) => <textarea {...given} className="field-input" rows={2} maxLength={2000} />}
      </Field>
      <Field form={form} name="approval" label={t.approval} hint={t.approvalHint}>
        {(given) => <input {...given} className="field-input" maxLength={300} />}
      </Field>
      <Buttons pending={send.isPending} close={close} label={t.arrangeException} />
    </form>
  );
}

function TeamForm({ page, close }: Given): ReactNode {
  const t = useFeatureText(inspectionText);
  const [chosen, choose] = useState<readonly string[]>(page.team.map(({ accountId }) => accountId));
  const form = useForm<'members'>(`inspection.${page.inspection.id}.team`, { members: '' });
  const { send, params } = useArrange(page, form, close);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.length === 0) form.refuse([{ field: '', message: t.teamNone(page.teamLeast) }]);
    else send.mutate({ params, body: { what: 'team', members: [...chosen], reason: '' } });
  };
  return (
    <form className="item-form move-form" noValidate onSubmit={submit} aria-label={t.arrangeTeam}>
      <p className="note">{t.arrangeTeamHint}</p>
      <FaultSummary form={form} />
      <Candidates
        candidates={page.candidates}
        chosen={chosen}
        toggle={(one) =>
          choose(chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one])
        }
      />
      <Buttons pending={send.isPending} close={close} label={t.arrangeTeam} />
    </form>
  );
}

const forms: Record<Wish, (given: Given) => ReactNode> = {
  days: DaysForm,
  team: TeamForm,
  exception: ExceptionForm,
};

export function Arrange({ page }: { readonly page: InspectionPage }): ReactNode {
  const t = useFeatureText(inspectionText);
  const [open, setOpen] = useState<Wish | null>(null);
  if (!page.mayArrange) return null;
  const hasOpen = page.clashes.some(({ excepted }) => !excepted);
  const wishes: readonly (readonly [Wish, string])[] = [
    ['team', t.arrangeTeam],
    ['days', t.arrangeDays],
    ...(hasOpen ? [['exception', t.arrangeException] as const] : []),
  ];
  const Shown = open === null ? null : forms[open];
  return (
    <section className="card screen-only" aria-labelledby="arrange">
      <div className="card-head">
        <h2 id="arrange">{t.arrange}</h2>
      </div>
      <div className="card-body stack">
        <Clashes clashes={page.clashes} freeFrom={page.freeFrom} />
        <div className="item-buttons">
          {wishes.map(([wish, label]) => (
            <button
              key={wish}
              type="button"
              className="button"
              aria-expanded={open === wish}
              onClick={() => setOpen(open === wish ? null : wish)}
            >
              {label}
            </button>
          ))}
        </div>
        {/* The answer may come when another form is open already: that one stays. */}
        {Shown && <Shown page={page} close={() => setOpen((shown) => (shown === open ? null : shown))} />}
      </div>
    </section>
  );
}
