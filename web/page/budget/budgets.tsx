// The four books of a year, city-wide and own level, with execution beside the time gone; and the reports whose statements wait.
import './budget.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { budgetLevels } from '../../../core/budget/book.ts';
import { budgetBookLabel, budgetLevelLabel } from '../../../core/vocabulary/budget.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useWords } from '../../ask.ts';
import { useChoose } from '../../part/filters.tsx';
import { useMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { amount, day, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { ImportLines } from './import.tsx';
import { Execution, Growth, type Line, VersionCell } from './shared.tsx';

type List = Answer<'GET /api/budgets'>;
type Head = List['books'][number];

function Side({ name, line }: { readonly name: string; readonly line: Line }): ReactNode {
  return (
    <tr>
      <td className="quiet">{name}</td>
      <td className="num">
        <VersionCell version={line.approved} />
      </td>
      <td className="num">
        <VersionCell version={line.revised} />
      </td>
      <td className="num figure">
        <VersionCell version={line.executed} />
      </td>
      <td>
        <Execution line={line} />
      </td>
      <td className="num">
        <Growth line={line} />
      </td>
    </tr>
  );
}

function Book({ head, year }: { readonly head: Head; readonly year: number }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={6}>
          <Link
            to="/budgets/$year/$book/$level"
            params={{ year: String(year), book: head.book, level: head.level }}
          >
            <b>{budgetBookLabel[head.book][language]}</b>
          </Link>
          <span className="quiet">{t.lines(head.lines)}</span>
          {head.asks > 0 && <span className="tag warn">{t.asks(head.asks)}</span>}
        </th>
      </tr>
      {head.income && <Side name={t.income} line={head.income} />}
      {head.expenditure && <Side name={t.expenditure} line={head.expenditure} />}
    </tbody>
  );
}

function Level({ level, list }: { readonly level: Head['level']; readonly list: List }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const books = list.books.filter((head) => head.level === level);
  if (books.length === 0 || list.year === null) return null;
  const { year } = list;
  return (
    <section className="card" aria-labelledby={`level-${level}`}>
      <div className="card-head">
        <h2 id={`level-${level}`}>{budgetLevelLabel[level][language]}</h2>
        <span className="tick-note end">{t.elapsed(amount(list.elapsedPercent))}</span>
      </div>
      <div className="table-box">
        <table className="lined budget-table">
          <thead>
            <tr>
              <th scope="col">{t.book}</th>
              {[t.approved, t.revised, t.executed].map((word) => (
                <th key={word} scope="col" className="num">
                  {word}
                </th>
              ))}
              <th scope="col">{t.rate}</th>
              <th scope="col" className="num">
                {t.growth}
              </th>
            </tr>
          </thead>
          {books.map((head) => (
            <Book key={head.book} head={head} year={year} />
          ))}
        </table>
      </div>
    </section>
  );
}

function Documents({ list }: { readonly list: List }): ReactNode {
  const t = useFeatureText(budgetsText);
  if (list.documents.length === 0) return null;
  return (
    <section className="card" aria-labelledby="reports">
      <div className="card-head">
        <h2 id="reports">{t.waiting}</h2>
      </div>
      <ul className="budget-documents">
        {list.documents.map(({ id, title, statements, waiting, identities }) => (
          <li key={id}>
            <div>
              <Link to="/documents/$documentId" params={{ documentId: id }}>
                {wide(title)}
              </Link>
              <p className="note">
                {t.waitingRow(waiting, statements)} ·{' '}
                {t.held(identities.hold, identities.explained, identities.broken)}
              </p>
            </div>
            <Link to="/budget-review/$documentId" params={{ documentId: id }} className="button small">
              {waiting > 0 ? t.review : t.seeReview}
            </Link>
            <Link to="/budget-identities/$documentId" params={{ documentId: id }} className="button small">
              {t.identities}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Page({ list }: { readonly list: List }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const choose = useChoose();
  const mayWrite = useMay('budget.write');
  const year = list.year ?? Number(list.asOf.slice(0, 4));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.title}</h1>
          <p>
            {t.lead} · {day(list.asOf, language)}
          </p>
        </div>
        {list.years.length > 0 && (
          <div className="page-tools">
            <Pick
              label={t.year}
              hideLabel
              choices={list.years.map((each) => ({ id: String(each), label: String(each) }))}
              chosen={String(list.year)}
              choose={(id) => choose({ at: id })}
            />
          </div>
        )}
      </div>
      <div className="stack">
        {list.books.length === 0 && (
          <div className="card">
            <Empty title={t.none} hint={t.noneHint}>
              <Link to="/documents" className="button">
                {t.upload}
              </Link>
            </Empty>
          </div>
        )}
        {budgetLevels.map((level) => (
          <Level key={level} level={level} list={list} />
        ))}
        <Documents list={list} />
        {mayWrite && list.books.length === 0 && (
          <ImportLines of={{ year, book: 'generalPublic', level: 'ownLevel', asOf: list.asOf }} />
        )}
      </div>
    </>
  );
}

export default function BudgetsScreen(): ReactNode {
  const t = useFeatureText(budgetsText);
  const { at, asOf } = useWords();
  usePageTitle(t.title);
  const year = at !== undefined && /^(?:19|20)\d\d$/.test(at) ? { year: at } : {};
  const query = useAsk('GET /api/budgets', { query: { ...year, ...(asOf === undefined ? {} : { asOf }) } });
  return <Answered query={query}>{(list) => <Page list={list} />}</Answered>;
}
