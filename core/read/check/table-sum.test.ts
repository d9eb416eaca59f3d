// Totals of tables in the forms in which offices print them: which sums are tried, and that a wrong one is named.
import { describe, expect, it } from 'vitest';
import { readDocument } from '../read-document.ts';

const head = '云溪市2025年重点项目计划\n\n';
const sumsOf = (table: string) =>
  readDocument(head + table)
    .checks.filter(({ rule }) => rule === 'table.sum')
    .map(({ what, ok, expected, found }) => [what, ok, expected, found]);

const rows = ['1\t甲\t300\t100', '2\t乙\t400\t200', '3\t丙\t100\t50'];
const tabbed = (total: string, before = false): string =>
  ['序号\t项目名称\t总投资\t年度计划投资', ...(before ? [total, ...rows] : [...rows, total])].join('\n');
const wrong = ['合计 年度计划投资', false, 360, 350];

describe('a total that misses', () => {
  it.each([
    // why this row is here, the table
    ['in its own columns', tabbed('合计\t\t800\t360')],
    ['above the rows', tabbed('合计\t\t800\t360', true)],
    ['with nothing for another column', tabbed('合计\t\t\t360')],
    ['without the cells it has nothing for', tabbed('合计\t360')],
    ['beside a count of the rows', tabbed('合计\t3个\t800\t360')],
    ['beside another column that misses by more', tabbed('合计\t\t900\t360')],
    [
      'under columns parted by spaces',
      '序号 项目名称 总投资 年度计划投资\n1 甲项目 300 100\n2 乙项目 400 200\n3 丙项目 100 50\n合计 800 360',
    ],
  ])('%s is named with both numbers', (_why, table) => {
    expect(sumsOf(table)).toContainEqual(wrong);
  });
});

describe('a table that is no sum', () => {
  it.each([
    ['of a list that shows a part of the whole', tabbed('合计\t\t9000\t4200')],
    ['of rates', '领域\t增速(%)\t占比提高(百分点)\n制造业\t5\t1\n服务业\t6\t2\n合计\t5.5\t3'],
  ])('%s is left alone', (_why, table) => {
    expect(sumsOf(table).filter(([, ok]) => ok === false)).toEqual([]);
  });
});
