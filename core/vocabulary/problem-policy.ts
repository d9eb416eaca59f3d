// What can be wrong with a nurtured firm, a batch of awards, the ledger and a credit code, and why a move is refused.
import type { LedgerProblem } from '../policy/ledger.ts';
import type { NurtureProblem } from '../policy/nurture.ts';
import type { BatchProblem } from '../policy/pay/award-batch.ts';
import type { ClaimProblem } from '../policy/pay/claim.ts';
import type { CreditCodeProblem } from '../policy/register/credit-code.ts';
import type { CellProblem } from '../policy/register/read-cell.ts';
import type { Words } from './words.ts';

type PolicyProblem =
  | 'batch.heldMeanwhile'
  | 'batch.decided'
  | 'batch.noSuchLine'
  | 'batch.noticeOver'
  | 'batch.noticeRunning'
  | 'batch.notApproved'
  | 'batch.ownObjection'
  | 'ledger.needsDocument'
  | 'ledger.paidStays'
  | 'ledger.amountInvalid'
  | 'claim.noEnterprise'
  | 'claim.wrongFacts'
  | 'nurture.unknownEnterprise'
  | CellProblem
  | NurtureProblem
  | 'policy.notFound'
  | BatchProblem
  | ClaimProblem
  | LedgerProblem
  | CreditCodeProblem;

