// The words of nurtured firms and of batches of awards in both languages.

import type { ProposalAction, ProposalState } from '../policy/author/proposal.ts';
import type { NurtureAction, NurtureState } from '../policy/nurture.ts';
import type { BatchAction, BatchState } from '../policy/pay/award-batch.ts';
import type { ClaimAction, ClaimState } from '../policy/pay/claim.ts';
import type { SizeBand } from '../policy/pay/difference-by.ts';
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

export const proposalStateLabel: Record<ProposalState, Words> = {
  proposed: { zh: '待公布', en: 'Waiting for publication' },
  published: { zh: '已公布', en: 'Published' },
  returned: { zh: '已退回', en: 'Sent back' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const proposalActionLabel: Record<ProposalAction | 'propose', Words> = {
  propose: { zh: '送审', en: 'Propose' },
  publish: { zh: '公布', en: 'Publish' },
  sendBack: { zh: '退回修改', en: 'Send back' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
};

/** By staff alone: bands of ours for comparing, no official sizes. */
export const sizeBandLabel: Record<SizeBand, Words> = {
  micro: { zh: '20人以下', en: 'Under 20 people' },
  small: { zh: '20至299人', en: '20 to 299 people' },
  medium: { zh: '300至999人', en: '300 to 999 people' },
  large: { zh: '1000人及以上', en: '1,000 people and more' },
  unknown: { zh: '人数未知', en: 'Staff not known' },
};
