// One book of one level in one year: its lines as a tree, flows for the Sankey, bridges, identities; and the list of all books.
import { type BudgetBook, type BudgetLevel, budgetBooks, budgetLevels } from '../../../core/budget/book.ts';
import { flowsOf } from '../../../core/budget/flow.ts';
import {
  type IdentityResult,
  inOneRounding,
  openingBalance,
  type Statement,
  statementIdentities,
  type Term,
} from '../../../core/budget/identity.ts';
import { statementKeys } from '../../../core/budget/statement-lines.ts';
import { bridge } from '../../../core/budget/version.ts';
import type { budgetRoutes } from '../../../core/contract/budgets.ts';
import type { OutputOf } from '../../../core/contract/route.ts';
import { printed, sumOf } from '../../../core/project/money.ts';
import { elapsedShare, yearEnd, yearStart } from '../../../core/quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { scaleByTen } from '../../../core/quantity/decimal.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { budgetKeyLabel } from '../../../core/vocabulary/budget.ts';
import { readBudgetSettings } from '../../act/budget/settings.ts';
import type { Context } from '../../context.ts';
import { type KeptLine, listBudgetYears, listLines } from '../../store/budget/line.ts';
import { listDocumentCounts } from './document.ts';
import {
  type BookPage,
  entriesOf,
  type LineView,
  lineView,
  loadTitles,
  partFindings,
  type Shelf,
} from './line.ts';

export type BudgetList = OutputOf<(typeof budgetRoutes)['GET /api/budgets']['response']>;
type Identity = BookPage['identities'][number];

const gone = (year: number, asOf: IsoDate): string =>
  printed(scaleByTen(elapsedShare(yearStart(year), yearEnd(year), asOf), 2));

/** A past year is looked at from its end; of the year that runs, today. */
const dayFor = (context: Context, year: number, asked: string | undefined): IsoDate => {
  if (asked !== undefined) return isoDate(asked);
  const [today, end] = [context.today(), yearEnd(year)];
  return today < end ? today : end;
};

async function openShelf(
  context: Context,
  of: { readonly year: number; readonly book: BudgetBook | null; readonly level: BudgetLevel | null },
  asOf: IsoDate,
): Promise<Shelf> {
  const { db, jurisdiction } = context;
  const [lines, before, titles, settings] = await Promise.all([
    listLines(db, jurisdiction, of),
    listLines(db, jurisdiction, { ...of, year: of.year - 1 }),
    loadTitles(context),
    readBudgetSettings(context),
  ]);
  const [entries, entriesBefore] = await Promise.all([entriesOf(context, lines), entriesOf(context, before)]);
  return { lines, before, entries, entriesBefore, titles, settings, asOf, year: of.year };
}

/** Numbers of a statement in the order in which it is read, then subjects by their codes. */
const rank = ({ key }: KeptLine): number => (key === '' ? statementKeys.length : statementKeys.indexOf(key));

/** Parents before their parts. */
function asTree(lines: readonly KeptLine[]): readonly KeptLine[] {
  const parts = new Map<string | null, KeptLine[]>();
  const ids = new Set(lines.map(({ id }) => id));
  for (const line of lines.toSorted((a, b) => rank(a) - rank(b))) {
    const above = line.parentId !== null && ids.has(line.parentId) ? line.parentId : null;
    parts.set(above, [...(parts.get(above) ?? []), line]);
  }
  const walk = (id: string | null): readonly KeptLine[] =>
    (parts.get(id) ?? []).flatMap((line) => [line, ...walk(line.id)]);
  return walk(null);
}

/** The numbers of the statement in one version, by key: what the identities are checked over. */
function statementOf(lines: readonly LineView[], version: 'approved' | 'executed'): Statement {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const amount = version === 'executed' ? line.executed?.amount : (line.revised ?? line.approved)?.amount;
      return line.key === '' || amount === undefined ? [] : [[line.key, amount] as const];
    }),
  );
}

const termView = ({ key, amount, minus = false }: Term): Identity['right'] => ({
  name: budgetKeyLabel[key] ?? { zh: key, en: key },
  amount,
  minus,
});

function identityView(
  { left, right, found, residual, width, outcome, footnote }: IdentityResult,
  version: Identity['version'],
  lines: readonly LineView[],
): Identity {
  const line = lines.find(({ key }) => key === right.key);
  const source =
    (version === 'executed' ? line?.executed : (line?.revised ?? line?.approved))?.source ?? null;
  return {
    version,
    left: left.map(termView),
    right: termView(right),
    found,
    residual,
    width,
    outcome,
    footnote,
    source,
  };
}

/** The footnote that a failed check of the document names for this opening balance: kept in the document's own checks. */
async function identitiesOf(
  context: Context,
  shelf: Shelf,
  book: BudgetBook,
  lines: readonly LineView[],
): Promise<readonly Identity[]> {
  const own = (['executed', 'approved'] as const).flatMap((version) =>
    statementIdentities(book, inOneRounding(statementOf(lines, version))).map((result) =>
      identityView(result, version, lines),
    ),
  );
  const opening = lines.find(({ key }) => key === 'openingBalance');
  const closing = shelf.before.find(({ key }) => key === 'closingBalance');
  const version = opening?.executed ? 'executed' : 'approved';
  const amount = opening && (opening.executed ?? opening.approved);
  const last = closing
    ? shelf.entriesBefore
        .get(closing.id)
        ?.filter((entry) => entry.version === 'executed')
        .at(-1)
    : undefined;
  if (!amount || !last) return own;
  const counts = amount.source ? await listDocumentCounts(context, amount.source.documentId) : null;
  const note = counts?.rows.find(({ source }) => source.start === amount.source?.start)?.footnote ?? null;
  const result = openingBalance(last.amount, amount.amount, note?.quote ?? null);
  return result ? [...own, identityView(result, version, lines)] : own;
}

