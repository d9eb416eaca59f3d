// The table out and in: workbook and CSV to download, a filled-in file to check; what fits is put into the table, the rest is named.
import { type ReactNode, useRef, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { useProblemWords } from '../../part/state.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { reportsText } from '../../text/reports.ts';

export type TableOutcome = Answer<'POST /api/figures/table'>;

export interface DeskWords {
  readonly plan?: string;
  readonly asOf?: string;
  readonly desk?: string;
  readonly month?: string;
}

const addressOf = (path: string, words: DeskWords): string =>
  `${path}?${new URLSearchParams(Object.entries(words).filter(([, value]) => value !== '')).toString()}`;

export function Outcome({
  outcome,
  take,
  drop,
}: {
  readonly outcome: TableOutcome;
  readonly take: () => void;
  readonly drop: () => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(reportsText);
  return (
    <section className={outcome.rejected > 0 ? 'alert' : 'alert good'} aria-live="polite">
      <p>
        <b>{t.read(outcome.accepted, outcome.rejected, outcome.total)}</b>
      </p>
      {outcome.refused.length > 0 && (
        <div className="table-box">
          <table className="lined refused-cells">
            <thead>
              <tr>
                <th scope="col">{t.sheet}</th>
                <th scope="col">{t.cell}</th>
                <th scope="col">{t.printed}</th>
                <th scope="col">{t.problem}</th>
              </tr>
            </thead>
            <tbody>
              {outcome.refused.map((cell) => (
                <tr key={`${cell.sheet} ${cell.row} ${cell.at}`}>
                  <td>{cell.sheet || '—'}</td>
                  <th scope="row">{cell.at}</th>
                  <td>{cell.text}</td>
                  <td>{cell.message[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="item-buttons">
        {outcome.accepted > 0 && (
          <button type="button" className="button primary" onClick={take}>
            {t.take(outcome.accepted)}
          </button>
        )}
        <button type="button" className="button" onClick={drop}>
          {t.drop}
        </button>
      </p>
    </section>
  );
}

export function Exchange({
  words,
  mine,
  onRead,
}: {
  readonly words: DeskWords;
  readonly mine: boolean;
  readonly onRead: (outcome: TableOutcome) => void;
}): ReactNode {
  const t = useFeatureText(reportsText);
  const problemWords = useProblemWords();
  const file = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState('');
  const read = async (chosen: File): Promise<void> => {
    setFault('');
    try {
      onRead(await call('POST /api/figures/table', { query: { ...words, name: chosen.name }, body: chosen }));
    } catch (cause) {
      setFault(problemWords(cause));
    }
  };
  return (
    <div className="filter-line">
      <a className="button" href={addressOf('/api/figures/template', words)} download>
        {t.template}
      </a>
      <a className="button" href={addressOf('/api/figures/table.csv', words)} download>
        {t.csv}
      </a>
      {mine && (
        <>
          <button type="button" className="button" onClick={() => file.current?.click()}>
            {t.upload}
          </button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".xlsx,.csv,.txt"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = '';
              if (chosen) void read(chosen);
            }}
          />
        </>
      )}
      {fault !== '' && (
        <span className="field-fault" role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
