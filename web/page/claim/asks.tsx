// What a claim still asks: only facts that nobody holds, each kept as it is typed, with the files that show it.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { type Answer, call, Refusal } from '../../api.ts';
import { useProblemWords } from '../../part/state.tsx';
import { awardText } from '../../text/awards.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';

type Page = Answer<'GET /api/claims/:claimId'>;
type Ask = Page['asks'][number];

function Files({ page, ask }: { readonly page: Page; readonly ask: Ask | null }): ReactNode {
  const t = useFeatureText(awardText);
  const words = useProblemWords();
  const client = useQueryClient();
  const [fault, setFault] = useState('');
  const files = ask === null ? page.evidence : ask.evidence;
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setFault('');
    try {
      const query = { name: file.name, ...(ask === null ? {} : { fact: ask.name }) };
      await call('POST /api/claims/:claimId/evidence', {
        ...{ params: { claimId: page.claim.id }, query, body: file },
      });
      await client.invalidateQueries();
    } catch (cause) {
      setFault(words(cause));
    }
  };
  return (
    <div className="line">
      {files.map(({ id, fileName }) => (
        <a key={id} href={`/api/claims/${page.claim.id}/evidence/${id}`} download={fileName}>
          {fileName}
        </a>
      ))}
      {page.mayType && (
        <label className="file-pick">
          + {t.addEvidence}
          <input type="file" onChange={(event) => void take(event.target.files?.[0])} />
        </label>
      )}
      {fault !== '' && (
        <span className="field-fault" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

function Field({
  ask,
  value,
  isOpen,
  type,
}: {
  readonly ask: Ask;
  readonly value: string;
  readonly isOpen: boolean;
  readonly type: (text: string) => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(awardText);
  const id = `ask-${ask.name}`;
  if (!isOpen)
    return (
      <p>
        {ask.label[language]}：<b>{value || '—'}</b> {value === '' ? '' : ask.unit[language]}
      </p>
    );
  if (ask.kind === 'flag')
    return (
      <fieldset className="fact flag-fact">
        <legend>{ask.label[language]}</legend>
        {(
          [
            ['是', t.yes],
            ['否', t.no],
            ['', t.unknown],
          ] as const
        ).map(([written, label]) => (
          <label key={label}>
            <input type="radio" name={id} checked={value === written} onChange={() => type(written)} />{' '}
            {label}
          </label>
        ))}
      </fieldset>
    );
  return (
    <div className="line">
      <label htmlFor={id}>{ask.label[language]}</label>
      <input
        id={id}
        className="field-input"
        inputMode={ask.kind === 'date' ? 'text' : 'decimal'}
        value={value}
        maxLength={60}
        autoComplete="off"
        aria-invalid={ask.problem !== null}
        onChange={(event) => type(event.target.value)}
      />
      <span className="unit">{ask.unit[language]}</span>
      {ask.problem !== null && <span className="field-fault">{ask.problem[language]}</span>}
    </div>
  );
}

/** Saved a moment after the last key: the next question follows from the answer. */
const quietMs = 500;

export function Asks({ page }: { readonly page: Page }): ReactNode {
  const t = useFeatureText(awardText);
  const words = useProblemWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(page.asks.map(({ name, typed: text }) => [name, text])),
  );
  const [state, setState] = useState<'rest' | 'saving' | 'saved' | string>('rest');
  const version = useRef(page.draftVersion);
  const timer = useRef(0);
  const save = async (given: Readonly<Record<string, string>>): Promise<void> => {
    setState('saving');
    try {
      const answer = await call('PUT /api/claims/:claimId/draft', {
        params: { claimId: page.claim.id },
        body: { given, version: version.current },
      });
      version.current = answer.version;
      setState('saved');
      await client.invalidateQueries();
    } catch (cause) {
      const isOvertaken = cause instanceof Refusal && cause.problem.code === 'state.changed';
      setState(isOvertaken ? t.changedElsewhere : words(cause));
    }
  };
  const type = (name: string, text: string): void => {
    const next = { ...typed, [name]: text };
    setTyped(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(next), quietMs);
  };
  const isFault = state !== 'rest' && state !== 'saving' && state !== 'saved';
  return (
    <section className="card" aria-labelledby="asks">
      <div className="card-head">
        <h2 id="asks">{t.asks}</h2>
        <span className="note draft-state" role="status">
          {state === 'saving' ? t.saving : state === 'saved' ? `✓ ${t.saved}` : ''}
        </span>
      </div>
      <div className="card-body">
        {isFault && (
          <p className="alert" role="alert">
            {state}
          </p>
        )}
        {page.asks.length === 0 && <p className="note">{t.nothingAsked}</p>}
        {page.asks.map((ask) => (
          <div key={ask.name} className="claim-ask">
            <Field
              ask={ask}
              value={typed[ask.name] ?? ask.typed}
              isOpen={page.mayType}
              type={(text) => type(ask.name, text)}
            />
            <Files page={page} ask={ask} />
          </div>
        ))}
        <div className="claim-ask">
          <b>{t.evidence}</b>
          {page.mayType && <span className="note">{t.evidenceHint}</span>}
          <Files page={page} ask={null} />
        </div>
      </div>
    </section>
  );
}
