// What can be wrong with what is asked of a plan.
import type { Words } from './words.ts';

export const planProblems = {
  'plan.notFound': { zh: '未找到计划“{plan}”', en: 'No plan "{plan}"' },
  'plan.none': {
    zh: '还没有计划，请先上传一份计划文件',
    en: 'There is no plan yet; upload a plan document first',
  },
  'place.notFound': { zh: '未找到区县“{place}”', en: 'No place "{place}"' },
  'commitment.notFound': { zh: '未找到该任务', en: 'No such commitment' },
  'item.notFound': { zh: '该文件中没有这一项', en: 'The document has no such item' },
  'item.alreadyDecided': {
    zh: '该项已由他人处理：{decision}',
    en: 'Somebody already decided on this item: {decision}',
  },
  'item.mergeNeedsCommitment': { zh: '合并须选择已有任务', en: 'Choose the commitment to merge with' },
  'item.rejectNeedsReason': { zh: '不采纳须说明理由', en: 'Give a reason for rejecting' },
  'amendment.outsidePlan': {
    zh: '生效日 {day} 不在计划期内，请填 {first} 至 {last} 之间的一天',
    en: '{day} is outside the plan; choose a day from {first} to {last}',
  },
  'target.unreadable': { zh: '无法读出目标“{printed}”', en: 'Cannot read a target in "{printed}"' },
} as const satisfies Readonly<Record<string, Words>>;
