// What was reported: one chart a metric, and the same figures as a table with nature, day and source of each.
import type { ReactNode } from 'react';
import type { CommitmentPage, Figure } from '../../api.ts';
import { groupBy } from '../../part/keyed.ts';
import { SourceLink } from '../../part/source-link.tsx';
import { natureWord } from '../../text/domain.ts';
import { figureText, moment, unitOf, wide } from '../../text/format.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { Chart } from './chart.tsx';

function Row({ figure }: { readonly figure: Figure }): ReactNode {
  const { language, t } = useLanguage();
  return (
    <tr>
      <th scope="row">
        {figure.period}
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
        {figure.source ? (
          <SourceLink source={figure.source}>{t.commitment.openAt}</SourceLink>
        ) : (
          <span className="quiet">{t.commitment.noSource}</span>
        )}
      </td>
    </tr>
  );
}

export function Figures({ page }: { readonly page: CommitmentPage }): ReactNode {
  const t = useText();
  const { figures, commitment } = page;
  const series = [...groupBy(figures, (figure) => figure.metric)];
  return (
    <section className="card" aria-labelledby="figures">
      <div className="card-head">
        <h2 id="figures">{figures.length === 0 ? t.commitment.figures : t.commitment.series}</h2>
        {figures.length === 0 && (
          <span className="note">
            {t.commitment.noFigures}，{t.commitment.noFiguresHint}
          </span>
        )}
      </div>
      {series.map(([metric, members]) => (
        <Chart
          key={metric}
          title={metric}
          figures={members}
          target={
            commitment.targets.find((target) => target.metric === metric) ??
            (series.length === 1 ? commitment.targets[0] : undefined)
          }
        />
      ))}
      {figures.length > 0 && (
        <div className="table-box">
          <table>
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
              {figures.map((figure) => (
                <Row key={figure.observationId} figure={figure} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
