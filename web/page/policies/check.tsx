// What do I get: a short form of the facts that most clauses ask for, and the answer to every clause with its reasons.
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Answer } from '../../api.ts';
import { useSend } from '../../ask.ts';
import { useProblemWords } from '../../part/state.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { policyText } from '../../text/policies.ts';

type Catalogue = Answer<'GET /api/policies'>;
type Field = Catalogue['facts'][number];
type Checked = Answer<'POST /api/policies/check'>;

/** So many fields are shown at first: those that most clauses ask for. */
const firstFields = 10;

function FactField({
  field,
  value,
  type,
}: {
  readonly field: Field;
  readonly value: string;
  readonly type: (text: string) => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(policyText);
  const id = `fact-${field.name}`;
  if (field.kind === 'flag')
    return (
      <fieldset className="fact flag-fact">
        <legend>{field.label[language]}</legend>
        {(
          [
            ['是', t.yes],
            ['否', t.no],
            ['', t.unknown],
          ] as const
        ).map(([written, words]) => (
          <label key={words}>
            <input type="radio" name={id} checked={value === written} onChange={() => type(written)} />
            {words}
          </label>
        ))}
      </fieldset>
    );
  return (
    <label className="fact" htmlFor={id}>
      <span>{field.label[language]}</span>
      <span className="fact-input">
        <input
          id={id}
          className="field-input"
          inputMode={field.kind === 'date' ? 'text' : 'decimal'}
          value={value}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => type(event.target.value)}
        />
        <span className="unit">{field.unit[language]}</span>
      </span>
    </label>
  );
}

function Answers({ checked }: { readonly checked: Checked }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(policyText);
  const of = (answer: 'yes' | 'no' | 'unknown') => checked.results.filter((one) => one.answer === answer);
  return (
    <div className="policy-answers" aria-live="polite">
      <p className="policy-total">
        {t.total} <b className="num">{checked.totalWords[language]}</b>
      </p>
      <p className="note">{t.counts(of('yes').length, of('unknown').length, of('no').length)}</p>
      {checked.wrong.length > 0 && (
        <div className="alert" role="alert">
          <p>{t.wrong}</p>
          <ul>
            {checked.wrong.map(({ fact, label, written, words }) => (
              <li key={fact}>
                <a href={`#fact-${fact}`}>
                  {label[language]}：{written}（{words[language]}）
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {checked.questions.length > 0 && (
        <>
          <h3>{t.questions}</h3>
          <ul className="policy-questions">
            {checked.questions.slice(0, 5).map(({ fact, label, decides, asked }) => (
              <li key={fact}>
                {label[language]}{' '}
                <span className="note">{decides > 0 ? t.decides(decides) : t.asks(asked)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ol className="policy-results">
        {checked.results.map((result) => (
          <li key={result.id} className={`policy-${result.answer}`}>
            <div>
              <span className="policy-mark" aria-hidden="true">
                {{ yes: '✓', unknown: '?', no: '–' }[result.answer]}
              </span>
              <Link to="/policies/$clauseId" params={{ clauseId: result.id }}>
                {result.title[language]}
              </Link>
              <b>{result.words[language]}</b>
            </div>
            {result.reasons.length > 0 && (
              <ul>
                {result.reasons.map((reason) => (
                  <li key={reason.zh}>{reason[language]}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <p className="note" title={t.rulesHint}>
        {t.rules} <code>{checked.hash.slice(0, 12)}</code>
      </p>
    </div>
  );
}

export function Check({ catalogue }: { readonly catalogue: Catalogue }): ReactNode {
  const t = useFeatureText(policyText);
  const words = useProblemWords();
  const [given, give] = useState<Readonly<Record<string, string>>>({});
  const [all, showAll] = useState(false);
  const send = useSend('POST /api/policies/check');
  const fields = all ? catalogue.facts : catalogue.facts.slice(0, firstFields);
  const hidden = catalogue.facts.length - fields.length;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const known = Object.entries(given).filter(([, written]) => written.trim() !== '');
    send.mutate({ body: { day: catalogue.day, given: Object.fromEntries(known) } });
  };
  return (
    <section className="card policy-check" aria-labelledby="policy-check">
      <div className="card-head">
        <h2 id="policy-check">{t.check}</h2>
      </div>
      <form className="card-body" onSubmit={submit}>
        <p className="note">{t.checkLead}</p>
        {fields.map((field) => (
          <FactField
            key={field.name}
            field={field}
            value={given[field.name] ?? ''}
            type={(text) => give({ ...given, [field.name]: text })}
          />
        ))}
        <div className="filter-line">
          {hidden > 0 && (
            <button type="button" className="link" onClick={() => showAll(true)}>
              {t.more(hidden)}
            </button>
          )}
          <button type="submit" className="button primary end" disabled={send.isPending}>
            {send.isPending ? t.computing : t.compute}
          </button>
        </div>
        {send.isError && (
          <div className="alert" role="alert">
            {words(send.error)}
          </div>
        )}
      </form>
      {send.data && <Answers checked={send.data} />}
    </section>
  );
}
