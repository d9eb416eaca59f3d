// The words of the command line in both languages.

import type { Comparator, DocumentKind, ItemFamily, UnreadWhy } from '../../core/read/reading.ts';
import type { Words } from '../../core/vocabulary/words.ts';

export const kindWords: Record<DocumentKind, Words> = {
  workReport: { zh: '政府工作报告', en: 'work report' },
  planReport: { zh: '计划报告', en: 'plan report' },
  budgetReport: { zh: '预算报告', en: 'budget report' },
  decomposition: { zh: '任务分解', en: 'breakdown of tasks' },
  livelihoodList: { zh: '民生实事清单', en: 'list of livelihood projects' },
  policyPackage: { zh: '政策文件', en: 'policy package' },
  executionReport: { zh: '执行情况报告', en: 'execution report' },
  gazette: { zh: '政府公报', en: 'gazette' },
  other: { zh: '其他文件', en: 'other document' },
};

export const familyWords: Record<ItemFamily, Words> = {
  indicator: { zh: '指标', en: 'indicators' },
  task: { zh: '任务', en: 'tasks' },
  livelihood: { zh: '民生实事', en: 'livelihood projects' },
  allocation: { zh: '区县分解', en: 'allocations' },
  project: { zh: '项目', en: 'projects' },
  budget: { zh: '预算', en: 'budget lines' },
  policy: { zh: '政策', en: 'policies' },
  award: { zh: '奖补条款', en: 'awards' },
  text: { zh: '文中目标与成效', en: 'targets and results in the text' },
};

export const unreadWords: Record<UnreadWhy, Words> = {
  digitsWithoutClass: { zh: '数字含义不明', en: 'digits of unknown meaning' },
  cellWithoutHeader: { zh: '单元格缺表头', en: 'cell without a header' },
  unitMissing: { zh: '缺计量单位', en: 'unit missing' },
  ownerUnknown: { zh: '责任单位不明', en: 'owner unknown' },
};

export const comparatorSign: Record<Comparator, string> = {
  eq: '',
  ge: '≥',
  le: '≤',
  approx: '≈',
  range: '',
};

export const words = {
  characters: { zh: '{count} 字', en: '{count} characters' },
  counts: {
    zh: '标题 {headings} · 表格 {tables} · 数量 {quantities} · 事项 {items} · 核对 {checks}（不一致 {failed}）· 未读懂 {unread}',
    en: '{headings} headings · {tables} tables · {quantities} quantities · {items} items · {checks} checks ({failed} failed) · {unread} not understood',
  },
  target: { zh: '目标', en: 'target' },
  result: { zh: '结果', en: 'result' },
  tables: { zh: '表格', en: 'Tables' },
  tableSize: { zh: '{rows} 行 × {columns} 列', en: '{rows} rows × {columns} columns' },
  untitled: { zh: '（无标题）', en: '(no caption)' },
  more: { zh: '… 另有 {count} 项，加 --all 全部列出', en: '… {count} more; add --all to list them' },
  findings: { zh: '不一致', en: 'Findings' },
  unread: { zh: '未读懂', en: 'Not understood' },
  appointments: { zh: '任免', en: 'Appointments' },
  appoint: { zh: '任', en: 'appointed' },
  relieve: { zh: '免', en: 'relieved' },
  notes: { zh: '读取说明', en: 'Notes on the file' },
  expected: { zh: '应为 {expected}，实为 {found}', en: 'expected {expected}, found {found}' },
  residual: { zh: '相差 {residual}', en: 'off by {residual}' },
  rounding: { zh: '四舍五入最多可解释 {rounding}', en: 'rounding alone explains up to {rounding}' },
  other: { zh: '另见 {place}', en: 'see also {place}' },
  explained: { zh: '文中已注明', en: 'explained in the document' },
  audited: { zh: '核对 {checks} 处，不一致 {failed} 处', en: '{checks} checks, {failed} contradictions' },
  auditedRepairs: { zh: '，版面修复 {repairs} 处', en: ', {repairs} repairs of layout' },
  noChecks: { zh: '文中没有可核对的合计或平衡关系', en: 'the document has no totals or balances to check' },
  judged: {
    zh: '{of} 项可判定，与文件一致 {agree} 项，无法判定 {undecided} 项',
    en: '{of} rows decided, {agree} agree with the document, {undecided} undecided',
  },
  noRows: {
    zh: '文中没有同时列出目标和完成情况的指标表',
    en: 'the document has no table with both targets and figures',
  },
  judgeHeader: {
    zh: '序号|指标|目标|完成|判定|文件所述|',
    en: 'No.|Indicator|Target|Figure|Verdict|Printed|',
  },
  agrees: { zh: '一致', en: 'agrees' },
  differs: { zh: '不一致', en: 'differs' },
  linked: {
    zh: '{links} 项承诺在后一份文件中找到结果（承诺 {promises} 项）：完成 {met}，未完成 {missed}，不明 {unclear}',
    en: '{links} of {promises} promises found in the later document: {met} met, {missed} missed, {unclear} unclear',
  },
  met: { zh: '完成', en: 'met' },
  missed: { zh: '未完成', en: 'missed' },
  unclear: { zh: '不明', en: 'unclear' },
  reading: { zh: '正在读取 {name} …', en: 'reading {name} …' },
  notAFile: { zh: '“{name}”是文件夹，请指定文件', en: '"{name}" is a folder; name a file' },
  notReadable: { zh: '没有权限读取“{name}”', en: 'no permission to read "{name}"' },
  notFound: { zh: '找不到文件“{name}”，请检查路径', en: 'no file "{name}"; check the path' },
  stdin: { zh: '标准输入', en: 'standard input' },
  stdinTwice: { zh: '标准输入（-）只能用一次', en: 'standard input (-) can be used only once' },
  noServer: {
    zh: '{address} 没有运行中的闭环，请先执行 bihuan serve',
    en: 'no Bihuan is running at {address}; run `bihuan serve` first',
  },
  imported: {
    zh: '已导入《{title}》：事项 {items}，不一致 {findings}',
    en: 'imported "{title}": {items} items, {findings} findings',
  },
  alreadyHere: { zh: '此前已导入同一文件《{title}》', en: 'the same file is already here: "{title}"' },
  review: { zh: '审阅：{address}', en: 'review: {address}' },
} as const satisfies Record<string, Words>;
