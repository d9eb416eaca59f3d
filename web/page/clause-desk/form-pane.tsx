// The same clause as a form: what it is called, from when to when, its numbers with their sources, and its conditions.
import type { ReactNode } from 'react';
import { areaLabel, automationLabel, benefitLabel } from '../../../core/policy/words/clause-labels.ts';
import { clauseText } from '../../text/clauses.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { at, isObject, listAt, type Path, printJson, put, readJson, textAt } from './clause-json.ts';
import type { EditorPage } from './writing.ts';

type Change = (path: Path, to: unknown) => void;
type Fact = EditorPage['facts'][number];

function TextField({
  label,
  value,
  change,
}: {
  readonly label: string;
  readonly value: string;
  readonly change: (text: string) => void;
}): ReactNode {
  return (
    <label className="labelled over">
      {label}
      <input className="field-input" value={value} onChange={(event) => change(event.target.value)} />
    </label>
  );
}

function Choice({
  label,
  value,
  choices,
  change,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [id: string, words: string])[];
  readonly change: (id: string) => void;
}): ReactNode {
  return (
    <label className="labelled over">
      {label}
      <select className="field-input" value={value} onChange={(event) => change(event.target.value)}>
        {!choices.some(([id]) => id === value) && <option value={value}>{value}</option>}
        {choices.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Heads({ clause, change }: { readonly clause: unknown; readonly change: Change }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  const field = (label: string, ...path: Path): ReactNode => (
    <TextField key={label} label={label} value={textAt(clause, path)} change={(text) => change(path, text)} />
  );
  const choice = (
    label: string,
    words: Readonly<Record<string, { zh: string; en: string }>>,
    name: string,
  ) => (
    <Choice
      label={label}
      value={textAt(clause, [name])}
      choices={Object.entries(words).map(([id, each]) => [id, each[language]])}
      change={(id) => change([name], id)}
    />
  );
  return (
    <div className="clause-fields">
      {field(t.fields.titleZh, 'title', 'zh')}
      {field(t.fields.titleEn, 'title', 'en')}
      {field(t.fields.lead, 'lead')}
      {field(t.fields.document, 'source', 'document')}
      {field(t.fields.item, 'source', 'clause')}
      {choice(t.fields.area, areaLabel, 'area')}
      {choice(t.fields.automation, automationLabel, 'automation')}
      {choice(t.fields.benefit, benefitLabel, 'benefit')}
      {field(t.fields.from, 'valid', 'from')}
      {field(t.fields.to, 'valid', 'to')}
      {field(t.fields.review, 'review')}
    </div>
  );
}

function Numbers({
  clause,
  startsOn,
  change,
}: {
  readonly clause: unknown;
  readonly startsOn: string;
  readonly change: Change;
}): ReactNode {
  const t = useFeatureText(clauseText);
  const params = at(clause, ['params']);
  const names = isObject(params) ? Object.keys(params) : [];
  return (
    <fieldset className="clause-part">
      <legend>{t.numbers}</legend>
      {names.map((name) => {
        const dated = listAt(clause, ['params', name]);
        return (
          <div key={name} className="clause-number">
            <code>{name}</code>
            {dated.map((entry, index) => {
              const path: Path = ['params', name, index];
              const input = (key: string, label: string, wide: boolean): ReactNode => (
                <input
                  className={wide ? 'field-input wide' : 'field-input'}
                  aria-label={`${name} ${label}`}
                  title={label}
                  value={textAt(entry, [key])}
                  onChange={(event) => change([...path, key], event.target.value)}
                />
              );
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: entries are told apart by their place
                <span key={index} className="clause-value">
                  {input('from', t.from, false)}
                  {input('value', t.value, true)}
                  {input('ref', t.ref, false)}
                  {dated.length > 1 && (
                    <button type="button" className="link" onClick={() => change(path, undefined)}>
                      {t.remove}
                    </button>
                  )}
                </span>
              );
            })}
            <button
              type="button"
              className="link"
              onClick={() => {
                const last = dated.at(-1);
                const entry = { ...(isObject(last) ? last : { value: '', ref: '' }), from: startsOn };
                change(['params', name, dated.length], entry);
              }}
            >
              {t.addValue}
            </button>
          </div>
        );
      })}
    </fieldset>
  );
}

const comparisons = ['atLeast', 'above', 'atMost', 'below', 'equal', 'unequal'] as const;

/** A comparison of a fact with a number, or a flag: what a row of the form can say. */
function isPlain(part: unknown, facts: ReadonlyMap<string, Fact>): boolean {
  if (!isObject(part)) return false;
  const name = part.compare ?? part.has ?? part.lacks;
  if (typeof name !== 'string' || !facts.has(name)) return false;
  return 'compare' in part ? typeof part.to === 'string' || part.to === 0 : true;
}

function ConditionRow({
  part,
  path,
  facts,
  params,
  change,
}: {
  readonly part: unknown;
  readonly path: Path;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly params: readonly string[];
  readonly change: Change;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(clauseText);
  if (!isObject(part) || !isPlain(part, facts)) {
    const label = textAt(part, ['label', language]);
    return (
      <span className="note">
        {label === '' ? '' : `${label} · `}
        {t.conditionNested}
      </span>
    );
  }
  const name = String(part.compare ?? part.has ?? part.lacks);
  const label = isObject(part.label) ? { label: part.label } : {};
  const choose = (next: string): void =>
    change(
      path,
      facts.get(next)?.kind === 'flag'
        ? { has: next }
        : { compare: next, is: 'atLeast', to: params[0] === undefined ? 0 : `$${params[0]}` },
    );
  return (
    <>
      <select
        className="field-input wide"
        aria-label={t.fact}
        value={name}
        onChange={(event) => choose(event.target.value)}
      >
        {[...facts.values()].map((fact) => (
          <option key={fact.name} value={fact.name}>
            {fact.label[language]}
          </option>
        ))}
      </select>
      {'compare' in part ? (
        <>
          <select
            className="field-input"
            aria-label={t.is.atLeast}
            value={String(part.is)}
            onChange={(event) => change([...path, 'is'], event.target.value)}
          >
            {comparisons.map((each) => (
              <option key={each} value={each}>
                {t.is[each]}
              </option>
            ))}
          </select>
          <select
            className="field-input"
            aria-label={t.parameter}
            value={String(part.to)}
            onChange={(event) => change([...path, 'to'], event.target.value === '0' ? 0 : event.target.value)}
          >
            {['0', ...params.map((each) => `$${each}`), String(part.to)]
              .filter((each, index, all) => all.indexOf(each) === index)
              .map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
          </select>
        </>
      ) : (
        <select
          className="field-input"
          aria-label={`${t.has} / ${t.lacks}`}
          value={'has' in part ? 'has' : 'lacks'}
          onChange={(event) => change(path, { [event.target.value]: name, ...label })}
        >
          <option value="has">{t.has}</option>
          <option value="lacks">{t.lacks}</option>
        </select>
      )}
      <button type="button" className="link" onClick={() => change(path, undefined)}>
        {t.remove}
      </button>
    </>
  );
}

function Conditions({
  clause,
  facts,
  change,
}: {
  readonly clause: unknown;
  readonly facts: readonly Fact[];
  readonly change: Change;
}): ReactNode {
  const t = useFeatureText(clauseText);
  const own = new Map(
    facts.filter(({ subject }) => subject === textAt(clause, ['subject'])).map((fact) => [fact.name, fact]),
  );
  const params = Object.keys(at(clause, ['params']) ?? {});
  const when = at(clause, ['when']);
  const isPlainList = isObject(when) && 'all' in when;
  const parts = isPlainList ? listAt(when, ['all']) : [];
  return (
    <fieldset className="clause-part">
      <legend>{t.conditions}</legend>
      {!isPlainList && <p className="note">{t.conditionNested}</p>}
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions are told apart by their place
        <div key={index} className="clause-condition">
          <ConditionRow
            part={part}
            path={['when', 'all', index]}
            facts={own}
            params={params}
            change={change}
          />
        </div>
      ))}
      {isPlainList && (
        <button
          type="button"
          className="link"
          onClick={() => {
            const [first] = [...own.values()].filter(({ kind }) => kind === 'flag');
            change(['when', 'all', parts.length], { has: first?.name ?? '' });
          }}
        >
          {t.addCondition}
        </button>
      )}
    </fieldset>
  );
}

export function FormPane({
  text,
  startsOn,
  facts,
  change,
}: {
  readonly text: string;
  readonly startsOn: string;
  readonly facts: readonly Fact[];
  readonly change: (text: string) => void;
}): ReactNode {
  const t = useFeatureText(clauseText);
  const clause = readJson(text);
  const set: Change = (path, to) => change(printJson(put(clause, path, to)));
  return (
    <section className="card" aria-labelledby="clause-form">
      <div className="card-head">
        <h2 id="clause-form">{t.form}</h2>
      </div>
      <div className="card-body clause-form">
        {clause === null ? (
          <p className="alert plain">{t.formClosed}</p>
        ) : (
          <>
            <Heads clause={clause} change={set} />
            <Numbers clause={clause} startsOn={startsOn} change={set} />
            <Conditions clause={clause} facts={facts} change={set} />
          </>
        )}
      </div>
    </section>
  );
}
