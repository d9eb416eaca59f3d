// The words of construction projects in both languages: kinds, lists, stages, rates with their formulas, blockers, evidence.
import type { BlockerAction, BlockerKind, BlockerState } from '../project/blocker.ts';
import type { DispatchReason } from '../project/dispatch.ts';
import type { Activity, Disagreement, EvidenceKind } from '../project/evidence.ts';
import type { GroupBy } from '../project/group.ts';
import type { Factor } from '../project/guarantee.ts';
import type { MoneySource, ProjectKind, ProjectLevel, ProjectList } from '../project/project.ts';
import type { FormulaId } from '../project/rate.ts';
import type { ProjectSettings } from '../project/settings.ts';
import type { Stage } from '../project/stage.ts';
import type { Words } from './words.ts';

export const projectKindLabel: Record<ProjectKind, Words> = {
  new: { zh: '新开工', en: 'New' },
  continuing: { zh: '续建', en: 'Continuing' },
  finishing: { zh: '竣工', en: 'Finishing' },
  reserve: { zh: '前期储备', en: 'In preparation' },
};

/** 五张项目清单. */
export const projectListLabel: Record<ProjectList, Words> = {
  attract: { zh: '招引清单', en: 'To attract' },
  prepare: { zh: '谋划清单', en: 'To prepare' },
  start: { zh: '开工清单', en: 'To start' },
  advance: { zh: '推进清单', en: 'To advance' },
  complete: { zh: '竣工清单', en: 'To complete' },
};

export const projectLevelLabel: Record<ProjectLevel, Words> = {
  province: { zh: '省重大项目', en: 'Province' },
  city: { zh: '市重点项目', en: 'City' },
  district: { zh: '区县重点项目', en: 'District' },
};

export const moneySourceLabel: Record<MoneySource, Words> = {
  cityBudget: { zh: '市级财政', en: 'City budget' },
  districtBudget: { zh: '区县财政', en: 'District budget' },
  landProceeds: { zh: '土地出让收益', en: 'Proceeds of land' },
  specialBond: { zh: '专项债券', en: 'Special bonds' },
  centralBudget: { zh: '中央预算内投资', en: 'Central budget investment' },
  treasuryBond: { zh: '国债资金', en: 'Treasury bonds' },
  policyFinance: { zh: '政策性金融工具', en: 'Policy finance' },
  stateEnterprise: { zh: '国有企业自筹', en: 'State enterprise' },
  private: { zh: '民间投资', en: 'Private' },
  foreign: { zh: '外资', en: 'Foreign' },
  loan: { zh: '银行贷款', en: 'Loans' },
};

/** Fields of an entry that hold money. */
export const projectFieldLabel: Readonly<Record<string, Words>> = {
  total: { zh: '总投资', en: 'Total' },
  annualPlan: { zh: '年度计划投资', en: 'Annual plan' },
  beforeYear: { zh: '以前年度完成投资', en: 'Invested before this year' },
  feasibility: { zh: '可研估算', en: 'Feasibility estimate' },
  designEstimate: { zh: '初步设计概算', en: 'Design estimate' },
};

export const groupByLabel: Record<GroupBy, Words> = {
  field: { zh: '按领域', en: 'By field' },
  place: { zh: '按地区', en: 'By place' },
  level: { zh: '按层级', en: 'By level' },
  kind: { zh: '按阶段', en: 'By kind' },
  source: { zh: '按资金来源', en: 'By source of money' },
  list: { zh: '按清单', en: 'By list' },
};

/** Gates of the default chain; a city that sets its own chain brings its own words. */
export const gateLabel: Readonly<Record<string, Words>> = {
  signed: { zh: '签约', en: 'Signed' },
  land: { zh: '供地', en: 'Land' },
  started: { zh: '开工', en: 'Started' },
  completed: { zh: '竣工', en: 'Completed' },
  producing: { zh: '投产', en: 'Producing' },
  fullCapacity: { zh: '达产', en: 'Full capacity' },
};

/** The five 未 of the default chain. */
export const stuckLabel: Readonly<Record<string, Words>> = {
  signedNoLand: { zh: '签约未供地', en: 'Signed, no land' },
  landNotStarted: { zh: '供地未开工', en: 'Land, not started' },
  startedNotCompleted: { zh: '开工未竣工', en: 'Started, not completed' },
  completedNotProducing: { zh: '竣工未投产', en: 'Completed, not producing' },
  producingNotFull: { zh: '投产未达产', en: 'Producing, not at full capacity' },
};

/** The five rates of the default chain. */
export const gateRateLabel: Readonly<Record<string, Words>> = {
  landRate: { zh: '供地率', en: 'Land rate' },
  startRate: { zh: '开工率', en: 'Start rate' },
  completionRate: { zh: '竣工率', en: 'Completion rate' },
  productionRate: { zh: '投产率', en: 'Production rate' },
  capacityRate: { zh: '达产率', en: 'Full-capacity rate' },
};

export const stageStateLabel: Record<Stage['state'], Words> = {
  outside: { zh: '未进入链条', en: 'Not in the chain' },
  open: { zh: '环节进行中', en: 'Open' },
  late: { zh: '环节逾期', en: 'Late' },
  done: { zh: '全部环节完成', en: 'Done' },
};

