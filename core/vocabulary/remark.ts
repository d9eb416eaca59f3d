// The words of comments on a promise in both languages: kinds, and what each asks its writer.
import type { CommentKind } from '../observe/comment.ts';
import type { Words } from './words.ts';

export const commentKindLabel: Record<CommentKind, Words> = {
  progress: { zh: '进展', en: 'Progress' },
  risk: { zh: '风险', en: 'Risk' },
  measure: { zh: '措施', en: 'Measure' },
  nextStep: { zh: '下一步', en: 'Next step' },
  request: { zh: '请求支持', en: 'Request' },
};

export const commentPrompt: Record<CommentKind, Words> = {
  progress: {
    zh: '到哪一天、完成了多少、哪里的？与计划差多少？',
    en: 'Until which day, how much, where? How far from the plan?',
  },
  risk: {
    zh: '什么可能使它完不成？会差多少？什么时候会知道？',
    en: 'What may make it fail? By how much? When will one know?',
  },
  measure: {
    zh: '谁在做什么？到哪天见效？补回多少？',
    en: 'Who does what? Until when? How much does it win back?',
  },
  nextStep: {
    zh: '下一个节点是什么？哪一天？由谁负责？',
    en: 'Which is the next milestone? On which day? Whose is it?',
  },
  request: {
    zh: '请谁、在哪一天前、给什么支持？不给会怎样？',
    en: 'Who should give what, and by when? What happens otherwise?',
  },
};
