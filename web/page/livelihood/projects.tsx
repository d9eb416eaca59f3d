// Each project with its verdict and its milestones on the line of the year; the day that is judged crosses them all.
import { Link } from '@tanstack/react-router';
import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import type { LivelihoodPage } from '../../api.ts';
import { groupBy } from '../../part/keyed.ts';
import { VerdictLabel } from '../../part/status.tsx';
import { StatusChips } from '../../part/status-chips.tsx';
import { amount, day, shortDay, wide } from '../../text/format.ts';
import { useLanguage } from '../../text/language.tsx';

type Project = LivelihoodPage['projects'][number];
type Checkpoint = Project['checkpoints'][number];

const pointWord = (point: Checkpoint): string =>
  point.value === null ? '' : `${amount(point.value)}${point.unit === '%' ? '%' : ` ${point.unit}`}`;

interface Dot {
  readonly by: IsoDay;
  readonly left: number;
  readonly words: readonly string[];
  /** What stands under the dot; empty where it would run into its neighbour. */
  readonly label: string;
}

type IsoDay = NonNullable<Checkpoint['by']>;

/** Per cent of the line that a digit takes at the usual width; a Chinese character takes two. */
const digitShare = 1.9;
const shareOf = (label: string): number =>
  [...label].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 1) * digitShare;

/** One dot a day, its labels thinned out so that none runs into another. */
function dotsOf(checkpoints: readonly Checkpoint[], left: (iso: string) => number): readonly Dot[] {
  const dated = checkpoints.flatMap((point) => (point.by === null ? [] : [{ ...point, by: point.by }]));
  let taken = Number.NEGATIVE_INFINITY;
  return [...groupBy(dated, (point) => point.by)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([by, points]) => {
      const at = left(by);
      const label = points.map(pointWord).find((word) => word !== '') ?? '';
      const fits = at - shareOf(label) > taken;
      if (fits && label !== '') taken = at;
      return { by, left: at, words: points.map((point) => wide(point.printed)), label: fits ? label : '' };
    });
}

function Line({
  project,
  year,
  asOf,
}: {
  readonly project: Project;
  readonly year: number;
  readonly asOf: string;
}): ReactNode {
  const { language, t } = useLanguage();
  const place = scaleLinear([Date.parse(`${year}-01-01`), Date.parse(`${year}-12-31`)], [0, 100]).clamp(true);
  const left = (iso: string): number => place(Date.parse(iso));
  return (
    <div className="milestone-line">
      <i className="milestone-gone" style={{ width: `${left(asOf)}%` }} />
      <i className="milestone-now" style={{ left: `${left(asOf)}%` }} />
      <ol>
        {dotsOf(project.checkpoints, left).map((dot) => (
          <li
            key={dot.by}
            className={dot.by <= asOf ? 'past' : 'ahead'}
            style={{ left: `${dot.left}%` }}
            title={`${day(dot.by, language)} ${dot.words.join('；')}`}
          >
            <span className="hidden">
              {day(dot.by, language)} {dot.words.join('；')}{' '}
              {dot.by <= asOf ? t.livelihood.past : t.livelihood.ahead}
            </span>
            <span className="milestone-word" aria-hidden="true">
              {dot.label}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Row({ project, page }: { readonly project: Project; readonly page: LivelihoodPage }): ReactNode {
  const { t } = useLanguage();
  const { row } = project;
  const next = project.checkpoints.find((point) => point.by !== null && point.by > page.asOf);
  return (
    <tr>
      <td className="num quiet">{row.number}</td>
      <th scope="row">
        <Link to="/commitments/$commitmentId" params={{ commitmentId: row.id }} className="two-lines">
          {wide(row.title)}
        </Link>
        {row.leadUnit !== null && <span className="note">{wide(row.leadUnit)}</span>}
        {project.caveat !== '' && (
          <span className="note caveat" title={project.caveat}>
            {t.livelihood.caveat}：{wide(project.caveat)}
          </span>
        )}
      </th>
      <td>
        <VerdictLabel verdict={row.verdict} />
      </td>
      <td className="milestones">
        <Line project={project} year={page.plan.year} asOf={page.asOf} />
      </td>
      <td className="next">
        {next && (
          <span className="two-lines note" title={next.printed}>
            {next.by === null ? '' : shortDay(next.by, page.plan.year)} {wide(next.printed)}
          </span>
        )}
      </td>
    </tr>
  );
}

const months = [0, 3, 6, 9];

export function Projects({
  page,
  projects,
}: {
  readonly page: LivelihoodPage;
  readonly projects: readonly Project[];
}): ReactNode {
  const { language, t } = useLanguage();
  const statuses = new Set(page.projects.map((project) => project.row.verdict.status));
  return (
    <section className="card" aria-labelledby="projects">
      <div className="card-head">
        <h2 id="projects">{t.livelihood.projects}</h2>
        <StatusChips only={statuses} />
        <span className="tick-note end">
          {t.livelihood.today} {day(page.asOf, language)}
        </span>
      </div>
      <div className="table-box">
        <table className="lined cards projects">
          <caption className="hidden">{t.livelihood.projects}</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                {t.table.number}
              </th>
              <th scope="col">{t.livelihood.project}</th>
              <th scope="col">{t.table.status}</th>
              <th scope="col">
                <span className="hidden">{t.livelihood.checkpoints}</span>
                <span className="month-scale" aria-hidden="true">
                  {months.map((month) => (
                    <span key={month} style={{ left: `${(month / 12) * 100}%` }}>
                      {String(month + 1).padStart(2, '0')}-01
                    </span>
                  ))}
                </span>
              </th>
              <th scope="col">{t.livelihood.next}</th>
            </tr>
          </thead>
          <tbody>
            {projects.map((project) => (
              <Row key={project.row.id} project={project} page={page} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
