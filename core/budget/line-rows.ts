// What a table of budget lines says (xlsx, CSV): code, name, versions in a declared unit; each bad cell named, nothing guessed.
import { inYi, printed, type Yi } from '../project/money.ts';
import { compare, parseDecimal, ZERO } from '../quantity/decimal.ts';
import { cellName, findHeading, type Headings, isEmptyRow } from '../quantity/sheet.ts';
import { type BudgetSide, codeDepth } from './book.ts';
import { type BudgetVersion, budgetVersions } from './version.ts';

export const lineFields = [
  'functionCode',
  'name',
  'side',
  'economicCode',
  'basic',
  ...budgetVersions,
] as const;
export type LineField = (typeof lineFields)[number];

export const lineHeadings: Headings<LineField> = {
  functionCode: ['科目编码', '功能科目编码', '功能分类编码', '编码', 'code', 'functioncode'],
  name: ['科目名称', '名称', '项目', '科目', 'name'],
  side: ['收支', '收支类别', 'side'],
  economicCode: ['经济分类编码', '经济科目编码', '经济分类', 'economiccode'],
  basic: ['基本支出', 'basic'],
  approved: ['年初预算', '年初预算数', '预算数', 'approved'],
  revised: ['调整预算', '调整预算数', '调整后预算', 'revised'],
  executed: ['执行数', '累计执行', '完成数', 'executed'],
  final: ['决算数', '决算', 'final'],
};

export type LineRowProblem =
  | 'rows.noHeading'
  | 'lineRows.nameMissing'
  | 'lineRows.twice'
  | 'lineRows.codeShape'
  | 'lineRows.sideUnknown'
  | 'lineRows.economicShape'
  | 'lineRows.notNumber'
  | 'lineRows.negative'
  | 'lineRows.noAmount';

export interface LineRow {
  readonly row: number;
  readonly name: string;
  readonly side: BudgetSide;
  readonly functionCode: string | null;
  readonly economicCode: string | null;
  readonly basic: boolean;
  /** In 亿元. */
  readonly amounts: Readonly<Partial<Record<BudgetVersion, Yi>>>;
  /** Where each amount stands: B7. */
  readonly cells: Readonly<Partial<Record<BudgetVersion, string>>>;
}

export interface RefusedLineRow {
  readonly sheet: string;
  readonly row: number;
  readonly at: string;
  readonly text: string;
  readonly code: LineRowProblem;
  readonly params: Readonly<Record<string, string>>;
}

export interface LineRowsOutcome {
  readonly taken: readonly LineRow[];
  readonly refused: readonly RefusedLineRow[];
  /** Rows that are not empty, below the heading: taken + refused, always. */
  readonly total: number;
}

export interface LineTable {
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
  /** Declared by whoever uploads; never guessed from the size of the numbers. */
  readonly unit: '亿元' | '万元' | '元';
}

interface Bad {
  readonly field: LineField;
  readonly code: LineRowProblem;
}
type Read = Omit<LineRow, 'row' | 'cells'>;
const isBad = (value: Read | Bad): value is Bad => 'code' in value;

/** 1 is income, 2 is expenditure (政府收支分类科目); without a code the column says it. */
function sideOf(code: string, printed: string): BudgetSide | null {
  if (code.startsWith('1')) return 'income';
  if (code.startsWith('2')) return 'expenditure';
  if (/^(?:收入|income)$/i.test(printed)) return 'income';
  return /^(?:支出|expenditure)$/i.test(printed) ? 'expenditure' : null;
}

const isEmptyAmount = (text: string): boolean => text === '' || /^[-—–]+$/.test(text);

function amountsOf(text: (field: LineField) => string, unit: string): Read['amounts'] | Bad {
  const found: Partial<Record<BudgetVersion, Yi>> = {};
  for (const version of budgetVersions) {
    const typed = text(version).replace(/[,，\s]/g, '');
    if (isEmptyAmount(typed)) continue;
    const [number, money] = [parseDecimal(typed), inYi(typed, unit)];
    if (!number || !money) return { field: version, code: 'lineRows.notNumber' };
    if (compare(number, ZERO) < 0) return { field: version, code: 'lineRows.negative' };
    // Typed 亿元 keeps its digits: they say how far it is rounded.
    found[version] = unit === '亿元' ? typed : printed(money);
  }
  return Object.keys(found).length === 0 ? { field: 'approved', code: 'lineRows.noAmount' } : found;
}

