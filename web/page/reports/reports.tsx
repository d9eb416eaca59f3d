// Reports that wait for a decision: accept, return, verify or send back, one or several at once; everything else of the plan below.
import './reports.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { reportStateLabel } from '../../../core/vocabulary/report.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { SignInLink, useMe } from '../../part/me.tsx';
import { Answered, Empty, Loading, usePageTitle, useProblemWords } from '../../part/state.tsx';
import { amount, moment } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { reportsText } from '../../text/reports.ts';
import { signInText } from '../../text/sign-in.ts';
import { findingWords } from '../figures/row.tsx';
import { type Action, Decide, type Deciding, isAction } from './decide.tsx';

type ReportsPage = Answer<'GET /api/reports'>;
export type ReportRow = ReportsPage['rows'][number];

function Figures({ row }: { readonly row: ReportRow }): ReactNode {
  const { language } = useLanguage();
  const counting = row.figures.filter(({ counts }) => counts);
  return (
    <>
      {counting.map((figure) => (
        <span key={figure.id} className="report-figure">
          {counting.length > 1 && <span className="note">{figure.metric}</span>}
          {figure.amount !== null && (
            <b>
              {amount(figure.amount)} <span className="unit">{figure.unit}</span>
            </b>
          )}
          {figure.statement !== '' && <span className="two-lines">{figure.statement}</span>}
        </span>
      ))}
      {row.findings.map((finding) => (
        <span key={finding.code} className="tag warn">
          {findingWords(finding, language)}
        </span>
      ))}
    </>
  );
}

const mayDo = (row: ReportRow, action: Action): boolean =>
  row.offers.some((offer) => offer.action === action && offer.unmet.length === 0);

function Row({
  row,
  chosen,
  choose,
}: {
  readonly row: ReportRow;
  readonly chosen: boolean;
  readonly choose: (on: boolean) => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(reportsText);
  const canDecide = row.offers.some(({ action, unmet }) => isAction(action) && unmet.length === 0);
  const why = row.offers.flatMap(({ unmet }) => unmet.map(({ message }) => message[language]));
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={t.choose(`${row.title} ${row.place} ${row.period}`)}
          checked={chosen}
          disabled={!canDecide}
          onChange={(event) => choose(event.target.checked)}
        />
      </td>
      <th scope="row">
        <Link to="/reports/$reportId" params={{ reportId: row.id }} className="two-lines">
          {row.title}
        </Link>
        <span className="note">{[row.number, row.leadUnit].filter((each) => each !== '').join(' · ')}</span>
      </th>
      <td data-label={t.place}>{row.place === '' ? t.city : row.place}</td>
      <td className="num" data-label={t.period}>
        {row.period}
      </td>
      <td className="report-figures">
        <Figures row={row} />
      </td>
      <td className="num" data-label={t.last}>
        {row.last === null ? '—' : amount(row.last.amount)}
      </td>
      <td className="num" data-label={t.expected}>
        {row.expected === null ? '—' : amount(row.expected)}
      </td>
      <td>
        {row.author}
        <span className="note">
          {moment(row.receivedAt)}{' '}
          {row.late ? <span className="figures-late">▲ {t.daysLate(row.daysLate)}</span> : t.inTime}
        </span>
      </td>
      <td>
        <span className="tag mark">{reportStateLabel[row.state][language]}</span>
        {row.changes > 0 && <span className="note">{t.changes(row.changes)}</span>}
        {!canDecide && why.length > 0 && <span className="note">{why[0]}</span>}
      </td>
    </tr>
  );
}

interface Said {
  readonly done: number;
  readonly refused: readonly string[];
}

