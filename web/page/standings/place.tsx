// Why a member is at its place: each part with value, points and gap to the median, what one place up would take, earlier rounds.
import './standings.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { outcomeKindLabel, partStateLabel } from '../../../core/vocabulary/standing.ts';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { amount, day, percent, shortAmount } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { sheetText } from '../../text/sheet.ts';
import { standingsText } from '../../text/standings.ts';
import { Gap, Spread, TotalPoints } from './round.tsx';

type PlacePage = Answer<'GET /api/standings/rounds/:roundId/members/:memberId'>;

function Parts({ page }: { readonly page: PlacePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(standingsText);
  return (
    <section className="card" aria-labelledby="parts">
      <div className="card-head">
        <h2 id="parts">{t.why}</h2>
      </div>
      <div className="table-box">
        <table className="lined standing-table">
          <thead>
            <tr>
              <th scope="col">{t.part}</th>
              {[t.value, t.base, t.points, t.fullMarks, t.inPart, t.gap].map((word) => (
                <th key={word} scope="col" className="num">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.member.parts.map((result) => {
              const part = page.formula.parts.find(({ id }) => id === result.partId);
              const lost = page.lost.find(({ partId }) => partId === result.partId);
              return (
                <tr key={result.partId}>
                  <th scope="row">
                    {part?.name}
                    <span className="note two-lines">
                      {part && outcomeKindLabel[part.kind][language]}
                      {result.state !== 'value' &&
                        ` · ${result.reason ?? partStateLabel[result.state][language]}`}
                    </span>
                  </th>
                  <td className="num">
                    {result.value === null ? '—' : shortAmount(result.value)}{' '}
                    <span className="unit">{result.value === null ? '' : part?.unit}</span>
                  </td>
                  <td className="num">{result.base === null ? '—' : shortAmount(result.base)}</td>
                  <td className="num">
                    <b>{amount(result.points)}</b>
                    {lost && <span className="note"> {t.loss(amount(lost.points))}</span>}
                  </td>
                  <td className="num">{amount(result.full)}</td>
                  <td className="num">{result.place ?? '—'}</td>
                  <td className="num">
                    <Gap gap={result.gapToMedian} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function OneUp({ page }: { readonly page: PlacePage }): ReactNode {
  const t = useFeatureText(standingsText);
  const { member, oneUp, formula } = page;
  const partName = (id: string): string => formula.parts.find((part) => part.id === id)?.name ?? id;
  return (
    <section className="card" aria-labelledby="one-up">
      <div className="card-head">
        <h2 id="one-up">{t.oneUp}</h2>
      </div>
      <div className="card-body">
        {member.place === null && (
          <p>{t.noPlaceWhy(percent(member.coverage), percent(formula.leastCoverage))}</p>
        )}
        {member.place === 1 && <p>{t.first}</p>}
        {oneUp !== null && <p>{t.needs(oneUp.above, oneUp.place, amount(oneUp.pointsNeeded))}</p>}
        {oneUp !== null && oneUp.ways.length === 0 && <p>{t.noWay}</p>}
        <ul className="standing-ways">
          {oneUp?.ways.map((way) => {
            const words = way.change.startsWith('-') ? t.wayDown : t.way;
            return (
              <li key={way.partId}>
                {words(partName(way.partId), amount(way.from), amount(way.to), amount(way.change))}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

const chart = { width: 360, height: 96, side: 24, top: 18 };

/** First place on top; the table below says the same in words. */
function Chart({ history }: { readonly history: PlacePage['history'] }): ReactNode {
  const placed = history.flatMap(({ place, of, roundId }) =>
    place === null ? [] : [{ place, of, roundId }],
  );
  if (placed.length < 2) return null;
  const worst = Math.max(...placed.map(({ of }) => of));
  const x = (index: number): number =>
    chart.side + (index * (chart.width - 2 * chart.side)) / (placed.length - 1);
  const y = (place: number): number =>
    chart.top + ((place - 1) * (chart.height - 2 * chart.top)) / Math.max(1, worst - 1);
  return (
    <svg viewBox={`0 0 ${chart.width} ${chart.height}`} className="standing-chart" aria-hidden="true">
      <polyline
        points={placed.map(({ place }, index) => `${x(index)},${y(place)}`).join(' ')}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2"
      />
      {placed.map(({ place, roundId }, index) => (
        <g key={roundId}>
          <circle cx={x(index)} cy={y(place)} r="4" fill="var(--accent)" />
          <text x={x(index)} y={y(place) - 8} textAnchor="middle" className="chart-word">
            {place}
          </text>
        </g>
      ))}
    </svg>
  );
}

function History({ page }: { readonly page: PlacePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(standingsText);
  if (page.history.length === 0) return null;
  return (
    <section className="card" aria-labelledby="earlier">
      <div className="card-head">
        <h2 id="earlier">{t.earlier}</h2>
        <span className="note">{t.earlierHint}</span>
      </div>
      <Chart history={page.history} />
      <div className="table-box">
        <table>
          <tbody>
            {page.history.map((each) => (
              <tr key={each.roundId}>
                <th scope="row">
                  <Link
                    to="/standings/$roundId/$memberId"
                    params={{ roundId: each.roundId, memberId: page.member.memberId }}
                  >
                    {each.name}
                  </Link>{' '}
                  <span className="note">
                    {day(each.asOf, language)} · {t.version(each.version)}
                  </span>
                </th>
                <td className="num">{each.place === null ? t.noPlace : t.rounded(each.place, each.of)}</td>
                <td className="num">{amount(each.points)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Where the figures come from: the promises that were judged. */
function Promises({ page }: { readonly page: PlacePage }): ReactNode {
  const t = useFeatureText(standingsText);
  const s = useFeatureText(sheetText);
  const { round, member } = page;
  const when = { plan: round.planId, asOf: round.asOf };
  if (round.of === 'livelihood')
    return (
      <Link
        to="/commitments/$commitmentId"
        params={{ commitmentId: member.memberId }}
        search={when}
        className="button"
      >
        {t.promises}
      </Link>
    );
  const search =
    round.of === 'department' ? { ...when, unit: member.memberId } : { ...when, place: member.name };
  return (
    <>
      <Link
        to={round.of === 'department' ? '/sheet/list' : '/sheet/place'}
        search={search}
        className="button"
      >
        {round.of === 'department' ? s.unitSheet : s.placeSheet}
      </Link>
      <Link to={round.of === 'department' ? '/tasks' : '/livelihood'} search={search} className="button">
        {t.promises}
      </Link>
    </>
  );
}

function Page({ page }: { readonly page: PlacePage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(standingsText);
  const { member, round } = page;
  usePageTitle(member.name);
  return (
    <>
      <div className="page-head">
        <div>
          <p className="note">
            {round.name} · {t.asOf} {day(round.asOf, language)}
          </p>
          <h1>{member.name}</h1>
          <p>
            {member.place === null ? t.noPlace : t.rounded(member.place, page.of)} · {t.points}{' '}
            <b>
              <TotalPoints member={member} />
            </b>
          </p>
        </div>
        <div className="page-tools">
          <Promises page={page} />
          <Link to="/standings/$roundId" params={{ roundId: round.id }} className="button">
            {t.back}
          </Link>
        </div>
      </div>
      <div className="stack">
        <Parts page={page} />
        <OneUp page={page} />
        <History page={page} />
        <Spread page={page} />
      </div>
    </>
  );
}

export default function PlaceScreen(): ReactNode {
  const { roundId = '', memberId = '' } = useParams({ strict: false });
  const query = useAsk('GET /api/standings/rounds/:roundId/members/:memberId', {
    params: { roundId, memberId },
  });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
