// What can be wrong with a notice, an inspection, a standing, and why a move of one is refused.
import type { Words } from './words.ts';

export const superviseProblems = {
  'notice.stateChanged': {
    zh: '督办单已由{actor}先行处理，状态已变，请按最新情况办理',
    en: '{actor} moved this notice meanwhile; go by what it says now',
  },
  'notice.needsAddressee': {
    zh: '请选择须答复的单位或区、县（市）',
    en: 'Choose the unit or the district that must answer',
  },
  'evidence.typeUnknown': {
    zh: '“{name}”不是 PDF、JPEG、PNG、docx 或 xlsx 文件',
    en: '"{name}" is no PDF, JPEG, PNG, docx or xlsx file',
  },
  'notice.notFound': { zh: '未找到该督办单', en: 'No such notice' },
  'notice.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'notice.needsDueDay': {
    zh: '请填写答复期限和整改期限，答复不晚于整改',
    en: 'Set the days for the answer and the remedy, the answer not after the remedy',
  },
  'notice.dueInPast': { zh: '期限 {day} 已过', en: 'The day {day} has passed' },
  'notice.needsApproval': {
    zh: '挂牌督办及其销号须经领导批准，请填写批准依据',
    en: 'Listing, and closing out what is listed, needs a leader’s approval; name it',
  },
  'notice.needsAnswer': { zh: '请填写答复', en: 'Write the answer' },
  'notice.needsEvidence': { zh: '该级督办须附佐证材料', en: 'A notice of this grade needs evidence' },
  'notice.ownAnswer': { zh: '不能审核自己的答复', en: 'Nobody judges his own answer' },
  'notice.ownExtension': { zh: '不能审批自己的延期申请', en: 'Nobody decides on his own request' },
  'notice.notRemedied': {
    zh: '数据或核验尚未表明问题已解决，不能销号',
    en: 'Neither figures nor an inspection say it is put right; it cannot be closed out',
  },
  'notice.highestGrade': { zh: '已是最高一级', en: 'It has the highest grade' },
  'notice.extensionOpen': { zh: '有延期申请待审批', en: 'A request for an extension is open' },
  'notice.noExtensionOpen': { zh: '没有待审批的延期申请', en: 'There is no open request for an extension' },
  'notice.extensionLimit': {
    zh: '已达到延期 {limit} 次的上限',
    en: 'No more than {limit} extensions are allowed',
  },
  'notice.extensionTooLate': {
    zh: '整改期限 {day} 已过，不能再申请延期',
    en: 'The remedy was due on {day}; it is too late to ask',
  },
  'notice.extensionNotLater': { zh: '新期限应晚于 {day}', en: 'The new day must be after {day}' },
  'escalation.idTwice': { zh: '升级规则编号重复', en: 'Two escalation rules have one id' },
  'escalation.lowers': { zh: '升级规则不能降低级别', en: 'An escalation rule cannot lower the grade' },
  'escalation.leastInvalid': {
    zh: '升级规则的天数或次数应为正整数',
    en: 'Days or times must be a positive whole number',
  },
  'inspection.notFound': { zh: '未找到该督查', en: 'No such inspection' },
  'inspection.needsMethod': { zh: '请选择督查方式', en: 'Choose a method' },
  'inspection.needsApproval': {
    zh: '督查事项须由政府或其负责人确定，或经批准，请填写依据',
    en: 'The matter must be fixed by the government or its head, or approved; name the document',
  },
  'inspection.departmentNotAssigned': {
    zh: '部门未经政府指定不得开展督查，请填写指定依据',
    en: 'A department inspects only where the government has assigned it; name the assignment',
  },
  'inspection.repeats': {
    zh: '与该单位的 {count} 次督查重复或多头，请合并或改期',
    en: 'It repeats {count} inspections of the unit; join them or choose other days',
  },
  'inspection.teamTooSmall': { zh: '督查组至少 {least} 人', en: 'A team has at least {least} members' },
  'inspection.mustRecuse': { zh: '督查组中有人应当回避', en: 'A member of the team must stand aside' },
  'inspection.notInTeam': { zh: '只有督查组成员可以这样操作', en: 'Only members of the team may do that' },
  'inspection.needsFinding': { zh: '还没有记录督查发现', en: 'No finding has been recorded' },
  'inspection.needsConclusion': { zh: '请填写督查结论', en: 'Write the conclusion' },
  'inspection.needsReceipt': {
    zh: '请填写被督查单位收到结论的日期',
    en: 'Enter the day on which the unit received the conclusion',
  },
  'inspection.objectionTooLate': { zh: '申请复核期限 {day} 已过', en: 'Objections ended on {day}' },
  'inspection.objectionOpen': {
    zh: '{day} 前仍可申请复核，之后才能办结',
    en: 'The unit may object until {day}; close it afterwards',
  },
  'inspection.objectionDecided': {
    zh: '复核已作出决定，不再重复复核',
    en: 'A review has decided; there is no second one',
  },
  'inspection.stateChanged': {
    zh: '该督查已由{actor}先行处理，请按最新情况办理',
    en: '{actor} moved this inspection meanwhile; go by what it says now',
  },
  'inspection.needsUnit': {
    zh: '请填写被督查单位，或选择区、县（市）',
    en: 'Name a unit, or choose a district',
  },
  'inspection.daysWrong': {
    zh: '结束日不得早于开始日',
    en: 'The last day must not be before the first',
  },
  'inspection.daysClash': {
    zh: '新日期与该单位的 {count} 次督查重复或多头',
    en: 'On these days it repeats {count} inspections of the unit',
  },
  'inspection.tooLateToArrange': {
    zh: '督查已开始，不能再改日期、人员或例外',
    en: 'It has begun: days, team and exceptions stay as they are',
  },
  'inspection.memberRecused': { zh: '{who}应当回避：{why}', en: '{who} must stand aside: {why}' },
  'inspection.noClash': { zh: '没有需要例外的重复督查', en: 'It repeats no inspection: nothing to except' },
  'inspection.findingTooEarly': {
    zh: '督查期间才能记录发现，整改期间才能记录复查',
    en: 'Findings are recorded during the inspection, and again while it is rectified',
  },
  'inspection.answerTooEarly': { zh: '尚未要求整改', en: 'Nothing has been ordered to be put right' },
  'inspection.receiptWrong': {
    zh: '收到日期 {day} 应在形成结论之后、今天之前',
    en: '{day} must not be before the conclusion nor after today',
  },
  'inspection.paperUnknown': { zh: '清单中没有这一项材料', en: 'The list of papers has no such line' },
  'inspection.dueInPast': { zh: '整改期限 {day} 已过', en: 'The day {day} has passed' },
  'inspector.notFound': { zh: '未找到该账号', en: 'No such account' },
  'inspector.termWrong': {
    zh: '入库结束日不得早于开始日',
    en: 'The last day in the pool must not be before the first',
  },
  'yearPlan.empty': { zh: '没有待报批的督查', en: 'No inspection waits for approval' },
  'yearPlan.clashes': {
    zh: '有 {count} 次督查重复或多头：请改期、取消，或写明例外理由',
    en: '{count} inspections repeat others: change their days, cancel them, or record an exception',
  },
  'yearPlan.changed': {
    zh: '报批之后有 {count} 处变动，请退回重报',
    en: '{count} things changed after it was submitted; return it and submit it again',
  },
  'yearPlan.needsApproval': {
    zh: '年度督查计划须经政府或其负责人批准，请填写批准依据',
    en: 'The yearly plan is approved by the government or its head; name the decision',
  },
  'yearPlan.needsReason': { zh: '请说明退回理由', en: 'Say why it is returned' },
  'yearPlan.stateChanged': {
    zh: '该年度计划的状态已变，请按最新情况办理',
    en: 'The plan was moved meanwhile; go by what it says now',
  },
  'inspection.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'inspection.reviewerWasInspector': {
    zh: '参与作出原结论的人员应当回避',
    en: 'Whoever made the conclusion stands aside from its review',
  },
  'inspection.needsRectification': { zh: '请写明整改要求', en: 'Say what must be put right' },
  'inspection.notRectified': { zh: '整改尚未核查通过', en: 'The rectification has not been confirmed' },
  'standing.notFound': { zh: '未找到该轮晾晒', en: 'No such round' },
  'standing.formulaWrong': { zh: '计分办法有误，请先修改', en: 'The formula has mistakes; correct it first' },
  'standing.nobodyRanked': { zh: '可排名的不足两家', en: 'Fewer than two can be ranked' },
  'standing.inputsChanged': {
    zh: '冻结后数据有变化，请重新冻结',
    en: 'The figures changed after they were frozen; freeze them again',
  },
  'standing.ownFreeze': {
    zh: '冻结与公布须由两人办理',
    en: 'Freezing and publishing are done by two people',
  },
  'standing.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'formula.empty': { zh: '计分办法没有内容', en: 'The formula has no parts' },
  'formula.partTwice': { zh: '“{part}”重复', en: '"{part}" stands twice' },
  'formula.weightInvalid': {
    zh: '“{part}”的权重应大于 0、不超过 100',
    en: 'The weight of "{part}" must be above 0 and at most 100',
  },
  'formula.capInvalid': {
    zh: '“{part}”的得分上限应在 1 到 2 之间',
    en: 'The cap of "{part}" must lie between 1 and 2',
  },
  'formula.coverageInvalid': {
    zh: '最低数据覆盖率“{text}”应在 0 到 1 之间',
    en: 'The least coverage "{text}" must lie between 0 and 1',
  },
  'formula.placesInvalid': {
    zh: '小数位数“{text}”应为 0 到 6',
    en: 'The decimal places "{text}" must be 0 to 6',
  },
  'formula.notOutcome': {
    zh: '“{part}”不是工作成效，系统使用情况不得计分（国办函〔2026〕12号）',
    en: '"{part}" is no outcome; use of the system is never ranked (Guo Ban Han 2026 No. 12)',
  },
  'formula.needsSource': { zh: '请写明计分办法的依据', en: 'Name the document that sets the formula' },
} as const satisfies Readonly<Record<string, Words>>;
