// One project: where it stands in the chain, its money month by month, what blocks it, and who must do what by when.
import '../projects/projects.css';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import {
  moneySourceLabel,
  projectKindLabel,
  projectLevelLabel,
  projectListLabel,
} from '../../../core/vocabulary/project.ts';
import { call } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { projectsText } from '../../text/projects.ts';
import { Bar, DueNote, Flags, money, StageMark, usePlaceNames } from '../projects/parts.tsx';
import { Track, trackDays } from '../projects/track.tsx';
import { Blockers } from './blockers.tsx';
import { CheckedForm, Findings } from './checked.tsx';
import { EntryForm } from './entry.tsx';
import { LinkedMoney } from './linked-money.tsx';
import { Months } from './months.tsx';
import type { ProjectPage } from './page.ts';
import { Evidence, Guarantees, Notes } from './work.tsx';

function Head({ page }: { readonly page: ProjectPage }): ReactNode {
  const t = useFeatureText(projectsText);
  const namesOf = usePlaceNames(page.places);
  const { language } = useLanguage();
  const { entry } = page;
  return (
    <div>
      <p className="note">
        <Link to="/projects" search={{ year: `${entry.year}` }}>
          {t.back}
        </Link>
      </p>
      <h1>{entry.name}</h1>
      <p className="pj-line">
        <StageMark row={page} chain={page.chain} />
        <DueNote row={page} />
        <span className="tag">{projectKindLabel[entry.kind][language]}</span>
        <span className="note">
          {namesOf(entry.placeIds)} · {entry.field} · {entry.code ?? t.noCode}
        </span>
        <Flags flags={page.flags.filter((flag) => flag !== 'gateLate')} />
      </p>
    </div>
  );
}

