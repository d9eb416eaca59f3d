// The words of standings and appraisal in both languages.
import type { AppraisalGrade } from '../assess/standing/appraisal.ts';
import type { Normalisation, OutcomeKind, RoundAction, RoundState } from '../assess/standing/formula.ts';
import type { PartState } from '../assess/standing/points.ts';
import type { Words } from './words.ts';

export const outcomeKindLabel: Record<OutcomeKind, Words> = {
  indicatorValue: { zh: '指标水平', en: 'Level of an indicator' },
  indicatorGrowth: { zh: '指标增速', en: 'Growth of an indicator' },
  shareOfTarget: { zh: '目标完成率', en: 'Share of the target' },
  shareOnSchedule: { zh: '按进度完成的任务占比', en: 'Share of promises on schedule' },
  verifiedShare: { zh: '核验通过率', en: 'Share verified' },
  noticesClosedInTime: { zh: '督办按期销号率', en: 'Notices closed out in time' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
  thirdParty: { zh: '第三方评估', en: 'Third party score' },
  load: { zh: '工作量', en: 'Load' },
};

export const normalisationLabel: Record<Normalisation, Words> = {
  share: { zh: '与自身目标比', en: 'Against its own target' },
  range: { zh: '在最低与最高之间折算', en: 'Between the lowest and the highest' },
  rank: { zh: '按位次折算', en: 'By rank' },
  perBase: {
    zh: '按自身基数折算后，在最低与最高之间折算',
    en: 'Per its own base, between the lowest and the highest',
  },
};

export const partStateLabel: Record<PartState, Words> = {
  value: { zh: '有数据', en: 'Has a figure' },
  notApplicable: { zh: '不适用', en: 'Not applicable' },
  missing: { zh: '缺数据，不得分', en: 'No figure, no points' },
  noBase: { zh: '缺目标或基数，不得分', en: 'No target or base, no points' },
};

export const roundStateLabel: Record<RoundState, Words> = {
  draft: { zh: '拟定', en: 'Draft' },
  frozen: { zh: '数据已冻结', en: 'Figures frozen' },
  published: { zh: '已公布', en: 'Published' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const roundActionLabel: Record<RoundAction, Words> = {
  freeze: { zh: '冻结数据', en: 'Freeze the figures' },
  publish: { zh: '公布', en: 'Publish' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
};

export const appraisalGradeLabel: Record<AppraisalGrade, Words> = {
  excellent: { zh: '优秀', en: 'Excellent' },
  good: { zh: '良好', en: 'Good' },
  passed: { zh: '合格', en: 'Passed' },
  failed: { zh: '不合格', en: 'Failed' },
};
