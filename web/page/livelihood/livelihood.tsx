// Livelihood projects: where each stands among its milestones, and how it was spread over the districts.
import './livelihood.css';
import type { ReactNode } from 'react';
import type { LivelihoodPage } from '../../api.ts';
import { useAsk, useWhen, useWords } from '../../ask.ts';
import { ListHead } from '../../part/list-head.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { usePhone } from '../../part/width.ts';
import { useText } from '../../text/language.tsx';
import { SiteRollUp } from '../sites/roll-up.tsx';
import { Findings } from './findings.tsx';
import { Matrix } from './matrix.tsx';
import { OnePlace } from './one-place.tsx';
import { Projects } from './projects.tsx';

function Page({ page }: { readonly page: LivelihoodPage }): ReactNode {
  const t = useText();
  const phone = usePhone();
  const { status } = useWords();
  const projects = page.projects.filter(
    (project) => status === undefined || project.row.verdict.status === status,
  );
  if (page.projects.length === 0)
    return (
      <div className="card">
        <Empty title={t.livelihood.empty} hint={t.livelihood.emptyHint} />
      </div>
    );
  const split = page.projects.some((project) => project.lines.length > 0);
  return (
    <div className="stack">
      <Projects page={page} projects={projects} />
      <SiteRollUp plan={page.plan.id} />
      {split && (
        <section className="card" aria-labelledby="matrix">
          <div className="card-head">
            <h2 id="matrix">{t.livelihood.matrix}</h2>
            {!phone && <span className="note">{t.livelihood.matrixHint}</span>}
          </div>
          {phone ? <OnePlace page={page} /> : <Matrix page={page} />}
        </section>
      )}
      <Findings findings={page.findings} />
    </div>
  );
}

export default function LivelihoodScreen(): ReactNode {
  const t = useText();
  usePageTitle(t.livelihood.title);
  const query = useAsk('GET /api/livelihood', { query: useWhen() });
  return (
    <Answered query={query}>
      {(page) => (
        <>
          <ListHead title={t.livelihood.title} list={page} kind="livelihood" />
          <Page page={page} />
        </>
      )}
    </Answered>
  );
}
