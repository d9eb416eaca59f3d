// The words of reporting in both languages: states, moves, what is due, findings' weight, confidence.
import type { ConfidenceWord, Disagreement } from '../observe/confidence.ts';
import type { AskConflict, Frequency } from '../observe/figure-ask.ts';
import type { FindingWeight } from '../observe/figure-check.ts';
import type { DueState } from '../observe/figure-due.ts';
import type { ReportAction, ReportState } from '../observe/report.ts';
import type { RowField } from '../observe/report-rows.ts';
import type { Words } from './words.ts';

export const reportStateLabel: Record<ReportState, Words> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已提交，待牵头单位审核', en: 'Submitted, waiting for the lead unit' },
  returned: { zh: '已退回', en: 'Returned' },
  accepted: { zh: '牵头单位已审核，待核验', en: 'Accepted by the lead unit, waiting for verification' },
  verified: { zh: '已核验', en: 'Verified' },
  locked: { zh: '已锁定', en: 'Locked' },
  discarded: { zh: '已作废', en: 'Discarded' },
};

export const reportActionLabel: Record<ReportAction, Words> = {
  save: { zh: '保存', en: 'Save' },
  submit: { zh: '提交', en: 'Submit' },
  recall: { zh: '撤回', en: 'Take back' },
  accept: { zh: '审核通过', en: 'Accept' },
  return: { zh: '退回', en: 'Return' },
  verify: { zh: '核验通过', en: 'Verify' },
  sendBack: { zh: '核验退回', en: 'Send back' },
  lock: { zh: '锁定', en: 'Lock' },
  correct: { zh: '更正', en: 'Correct' },
  discard: { zh: '作废', en: 'Discard' },
};

export const dueStateLabel: Record<DueState, Words> = {
  notYet: { zh: '未到报送期', en: 'Not yet' },
  due: { zh: '待报送', en: 'Due' },
  late: { zh: '逾期未报', en: 'Late' },
  inTime: { zh: '按时报送', en: 'In time' },
  receivedLate: { zh: '逾期报送', en: 'Received late' },
};

export const frequencyLabel: Record<Frequency, Words> = {
  month: { zh: '每月', en: 'Monthly' },
  quarter: { zh: '每季度', en: 'Quarterly' },
  half: { zh: '每半年', en: 'Half-yearly' },
  year: { zh: '每年', en: 'Yearly' },
};

export const askConflictLabel: Record<AskConflict['kind'], Words> = {
  askedOfTwo: { zh: '同一数据要求两个单位报送', en: 'One figure is asked of two units' },
  unitsDiffer: { zh: '同一数据的计量单位不一致', en: 'One figure is wanted in units that differ' },
};

export const findingWeightLabel: Record<FindingWeight, Words> = {
  refuses: { zh: '必须修改', en: 'Must be corrected' },
  asks: { zh: '需要说明', en: 'Needs an explanation' },
  notes: { zh: '提示', en: 'Note' },
};

export const rowFieldLabel: Record<RowField, Words> = {
  number: { zh: '序号', en: 'Number' },
  metric: { zh: '指标名称', en: 'Metric' },
  place: { zh: '区县', en: 'Place' },
  period: { zh: '报告期', en: 'Period' },
  value: { zh: '完成值', en: 'Value' },
  unit: { zh: '计量单位', en: 'Unit' },
  statement: { zh: '进展情况', en: 'Statement' },
};

export const confidenceLabel: Record<ConfidenceWord, Words> = {
  secured: { zh: '有把握', en: 'Secured' },
  reachable: { zh: '可以完成', en: 'Reachable' },
  needsHelp: { zh: '需要支持', en: 'Needs help' },
  doubtful: { zh: '难以完成', en: 'Doubtful' },
};

export const disagreementLabel: Record<Disagreement, Words> = {
  ownerMoreHopeful: { zh: '责任单位比数据乐观', en: 'The owner is more hopeful than the figures' },
  ownerMoreWorried: { zh: '责任单位比数据担心', en: 'The owner is more worried than the figures' },
  none: { zh: '一致', en: 'They agree' },
};

/** What to write under each kind of comment, so that a comment says something. */
export const reportHelp: Words = {
  zh: '填写数据、完成的事项、存在的问题和下一步安排；“正常进行中”一类的表述不作为可量化事项的报送',
  en: 'Give the figure, what was done, what hinders and what comes next; “proceeding normally” is not accepted for what can be measured',
};
