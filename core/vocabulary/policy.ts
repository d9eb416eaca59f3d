// The words of nurtured firms and of batches of awards in both languages.
import type { NurtureAction, NurtureState } from '../policy/nurture.ts';
import type { BatchAction, BatchState } from '../policy/pay/award-batch.ts';
import type { ClaimAction, ClaimState } from '../policy/pay/claim.ts';
import type { Words } from './words.ts';

export const nurtureStateLabel: Record<NurtureState, Words> = {
  candidate: { zh: '拟上规', en: 'Candidate' },
  nurturing: { zh: '成长培育期', en: 'In the nurturing period' },
  graduated: { zh: '培育期满', en: 'Graduated' },
  left: { zh: '已退出', en: 'Left' },
};

export const nurtureActionLabel: Record<NurtureAction, Words> = {
  admit: { zh: '进入培育期', en: 'Admit' },
  assignCompanion: { zh: '指定陪跑员', en: 'Assign a companion' },
  recordCheck: { zh: '登记年度核查', en: 'Record the yearly check' },
  graduate: { zh: '培育期满出库', en: 'Graduate' },
  leave: { zh: '退出培育', en: 'Leave' },
};

export const batchStateLabel: Record<BatchState, Words> = {
  draft: { zh: '拟兑付', en: 'Proposed' },
  reviewed: { zh: '已复核', en: 'Reviewed' },
  approved: { zh: '已批准，兑付中', en: 'Approved, being paid' },
  paid: { zh: '已兑付', en: 'Paid' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const batchActionLabel: Record<BatchAction, Words> = {
  review: { zh: '复核', en: 'Review' },
  approve: { zh: '批准', en: 'Approve' },
  pay: { zh: '办结兑付', en: 'Close as paid' },
  sendBack: { zh: '退回重算', en: 'Send back' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
};

export const claimStateLabel: Record<ClaimState, Words> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已申报', en: 'Submitted' },
  returned: { zh: '退回补充', en: 'Returned for more' },
  accepted: { zh: '已受理', en: 'Accepted' },
  awarded: { zh: '已核定', en: 'Awarded' },
  refused: { zh: '不予支持', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const claimActionLabel: Record<ClaimAction, Words> = {
  submit: { zh: '申报', en: 'Submit' },
  askBack: { zh: '退回补充', en: 'Ask back' },
  accept: { zh: '受理', en: 'Accept' },
  award: { zh: '核定', en: 'Award' },
  refuse: { zh: '不予支持', en: 'Refuse' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
};
