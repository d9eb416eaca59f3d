// What can be wrong with writing, proposing and publishing a clause, and with a logged decision.
import type { ProposalProblem } from '../policy/author/proposal.ts';
import type { Words } from './words.ts';

type ClauseDeskProblem =
  | ProposalProblem
  | 'proposal.notFound'
  | 'proposal.needsDocument'
  | 'proposal.otherClause'
  | 'clauseDraft.changed'
  | 'clauseDraft.notReadable'
  | 'clauseDraft.noRegister'
  | 'decision.notFound';

export const clauseProblems = {
  'proposal.notFound': { zh: '未找到该条款送审稿', en: 'No such proposed version' },
  'proposal.ownProposal': {
    zh: '起草与公布须由两人办理',
    en: 'Drafting and publishing are done by two people',
  },
  'proposal.notAuthor': { zh: '只有起草人可以撤回', en: 'Only its author withdraws it' },
  'proposal.hasProblems': {
    zh: '条款还有 {number} 处问题，请先改正',
    en: 'The clause has {number} problems; mend them first',
  },
  'proposal.startsInPast': {
    zh: '生效日 {day} 已过，请改为今天或以后',
    en: 'The first day {day} has passed; choose today or later',
  },
  'proposal.startsTooEarly': {
    zh: '上一版自 {day} 起生效，新版不得早于该日',
    en: 'The version before starts on {day}; this one must not start earlier',
  },
  'proposal.baseChanged': {
    zh: '该条款已公布第 {number} 版，请以最新版为底稿重新起草',
    en: 'Version {number} has been published meanwhile; start from the newest one',
  },
  'proposal.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'proposal.needsDocument': { zh: '请写明批准文件', en: 'Name the document that approves it' },
  'proposal.otherClause': {
    zh: '文本中的编号是“{name}”，与所编辑的条款不一致',
    en: 'The text has the id “{name}”, which is another clause',
  },
  'clauseDraft.changed': {
    zh: '该草稿已在另一窗口改动，请选择保留哪一份',
    en: 'This draft was changed in another window; choose which to keep',
  },
  'clauseDraft.notReadable': {
    zh: '条款文本有误，改正后才能测算',
    en: 'The text has mistakes; mend them before it can be priced',
  },
  'clauseDraft.noRegister': {
    zh: '目前只有企业有登记信息，此类对象的条款不能测算全市金额',
    en: 'Only enterprises have a register; a clause for others cannot be priced for the city',
  },
  'decision.notFound': { zh: '未找到该判定记录', en: 'No such decision' },
} as const satisfies Readonly<Record<ClauseDeskProblem, Words>>;
