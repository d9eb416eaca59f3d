// Entering a project in the register by hand.
import './projects.css';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { call } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { useFeatureText } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { EntryForm } from '../project/entry.tsx';
import type { Summary } from './parts.tsx';

const blank = {
  ...{ code: null, name: '', content: '', kind: 'new' as const, field: '', levels: [], placeIds: [] },
  ...{ ownerUnit: '', leadUnit: null, total: null, annualPlan: null, beforeYear: null, feasibility: null },
  ...{
    designEstimate: null,
    financing: [],
    governmentFunded: false,
    lists: [],
    approvedOn: null,
    plannedOn: {},
  },
};

function Form({ summary }: { readonly summary: Summary }): ReactNode {
  const t = useFeatureText(projectsText);
  const navigate = useNavigate();
  return (
    <section className="card" aria-labelledby="new-project">
      <div className="card-head">
        <h2 id="new-project">{t.entry}</h2>
        <span className="note">{t.newHint}</span>
      </div>
      <EntryForm
        start={{ ...blank, year: summary.year }}
        places={summary.places}
        gates={summary.chain.gates}
        send={async (body) => {
          const checked = await call('POST /api/projects', { body }, undefined, crypto.randomUUID());
          if (checked.kept) void navigate({ to: '/projects/$projectId', params: { projectId: checked.id } });
          return checked;
        }}
      />
    </section>
  );
}

export default function NewProject(): ReactNode {
  const t = useFeatureText(projectsText);
  const { year } = useWords();
  usePageTitle(t.newTitle);
  const query = useAsk('GET /api/projects/summary', { query: year === undefined ? {} : { year } });
  return (
    <div className="stack">
      <div>
        <p className="note">
          <Link to="/projects">{t.back}</Link>
        </p>
        <h1>{t.newTitle}</h1>
      </div>
      <ForThoseWhoMay permission="project.write">
        <Answered query={query}>{(summary) => <Form summary={summary} />}</Answered>
      </ForThoseWhoMay>
    </div>
  );
}
