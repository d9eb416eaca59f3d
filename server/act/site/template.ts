// The empty workbook that the import of sites takes, and a sheet that says what each column holds.
import writeXlsxFile from 'write-excel-file/node';
import { siteFields, siteHeadings } from '../../../core/observe/site-rows.ts';
import { explanationSheet } from './import.ts';

const lines: readonly string[] = [
  '点位名称、区县：必填；区县须与系统中的名称一致，也可填街道。',
  '经度、纬度：十进制度数，一起填写或都不填；上传时须声明坐标系（WGS-84、GCJ-02、BD-09），系统统一换算。',
  '数量：该点位计入项目目标的数量，不填为 1；单位不填则用项目目标的单位。',
  '完成时限：如 2025-11-30，不填则用项目的完成时限。',
];

export async function siteTemplate(): Promise<Buffer> {
  const header = siteFields.map((field) => ({
    value: siteHeadings[field][0] ?? '',
    type: String,
    fontWeight: 'bold' as const,
  }));
  return writeXlsxFile([
    { sheet: '点位', columns: siteFields.map(() => ({ width: 18 })), data: [header] },
    {
      sheet: explanationSheet,
      columns: [{ width: 100 }],
      data: lines.map((value) => [{ value, type: String }]),
    },
  ]).toBuffer();
}
