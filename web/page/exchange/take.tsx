// Taking a package of another level: read, differences shown, and taken only when somebody says so.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { useProblemWords } from '../../part/state.tsx';
import { exchangeText } from '../../text/exchange.ts';
import { useFeatureText } from '../../text/language.tsx';
import { Differences } from './differences.tsx';

type Checked = Answer<'POST /api/exchange/packages'>;

const send = (file: File, plan: string, mode: 'check' | 'take'): Promise<Checked> =>
  call('POST /api/exchange/packages', { query: { mode, plan }, body: file });

export function TakePackage({ plan }: { readonly plan: string }): ReactNode {
  const t = useFeatureText(exchangeText);
  const client = useQueryClient();
  const problemWords = useProblemWords();
  const file = useRef<HTMLInputElement>(null);
  const [checked, setChecked] = useState<{ file: File; answer: Checked } | null>(null);
  const [fault, setFault] = useState('');
  const turn = useRef(0);
  const go = async (chosen: File, mode: 'check' | 'take'): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    setFault('');
    try {
      const answer = await send(chosen, plan, mode);
      // What is confirmed is the file that was chosen last, not the one that was answered last.
      if (mine === turn.current) setChecked({ file: chosen, answer });
      if (mode === 'take') await client.invalidateQueries();
    } catch (cause) {
      if (mine !== turn.current) return;
      setChecked(null);
      setFault(problemWords(cause));
    }
  };
  return (
    <section className="card" aria-labelledby="take-package">
      <div className="card-head">
        <h2 id="take-package">{t.take}</h2>
        <span className="note">{t.takeHint}</span>
      </div>
      <div className="card-body stack">
        <label className="labelled over">
          {t.file}
          <input
            ref={file}
            type="file"
            accept=".json,application/json"
            className="field-input"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen) void go(chosen, 'check');
            }}
          />
        </label>
        {fault !== '' && (
          <p className="alert" role="alert">
            {fault}
          </p>
        )}
      </div>
      {checked && (
        <div aria-live="polite">
          <p className="card-body">
            <b>
              {checked.answer.partner.name} · {checked.answer.title}
            </b>{' '}
            <span className="note">
              {t.hash} {checked.answer.sha256.slice(0, 12)}
            </span>
          </p>
          <Differences page={checked.answer} />
          <p className="item-buttons card-body">
            {checked.answer.taken ? (
              <span className="alert good">{t.isTaken}</span>
            ) : checked.answer.known ? (
              <span className="alert plain">{t.known}</span>
            ) : (
              <button type="button" className="button primary" onClick={() => void go(checked.file, 'take')}>
                {t.accept}
              </button>
            )}
            <button type="button" className="button" onClick={() => setChecked(null)}>
              {t.drop}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}
