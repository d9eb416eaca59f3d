// Items (十六) to (十九) of 杭政函〔2024〕16号: results put to work, maker spaces and incubators, recognised technology firms, talent.
import type { Clause } from '../clause.ts';
import { fails, type Item, lacksFacts, pays, policy16 } from './frame.ts';
import { recognised } from './recognition.ts';

const innovation = { area: 'innovation', lead: '市科技局', benefit: 'grant' } as const;
const results = policy16('(十六)');
const incubation = policy16('(十七)');
const firms = policy16('(十八)');
const talent = policy16('(十九)');
const isLanded = { compare: 'landedYear', is: 'atLeast', to: { year: -1 } } as const;

const resultClauses: readonly Clause[] = [
  {
    id: 'hz-2024-16-16-insurance',
    title: { zh: '科技保险保费补贴', en: 'Technology insurance premium' },
    ...innovation,
    ...results.frame,
    automation: 'onRequest',
    subject: 'enterprise',
    params: { share: results.says('50%'), cap: results.says('50万元') },
    when: { compare: 'techInsurance', is: 'above', to: 0 },
    amount: { cap: { of: { rate: { of: 'techInsurance', by: '$share' } }, at: '$cap' } },
    ceiling: true,
    yearlyCap: { key: 'techInsurance', limit: '$cap' },
    tests: [
      pays({ techInsurance: '30万元' }, '15万元'),
      pays({ techInsurance: '300万元' }, '50万元'),
      pays({ techInsurance: '300万元' }, '20万元', { paidSoFar: { techInsurance: '30万元' } }),
      fails({ techInsurance: '0元' }, ['techInsurance']),
      lacksFacts({}, ['techInsurance']),
    ],
  },
  {
    id: 'hz-2024-16-16-prize-first',
    title: { zh: '国家一等奖成果落地产业化', en: 'State first-prize result in production' },
    ...innovation,
    ...results.frame,
    automation: 'onRequest',
    subject: 'project',
    params: { amount: results.says('500万元') },
    when: { all: [{ has: 'nationalFirstPrize' }, isLanded] },
    amount: { fixed: '$amount' },
    once: { per: 'project', key: 'prizeFirst' },
    tests: [
      pays({ nationalFirstPrize: true, landedYear: 2024 }, '500万元'),
      fails({ nationalFirstPrize: true, landedYear: 0 }, ['landedYear']),
      lacksFacts({ landedYear: 2024 }, ['nationalFirstPrize']),
    ],
  },
  {
    id: 'hz-2024-16-16-prize-second',
    title: {
      zh: '国家二等奖、专利金奖、省一等奖成果落地产业化',
      en: 'Other prize-winning result in production',
    },
    ...innovation,
    ...results.frame,
    automation: 'onRequest',
    subject: 'project',
    params: { amount: results.says('200万元') },
    when: {
      all: [
        { any: [{ has: 'nationalSecondPrize' }, { has: 'patentGold' }, { has: 'provincialFirstPrize' }] },
        isLanded,
      ],
    },
    amount: { fixed: '$amount' },
    once: { per: 'project', key: 'prizeSecond' },
    tests: [
      pays({ nationalSecondPrize: false, patentGold: true, landedYear: 2023 }, '200万元'),
      fails(
        { nationalSecondPrize: false, patentGold: false, provincialFirstPrize: false, landedYear: 2024 },
        ['nationalSecondPrize', 'patentGold', 'provincialFirstPrize'],
      ),
      lacksFacts({ nationalSecondPrize: false, patentGold: false, landedYear: 2024 }, [
        'provincialFirstPrize',
      ]),
    ],
  },
  recognised({
    id: 'hz-2024-16-16-concept-new',
    title: { zh: '概念验证中心创建补助', en: 'New proof-of-concept centre' },
    item: results,
    ...innovation,
    year: 'conceptCentreYear',
    amount: '50万元',
    ceiling: false,
  }),
  {
    id: 'hz-2024-16-16-concept-year',
    title: { zh: '概念验证中心年度绩效补助', en: 'Yearly performance of a proof-of-concept centre' },
    ...innovation,
    ...results.frame,
    automation: 'reviewed',
    subject: 'enterprise',
    params: { cap: results.says('500万元') },
    when: { has: 'conceptCentreRated' },
    amount: { fixed: '$cap' },
    ceiling: true,
    yearlyCap: { key: 'conceptCentre', limit: '$cap' },
    tests: [
      pays({ conceptCentreRated: true }, '500万元'),
      pays({ conceptCentreRated: true }, '0元', { paidSoFar: { conceptCentre: '500万元' } }),
      fails({ conceptCentreRated: false }, ['conceptCentreRated']),
      lacksFacts({}, ['conceptCentreRated']),
    ],
  },
  {
    id: 'hz-2024-16-16-trade',
    title: { zh: '技术交易奖励', en: 'Technology trade' },
    ...innovation,
    ...results.frame,
    automation: 'reviewed',
    subject: 'enterprise',
    params: { cap: results.says('200万元') },
    when: { all: [{ has: 'tradeContractsRegistered' }, { compare: 'techTrade', is: 'above', to: 0 }] },
    amount: { cap: { of: 'techTrade', at: '$cap' } },
    ceiling: true,
    yearlyCap: { key: 'techTrade', limit: '$cap' },
    tests: [
      pays({ tradeContractsRegistered: true, techTrade: '800万元' }, '200万元'),
      fails({ tradeContractsRegistered: false, techTrade: '800万元' }, ['tradeContractsRegistered']),
      lacksFacts({ tradeContractsRegistered: true }, ['techTrade']),
    ],
  },
];

