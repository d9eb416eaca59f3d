// What can be wrong with a table of monitoring figures, an indicator, or a five-year target.
import type { Words } from './words.ts';

export const seriesProblems = {
  'series.notFound': { zh: '未找到该监测指标', en: 'No such indicator' },
  'series.noRows': { zh: '文件中没有数据', en: 'The file holds no figure' },
  'series.indicatorKnown': { zh: '“{name}”已经登记', en: '"{name}" is registered already' },
  'series.placeKnown': { zh: '“{name}”已经登记', en: '"{name}" is registered already' },
  'series.sourceMissing': { zh: '请写明数据来源', en: 'Name the source of the figures' },
  'series.indicatorUnknown': {
    zh: '{cell}：指标“{name}”还没有登记，请在下面登记或改为已登记的名称',
    en: '{cell}: the indicator "{name}" is not registered; register it below, or use a registered name',
  },
  'series.placeUnknown': {
    zh: '{cell}：没有“{name}”这个地区，请先登记对比地区或改正名称',
    en: '{cell}: no place is called "{name}"; register it or correct the name',
  },
  'series.periodMissing': {
    zh: '{cell}：表头“{head}”和表题都没有写明期间，请选择期间后再读',
    en: '{cell}: neither the heading "{head}" nor the title names a period; choose one and read again',
  },
  'series.periodUnreadable': {
    zh: '{cell}：期间“{text}”无法识别，可写 2025-05、2025-Q1、2025年1-5月',
    en: '{cell}: the period "{text}" cannot be read; write 2025-05, 2025-Q1 or 2025-01/2025-05',
  },
  'series.stepDiffers': {
    zh: '{cell}：“{name}”的发布周期与该期间不符（季度指标只到季末月，当期值不能是多月合计）',
    en: '{cell}: the period does not fit the rhythm of "{name}" (a quarterly one ends a quarter; a period figure is no sum)',
  },
  'series.measureUnknown': {
    zh: '{cell}：口径“{text}”无法识别，可写当期值、当期同比、累计值、累计同比',
    en: '{cell}: the measure "{text}" is not known; write period, periodGrowth, total or totalGrowth',
  },
  'series.notNumber': {
    zh: '{cell}：“{name}”的“{text}”不是数字；没有数据请留空或写“…”',
    en: '{cell}: "{text}" of "{name}" is no number; leave it empty or write … where there is none',
  },
  'series.unitDiffers': {
    zh: '{cell}：“{name}”的单位是“{wanted}”，表中为“{unit}”，不能换算',
    en: '{cell}: the unit of "{name}" is "{wanted}"; "{unit}" cannot be converted',
  },
  'series.semicolon': {
    zh: '{cell}：列以分号分隔，请另存为逗号分隔的 SDMX-CSV',
    en: '{cell}: columns are separated by semicolons; save it as SDMX-CSV with commas',
  },
  'series.noDeletion': {
    zh: '{cell}：数据只增不删；要更正，请导入新的数值，旧值仍可查看',
    en: '{cell}: figures are never deleted; import the new value, the old one stays to be seen',
  },
  'series.periodAhead': {
    zh: '{cell}：期间到 {day} 才结束，今天是 {today}',
    en: '{cell}: the period ends on {day}; today is {today}',
  },
  'series.twice': {
    zh: '{cell}：同一数据在 {otherCell} 已有 {other}，这里是 {value}',
    en: '{cell}: the same figure stands in {otherCell} as {other}, here as {value}',
  },
  'series.totalFalls': {
    zh: '{cell}：累计 {value} 小于 {lastDay} 的 {last}，请核对',
    en: '{cell}: the running total {value} is below the {last} of {lastDay}; check it',
  },
  'series.wrongUnit': {
    zh: '{cell}：{value} 与 {lastDay} 的 {last} 相差约一万倍，疑为单位有误，请核对',
    en: '{cell}: {value} is about ten thousand times apart from the {last} of {lastDay}; is it the unit? Check it',
  },
  'fiveYear.notFound': { zh: '未找到该五年目标', en: 'No such five-year target' },
  'fiveYear.known': {
    zh: '“{metric}”在这个五年已有目标',
    en: '"{metric}" has a target for these years already',
  },
  'fiveYear.yearOutside': {
    zh: '{year} 年不在 {from}—{to} 年之内',
    en: '{year} is not within {from} to {to}',
  },
  'fiveYear.yearsInvalid': { zh: '结束年不能早于开始年', en: 'The last year cannot come before the first' },
  'fiveYear.needsBaseline': {
    zh: '期末达到的水平须有基期值（规划前一年的水平）',
    en: 'A level at the end needs its baseline, the level of the year before',
  },
} as const satisfies Readonly<Record<string, Words>>;
