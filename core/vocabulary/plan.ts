// The words of a plan in both languages: kinds of commitment, forms and measures of targets, modes of allocation.
import type {
  AllocationMode,
  CommitmentKind,
  Force,
  GoodWay,
  Measure,
  TargetForm,
} from '../plan/commitment.ts';
import type { FigureNature } from '../plan/draft.ts';
import type { ChangedField } from '../plan/draft-difference.ts';
import type { Words } from './words.ts';

export const kindLabel: Record<CommitmentKind, Words> = {
  indicator: { zh: '主要指标', en: 'Indicator' },
  task: { zh: '重点任务', en: 'Task' },
  livelihood: { zh: '民生实事', en: 'Livelihood project' },
  project: { zh: '重大项目', en: 'Construction project' },
  budget: { zh: '预算', en: 'Budget line' },
  policy: { zh: '政策', en: 'Policy' },
};

/** Over a list or a count of them; Chinese needs no other word. */
export const kindsLabel: Record<CommitmentKind, Words> = {
  indicator: { zh: kindLabel.indicator.zh, en: 'Indicators' },
  task: { zh: kindLabel.task.zh, en: 'Tasks' },
  livelihood: { zh: kindLabel.livelihood.zh, en: 'Livelihood projects' },
  project: { zh: kindLabel.project.zh, en: 'Construction projects' },
  budget: { zh: kindLabel.budget.zh, en: 'Budget lines' },
  policy: { zh: kindLabel.policy.zh, en: 'Policies' },
};

export const forceLabel: Record<Force, Words> = {
  binding: { zh: '约束性', en: 'Binding' },
  anticipatory: { zh: '预期性', en: 'Anticipatory' },
};

export const formLabel: Record<TargetForm, Words> = {
  level: { zh: '数值', en: 'Level' },
  growth: { zh: '增速', en: 'Growth' },
  bound: { zh: '上下限', en: 'Bound' },
  range: { zh: '区间', en: 'Range' },
  relative: { zh: '相对其他指标', en: 'Relative to another series' },
  trend: { zh: '趋势', en: 'Trend' },
  rank: { zh: '位次', en: 'Rank' },
  share: { zh: '份额', en: 'Share' },
  qualitative: { zh: '文字要求', en: 'In words' },
};

export const measureLabel: Record<Measure, Words> = {
  flow: { zh: '当年累计', en: 'Count through the year' },
  rate: { zh: '增速或水平', en: 'Rate' },
  share: { zh: '占比', en: 'Share' },
  stock: { zh: '期末存量', en: 'Level on a day' },
  cumulative: { zh: '规划期累计', en: 'Total over the five-year plan' },
  text: { zh: '文字', en: 'Words' },
};

export const goodWayLabel: Record<GoodWay, Words> = {
  higher: { zh: '越高越好', en: 'Higher is better' },
  lower: { zh: '越低越好', en: 'Lower is better' },
  around: { zh: '适中为好', en: 'Near the number is best' },
};

export const comparatorLabel: Record<'eq' | 'ge' | 'le' | 'approx' | 'range', Words> = {
  eq: { zh: '达到', en: 'exactly' },
  ge: { zh: '不低于', en: 'at least' },
  le: { zh: '不超过', en: 'at most' },
  approx: { zh: '左右', en: 'about' },
  range: { zh: '区间', en: 'between' },
};

export const allocationLabel: Record<AllocationMode, Words> = {
  sum: { zh: '分解到各地，合计等于总数', en: 'Split over places, adding up to the target' },
  each: { zh: '各地同一标准', en: 'The same rate everywhere' },
  whole: { zh: '全市统筹，不分解', en: 'Not split' },
  pair: { zh: '新增与提升并列', en: 'New and improved, side by side' },
};

export const natureLabel: Record<FigureNature, Words> = {
  reported: { zh: '填报数', en: 'Reported' },
  preliminary: { zh: '初步数', en: 'Preliminary' },
  estimated: { zh: '预计数', en: 'Estimated' },
  revised: { zh: '修订数', en: 'Revised' },
  final: { zh: '最终数', en: 'Final' },
};

export const changedFieldLabel: Record<ChangedField, Words> = {
  targets: { zh: '目标', en: 'Targets' },
  leadUnit: { zh: '牵头单位', en: 'Lead unit' },
  supportUnits: { zh: '配合单位', en: 'Supporting units' },
  official: { zh: '责任领导', en: 'Accountable official' },
  dueOn: { zh: '完成时限', en: 'Due date' },
  title: { zh: '名称', en: 'Title' },
  force: { zh: '指标属性', en: 'Force' },
};
