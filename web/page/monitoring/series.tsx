// One series: how it stands, the chart with other places, and the table twin with every figure's origin and revisions.
import './monitoring.css';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isSeriesMeasure } from '../../../core/budget/monitor/figure.ts';
import { warningRule } from '../../../core/vocabulary/budget.ts';
import { seriesMeasureLabel } from '../../../core/vocabulary/monitoring.ts';
import { useAsk, useWhen, useWords } from '../../ask.ts';
import { Pick } from '../../part/pick.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { LookingBack } from '../../part/when.tsx';
import { amount, day, moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { monitoringText } from '../../text/monitoring.ts';
import { Chart, type SeriesPage } from './chart.tsx';
import { Rules } from './monitoring.tsx';
import {
  ChangeText,
  Demonstration,
  indicatorName,
  periodText,
  placeName,
  warningSentence,
} from './words.tsx';

type Figure = SeriesPage['figures'][number];

function Revisions({ figure }: { readonly figure: Figure }): ReactNode {
  const t = useFeatureText(monitoringText);
  if (figure.earlier.length === 0) return <span className="note">{t.natures[figure.nature]}</span>;
  return (
    <details className="monitor-revisions">
      <summary>
        <span className="tag mark">{t.revised(figure.revisions)}</span>
      </summary>
      <ul>
        {figure.earlier.map((one) => (
          <li key={one.recordedAt} className="note">
            {t.before} <b>{amount(one.value)}</b> · {t.natures[one.nature]} · {one.source} ·{' '}
            {moment(one.recordedAt)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Twin({ page }: { readonly page: SeriesPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const names = new Map(page.places.map((place) => [place.id, placeName(place, language)]));
  return (
    <section className="card" aria-labelledby="all-figures">
      <div className="card-head">
        <h2 id="all-figures">{t.table}</h2>
        <span className="note">{t.tableHint}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="table-box monitor-twin" tabIndex={0} aria-label={t.table}>
        <table className="lined">
          <thead>
            <tr>
              <th scope="col">{t.period}</th>
              <th scope="col">{t.place}</th>
              <th scope="col" className="num">
                {t.value}
              </th>
              <th scope="col" className="num">
                {t.onPeriod}
              </th>
              <th scope="col" />
              <th scope="col">{t.source}</th>
            </tr>
          </thead>
          <tbody>
            {page.figures.map((figure) => (
              <tr key={`${figure.placeId} ${figure.periodEnd}`}>
                <th scope="row" className="monitor-period">
                  {periodText(figure.period, language)}
                </th>
                <td>{names.get(figure.placeId) ?? figure.placeId}</td>
                <td className="num figure">
                  {amount(figure.value)}
                  <span className="unit">{page.line.unit}</span>
                </td>
                <td className="num">
                  <ChangeText change={figure.onPeriod} />
                </td>
                <td>
                  <Revisions figure={figure} /> {figure.isDemonstration && <Demonstration />}
                </td>
                <td className="note" title={`${t.printedAs(figure.printed)} · ${moment(figure.recordedAt)}`}>
                  {figure.source} · {t.cellOf(figure.fileName, figure.cell)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Head({ page }: { readonly page: SeriesPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const navigate = useNavigate();
  const { line, measures } = page;
  return (
    <div className="page-head">
      <div>
        <p className="note">
          <Link to="/monitoring">{t.allIndicators}</Link>
        </p>
        <h1>
          {indicatorName(line.indicator, language)}{' '}
          {line.isDemonstration && <Demonstration partly={line.last?.isDemonstration === false} />}
        </h1>
        <p>{t.lead(day(page.asOf, language))}</p>
      </div>
      <div className="page-tools">
        {measures.length > 1 && (
          <Pick
            label={t.measure}
            choices={measures.map((id) => ({ id, label: seriesMeasureLabel[id][language] }))}
            chosen={line.measure}
            choose={(view) => void navigate({ to: '.', search: (before) => ({ ...before, view }) })}
          />
        )}
        <a
          className="button"
          href={`/api/monitoring/sdmx.csv?version=2&indicator=${line.indicator.code}`}
          download
        >
          {t.sdmx('2.0')}
        </a>
      </div>
    </div>
  );
}

function Page({ page }: { readonly page: SeriesPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const { line } = page;
  return (
    <>
      <Head page={page} />
      <div className="stack">
        <section className="card" aria-labelledby="course">
          <div className="card-head">
            <h2 id="course">
              {t.chartTitle} · {seriesMeasureLabel[line.measure][language]}{' '}
              <span className="unit">{line.unit}</span>
            </h2>
            {line.target && (
              <span className="end">
                {t.target}{' '}
                <Link to="/commitments/$commitmentId" params={{ commitmentId: line.target.commitmentId }}>
                  {amount(line.target.value)}
                </Link>
                {line.pace &&
                  ` · ${t.pace} ${amount(line.pace.projected)} · ${t.distance} ${amount(line.pace.distance)}`}
              </span>
            )}
          </div>
          <div className="card-body">
            <Chart page={page} />
            {line.warnings.map((warning) => (
              <p key={warning.rule} className="monitor-warning">
                <span className="status atRisk" aria-hidden="true">
                  ▲
                </span>{' '}
                {warningSentence(warning, language)}
                <span className="note"> {warningRule[warning.rule][language]}</span>
              </p>
            ))}
          </div>
          <Rules rules={page.rules} />
        </section>
        <Twin page={page} />
      </div>
    </>
  );
}

export default function SeriesScreen(): ReactNode {
  const t = useFeatureText(monitoringText);
  const { code = '' } = useParams({ strict: false });
  const { asOf, knownOn } = useWhen();
  const { view } = useWords();
  usePageTitle(t.title);
  const query = useAsk('GET /api/monitoring/series/:code', {
    params: { code },
    query: {
      ...(asOf === undefined ? {} : { asOf }),
      ...(knownOn === undefined ? {} : { knownOn }),
      ...(isSeriesMeasure(view) ? { measure: view } : {}),
    },
  });
  return (
    <>
      {knownOn !== undefined && <LookingBack knownOn={knownOn} />}
      <Answered query={query}>{(page) => <Page page={page} />}</Answered>
    </>
  );
}
