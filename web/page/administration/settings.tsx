// Local rules: value, default and source of each; a change with its reason.
import { type ReactNode, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { type PlainField, PlainForm, type Values } from '../../part/plain-form.tsx';
import { Loading, usePageTitle } from '../../part/state.tsx';
import { administrationText } from '../../text/administration.ts';
import { moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { EscalationForm } from './escalation.tsx';

type Setting = Answer<'GET /api/settings'>['settings'][number];
type Words = (typeof administrationText)['zh'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isChoice = (value: string, t: Words): value is keyof Words['choices'] =>
  Object.hasOwn(t.choices, value);

const shown = (value: unknown, t: Words): string => {
  if (value === null) return t.none;
  if (Array.isArray(value)) return t.rules(value.length);
  if (typeof value === 'string' && isChoice(value, t)) return t.choices[value];
  return typeof value === 'object' ? Object.values(value).map(String).join(' · ') : String(value);
};

const choicesOf = (shape: unknown): readonly string[] =>
  isObject(shape) && Array.isArray(shape.enum) ? shape.enum.map(String) : [];

/** A line of text, such as the chain of gates of projects. */
const isText = (shape: unknown): boolean =>
  isObject(shape) && shape.type === 'string' && !Array.isArray(shape.enum);

/** The fields of a value: three for the other house, a choice, a number. */
function fieldsOf({ key, value, shape }: Setting, t: Words): readonly PlainField[] {
  if (key === 'account.oidc') {
    const given = (name: string): string => (isObject(value) ? String(value[name] ?? '') : '');
    return [
      { name: 'issuer', label: t.issuer, start: given('issuer') },
      { name: 'clientId', label: t.clientId, start: given('clientId') },
      { name: 'label', label: t.label, start: given('label'), maxLength: 40 },
    ];
  }
  const choices = choicesOf(shape);
  if (choices.length > 0)
    return [
      {
        name: 'value',
        label: t.current,
        start: String(value),
        options: choices.map((choice) => ({ value: choice, label: shown(choice, t) })),
      },
    ];
  if (isText(shape))
    return [{ name: 'value', label: t.current, start: String(value ?? ''), maxLength: 1_000 }];
  return [{ name: 'value', label: t.current, kind: 'number', start: String(value) }];
}

const sentValue = (
  { key, shape }: Setting,
  { issuer = '', clientId = '', label = '', value = '' }: Values,
) => {
  if (key === 'account.oidc') return { issuer, clientId, label };
  return choicesOf(shape).length > 0 || isText(shape) ? value : Number(value);
};

function Change({ setting, close }: { readonly setting: Setting; readonly close: () => void }): ReactNode {
  const t = useFeatureText(administrationText);
  if (setting.key === 'supervise.escalation') return <EscalationForm value={setting.value} close={close} />;
  return (
    <PlainForm
      fields={[...fieldsOf(setting, t), { name: 'reason', label: t.reason, maxLength: 500 }]}
      submit={t.save}
      send={async ({ reason = '', ...values }) => {
        const body = { key: setting.key, value: sentValue(setting, values), reason };
        await call('POST /api/settings', { body }, undefined, crypto.randomUUID());
        close();
      }}
    />
  );
}

function Row({ setting }: { readonly setting: Setting }): ReactNode {
  const t = useFeatureText(administrationText);
  const { language } = useLanguage();
  const mayChange = useMay('setting.change');
  const [open, setOpen] = useState(false);
  const { words, basis, source, set, value } = setting;
  return (
    <tr>
      <th scope="row">{words[language]}</th>
      <td>
        <b className="figure">{shown(value, t)}</b>
        {set && <p className="note">{t.setBy(set.by ?? t.system, moment(set.at), set.reason)}</p>}
        {open && <Change setting={setting} close={() => setOpen(false)} />}
      </td>
      <td className="figure">{shown(setting.default, t)}</td>
      <td>
        <span className="tag">{basis === 'law' ? t.basisLaw : t.basisDefault}</span> {source}
      </td>
      <td>
        {mayChange && (
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t.close : t.change}
          </button>
        )}
      </td>
    </tr>
  );
}

const isGroup = (group: string, t: Words): group is keyof Words['groups'] => Object.hasOwn(t.groups, group);

function List(): ReactNode {
  const t = useFeatureText(administrationText);
  const { data } = useAsk('GET /api/settings', {});
  if (data === undefined) return <Loading />;
  const groups = [...new Set(data.settings.map(({ group }) => group))];
  return groups.map((group) => (
    <section className="card" key={group} aria-labelledby={`group-${group}`}>
      <div className="card-head">
        <h2 id={`group-${group}`}>{isGroup(group, t) ? t.groups[group] : group}</h2>
      </div>
      <div className="table-box">
        <table>
          <thead>
            <tr>
              <th>{t.settings}</th>
              <th>{t.current}</th>
              <th>{t.default}</th>
              <th>{t.source}</th>
              <th>
                <span className="hidden">{t.change}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.settings
              .filter((setting) => setting.group === group)
              .map((setting) => (
                <Row key={setting.key} setting={setting} />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  ));
}

export default function Settings(): ReactNode {
  const t = useFeatureText(administrationText);
  usePageTitle(t.settings);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.settings}</h1>
          <p>{t.settingsHint}</p>
        </div>
      </div>
      <ForThoseWhoMay permission="setting.read">
        <div className="stack">
          <List />
        </div>
      </ForThoseWhoMay>
    </>
  );
}