/** A yearly operating grant of a maker space or incubator for its rating. */
const operating = (id: string, title: Clause['title'], amount: string, rating: Rating): Clause => ({
  id: `hz-2024-16-17-${id}`,
  title,
  ...innovation,
  ...incubation.frame,
  automation: 'automatic',
  subject: 'park',
  params: { amount: incubation.says(amount), ...rating.params },
  when: { all: [{ has: rating.kind }, rating.when] },
  amount: { fixed: '$amount' },
  overlap: { group: `operating${rating.kind === 'incubator' ? 'Incubator' : 'MakerSpace'}`, rule: 'highest' },
  tests: [
    pays({ [rating.kind]: true, ...rating.good }, amount),
    fails({ [rating.kind]: true, ...rating.bad }, [rating.fact]),
    lacksFacts({ [rating.kind]: true }, [rating.fact]),
  ],
});

interface Rating {
  readonly kind: 'makerSpace' | 'incubator';
  readonly fact: string;
  readonly params: Clause['params'];
  readonly when: Clause['when'];
  readonly good: Readonly<Record<string, number | boolean>>;
  readonly bad: Readonly<Record<string, number | boolean>>;
}

const flag = (fact: string): Rating => ({
  kind: 'makerSpace',
  fact,
  params: {},
  when: { has: fact },
  good: { [fact]: true },
  bad: { [fact]: false },
});

const stars = (count: number, item: Item): Rating => ({
  kind: 'incubator',
  fact: 'stars',
  params: { stars: item.says(`${count}星`) },
  when: { compare: 'stars', is: 'equal', to: '$stars' },
  good: { stars: count },
  bad: { stars: count - 1 },
});

const raised = (id: string, title: Clause['title'], year: string, overlap?: Clause['overlap']): Clause =>
  recognised({
    id: `hz-2024-16-17-${id}`,
    title,
    item: incubation,
    ...innovation,
    year,
    amount: '50万元',
    ceiling: true,
    subject: 'park',
    ...(overlap ? { overlap } : {}),
  });

const incubationClauses: readonly Clause[] = [
  operating(
    'maker-excellent',
    { zh: '优秀众创空间运营资助', en: 'Excellent maker space' },
    '30万元',
    flag('ratedExcellent'),
  ),
  operating(
    'maker-good',
    { zh: '良好众创空间运营资助', en: 'Good maker space' },
    '20万元',
    flag('ratedGood'),
  ),
  operating(
    'incubator-five',
    { zh: '五星孵化器运营资助', en: 'Five-star incubator' },
    '30万元',
    stars(5, incubation),
  ),
  operating(
    'incubator-four',
    { zh: '四星孵化器运营资助', en: 'Four-star incubator' },
    '20万元',
    stars(4, incubation),
  ),
  {
    id: 'hz-2024-16-17-graduates',
    title: { zh: '孵化器高企培育绩效奖励', en: 'High-tech firms raised by an incubator' },
    ...innovation,
    ...incubation.frame,
    automation: 'automatic',
    subject: 'park',
    params: { stars: incubation.says('3星'), each: incubation.says('15万元') },
    when: {
      all: [
        { has: 'incubator' },
        { compare: 'stars', is: 'atLeast', to: '$stars' },
        { compare: 'graduates', is: 'above', to: 0 },
      ],
    },
    amount: { times: ['$each', 'graduates'] },
    ceiling: true,
    tests: [
      pays({ incubator: true, stars: 3, graduates: 4 }, '60万元'),
      fails({ incubator: true, stars: 2, graduates: 4 }, ['stars']),
      fails({ incubator: true, stars: 4, graduates: 0 }, ['graduates']),
      lacksFacts({ incubator: true, stars: 4 }, ['graduates']),
    ],
  },
  raised('province', { zh: '升级为省级孵化器奖励', en: 'Raised to provincial incubator' }, 'provincialYear', {
    group: 'incubatorRaised',
    rule: 'highest',
  }),
  raised('state', { zh: '升级为国家级孵化器奖励', en: 'Raised to national incubator' }, 'nationalYear', {
    group: 'incubatorRaised',
    rule: 'highest',
    additiveWith: ['hz-2024-16-17-province'],
  }),
];