function readCells(text: (field: LineField) => string, unit: string): Read | Bad {
  const [code, name, economic] = [text('functionCode'), text('name'), text('economicCode')];
  if (name === '') return { field: 'name', code: 'lineRows.nameMissing' };
  if (code !== '' && codeDepth(code) === null) return { field: 'functionCode', code: 'lineRows.codeShape' };
  const side = sideOf(code, text('side'));
  if (side === null) return { field: code === '' ? 'side' : 'functionCode', code: 'lineRows.sideUnknown' };
  if (economic !== '' && !/^[35]\d{2}(?:\d{2})?$/.test(economic))
    return { field: 'economicCode', code: 'lineRows.economicShape' };
  const amounts = amountsOf(text, unit);
  if ('code' in amounts) return amounts;
  return {
    name,
    side,
    functionCode: code === '' ? null : code,
    economicCode: economic === '' ? null : economic,
    basic: /^(?:是|y|yes|1|true)$/i.test(text('basic')),
    amounts,
  };
}

const keyOf = ({ functionCode, economicCode, name, side }: Read): string =>
  [side, functionCode ?? '', economicCode ?? '', name].join('\t');

export function readLineRows({ sheet, rows, unit }: LineTable): LineRowsOutcome {
  const heading = findHeading(rows, lineFields, lineHeadings, ['name']);
  if (!heading) {
    const filled = rows.findIndex((cells) => !isEmptyRow(cells));
    if (filled < 0) return { taken: [], refused: [], total: 0 };
    const missing = { sheet, row: filled, at: cellName(filled, 0), text: rows[filled]?.[0] ?? '' };
    return { taken: [], refused: [{ ...missing, code: 'rows.noHeading', params: { sheet } }], total: 1 };
  }
  const taken: LineRow[] = [];
  const refused: RefusedLineRow[] = [];
  const seen = new Set<string>();
  for (const [row, cells] of rows.entries()) {
    if (row <= heading.row || isEmptyRow(cells)) continue;
    const at = (field: LineField): string => cellName(row, Math.max(0, heading.columnOf(field)));
    const text = (field: LineField): string => (cells[heading.columnOf(field)] ?? '').trim();
    const read = readCells(text, unit);
    const bad: Bad | null = isBad(read)
      ? read
      : seen.has(keyOf(read))
        ? { field: 'name', code: 'lineRows.twice' }
        : null;
    if (bad || isBad(read)) {
      const field = bad?.field ?? 'name';
      const params = { cell: at(field), text: text(field) };
      refused.push({
        sheet,
        row,
        at: at(field),
        text: text(field),
        code: bad?.code ?? 'lineRows.twice',
        params,
      });
      continue;
    }
    seen.add(keyOf(read));
    const where = budgetVersions.flatMap((version) =>
      read.amounts[version] === undefined ? [] : [[version, at(version)] as const],
    );
    taken.push({ row, ...read, cells: Object.fromEntries(where) });
  }
  return { taken, refused, total: taken.length + refused.length };
}

/** The line that a code lies under: the longest code of the table or the book that begins it. */
export function parentByCode<T extends { readonly functionCode: string | null; readonly side: BudgetSide }>(
  { functionCode, economicCode, side }: Pick<LineRow, 'functionCode' | 'economicCode' | 'side'>,
  lines: readonly (T & { readonly economicCode: string | null })[],
): T | null {
  if (functionCode === null) return null;
  let best: T | null = null;
  for (const line of lines) {
    const code = line.functionCode;
    if (code === null || line.side !== side || line.economicCode !== null) continue;
    const isAbove = economicCode === null ? code !== functionCode : true;
    if (isAbove && functionCode.startsWith(code) && code.length > (best?.functionCode?.length ?? 0))
      best = line;
  }
  return best;
}
