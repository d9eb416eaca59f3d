// The sheet of the monthly dispatch meeting on screen, with the files for the table.
import './projects.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { flags, useCut } from './ask.ts';
import { Bar, Flags, money, StageMark, usePlaceNames } from './parts.tsx';

type Sheet = Answer<'GET /api/projects/dispatch'>;

function Line({
  line,
  at,
  sheet,
}: {
  readonly line: Sheet['lines'][number];
  readonly at: number;
  readonly sheet: Sheet;
}): ReactNode {
  const t = useFeatureText(projectsText);
  const namesOf = usePlaceNames(sheet.places);
  return (
    <tr>
      <td className="num">{at + 1}</td>
      <th scope="row">
        <Link to="/projects/$projectId" params={{ projectId: line.id }} search={{ year: `${sheet.year}` }}>
          {line.name}
        </Link>
        <br />
        <span className="note">
          {namesOf(line.placeIds)} · {line.leadUnit ?? '—'}
        </span>
      </th>
      <td>
        <StageMark row={line} chain={sheet.chain} />
      </td>
      <td>
        <Bar
          percent={line.percent}
          elapsed={sheet.elapsed}
          late={line.reasons.includes('behindTime')}
          label={t.percentDone}
        />
        <span className="note">
          {line.done === null ? t.notReported : money(line.done)} / {money(line.annualPlan)}
        </span>
      </td>
      <td className="num">{money(line.againstTime)}</td>
      <td>
        <Flags flags={line.reasons} />
      </td>
      <td>
        {line.blockers.map(({ words, unit, dueOn, late }) => (
          <p key={words} className="note">
            {words} {unit !== null && t.toUnit(unit, dueOn)}{' '}
            {late && <span className="tag late">{t.flags.blockerLate}</span>}
          </p>
        ))}
      </td>
    </tr>
  );
}

function Page({ sheet, files }: { readonly sheet: Sheet; readonly files: string }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  return (
    <div className="stack">
      <div className="page-head">
        <div>
          <p className="note">
            <Link to="/projects">{t.back}</Link>
          </p>
          <h1>{t.dispatchTitle}</h1>
          <p>{t.head(sheet.year, day(sheet.asOf, language), sheet.elapsed)}</p>
        </div>
        <div className="page-tools">
          <a className="button" href={`/api/projects/dispatch/file?${files}form=docx`} download>
            {t.docx}
          </a>
          <a className="button" href={`/api/projects/dispatch/file?${files}form=xlsx`} download>
            {t.xlsx}
          </a>
        </div>
      </div>
      <section className="card" aria-labelledby="sheet">
        <div className="card-head">
          <h2 id="sheet">{t.dispatch}</h2>
          <span className="note">
            {t.all} {sheet.counts.all ?? 0} · {t.pressing} {sheet.counts.pressing ?? 0}
            {flags.map((flag) =>
              (sheet.counts[flag] ?? 0) > 0 ? ` · ${t.flags[flag]} ${sheet.counts[flag]}` : '',
            )}
          </span>
        </div>
        {sheet.lines.length === 0 ? (
          <Empty title={t.noLines} />
        ) : (
          <div className="table-box">
            <table className="lined pj-dispatch">
              <thead>
                <tr>
                  <th scope="col" className="num">
                    {t.number}
                  </th>
                  {[t.project, t.stage, t.percentDone].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                  <th scope="col" className="num">
                    {t.toTime}
                  </th>
                  <th scope="col">{t.reasons}</th>
                  <th scope="col">{t.blockers}</th>
                </tr>
              </thead>
              <tbody>
                {sheet.lines.map((line, at) => (
                  <Line key={line.id} line={line} at={at} sheet={sheet} />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <p className="note card-body">
          {t.dispatchHint} {sheet.more > 0 && t.moreLines(sheet.more)}
        </p>
      </section>
    </div>
  );
}

function Asked(): ReactNode {
  const cut = useCut();
  const query = useAsk('GET /api/projects/dispatch', { query: cut });
  const words = new URLSearchParams(
    Object.entries(cut).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
  return (
    <Answered query={query}>
      {(sheet) => <Page sheet={sheet} files={words === '' ? '' : `${words}&`} />}
    </Answered>
  );
}

export default function Dispatch(): ReactNode {
  const t = useFeatureText(projectsText);
  usePageTitle(t.dispatchTitle);
  return (
    <ForThoseWhoMay permission="project.follow">
      <Asked />
    </ForThoseWhoMay>
  );
}
