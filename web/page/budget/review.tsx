// The statements that were read from a document, each number with its sentence: a person takes them into the books, or turns them down.
import './budget.css';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { budgetBookLabel, budgetVersionLabel, debtKindLabel } from '../../../core/vocabulary/budget.ts';
import { type Answer, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { groupBy } from '../../part/keyed.ts';
import { ForThoseWhoMay } from '../../part/me.tsx';
import { PlainForm } from '../../part/plain-form.tsx';
import { SourceLink } from '../../part/source-link.tsx';
import { Answered, Empty, usePageTitle } from '../../part/state.tsx';
import { budgetsText } from '../../text/budgets.ts';
import { amount, wide } from '../../text/format.ts';
import { useFeatureText, useLanguage } from '../../text/language.tsx';
import { key } from './shared.tsx';

type Page = Answer<'GET /api/documents/:documentId/statements'>;
type Statement = Page['statements'][number];

const bookName = { ...budgetBookLabel, debt: debtKindLabel.total };
const idOf = ({ year, basis, level, book }: Statement) => ({ year, basis, level, book });
const nameOf = (statement: Statement): string => Object.values(idOf(statement)).join(' ');

function State({ statement }: { readonly statement: Statement }): ReactNode {
  const t = useFeatureText(budgetsText);
  if (statement.decision === 'adopt') return <span className="tag good">{t.taken}</span>;
  if (statement.decision === 'reject')
    return (
      <span className="tag" title={statement.reason}>
        {t.turnedDown}
      </span>
    );
  return <span className="tag mark">{t.open}</span>;
}

function Card({
  statement,
  documentId,
}: {
  readonly statement: Statement;
  readonly documentId: string;
}): ReactNode {
  const { language } = useLanguage();
  const t = useFeatureText(budgetsText);
  const { identities } = statement;
  return (
    <article className="budget-statement">
      <h3>
        {wide(statement.level)} · {bookName[statement.book][language]} <State statement={statement} />
      </h3>
      <p className="note">{t.held(identities.hold, identities.explained, identities.broken)}</p>
      {statement.problem && <p className="field-fault">{statement.problem[language]}</p>}
      {statement.conflicts.map(({ name, first, second }) => (
        <p key={name.en} className="field-fault">
          {t.conflictsOf(name[language], first, second)}
        </p>
      ))}
      <dl>
        {statement.numbers.map((number) => (
          <div key={number.key}>
            <dt>
              {number.name[language]}
              {number.version !== null && (
                <span className="quiet"> {budgetVersionLabel[number.version][language]}</span>
              )}
            </dt>
            <dd>
              <SourceLink source={number.source}>{amount(number.amount)}</SourceLink>
            </dd>
          </div>
        ))}
      </dl>
      {statement.decision === null && (
        <details>
          <summary>{t.reject}</summary>
          <PlainForm
            submit={t.reject}
            danger
            fields={[{ name: 'reason', label: t.rejectReason, maxLength: 1000 }]}
            send={async ({ reason = '' }) => {
              const decided = { decision: 'reject', approved: null, revised: null, reason } as const;
              const body = { statements: [idOf(statement)], ...decided };
              await call(
                'POST /api/documents/:documentId/statements',
                { params: { documentId }, body },
                undefined,
                key(),
              );
            }}
          />
        </details>
      )}
    </article>
  );
}

const named = (number: string | undefined, adoptedOn: string | undefined) =>
  number?.trim() && adoptedOn ? { number: number.trim(), adoptedOn } : null;

function Adopt({
  open,
  documentId,
}: {
  readonly open: readonly Statement[];
  readonly documentId: string;
}): ReactNode {
  const t = useFeatureText(budgetsText);
  const needs = {
    approved: open.some((statement) => statement.needs.approved),
    revised: open.some((statement) => statement.needs.revised),
  };
  const resolution = (name: 'approved' | 'revised', label: string) =>
    needs[name]
      ? [
          { name: `${name}Number`, label },
          { name: `${name}On`, label: t.adoptedOn, kind: 'day' as const },
        ]
      : [];
  return (
    <PlainForm
      key={open.length}
      submit={t.adoptAll}
      fields={[
        ...resolution('approved', t.approvedFor),
        ...resolution('revised', t.revisedFor),
        { name: 'reason', label: t.reason, hint: t.reasonHint, maxLength: 1000, optional: true },
      ]}
      send={async ({ approvedNumber, approvedOn, revisedNumber, revisedOn, reason = '' }) => {
        const body = {
          statements: open.filter(({ problem }) => problem === null).map(idOf),
          decision: 'adopt' as const,
          approved: named(approvedNumber, approvedOn),
          revised: named(revisedNumber, revisedOn),
          reason,
        };
        await call(
          'POST /api/documents/:documentId/statements',
          { params: { documentId }, body },
          undefined,
          key(),
        );
      }}
    />
  );
}

function Review({ page, documentId }: { readonly page: Page; readonly documentId: string }): ReactNode {
  const t = useFeatureText(budgetsText);
  const groups = groupBy(page.statements, ({ year, basis }) => `${year} ${basis}`);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t.reviewTitle}</h1>
          <p>{wide(page.title)}</p>
          <p className="note">{t.reviewLead}</p>
        </div>
        <div className="page-tools">
          <Link to="/budget-identities/$documentId" params={{ documentId }} className="button">
            {t.identities}
          </Link>
          <Link to="/budgets" className="button">
            {t.back}
          </Link>
        </div>
      </div>
      <div className="stack">
        {page.statements.length === 0 && (
          <div className="card">
            <Empty title={t.noStatements} />
          </div>
        )}
        {[...groups].map(([name, statements]) => {
          const open = statements.filter(({ decision }) => decision === null);
          const first = statements[0];
          return (
            <section key={name} className="card" aria-label={name}>
              <div className="card-head">
                <h2>{first && t.group(first.year, first.basis)}</h2>
              </div>
              <div className="card-body stack">
                {open.length > 0 && (
                  <ForThoseWhoMay permission="budget.write">
                    <Adopt open={open} documentId={documentId} />
                  </ForThoseWhoMay>
                )}
                <div className="budget-statements">
                  {statements.map((statement) => (
                    <Card key={nameOf(statement)} statement={statement} documentId={documentId} />
                  ))}
                </div>
              </div>
            </section>
          );
        })}
      </div>
    </>
  );
}

export default function BudgetReviewScreen(): ReactNode {
  const { documentId = '' } = useParams({ strict: false });
  const t = useFeatureText(budgetsText);
  usePageTitle(t.reviewTitle);
  const query = useAsk('GET /api/documents/:documentId/statements', { params: { documentId } });
  return <Answered query={query}>{(page) => <Review page={page} documentId={documentId} />}</Answered>;
}
