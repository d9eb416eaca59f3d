// One book of one level in one year: lines with versions and execution, flows, bridges, identities, and for finance the forms.
import './budget.css';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type BudgetBook, type BudgetLevel, budgetBooks, budgetLevels } from '../../../core/budget/book.ts';
import { budgetBookLabel, budgetLevelLabel, outcomeLabel } from '../../../core/vocabulary/budget.ts';
import { useAsk, useWords } from '../../ask.ts';
import { keyed } from '../../part/keyed.ts';
import { useMay } from '../../part/me.tsx';
import { Pick } from '../../part/pick.tsx';
import { SourceLink } from '../../part/source-link.tsx';
import { Answered, usePageTitle } from '../../part/state.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { amount, day } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { AddLine } from './forms.tsx';
import { ImportLines } from './import.tsx';
import { FlowCard } from './sankey.tsx';
import {
  type BookPage,
  Execution,
  Findings,
  Growth,
  type Line,
  LineName,
  ResolutionName,
  VersionCell,
} from './shared.tsx';

function Row({ line }: { readonly line: Line }): ReactNode {
  return (
    <>
      <tr>
        <th scope="row" className={`budget-depth-${Math.min(4, line.depth)}`}>
          <LineName line={line} />
        </th>
        <td className="num">
          <VersionCell version={line.approved} />
        </td>
        <td className="num">
          <VersionCell version={line.revised} />
        </td>
        <td className="num figure">
          <VersionCell version={line.executed} />
        </td>
        <td className="num">
          <VersionCell version={line.final} />
        </td>
        <td>
          <Execution line={line} />
        </td>
        <td className="num">
          <Growth line={line} />
        </td>
      </tr>
      {line.findings.length > 0 && (
        <tr>
          <td colSpan={7}>
            <Findings findings={line.findings} />
          </td>
        </tr>
      )}
    </>
  );
}

