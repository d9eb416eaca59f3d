// The measures of 杭政办函〔2024〕3号 that pay: growing above scale (一), rebuilding works (五), parks and rent (七).
import type { Clause } from '../clause.ts';
import { fails, lacksFacts, pays, policy3 } from './frame.ts';
import { convertedAboveScale, firstAboveScale, keptAboveScale } from './scale.ts';

const first = policy3('一');
const rebuilding = policy3('五');
const parks = policy3('七');
const base = { area: 'industry', lead: '市经信局', benefit: 'grant' } as const;

/** A nurtured firm asks with a project of half the usual size; the favoured industries get double the share. */
const rebuilt = (id: string, title: Clause['title'], isKey: boolean, share: string, cap: string): Clause => ({
  id: `hz-2024-3-5-${id}`,
  title,
  ...base,
  ...rebuilding.frame,
  automation: 'onRequest',
  subject: 'project',
  params: {
    total: rebuilding.says('500万元'),
    share: rebuilding.says(share),
    cap: rebuilding.says(cap),
  },
  when: {
    all: [
      { has: 'nurturingFirm' },
      { has: 'industrialFirm' },
      isKey ? { has: 'keyIndustry' } : { lacks: 'keyIndustry' },
      { compare: 'investmentTotal', is: 'atLeast', to: '$total' },
    ],
  },
  amount: { cap: { of: { rate: { of: 'investmentDone', by: '$share' } }, at: '$cap' } },
  ceiling: true,
  overlap: { group: 'rebuilding', rule: 'highest' },
  tests: [
    pays(
      { ...nurtured, keyIndustry: isKey, investmentTotal: '600万元', investmentDone: '400万元' },
      isKey ? '80万元' : '40万元',
    ),
    pays({ ...nurtured, keyIndustry: isKey, investmentTotal: '10亿元', investmentDone: '6亿元' }, cap),
    fails({ ...nurtured, keyIndustry: isKey, investmentTotal: '499万元', investmentDone: '400万元' }, [
      'investmentTotal',
    ]),
    fails({ ...nurtured, keyIndustry: !isKey, investmentTotal: '600万元', investmentDone: '400万元' }, [
      'keyIndustry',
    ]),
    lacksFacts({ ...nurtured, investmentTotal: '600万元', investmentDone: '400万元' }, ['keyIndustry']),
  ],
});
const nurtured = { nurturingFirm: true, industrialFirm: true } as const;

const forPark = (id: string, title: Clause['title'], count: string, each: string, four: string): Clause => ({
  id: `hz-2024-3-7-${id}`,
  title,
  ...base,
  ...parks.frame,
  automation: 'automatic',
  subject: 'park',
  params: { each: parks.says(each) },
  when: { all: [{ has: 'smallFirmPark' }, { compare: count, is: 'above', to: 0 }] },
  amount: { times: ['$each', count] },
  ceiling: true,
  tests: [
    pays({ smallFirmPark: true, [count]: 4 }, four),
    fails({ smallFirmPark: true, [count]: 0 }, [count]),
    lacksFacts({ smallFirmPark: true }, [count]),
  ],
});

export const smallFirmClauses: readonly Clause[] = [
  firstAboveScale('hz-2024-3-1-first', first),
  keptAboveScale('hz-2024-3-1-kept', first),
  convertedAboveScale('hz-2024-3-1-converted', first),
  rebuilt(
    'key',
    { zh: '新升规企业重点产业技改补助', en: 'Rebuilding works in favoured industries' },
    true,
    '20%',
    '1亿元',
  ),
  rebuilt(
    'other',
    { zh: '新升规企业其他技改补助', en: 'Rebuilding works in other industries' },
    false,
    '10%',
    '5000万元',
  ),
  forPark(
    'raised',
    { zh: '小微企业园培育上规奖励', en: 'Firms a park brought above scale' },
    'firmsRaised',
    '3万元',
    '12万元',
  ),
  forPark(
    'kept',
    { zh: '小微企业园培育企业连续在规奖励', en: 'Firms of a park kept above scale' },
    'firmsKept',
    '2万元',
    '8万元',
  ),
  {
    id: 'hz-2024-3-7-rent',
    title: { zh: '新升规企业小微园租金补贴', en: 'Rent in a small-firm park' },
    ...base,
    ...parks.frame,
    automation: 'onRequest',
    subject: 'enterprise',
    params: { space: parks.says('1000平方米'), years: parks.says('3年'), months: parks.says('1个月') },
    when: {
      all: [
        { has: 'nurturing' },
        { compare: 'rentedArea', is: 'above', to: '$space' },
        { compare: 'leaseYears', is: 'atLeast', to: '$years' },
      ],
    },
    amount: { times: ['monthlyRent', '$months'] },
    tests: [
      pays({ nurturing: true, rentedArea: '1200平方米', leaseYears: 3, monthlyRent: '2.5万元' }, '2.5万元'),
      fails({ nurturing: true, rentedArea: '1000平方米', leaseYears: 3, monthlyRent: '2.5万元' }, [
        'rentedArea',
      ]),
      fails({ nurturing: true, rentedArea: '1200平方米', leaseYears: 2, monthlyRent: '2.5万元' }, [
        'leaseYears',
      ]),
      lacksFacts({ nurturing: true, rentedArea: '1200平方米', leaseYears: 3 }, ['monthlyRent']),
    ],
  },
];
