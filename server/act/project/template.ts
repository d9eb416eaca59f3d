// The empty workbooks that the imports take: the yearly list and monthly investment, and a sheet that says what each column holds.
import writeXlsxFile from 'write-excel-file/node';
import {
  monthFields,
  monthHeadings,
  projectFields,
  projectHeadings,
} from '../../../core/project/project-columns.ts';
import {
  moneySourceLabel,
  projectKindLabel,
  projectLevelLabel,
  projectListLabel,
} from '../../../core/vocabulary/project.ts';
import type { Words } from '../../../core/vocabulary/words.ts';
import { explanationSheet, ownLevel } from './import-register.ts';

const inYi = new Set(['total', 'annualPlan', 'beforeYear', 'feasibility', 'designEstimate', 'sinceJanuary']);

const all = (labels: Readonly<Record<string, Words>>): string =>
  Object.values(labels)
    .map(({ zh }) => zh)
    .join('、');

const registerLines: readonly string[] = [
  '项目名称、建设性质、区县：必填；已开工建设的项目须有在线平台项目代码（政府投资条例第十条），没有的请在“说明”列写明原因。',
  `建设性质：${all(projectKindLabel)}。`,
  `层级：${all(projectLevelLabel)}；清单：${all(projectListLabel)}；多个用顿号隔开。`,
  `区县：与系统中的名称一致，跨区项目用顿号隔开；市本级项目填“${ownLevel.zh}”。`,
  `资金来源：${all(moneySourceLabel)}；可在名称后写金额（亿元），如“市级财政3.2；专项债券2”。`,
  '金额以亿元为单位；如为万元，请把表头改为“总投资(万元)”，系统按表头单位换算，不猜测。',
  '日期写作 2025-06-30；计划日与实际日分列，未发生的不填。',
  '系统有疑问的行（如年度计划大于总投资、开工早于批准）须在“说明”列写明原因才会导入。',
];

const monthLines: readonly string[] = [
  '项目代码或项目名称至少填一项；月份写作 2025-06。',
  '本年累计完成投资为当年1月至该月的累计数，单位亿元；如为万元，请把表头改为“本年累计完成投资(万元)”。',
  '累计小于上月、超过总投资、与上月或年度计划相差约一万倍等情形须在“说明”列写明原因才会导入。',
];

export function projectTemplate(what: 'register' | 'months'): Promise<Buffer> {
  const fields: readonly string[] = what === 'register' ? projectFields : monthFields;
  const headings: Readonly<Record<string, readonly string[]>> =
    what === 'register' ? projectHeadings : monthHeadings;
  const header = fields.map((field) => ({
    value: `${headings[field]?.[0] ?? ''}${inYi.has(field) ? '(亿元)' : ''}`,
    type: String,
    fontWeight: 'bold' as const,
  }));
  return writeXlsxFile([
    {
      sheet: what === 'register' ? '项目清单' : '月度投资',
      columns: fields.map(() => ({ width: 16 })),
      data: [header],
    },
    {
      sheet: explanationSheet,
      columns: [{ width: 110 }],
      data: (what === 'register' ? registerLines : monthLines).map((value) => [{ value, type: String }]),
    },
  ]).toBuffer();
}