/** What comes in and what goes out: the parts of the two totals, or the sides where a book prints no totals. */
function flowView(lines: readonly LineView[]): BookPage['flows'] {
  const keyed = lines.filter(({ key, name }) => key !== '' && name !== '');
  const executed = keyed.some((line) => line.executed);
  const amountOf = (line: LineView): string | null =>
    (executed ? line.executed?.amount : (line.revised ?? line.approved)?.amount) ?? null;
  const wanted = {
    income: ['taxIncome', 'nonTaxIncome', 'income', 'transfersIn', 'openingBalance'],
    expenditure: [
      'ownExpenditure',
      'expenditure',
      'bondExpenditure',
      'transfersOut',
      'toGeneralBudget',
      'closingBalance',
    ],
  };
  const there = new Map(
    keyed.flatMap((line) => (amountOf(line) === null ? [] : [[line.key, line] as const])),
  );
  const replaced = (key: string): boolean =>
    (key === 'income' && there.has('taxIncome')) || (key === 'expenditure' && there.has('ownExpenditure'));
  const parts = (side: 'income' | 'expenditure') =>
    wanted[side].flatMap((key) => {
      const line = there.get(key);
      const amount = line ? amountOf(line) : null;
      return line && amount !== null && !replaced(key)
        ? [{ key, lineId: line.id, name: line.name, side, amount }]
        : [];
    });
  const [income, expenditure] = [parts('income'), parts('expenditure')];
  const flows = income.length > 0 && expenditure.length > 0 ? flowsOf(income, expenditure) : null;
  if (!flows) return null;
  const { totalIn, totalOut, residual } = flows;
  return {
    of: executed ? 'executed' : 'budget',
    totalIn,
    totalOut,
    residual,
    parts: [...income, ...expenditure],
  };
}

function economicView(lines: readonly LineView[]): BookPage['economic'] {
  const coded = lines.filter(({ economicCode }) => economicCode !== null);
  const classes = [...new Set(coded.map(({ economicCode }) => (economicCode ?? '').slice(0, 3)))].sort();
  return classes.map((code) => {
    const own = coded.filter(({ economicCode }) => economicCode?.startsWith(code));
    const executed = sumOf(own.map((line) => line.executed?.amount ?? null));
    return {
      code,
      lines: own.length,
      budget: printed(sumOf(own.map(({ budget }) => budget)).sum),
      executed: executed.known === 0 ? null : printed(executed.sum),
    };
  });
}

export async function getBook(
  context: Context,
  {
    year: yearText,
    book,
    level,
  }: { readonly year: string; readonly book: BudgetBook; readonly level: BudgetLevel },
  query: { readonly asOf?: string | undefined },
): Promise<Result<BookPage, 'budget.notFound'>> {
  const year = Number(yearText);
  const asOf = dayFor(context, year, query.asOf);
  const [shelf, years] = await Promise.all([
    openShelf(context, { year, book, level }, asOf),
    listBudgetYears(context.db, context.jurisdiction),
  ]);
  if (shelf.lines.length === 0) return fail('budget.notFound');
  const found = partFindings(shelf);
  const lines = asTree(shelf.lines).map((line) => lineView(shelf, line, found));
  const bridges = lines.flatMap(({ id, name, revisions }) =>
    revisions === 0
      ? []
      : [
          {
            lineId: id,
            name,
            steps: bridge(shelf.entries.get(id) ?? [], id, asOf).map((step) => ({ ...step })),
          },
        ],
  );
  return succeed({
    ...{ year, years, book, level, asOf, elapsedPercent: gone(year, asOf), lines, bridges },
    economic: economicView(lines),
    flows: flowView(lines),
    identities: [...(await identitiesOf(context, shelf, book, lines))],
  });
}

function headOf(shelf: Shelf, book: BudgetBook, level: BudgetLevel): BudgetList['books'] {
  const lines = shelf.lines.filter((line) => line.book === book && line.level === level);
  if (lines.length === 0) return [];
  const own: Shelf = { ...shelf, lines };
  const found = partFindings(own);
  const view = (key: string): LineView | null => {
    const line = lines.find((each) => each.key === key);
    return line ? lineView(own, line, found) : null;
  };
  const asks = [...found.values()].flat().filter(({ weight }) => weight === 'asks').length;
  return [
    { book, level, income: view('income'), expenditure: view('expenditure'), lines: lines.length, asks },
  ];
}

export async function listBudgets(
  context: Context,
  query: { readonly asOf?: string | undefined; readonly year?: string | undefined },
): Promise<BudgetList> {
  const years = await listBudgetYears(context.db, context.jurisdiction);
  const year = query.year === undefined ? (years[0] ?? null) : Number(query.year);
  const asOf = dayFor(context, year ?? Number(context.today().slice(0, 4)), query.asOf);
  const documents = await listDocumentCounts(context, null);
  const shared = { year, years, asOf, documents: [...documents.documents] };
  if (year === null) return { ...shared, elapsedPercent: '0', books: [] };
  const shelf = await openShelf(context, { year, book: null, level: null }, asOf);
  const books = budgetLevels.flatMap((level) => budgetBooks.flatMap((book) => headOf(shelf, book, level)));
  return { ...shared, elapsedPercent: gone(year, asOf), books };
}

export { openShelf };
