// What an official carries on a visit: all promises of one district on one sheet, its shares and figures, late ones first, its major projects.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api.ts';
import { useAsk, useWhen, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { Pick } from '../../part/pick.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { StatusLabel, statusOrder, VerdictLabel } from '../../part/status.tsx';
import { kindWord } from '../../text/domain.ts';
import { amount, day, percent, shortDay, unitOf, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sheetText } from '../../text/sheet.ts';
import { Cover, Paper } from './paper.tsx';

type PlaceSheet = Answer<'GET /api/sheets/place'>;
type SheetRow = PlaceSheet['rows'][number];
type Share = SheetRow['shares'][number];

const numberOf = (value: string | null): string => (value === null ? '—' : amount(value));

/** What a share is of is said where a promise has several; else the promise says it. */
function Given({ share, named }: { readonly share: Share; readonly named: boolean }): ReactNode {
  return (
    <td className="sheet-given">
      {named && <span className="note">{wide(share.metric)} </span>}
      <span className="sheet-amount">
        <b>
          {numberOf(share.given)}
          {share.second !== null && `（${amount(share.second)}）`}
        </b>{' '}
        <span className="unit">{unitOf(share.unit)}</span>
      </span>
    </td>
  );
}

function Done({ share }: { readonly share: Share }): ReactNode {
  return (
    <>
      <td className="num">
        {numberOf(share.done)}
        {share.doneUntil !== null && <span className="note"> {share.doneUntil.slice(0, 7)}</span>}
      </td>
      <td className="num">{share.rate === null ? '—' : `${percent(share.rate)}%`}</td>
      <td className="num">{share.gapToMedian === null ? '—' : `${percent(share.gapToMedian)}%`}</td>
    </>
  );
}

function Rows({
  row,
  shares,
  year,
  reported,
}: SheetRow & { readonly year: number; readonly reported: boolean }): ReactNode {
  const { language } = useLanguage();
  const span = shares.length;
  return shares.map((share, at) => (
    <tr key={`${share.metric} ${share.unit}`} className={at === 0 ? 'sheet-first' : ''}>
      {at === 0 && (
        <th scope="rowgroup" rowSpan={span}>
          <Link to="/commitments/$commitmentId" params={{ commitmentId: row.id }}>
            {wide(row.title)}
          </Link>
          <span className="note">
            {' '}
            {kindWord(row.kind, language)} {row.number}
          </span>
        </th>
      )}
      <Given share={share} named={span > 1} />
      {reported && <Done share={share} />}
      {at === 0 && (
        <>
          <td rowSpan={span}>{row.leadUnit === null ? '—' : wide(row.leadUnit)}</td>
          <td className="num" rowSpan={span}>
            {shortDay(row.dueOn, year)}
          </td>
          <td rowSpan={span}>
            <VerdictLabel verdict={row.verdict} />
          </td>
        </>
      )}
    </tr>
  ));
}

/** Columns of figures only where the district reported one: a page of dashes says less than a sentence. */
function Promises({ sheet }: { readonly sheet: PlaceSheet }): ReactNode {
  const { t } = useLanguage();
  const s = useFeatureText(sheetText);
  const reported = sheet.rows.some(({ shares }) => shares.some(({ done }) => done !== null));
  return (
    <div className="table-box sheet-table">
      <table>
        <colgroup>
          <col />
          <col className="sheet-given" />
          {reported && <col className="sheet-figure" span={3} />}
          <col className="sheet-owner" />
          <col className="sheet-day" />
          <col className="sheet-verdict" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t.table.task}</th>
            <th scope="col">{s.given}</th>
            {reported &&
              [s.done, s.rate, s.gap].map((word) => (
                <th key={word} scope="col" className="num">
                  {word}
                </th>
              ))}
            <th scope="col">{t.table.lead}</th>
            <th scope="col" className="num">
              {t.table.due}
            </th>
            <th scope="col">{s.cityVerdict}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ row, shares }) => (
            <Rows key={row.id} row={row} shares={shares} year={sheet.plan.year} reported={reported} />
          ))}
        </tbody>
      </table>
      {!reported && <p className="note">{s.noneReported}</p>}
    </div>
  );
}

