// The monitoring board: what warns on top with its rule, then every indicator in one dense table.
import './monitoring.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { warningRule } from '../../../core/vocabulary/budget.ts';
import { seriesMeasureLabel } from '../../../core/vocabulary/monitoring.ts';
import { useAsk, useWhen } from '../../ask.ts';
import { useMay } from '../../part/me.tsx';
import { Spark } from '../../part/spark.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { WhenBar } from '../../part/when.tsx';
import { amount, day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { monitoringText } from '../../text/monitoring.ts';
import {
  type Board,
  ChangeText,
  Demonstration,
  indicatorName,
  type Line,
  type Place,
  periodText,
  placeName,
  warningSentence,
} from './words.tsx';

export function Rules({ rules }: { readonly rules: Board['rules'] }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const mayRead = useMay('setting.read');
  return (
    <details className="card-body">
      <summary>{t.rules}</summary>
      <ul className="monitor-rules">
        {Object.entries(warningRule).map(([rule, words]) => (
          <li key={rule}>{words[language]}</li>
        ))}
      </ul>
      <p className="note">
        {t.ruleSetting(rules.fallsInRow, rules.turnAfter, amount(rules.paceShort))}
        {mayRead && (
          <>
            {' · '}
            <Link to="/settings">{t.changeRules}</Link>
          </>
        )}
      </p>
    </details>
  );
}

function Warnings({ board }: { readonly board: Board }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const warned = board.lines.filter(({ warnings }) => warnings.length > 0);
  return (
    <section className="card" aria-labelledby="warnings">
      <div className="card-head">
        <h2 id="warnings">
          {t.warnings} {warned.length > 0 && warned.reduce((sum, { warnings }) => sum + warnings.length, 0)}
        </h2>
      </div>
      {warned.length === 0 ? (
        <Empty title={t.noWarnings} hint={t.noWarningsHint} />
      ) : (
        <ul className="monitor-warnings">
          {warned.map((line) => (
            <li key={line.indicator.code}>
              <Link to="/monitoring/$code" params={{ code: line.indicator.code }}>
                {indicatorName(line.indicator, language)}
              </Link>
              <div>
                {line.warnings.map((warning) => (
                  <p key={warning.rule} title={warningRule[warning.rule][language]}>
                    <span className="status atRisk" aria-hidden="true">
                      ▲
                    </span>{' '}
                    {warningSentence(warning, language)}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
      <Rules rules={board.rules} />
    </section>
  );
}

function Beside({ line, placeId }: { readonly line: Line; readonly placeId: string }): ReactNode {
  const found = line.beside.find((each) => each.placeId === placeId);
  if (!found) return <span className="quiet">—</span>;
  return (
    <>
      {amount(found.value)}{' '}
      <span className="note monitor-beside">
        <ChangeText change={found.change} />
      </span>
    </>
  );
}

function Median({ line: { peerMedian } }: { readonly line: Line }): ReactNode {
  const t = useFeatureText(monitoringText);
  if (peerMedian === null) return <span className="quiet">—</span>;
  return (
    <span title={t.medianOf(peerMedian.of)}>
      {amount(peerMedian.value)}{' '}
      <span className="note monitor-beside">
        <ChangeText change={peerMedian.change} />
      </span>
    </span>
  );
}

function Target({ line }: { readonly line: Line }): ReactNode {
  const t = useFeatureText(monitoringText);
  if (line.target === null) return <span className="quiet">—</span>;
  return (
    <>
      <Link to="/commitments/$commitmentId" params={{ commitmentId: line.target.commitmentId }}>
        {amount(line.target.value)}
      </Link>
      {line.pace && (
        <span className="note monitor-beside" title={t.distance}>
          {t.pace} {amount(line.pace.projected)}
        </span>
      )}
    </>
  );
}

function Row({
  line,
  others,
  median,
}: {
  readonly line: Line;
  readonly others: readonly Place[];
  /** Whether any line has peers enough for one. */
  readonly median: boolean;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const { indicator, last, warnings } = line;
  const trend = line.points.map(({ periodEnd, value }) => ({ periodEnd, amount: value }));
  return (
    <tr>
      <th scope="row">
        <span className="name-line">
          <Link to="/monitoring/$code" params={{ code: indicator.code }}>
            {indicatorName(indicator, language)}
          </Link>
          <span className="unit">{line.unit}</span>
        </span>
        <span className="note">
          {seriesMeasureLabel[line.measure][language]}{' '}
          {line.isDemonstration && <Demonstration partly={last?.isDemonstration === false} />}
        </span>
      </th>
      <td className="monitor-period">
        {last ? periodText(last.period, language) : <span className="quiet">—</span>}
      </td>
      <td className="num figure">{last ? amount(last.value) : <span className="note">{t.noFigure}</span>}</td>
      <td>
        <Spark trend={trend} status={warnings.length > 0 ? 'atRisk' : 'onTrack'} />
      </td>
      <td className="num">
        <ChangeText change={line.onPeriod} />
      </td>
      <td className="num">
        {line.onYear && line.measure !== 'totalGrowth' && line.measure !== 'periodGrowth' ? (
          <span title={line.onYear.printed ? undefined : t.computed}>
            {amount(line.onYear.value)}
            <span className="unit">%</span>
          </span>
        ) : (
          <span className="quiet">—</span>
        )}
      </td>
      {others.map(({ id }) => (
        <td key={id} className="num">
          <Beside line={line} placeId={id} />
        </td>
      ))}
      {median && (
        <td className="num">
          <Median line={line} />
        </td>
      )}
      <td className="num">
        <Target line={line} />
      </td>
      <td>{warnings.length > 0 && <span className="status atRisk">▲ {warnings.length}</span>}</td>
    </tr>
  );
}

function Table({ board }: { readonly board: Board }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const others = board.places.filter(({ level }) => level !== 'own' && level !== 'district');
  const median = board.lines.some(({ peerMedian }) => peerMedian !== null);
  if (board.lines.length === 0)
    return (
      <section className="card">
        <Empty title={t.none} hint={t.noneHint}>
          <Link to="/monitoring/import" className="button primary">
            {t.import}
          </Link>
        </Empty>
      </section>
    );
  return (
    <section className="card" aria-label={t.title}>
      <div className="table-box">
        <table className="lined monitor-table">
          <caption className="hidden">{t.title}</caption>
          <thead>
            <tr>
              <th scope="col">{t.indicator}</th>
              <th scope="col">{t.period}</th>
              <th scope="col" className="num">
                {t.latest}
              </th>
              <th scope="col">{t.trend}</th>
              <th scope="col" className="num">
                {t.onPeriod}
              </th>
              <th scope="col" className="num">
                {t.onYear}
              </th>
              {others.map((place) => (
                <th key={place.id} scope="col" className="num">
                  {placeName(place, language)}
                </th>
              ))}
              {median && (
                <th scope="col" className="num">
                  {t.median}
                </th>
              )}
              <th scope="col" className="num">
                {t.target}
              </th>
              <th scope="col">{t.warnings}</th>
            </tr>
          </thead>
          <tbody>
            {board.lines.map((line) => (
              <Row key={line.indicator.code} line={line} others={others} median={median} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Page({ board }: { readonly board: Board }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(monitoringText);
  const mayWrite = useMay('monitoring.write');
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead(day(board.asOf, language))}</p>
        </div>
        <WhenBar planId="" asOf={board.asOf} fixedPlan>
          {mayWrite && (
            <Link to="/monitoring/import" className="button primary">
              {t.import}
            </Link>
          )}
          {['1', '2'].map((version) => (
            <a key={version} className="button" href={`/api/monitoring/sdmx.csv?version=${version}`} download>
              {t.sdmx(`${version}.0`)}
            </a>
          ))}
        </WhenBar>
      </div>
      <div className="stack">
        {board.lines.length > 0 && <Warnings board={board} />}
        <Table board={board} />
      </div>
    </>
  );
}

export default function MonitoringScreen(): ReactNode {
  const t = useFeatureText(monitoringText);
  usePageTitle(t.title);
  const { asOf, knownOn } = useWhen();
  const query = useAsk('GET /api/monitoring', {
    query: { ...(asOf === undefined ? {} : { asOf }), ...(knownOn === undefined ? {} : { knownOn }) },
  });
  return <Answered query={query}>{(board) => <Page board={board} />}</Answered>;
}
