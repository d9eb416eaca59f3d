// The words of alternative values and consultations in both languages.
import type { AlternativeAction, AlternativeState } from '../observe/alternative.ts';
import type { ComputedFigure } from '../observe/computed-figure.ts';
import type { ConsultationAction, ConsultationState } from '../plan/consultation.ts';
import type { Words } from './words.ts';

export const alternativeStateLabel: Record<AlternativeState, Words> = {
  proposed: { zh: '提出不同数据，待定', en: 'Proposed' },
  adopted: { zh: '已采纳', en: 'Adopted' },
  declined: { zh: '未采纳', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const alternativeActionLabel: Record<AlternativeAction, Words> = {
  adopt: { zh: '采纳', en: 'Adopt' },
  decline: { zh: '不采纳', en: 'Decline' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
};

export const consultationStateLabel: Record<ConsultationState, Words> = {
  sent: { zh: '待反馈', en: 'Waiting for comments' },
  commented: { zh: '已提意见，待答复', en: 'Commented, waiting for an answer' },
  answered: { zh: '已答复，待确认', en: 'Answered, waiting for agreement' },
  agreed: { zh: '同意', en: 'Agreed' },
  lapsed: { zh: '逾期未反馈', en: 'No answer in time' },
};

export const consultationActionLabel: Record<ConsultationAction, Words> = {
  comment: { zh: '提意见', en: 'Comment' },
  agree: { zh: '同意', en: 'Agree' },
  answer: { zh: '答复', en: 'Answer' },
  lapse: { zh: '按未反馈处理', en: 'Close without an answer' },
};

export const computedLabel: Record<ComputedFigure['kind'], Words> = {
  value: { zh: '已计算', en: 'Computed' },
  missing: { zh: '缺少计算所需数据', en: 'Inputs are missing' },
  divisorZero: { zh: '除数为零', en: 'The divisor is zero' },
  unitsDiffer: { zh: '单位不一致', en: 'The units differ' },
  tooFewInputs: { zh: '数据项不足', en: 'Too few inputs' },
};