const highTech = { group: 'highTechRecognition', rule: 'highest' } as const;

const firmClauses: readonly Clause[] = [
  recognised({
    id: 'hz-2024-16-18-eagle',
    title: { zh: '新雏鹰企业首次认定奖励', en: 'First recognition as a new eagle' },
    item: firms,
    ...innovation,
    year: 'newEagleYear',
    amount: '50万元',
    ceiling: true,
  }),
  recognised({
    id: 'hz-2024-16-18-first',
    title: { zh: '高新技术企业首次认定奖励', en: 'First recognition as high-tech' },
    item: firms,
    ...innovation,
    year: 'highTechFirstYear',
    amount: '20万元',
    ceiling: true,
    overlap: highTech,
  }),
  recognised({
    id: 'hz-2024-16-18-renewed',
    title: { zh: '高新技术企业重新认定奖励', en: 'Renewed recognition as high-tech' },
    item: firms,
    ...innovation,
    year: 'highTechRenewedYear',
    amount: '10万元',
    ceiling: true,
    overlap: highTech,
  }),
  {
    id: 'hz-2024-16-18-scale',
    title: { zh: '高新技术企业首次上规模奖励', en: 'High-tech firm above scale for the first time' },
    ...innovation,
    ...firms.frame,
    automation: 'automatic',
    subject: 'enterprise',
    params: { amount: firms.says('30万元') },
    when: { all: [{ has: 'highTech' }, { compare: 'scaleYear', is: 'atLeast', to: { year: -1 } }] },
    amount: { fixed: '$amount' },
    once: { per: 'enterprise', key: 'highTechScale' },
    overlap: { ...highTech, additiveWith: ['hz-2024-16-18-first', 'hz-2024-16-18-renewed'] },
    tests: [
      pays({ highTech: true, scaleYear: 2024 }, '30万元'),
      fails({ highTech: true, scaleYear: 0 }, ['scaleYear']),
      lacksFacts({ scaleYear: 2024 }, ['highTech']),
    ],
  },
];

const station = (id: string, title: Clause['title'], year: string, amount: string): Clause =>
  recognised({
    id: `hz-2024-16-19-${id}`,
    title,
    item: talent,
    area: 'innovation',
    lead: '市人力社保局',
    year,
    amount,
    ceiling: false,
    automation: 'onRequest',
  });

const talentClauses: readonly Clause[] = [
  recognised({
    id: 'hz-2024-16-19-team',
    title: { zh: '领军型创新创业团队补助', en: 'Leading innovation team' },
    item: talent,
    ...innovation,
    year: 'leadingTeamYear',
    amount: '500万元',
    ceiling: true,
    subject: 'person',
    automation: 'reviewed',
  }),
  station(
    'postdoc-province',
    { zh: '新设省级博士后工作站补助', en: 'New provincial postdoctoral station' },
    'postdocProvincialYear',
    '50万元',
  ),
  station(
    'postdoc-state',
    { zh: '新设国家级博士后工作站补助', en: 'New national postdoctoral station' },
    'postdocNationalYear',
    '100万元',
  ),
  station(
    'postdoc-alone',
    { zh: '博士后独立招收资格奖励', en: 'Right to recruit postdoctoral staff alone' },
    'postdocRecruitYear',
    '50万元',
  ),
];

export const technologyClauses: readonly Clause[] = [
  ...resultClauses,
  ...incubationClauses,
  ...firmClauses,
  ...talentClauses,
];
