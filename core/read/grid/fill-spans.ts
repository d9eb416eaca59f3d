// Which empty cells are the rest of a cell above: category, name and owner columns of rows without a number of their own,
// and category and owner columns of numbered rows. Figures are never filled in.
import type { GridCell } from '../structure.ts';
import type { PrintedRow } from './rows.ts';

const numberHeader = /^(?:序号|编号|号)$/;
const nameHeader =
  /序号|编号|类别|类型|分类|领域|名称|项目|事项|任务|指标|内容|部门|领导|责任|牵头|配合|单位|区域|地区|属性|板块|专项/;
const ownerHeader = /类别|类型|分类|领域|牵头|责任|领导|主管|分管|板块/;
const figureHeader = /^(?:计量)?单位$|目标|数|额|量|率|占比|比重|投资|金额|完成|进度|时间|分解/;

/** A row with nothing behind its first cell is a title of the rows below it. */
const isTitle = (row: PrintedRow): boolean => row.cells.every((cell, j) => (cell.text === '') === j > 0);

/** Fills the spans of all rows in place of empty cells; answers how many cells were filled. */
export function fillSpans(header: readonly string[], rows: readonly PrintedRow[]): number {
  const numberColumn = header.findIndex((text) => numberHeader.test(text));
  const isName = header.map((text) => nameHeader.test(text) && !figureHeader.test(text));
  const isOwner = header.map((text) => ownerHeader.test(text) && !figureHeader.test(text));
  const above: (GridCell | undefined)[] = [];
  let filled = 0;
  for (const row of rows) {
    const lead = row.cells[Math.max(0, numberColumn)];
    const isOwnRow = lead !== undefined && lead.text !== '' && !lead.filled;
    if (isTitle(row)) continue;
    for (let j = 0; j < header.length; j += 1) {
      const cell = row.cells[j];
      const span = above[j];
      const mayFill = isOwnRow ? isOwner[j] === true : isName[j] === true;
      if (cell !== undefined && cell.text === '' && mayFill && span !== undefined) {
        row.cells[j] = { start: span.start, end: span.end, text: span.text, filled: true };
        filled += 1;
      } else if (cell !== undefined && cell.text !== '') above[j] = cell;
    }
  }
  return filled;
}
