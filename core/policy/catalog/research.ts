// Items (十) to (十五) of 杭政函〔2024〕16号: platforms, key projects, research spending, laboratories and research headquarters.
import type { Clause } from '../clause.ts';
import { fails, lacksFacts, pays, policy16 } from './frame.ts';

const innovation = { area: 'innovation', lead: '市科技局', benefit: 'grant' } as const;
const platforms = policy16('(十)');
const keyProjects = policy16('(十二)');
const spending = policy16('(十四)');
const institutes = policy16('(十五)');

/** 国科发政〔2017〕115号, article 6: the size of a technology-based small firm. */
const smallFirm = {
  people: [{ from: '2024-01-01', value: '500人', ref: '第六条', document: '国科发政〔2017〕115号' }],
  turnover: [{ from: '2024-01-01', value: '2亿元', ref: '第六条', document: '国科发政〔2017〕115号' }],
  wealth: [{ from: '2024-01-01', value: '2亿元', ref: '第六条', document: '国科发政〔2017〕115号' }],
};
const isSmall = [
  { compare: 'employees', is: 'atMost', to: '$people' },
  { compare: 'revenue', is: 'atMost', to: '$turnover' },
  { compare: 'assets', is: 'atMost', to: '$wealth' },
] as const;
const isLarge = [
  { compare: 'employees', is: 'above', to: '$people' },
  { compare: 'revenue', is: 'above', to: '$turnover' },
  { compare: 'assets', is: 'above', to: '$wealth' },
] as const;
const research = { group: 'researchSpending', rule: 'highest' } as const;
const researchYear = { key: 'researchSpending', limit: '$cap' } as const;
const increase = { minus: ['research', 'researchBefore'] } as const;
const small = { techEnterprise: true, employees: '300人', revenue: '1.5亿元', assets: '1亿元' } as const;
const large = { techEnterprise: true, employees: '800人', revenue: '9亿元', assets: '6亿元' } as const;

const platformClauses: readonly Clause[] = [
  {
    id: 'hz-2024-16-10-centre',
    title: { zh: '省技术创新中心配套支持', en: 'Matching money for a provincial technology centre' },
    ...innovation,
    ...platforms.frame,
    automation: 'onRequest',
    subject: 'enterprise',
    params: { multiple: platforms.says('2倍') },
    when: { has: 'leadsTechCentre' },
    amount: { rate: { of: 'centreSubsidy', by: '$multiple' } },
    tests: [
      pays({ leadsTechCentre: true, centreSubsidy: '500万元' }, '1000万元'),
      fails({ leadsTechCentre: false, centreSubsidy: '500万元' }, ['leadsTechCentre']),
      lacksFacts({ leadsTechCentre: true }, ['centreSubsidy']),
    ],
  },
  {
    id: 'hz-2024-16-12-major',
    title: { zh: '主动设计、揭榜挂帅重大项目补助', en: 'Major commissioned research project' },
    ...innovation,
    ...keyProjects.frame,
    automation: 'reviewed',
    subject: 'project',
    params: { cap: keyProjects.says('1000万元') },
    when: { has: 'commissionedMajor' },
    amount: { fixed: '$cap' },
    ceiling: true,
    tests: [
      pays({ commissionedMajor: true }, '1000万元'),
      fails({ commissionedMajor: false }, ['commissionedMajor']),
      lacksFacts({}, ['commissionedMajor']),
    ],
  },
  {
    id: 'hz-2024-16-12-competitive',
    title: { zh: '竞争类重点科研项目补助', en: 'Competitive key research project' },
    ...innovation,
    ...keyProjects.frame,
    automation: 'reviewed',
    subject: 'project',
    params: { share: keyProjects.says('20%'), cap: keyProjects.says('300万元') },
    when: { has: 'competitiveKey' },
    amount: { cap: { of: { rate: { of: 'researchInput', by: '$share' } }, at: '$cap' } },
    ceiling: true,
    tests: [
      pays({ competitiveKey: true, researchInput: '1000万元' }, '200万元'),
      pays({ competitiveKey: true, researchInput: '2000万元' }, '300万元'),
      fails({ competitiveKey: false, researchInput: '1000万元' }, ['competitiveKey']),
      lacksFacts({ competitiveKey: true }, ['researchInput']),
    ],
  },
  {
    id: 'hz-2024-16-12-task',
    title: { zh: '国家、省重点科研任务配套', en: 'Matching money for state and provincial research tasks' },
    ...innovation,
    ...keyProjects.frame,
    automation: 'onRequest',
    subject: 'project',
    params: { share: keyProjects.says('25%'), cap: keyProjects.says('500万元') },
    when: { has: 'stateTask' },
    amount: { cap: { of: { rate: { of: 'upperSubsidy', by: '$share' } }, at: '$cap' } },
    ceiling: true,
    tests: [
      pays({ stateTask: true, upperSubsidy: '1200万元' }, '300万元'),
      pays({ stateTask: true, upperSubsidy: '1亿元' }, '500万元'),
      fails({ stateTask: false, upperSubsidy: '1200万元' }, ['stateTask']),
      lacksFacts({ upperSubsidy: '1200万元' }, ['stateTask']),
    ],
  },
];

