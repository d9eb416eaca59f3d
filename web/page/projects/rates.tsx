// The five states of being stuck, the five rates and the investment rate, each with its formula; groups beside what was published.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { Answered } from '../../part/state.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { type Cut, groups, oneOf } from './ask.ts';
import { Bar, money, type Summary } from './parts.tsx';

type Rate = Summary['whole']['investment'];

const percentText = ({ percent }: Rate): string =>
  percent === null ? '—' : `${Number(percent).toFixed(1)}%`;

function RateRow({
  name,
  rate,
  note,
}: {
  readonly name: string;
  readonly rate: Rate;
  readonly note?: ReactNode;
}): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="num figure">{percentText(rate)}</td>
      <td className="note">
        {rate.formula[language]}
        {rate.missing > 0 && ` · ${t.missing(rate.missing)}`} {note}
      </td>
    </tr>
  );
}

function Rates({ summary }: { readonly summary: Summary }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const { startDue, whole } = summary;
  const met =
    startDue.due === null || startDue.dueMonth === null ? (
      <span className="tag">{t.startNotDue}</span>
    ) : (
      <span className={`tag ${startDue.met === false ? 'late' : 'good'}`}>
        {t.startDue(startDue.dueMonth, startDue.due)} · {startDue.met === false ? t.startMissed : t.startMet}
      </span>
    );
  return (
    <section className="card" aria-labelledby="rates">
      <div className="card-head">
        <h2 id="rates">{t.ratesTitle}</h2>
      </div>
      <div className="pj-stuck">
        {summary.columns.map(({ id, words, count, late }) => (
          <Link
            key={id}
            to="/projects"
            search={(before) => ({ ...before, view: 'list', status: id })}
            className="pj-stuck-tile"
          >
            <span>{words[language]}</span>
            <b>{count}</b>
            {late > 0 && <span className="tag late">{t.late(late)}</span>}
          </Link>
        ))}
      </div>
      <div className="table-box">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.ratesHead}</th>
              <th scope="col" className="num">
                {t.rate}
              </th>
              <th scope="col">{t.formula}</th>
            </tr>
          </thead>
          <tbody>
            <RateRow name={t.percentDone} rate={whole.investment} />
            <RateRow name={t.startTitle} rate={startDue.rate} note={met} />
            {summary.gateRates.map(({ id, words, rate }) => (
              <RateRow key={id} name={words[language]} rate={rate} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="note card-body">
        {t.assumed}
        {language === 'zh' ? '：' : ': '}
        {summary.chain.source}
      </p>
    </section>
  );
}

/** What documents published of the same groups, by name. */
function publishedOf(summary: Summary, by: string) {
  const tables = summary.published.filter(({ groupedBy }) => groupedBy === by);
  return new Map(tables.flatMap(({ rows }) => rows.map((row) => [row.name, row] as const)));
}

function Groups({
  summary,
  by,
}: {
  readonly summary: Summary;
  readonly by: (typeof groups)[number];
}): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const choose = useChoose();
  const published = publishedOf(summary, by);
  const hasPublished = published.size > 0;
  return (
    <section className="card" aria-labelledby="groups">
      <div className="card-head">
        <h2 id="groups">{t.groupTable}</h2>
        <label className="labelled end">
          {t.groupBy}
          <select
            className="field-input"
            value={by}
            onChange={(event) => choose({ group: event.target.value })}
          >
            {groups.map((id) => (
              <option key={id} value={id}>
                {t.groups[id]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="table-box">
        <table className="lined">
          <thead>
            <tr>
              <th scope="col">{t.groups[by]}</th>
              {[t.projects, t.plan, t.done].map((head) => (
                <th key={head} scope="col" className="num">
                  {head}
                </th>
              ))}
              <th scope="col">{t.percentDone}</th>
              <th scope="col" className="num">
                {t.startTitle}
              </th>
              <th scope="col" className="num">
                {t.late(0).replace(/\d+/, '').trim()}
              </th>
              {hasPublished && (
                <th scope="col" className="num">
                  {t.publishedCount}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {[...summary.groups, summary.whole].map((group) => (
              <tr key={group.key}>
                <th scope="row">
                  {group.key === '' && group === summary.whole ? t.whole : group.name[language]}
                </th>
                <td className="num">{group.projects}</td>
                <td className="num">{money(group.annualPlan)}</td>
                <td className="num">{money(group.done)}</td>
                <td title={group.investment.formula[language]}>
                  <Bar
                    percent={group.investment.percent}
                    elapsed={summary.elapsed}
                    late={false}
                    label={t.percentDone}
                  />
                </td>
                <td className="num" title={group.start.formula[language]}>
                  {percentText(group.start)}
                </td>
                <td className="num">
                  {group.late > 0 ? <span className="tag late">{group.late}</span> : '0'}
                </td>
                {hasPublished && <td className="num">{published.get(group.name.zh)?.projects ?? '—'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {summary.countedTwice > 0 && <p className="note card-body">{t.countedTwice(summary.countedTwice)}</p>}
    </section>
  );
}

export function RatesView({ cut }: { readonly cut: Cut }): ReactNode {
  const { group } = useWords();
  const by = oneOf(groups, group) ?? 'place';
  const query = useAsk('GET /api/projects/summary', { query: { ...cut, by } });
  return (
    <Answered query={query}>
      {(summary) => (
        <div className="stack">
          <Rates summary={summary} />
          <Groups summary={summary} by={by} />
        </div>
      )}
    </Answered>
  );
}
