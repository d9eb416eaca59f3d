// What can be wrong with a comment, a word of confidence, the name of a day.
import type { Words } from './words.ts';

export const remarkProblems = {
  'comment.notFound': { zh: '未找到该条意见', en: 'No such comment' },
  'comment.needsWords': { zh: '请填写内容', en: 'Write something' },
  'comment.saysNothing': {
    zh: '“正常推进”一类的话没有信息，请写明数量、日期、地点、原因或结果',
    en: 'Words such as "on track" tell nothing: give a number, a day, a place, a cause or a result',
  },
  'comment.alreadyClosed': { zh: '该条已办结', en: 'It has been closed already' },
  'comment.hasNoEnd': { zh: '进展无须办结', en: 'Progress is told once and not closed' },
  'confidence.sameAgain': {
    zh: '与现有判断及说明相同，无须重复',
    en: 'That is what it says already',
  },
  'namedDay.needsName': { zh: '请填写名称，至少两个字', en: 'Give a name of at least two signs' },
  'namedDay.inFuture': { zh: '{day} 尚未到来', en: '{day} is still to come' },
  'namedDay.sameAgain': { zh: '该名称已指向这一天', en: 'The name leads there already' },
} as const satisfies Readonly<Record<string, Words>>;
