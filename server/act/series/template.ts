// The workbook that the import of monitoring figures takes: one figure a row, and a sheet that says what each column holds.
import writeXlsxFile from 'write-excel-file/node';
import { longHeadings } from '../../../core/budget/monitor/long-table.ts';

const fields = ['indicator', 'place', 'period', 'measure', 'value', 'unit', 'nature'] as const;

const lines: readonly string[] = [
  '一行一个数。指标、期间、数值：必填；指标须与系统登记的名称一致。',
  '地区：不填为本市，可填全国、本省、已登记的对比城市或所属区县。',
  '期间：2025-05、2025年1-5月、2025-Q1 均可；1、2 月合并发布的写 2025年1-2月。',
  '口径：当期值、当期同比、累计值、累计同比；不填则为该指标的主要口径。',
  '单位：可与登记单位不同（如万元、亿元），系统按倍数换算；同比一律为百分数。',
  '性质：初步、最终、预计，可不填。没有数据请留空或写“…”。',
  '也可直接上传统计局月报、国家数据下载表或 SDMX-CSV，不必改成本表。',
];

export async function monitorTemplate(): Promise<Buffer> {
  const header = fields.map((field) => ({
    value: longHeadings[field][0] ?? '',
    type: String,
    fontWeight: 'bold' as const,
  }));
  return writeXlsxFile([
    { sheet: '监测数据', columns: fields.map(() => ({ width: 18 })), data: [header] },
    {
      sheet: '填写说明',
      columns: [{ width: 100 }],
      data: lines.map((value) => [{ value, type: String }]),
    },
  ]).toBuffer();
}