const spendingClauses: readonly Clause[] = [
  {
    id: 'hz-2024-16-14-small-growth',
    title: { zh: '科技型中小企业研发增量补助', en: 'Research growth of a small technology firm' },
    ...innovation,
    ...spending.frame,
    automation: 'automatic',
    subject: 'enterprise',
    params: {
      ...smallFirm,
      increase: spending.says('200万元'),
      share: spending.says('5%'),
      cap: spending.says('200万元'),
    },
    when: {
      all: [{ has: 'techEnterprise' }, ...isSmall, { compare: increase, is: 'atLeast', to: '$increase' }],
    },
    amount: { cap: { of: { rate: { of: increase, by: '$share' } }, at: '$cap' } },
    ceiling: true,
    yearlyCap: researchYear,
    overlap: research,
    tests: [
      pays({ ...small, research: '900万元', researchBefore: '500万元' }, '20万元'),
      pays({ ...small, research: '6000万元', researchBefore: '500万元' }, '200万元'),
      pays({ ...small, research: '900万元', researchBefore: '500万元' }, '5万元', {
        paidSoFar: { researchSpending: '195万元' },
      }),
      fails({ ...small, research: '699万元', researchBefore: '500万元' }, ['research', 'researchBefore']),
      fails({ ...small, employees: '501人', research: '900万元', researchBefore: '500万元' }, ['employees']),
      lacksFacts({ ...small, research: '900万元' }, ['researchBefore']),
    ],
  },
  {
    id: 'hz-2024-16-14-small-total',
    title: { zh: '科技型中小企业研发总量补助', en: 'Research total of a small technology firm' },
    ...innovation,
    ...spending.frame,
    automation: 'automatic',
    subject: 'enterprise',
    params: { ...smallFirm, total: spending.says('1亿元'), cap: spending.says('200万元') },
    when: {
      all: [{ has: 'techEnterprise' }, ...isSmall, { compare: 'research', is: 'atLeast', to: '$total' }],
    },
    amount: { fixed: '$cap' },
    yearlyCap: researchYear,
    overlap: research,
    tests: [
      pays({ ...small, research: '1亿元' }, '200万元'),
      fails({ ...small, research: '9999万元' }, ['research']),
      lacksFacts({ techEnterprise: true, employees: '300人', revenue: '1.5亿元', research: '1亿元' }, [
        'assets',
      ]),
    ],
  },
  {
    id: 'hz-2024-16-14-large-growth',
    title: { zh: '超过中小标准企业研发增量补助', en: 'Research growth of a larger technology firm' },
    ...innovation,
    ...spending.frame,
    automation: 'automatic',
    subject: 'enterprise',
    params: {
      ...smallFirm,
      increase: spending.says('500万元'),
      share: spending.says('5%'),
      cap: spending.says('300万元'),
    },
    when: {
      all: [
        { has: 'techEnterprise' },
        { any: isLarge },
        { compare: increase, is: 'atLeast', to: '$increase' },
      ],
    },
    amount: { cap: { of: { rate: { of: increase, by: '$share' } }, at: '$cap' } },
    ceiling: true,
    yearlyCap: researchYear,
    overlap: research,
    tests: [
      pays({ ...large, research: '2000万元', researchBefore: '1000万元' }, '50万元'),
      pays({ ...large, assets: null, research: '2000万元', researchBefore: '1000万元' }, '50万元'),
      fails({ ...small, research: '2000万元', researchBefore: '1000万元' }, [
        'employees',
        'revenue',
        'assets',
      ]),
      lacksFacts({ ...small, assets: null, research: '2000万元', researchBefore: '1000万元' }, ['assets']),
    ],
  },
  {
    id: 'hz-2024-16-14-large-total',
    title: { zh: '超过中小标准企业研发总量补助', en: 'Research total of a larger technology firm' },
    ...innovation,
    ...spending.frame,
    automation: 'automatic',
    subject: 'enterprise',
    params: { ...smallFirm, total: spending.says('5亿元'), cap: spending.says('300万元') },
    when: {
      all: [
        { has: 'techEnterprise' },
        { any: isLarge },
        { compare: 'research', is: 'atLeast', to: '$total' },
      ],
    },
    amount: { fixed: '$cap' },
    yearlyCap: researchYear,
    overlap: research,
    tests: [
      pays({ ...large, research: '5亿元' }, '300万元'),
      fails({ ...large, research: '4.9亿元' }, ['research']),
      lacksFacts({ ...large }, ['research']),
    ],
  },
];

