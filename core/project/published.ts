// A table of projects as a document printed it: what its rows are, which of the reading's checks it fails, who may be right.
import type { Check, Item } from '../read/reading.ts';
import { statementTables } from './statements.ts';
import { type PrintedProjectTable, projectTablesFromItems } from './tables-from-items.ts';

/** Rows of fields, places or stages of the plan; funded: of government investment by field, stage and source of money. */
export const publishedGroups = [
  'field',
  'place',
  'stage',
  'fundedField',
  'fundedStage',
  'fundedSource',
] as const;
export type PublishedGroup = (typeof publishedGroups)[number];

export interface FoundTable extends PrintedProjectTable {
  readonly groupedBy: PublishedGroup;
  readonly year: number | null;
  /** Where the table stands. */
  readonly start: number;
  readonly end: number;
  readonly checks: readonly Check[];
}

const isOfTable = (check: Check): boolean => check.rule.startsWith('table.');

/** At least half of the rows are names of places. */
function isByPlace({ rows }: PrintedProjectTable, places: ReadonlySet<string>): boolean {
  const named = rows.filter(({ role }) => role === 'item');
  return named.filter(({ name }) => places.has(name)).length * 2 >= Math.max(1, named.length);
}

function groupOf(table: PrintedProjectTable, places: ReadonlySet<string>): PublishedGroup {
  const { caption } = table;
  const isFunded = /政府投资/.test(caption);
  if (/分阶段|分建设性质/.test(caption)) return isFunded ? 'fundedStage' : 'stage';
  if (isFunded) return /资金来源/.test(caption) ? 'fundedSource' : 'fundedField';
  return isByPlace(table, places) ? 'place' : 'field';
}

function spanOf(table: PrintedProjectTable, items: readonly Item[]): { start: number; end: number } {
  const cells = table.rows.flatMap(({ origins }) =>
    Object.values(origins).flatMap((index) => items[index] ?? []),
  );
  return {
    start: Math.min(...cells.map(({ start }) => start)),
    end: Math.max(...cells.map(({ end }) => end)),
  };
}

const yearIn = (text: string): number | null => {
  const year = /(20\d{2})\s*年/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
};

/** Names of the small tables that are made of sentences; a document has one of each. */
const statementCaption = {
  stage: '重点建设项目分阶段安排（文中数字）',
  fundedStage: '政府投资项目分阶段安排（文中数字）',
  fundedSource: '政府投资项目分资金来源安排（文中数字）',
} as const;

/** Every project table of a document, with what the reader found to disagree in it: nothing is repaired. */
export function findTables(
  items: readonly Item[],
  checks: readonly Check[],
  places: ReadonlySet<string>,
): readonly FoundTable[] {
  const printed = projectTablesFromItems(items).map((table): FoundTable => {
    const { start, end } = spanOf(table, items);
    const own = checks.filter(
      (check) => isOfTable(check) && check.start >= start - 2 && check.end <= end + 2,
    );
    const found = { groupedBy: groupOf(table, places), year: yearIn(table.caption), checks: own };
    return { ...table, ...found, start, end };
  });
  const years = printed.flatMap(({ year }) => year ?? []);
  const said = statementTables(items).map(
    ({ key, ...table }): FoundTable => ({
      ...table,
      ...spanOf(table, items),
      caption: statementCaption[key],
      groupedBy: key,
      year: years[0] ?? null,
    }),
  );
  return [...printed, ...said];
}

/** At the very limit of what rounding explains, a sum is worth a look: the share column of a table whose other sums are off. */
const isAtLimit = ({ residual, rounding }: Check): boolean =>
  residual !== null && rounding > 0 && Math.abs(residual) >= rounding;

/** Numbers of a table that do not follow from each other: a note under the table may explain them; they stay found. */
export const disagreements = ({ checks }: Pick<FoundTable, 'checks'>): readonly Check[] =>
  checks.filter((check) => !check.ok || isAtLimit(check));
