// The supervision office's daily screen 督查台: what turned late today, what will soon, what waits for whom.
import './supervision.css';
import type { ReactNode } from 'react';
import { useAsk, useWhen, useWords } from '../../ask.ts';
import { Disagreements } from '../../part/disagreements.tsx';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { WhenBar } from '../../part/when.tsx';
import { day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { supervisionText } from '../../text/supervision.ts';
import { AgendaTable } from './agenda.tsx';
import { Proposals } from './proposals.tsx';
import { type Agenda, Tiles } from './tiles.tsx';
import { Waiting } from './waiting.tsx';

function Desk({ agenda }: { readonly agenda: Agenda }): ReactNode {
  const { language, t: common } = useLanguage();
  const t = useFeatureText(supervisionText);
  const { group } = useWords();
  const mayIssue = useMay('notice.issue');
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.desk}</h1>
          <p>
            {common.when.year(agenda.plan.year)} · {t.deskHint(day(agenda.day, language))}
          </p>
        </div>
        <WhenBar planId={agenda.plan.id} asOf={agenda.day} />
      </div>
      <Tiles agenda={agenda} may={mayIssue} />
      <div className="desk-columns">
        {group === 'proposals' ? <Proposals agenda={agenda} /> : <AgendaTable agenda={agenda} />}
        <div className="stack">
          <Disagreements />
          <Waiting agenda={agenda} />
        </div>
      </div>
    </>
  );
}

function Asked(): ReactNode {
  const { plan, asOf } = useWhen();
  const query = useAsk('GET /api/agenda', {
    query: { ...(plan === undefined ? {} : { plan }), ...(asOf === undefined ? {} : { asOf }) },
  });
  return <Answered query={query}>{(agenda) => <Desk agenda={agenda} />}</Answered>;
}

export default function Supervision(): ReactNode {
  const t = useFeatureText(supervisionText);
  usePageTitle(t.desk);
  return (
    <ForThoseWhoMay permission="notice.read">
      <Asked />
    </ForThoseWhoMay>
  );
}
