// What can be wrong with an alternative value or an answer to a consultation.
import type { Words } from './words.ts';

export const proposalProblems = {
  'alternative.notFound': { zh: '未找到该不同数据', en: 'No such alternative value' },
  'alternative.needsReason': { zh: '请说明理由', en: 'Give a reason' },
  'alternative.needsSource': { zh: '请写明数据来源', en: 'Name the source of the value' },
  'alternative.ownProposal': { zh: '不能采纳自己提出的数据', en: 'Nobody decides on his own value' },
  'alternative.notYours': { zh: '只有提出人可以撤回', en: 'Only the person who proposed it may withdraw it' },
  'consultation.notFound': { zh: '未找到该次征求意见', en: 'No such consultation' },
  'consultation.needsComment': { zh: '请填写意见', en: 'Write a comment' },
  'consultation.over': { zh: '反馈期限 {day} 已过', en: 'Comments ended on {day}' },
  'consultation.commentsOpen': {
    zh: '还有 {count} 条意见没有答复',
    en: '{count} comments have no answer yet',
  },
  'consultation.notOver': { zh: '反馈期限 {day} 还没有过', en: 'Comments are open until {day}' },
} as const satisfies Readonly<Record<string, Words>>;
