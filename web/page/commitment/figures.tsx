// What was reported, year by year: one chart a series, and every figure in a table with nature, day and all its sources.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CommitmentPage, Figure } from '../../api.ts';
import { groupBy } from '../../part/keyed.ts';
import { SourceLink } from '../../part/source-link.tsx';
import { natureWord } from '../../text/domain.ts';
import { figureText, moment, unitOf, wide } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { Chart } from './chart.tsx';
import { type SeriesFigure, seriesOf } from './series.ts';

/** The same figure printed in several places: one line, every place a link. */
const sameFigure = ({ year, figure }: SeriesFigure): string =>
  [year, figure.metric, figure.place, figure.period, figure.amount ?? figure.statement, figure.unit].join(
    ' ',
  );

function Sources({ figures }: { readonly figures: readonly Figure[] }): ReactNode {
  const { language, t } = useLanguage();
  const printed = figures.flatMap(({ source }) => (source === null ? [] : [source]));
  const reportId = figures.find((figure) => figure.reportId !== null)?.reportId ?? null;
  if (printed.length === 0 && reportId !== null)
    return (
      <Link to="/reports/$reportId" params={{ reportId }}>
        {natureWord('reported', language)}
      </Link>
    );
  const measured = figures.find((figure) => figure.measureId !== null);
  if (printed.length === 0 && measured)
    return (
      <Link to="/ledger" search={{ asOf: measured.periodEnd }}>
        {measured.statement}
      </Link>
    );
  if (printed.length === 0) return <span className="quiet">{t.commitment.noSource}</span>;
  if (printed.length === 1)
    return printed.map((source) => (
      <SourceLink key={source.start} source={source}>
        {t.commitment.openAt}
      </SourceLink>
    ));
  return (
    <ul className="figure-sources">
      {printed.map((source) => (
        <li key={`${source.documentId} ${source.start}`}>
          <SourceLink source={source}>{source.documentTitle}</SourceLink>
        </li>
      ))}
    </ul>
  );
}

function Row({ group }: { readonly group: readonly SeriesFigure[] }): ReactNode {
  const { language } = useLanguage();
  const [first] = group;
  if (!first) return null;
  const { figure, own, commitmentId } = first;
  return (
    <tr className={own ? '' : 'other-year'}>
      <th scope="row">
        {own ? (
          figure.period
        ) : (
          <Link to="/commitments/$commitmentId" params={{ commitmentId }}>
            {figure.period}
          </Link>
        )}
        <span className="unit">{figure.place}</span>
      </th>
      <td>{wide(figure.metric)}</td>
      <td className={figure.amount === null ? '' : 'num figure'}>
        {figureText(figure)}
        {figure.amount !== null && <span className="unit">{unitOf(figure.unit)}</span>}
      </td>
      <td>{natureWord(figure.nature, language)}</td>
      <td className="quiet">{moment(figure.recordedAt)}</td>
      <td>
        <Sources figures={group.map((each) => each.figure)} />
      </td>
    </tr>
  );
}

function Table({ groups }: { readonly groups: readonly (readonly SeriesFigure[])[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-box">
      <table className="wide-table">
        <caption className="hidden">{t.commitment.figures}</caption>
        <thead>
          <tr>
            <th scope="col">{t.table.period}</th>
            <th scope="col">{t.commitment.metric}</th>
            <th scope="col" className="num">
              {t.table.figure}
            </th>
            <th scope="col">{t.documents.kind}</th>
            <th scope="col">{t.commitment.recorded}</th>
            <th scope="col">{t.table.source}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Row key={group[0]?.figure.observationId} group={group} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Figures({ page }: { readonly page: CommitmentPage }): ReactNode {
  const t = useText();
  const series = seriesOf(page);
  const all = series
    .flatMap(({ figures }) => figures)
    .sort((a, b) => (a.figure.periodEnd < b.figure.periodEnd ? 1 : -1));
  return (
    <section className="card" aria-labelledby="figures">
      <div className="card-head">
        <h2 id="figures">{page.figures.length === 0 ? t.commitment.figures : t.commitment.series}</h2>
        {page.figures.length === 0 && (
          <span className="note">
            {t.commitment.noFigures}，{t.commitment.noFiguresHint}
          </span>
        )}
      </div>
      {series.map((one) => (
        <div key={one.metric}>
          {series.length > 1 && <h3 className="chart-title">{wide(one.metric)}</h3>}
          <Chart series={one} />
        </div>
      ))}
      {all.length > 0 && <Table groups={[...groupBy(all, sameFigure).values()]} />}
    </section>
  );
}
