// A form whose answer may be a question: nothing is kept until what was asked about is explained; both numbers are shown.
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../api.ts';
import { type PlainField, PlainForm, type Values } from '../../part/plain-form.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';

export type Checked = Answer<'POST /api/projects'>;

export function Findings({ findings }: { readonly findings: Checked['findings'] }): ReactNode {
  const { language } = useLanguage();
  return (
    <ul className="pj-findings">
      {findings.map(({ code, params, message }) => (
        <li key={`${code} ${JSON.stringify(params)}`}>{message[language]}</li>
      ))}
    </ul>
  );
}

/** What the server asked, above the form; gone with the next answer that kept something. */
export function Questions({ checked }: { readonly checked: Checked }): ReactNode {
  const t = useFeatureText(projectsText);
  const refused = checked.findings.filter(({ weight }) => weight === 'refuses');
  const asked = checked.findings.filter(({ weight }) => weight === 'asks');
  const notes = checked.findings.filter(({ weight }) => weight === 'notes');
  if (checked.kept)
    return (
      <div className="alert good" role="status">
        <p>{t.kept}</p>
        {notes.length > 0 && <Findings findings={notes} />}
      </div>
    );
  return (
    <div className="alert" role="alert">
      <p>
        <b>{refused.length > 0 ? t.refused : t.notKept}</b>
      </p>
      <Findings findings={refused.length > 0 ? refused : asked} />
    </div>
  );
}

export function CheckedForm({
  fields,
  submit,
  send,
}: {
  readonly fields: readonly PlainField[];
  readonly submit: string;
  /** Sends with the reason that was given, empty at first. */
  readonly send: (values: Values, reason: string) => Promise<Checked>;
}): ReactNode {
  const t = useFeatureText(projectsText);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [typed, setTyped] = useState<Values | null>(null);
  const asks =
    checked !== null && !checked.kept && checked.findings.every(({ weight }) => weight !== 'refuses');
  return (
    <div className="pj-form">
      {checked && <Questions checked={checked} />}
      {asks && typed !== null ? (
        <PlainForm
          key="reason"
          fields={[{ name: 'reason', label: t.reason, maxLength: 2000 }]}
          submit={t.keep}
          send={async ({ reason = '' }) => setChecked(await send(typed, reason))}
        >
          <p>
            <button type="button" className="link" onClick={() => setChecked(null)}>
              {t.goBack}
            </button>
          </p>
        </PlainForm>
      ) : (
        <PlainForm
          key={checked?.kept ? 'again' : 'first'}
          fields={fields.map((field) =>
            typed === null || checked?.kept ? field : { ...field, start: typed[field.name] ?? '' },
          )}
          submit={submit}
          send={async (values) => {
            setTyped(values);
            setChecked(await send(values, ''));
          }}
        />
      )}
    </div>
  );
}