/** Half of what the province has paid; one clause each, because each needs its own recognition. */
const halfOf = (id: string, title: Clause['title'], flag: string, subsidy: string): Clause => ({
  id: `hz-2024-16-15-${id}`,
  title,
  ...innovation,
  ...institutes.frame,
  automation: 'automatic',
  subject: 'enterprise',
  params: { share: institutes.says('50%') },
  when: { has: flag },
  amount: { rate: { of: subsidy, by: '$share' } },
  tests: [
    pays({ [flag]: true, [subsidy]: '120万元' }, '60万元'),
    fails({ [flag]: false, [subsidy]: '120万元' }, [flag]),
    lacksFacts({ [flag]: true }, [subsidy]),
  ],
});

const instituteClauses: readonly Clause[] = [
  {
    id: 'hz-2024-16-15-laboratory',
    title: { zh: '牵头建设省重点实验室奖励', en: 'New provincial key laboratory' },
    ...innovation,
    ...institutes.frame,
    automation: 'automatic',
    subject: 'enterprise',
    params: { amount: institutes.says('100万元') },
    when: { compare: 'keyLaboratoryYear', is: 'atLeast', to: { year: -1 } },
    amount: { fixed: '$amount' },
    ceiling: true,
    once: { per: 'enterprise', key: 'keyLaboratory' },
    tests: [
      pays({ keyLaboratoryYear: 2024 }, '100万元'),
      fails({ keyLaboratoryYear: 2021 }, ['keyLaboratoryYear']),
      fails({ keyLaboratoryYear: 2023 }, ['once'], { paid: ['keyLaboratory'] }),
      lacksFacts({}, ['keyLaboratoryYear']),
    ],
  },
  halfOf(
    'overseas',
    { zh: '海外研发机构配套奖励', en: 'Overseas research unit' },
    'overseasResearch',
    'overseasSubsidy',
  ),
  halfOf(
    'base',
    { zh: '国际科技合作基地配套奖励', en: 'International cooperation base' },
    'cooperationBaseExcellent',
    'baseSubsidy',
  ),
  halfOf(
    'joint',
    { zh: '国际联合实验室配套奖励', en: 'International joint laboratory' },
    'jointLaboratoryExcellent',
    'laboratorySubsidy',
  ),
  halfOf(
    'incubation',
    { zh: '海外创新孵化中心配套奖励', en: 'Overseas incubation centre' },
    'overseasIncubatorExcellent',
    'incubatorSubsidy',
  ),
  halfOf(
    'foreign',
    { zh: '省级外资研发中心配套奖励', en: 'Foreign-funded research centre' },
    'foreignResearchCentre',
    'foreignSubsidy',
  ),
  {
    id: 'hz-2024-16-15-headquarters',
    title: { zh: '新引进研发总部一次性奖励', en: 'Newly attracted research headquarters' },
    ...innovation,
    ...institutes.frame,
    automation: 'onRequest',
    subject: 'enterprise',
    params: {
      spending: institutes.says('1000万元'),
      share: institutes.says('5%'),
      cap: institutes.says('500万元'),
    },
    when: {
      all: [
        { compare: 'researchHeadquartersYear', is: 'atLeast', to: { year: -1 } },
        { compare: 'research', is: 'atLeast', to: '$spending' },
      ],
    },
    amount: { cap: { of: { rate: { of: 'research', by: '$share' } }, at: '$cap' } },
    ceiling: true,
    once: { per: 'enterprise', key: 'researchHeadquarters' },
    tests: [
      pays({ researchHeadquartersYear: 2024, research: '3000万元' }, '150万元'),
      pays({ researchHeadquartersYear: 2024, research: '2亿元' }, '500万元'),
      fails({ researchHeadquartersYear: 2024, research: '999万元' }, ['research']),
      lacksFacts({ research: '3000万元' }, ['researchHeadquartersYear']),
    ],
  },
  {
    id: 'hz-2024-16-15-stars',
    title: { zh: '星级总部企业研发增量补助', en: 'Research growth of a starred headquarters' },
    ...innovation,
    ...institutes.frame,
    automation: 'reviewed',
    subject: 'enterprise',
    params: { stars: institutes.says('3星'), cap: institutes.says('300万元') },
    when: {
      all: [
        { compare: 'headquartersStars', is: 'atLeast', to: '$stars' },
        { compare: increase, is: 'above', to: 0 },
      ],
    },
    amount: { fixed: '$cap' },
    ceiling: true,
    tests: [
      pays({ headquartersStars: 3, research: '900万元', researchBefore: '800万元' }, '300万元'),
      fails({ headquartersStars: 2, research: '900万元', researchBefore: '800万元' }, ['headquartersStars']),
      fails({ headquartersStars: 5, research: '800万元', researchBefore: '800万元' }, [
        'research',
        'researchBefore',
      ]),
      lacksFacts({ research: '900万元', researchBefore: '800万元' }, ['headquartersStars']),
    ],
  },
];

export const researchClauses: readonly Clause[] = [
  ...platformClauses,
  ...spendingClauses,
  ...instituteClauses,
];
