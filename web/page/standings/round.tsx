// One round: places and points of every part, the spread, what happened to it, and for the office its next step.
import './standings.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import {
  appraisalGradeLabel,
  partStateLabel,
  roundActionLabel,
  roundStateLabel,
} from '../../../core/vocabulary/standing.ts';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { amount, day, moment, percent, shortAmount } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { standingsText } from '../../text/standings.ts';
import { Gains } from './gains.tsx';
import { Prepare } from './prepare.tsx';

export type RoundPage = Answer<'GET /api/standings/rounds/:roundId'>;
type Member = RoundPage['members'][number];
type Result = Member['parts'][number];

function Points({ result }: { readonly result: Result }): ReactNode {
  const { language } = useLanguage();
  if (result.state === 'value') return amount(result.points);
  const words = partStateLabel[result.state][language];
  return (
    <span className="note" title={result.reason ?? words}>
      {result.state === 'notApplicable' ? '∅ ' : '— '}
      <span className="two-lines">{words}</span>
    </span>
  );
}

/** Above or below the middle of the set, with its sign. */
export const Gap = ({ gap }: { readonly gap: string | null }): ReactNode =>
  gap === null ? (
    '—'
  ) : (
    <span title={amount(gap)}>
      {gap.startsWith('-') || /^0+(\.0+)?$/.test(gap) ? '' : '+'}
      {shortAmount(gap)}
    </span>
  );

/** Points, or none where no part has a figure: that is no zero. */
export const TotalPoints = ({ member }: { readonly member: Pick<Member, 'parts' | 'points'> }): ReactNode =>
  member.parts.some(({ state }) => state === 'value') ? amount(member.points) : '—';

export function Moved({ moved }: { readonly moved: number | null }): ReactNode {
  const t = useFeatureText(standingsText);
  if (moved === null) return <span className="quiet">—</span>;
  return moved === 0 ? t.same : moved > 0 ? t.up(moved) : t.down(-moved);
}

function Row({ member, page }: { readonly member: Member; readonly page: RoundPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(standingsText);
  const { memberId } = member;
  return (
    <tr>
      <td className="num standing-place">{member.place ?? <span className="note">{t.noPlace}</span>}</td>
      <th scope="row">
        <Link
          to="/standings/$roundId/$memberId"
          params={{ roundId: page.round.id, memberId }}
          title={t.why}
          className="two-lines"
        >
          {member.name}
        </Link>
      </th>
      <td className="num">
        <b>
          <TotalPoints member={member} />
        </b>
        {member.grade !== null && (
          <span className="note"> {appraisalGradeLabel[member.grade][language]}</span>
        )}
      </td>
      <td className="num">
        <Gap gap={member.gapToMedian} />
      </td>
      {page.formula.parts.map((part) => {
        const result = member.parts.find(({ partId }) => partId === part.id);
        return (
          <td key={part.id} className="num">
            {result && <Points result={result} />}
          </td>
        );
      })}
      <td className="num">{percent(member.coverage)}%</td>
      <td>
        <Moved moved={member.moved} />
      </td>
    </tr>
  );
}

function Table({ page }: { readonly page: RoundPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(standingsText);
  return (
    <section className="card" aria-label={page.round.name}>
      {page.total !== null && (
        <p className="note card-body">
          {t.total(page.total.count, day(page.round.asOf, language))}{' '}
          {t.totalSpread(
            shortAmount(page.total.least),
            shortAmount(page.total.median),
            shortAmount(page.total.most),
          )}
        </p>
      )}
      <div className="table-box">
        <table className="lined standing-table">
          <caption className="hidden">{page.round.name}</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                {t.place}
              </th>
              <th scope="col">{t.member}</th>
              <th scope="col" className="num">
                {t.points}
              </th>
              <th scope="col" className="num">
                {t.gap}
              </th>
              {page.formula.parts.map((part) => (
                <th key={part.id} scope="col" className="num">
                  {part.name}
                  <span className="note"> {part.weight}</span>
                </th>
              ))}
              <th scope="col" className="num">
                {t.covered}
              </th>
              <th scope="col">{t.moved}</th>
            </tr>
          </thead>
          <tbody>
            {page.members.map((member) => (
              <Row key={member.memberId} member={member} page={page} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function Spread({ page }: { readonly page: Pick<RoundPage, 'ranges' | 'formula'> }): ReactNode {
  const t = useFeatureText(standingsText);
  return (
    <section className="card" aria-labelledby="spread">
      <div className="card-head">
        <h2 id="spread">{t.spread}</h2>
        <span className="note">{t.spreadHint}</span>
      </div>
      <div className="table-box">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.part}</th>
              {[t.least, t.median, t.most].map((word) => (
                <th key={word} scope="col" className="num">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.ranges.map((range) => {
              const part = page.formula.parts.find(({ id }) => id === range.partId);
              return (
                <tr key={range.partId}>
                  <th scope="row">
                    {part?.name} <span className="note">{part?.unit}</span>
                  </th>
                  <td className="num">{shortAmount(range.least)}</td>
                  <td className="num">{shortAmount(range.median)}</td>
                  <td className="num">{shortAmount(range.most)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function History({ page }: { readonly page: RoundPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(standingsText);
  return (
    <section className="card" aria-labelledby="history">
      <div className="card-head">
        <h2 id="history">{t.history}</h2>
      </div>
      <ol className="standing-events">
        {page.events.map((event) => (
          <li key={event.number}>
            <b>{event.action === 'draft' ? t.drafted : roundActionLabel[event.action][language]}</b>{' '}
            {event.by} <span className="note">{moment(event.recordedAt)}</span>
            {event.reason !== '' && <p>{event.reason}</p>}
          </li>
        ))}
      </ol>
      <p className="note card-body">
        {t.hash} <code className="standing-hash">{page.sha256}</code>
        <br />
        {t.hashHint}
      </p>
    </section>
  );
}

function Page({ page }: { readonly page: RoundPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(standingsText);
  const { round, formula } = page;
  usePageTitle(round.name);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{round.name}</h1>
          <p className="note">
            {t.of[round.of]} · {t.asOf} {day(round.asOf, language)} · {formula.name}{' '}
            {t.version(round.version)} ·{' '}
            <span className="tag mark">{roundStateLabel[round.state][language]}</span>
          </p>
        </div>
        <div className="page-tools">
          <Link to="/standings" className="button">
            {t.all}
          </Link>
        </div>
      </div>
      <div className="stack">
        <Prepare page={page} />
        <Table page={page} />
        <Gains page={page} />
        <Spread page={page} />
        <History page={page} />
      </div>
    </>
  );
}

export default function RoundScreen(): ReactNode {
  const { roundId = '' } = useParams({ strict: false });
  const query = useAsk('GET /api/standings/rounds/:roundId', { params: { roundId } });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
