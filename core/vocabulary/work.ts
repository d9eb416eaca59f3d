// The modules of a person's own page and what stands beside their rows, in both languages.
import type { Words } from './words.ts';

/** In the order shown: what others wait for first, what one only watches last. */
export const workModules = [
  'due',
  'steps',
  'claims',
  'batches',
  'proposals',
  'documents',
  'leading',
  'place',
  'followed',
  'messages',
] as const;
export type WorkModule = (typeof workModules)[number];

export const workModuleLabel: Record<WorkModule, Words> = {
  due: { zh: '待我办理', en: 'Waiting for me' },
  steps: { zh: '我单位的步骤', en: 'Steps of my unit' },
  claims: { zh: '惠企申报', en: 'Claims' },
  batches: { zh: '免申即享批次', en: 'Batches of awards' },
  proposals: { zh: '待审条款', en: 'Proposed clauses' },
  documents: { zh: '待审阅文件', en: 'Documents to review' },
  leading: { zh: '我单位牵头', en: 'Led by my unit' },
  place: { zh: '本地区承担', en: 'Of my district' },
  followed: { zh: '我关注的', en: 'What I follow' },
  messages: { zh: '未读消息', en: 'Unread messages' },
};