function Projects({ projects }: { readonly projects: PlaceSheet['projects'] }): ReactNode {
  const { t } = useLanguage();
  const s = useFeatureText(sheetText);
  if (projects.total === 0) return null;
  return (
    <section className="sheet-part">
      <h2>{s.projects(projects.total, projects.late)}</h2>
      <div className="table-box sheet-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.table.task}</th>
              {[s.annual, s.invested, s.rate].map((word) => (
                <th key={word} scope="col" className="num">
                  {word}
                </th>
              ))}
              <th scope="col">{t.table.status}</th>
            </tr>
          </thead>
          <tbody>
            {projects.rows.map((project) => (
              <tr key={project.id}>
                <th scope="row">
                  <Link to="/projects/$projectId" params={{ projectId: project.id }}>
                    {wide(project.name)}
                  </Link>
                </th>
                <td className="num">{numberOf(project.annualPlan)}</td>
                <td className="num">{numberOf(project.done)}</td>
                <td className="num">{project.percent === null ? '—' : `${amount(project.percent)}%`}</td>
                <td className={project.state === 'late' ? 'status overdue' : ''}>
                  {s.projectState[project.state]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {projects.total > projects.rows.length && (
        <p className="note">{s.projectsMore(projects.total - projects.rows.length)}</p>
      )}
    </section>
  );
}

/** Another district without going back: the sheet of each is one choice away. */
function PlacePick({ place }: { readonly place: string }): ReactNode {
  const s = useFeatureText(sheetText);
  const choose = useChoose();
  const overview = useAsk('GET /api/overview', { query: useWhen() });
  const names = (overview.data?.districts ?? []).map(({ label }) => label);
  const all = names.includes(place) ? names : [place, ...names];
  return (
    <Pick
      label={s.pickPlace}
      hideLabel
      namesLang="zh-CN"
      choices={all.map((name) => ({ id: name, label: name }))}
      chosen={place}
      choose={(name) => choose({ place: name })}
    />
  );
}

function Sheet({ sheet }: { readonly sheet: PlaceSheet }): ReactNode {
  const { language, t } = useLanguage();
  const s = useFeatureText(sheetText);
  const title = `${sheet.place} · ${s.placeSheet}`;
  usePageTitle(title);
  return (
    <Paper
      title={title}
      lead={`${sheet.plan.title} · ${t.when.elapsed(percent(sheet.elapsedShare))}`}
      back={{ to: '/livelihood', search: { ...useWords() } }}
      tools={<PlacePick place={sheet.place} />}
    >
      <Cover
        facts={[
          [s.place, sheet.place],
          [s.rows, s.promises(sheet.rows.length)],
          [s.asOf, day(sheet.asOf, language)],
          [s.printedOn, new Date().toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB')],
        ]}
      />
      <p className="sheet-counts">
        <b className={sheet.late > 0 ? 'status overdue' : ''}>
          {sheet.late > 0 ? s.late(sheet.late) : s.noneLate}
        </b>
        {statusOrder.map((status) => {
          const count = sheet.counts?.[status] ?? 0;
          return count === 0 ? null : <StatusLabel key={status} status={status} count={count} />;
        })}
      </p>
      {sheet.rows.length === 0 ? (
        <Empty title={s.none} hint={t.state.emptyHint} />
      ) : (
        <Promises sheet={sheet} />
      )}
      <Projects projects={sheet.projects} />
      <p className="sheet-foot">
        <span>{s.foot}</span>
        <span className="sheet-sign">{s.signed}</span>
      </p>
    </Paper>
  );
}

/** Without a district in the address, the first that was given something. */
export default function PlaceSheetScreen(): ReactNode {
  const words = useWords();
  const when = useWhen();
  const overview = useAsk('GET /api/overview', { query: when }, { enabled: words.place === undefined });
  const place = words.place ?? overview.data?.districts[0]?.label ?? '';
  const query = useAsk('GET /api/sheets/place', { query: { ...when, place } }, { enabled: place !== '' });
  return <Answered query={query}>{(sheet) => <Sheet sheet={sheet} />}</Answered>;
}
