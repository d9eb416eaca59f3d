// How a table is cut whose cells were run together without separators: 序号指标名称单位2024年目标指标属性, 1地区生产总值%增长5.5左右
// 预期性. Only tables that open with 序号 and hold a column of units are tried, and a row is cut only where one reading is
// left; any other row stays whole in its first cell.
import type { GridCell } from '../structure.ts';
import type { PrintedRow } from './rows.ts';

type Role = 'number' | 'name' | 'unit' | 'value' | 'property' | 'owner';

interface Column {
  readonly role: Role;
  readonly text: string;
}

const headerWords: readonly (readonly [RegExp, Role])[] = [
  [/^序号/, 'number'],
  [/^(?:主要)?指标(?:名称)?(?!属性)/, 'name'],
  [/^(?:项目|事项|任务)(?:名称)?/, 'name'],
  [/^(?:计量)?单位/, 'unit'],
  [/^(?:指标)?属性/, 'property'],
  [/^(?:责任|牵头)(?:单位|部门)/, 'owner'],
  [
    /^(?:\d{4}年|上半年|全年|[一二三四]季度|1[—-]\d{1,2}月)?(?:预期|计划)?(?:目标值?|实绩|实际|完成(?:情况|值)?|预计|进展评估|进展情况)/,
    'value',
  ],
];

/** Columns of a glued header at start..end, with where it ends; null where it is none. */
export function gluedHeader(
  text: string,
  start: number,
  end: number,
): { columns: Column[]; end: number } | null {
  const columns: Column[] = [];
  let at = start;
  while (at < end && columns.length < 12) {
    const words = text.slice(at, Math.min(end, at + 16));
    const found = headerWords.map(([pattern, role]) => ({ role, text: pattern.exec(words)?.[0] ?? '' }));
    const column = found.find((one) => one.text !== '');
    if (column === undefined) break;
    columns.push(column);
    at += column.text.length;
  }
  const roles = columns.map((column) => column.role);
  const isWhole = at === end || (text[at] === '1' && !/\d/.test(text[at + 1] ?? ''));
  const isTable = columns.length >= 4 && roles[0] === 'number' && roles[1] === 'name' && roles[2] === 'unit';
  return isWhole && isTable && roles.includes('value') ? { columns, end: at } : null;
}

const unit =
  '(?:%|‰|百分点|个百分点|微克\\/立方米|[万亿千]*(?:元|美元|人|人次|家|件|个|亩|吨|户|张|套|台|辆|公里|平方公里|平方米|立方米|千瓦时|千瓦|斤|公斤|岁|天|小时|项|所|处)(?:标煤|标准煤)?(?:\\/(?:人|万元|亿元|亩|万人|平方公里|立方米|平方米))?|[—-])';
const valueHead =
  '(?:[-−]?\\d|[≥≤><]|增长|下降|提高|降低|高于|低于|快于|不低于|不高于|不超过|达到|控制|保持|与|稳|正增长|较|占|完成|省下达|国家|暂无|持续|基本|累计|“|[—-])';
const rowPattern = new RegExp(`^(\\d{1,3})([^\\d].*?)(${unit})(?=${valueHead})(.+)$`);
const tailPattern =
  /^(.*?)((?:预期性|约束性)?)((?:[省市区县][^\d%]{1,40}(?:局|委|办|厅|部|院|中心|会|府))?)$/;
const value =
  /^(?:[≥≤><]?[-−]?\d+(?:\.\d+)?(?:[-—~]\d+(?:\.\d+)?)?(?:左右|以上|以下|以内)?|(?:增长|下降|提高|降低|高于|低于|不低于|不高于|不超过|达到|控制在)\d+(?:\.\d+)?(?:左右|以上|以下|以内)?(?:个百分点)?|稳步(?:提高|增长|下降)|稳中有[升降进]|正增长|暂无数据|[—-]|与经济增长(?:基本)?同步|持续(?:提高|改善|下降)|(?:占全国份额)?(?:比重)?(?:基本稳定|稳中有进))(?:\(预计\))?$/;

/** Cuts the lines of a glued table into rows; the first is the header. */
export function gluedRows(
  text: string,
  lines: readonly { readonly start: number; readonly end: number }[],
): PrintedRow[] {
  const first = lines[0];
  const header = first === undefined ? null : gluedHeader(text, first.start, first.end);
  if (first === undefined || header === null) return [];
  const rows: PrintedRow[] = [headerRow(first.start, header)];
  for (const span of rowSpans(text, lines, header.end))
    rows.push(cutRow(text, span.start, span.end, header.columns));
  return rows;
}

function headerRow(start: number, header: { columns: Column[]; end: number }): PrintedRow {
  let at = start;
  const cells: GridCell[] = [];
  for (const column of header.columns) {
    cells.push({ start: at, end: at + column.text.length, text: column.text, filled: false });
    at += column.text.length;
  }
  return { start, end: header.end, cells };
}

/** Rows stand on lines of their own, or follow one another right behind 预期性 and 约束性 in one line. */
function rowSpans(
  text: string,
  lines: readonly { start: number; end: number }[],
  headerEnd: number,
): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const [i, line] of lines.entries()) {
    let start = i === 0 ? headerEnd : line.start;
    if (start >= line.end) continue;
    let due = Number(/^\d+/.exec(text.slice(start, start + 4))?.[0] ?? 0) + 1;
    for (;;) {
      const words = text.slice(start, line.end);
      const next = new RegExp(`(?:预期性|约束性)(?=${due}[^\\d.%])`).exec(words);
      if (next === null) break;
      const cut = start + next.index + 3;
      spans.push({ start, end: cut });
      start = cut;
      due += 1;
    }
    spans.push({ start, end: line.end });
  }
  return spans;
}

function cutRow(text: string, start: number, end: number, columns: readonly Column[]): PrintedRow {
  const texts = readRow(text.slice(start, end), columns);
  const cells: GridCell[] = [];
  let at = start;
  for (const words of texts ?? [text.slice(start, end)]) {
    cells.push({ start: at, end: at + words.length, text: words, filled: false });
    at += words.length;
  }
  return { start, end, cells };
}

/** The cells of one row in order, together its whole text; null where no reading or more than one is left. */
function readRow(words: string, columns: readonly Column[]): string[] | null {
  const match = words.length > 160 ? null : rowPattern.exec(words);
  if (match === null) return null;
  const [, number = '', name = '', printedUnit = '', rest = ''] = match;
  const tail = tailPattern.exec(rest);
  if (tail === null) return null;
  const hasProperty = columns.some((column) => column.role === 'property');
  const hasOwner = columns.some((column) => column.role === 'owner');
  const [, middle = '', property = '', owner = ''] = tail;
  if ((property !== '' && !hasProperty) || (owner !== '' && !hasOwner)) return null;
  const values = splitValues(middle, columns.filter((column) => column.role === 'value').length);
  if (values === null) return null;
  const byRole: Record<Role, string[]> = {
    number: [number],
    name: [name],
    unit: [printedUnit],
    value: values,
    property: [property],
    owner: [owner],
  };
  return columns.map((column) => byRole[column.role].shift() ?? '');
}

/** Splits a run of values where exactly one way is left. */
function splitValues(words: string, count: number): string[] | null {
  if (count === 1) return words === '' ? null : [words];
  if (count !== 2) return null;
  const ways: string[][] = [];
  for (let cut = 1; cut < words.length; cut += 1) {
    if (value.test(words.slice(0, cut)) && value.test(words.slice(cut)))
      ways.push([words.slice(0, cut), words.slice(cut)]);
  }
  return ways.length === 1 ? (ways[0] ?? null) : null;
}