/** What came of the last decision; it stays when the list has become empty. */
function SaidSo({ said }: { readonly said: Said }): ReactNode {
  const t = useFeatureText(reportsText);
  return (
    <div className={said.refused.length > 0 ? 'alert' : 'alert good'} role="status">
      {said.done > 0 && <p>{t.done(said.done)}</p>}
      {said.refused.length > 0 && (
        <>
          <p>{t.someRefused(said.refused.length)}</p>
          <ul>
            {[...new Set(said.refused)].map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function List({
  page,
  reload,
  say,
}: {
  readonly page: ReportsPage;
  readonly reload: () => Promise<unknown>;
  readonly say: (said: Said | null) => void;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(reportsText);
  const problemWords = useProblemWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [isUnderWay, setUnderWay] = useState(false);
  const rows = page.rows.filter(({ id }) => chosen.has(id));
  const choosable = page.rows.filter((row) =>
    row.offers.some(({ action, unmet }) => isAction(action) && unmet.length === 0),
  );
  const decide = async (action: Action, reason: string): Promise<void> => {
    setDeciding(null);
    setUnderWay(true);
    say(null);
    const body = { reason, reports: rows.map(({ id, after }) => ({ reportId: id, after })) };
    try {
      const answer =
        action === 'accept' || action === 'return'
          ? await call(
              'POST /api/reports/decisions',
              { body: { ...body, action } },
              undefined,
              crypto.randomUUID(),
            )
          : await call(
              'POST /api/reports/verifications',
              { body: { ...body, action } },
              undefined,
              crypto.randomUUID(),
            );
      say({ done: answer.moved.length, refused: answer.refused.map(({ message }) => message[language]) });
    } catch (cause) {
      say({ done: 0, refused: [problemWords(cause)] });
    }
    // What was ticked meanwhile stays ticked.
    const decided = new Set(rows.map(({ id }) => id));
    setChosen((before) => new Set([...before].filter((id) => !decided.has(id))));
    await reload();
    setUnderWay(false);
  };
  const actions = (['accept', 'verify', 'return', 'sendBack', 'lock'] as const).filter(
    (action) => rows.length > 0 && rows.every((row) => mayDo(row, action)),
  );
  return (
    <section className="card" aria-label={t.review}>
      <div className="table-box">
        <table className="lined cards reports">
          <caption className="hidden">{t.review}</caption>
          <colgroup>
            {['choose', 'item', 'place', 'period', 'figure', 'last', 'expected', 'author', 'state'].map(
              (name) => (
                <col key={name} className={`col-${name}`} />
              ),
            )}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={t.chooseAll}
                  disabled={choosable.length === 0}
                  checked={choosable.length > 0 && choosable.every(({ id }) => chosen.has(id))}
                  onChange={(event) =>
                    setChosen(new Set(event.target.checked ? choosable.map(({ id }) => id) : []))
                  }
                />
              </th>
              <th scope="col">{t.report}</th>
              <th scope="col">{t.place}</th>
              <th scope="col" className="num">
                {t.period}
              </th>
              <th scope="col">{t.figure}</th>
              <th scope="col" className="num">
                {t.last}
              </th>
              <th scope="col" className="num">
                {t.expected}
              </th>
              <th scope="col">{t.author}</th>
              <th scope="col">{t.state}</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                chosen={chosen.has(row.id)}
                choose={(on) =>
                  setChosen(
                    (before) => new Set(on ? [...before, row.id] : [...before].filter((id) => id !== row.id)),
                  )
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      {choosable.length > 0 && (
        <Decide
          count={rows.length}
          actions={actions}
          deciding={deciding}
          isUnderWay={isUnderWay}
          open={setDeciding}
          decide={(action, reason) => void decide(action, reason)}
        />
      )}
    </section>
  );
}

export default function ReportsScreen(): ReactNode {
  const t = useFeatureText(reportsText);
  const signIn = useFeatureText(signInText);
  usePageTitle(t.review);
  const me = useMe();
  const navigate = useNavigate();
  const { view, plan } = useWords();
  const may = me?.permissions.includes('report.read') ?? false;
  const onlyMine = view !== 'all';
  const [said, setSaid] = useState<Said | null>(null);
  const query = useAsk(
    'GET /api/reports',
    {
      query: { ...(plan === undefined ? {} : { plan }), ...(onlyMine ? { waiting: 'me' } : {}), limit: 200 },
    },
    { enabled: may },
  );
  if (me === undefined) return <Loading />;
  if (!may)
    return (
      <div className="card">
        <Empty title={me.accountId === null ? signIn.toDoThis : signIn.notYours}>
          {me.accountId === null && <SignInLink>{signIn.signIn}</SignInLink>}
        </Empty>
      </div>
    );
  const look = (next: string | undefined): void =>
    void navigate({ to: '.', search: (before) => ({ ...before, view: next }) });
  return (
    <Answered query={query}>
      {(page) => (
        <>
          <div className="page-head">
            <div>
              <h1>{t.review}</h1>
              <p className="note">{t.waiting(page.waiting)}</p>
            </div>
            <div className="page-tools chips">
              <button type="button" className="chip" aria-pressed={onlyMine} onClick={() => look(undefined)}>
                {t.waitingForMe}
              </button>
              <button type="button" className="chip" aria-pressed={!onlyMine} onClick={() => look('all')}>
                {t.all}
              </button>
            </div>
          </div>
          {said !== null && <SaidSo said={said} />}
          {page.rows.length === 0 ? (
            <div className="card">
              <Empty
                title={onlyMine ? t.noneWaiting : t.none}
                {...(onlyMine ? { hint: t.noneWaitingHint } : {})}
              />
            </div>
          ) : (
            <List page={page} reload={() => query.refetch()} say={setSaid} />
          )}
        </>
      )}
    </Answered>
  );
}
