// One inspection: what it is, what the reader may do next, what was found, its files, everything that happened, and the record for paper.
import '../notice/notice.css';
import './inspection.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  inspectionKindLabel,
  inspectionMethodLabel,
  standAsideLabel,
} from '../../../core/vocabulary/supervise.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { day, wide } from '../../text/format.ts';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { Arrange } from './arrange.tsx';
import { Box } from './box.tsx';
import { Answers, Findings } from './findings.tsx';
import { History } from './history.tsx';
import { Moves } from './moves.tsx';
import { Sheet } from './sheet.tsx';
import { type InspectionPage, inspectedName, Marks, StateTag, spanOf } from './state.tsx';

function Team({ page }: { readonly page: InspectionPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  if (page.team.length === 0) return t.teamNone(page.teamLeast);
  return (
    <ul>
      {page.team.map(({ accountId, name, standsAside }) => (
        <li key={accountId}>
          {name}
          {standsAside.length > 0 && (
            <span className="tag warn">
              ✕{' '}
              {standsAside.map((why) => standAsideLabel[why][language]).join(language === 'zh' ? '、' : ', ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Facts({ page }: { readonly page: InspectionPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  const { inspection, methods, commitments, objectBy, reviewBy, rectifyBy, field, assignment } = page;
  const { state, planYear } = inspection;
  const line = (label: string, words: ReactNode): ReactNode => (
    <>
      <dt>{label}</dt>
      <dd>{words}</dd>
    </>
  );
  return (
    <section className="card screen-only" aria-labelledby="facts">
      <div className="card-head">
        <h2 id="facts">{t.facts}</h2>
      </div>
      <dl className="notice-facts">
        {line(t.inspected, inspectedName(inspection))}
        {line(t.byUnit, inspection.byUnit === '' ? t.office : wide(inspection.byUnit))}
        {assignment !== null && line(t.assignment, assignment)}
        {line(
          t.kind,
          `${inspectionKindLabel[inspection.kind][language]} · ${planYear === null ? t.outside : t.inYear(planYear)}`,
        )}
        {line(
          t.methods,
          methods
            .map((method) => inspectionMethodLabel[method][language])
            .join(language === 'zh' ? '、' : ', '),
        )}
        {line(t.days, spanOf(inspection, language))}
        {field !== '' && line(t.field, field)}
        {line(t.team, <Team page={page} />)}
        {commitments.length > 0 &&
          line(
            t.about,
            <ul>
              {commitments.map(({ id, title }) => (
                <li key={id}>
                  <Link to="/commitments/$commitmentId" params={{ commitmentId: id }}>
                    {wide(title)}
                  </Link>
                </li>
              ))}
            </ul>,
          )}
        {objectBy !== null &&
          line(
            t.objectBy,
            <>
              {day(objectBy, language)} <span className="note">{page.objectionRule}</span>
            </>,
          )}
        {state === 'objected' && reviewBy !== null && line(t.reviewBy, day(reviewBy, language))}
        {rectifyBy !== null && line(t.rectifyBy, day(rectifyBy, language))}
      </dl>
    </section>
  );
}

function Page({ page }: { readonly page: InspectionPage }): ReactNode {
  const t = useFeatureText(inspectionText);
  const { inspection } = page;
  usePageTitle(wide(inspection.subject).slice(0, 40));
  return (
    <>
      <div className="page-head screen-only">
        <div className="notice-head">
          <p className="note">
            <Link to="/inspections">{t.back}</Link>
          </p>
          <h1>{wide(inspection.subject)}</h1>
          <p className="notice-line">
            <span>{inspectedName(inspection)}</span>
            <StateTag row={inspection} />
            <Marks row={inspection} />
          </p>
        </div>
        <div className="page-tools">
          <button type="button" className="button" onClick={() => print()}>
            {t.print}
          </button>
        </div>
      </div>
      <div className="notice-columns">
        <div className="stack">
          <Moves page={page} />
          <Arrange page={page} />
          <Findings page={page} />
          <Answers page={page} />
          <History page={page} />
        </div>
        <div className="stack">
          <Facts page={page} />
          <Box page={page} />
        </div>
      </div>
      <Sheet page={page} />
    </>
  );
}

function Asked(): ReactNode {
  const { inspectionId = '' } = useParams({ strict: false });
  const query = useAsk('GET /api/inspections/:inspectionId', { params: { inspectionId } }, { fresh: true });
  return <Answered query={query}>{(page) => <Page key={page.inspection.id} page={page} />}</Answered>;
}

export default function Inspection(): ReactNode {
  return (
    <ForThoseWhoMay permission="inspection.read">
      <Asked />
    </ForThoseWhoMay>
  );
}