/** Formulas as they are printed beside a rate. */
export const formulaText: Record<FormulaId, Words> = {
  investmentRate: {
    zh: '投资完成率 = 完成投资 {numerator} 亿元 ÷ 年度计划投资 {denominator} 亿元 = {percent}%',
    en: 'Investment rate = {numerator} ÷ annual plan {denominator} (100 million yuan) = {percent}%',
  },
  startRate: {
    zh: '开工率 = 已开工新建项目 {numerator} 个 ÷ 计划新开工项目 {denominator} 个 = {percent}%',
    en: 'Start rate = {numerator} new projects started ÷ {denominator} planned = {percent}%',
  },
  gateRate: {
    zh: '{numerator} 个 ÷ 已通过上一环节的 {denominator} 个 = {percent}%',
    en: '{numerator} ÷ {denominator} that passed the gate before = {percent}%',
  },
  shareOfTotal: {
    zh: '占比 = {numerator} ÷ 合计 {denominator} = {percent}%',
    en: 'Share = {numerator} ÷ total {denominator} = {percent}%',
  },
  shareOfProvince: {
    zh: '占全省比重 = {numerator} ÷ 全省 {denominator} = {percent}%',
    en: 'Share of the province = {numerator} ÷ {denominator} = {percent}%',
  },
};

export const blockerKindLabel: Record<BlockerKind, Words> = {
  land: { zh: '用地', en: 'Land' },
  demolition: { zh: '征迁', en: 'Demolition' },
  approval: { zh: '审批', en: 'Approval' },
  money: { zh: '资金', en: 'Money' },
  energy: { zh: '用能', en: 'Energy' },
  forest: { zh: '用林', en: 'Forest' },
  pipeline: { zh: '管线迁改', en: 'Pipes and lines' },
  contract: { zh: '招标合同', en: 'Tender and contract' },
  other: { zh: '其他', en: 'Other' },
};

export const blockerStateLabel: Record<BlockerState, Words> = {
  raised: { zh: '待交办', en: 'To be assigned' },
  assigned: { zh: '已交办', en: 'Assigned' },
  solved: { zh: '报已解决，待验收', en: 'Reported solved, waiting for acceptance' },
  closed: { zh: '已销号', en: 'Closed out' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
};

export const blockerActionLabel: Record<BlockerAction, Words> = {
  assign: { zh: '交办', en: 'Assign' },
  reassign: { zh: '改办', en: 'Assign to another' },
  solve: { zh: '报已解决', en: 'Report as solved' },
  accept: { zh: '验收销号', en: 'Accept and close out' },
  sendBack: { zh: '退回', en: 'Send back' },
  withdraw: { zh: '撤销', en: 'Withdraw' },
  reopen: { zh: '重新交办', en: 'Reopen' },
};

/** Why a project stands on the sheet of the dispatch meeting. */
export const dispatchReasonLabel: Record<DispatchReason, Words> = {
  gateLate: { zh: '环节逾期', en: 'A gate is late' },
  blockerLate: { zh: '堵点逾期未解决', en: 'A blocker is late' },
  noReport: { zh: '未报投资', en: 'No investment reported' },
  behindTime: { zh: '投资慢于时间进度', en: 'Investment behind the time gone' },
  blockerOpen: { zh: '有堵点待解决', en: 'A blocker is open' },
};

export const factorLabel: Record<Factor, Words> = {
  land: { zh: '用地', en: 'Land' },
  forest: { zh: '用林', en: 'Forest' },
  energy: { zh: '用能', en: 'Energy' },
  money: { zh: '资金', en: 'Money' },
};

export const evidenceKindLabel: Record<EvidenceKind, Words> = {
  attendance: { zh: '工地考勤', en: 'Site attendance' },
  imagery: { zh: '施工影像', en: 'Site pictures' },
  drone: { zh: '无人机实勘', en: 'Drone' },
  satellite: { zh: '卫星遥感', en: 'Satellite' },
  spoil: { zh: '出土数据', en: 'Spoil removed' },
  inspection: { zh: '现场督查', en: 'Inspection on site' },
};

export const activityLabel: Record<Activity, Words> = {
  active: { zh: '正在施工', en: 'At work' },
  idle: { zh: '未见施工', en: 'Idle' },
  unclear: { zh: '无法判断', en: 'Cannot be told' },
};

/** {reported} and {seen} are filled in where both are numbers. */
export const disagreementText: Record<Disagreement, Words> = {
  idleOnSite: { zh: '填报正在建设，现场未见施工', en: 'Reported as being built, seen idle' },
  activeUnreported: { zh: '填报未开工，现场正在施工', en: 'Reported as not started, seen at work' },
  progressApart: {
    zh: '填报形象进度 {reported}%，现场测得 {seen}%',
    en: 'Reported {reported}% built, {seen}% seen',
  },
  evidenceSplit: { zh: '不同来源的佐证互相矛盾', en: 'Two kinds of evidence contradict each other' },
};

export const projectSettingLabel: Record<keyof ProjectSettings, Words> = {
  chain: { zh: '项目环节链', en: 'Chain of gates' },
  startDue: { zh: '各月应达开工率', en: 'Start rate due by month' },
  estimateOver: { zh: '概算超可研须报告的比例', en: 'Estimate over feasibility that must be reported' },
  monthShare: { zh: '单月投资占年度计划的询问线', en: 'Share of the year in one month that is asked about' },
  evidenceGap: { zh: '佐证与填报的容许差距', en: 'Points between evidence and report' },
  evidenceDays: { zh: '佐证有效天数', en: 'Days for which evidence speaks' },
};