function Gates({ page }: { readonly page: ProjectPage }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const planned = Object.fromEntries(
    page.gates.flatMap(({ id, plannedOn }) => (plannedOn === null ? [] : [[id, plannedOn]])),
  );
  const passed = Object.fromEntries(
    page.gates.flatMap(({ id, passedOn }) => (passedOn === null ? [] : [[id, passedOn]])),
  );
  return (
    <section className="card" aria-labelledby="gates">
      <div className="card-head">
        <h2 id="gates">{t.gates}</h2>
        {page.may.write && (
          <button
            type="button"
            className="button small end"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t.recordGate}
          </button>
        )}
      </div>
      <div className="card-body">
        <Track row={{ planned, passed }} chain={page.chain} asOf={page.asOf} days={trackDays(page.asOf)} />
      </div>
      <div className="table-box">
        <table>
          <thead>
            <tr>
              {[t.gate, t.planned, t.passed].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.gates.map(({ id, words, plannedOn, passedOn }) => (
              <tr key={id}>
                <th scope="row">{words[language]}</th>
                <td>{plannedOn ?? '—'}</td>
                <td>
                  {passedOn ?? '—'}
                  {passedOn === null && id === page.stage.next && page.stage.state === 'late' && (
                    <span className="tag late">{t.daysLate(page.stage.daysLate)}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open && (
        <CheckedForm
          fields={[
            {
              name: 'gate',
              label: t.gate,
              options: page.gates.map(({ id, words }) => ({ value: id, label: words[language] })),
              start: page.stage.next ?? '',
            },
            { name: 'day', label: t.gateDay, kind: 'day', optional: true },
            { name: 'words', label: t.gateWords, optional: true, maxLength: 2000 },
          ]}
          submit={t.recordGate}
          send={({ gate = '', day = '', words = '' }, reason) => {
            const body = {
              gate,
              day: day === '' ? null : day,
              words: reason === '' ? words : reason,
              after: page.gatesAfter,
            };
            const ask = { params: { projectId: page.id }, body };
            return call('POST /api/projects/:projectId/gates', ask, undefined, crypto.randomUUID());
          }}
        />
      )}
    </section>
  );
}

function Facts({ page }: { readonly page: ProjectPage }): ReactNode {
  const t = useFeatureText(projectsText);
  const { language } = useLanguage();
  const { entry } = page;
  const join = (parts: readonly string[]): string => parts.join(language === 'zh' ? '、' : ', ') || '—';
  const facts: readonly (readonly [string, string])[] = [
    [t.owner, entry.ownerUnit || '—'],
    [t.lead, entry.leadUnit ?? '—'],
    [t.levels, join(entry.levels.map((level) => projectLevelLabel[level][language]))],
    [t.lists, join(entry.lists.map((list) => projectListLabel[list][language]))],
    [`${t.total}（${t.yi}）`, money(entry.total)],
    [`${t.plan}（${t.yi}）`, money(entry.annualPlan)],
    [`${t.beforeYear}（${t.yi}）`, money(entry.beforeYear)],
    [
      t.financing,
      join(
        entry.financing.map(
          ({ source, amount }) => `${moneySourceLabel[source][language]} ${amount ?? t.noAmount}`,
        ),
      ),
    ],
    [t.governmentFunded, entry.governmentFunded ? t.yes : t.no],
    [t.approvedOn, entry.approvedOn ?? '—'],
    [t.content, entry.content || '—'],
  ];
  return (
    <dl className="pj-facts">
      {facts.flatMap(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}

function Entry({ page }: { readonly page: ProjectPage }): ReactNode {
  const t = useFeatureText(projectsText);
  const [open, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="entry">
      <div className="card-head">
        <h2 id="entry">{t.entry}</h2>
        {page.may.write && (
          <button
            type="button"
            className="button small end"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t.revise}
          </button>
        )}
      </div>
      {open ? (
        <EntryForm
          start={page.entry}
          places={page.places}
          gates={page.chain.gates}
          send={(body) => {
            const ask = { params: { projectId: page.id }, body: { ...body, after: page.number } };
            return call('POST /api/projects/:projectId/entries', ask, undefined, crypto.randomUUID());
          }}
        />
      ) : (
        <Facts page={page} />
      )}
      {page.entryAsked.length > 0 && (
        <div className="card-body">
          <h3>{t.asked}</h3>
          <Findings findings={page.entryAsked} />
          <p className="note">{page.explanation}</p>
        </div>
      )}
    </section>
  );
}

function Money({ page }: { readonly page: ProjectPage }): ReactNode {
  const t = useFeatureText(projectsText);
  return (
    <section className="card" aria-labelledby="money">
      <div className="card-head">
        <h2 id="money">{t.percentDone}</h2>
        <span className="note">{t.scheduled(page.elapsed)}</span>
      </div>
      <div className="card-body">
        <Bar
          percent={page.investment.percent}
          elapsed={page.elapsed}
          late={page.flags.includes('behindTime')}
          label={t.percentDone}
        />
        {page.againstTime !== null && <p className="note">{t.againstTime(page.againstTime)}</p>}
      </div>
      <div className="table-box">
        <table>
          <caption className="hidden">{t.byYear}</caption>
          <thead>
            <tr>
              <th scope="col">{t.year}</th>
              <th scope="col" className="num">
                {t.plan}
              </th>
              <th scope="col" className="num">
                {t.done}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.byYear.map(({ year, annualPlan, done }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="num">{money(annualPlan)}</td>
                <td className="num figure">{done === null ? t.notReported : money(done)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Page({ page }: { readonly page: ProjectPage }): ReactNode {
  const t = useFeatureText(projectsText);
  usePageTitle(page.entry.name.slice(0, 40));
  const { work } = page;
  return (
    <div className="stack">
      <Head page={page} />
      <div className="pj-columns">
        <div className="stack">
          {work && <Blockers page={page} work={work} />}
          <Months page={page} />
          <Gates page={page} />
        </div>
        <div className="stack">
          <Money page={page} />
          <Entry page={page} />
          <LinkedMoney page={page} />
          {work && <Guarantees page={page} work={work} />}
          {work && <Evidence page={page} work={work} />}
          {work && <Notes page={page} work={work} />}
          {!work && <p className="note">{t.innerOnly}</p>}
        </div>
      </div>
    </div>
  );
}

export default function Project(): ReactNode {
  const { projectId = '' } = useParams({ strict: false });
  const { year } = useWords();
  const query = useAsk(
    'GET /api/projects/:projectId',
    { params: { projectId }, query: year === undefined ? {} : { year } },
    { fresh: true },
  );
  return <Answered query={query}>{(page) => <Page key={page.id} page={page} />}</Answered>;
}
