// Project tables of a reading → rows with their columns: number, total, annual plan, done, rate; what a person reviews before it is kept.
import { decimalFromNumber, printDecimal } from '../quantity/decimal.ts';
import type { Item, ProjectDetail } from '../read/reading.ts';
import { inYi, printed, type Yi } from './money.ts';

/** What a column of such a table counts, by the words of its head. */
const columns = {
  projects: /项目数|项目个数|个数/,
  done: /完成(?:投资|额)/,
  rate: /完成率/,
  share: /占比|比重/,
  annualPlan: /计划(?:投资|安排)|年度(?:投资|计划)/,
  total: /总投资/,
} as const;
export type ProjectColumn = keyof typeof columns;

export interface PrintedProjectRow {
  readonly name: string;
  readonly role: ProjectDetail['rowRole'];
  readonly projects: string | null;
  readonly total: Yi | null;
  readonly annualPlan: Yi | null;
  readonly done: Yi | null;
  /** In percent, as printed. */
  readonly rate: string | null;
  readonly share: string | null;
  /** Index of the item of each column: the way back to the cell. */
  readonly origins: Readonly<Partial<Record<ProjectColumn, number>>>;
}

export interface PrintedProjectTable {
  readonly caption: string;
  readonly rows: readonly PrintedProjectRow[];
}

/** 年度计划投资额 is the plan, 完成投资额 what is done, 年投资完成率 a rate: the first words that fit decide. */
export function columnOf(head: string): ProjectColumn | null {
  const order: readonly ProjectColumn[] = ['rate', 'share', 'projects', 'done', 'annualPlan', 'total'];
  return order.find((column) => columns[column].test(head)) ?? null;
}

function cellText(item: Item, column: ProjectColumn): string | null {
  const number = typeof item.value === 'number' ? decimalFromNumber(item.value) : null;
  if (!number) return null;
  const isMoney = column === 'total' || column === 'annualPlan' || column === 'done';
  if (!isMoney) return printed(number);
  const money = inYi(printDecimal(number), item.unit);
  return money ? printed(money) : null;
}

type Cells = Partial<Record<ProjectColumn, string>>;

interface Collected {
  readonly name: string;
  readonly role: ProjectDetail['rowRole'];
  readonly cells: Cells;
  readonly origins: Partial<Record<ProjectColumn, number>>;
}

const rowOf = ({ name, role, cells, origins }: Collected): PrintedProjectRow => ({
  name,
  role,
  projects: cells.projects ?? null,
  total: cells.total ?? null,
  annualPlan: cells.annualPlan ?? null,
  done: cells.done ?? null,
  rate: cells.rate ?? null,
  share: cells.share ?? null,
  origins,
});

/** Every project table, its rows in printed order; a column whose head says nothing known is left out, not guessed. */
export function projectTablesFromItems(items: readonly Item[]): readonly PrintedProjectTable[] {
  const tables = new Map<string, Map<string, Collected>>();
  items.forEach((item, index) => {
    const { detail } = item;
    if (detail?.of !== 'project' || detail.table === '') return;
    const column = columnOf(detail.column);
    const text = column && cellText(item, column);
    if (!column || text === null) return;
    const rows = tables.get(detail.table) ?? new Map<string, Collected>();
    tables.set(detail.table, rows);
    const row = rows.get(detail.row) ?? { name: detail.row, role: detail.rowRole, cells: {}, origins: {} };
    rows.set(detail.row, row);
    row.cells[column] ??= text;
    row.origins[column] ??= index;
  });
  return [...tables].map(([caption, rows]) => ({ caption, rows: [...rows.values()].map(rowOf) }));
}
