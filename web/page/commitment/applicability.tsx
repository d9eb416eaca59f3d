// Where a line does not apply: who decided so, from when and why; decided here by the office that may amend.
import { type FormEvent, type ReactNode, useState } from 'react';
import { isIsoDate } from '../../../core/quantity/date.ts';
import { useSend } from '../../ask.ts';
import { FaultSummary, Field, FormButtons, isKept, useForm, useRefusalFaults } from '../../part/form.tsx';
import { day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { stepText } from '../../text/steps.ts';
import type { PlaceRow } from './place-line.ts';

/** The reason as it is read in the table: from which day, by whom, why. */
export function AwayNote({ row }: { readonly row: PlaceRow }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(stepText);
  if (row.away === null) return null;
  const { from, by, reason } = row.away;
  return (
    <span className="note away-note">
      <span className="tag mark">{t.away}</span> {t.awaySince(day(from, language), by ?? '—')}：{reason}
    </span>
  );
}

const fieldOf = (path: string): string | null => {
  if (path === 'amendment.outsidePlan' || path.endsWith('.from')) return 'from';
  return path.endsWith('.reason') ? 'reason' : null;
};

export function Decide({
  commitmentId,
  metric,
  row,
  asOf,
}: {
  readonly commitmentId: string;
  readonly metric: string;
  readonly row: PlaceRow;
  readonly asOf: string;
}): ReactNode {
  const t = useFeatureText(stepText);
  const name = `away.${commitmentId}.${metric}.${row.place}`;
  const [open, setOpen] = useState(() => isKept(name));
  const form = useForm<'from' | 'reason'>(name, { from: asOf, reason: '' });
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/commitments/:commitmentId/applicability', {
    onSuccess: () => {
      form.clear();
      setOpen(false);
    },
    onError: (cause) => form.refuse(faultsOf(cause, fieldOf)),
  });
  const applies = row.away !== null;
  const label = applies ? t.decideBack : t.decideAway;
  if (!open)
    return (
      <button
        type="button"
        className="link"
        aria-label={`${row.place} ${label}`}
        onClick={() => setOpen(true)}
      >
        {label}
      </button>
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { from, reason } = form.values;
    if (!isIsoDate(from)) {
      form.refuse([{ field: 'from', message: t.needsDay }]);
      return;
    }
    const body = { metric, place: row.place, applies, from, reason: reason.trim() };
    send.mutate({ params: { commitmentId }, body });
  };
  return (
    <form className="item-form" noValidate onSubmit={submit} aria-label={t.decideTitle(row.place)}>
      <FaultSummary form={form} />
      {!applies && <p className="note">{t.awayHint}</p>}
      <Field form={form} name="from" label={t.from}>
        {(given) => <input {...given} className="field-input day" maxLength={10} placeholder="YYYY-MM-DD" />}
      </Field>
      <Field form={form} name="reason" label={t.reason} hint={t.reasonHint}>
        {(given) => <input {...given} className="field-input" maxLength={1000} autoComplete="off" />}
      </Field>
      <FormButtons
        pending={send.isPending}
        label={t.save}
        waiting={t.saving}
        cancel={t.cancel}
        close={() => setOpen(false)}
      />
    </form>
  );
}