function Lines({ page }: { readonly page: BookPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  return (
    <section className="card" aria-labelledby="lines">
      <div className="card-head">
        <h2 id="lines">{t.table}</h2>
        <span className="tick-note end">
          {t.elapsed(amount(page.elapsedPercent))} · {day(page.asOf, language)}
        </span>
      </div>
      <div className="table-box">
        <table className="lined budget-table">
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              {[t.approved, t.revised, t.executed, t.final].map((word) => (
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
          <tbody>
            {page.lines.map((line) => (
              <Row key={line.id} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A step of a bridge as bars: what stays, and what came or went. */
function Step({ step }: { readonly step: BookPage['bridges'][number]['steps'][number] }): ReactNode {
  const most = Math.max(Number(step.from), Number(step.to));
  const least = Math.min(Number(step.from), Number(step.to));
  const isUp = Number(step.to) >= Number(step.from);
  const share = (value: number): string => `${most > 0 ? (value / most) * 100 : 0}%`;
  return (
    <span className="budget-bridge" aria-hidden="true">
      <i style={{ width: share(least) }} />
      <i className={isUp ? 'up' : 'down'} style={{ width: share(most - least) }} />
    </span>
  );
}

export function Bridges({ bridges }: { readonly bridges: BookPage['bridges'] }): ReactNode {
  const t = useFeatureText(budgetsText);
  if (bridges.length === 0) return null;
  const steps = bridges.flatMap(({ lineId, name, steps: own }) =>
    own.map((step) => ({ lineId, name, step })),
  );
  return (
    <section className="card" aria-labelledby="bridges">
      <div className="card-head">
        <h2 id="bridges">{t.bridges}</h2>
        <span className="note">{t.bridgesHint}</span>
      </div>
      <div className="table-box">
        <table className="lined budget-table">
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              {[t.from, t.change, t.to].map((word) => (
                <th key={word} scope="col" className="num">
                  {word}
                </th>
              ))}
              <th scope="col">
                <span className="hidden">{t.bridges}</span>
              </th>
              <th scope="col">{t.resolution}</th>
            </tr>
          </thead>
          <tbody>
            {keyed(steps, ({ lineId, step }) => `${lineId} ${step.day}`).map(
              ({ key, member: { lineId, name, step } }) => (
                <tr key={key}>
                  <th scope="row">
                    <Link to="/budget-lines/$lineId" params={{ lineId }}>
                      {name}
                    </Link>
                  </th>
                  <td className="num">{amount(step.from)}</td>
                  <td className="num">
                    {step.change.startsWith('-') ? '' : '+'}
                    {amount(step.change)}
                  </td>
                  <td className="num figure">{amount(step.to)}</td>
                  <td className="budget-bridge-cell">
                    <Step step={step} />
                  </td>
                  <td>
                    <ResolutionName resolution={step.resolution} />
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const tagOf = { exact: 'good', rounding: 'good', explained: 'warn', broken: 'late' } as const;

function Identities({ page }: { readonly page: BookPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  if (page.identities.length === 0) return null;
  return (
    <section className="card" aria-labelledby="identities">
      <div className="card-head">
        <h2 id="identities">{t.balance}</h2>
        <span className="note">{t.balanceHint}</span>
      </div>
      <div className="table-box">
        <table className="lined budget-table">
          <thead>
            <tr>
              <th scope="col">{t.formula}</th>
              {[t.found, t.printed, t.residualWord, t.width].map((word) => (
                <th key={word} scope="col" className="num">
                  {word}
                </th>
              ))}
              <th scope="col">{t.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {keyed(
              page.identities,
              ({ version, right, left }) => `${version} ${right.name.en} ${left.length}`,
            ).map(({ key, member: identity }) => (
              <tr key={key}>
                <th scope="row">
                  {identity.left.map((term, at) => (
                    <span key={term.name.en}>
                      {at > 0 && (term.minus ? ' − ' : ' + ')}
                      {term.name[language]}
                    </span>
                  ))}
                  {' = '}
                  {identity.right.name[language]}
                  {identity.footnote !== null && (
                    <span className="note two-lines">
                      {t.note}：{identity.footnote}
                    </span>
                  )}
                </th>
                <td className="num">{amount(identity.found)}</td>
                <td className="num">
                  {identity.source ? (
                    <SourceLink source={identity.source}>{amount(identity.right.amount)}</SourceLink>
                  ) : (
                    amount(identity.right.amount)
                  )}
                </td>
                <td className="num">{amount(identity.residual)}</td>
                <td className="num">{amount(identity.width)}</td>
                <td>
                  <span className={`tag ${tagOf[identity.outcome]}`}>
                    {outcomeLabel[identity.outcome][language]}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Economic({ page }: { readonly page: BookPage }): ReactNode {
  const t = useFeatureText(budgetsText);
  if (page.economic.length === 0) return null;
  return (
    <section className="card" aria-labelledby="economic">
      <div className="card-head">
        <h2 id="economic">{t.economic}</h2>
        <span className="note">{t.economicHint}</span>
      </div>
      <div className="table-box">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.code}</th>
              {[t.count, t.inForce, t.executed].map((word) => (
                <th key={word} scope="col" className="num">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.economic.map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.code}</th>
                <td className="num">{row.lines}</td>
                <td className="num">{amount(row.budget)}</td>
                <td className="num">{row.executed === null ? '—' : amount(row.executed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Switch({ page }: { readonly page: BookPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const navigate = useNavigate();
  const go = (year: string, book: string, level: string): void =>
    void navigate({ to: '/budgets/$year/$book/$level', params: { year, book, level } });
  const { year, years, book, level } = page;
  return (
    <div className="page-tools">
      <Pick
        label={t.year}
        hideLabel
        choices={years.map((each) => ({ id: String(each), label: String(each) }))}
        chosen={String(year)}
        choose={(id) => go(id, book, level)}
      />
      <Pick
        label={t.book}
        hideLabel
        choices={budgetBooks.map((id) => ({ id, label: budgetBookLabel[id][language] }))}
        chosen={book}
        choose={(id) => go(String(year), id, level)}
      />
      <Pick
        label={t.level}
        hideLabel
        choices={budgetLevels.map((id) => ({ id, label: budgetLevelLabel[id][language] }))}
        chosen={level}
        choose={(id) => go(String(year), book, id)}
      />
      <Link to="/budgets" className="button">
        {t.back}
      </Link>
    </div>
  );
}

function Page({ page }: { readonly page: BookPage }): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const mayWrite = useMay('budget.write');
  const title = `${page.year} ${budgetLevelLabel[page.level][language]} · ${budgetBookLabel[page.book][language]}`;
  usePageTitle(title);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          <p className="note">{t.lead}</p>
        </div>
        <Switch page={page} />
      </div>
      <div className="stack">
        <Lines page={page} />
        {page.flows && <FlowCard flows={page.flows} />}
        <Bridges bridges={page.bridges} />
        <Identities page={page} />
        <Economic page={page} />
        {mayWrite && <ImportLines of={page} />}
        {mayWrite && <AddLine page={page} />}
      </div>
    </>
  );
}

const isBook = (text: string): text is BudgetBook => budgetBooks.some((book) => book === text);
const isLevel = (text: string): text is BudgetLevel => budgetLevels.some((level) => level === text);

export default function BookScreen(): ReactNode {
  const { year = '', book = '', level = '' } = useParams({ strict: false });
  const { asOf } = useWords();
  const params = {
    year,
    book: isBook(book) ? book : ('generalPublic' as const),
    level: isLevel(level) ? level : ('cityWide' as const),
  };
  const query = useAsk('GET /api/budgets/:year/:book/:level', {
    params,
    query: asOf === undefined ? {} : { asOf },
  });
  return <Answered query={query}>{(page) => <Page page={page} />}</Answered>;
}
