// Answers of the routes of budgets, debt and money: books, tables in, statements taken, debt, money won, links.
import type { budgetRoutes } from '../../../core/contract/budgets.ts';
import type { moneyRoutes } from '../../../core/contract/money.ts';
import { yearEnd } from '../../../core/quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../../core/quantity/date.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { type ProblemCode, problemText } from '../../../core/vocabulary/problem.ts';
import { addBudgetEntry } from '../../act/budget/add-entry.ts';
import { addBudgetLine } from '../../act/budget/add-line.ts';
import { addWonFund, addWonStock } from '../../act/budget/add-won.ts';
import { decideLink } from '../../act/budget/decide-link.ts';
import { decideStatements } from '../../act/budget/decide-statements.ts';
import { type Entered, enterAnnounced } from '../../act/budget/enter-announced.ts';
import { enterCut } from '../../act/budget/enter-cut.ts';
import { enterDebt } from '../../act/budget/enter-debt.ts';
import {
  type CellFinding,
  importBudgetTable,
  type TableOutcome,
  type TableWish,
} from '../../act/budget/import-table.ts';
import { budgetTemplate } from '../../act/budget/template.ts';
import { limits } from '../../bytes/limits.ts';
import { readSheetRows } from '../../bytes/sheet-rows.ts';
import type { Context } from '../../context.ts';
import { getBook, listBudgets } from '../../view/budget/book.ts';
import { getIdentities, getStatements } from '../../view/budget/document.ts';
import { findingView } from '../../view/budget/line.ts';
import { getLinePage } from '../../view/budget/line-page.ts';
import { getDebt } from '../../view/money/debt.ts';
import { getAnnounced, getLinks } from '../../view/money/links.ts';
import { getQuadrants } from '../../view/money/quadrants.ts';
import { getWon } from '../../view/money/won.ts';
import { collect } from '../collect.ts';
import type { HandlersOf } from '../handler.ts';
import { fill } from '../problem.ts';

type Books = typeof budgetRoutes;
type Money = typeof moneyRoutes;

const cellView = ({ sheet, row, at, text, finding }: CellFinding) => {
  const { code, zh, en } = findingView(finding);
  return { sheet, at, row: row + 1, text, code, message: { zh: `${at}：${zh}`, en: `${at}: ${en}` } };
};

const outcomeOf = ({ taken, unread, refused, asked, total }: TableOutcome) => ({
  ...{ accepted: taken.length, rejected: total - taken.length, total },
  taken: taken.map(({ row, line, parent }) => ({
    row: row + 1,
    name: line.name,
    code: line.functionCode,
    parent,
  })),
  refused: [
    ...unread.map(({ sheet, at, row, text, code, params }) => ({
      ...{ sheet, at, row: row + 1, text, code },
      message: fill(problemText[code], params),
    })),
    ...refused.map(cellView),
  ],
  asked: asked.map(cellView),
});

interface TableQuery extends Pick<TableWish, 'book' | 'level' | 'unit' | 'mode'> {
  readonly year: string;
  readonly approvedBy?: string | undefined;
  readonly approvedOn?: string | undefined;
  readonly revisedBy?: string | undefined;
  readonly revisedOn?: string | undefined;
  readonly executedTo?: string | undefined;
  readonly reason?: string | undefined;
}

function wishOf(query: TableQuery, today: IsoDate): TableWish {
  const {
    book,
    level,
    unit,
    mode,
    approvedBy,
    approvedOn,
    revisedBy,
    revisedOn,
    executedTo,
    reason = '',
  } = query;
  const year = Number(query.year);
  const end = yearEnd(year);
  return {
    ...{ year, book, level, unit, mode, reason },
    approved:
      approvedBy && approvedOn
        ? { body: 'congress', number: approvedBy, adoptedOn: isoDate(approvedOn) }
        : null,
    revised:
      revisedBy && revisedOn
        ? { body: 'standingCommittee', number: revisedBy, adoptedOn: isoDate(revisedOn) }
        : null,
    executedTo: executedTo === undefined ? (today < end ? today : end) : isoDate(executedTo),
  };
}

