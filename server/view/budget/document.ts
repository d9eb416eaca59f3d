// What a document says of budgets: its statements with what was decided on each, and every identity with residual and sentence.
import { entriesOfStatement, levelOfWord, resolutionsNeeded } from '../../../core/budget/statement-lines.ts';
import type { BudgetStatement } from '../../../core/budget/statements-from-items.ts';
import type { budgetRoutes } from '../../../core/contract/budgets.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { decimalFromNumber, printDecimal, round, trim } from '../../../core/quantity/decimal.ts';
import type { Check, Span } from '../../../core/read/reading.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { fillWords } from '../../../core/vocabulary/assessment.ts';
import { budgetBookLabel, budgetKeyLabel, debtKindLabel } from '../../../core/vocabulary/budget.ts';
import { budgetProblems } from '../../../core/vocabulary/problem-budget.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import { type DocumentStatements, originOf, readStatements } from '../../act/budget/read-statements.ts';
import type { Context } from '../../context.ts';
import {
  listBudgetDocuments,
  listStatementDecisions,
  type StatementDecision,
} from '../../store/budget/statement.ts';
import type { Source } from '../row.ts';
import { loadTitles, originView, type Titles } from './line.ts';

type Routes = typeof budgetRoutes;
type Identities = OutputOf<Routes['GET /api/documents/:documentId/identities']['response']>;
type Row = Identities['rows'][number];
type Statements = OutputOf<Routes['GET /api/documents/:documentId/statements']['response']>;
type StatementView = Statements['statements'][number];

/** At most three places: what is left of a quotient is told, its noise is not. */
const plain = (value: number | string | null): string => {
  const number = typeof value === 'number' ? decimalFromNumber(Math.round(value * 1e6) / 1e6) : null;
  return number ? printDecimal(trim(round(number, 3, 'halfUp'))) : String(value ?? '—');
};

const outcomeOf = ({ ok, residual, explainedBy, what }: Check): Row['outcome'] => {
  if (!ok) return explainedBy ? 'explained' : 'broken';
  return residual === 0 || what.includes('≤') ? 'exact' : 'rounding';
};

const words = (text: string, language: 'zh' | 'en'): string =>
  text.replace(/[A-Za-z]+/g, (key) => budgetKeyLabel[key]?.[language] ?? key);

const bookWords: Readonly<Record<string, Words>> = { ...budgetBookLabel, debt: debtKindLabel.total };

interface Said {
  readonly year: number;
  readonly level: string;
  readonly book: string;
  readonly formula: string;
}

/** 2023 execution 全市 generalPublic: income + transfersIn = totalIn, as the reader writes it. */
function saidBy({ what }: Check): Said {
  const parts = /^(\d{4}) (?:(?:execution|budget) )?(\S+) (\w+): (.*)$/.exec(what);
  const [, year = '0', level = '', book = '', formula = what] = parts ?? [];
  return { year: Number(year), level, book, formula };
}

const nameOf = (check: Check): Words => {
  const { book, formula } = saidBy(check);
  const label = bookWords[book];
  return {
    zh: `${label?.zh ?? book}：${words(formula, 'zh')}`,
    en: `${label?.en ?? book}: ${words(formula, 'en')}`,
  };
};

const spanView = (from: DocumentStatements, titles: Titles, { start, end }: Span): Source =>
  originView(titles, {
    documentId: from.documentId,
    start,
    end,
    quote: from.text.slice(start, Math.min(end, start + 300)),
  }) ?? {
    documentId: from.documentId,
    documentTitle: from.title,
    documentNumber: '',
    start,
    end,
    quote: '',
  };

function rowView(from: DocumentStatements, titles: Titles, check: Check): Row {
  const { year, level } = saidBy(check);
  const span = (given: Span | undefined): Source | null => (given ? spanView(from, titles, given) : null);
  return {
    what: nameOf(check),
    expected: plain(check.expected),
    found: plain(check.found),
    residual: plain(check.residual),
    width: plain(check.rounding),
    outcome: outcomeOf(check),
    ...{ year, level },
    source: spanView(from, titles, check),
    other: span(check.other),
    footnote: span(check.explainedBy),
  };
}

