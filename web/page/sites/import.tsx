// Taking sites from a table: coordinate system declared, checked first, every bad cell named; and the city's own outlines.
import { type ReactNode, useRef, useState } from 'react';
import { coordinateSystems } from '../../../core/plan/coordinate.ts';
import { coordinateSystemLabel } from '../../../core/vocabulary/site.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { PlainForm } from '../../part/plain-form.tsx';
import { wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sitesText } from '../../text/sites.ts';

type Outcome = Answer<'POST /api/sites/table'>;

function Refused({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const t = useFeatureText(sitesText);
  const { language } = useLanguage();
  return (
    <div role="status" className="site-outcome">
      <p>
        <b>{t.outcome(outcome.accepted, outcome.rejected, outcome.total)}</b>
      </p>
      {outcome.refused.length > 0 && (
        <div className="table-box">
          <table>
            <thead>
              <tr>
                {[t.sheet, t.cell, t.content, t.problem].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {outcome.refused.map(({ sheet, at, text, code, message }) => (
                <tr key={`${sheet} ${at} ${code}`}>
                  <td>{sheet}</td>
                  <td>{at}</td>
                  <td>{text}</td>
                  <td>{message[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

const isSystem = (text: string): text is (typeof coordinateSystems)[number] =>
  coordinateSystems.some((system) => system === text);

const useSystems = () => {
  const { language } = useLanguage();
  return coordinateSystems.map((value) => ({ value, label: coordinateSystemLabel[value][language] }));
};

export function ImportSites({ planId }: { readonly planId: string | undefined }): ReactNode {
  const t = useFeatureText(sitesText);
  const file = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const systems = useSystems();
  const plan = planId === undefined ? {} : { plan: planId };
  const projects = useAsk('GET /api/livelihood', { query: plan });
  const rows = projects.data?.projects ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-labelledby="site-import">
      <div className="card-head">
        <h2 id="site-import">{t.importTitle}</h2>
        <a href="/api/sites/template" download>
          {t.template}
        </a>
      </div>
      <div className="card-body">
        <PlainForm
          fields={[
            {
              name: 'commitment',
              label: t.project,
              options: rows.map(({ row }) => ({ value: row.id, label: `${row.number} ${wide(row.title)}` })),
            },
            { name: 'system', label: t.system, options: systems },
            {
              name: 'mode',
              label: t.mode,
              options: [
                { value: 'check', label: t.check },
                { value: 'take', label: t.take },
              ],
            },
          ]}
          submit={t.send}
          send={async ({ commitment = '', system = '', mode = '' }) => {
            const chosen = file.current?.files?.[0];
            if (!chosen || !isSystem(system)) return file.current?.focus();
            const how = mode === 'take' ? ('take' as const) : ('check' as const);
            const query = { commitment, system, mode: how, name: chosen.name };
            setOutcome(await call('POST /api/sites/table', { query, body: chosen }));
          }}
        >
          <label className="labelled over">
            {t.file}
            <input ref={file} type="file" accept=".xlsx,.csv" className="field-input" />
          </label>
        </PlainForm>
        {outcome && <Refused outcome={outcome} />}
      </div>
    </section>
  );
}

export function TakeOutlines(): ReactNode {
  const t = useFeatureText(sitesText);
  const file = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState<Answer<'POST /api/map/outlines'> | null>(null);
  const systems = useSystems();
  return (
    <section className="card" aria-labelledby="outlines">
      <div className="card-head">
        <h2 id="outlines">{t.outlines}</h2>
        <span className="note">{t.outlinesHint}</span>
      </div>
      <div className="card-body">
        <PlainForm
          fields={[
            { name: 'approval', label: t.approval, maxLength: 60 },
            { name: 'system', label: t.system, options: systems },
          ]}
          submit={t.send}
          send={async ({ approval = '', system = '' }) => {
            const chosen = file.current?.files?.[0];
            if (!chosen || !isSystem(system)) return file.current?.focus();
            setTaken(await call('POST /api/map/outlines', { query: { approval, system }, body: chosen }));
          }}
        >
          <label className="labelled over">
            {t.outlinesFile}
            <input ref={file} type="file" accept=".json,.geojson" className="field-input" />
          </label>
        </PlainForm>
        {taken && <p role="status">{t.outlinesTaken(taken.taken, taken.passedOver.length)}</p>}
      </div>
    </section>
  );
}
