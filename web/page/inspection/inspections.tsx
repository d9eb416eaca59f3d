// Inspections as a list: the office sees all, a unit its own; states are filters with what is late in each.
import '../notice/notice.css';
import './inspection.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { inspectionStateLabel } from '../../../core/vocabulary/supervise.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { ForThoseWhoMay, useMay } from '../../part/me.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { inspectionText } from '../../text/inspections.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { InspectionTable } from './table.tsx';

type List = Answer<'GET /api/inspections'>;

function Listed({ list }: { readonly list: List }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(inspectionText);
  const { group } = useWords();
  const choose = useChoose();
  const mayPlan = useMay('inspection.plan');
  const rows = list.inspections.filter((row) =>
    group === undefined ? true : group === 'mine' ? row.mine : row.state === group,
  );
  const mine = list.inspections.filter((row) => row.mine).length;
  const chip = (id: string | undefined, words: ReactNode): ReactNode => (
    <button
      key={id ?? '*'}
      type="button"
      className="chip"
      aria-pressed={group === id}
      onClick={() => choose({ group: id })}
    >
      {words}
    </button>
  );
  return (
    <section className="card" aria-label={t.title}>
      <div className="filters">
        <div className="chips">
          {chip(undefined, t.all(list.inspections.length))}
          {mine > 0 && chip('mine', `${t.mine} ${mine}`)}
          {list.states.map(({ state, total, late }) =>
            chip(
              state,
              <>
                {inspectionStateLabel[state][language]} {total}
                {late > 0 && <b className="late-days">{t.lateOf(late)}</b>}
              </>,
            ),
          )}
        </div>
      </div>
      {rows.length === 0 ? (
        <Empty title={t.none} hint={mayPlan ? t.noneHint : t.noneMine} />
      ) : (
        <InspectionTable rows={rows} caption={t.title} />
      )}
    </section>
  );
}

function Asked(): ReactNode {
  const t = useFeatureText(inspectionText);
  const [mayPlan, mayDesk] = [useMay('inspection.plan'), useMay('inspection.desk.read')];
  const query = useAsk('GET /api/inspections', { query: {} });
  return (
    <Answered query={query}>
      {(list) => (
        <>
          <div className="page-head">
            <div>
              <h1>{t.title}</h1>
              <p>{t.hint(list.inspections.length)}</p>
            </div>
            <div className="page-tools">
              {mayDesk && (
                <>
                  <Link to="/inspections/plan" className="button">
                    {t.yearPlan}
                  </Link>
                  <Link to="/inspections/inspectors" className="button">
                    {t.pool}
                  </Link>
                </>
              )}
              {mayPlan && (
                <Link to="/inspections/new" className="button primary">
                  {t.planNew}
                </Link>
              )}
            </div>
          </div>
          <Listed list={list} />
        </>
      )}
    </Answered>
  );
}

export default function Inspections(): ReactNode {
  const t = useFeatureText(inspectionText);
  usePageTitle(t.title);
  return (
    <ForThoseWhoMay permission="inspection.read">
      <Asked />
    </ForThoseWhoMay>
  );
}
