// One commitment: how it is judged and why, what was promised, what was reported, and the sentence behind each.
import './commitment.css';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import type { CommitmentPage } from '../../api.ts';
import { useAsk, useWhen, useWords } from '../../ask.ts';
import { listOf } from '../../part/list-of.ts';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { WhenBar } from '../../part/when.tsx';
import { kindWord } from '../../text/domain.ts';
import { wide } from '../../text/format.ts';
import { useLanguage } from '../../text/language.tsx';
import { Follow } from '../inbox/follow.tsx';
import { InspectionsAbout } from '../inspection/about.tsx';
import { NoticesAbout } from '../notice/running.tsx';
import { SiteRollUp } from '../sites/roll-up.tsx';
import { Conflicts, Related } from './around.tsx';
import { Amendments } from './change.tsx';
import { CutsOf } from './cuts.tsx';
import { Figures } from './figures.tsx';
import { Judgement, Verdicts } from './judgement.tsx';
import { Overrides } from './overrule.tsx';
import { Owners } from './owners.tsx';
import { Places } from './places.tsx';
import { RemarksAbout } from './remarks.tsx';
import { Sources } from './sources.tsx';
import { StepsOf } from './steps.tsx';
import { Targets } from './targets.tsx';

/** A commitment belongs to one plan: the rest of the screen follows, however the reader came here. */
function useOwnPlan(planId: string): void {
  const words = useWords();
  const navigate = useNavigate();
  const own = words.plan === planId;
  useEffect(() => {
    if (!own)
      void navigate({
        to: '.',
        search: (before) => ({ ...before, plan: planId }),
        replace: true,
        resetScroll: false,
      });
  }, [own, planId, navigate]);
}

function Page({ page }: { readonly page: CommitmentPage }): ReactNode {
  const { language, t } = useLanguage();
  const { commitment, plan, asOf } = page;
  useOwnPlan(plan.id);
  usePageTitle(wide(commitment.title).slice(0, 40));
  const list = listOf(commitment.kind);
  return (
    <>
      <div className="page-head">
        <div className="commitment-head">
          <p className="note">
            <Link to={list.to} search={list.search}>
              {kindWord(commitment.kind, language)}
            </Link>
            {[t.when.year(plan.year), commitment.number, wide(commitment.field)]
              .filter((word) => word !== '')
              .map((word) => ` · ${word}`)}
          </p>
          <h1>{wide(commitment.title)}</h1>
        </div>
        <Follow commitmentId={commitment.id} />
        <WhenBar planId={plan.id} asOf={asOf} fixedPlan />
      </div>
      <div className="commitment-columns">
        <div className="stack">
          <Judgement page={page} />
          <Overrides page={page} />
          <RemarksAbout key={`remarks ${commitment.id}`} page={page} />
          <StepsOf key={`steps ${commitment.id}`} page={page} />
          <Targets key={commitment.id} page={page} />
          <CutsOf page={page} />
          <Figures page={page} />
          <Places key={`places ${commitment.id}`} page={page} />
          {commitment.kind === 'livelihood' && <SiteRollUp commitment={commitment.id} />}
          <Verdicts page={page} />
        </div>
        <div className="stack">
          <Owners page={page} />
          <NoticesAbout commitmentId={commitment.id} />
          <InspectionsAbout commitmentId={commitment.id} />
          <Sources sources={page.sources} />
          <Conflicts conflicts={page.conflicts} />
          <Amendments page={page} />
          <Related page={page} />
        </div>
      </div>
    </>
  );
}

export default function CommitmentScreen(): ReactNode {
  const { commitmentId = '' } = useParams({ strict: false });
  const { asOf, knownOn } = useWhen();
  const query = useAsk('GET /api/commitments/:commitmentId', {
    params: { commitmentId },
    query: { ...(asOf === undefined ? {} : { asOf }), ...(knownOn === undefined ? {} : { knownOn }) },
  });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
