// What can be wrong with what is asked of the policies.
import type { Words } from './words.ts';

export const policyProblems = {
  'policy.notFound': { zh: '未找到该政策条款', en: 'No such clause' },
} as const satisfies Readonly<Record<string, Words>>;
