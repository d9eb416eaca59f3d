// Takes one statement into the books: lines where they lack, versions with the sentences they come from; debt as its figures.
import { randomUUID } from 'node:crypto';
import type { BudgetBook, BudgetLevel } from '../../../core/budget/book.ts';
import { figuresOfStatement, purposeOf } from '../../../core/budget/debt-figures.ts';
import {
  dayOfVersion,
  entriesOfStatement,
  levelOfWord,
  linesOfStatement,
} from '../../../core/budget/statement-lines.ts';
import type { BudgetStatement } from '../../../core/budget/statements-from-items.ts';
import { budgetVersions } from '../../../core/budget/version.ts';
import { yearEnd, yearStart } from '../../../core/quantity/calendar.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { decimalFromNumber, printDecimal } from '../../../core/quantity/decimal.ts';
import type { Context } from '../../context.ts';
import { addDebtFigures, listDebtFigures, type NewDebtFigure } from '../../store/budget/debt.ts';
import { addEntries, listEntries, type NewEntry } from '../../store/budget/entry.ts';
import { addLines, type KeptLine, listLines } from '../../store/budget/line.ts';
import { type DocumentStatements, originOf } from './read-statements.ts';

/** A decision by its name and day. */
export interface NamedDecision {
  readonly number: string;
  readonly adoptedOn: IsoDate;
}

export interface Taking {
  readonly context: Context;
  readonly from: DocumentStatements;
  readonly body: {
    readonly approved: NamedDecision | null;
    readonly revised: NamedDecision | null;
    readonly reason: string;
  };
  readonly approvedId: string | null;
  readonly revisedId: string | null;
  readonly recordedBy: string | null;
}

/** Lines of the statement that are there already are used again; the others are added, parents first. */
async function keepLines(
  { context: { db, jurisdiction }, recordedBy }: Taking,
  statement: BudgetStatement,
  book: BudgetBook,
  level: BudgetLevel,
): Promise<{ readonly byKey: ReadonlyMap<string, string>; readonly added: number }> {
  const { year } = statement;
  const there = await listLines(db, jurisdiction, { year, book, level });
  const byKey = new Map(there.flatMap(({ key, id }) => (key === '' ? [] : [[key, id] as const])));
  const added: KeptLine[] = [];
  for (const line of linesOfStatement(statement, book)) {
    if (byKey.has(line.key)) continue;
    const id = randomUUID();
    byKey.set(line.key, id);
    const { key, side, name, parent } = line;
    const parentId = parent === null ? null : (byKey.get(parent) ?? null);
    const plain = { functionCode: null, economicCode: null, basic: false, sample: false };
    added.push({ id, year, book, level, side, key, name, parentId, ...plain });
  }
  await addLines(db, jurisdiction, added, recordedBy);
  return { byKey, added: added.length };
}

async function takeBook(taking: Taking, statement: BudgetStatement, book: BudgetBook, level: BudgetLevel) {
  const { context, from, body, approvedId, revisedId, recordedBy } = taking;
  const { db, jurisdiction } = context;
  const lines = await keepLines(taking, statement, book, level);
  const known = await listEntries(db, jurisdiction, [...lines.byKey.values()]);
  const days = {
    approved: body.approved?.adoptedOn ?? yearStart(statement.year),
    revised: body.revised?.adoptedOn ?? yearStart(statement.year),
    executed: yearEnd(statement.year),
  };
  const entries = entriesOfStatement(statement).flatMap(({ key, version, amount, printedKey }) => {
    const lineId = lines.byKey.get(key);
    const day = dayOfVersion(version, days);
    const isThere = known.some(
      (one) => one.lineId === lineId && one.version === version && one.day === day && one.amount === amount,
    );
    if (lineId === undefined || isThere) return [];
    const resolutionId = version === 'approved' ? approvedId : version === 'revised' ? revisedId : null;
    const origin = originOf(from, statement.origins[printedKey] ?? -1);
    const said = { specialTransfer: false, explanation: body.reason.trim(), origin };
    return [{ lineId, version, amount, day, resolutionId, ...said }];
  });
  const kept = numbered(entries, known);
  await addEntries(db, jurisdiction, kept, recordedBy);
  return { lines: lines.added, entries: kept.length };
}

/** Initial before revised before executed: a reader of the history sees the year as it went. */
function numbered(
  entries: readonly Omit<NewEntry, 'number'>[],
  known: readonly { readonly lineId: string; readonly sequence: number }[],
): NewEntry[] {
  const next = new Map<string, number>();
  for (const { lineId, sequence } of known) next.set(lineId, Math.max(next.get(lineId) ?? 0, sequence));
  const rank = ({ version }: Pick<NewEntry, 'version'>): number => budgetVersions.indexOf(version);
  return entries
    .toSorted((a, b) => rank(a) - rank(b))
    .map((entry) => {
      const number = (next.get(entry.lineId) ?? 0) + 1;
      next.set(entry.lineId, number);
      return { ...entry, number };
    });
}

/** Uses of new bonds share one key in the reader: they are taken from the items themselves. */
function usesOf({ from }: Taking, { year, basis, level }: BudgetStatement) {
  return from.items.flatMap((item, index) => {
    const { detail } = item;
    const isUse =
      detail?.of === 'budget' &&
      detail.key === 'use' &&
      detail.year === year &&
      detail.basis === basis &&
      detail.level === level;
    const amount = isUse && typeof item.value === 'number' ? decimalFromNumber(item.value) : null;
    return amount
      ? [
          {
            name: 'use' as const,
            kind: 'total' as const,
            purpose: purposeOf(item.metric),
            amount: printDecimal(amount),
            index,
          },
        ]
      : [];
  });
}

async function takeDebt(taking: Taking, statement: BudgetStatement, level: BudgetLevel) {
  const { context, from, body, recordedBy } = taking;
  const { db, jurisdiction } = context;
  const { year } = statement;
  const known = await listDebtFigures(db, jurisdiction, { year, level });
  const printed = figuresOfStatement(statement).map(({ printedKey, ...figure }) => ({
    ...figure,
    index: statement.origins[printedKey] ?? -1,
  }));
  const figures = [...printed, ...usesOf(taking, statement)].flatMap(
    ({ index, ...figure }): NewDebtFigure[] => {
      const last = known.find(
        ({ name, kind, purpose }) =>
          name === figure.name && kind === figure.kind && purpose === figure.purpose,
      );
      if (last?.amount === figure.amount) return [];
      const origin = originOf(from, index);
      return [
        { ...figure, year, level, number: (last?.number ?? 0) + 1, explanation: body.reason.trim(), origin },
      ];
    },
  );
  await addDebtFigures(db, jurisdiction, figures, recordedBy);
  return { lines: 0, entries: figures.length };
}

export async function takeStatement(taking: Taking, statement: BudgetStatement) {
  const level = levelOfWord(statement.level);
  if (level === null) return { lines: 0, entries: 0 };
  return statement.book === 'debt'
    ? takeDebt(taking, statement, level)
    : takeBook(taking, statement, statement.book, level);
}
