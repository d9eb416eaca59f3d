// Taking lines of a book from a table: unit declared, checked first, every bad cell named, a reason where something is asked about.
import { type ReactNode, useRef, useState } from 'react';
import { type Answer, call } from '../../api.ts';
import { keyed } from '../../part/keyed.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import type { BookPage } from './shared.tsx';

type Outcome = Answer<'POST /api/budgets/table'>;

function Cells({ title, cells }: { readonly title: string; readonly cells: Outcome['refused'] }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  if (cells.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <div className="table-box">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.cell}</th>
              <th scope="col">{t.problem}</th>
            </tr>
          </thead>
          <tbody>
            {keyed(cells, ({ sheet, at, code }) => `${sheet} ${at} ${code}`).map(
              ({ key, member: { at, message } }) => (
                <tr key={key}>
                  <th scope="row">{at}</th>
                  <td>{message[language]}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}

const units = ['亿元', '万元', '元'] as const;
const isUnit = (text: string): text is (typeof units)[number] => units.some((unit) => unit === text);

export function ImportLines({
  of,
}: {
  readonly of: Pick<BookPage, 'year' | 'book' | 'level' | 'asOf'>;
}): ReactNode {
  const t = useFeatureText(budgetsText);
  const file = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <section className="card" aria-labelledby="import-lines">
      <div className="card-head">
        <h2 id="import-lines">{t.importTitle}</h2>
        <span className="note">{t.importHint}</span>
        <a href="/api/budgets/template" download className="end">
          {t.template}
        </a>
      </div>
      <div className="card-body">
        <details>
          <summary>{t.importTitle}</summary>
          <PlainForm
            submit={t.send}
            fields={[
              { name: 'unit', label: t.unit, options: units.map((unit) => ({ value: unit, label: unit })) },
              {
                name: 'mode',
                label: t.mode,
                options: [
                  { value: 'check', label: t.check },
                  { value: 'take', label: t.take },
                ],
              },
              { name: 'approvedBy', label: t.approvedBy, optional: true },
              { name: 'approvedOn', label: t.approvedOn, kind: 'day', optional: true },
              { name: 'revisedBy', label: t.revisedBy, optional: true },
              { name: 'revisedOn', label: t.revisedOn, kind: 'day', optional: true },
              { name: 'executedTo', label: t.executedTo, kind: 'day', start: of.asOf, optional: true },
              { name: 'reason', label: t.reason, hint: t.reasonHint, maxLength: 1000, optional: true },
            ]}
            send={async ({ unit = '', mode = '', ...more }) => {
              const chosen = file.current?.files?.[0];
              if (!chosen || !isUnit(unit)) return file.current?.focus();
              const given = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== ''));
              const query = {
                ...{ name: chosen.name, year: String(of.year), book: of.book, level: of.level, unit },
                mode: mode === 'take' ? ('take' as const) : ('check' as const),
                ...given,
              };
              setOutcome(await call('POST /api/budgets/table', { query, body: chosen }));
            }}
          >
            <label className="labelled over">
              {t.file}
              <input ref={file} type="file" accept=".xlsx,.csv" className="field-input" />
            </label>
          </PlainForm>
        </details>
        {outcome && (
          <div role="status" className="stack">
            <p>
              <b>{t.outcomeOf(outcome.accepted, outcome.rejected, outcome.total)}</b>
            </p>
            <Cells title={t.refusedCells} cells={outcome.refused} />
            <Cells title={t.askedCells} cells={outcome.asked} />
          </div>
        )}
      </div>
    </section>
  );
}