export const policyProblems = {
  'policy.notFound': { zh: '未找到该政策条款', en: 'No such clause' },
  'nurture.notAboveScale': {
    zh: '该企业尚未首次上规纳统',
    en: 'The firm is not yet in the statistics of firms above scale',
  },
  'nurture.notIndustrial': { zh: '成长培育期只适用于工业企业', en: 'Only industrial firms are nurtured' },
  'nurture.admittedBefore': {
    zh: '该企业已进入过成长培育期，只限首次上规',
    en: 'The firm was nurtured before; only the first time above scale counts',
  },
  'nurture.needsCompanion': { zh: '请指定成长陪跑员岗位', en: 'Name the post that accompanies the firm' },
  'nurture.yearNotOver': {
    zh: '{year} 年尚未结束，不能核查',
    en: '{year} is not over and cannot be checked',
  },
  'nurture.yearOutside': {
    zh: '{year} 年不在应核查的年度内',
    en: '{year} is not among the years to check',
  },
  'nurture.checkedAlready': { zh: '{year} 年已核查过', en: '{year} has been checked already' },
  'nurture.periodNotOver': { zh: '成长培育期至 {day} 届满', en: 'The nurturing period lasts until {day}' },
  'nurture.notKept': {
    zh: '未满连续 {years} 年在规',
    en: 'The firm has not stayed above scale for {years} years in a row',
  },
  'nurture.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'batch.empty': { zh: '本批没有可兑付的奖补', en: 'The batch has nothing to award' },
  'batch.rulesChanged': {
    zh: '条款已变更，请按现行条款重新计算',
    en: 'The clauses have changed; compute the batch again',
  },
  'batch.ownProposal': { zh: '不能审核自己提出的批次', en: 'Nobody judges a batch of his own' },
  'batch.ownReview': { zh: '复核人与审批人不能是同一人', en: 'Who reviewed a batch does not approve it' },
  'batch.overFund': {
    zh: '“{area}”领域的资金不足：本批需 {needed}，可用 {free}',
    en: 'The fund of “{area}” does not suffice: {needed} needed, {free} free',
  },
  'batch.notAllPaid': { zh: '还有 {number} 笔未支付', en: '{number} awards are not paid yet' },
  'batch.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'batch.heldMeanwhile': {
    zh: '其间有 {number} 笔已由其他批次或申报核定，请退回并重新计算',
    en: '{number} of these were awarded in the meantime; send the batch back and compute it again',
  },
  'batch.decided': {
    zh: '本批已批准或撤回，不能再移出',
    en: 'The batch is decided; no line leaves it any more',
  },
  'batch.noSuchLine': {
    zh: '本批没有第 {number} 行可兑付的奖补',
    en: 'The batch has no award in line {number}',
  },
  'batch.noticeOver': { zh: '公示期已过', en: 'The public notice is over' },
  'batch.noticeRunning': {
    zh: '公示期至 {day} 届满，次日起方可兑付',
    en: 'The list is public until {day}; it can be paid from the next day on',
  },
  'batch.notApproved': { zh: '本批尚未批准', en: 'The batch is not approved' },
  'batch.ownObjection': { zh: '不能处理自己提出的异议', en: 'Nobody decides on an objection of his own' },
  'ledger.needsDocument': { zh: '请注明下达资金的文件', en: 'Name the document that gives the money' },
  'ledger.paidStays': {
    zh: '款项已支付，不能冲回；退款须另行登记',
    en: 'The money was paid; a refund is recorded, not reversed',
  },
  'ledger.amountInvalid': {
    zh: '金额应大于零并注明单位，如 500万元',
    en: 'Give an amount above zero with its unit, such as "500万元"',
  },
  'claim.noEnterprise': {
    zh: '本账号尚未关联企业，请联系属地经信部门办理',
    en: 'No enterprise belongs to this account yet; ask the district to link it',
  },
  'claim.wrongFacts': {
    zh: '有填写未能识别，请改正后再申报',
    en: 'Something typed cannot be read; mend it first',
  },
  'nurture.unknownEnterprise': {
    zh: '企业库中没有该统一社会信用代码',
    en: 'The register has no enterprise with this code',
  },
  'claim.paidWithoutClaim': { zh: '该政策免申即享，无需申报', en: 'This is paid without a claim' },
  'claim.notInForce': { zh: '该政策目前不在有效期内', en: 'The clause is not in force' },
  'claim.needsConsent': {
    zh: '请先同意为此目的使用登记信息',
    en: 'Agree to the use of your facts for this purpose first',
  },
  'claim.madeBefore': { zh: '同一事项已申报或已享受', en: 'This has been claimed or received already' },
  'claim.factsMissing': { zh: '仍有信息待补', en: 'Facts are still missing' },
  'claim.notEligible': { zh: '按现行条款不符合条件', en: 'The clauses do not allow it' },
  'claim.ownAcceptance': {
    zh: '受理人与核定人不能是同一人',
    en: 'Who accepted a claim does not decide on it',
  },
  'claim.overAllowed': {
    zh: '核定金额须大于零且不超过条款允许的金额',
    en: 'The sum must be above zero and within what the clause allows',
  },
  'claim.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'ledger.notWhole': {
    zh: '分录 {posting} 的金额须为非零整数分',
    en: 'Amounts of posting {posting} must be whole 0.01 yuan and not zero',
  },
  'ledger.notBalanced': { zh: '分录 {posting} 借贷不平', en: 'Posting {posting} does not balance' },
  'ledger.postedTwice': { zh: '分录 {posting} 已记过账', en: 'Posting {posting} has been posted already' },
  'ledger.fundExhausted': {
    zh: '分录 {posting} 超出可用资金：需 {needed}，可用 {free}',
    en: 'Posting {posting} exceeds the fund: {needed} needed, {free} free',
  },
  'ledger.paidMoreThanAwarded': {
    zh: '分录 {posting} 超出已核定未兑付的金额',
    en: 'Posting {posting} exceeds what is awarded and unpaid',
  },
  'ledger.returnedMoreThanPaid': {
    zh: '分录 {posting} 退回的金额超出已支付金额',
    en: 'Posting {posting} returns more than was paid',
  },
  'ledger.notFound': { zh: '未找到该笔分录', en: 'No such posting' },
  'ledger.reversedAlready': {
    zh: '分录 {posting} 已被第 {by} 号分录冲回',
    en: 'Posting {posting} was reversed by number {by}',
  },
  'ledger.reversalFinal': { zh: '冲回分录不能再冲回', en: 'A reversal is not reversed again' },
  'ledger.tooLarge': {
    zh: '分录 {posting} 超出可精确计算的范围',
    en: 'Posting {posting} is beyond exact arithmetic',
  },
  'cell.notNumber': { zh: '不是数字', en: 'Not a number' },
  'cell.notWhole': { zh: '应为整数（金额精确到分）', en: 'Must be whole (money to 0.01 yuan)' },
  'cell.outOfBounds': { zh: '超出合理范围（不得为负）', en: 'Out of bounds (never negative)' },
  'cell.wrongUnit': {
    zh: '缺少单位或单位不对，金额请注明元或万元',
    en: 'The unit is missing or wrong; money needs its unit',
  },
  'cell.noSuchDay': { zh: '没有这一天', en: 'There is no such day' },
  'cell.notDay': { zh: '不是日期，请写成 2024-02-03', en: 'Not a day; write it as 2024-02-03' },
  'cell.notYesNo': { zh: '请填“是”或“否”', en: 'Write yes or no' },
  'cell.badCode': { zh: '不是国民经济行业四位代码', en: 'Not a four-digit industry code' },
  'creditCode.length': { zh: '统一社会信用代码应为 18 位', en: 'A unified social credit code has 18 signs' },
  'creditCode.sign': {
    zh: '统一社会信用代码含有不允许的字符（不用 I、O、S、V、Z 和小写字母）',
    en: 'The code has a sign it may not have (no I, O, S, V, Z, no lower case)',
  },
  'creditCode.check': { zh: '统一社会信用代码的校验码不符', en: 'The check sign of the code is wrong' },
} as const satisfies Readonly<Record<PolicyProblem, Words>>;
