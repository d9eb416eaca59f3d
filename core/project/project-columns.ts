// Columns of a list of projects: the words under which each may stand, the first of which the template prints.
import type { Headings } from '../quantity/sheet.ts';

const plain = [
  'code',
  'name',
  'content',
  'kind',
  'field',
  'levels',
  'place',
  'ownerUnit',
  'leadUnit',
  'total',
  'annualPlan',
  'beforeYear',
  'feasibility',
  'designEstimate',
  'financing',
  'governmentFunded',
  'lists',
  'approvedOn',
] as const;
const gates = [
  'plannedSigned',
  'passedSigned',
  'plannedLand',
  'passedLand',
  'plannedStarted',
  'passedStarted',
  'plannedCompleted',
  'passedCompleted',
  'plannedProducing',
  'passedProducing',
  'plannedFull',
  'passedFull',
] as const;
export const projectFields = [...plain, ...gates, 'explanation'] as const;
export type ProjectField = (typeof projectFields)[number];
type GateField = (typeof gates)[number];

/** The two columns of each gate of the default chain; a chain of a city's own is filled in on the page of the project. */
export const gateFields: Readonly<
  Record<string, { readonly planned: GateField; readonly passed: GateField }>
> = {
  signed: { planned: 'plannedSigned', passed: 'passedSigned' },
  land: { planned: 'plannedLand', passed: 'passedLand' },
  started: { planned: 'plannedStarted', passed: 'passedStarted' },
  completed: { planned: 'plannedCompleted', passed: 'passedCompleted' },
  producing: { planned: 'plannedProducing', passed: 'passedProducing' },
  fullCapacity: { planned: 'plannedFull', passed: 'passedFull' },
};

export const projectHeadings: Headings<ProjectField> = {
  code: ['项目代码', '在线平台代码', '赋码', 'code'],
  name: ['项目名称', '名称', 'name'],
  content: ['建设内容', '建设内容及规模', '建设规模', 'content'],
  kind: ['建设性质', '项目类别', '阶段', 'kind'],
  field: ['领域', '行业领域', '项目大类', 'field'],
  levels: ['层级', '项目层级', 'level'],
  place: ['区县', '区、县(市)', '所在地区', '属地', '地区', 'place'],
  ownerUnit: ['项目业主', '建设单位', '业主单位', 'owner'],
  leadUnit: ['牵头单位', '责任单位', '主管部门', 'lead'],
  total: ['总投资', '总投资额', 'total'],
  annualPlan: ['年度计划投资', '年度计划投资额', '年度计划', 'plan'],
  beforeYear: ['以前年度完成投资', '截至上年底完成投资', 'before'],
  feasibility: ['可研估算', 'feasibility'],
  designEstimate: ['初步设计概算', '概算', 'estimate'],
  financing: ['资金来源', 'financing'],
  governmentFunded: ['政府投资', '是否政府投资', 'government'],
  lists: ['清单', '五张清单', 'lists'],
  approvedOn: ['批准日', '批复日期', '审批日期', 'approved'],
  plannedSigned: ['计划签约'],
  passedSigned: ['签约日', '签约', '签约日期'],
  plannedLand: ['计划供地'],
  passedLand: ['供地日', '供地', '供地日期'],
  plannedStarted: ['计划开工'],
  passedStarted: ['开工日', '开工', '开工日期', '实际开工'],
  plannedCompleted: ['计划竣工'],
  passedCompleted: ['竣工日', '竣工', '竣工日期', '实际竣工'],
  plannedProducing: ['计划投产'],
  passedProducing: ['投产日', '投产', '投产日期'],
  plannedFull: ['计划达产'],
  passedFull: ['达产日', '达产', '达产日期'],
  explanation: ['说明', '备注', 'note'],
};

export const monthFields = [
  'code',
  'name',
  'month',
  'sinceJanuary',
  'picture',
  'physical',
  'explanation',
] as const;
export type MonthField = (typeof monthFields)[number];

export const monthHeadings: Headings<MonthField> = {
  code: projectHeadings.code,
  name: projectHeadings.name,
  month: ['月份', '截至月份', 'month'],
  sinceJanuary: ['本年累计完成投资', '累计完成投资', '完成投资', 'done'],
  picture: ['形象进度', 'progress'],
  physical: ['形象进度百分比', '形象进度%', 'physical'],
  explanation: projectHeadings.explanation,
};
