// A clause for tests: say only what the test is about.
import type { Clause } from './clause.ts';

export const aClause = (given: Partial<Clause> = {}): Clause => ({
  id: 'a-clause',
  title: { zh: '示例条款', en: 'A clause' },
  level: 'city',
  area: 'innovation',
  lead: '市科技局',
  automation: 'automatic',
  benefit: 'grant',
  source: { document: '杭政函〔2024〕16号', clause: '一' },
  valid: { from: '2024-01-01', to: '2024-12-31' },
  review: '2024-12-31',
  subject: 'enterprise',
  params: { amount: [{ from: '2024-01-01', value: '20万元', ref: '一' }] },
  when: { has: 'highTech' },
  amount: { fixed: '$amount' },
  tests: [],
  ...given,
});
