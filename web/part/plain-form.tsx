// A short form that keeps nothing with the browser: passwords, codes, decisions about people. Where the server asks for a new
// proof of identity, it is asked for in place, and what was sent is sent again.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { call, Refusal } from '../api.ts';
import { useFeatureText } from '../text/language.tsx';
import { plainFormText } from '../text/plain-form.ts';
import { DayInput } from './day-input.tsx';
import { type Fault, useRefusalFaults } from './form.tsx';
import { useMe } from './me.tsx';

export interface PlainField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly kind?: 'text' | 'password' | 'day' | 'number';
  /** Choices instead of typing. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Several of the options; their values are joined by a space. */
  readonly many?: true;
  readonly optional?: boolean;
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly start?: string;
}

export type Values = Readonly<Record<string, string>>;

interface Given {
  readonly fields: readonly PlainField[];
  readonly submit: string;
  /** Throws a Refusal where the server says no. */
  readonly send: (values: Values) => Promise<void>;
  readonly danger?: boolean;
  readonly children?: ReactNode;
}

const inputTypes = { text: 'text', password: 'password', number: 'number' } as const;

/** Several at once, as boxes to tick. */
function Ticks({
  field,
  value,
  change,
}: {
  readonly field: PlainField;
  readonly value: string;
  readonly change: (value: string) => void;
}): ReactNode {
  const chosen = value.split(' ').filter((each) => each !== '');
  const toggle = (each: string) =>
    change((chosen.includes(each) ? chosen.filter((one) => one !== each) : [...chosen, each]).join(' '));
  return (
    <fieldset className="ticks">
      <legend>{field.label}</legend>
      {field.options?.map((option) => (
        <label key={option.value}>
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />{' '}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

function Input({
  field,
  id,
  value,
  fault,
  change,
}: {
  readonly field: PlainField;
  readonly id: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly change: (value: string) => void;
}): ReactNode {
  const given = {
    id,
    value,
    className: 'field-input',
    'aria-invalid': fault !== undefined,
    'aria-describedby': `${id}-hint ${id}-fault`,
    required: !field.optional,
  };
  if (field.many) return <Ticks field={field} value={value} change={change} />;
  return (
    <div className="labelled over">
      <label htmlFor={id}>{field.label}</label>
      {field.hint !== undefined && (
        <span id={`${id}-hint`} className="note">
          {field.hint}
        </span>
      )}
      {field.options ? (
        <select {...given} onChange={(event) => change(event.target.value)}>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : field.kind === 'day' ? (
        <DayInput
          id={id}
          value={value}
          required={!field.optional}
          invalid={fault !== undefined}
          describedBy={`${id}-hint ${id}-fault`}
          change={change}
        />
      ) : (
        <input
          {...given}
          type={inputTypes[field.kind ?? 'text']}
          maxLength={field.maxLength ?? 200}
          autoComplete={field.autoComplete ?? 'off'}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {fault !== undefined && (
        <span id={`${id}-fault`} className="field-fault">
          {fault}
        </span>
      )}
    </div>
  );
}

/** Asks again who one is, in the middle of something sensitive. */
function Proof({ done }: { readonly done: () => Promise<void> }): ReactNode {
  const t = useFeatureText(plainFormText);
  const hasFactor = useMe()?.hasFactor ?? false;
  const code: PlainField = { name: 'code', label: t.code, autoComplete: 'one-time-code' };
  return (
    <div className="alert plain">
      <p>{t.proofNeeded}</p>
      <PlainForm
        fields={[
          { name: 'password', label: t.password, kind: 'password', autoComplete: 'current-password' },
          ...(hasFactor ? [code] : []),
        ]}
        submit={t.prove}
        send={async ({ password = '', code: given = '' }) => {
          await call('POST /api/session/proof', {
            body: { password, ...(given === '' ? {} : { code: given }) },
          });
          await done();
        }}
      />
    </div>
  );
}

const startOf = (fields: readonly PlainField[]): Values =>
  Object.fromEntries(
    fields.map(({ name, start, options, many }) => [
      name,
      start ?? (many ? '' : (options?.[0]?.value ?? '')),
    ]),
  );

/** What is sent is what is seen: a list of choices that came after the form shows its first, and that one is meant. */
const seenOf = (fields: readonly PlainField[], values: Values): Values =>
  Object.fromEntries(
    fields.map(({ name, options, many }) => {
      const value = values[name] ?? '';
      const isOffered = many || !options || options.some((option) => option.value === value);
      return [name, isOffered ? value : (options[0]?.value ?? '')];
    }),
  );

export function PlainForm({ fields, submit, send, danger = false, children }: Given): ReactNode {
  const t = useFeatureText(plainFormText);
  const id = useId();
  const client = useQueryClient();
  const faultsOf = useRefusalFaults();
  const [typed, setValues] = useState<Values>(() => startOf(fields));
  const values = seenOf(fields, typed);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [state, setState] = useState<'rest' | 'sending' | 'proof'>('rest');

  const refuse = (cause: unknown): void => {
    const needsProof = cause instanceof Refusal && cause.problem.code === 'session.proofNeeded';
    setState(needsProof ? 'proof' : 'rest');
    const fieldOf = (path: string) => fields.find(({ name }) => path.split('.').includes(name))?.name ?? null;
    setFaults(needsProof ? [] : faultsOf(cause, fieldOf));
  };
  const go = async (): Promise<void> => {
    setState('sending');
    setFaults([]);
    try {
      await send(values);
      setValues(startOf(fields));
      setState('rest');
      await client.invalidateQueries();
    } catch (cause) {
      refuse(cause);
    }
  };
  const submitted = (event: FormEvent): void => {
    event.preventDefault();
    const empty = fields.filter(({ name, optional }) => !optional && values[name] === '');
    setFaults(empty.map(({ name, label }) => ({ field: name, message: t.needed(label) })));
    if (empty.length === 0) void go();
    else document.getElementById(`${id}${empty[0]?.name}`)?.focus();
  };
  const general = faults.filter(({ field }) => field === '');
  return (
    <>
      <form className="item-form plain-form" onSubmit={submitted} noValidate>
        {general.length > 0 && (
          <div className="alert" role="alert">
            {general.map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </div>
        )}
        {fields.map((field) => (
          <Input
            key={field.name}
            field={field}
            id={`${id}${field.name}`}
            value={values[field.name] ?? ''}
            fault={faults.find((fault) => fault.field === field.name)?.message}
            change={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        {children}
        <p>
          <button
            type="submit"
            className={danger ? 'button' : 'button primary'}
            disabled={state === 'sending'}
          >
            {state === 'sending' ? t.sending : submit}
          </button>
        </p>
      </form>
      {state === 'proof' && <Proof done={go} />}
    </>
  );
}
