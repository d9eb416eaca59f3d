// Figures that the sentences of a plan report give about projects: parts by stage and by source of money, held against their whole.
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimalFromNumber,
  printDecimal,
  subtract,
  ZERO,
} from '../quantity/decimal.ts';
import type { Check, Item } from '../read/reading.ts';
import { halfDigit, inYi, numberOf, printed, sumOf, type Yi } from './money.ts';
import type { PrintedProjectRow, PrintedProjectTable } from './tables-from-items.ts';

/** Which sentences are the whole and the parts of one small table. */
interface Pattern {
  readonly key: 'stage' | 'fundedStage' | 'fundedSource';
  readonly whole: RegExp;
  readonly parts: readonly RegExp[];
  /** The whole of the next table ends this one. */
  readonly until: RegExp | null;
}

const funded = /政府投资.*项目$/;
const patterns: readonly Pattern[] = [
  {
    key: 'stage',
    whole: /重点建设项目实施项目$/,
    parts: [/^(?:计划)?新开工项目$/, /^续建项目$/, /^建成项目$/],
    until: funded,
  },
  {
    key: 'fundedStage',
    whole: funded,
    parts: [/^前期项目$/, /^新开工项目$/, /^续建项目$/, /^决算项目$/],
    until: null,
  },
  { key: 'fundedSource', whole: funded, parts: [/财政出资项目$/, /土地出让收益建设项目$/], until: null },
];

export interface StatementTable extends PrintedProjectTable {
  readonly key: Pattern['key'];
  readonly checks: readonly Check[];
}

interface Said {
  readonly item: Item;
  readonly index: number;
}

const isCount = ({ item }: Said): boolean => item.unit === '个';

const textOf = ({ item }: Said): string | null => {
  const number = typeof item.value === 'number' ? decimalFromNumber(item.value) : null;
  return number && printDecimal(number);
};

/** The plan of a year that follows a count in the same breath: 年度计划投资. */
function planAfter(said: readonly Said[], at: number): Said | null {
  const next = said[at + 1];
  return next && /年度计划投资$/.test(next.item.metric) ? next : null;
}

function rowOf(said: readonly Said[], at: number, role: PrintedProjectRow['role']): PrintedProjectRow | null {
  const count = said[at];
  if (!count || !isCount(count)) return null;
  const plan = planAfter(said, at);
  const amount = plan && textOf(plan);
  const money: Yi | null = plan && amount ? (printedOr(inYi(amount, plan.item.unit)) ?? null) : null;
  return {
    name: count.item.metric,
    role,
    projects: textOf(count),
    total: null,
    annualPlan: money,
    done: null,
    rate: null,
    share: null,
    origins: { projects: count.index, ...(plan && money !== null ? { annualPlan: plan.index } : {}) },
  };
}

const printedOr = (value: Decimal | null): string | null => value && printed(value);

const asNumber = (value: Decimal): number => Number(printed(value));

/** Parts against their whole, with the width that rounding of the printed parts allows. */
function sumCheck(
  items: readonly Item[],
  column: 'projects' | 'annualPlan',
  whole: PrintedProjectRow,
  parts: readonly PrintedProjectRow[],
): readonly Check[] {
  const texts = parts.map((part) => part[column]);
  const total = whole[column];
  const [expected, { sum, known }] = [numberOf(total), sumOf(texts)];
  const place = items[whole.origins[column] ?? -1];
  if (!expected || !place || total === null || known < parts.length || known < 2) return [];
  const rounding =
    column === 'projects'
      ? ZERO
      : [total, ...texts].reduce((width, text) => add(width, halfDigit(text ?? '')), ZERO);
  const residual = subtract(sum, expected);
  return [
    {
      start: place.start,
      end: place.end,
      rule: 'table.sum',
      ok: compare(absolute(residual), rounding) <= 0,
      expected: asNumber(expected),
      found: asNumber(sum),
      residual: asNumber(residual),
      rounding: asNumber(rounding),
      what: `${whole.name} ${column === 'projects' ? '项目数(个)' : '年度计划投资(亿元)'}`,
    },
  ];
}

/** Small tables that sentences amount to; a pattern without its whole or with fewer than two parts is none. */
export function statementTables(items: readonly Item[]): readonly StatementTable[] {
  const said = items.flatMap((item, index) =>
    item.family === 'project' && item.detail?.of !== 'project' && item.kind === 'target'
      ? [{ item, index }]
      : [],
  );
  return patterns.flatMap(({ key, whole, parts, until }) => {
    const from = said.findIndex((each) => isCount(each) && whole.test(each.item.metric));
    const total = from < 0 ? null : rowOf(said, from, 'total');
    if (!total) return [];
    const after =
      until === null ? -1 : said.findIndex((each, at) => at > from && until.test(each.item.metric));
    const rows = parts.flatMap((pattern) => {
      const at = said.findIndex(
        (each, place) =>
          place > from && (after < 0 || place < after) && isCount(each) && pattern.test(each.item.metric),
      );
      return (at < 0 ? null : rowOf(said, at, 'item')) ?? [];
    });
    if (rows.length < 2) return [];
    const checks = (['projects', 'annualPlan'] as const).flatMap((column) =>
      sumCheck(items, column, total, rows),
    );
    return [{ key, caption: '', rows: [total, ...rows], checks }];
  });
}
