// The words of supervision in both languages: grades, states, moves, reasons, inspections by Order 733, the daily agenda.
import type { AgendaGroup, ClockKind } from '../supervise/agenda.ts';
import type { EscalationSign } from '../supervise/escalation.ts';
import type {
  InspectionAction,
  InspectionKind,
  InspectionMethod,
  InspectionState,
} from '../supervise/inspection.ts';
import type { ClashKind } from '../supervise/inspection-plan.ts';
import type { StandAside } from '../supervise/inspector.ts';
import type { NoticeAction, NoticeGrade, NoticeReason, NoticeState } from '../supervise/notice.ts';
import type { SuperviseSettings } from '../supervise/settings.ts';
import type { YearPlanAction, YearPlanState } from '../supervise/year-plan.ts';
import type { Words } from './words.ts';

export const noticeGradeLabel: Record<NoticeGrade, Words> = {
  reminder: { zh: '提示单', en: 'Reminder' },
  order: { zh: '督办单', en: 'Supervision order' },
  listed: { zh: '挂牌督办', en: 'Listed' },
};

export const noticeStateLabel: Record<NoticeState, Words> = {
  draft: { zh: '拟制', en: 'Draft' },
  issued: { zh: '已下发，待答复', en: 'Issued, waiting for the answer' },
  answered: { zh: '已答复，待审核', en: 'Answered, waiting for review' },
  accepted: { zh: '答复已认可，待销号', en: 'Answer accepted, waiting for close-out' },
  closed: { zh: '已销号', en: 'Closed out' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
};

export const noticeActionLabel: Record<NoticeAction, Words> = {
  issue: { zh: '下发', en: 'Issue' },
  answer: { zh: '答复', en: 'Answer' },
  acceptAnswer: { zh: '认可答复', en: 'Accept the answer' },
  refuseAnswer: { zh: '退回答复', en: 'Refuse the answer' },
  requestExtension: { zh: '申请延期', en: 'Ask for an extension' },
  grantExtension: { zh: '同意延期', en: 'Grant the extension' },
  refuseExtension: { zh: '不同意延期', en: 'Refuse the extension' },
  raise: { zh: '升级', en: 'Raise the grade' },
  closeOut: { zh: '销号', en: 'Close out' },
  reopen: { zh: '重新督办', en: 'Reopen' },
  withdraw: { zh: '撤销', en: 'Withdraw' },
};

export const noticeReasonLabel: Record<NoticeReason, Words> = {
  reportMissing: { zh: '逾期未报', en: 'No report' },
  behindSchedule: { zh: '进度滞后', en: 'Behind schedule' },
  overdue: { zh: '逾期未完成', en: 'Overdue' },
  noticeUnanswered: { zh: '逾期未答复', en: 'Notice not answered' },
  answerRefused: { zh: '答复多次未获认可', en: 'Answers refused' },
  missedAgain: { zh: '再次逾期', en: 'Missed again' },
  felt: { zh: '群众评价低', en: 'Rated low by the public' },
  inspectionFinding: { zh: '督查发现问题', en: 'Finding of an inspection' },
  instruction: { zh: '领导批示', en: 'Instruction of a leader' },
};

export const escalationSignLabel: Record<EscalationSign, Words> = {
  reportLate: { zh: '报送逾期天数', en: 'Days the report is late' },
  behindSince: { zh: '进度滞后天数', en: 'Days behind schedule' },
  pastDue: { zh: '超过完成时限天数', en: 'Days past the due day' },
  answerLate: { zh: '答复逾期天数', en: 'Days the answer is late' },
  remedyLate: { zh: '整改逾期天数', en: 'Days the remedy is late' },
  answersRefused: { zh: '答复被退回次数', en: 'Times the answer was refused' },
  noticesBefore: { zh: '此前督办次数', en: 'Notices before' },
};

/** 政府督查工作条例 §14. */
export const inspectionKindLabel: Record<InspectionKind, Words> = {
  general: { zh: '综合督查', en: 'General inspection' },
  special: { zh: '专项督查', en: 'Special inspection' },
  event: { zh: '事件调查', en: 'Investigation of an event' },
  routine: { zh: '日常督办', en: 'Routine supervision' },
  lead: { zh: '线索核查', en: 'Check of a lead' },
};

/** 政府督查工作条例 §12. */
export const inspectionMethodLabel: Record<InspectionMethod, Words> = {
  selfCheck: { zh: '要求自查、说明情况', en: 'Self-check and explanation' },
  report: { zh: '听取汇报', en: 'Hearing reports' },
  onSite: { zh: '检查、访谈、暗访', en: 'Visit, interview, unannounced visit' },
  hearing: { zh: '座谈、听证、统计、评估', en: 'Discussion, hearing, statistics, evaluation' },
  documents: { zh: '调阅、复制资料', en: 'Documents' },
  leads: { zh: '收集、核查线索', en: 'Collecting and checking leads' },
  talk: { zh: '约谈', en: 'Talk with the person in charge' },
  online: { zh: '互联网+督查', en: 'Online inspection' },
};

export const inspectionStateLabel: Record<InspectionState, Words> = {
  planned: { zh: '拟定', en: 'Planned' },
  approved: { zh: '已批准', en: 'Approved' },
  underway: { zh: '督查中', en: 'Under way' },
  concluded: { zh: '已形成结论，待反馈', en: 'Concluded, waiting to be fed back' },
  fedBack: { zh: '结论已反馈', en: 'Fed back' },
  objected: { zh: '已申请复核', en: 'Objected to' },
  reviewed: { zh: '已复核', en: 'Reviewed' },
  rectifying: { zh: '整改中', en: 'Being rectified' },
  closed: { zh: '已办结', en: 'Closed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

export const inspectionActionLabel: Record<InspectionAction, Words> = {
  approve: { zh: '批准', en: 'Approve' },
  begin: { zh: '开始督查', en: 'Begin' },
  conclude: { zh: '形成结论', en: 'Conclude' },
  feedBack: { zh: '反馈结论', en: 'Feed back' },
  object: { zh: '申请复核', en: 'Object' },
  review: { zh: '作出复核决定', en: 'Decide on the objection' },
  orderRectification: { zh: '要求整改', en: 'Order rectification' },
  acceptRectification: { zh: '整改核查通过', en: 'Accept the rectification' },
  close: { zh: '办结', en: 'Close' },
  cancel: { zh: '取消', en: 'Cancel' },
};

export const yearPlanStateLabel: Record<YearPlanState, Words> = {
  draft: { zh: '拟订中', en: 'Being drawn up' },
  submitted: { zh: '已报批', en: 'Submitted' },
  approved: { zh: '已批准', en: 'Approved' },
};

export const yearPlanActionLabel: Record<YearPlanAction, Words> = {
  submit: { zh: '报批', en: 'Submit' },
  approve: { zh: '登记批准', en: 'Record the approval' },
  return: { zh: '退回修改', en: 'Return' },
};

export const clashLabel: Record<ClashKind, Words> = {
  overlaps: { zh: '时间重叠', en: 'At the same time' },
  repeats: { zh: '重复督查', en: 'Repeated inspection' },
  manyHeads: { zh: '多头督查', en: 'Inspected by several bodies' },
  sameMatter: { zh: '同一事项重复督查', en: 'The same matter again' },
};

export const standAsideLabel: Record<StandAside, Words> = {
  notInPool: { zh: '不在督查员库有效期内', en: 'Not in the pool on these days' },
  noCertificate: { zh: '督查证件已过期或没有证件', en: 'Has no certificate valid on these days' },
  worksThere: { zh: '现任职于被督查单位', en: 'Works in the unit' },
  workedThere: { zh: '曾任职于被督查单位', en: 'Lately worked in the unit' },
  hasInterest: { zh: '已申报利害关系', en: 'Has declared an interest' },
  busy: { zh: '同期另有督查任务', en: 'Assigned elsewhere on these days' },
  madeConclusion: { zh: '参与作出原结论，应当回避', en: 'Made the conclusion under review' },
};

export const clockKindLabel: Record<ClockKind, Words> = {
  report: { zh: '数据报送', en: 'Report' },
  acceptance: { zh: '牵头单位审核', en: 'Acceptance by the lead unit' },
  verification: { zh: '核验', en: 'Verification' },
  commitment: { zh: '任务完成', en: 'Commitment' },
  answer: { zh: '督办答复', en: 'Answer to a notice' },
  answerReview: { zh: '答复审核', en: 'Review of an answer' },
  remedy: { zh: '整改完成', en: 'Remedy' },
  extensionDecision: { zh: '延期审批', en: 'Decision on an extension' },
  inspection: { zh: '开展督查', en: 'Inspection' },
  feedback: { zh: '反馈结论', en: 'Feedback of a conclusion' },
  objection: { zh: '申请复核期限', en: 'Objection' },
  objectionReview: { zh: '复核决定', en: 'Decision on an objection' },
  rectification: { zh: '督查整改', en: 'Rectification' },
  closing: { zh: '督查办结', en: 'Closing of an inspection' },
  upkeep: { zh: '长效运维', en: 'Upkeep' },
  lead: { zh: '线索处理', en: 'Lead' },
};

export const agendaGroupLabel: Record<AgendaGroup, Words> = {
  turnedLateToday: { zh: '今日起逾期', en: 'Turned late today' },
  late: { zh: '已逾期', en: 'Late' },
  dueToday: { zh: '今日到期', en: 'Due today' },
  dueSoon: { zh: '即将到期', en: 'Due soon' },
  later: { zh: '尚未到期', en: 'Later' },
  unlimited: { zh: '无期限', en: 'Without a limit' },
};

export const superviseSettingLabel: Record<keyof SuperviseSettings, Words> = {
  answerTerm: { zh: '答复期限', en: 'Term of the answer' },
  remedyTerm: { zh: '整改期限', en: 'Term of the remedy' },
  extensionDecisionTerm: { zh: '延期审批期限', en: 'Term of the decision on an extension' },
  extensionLimit: { zh: '延期次数上限', en: 'Extensions allowed' },
  evidenceFrom: { zh: '从哪一级起须附佐证', en: 'Grade from which evidence is needed' },
  objectionTerm: { zh: '申请复核期限', en: 'Term of an objection' },
  reviewTerm: { zh: '复核期限', en: 'Term of a review' },
  rectificationTerm: { zh: '督查整改期限', en: 'Term of rectification' },
  inspectionGap: { zh: '同一单位两次督查最短间隔（天）', en: 'Least days between inspections of a unit' },
  gapExempt: { zh: '不受间隔限制的督查类型', en: 'Kinds exempt from the gap' },
  teamLeast: { zh: '督查组最少人数', en: 'Least size of a team' },
  recusalYears: { zh: '离任回避年限', en: 'Years of recusal after leaving a unit' },
  certificate: { zh: '督查人员须持有效证件', en: 'Inspectors need a valid certificate' },
  warnAhead: { zh: '提前提醒天数', en: 'Days of warning' },
  escalation: { zh: '升级规则', en: 'Escalation rules' },
};
