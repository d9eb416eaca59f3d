// Names for days of knowledge: choose one, and for those who may, name the day that is looked at or take its name back.
import { type FormEvent, type ReactNode, useState } from 'react';
import { useAsk, useSend } from '../ask.ts';
import { useFeatureText } from '../text/language.tsx';
import { remarkText } from '../text/remarks.ts';
import { FaultSummary, Field, useForm, useRefusalFaults } from './form.tsx';
import { useMay } from './me.tsx';
import { Pick } from './pick.tsx';

function useNamedDays(): readonly { readonly name: string; readonly day: string }[] {
  return useAsk('GET /api/named-days', {}).data?.days ?? [];
}

/** The name of a day, in brackets; nothing where it has none. */
export function DayName({ day }: { readonly day: string }): ReactNode {
  const t = useFeatureText(remarkText);
  const names = useNamedDays()
    .filter((each) => each.day === day)
    .map(({ name }) => name);
  return names.length === 0 ? null : t.known(names.join('、'));
}

export function NamedDayPick({
  knownOn,
  choose,
}: {
  readonly knownOn: string | undefined;
  readonly choose: (day: string) => void;
}): ReactNode {
  const t = useFeatureText(remarkText);
  const days = useNamedDays();
  if (days.length === 0) return null;
  const chosen = days.find(({ day }) => day === knownOn)?.name ?? null;
  return (
    <Pick
      label={t.choose}
      hideLabel
      chosen={chosen ?? ''}
      choices={[
        ...(chosen === null ? [{ id: '', label: t.namedDays }] : []),
        ...days.map(({ name, day }) => ({ id: name, label: name, note: day })),
      ]}
      choose={(name) => {
        const day = days.find((each) => each.name === name)?.day;
        if (day !== undefined) choose(day);
      }}
    />
  );
}

/** For those who may: a name for the day that is looked at. */
export function NameThisDay({ day }: { readonly day: string }): ReactNode {
  const t = useFeatureText(remarkText);
  const may = useMay('day.name');
  const own = useNamedDays().filter((each) => each.day === day);
  const [open, setOpen] = useState(false);
  const form = useForm<'name'>('day.name', { name: '' });
  const faultsOf = useRefusalFaults();
  const send = useSend('POST /api/named-days', {
    onSuccess: () => {
      form.clear();
      setOpen(false);
    },
    onError: (cause) =>
      form.refuse(
        faultsOf(cause, (path) => (path.startsWith('namedDay.') || path.endsWith('name') ? 'name' : null)),
      ),
  });
  if (!may) return null;
  if (!open)
    return (
      <>
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {t.nameThis}
        </button>
        {own.map(({ name }) => (
          <button
            key={name}
            type="button"
            className="link"
            onClick={() => send.mutate({ body: { name, day: null } })}
          >
            {t.takeBack}
            {t.known(name)}
          </button>
        ))}
      </>
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate({ body: { name: form.values.name.trim() || ' ', day } });
  };
  return (
    <form className="name-day" noValidate onSubmit={submit} aria-label={t.nameThis}>
      <FaultSummary form={form} />
      <Field form={form} name="name" label={t.dayName} hint={t.dayNameHint}>
        {(given) => <input {...given} className="field-input" maxLength={40} autoComplete="off" />}
      </Field>
      <button type="submit" className="button" disabled={send.isPending}>
        {t.send}
      </button>
      <button type="button" className="link" onClick={() => setOpen(false)}>
        {t.cancel}
      </button>
    </form>
  );
}
