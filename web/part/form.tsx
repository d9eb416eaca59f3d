// A form that says what is wrong all at once, brings the reader to the first wrong field, and loses nothing that was typed.
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Refusal } from '../api.ts';
import { useLanguage, useText } from '../text/language.tsx';

export interface Fault {
  /** Name of the field; empty where the whole form is meant. */
  readonly field: string;
  readonly message: string;
}

export interface Form<N extends string> {
  readonly values: Readonly<Record<N, string>>;
  readonly faults: readonly Fault[];
  readonly idOf: (field: string) => string;
  readonly type: (field: N, text: string) => void;
  /** Shows what is wrong and moves to the first of it. */
  readonly refuse: (faults: readonly Fault[]) => void;
  /** Forgets everything that was typed. */
  readonly clear: () => void;
}

const keyOf = (name: string): string => `bihuan.form.${name}`;

function kept(name: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(name)) ?? '{}');
    return typeof found === 'object' && found !== null ? { ...found } : {};
  } catch {
    return {};
  }
}

function keep(name: string, values: Readonly<Record<string, string>> | null): void {
  try {
    if (values === null) sessionStorage.removeItem(keyOf(name));
    else sessionStorage.setItem(keyOf(name), JSON.stringify(values));
  } catch {
    // a browser that stores nothing still lets people fill in and send
  }
}

/** True where something typed into the form of this name was not sent yet. */
export const isKept = (name: string): boolean => Object.keys(kept(name)).length > 0;

/** What was typed stays with the browser under the name until it is sent or given up. */
export function useForm<N extends string>(name: string, blank: Readonly<Record<N, string>>): Form<N> {
  const id = useId();
  const [values, setValues] = useState<Readonly<Record<N, string>>>(() => {
    const before = kept(name);
    const typed = Object.entries(before).filter(
      ([field, text]) => field in blank && typeof text === 'string',
    );
    return { ...blank, ...Object.fromEntries(typed) };
  });
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const idOf = (field: string): string => `${id}${field}`;
  // each refusal moves the focus once; typing afterwards must not
  useEffect(() => {
    const first = faults.find(({ field }) => field !== '');
    if (first) document.getElementById(`${id}${first.field}`)?.focus();
  }, [faults, id]);
  return {
    values,
    faults,
    idOf,
    type: (field, text) => {
      const next = { ...values, [field]: text };
      setValues(next);
      keep(name, next);
    },
    refuse: setFaults,
    clear: () => {
      setValues(blank);
      setFaults([]);
      keep(name, null);
    },
  };
}

/**
 * What the server refused, at the fields it named. `fieldOf` turns a path of the request (body.reason) into a field of
 * the form, or null where the form has none for it.
 */
export function useRefusalFaults(): (
  cause: unknown,
  fieldOf: (path: string) => string | null,
) => readonly Fault[] {
  const { language, t } = useLanguage();
  return (cause, fieldOf) => {
    if (!(cause instanceof Refusal)) return [{ field: '', message: t.state.error }];
    const { problem } = cause;
    const named = problem.fields.map(({ path, message }) => ({
      field: fieldOf(path) ?? '',
      message: message[language],
    }));
    return named.length > 0
      ? named
      : [{ field: fieldOf(problem.code) ?? '', message: problem.message[language] }];
  };
}

/** Everything that is wrong, each a link to its field. */
export function FaultSummary<N extends string>({ form }: { readonly form: Form<N> }): ReactNode {
  const t = useText();
  if (form.faults.length === 0) return null;
  return (
    <div className="alert" role="alert">
      <p>
        <b>{t.form.faults(form.faults.length)}</b>
      </p>
      <ul>
        {form.faults.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field === '' ? (
              message
            ) : (
              <a
                href={`#${form.idOf(field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(form.idOf(field))?.focus();
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldGiven {
  readonly id: string;
  readonly value: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
}

/** Label above, what is wrong below, the hint between. */
export function Field<N extends string>({
  form,
  name,
  label,
  hint,
  children,
}: {
  readonly form: Form<N>;
  readonly name: N;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: (given: FieldGiven) => ReactNode;
}): ReactNode {
  const fault = form.faults.find(({ field }) => field === name);
  const id = form.idOf(name);
  const described = [hint === undefined ? '' : `${id}-hint`, fault ? `${id}-fault` : ''].filter(Boolean);
  return (
    <div className="labelled over">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="note">
          {hint}
        </span>
      )}
      {children({
        id,
        value: form.values[name],
        'aria-invalid': fault !== undefined,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        onChange: (event) => form.type(name, event.target.value),
      })}
      {fault && (
        <span id={`${id}-fault`} className="field-fault">
          {fault.message}
        </span>
      )}
    </div>
  );
}

/** The first field of a form that has just been opened has the focus. */
export function useFirstFocus<E extends HTMLElement>(): React.RefObject<E | null> {
  const field = useRef<E>(null);
  useEffect(() => field.current?.focus(), []);
  return field;
}

/** The two ways out of a form: sent, or given up. */
export function FormButtons({
  pending,
  label,
  waiting,
  cancel,
  close,
}: {
  readonly pending: boolean;
  readonly label: string;
  /** The label while it is being sent. */
  readonly waiting: string;
  readonly cancel: string;
  readonly close: () => void;
}): ReactNode {
  return (
    <div className="item-buttons">
      <button type="submit" className="button primary" disabled={pending}>
        {pending ? waiting : label}
      </button>
      <button type="button" className="button" onClick={close}>
        {cancel}
      </button>
    </div>
  );
}
