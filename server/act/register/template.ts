// The empty workbook that the import of enterprises takes, and a sheet that says what each column holds.
import writeXlsxFile from 'write-excel-file/node';
import { columnOf, templateHeadings } from '../../../core/policy/register/file/column.ts';
import { explanationSheet } from './take-file.ts';

const lines: readonly string[] = [
  '统一社会信用代码、企业名称必填；其余各列可删去不用，空格表示“不掌握”，不会覆盖已有数据。',
  '金额列须注明单位：写在表头括号中（元、万元、亿元），或写在单元格里（120.5万元）。不得为负。',
  '日期写成 2024-02-03；年份写四位数字；“是/否”列填 是 或 否。',
  '行业代码为《国民经济行业分类》（GB/T 4754）四位代码，含前导零。',
  '所在区县须与系统中的名称一致。',
  '数据年度不填时，用上传时选择的年度。同一企业同一年度只能出现一行。',
  '有错的行不写入，逐格列明位置、原因和改法，可下载后修改再传；其余行照常写入。',
  '法定代表人、联系电话、证件号码属个人信息，只在履行职责必需时填写；列表、日志、导出中一律遮蔽。',
];

const kindWords = (heading: string): string => {
  const column = columnOf(heading);
  if (column?.kind === 'number')
    return column.fact.measure === 'fen' ? '金额' : column.fact.measure === 'date' ? '日期' : '数字';
  if (column?.kind === 'flag') return '是/否';
  return column?.kind === 'certificate' ? '日期' : '文字';
};

export const registerTemplate = (): Promise<Buffer> =>
  writeXlsxFile([
    {
      sheet: '企业名录',
      columns: templateHeadings.map(() => ({ width: 18 })),
      data: [templateHeadings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))],
    },
    {
      sheet: explanationSheet,
      columns: [{ width: 60 }, { width: 12 }],
      data: [
        ...lines.map((value) => [{ value, type: String }]),
        ...templateHeadings.map((value) => [
          { value, type: String },
          { value: kindWords(value), type: String },
        ]),
      ],
    },
  ]).toBuffer();
