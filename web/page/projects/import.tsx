// Taking the yearly list or monthly investment from a table: template out, checked first, every bad cell named.
import './projects.css';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { call } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { usePageTitle } from '../../part/state.tsx';
import { useFeatureText } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { type Outcome, OutcomeTable } from './outcome.tsx';

function ImportForm({ start }: { readonly start: string }): ReactNode {
  const t = useFeatureText(projectsText);
  const file = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <section className="card" aria-labelledby="project-import">
      <div className="card-head">
        <h2 id="project-import">{t.importTitle}</h2>
        <span className="end">
          <a href="/api/projects/template?what=register" download>
            {t.templateRegister}
          </a>{' '}
          ·{' '}
          <a href="/api/projects/template?what=months" download>
            {t.templateMonths}
          </a>
        </span>
      </div>
      <div className="card-body">
        <p className="note">{t.importHint}</p>
        <PlainForm
          fields={[
            {
              name: 'what',
              label: t.importWhat,
              options: [
                { value: 'register', label: t.importRegister },
                { value: 'months', label: t.importMonths },
              ],
            },
            { name: 'year', label: t.year, kind: 'number', start },
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
          send={async ({ what, year = '', mode }) => {
            const chosen = file.current?.files?.[0];
            if (!chosen) return file.current?.focus();
            const query = {
              what: what === 'months' ? ('months' as const) : ('register' as const),
              mode: mode === 'take' ? ('take' as const) : ('check' as const),
              ...{ year, name: chosen.name },
            };
            setOutcome(await call('POST /api/projects/table', { query, body: chosen }));
          }}
        >
          <label className="labelled over">
            {t.file}
            <input ref={file} type="file" accept=".xlsx,.csv" className="field-input" />
          </label>
        </PlainForm>
        {outcome && <OutcomeTable outcome={outcome} />}
      </div>
    </section>
  );
}

export default function ProjectImport(): ReactNode {
  const t = useFeatureText(projectsText);
  const { year } = useWords();
  usePageTitle(t.importTitle);
  const known = useAsk('GET /api/projects', { query: { limit: 1 } });
  return (
    <div className="stack">
      <div>
        <p className="note">
          <Link to="/projects">{t.back}</Link>
        </p>
        <h1>{t.importTitle}</h1>
      </div>
      <ForThoseWhoMay permission="project.write">
        {known.data && <ImportForm start={year ?? `${known.data.year}`} />}
      </ForThoseWhoMay>
    </div>
  );
}
