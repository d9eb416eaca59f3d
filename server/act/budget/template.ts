// The empty workbook that the import of budget lines takes, and a sheet that says what each column holds.
import writeXlsxFile from 'write-excel-file/node';
import { lineFields, lineHeadings } from '../../../core/budget/line-rows.ts';
import { explanationSheet } from './import-table.ts';

const lines: readonly string[] = [
  '科目名称：必填。科目编码：类 3 位、款 5 位、项 7 位（收入目 9 位），1 开头为收入、2 开头为支出；没有编码的须填“收支”。',
  '经济分类编码：类 3 位、款 5 位；基本支出须编列到款（预算法第三十二条）。',
  '年初预算、调整预算、执行数、决算数：至少填一项；单位在上传时选择，系统不按数字大小猜测。',
  '下级科目按编码归到上级之下；各下级之和与上级不等的，会列出两个数并请说明理由。',
  '调整预算须在上传时注明人大常委会的批准决议（预算法第六十九条）。',
];

export async function budgetTemplate(): Promise<Buffer> {
  const header = lineFields.map((field) => ({
    value: lineHeadings[field][0] ?? '',
    type: String,
    fontWeight: 'bold' as const,
  }));
  return writeXlsxFile([
    { sheet: '预算科目', columns: lineFields.map(() => ({ width: 18 })), data: [header] },
    {
      sheet: explanationSheet,
      columns: [{ width: 100 }],
      data: lines.map((value) => [{ value, type: String }]),
    },
  ]).toBuffer();
}
