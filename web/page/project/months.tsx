// Monthly investment: the line against the time gone, the table with what was asked, and the form for the next month.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ReactNode } from 'react';
import { addMonths, monthEnd } from '../../../core/quantity/calendar.ts';
import { isIsoDate } from '../../../core/quantity/date.ts';
import { call } from '../../api.ts';
import { moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { money } from '../projects/parts.tsx';
import { CheckedForm, Findings } from './checked.tsx';
import type { ProjectPage } from './page.ts';

const width = 560;
const height = 150;

/** Twelve months across; the grey line is the plan spread evenly over the year. */
function Chart({ page }: { readonly page: ProjectPage }): ReactNode {
  const t = useFeatureText(projectsText);
  const plan = Number(page.entry.annualPlan ?? 0);
  const values = page.months.map(({ periodEnd, sinceJanuary }): [number, number] => [
    Number(periodEnd.slice(5, 7)),
    Number(sinceJanuary),
  ]);
  if (values.length === 0) return null;
  const most = Math.max(plan, ...values.map(([, value]) => value), 0.01);
  const x = scaleLinear([0, 12], [34, width - 10]);
  const y = scaleLinear([0, most], [height - 20, 10]);
  const points = values.map(([month, value]): [number, number] => [x(month), y(value)]);
  return (
    <figure className="pj-chart card-body">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.chart}>
        {[0, 3, 6, 9, 12].map((month) => (
          <text key={month} x={x(month)} y={height - 4} fontSize="11" textAnchor="middle" fill="var(--ink-3)">
            {month}
          </text>
        ))}
        {y.ticks(3).map((tick) => (
          <g key={tick}>
            <line x1={34} x2={width - 10} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
            <text x={30} y={y(tick) + 4} fontSize="11" textAnchor="end" fill="var(--ink-3)">
              {tick}
            </text>
          </g>
        ))}
        {plan > 0 && (
          <line x1={x(0)} y1={y(0)} x2={x(12)} y2={y(plan)} stroke="var(--ink-3)" strokeDasharray="4 3" />
        )}
        <path d={line()(points) ?? ''} fill="none" stroke="var(--accent)" strokeWidth="2" />
        {points.map(([cx, cy]) => (
          <circle key={cx} cx={cx} cy={cy} r="3" fill="var(--accent)" />
        ))}
      </svg>
      <figcaption className="note">{t.chart}</figcaption>
    </figure>
  );
}

function nextMonth({ months, asOf, entry }: ProjectPage): string {
  const last = months.at(-1)?.periodEnd;
  if (last !== undefined && isIsoDate(last) && last < `${entry.year}-12-01`)
    return addMonths(last, 1).slice(0, 7);
  return last?.slice(0, 7) ?? asOf.slice(0, 7);
}

export function ReportForm({ page }: { readonly page: ProjectPage }): ReactNode {
  const t = useFeatureText(projectsText);
  return (
    <CheckedForm
      fields={[
        { name: 'month', label: `${t.month} (YYYY-MM)`, start: nextMonth(page), maxLength: 7 },
        { name: 'sinceJanuary', label: t.sinceJanuary, maxLength: 30, start: '' },
        { name: 'picture', label: t.picture, optional: true, maxLength: 500, start: '' },
        { name: 'physical', label: t.physical, optional: true, maxLength: 6, start: '' },
        {
          name: 'building',
          label: t.building,
          options: [
            { value: 'yes', label: t.isBuilding },
            { value: 'no', label: t.isNotBuilding },
          ],
        },
      ]}
      submit={t.saveMonth}
      send={({ month = '', sinceJanuary = '', picture = '', physical = '', building }, explanation) => {
        const [year = 0, number = 0] = month.split('-').map(Number);
        const periodEnd = year > 1900 && number >= 1 && number <= 12 ? monthEnd(year, number) : month;
        const before = page.months.find((each) => each.periodEnd === periodEnd);
        const given = { periodEnd, sinceJanuary, picture, building: building === 'yes', explanation };
        return call(
          'POST /api/projects/:projectId/investments',
          {
            params: { projectId: page.id },
            body: { ...given, physical: physical === '' ? null : physical, after: before?.number ?? 0 },
          },
          undefined,
          crypto.randomUUID(),
        );
      }}
    />
  );
}

export function Months({ page }: { readonly page: ProjectPage }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  return (
    <section className="card" aria-labelledby="months">
      <div className="card-head">
        <h2 id="months">{t.months}</h2>
        <span className="note">{page.investment.formula[language]}</span>
      </div>
      {page.months.length === 0 ? (
        <p className="card-body note">{t.noMonths}</p>
      ) : (
        <>
          <Chart page={page} />
          <div className="table-box">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.month}</th>
                  <th scope="col" className="num">
                    {t.sinceJanuary}
                  </th>
                  <th scope="col" className="num">
                    {t.thisMonth}
                  </th>
                  <th scope="col">{t.picture}</th>
                </tr>
              </thead>
              <tbody>
                {page.months.toReversed().map((row) => (
                  <tr key={row.periodEnd}>
                    <th scope="row" title={`${row.by} ${moment(row.at)}`}>
                      {row.periodEnd.slice(0, 7)}
                    </th>
                    <td className="num figure">{money(row.sinceJanuary)}</td>
                    <td className="num">{money(row.month)}</td>
                    <td>
                      {row.picture} {row.physical !== null && `${row.physical}%`}
                      {row.asked.length > 0 && (
                        <details>
                          <summary className="note">{t.asked}</summary>
                          <Findings findings={row.asked} />
                          <p className="note">{row.explanation}</p>
                        </details>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {page.may.write && <ReportForm page={page} />}
    </section>
  );
}
