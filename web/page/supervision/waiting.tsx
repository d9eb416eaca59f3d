// Whom the city waits for: units and districts with how much of it is late; each is a filter of the agenda.
import { type ReactNode, useState } from 'react';
import { useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { wide } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';
import type { Agenda } from './tiles.tsx';

const few = 12;

function Tally({
  title,
  rows,
  name,
}: {
  readonly title: string;
  readonly rows: Agenda['units'];
  readonly name: 'unit' | 'place';
}): ReactNode {
  const t = useFeatureText(supervisionText);
  const chosen = useWords()[name];
  const choose = useChoose();
  const [all, showAll] = useState(false);
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-labelledby={`waiting-${name}`}>
      <div className="card-head">
        <h2 id={`waiting-${name}`}>{title}</h2>
        <span className="note end">{t.waitingHint}</span>
      </div>
      <ul className="waiting-list">
        {(all ? rows : rows.slice(0, few)).map(({ id, name: label, total, late }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={chosen === id}
              // nobody leads these yet: there is no list of them to choose
              disabled={id === ''}
              onClick={() => choose({ [name]: chosen === id ? undefined : id })}
            >
              <span>{label === '' ? t.nobody : wide(label)}</span>
              <span className="counts">
                {late > 0 ? <b>{late}</b> : late} / {total}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length > few && (
        <p className="desk-more">
          <button type="button" className="link" onClick={() => showAll(!all)}>
            {all ? t.showFewer : t.showAll(rows.length)}
          </button>
        </p>
      )}
    </section>
  );
}

export function Waiting({ agenda }: { readonly agenda: Agenda }): ReactNode {
  const t = useFeatureText(supervisionText);
  return (
    <div className="stack">
      <Tally title={t.places} rows={agenda.places} name="place" />
      <Tally title={t.units} rows={agenda.units} name="unit" />
    </div>
  );
}