const countsOf = (checks: readonly Check[]) => {
  const outcomes = checks.map(outcomeOf);
  const explained = outcomes.filter((outcome) => outcome === 'explained').length;
  const broken = outcomes.filter((outcome) => outcome === 'broken').length;
  return { total: checks.length, hold: checks.length - explained - broken, explained, broken };
};

export async function getIdentities(
  context: Context,
  documentId: string,
): Promise<Result<Identities, 'document.notFound'>> {
  const [from, titles] = await Promise.all([readStatements(context, documentId), loadTitles(context)]);
  if (!from) return fail('document.notFound');
  const rows = from.checks.map((check) => rowView(from, titles, check));
  return succeed({ title: from.title, counts: countsOf(from.checks), rows });
}

const isOf = (check: Check, { year, level, book }: BudgetStatement): boolean => {
  const said = saidBy(check);
  return said.year === year && said.level === level && said.book === book;
};

const labelOf = (key: string): Words => budgetKeyLabel[key] ?? { zh: key, en: key };

function problemOf({ level }: BudgetStatement): Words | null {
  if (levelOfWord(level) !== null) return null;
  const text = budgetProblems['statement.levelUnknown'];
  return { zh: fillWords(text.zh, { level }), en: fillWords(text.en, { level }) };
}

function statementView(
  from: DocumentStatements,
  titles: Titles,
  statement: BudgetStatement,
  decision: StatementDecision | undefined,
): StatementView {
  const { year, basis, level, book, amounts, origins } = statement;
  const versions = new Map(
    book === 'debt'
      ? []
      : entriesOfStatement(statement).map(({ printedKey, version }) => [printedKey, version]),
  );
  const numbers = Object.entries(amounts).flatMap(([key, amount]) => {
    const origin = originOf(from, origins[key] ?? -1);
    const source = originView(titles, origin);
    return amount !== undefined && source
      ? [{ key, name: labelOf(key), amount, version: versions.get(key) ?? null, source }]
      : [];
  });
  return {
    ...{ year, basis, level, book, numbers },
    identities: countsOf(from.checks.filter((check) => isOf(check, statement))),
    conflicts: statement.conflicts.map(({ key, first, second }) => ({ name: labelOf(key), first, second })),
    needs: book === 'debt' ? { approved: false, revised: false } : resolutionsNeeded(statement),
    problem: problemOf(statement),
    decision: decision?.decision ?? null,
    reason: decision?.reason ?? '',
    by: decision?.by ?? null,
  };
}

export async function getStatements(
  context: Context,
  documentId: string,
): Promise<Result<Statements, 'document.notFound'>> {
  const { db, jurisdiction } = context;
  const [from, titles, decisions] = await Promise.all([
    readStatements(context, documentId),
    loadTitles(context),
    listStatementDecisions(db, jurisdiction, documentId),
  ]);
  if (!from) return fail('document.notFound');
  const decisionOf = ({ year, basis, level, book }: BudgetStatement) =>
    decisions.find(
      (each) => each.year === year && each.basis === basis && each.level === level && each.book === book,
    );
  const statements = from.statements.map((statement) =>
    statementView(from, titles, statement, decisionOf(statement)),
  );
  return succeed({ title: from.title, statements });
}

/** Documents with statements and how many of them wait; with the identities of one, where it is named. */
export async function listDocumentCounts(context: Context, documentId: string | null) {
  const { db, jurisdiction } = context;
  if (documentId !== null) {
    const found = await getIdentities(context, documentId);
    return { documents: [], rows: found.ok ? found.value.rows : [] };
  }
  const [documents, decisions] = await Promise.all([
    listBudgetDocuments(db, jurisdiction),
    listStatementDecisions(db, jurisdiction, null),
  ]);
  const views = await Promise.all(
    documents.map(async ({ id, title, fileName, statements }) => {
      const from = await readStatements(context, id);
      const decided = decisions.filter((each) => each.documentId === id).length;
      return {
        ...{ id, title: title || fileName, statements, waiting: Math.max(0, statements - decided) },
        identities: countsOf(from?.checks ?? []),
      };
    }),
  );
  return { documents: views, rows: [] };
}
