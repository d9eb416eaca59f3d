// The three awards for growing above scale that 杭政函〔2024〕16号 (三十) and 杭政办函〔2024〕3号 一 both promise: each is paid once,
// whichever document pays it.
import type { Clause } from '../clause.ts';
import { industryRanges } from '../register/industry.ts';
import { fails, type Item, lacksFacts, pays } from './frame.ts';

const { from, to, label } = industryRanges.industrial;
const isIndustrial = { between: 'industry', from, to, label } as const;
const firstAbove = { compare: 'scaleYear', is: 'atLeast', to: { year: -1 } } as const;
const common = {
  area: 'industry',
  lead: '市经信局',
  benefit: 'grant',
  automation: 'automatic',
  subject: 'enterprise',
  ceiling: true,
} as const;

export const firstAboveScale = (id: string, item: Item): Clause => ({
  id,
  title: { zh: '首次上规纳统奖励', en: 'Above scale for the first time' },
  ...common,
  ...item.frame,
  params: { amount: item.says('20万元') },
  when: { all: [isIndustrial, firstAbove] },
  amount: { fixed: '$amount' },
  once: { per: 'enterprise', key: 'firstAboveScale' },
  overlap: { group: 'firstAboveScale', rule: 'highest' },
  tests: [
    pays({ industry: '3562', scaleYear: 2023 }, '20万元'),
    pays({ industry: '0600', scaleYear: 2024 }, '20万元'),
    fails({ industry: '6510', scaleYear: 2024 }, ['industry']),
    fails({ industry: '3562', scaleYear: 0 }, ['scaleYear']),
    fails({ industry: '3562', scaleYear: 2024 }, ['once'], { paid: ['firstAboveScale'] }),
    lacksFacts({ scaleYear: 2024 }, ['industry']),
  ],
});

/**
 * The second award falls due in the fourth year after the first above scale, when three whole years are over; as with every
 * recognition it is paid in that year or the next.
 */
export const keptAboveScale = (id: string, item: Item): Clause => ({
  id,
  title: { zh: '上规后连续在规奖励', en: 'Kept above scale for three years' },
  ...common,
  ...item.frame,
  params: { amount: item.says('30万元'), years: item.says('3年') },
  when: {
    all: [
      isIndustrial,
      { compare: 'scaleYear', is: 'atLeast', to: { year: -5 } },
      { compare: 'yearsInScale', is: 'atLeast', to: '$years' },
    ],
  },
  amount: { fixed: '$amount' },
  once: { per: 'enterprise', key: 'keptAboveScale' },
  overlap: { group: 'keptAboveScale', rule: 'highest' },
  tests: [
    pays({ industry: '3562', scaleYear: 2020, yearsInScale: 3 }, '30万元'),
    fails({ industry: '3562', scaleYear: 2021, yearsInScale: 2 }, ['yearsInScale']),
    fails({ industry: '3562', scaleYear: 2012, yearsInScale: 11 }, ['scaleYear']),
    fails({ industry: '3562', scaleYear: 2020, yearsInScale: 3 }, ['once'], { paid: ['keptAboveScale'] }),
    lacksFacts({ industry: '3562', scaleYear: 2020 }, ['yearsInScale']),
  ],
});

/** 再额外: beside the first award, so in a group of its own; the two documents still pay it once. */
export const convertedAboveScale = (id: string, item: Item): Clause => ({
  id,
  title: { zh: '转为独立法人并首次上规额外奖励', en: 'Turned into a company and above scale' },
  ...common,
  ...item.frame,
  params: { amount: item.says('10万元') },
  when: { all: [isIndustrial, firstAbove, { has: 'converted' }] },
  amount: { fixed: '$amount' },
  once: { per: 'enterprise', key: 'convertedAboveScale' },
  overlap: { group: 'convertedAboveScale', rule: 'highest' },
  tests: [
    pays({ industry: '3562', scaleYear: 2024, converted: true }, '10万元'),
    fails({ industry: '3562', scaleYear: 2024, converted: false }, ['converted']),
    lacksFacts({ industry: '3562', scaleYear: 2024 }, ['converted']),
  ],
});
