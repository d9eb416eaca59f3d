// Takes lines of a book from a table: read by the rule, placed under their codes, every bad cell named; what is asked about
// needs a reason; sound rows are taken, or only checked.
import { randomUUID } from 'node:crypto';
import { type BudgetBook, type BudgetLevel, checkLines } from '../../../core/budget/book.ts';
import { checkEntry } from '../../../core/budget/line-check.ts';
import {
  type LineRow,
  parentByCode,
  type RefusedLineRow,
  readLineRows,
} from '../../../core/budget/line-rows.ts';
import {
  type BudgetVersion,
  budgetVersions,
  type Resolution,
  type VersionEntry,
} from '../../../core/budget/version.ts';
import { isReason } from '../../../core/place/lifecycle.ts';
import type { Finding } from '../../../core/project/finding.ts';
import type { IsoDate } from '../../../core/quantity/date.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { MoneyProblem } from '../../../core/vocabulary/money-sentence.ts';
import type { ProblemCode } from '../../../core/vocabulary/problem.ts';
import type { Context } from '../../context.ts';
import { addEntries, type KeptEntry, listEntries, type NewEntry } from '../../store/budget/entry.ts';
import { addLines, type KeptLine, listLines } from '../../store/budget/line.ts';
import { keepResolution } from '../../store/budget/resolution.ts';
import { type Actor, perform } from '../perform.ts';

export interface TableWish {
  readonly year: number;
  readonly book: BudgetBook;
  readonly level: BudgetLevel;
  readonly unit: '亿元' | '万元' | '元';
  readonly mode: 'check' | 'take';
  readonly approved: Resolution | null;
  readonly revised: Resolution | null;
  readonly executedTo: IsoDate;
  readonly reason: string;
}

/** A cell with what a rule says of it. */
export interface CellFinding {
  readonly sheet: string;
  readonly row: number;
  readonly at: string;
  readonly text: string;
  readonly finding: Finding<MoneyProblem>;
}

export interface TableOutcome {
  readonly taken: readonly {
    readonly row: number;
    readonly line: KeptLine;
    readonly parent: string | null;
  }[];
  readonly unread: readonly RefusedLineRow[];
  readonly refused: readonly CellFinding[];
  readonly asked: readonly CellFinding[];
  readonly total: number;
}

interface Placed {
  readonly sheet: string;
  readonly row: LineRow;
  readonly line: KeptLine;
  readonly isNew: boolean;
}

const isSameLine = (line: KeptLine, row: LineRow): boolean =>
  line.side === row.side &&
  line.functionCode === row.functionCode &&
  line.economicCode === row.economicCode &&
  (line.name === row.name || row.functionCode !== null);

/** Each row as a line of the book, under the longest code that begins its own; without one under the total of its side. */
function place(
  wish: TableWish,
  there: readonly KeptLine[],
  read: readonly (readonly [sheet: string, row: LineRow])[],
): readonly Placed[] {
  const lines = [...there];
  const shortFirst = read.toSorted(
    ([, a], [, b]) => (a.functionCode ?? '').length - (b.functionCode ?? '').length,
  );
  return shortFirst.map(([sheet, row]) => {
    const same = lines.find((line) => isSameLine(line, row));
    if (same) return { sheet, row, line: same, isNew: false };
    const top = lines.find(({ key }) => key === row.side);
    const parent = parentByCode<KeptLine>(row, lines) ?? top ?? null;
    const { name, side, functionCode, economicCode, basic } = row;
    const { year, book, level } = wish;
    const line: KeptLine = {
      ...{ id: randomUUID(), year, book, level, side, key: '', name, parentId: parent?.id ?? null },
      ...{ functionCode, economicCode, basic, sample: false },
    };
    lines.push(line);
    return { sheet, row, line, isNew: true };
  });
}

const dayOf = (version: BudgetVersion, { approved, revised, executedTo }: TableWish): IsoDate =>
  (version === 'approved' ? approved?.adoptedOn : version === 'revised' ? revised?.adoptedOn : null) ??
  executedTo;

function entriesOf(placed: readonly Placed[], wish: TableWish, known: readonly KeptEntry[]) {
  const next = new Map<string, number>();
  for (const { lineId, sequence } of known) next.set(lineId, Math.max(next.get(lineId) ?? 0, sequence));
  return placed.flatMap(({ sheet, row, line }) =>
    budgetVersions.flatMap((version) => {
      const amount = row.amounts[version];
      const day = dayOf(version, wish);
      if (amount === undefined) return [];
      if (
        known.some(
          (one) =>
            one.lineId === line.id && one.version === version && one.day === day && one.amount === amount,
        )
      )
        return [];
      const sequence = (next.get(line.id) ?? 0) + 1;
      next.set(line.id, sequence);
      const resolution = version === 'approved' ? wish.approved : version === 'revised' ? wish.revised : null;
      const entry: VersionEntry = {
        lineId: line.id,
        version,
        amount,
        day,
        resolution,
        specialTransfer: false,
        sequence,
      };
      return [{ entry, line, sheet, row: row.row, at: row.cells[version] ?? '', text: amount }];
    }),
  );
}