const named = (given: { number: string; adoptedOn: string } | null) =>
  given && { number: given.number.trim(), adoptedOn: isoDate(given.adoptedOn) };

function enteredView(entered: Result<Entered, ProblemCode>) {
  if (!entered.ok) return entered;
  const { number, findings } = entered.value;
  return succeed({ number, findings: findings.map(findingView) });
}

function answerBooks(context: Context): HandlersOf<Books> {
  return {
    'GET /api/budgets': async ({ query }) => succeed(await listBudgets(context, query)),
    'GET /api/budgets/:year/:book/:level': ({ params, query }) => getBook(context, params, query),
    'GET /api/budget-lines/:lineId': ({ params, query }) => getLinePage(context, params.lineId, query),
    'POST /api/budget-lines': ({ body, caller, key }) => addBudgetLine(context, { caller, key }, body),
    'POST /api/budget-lines/:lineId/entries': async ({ params, body, caller, key }) => {
      const { resolution, day, ...rest } = body;
      const given = resolution && { ...resolution, adoptedOn: isoDate(resolution.adoptedOn) };
      const entry = { ...rest, day: isoDate(day), resolution: given };
      const added = await addBudgetEntry(context, { caller, key }, params.lineId, entry);
      return added.ok
        ? succeed({ number: added.value.number, findings: added.value.findings.map(findingView) })
        : added;
    },
    'POST /api/budgets/table': async ({ query, body, caller, key }) => {
      const bytes = await collect(body, limits.uploadBytes);
      if (!bytes.ok) return bytes;
      const sheets = await readSheetRows(bytes.value, query.name);
      if (!sheets.ok) return sheets;
      const wish = wishOf(query, context.today());
      const read = await importBudgetTable(context, { caller, key }, wish, sheets.value);
      return read.ok ? succeed(outcomeOf(read.value)) : read;
    },
    'GET /api/budgets/template': async () =>
      succeed({
        bytes: await budgetTemplate(),
        fileName: '预算科目导入模板.xlsx',
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }),
    'GET /api/documents/:documentId/identities': ({ params }) => getIdentities(context, params.documentId),
    'GET /api/documents/:documentId/statements': ({ params }) => getStatements(context, params.documentId),
    'POST /api/documents/:documentId/statements': ({ params, body, caller, key }) =>
      decideStatements(context, { caller, key }, params.documentId, {
        ...body,
        approved: named(body.approved),
        revised: named(body.revised),
      }),
  };
}

function answerMoney(context: Context): HandlersOf<Money> {
  return {
    'GET /api/debt': async () => succeed(await getDebt(context)),
    'POST /api/debt': async ({ body, caller, key }) => {
      const entered = await enterDebt(context, { caller, key }, body);
      return entered.ok
        ? succeed({ entered: entered.value.entered, findings: entered.value.findings.map(findingView) })
        : entered;
    },
    'GET /api/won': async ({ query }) => succeed(await getWon(context, query)),
    'POST /api/money/announced': async ({ body, caller, key }) =>
      enteredView(await enterAnnounced(context, { caller, key }, body)),
    'POST /api/money/cuts': async ({ body, caller, key }) =>
      enteredView(await enterCut(context, { caller, key }, body)),
    'POST /api/won': ({ body, caller, key }) =>
      addWonFund(context, { caller, key }, { ...body, day: isoDate(body.day) }),
    'POST /api/won/stock': ({ body, caller, key }) => addWonStock(context, { caller, key }, body),
    'GET /api/money': ({ query }) => getQuadrants(context, query),
    'GET /api/money/links': async ({ query }) => succeed(await getLinks(context, query)),
    'POST /api/money/links': ({ body, caller, key }) => decideLink(context, { caller, key }, body),
    'GET /api/money/announced': async ({ query }) => succeed(await getAnnounced(context, query)),
  };
}

export const answerBudgets = (context: Context): HandlersOf<Books & Money> => ({
  ...answerBooks(context),
  ...answerMoney(context),
});