/** What the rules say of each new number, all numbers of the table taken together. */
function checkAll(
  made: ReturnType<typeof entriesOf>,
  lines: readonly KeptLine[],
  known: readonly KeptEntry[],
  today: IsoDate,
): readonly CellFinding[] {
  const all: VersionEntry[] = [...known, ...made.map(({ entry }) => entry)];
  return made.flatMap(({ entry, line, sheet, row, at, text }) => {
    const others = all.filter((each) => each !== entry);
    const own = others.filter((each) => each.lineId !== line.id || each.sequence < entry.sequence);
    return checkEntry(entry, line, lines, own, today)
      .filter(
        ({ weight, code, params }) =>
          weight !== 'notes' && !(code === 'parts.gap' && params.name !== line.name),
      )
      .map((finding) => ({ sheet, row, at, text, finding }));
  });
}

function codeFindings(placed: readonly Placed[], lines: readonly KeptLine[]): readonly CellFinding[] {
  const rows = new Map(placed.map((each) => [each.line.id, each]));
  return checkLines(lines).flatMap(({ lineId, finding }) => {
    const from = rows.get(lineId);
    if (!from?.isNew || finding.weight !== 'refuses') return [];
    return [
      {
        sheet: from.sheet,
        row: from.row.row,
        at: `A${from.row.row + 1}`,
        text: from.line.functionCode ?? '',
        finding,
      },
    ];
  });
}

async function keep(
  { db, jurisdiction }: Context,
  wish: TableWish,
  placed: readonly Placed[],
  made: ReturnType<typeof entriesOf>,
  recordedBy: string | null,
): Promise<boolean> {
  const lines = placed.filter(({ isNew }) => isNew).map(({ line }) => line);
  const ids = {
    approved: wish.approved && (await keepResolution(db, jurisdiction, wish.approved, recordedBy)),
    revised: wish.revised && (await keepResolution(db, jurisdiction, wish.revised, recordedBy)),
  };
  const entries = made.map(({ entry }): NewEntry => {
    const { resolution: _resolution, sequence, ...rest } = entry;
    const resolutionId =
      entry.version === 'approved' ? ids.approved : entry.version === 'revised' ? ids.revised : null;
    return { ...rest, number: sequence, resolutionId, explanation: wish.reason.trim(), origin: null };
  });
  return (
    (await addLines(db, jurisdiction, lines, recordedBy)) &&
    (await addEntries(db, jurisdiction, entries, recordedBy))
  );
}

export function importBudgetTable(
  context: Context,
  { caller }: Actor,
  wish: TableWish,
  sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[],
): Promise<Result<TableOutcome, ProblemCode>> {
  // The rows themselves keep a repeated request from doing anything twice.
  return perform<TableOutcome, ProblemCode>(context, { caller, key: null }, async (inside, note) => {
    const { db, jurisdiction } = inside;
    const reads = sheets
      .filter(({ name }) => name !== explanationSheet)
      .map(({ name, rows }) => ({ name, ...readLineRows({ sheet: name, rows, unit: wish.unit }) }));
    const total = reads.reduce((sum, read) => sum + read.total, 0);
    if (total === 0) return fail('lineRows.empty');
    const there = await listLines(db, jurisdiction, wish);
    const known = await listEntries(
      db,
      jurisdiction,
      there.map(({ id }) => id),
    );
    const rows = reads.flatMap(({ name, taken }) => taken.map((row) => [name, row] as const));
    const placed = place(wish, there, rows);
    const lines = [...there, ...placed.filter(({ isNew }) => isNew).map(({ line }) => line)];
    const made = entriesOf(placed, wish, known);
    const found = [...codeFindings(placed, lines), ...checkAll(made, lines, known, inside.today())];
    const refused = found.filter(({ finding }) => finding.weight === 'refuses');
    const asked = found.filter(({ finding }) => finding.weight === 'asks');
    const unread = reads.flatMap((read) => read.refused);
    const bad = new Set(refused.map(({ sheet, row }) => `${sheet}\t${row}`));
    const sound = placed.filter(({ sheet, row }) => !bad.has(`${sheet}\t${row.row}`));
    const names = new Map(lines.map(({ id, name }) => [id, name]));
    const outcome: TableOutcome = {
      taken: sound.map(({ row, line }) => ({
        row: row.row,
        line,
        parent: line.parentId === null ? null : (names.get(line.parentId) ?? null),
      })),
      ...{ unread, refused, asked, total },
    };
    if (wish.mode === 'check') return succeed(outcome);
    // A table whose sums are asked about is taken whole or not at all: half a table would not add up either.
    if (refused.length > 0 || (asked.length > 0 && !isReason(wish.reason)))
      return fail('lineRows.needsReason', { count: `${refused.length + asked.length}` });
    if (!(await keep(inside, wish, placed, made, caller.accountId))) return fail('state.changed');
    const { year, book, level } = wish;
    const detail = { year, book, level, lines: placed.length, entries: made.length };
    note({ act: 'budget.import', objectKind: 'budget', objectId: `${year}/${book}/${level}`, detail });
    return succeed(outcome);
  });
}

/** The sheet of a template that only explains. */
export const explanationSheet = '填写说明';
