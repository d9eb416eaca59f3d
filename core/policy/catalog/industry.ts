// Items (五) and (三十) to (四十八) of 杭政函〔2024〕16号: industry, services, transport and trade.
import type { Clause } from '../clause.ts';
import { industryRanges } from '../register/industry.ts';
import { fails, lacksFacts, pays, policy16 } from './frame.ts';
import { recognised } from './recognition.ts';
import { convertedAboveScale, firstAboveScale, keptAboveScale } from './scale.ts';

const power = policy16('(五)');
const growth = policy16('(三十)');
const software = policy16('(三十六)');
const design = policy16('(三十七)');
const finance = policy16('(四十一)');
const drivers = policy16('(四十六)');
const trade = policy16('(四十八)');

const specialised = (id: string, title: Clause['title'], year: string, amount: string): Clause =>
  recognised({
    id: `hz-2024-16-30-${id}`,
    title,
    item: growth,
    area: 'industry',
    lead: '市经信局',
    year,
    amount,
    ceiling: true,
  });

/** So much for each award won. */
const designAward = (
  id: string,
  title: Clause['title'],
  count: string,
  each: string,
  three: string,
): Clause => ({
  id: `hz-2024-16-37-${id}`,
  title,
  area: 'services',
  lead: '市经信局',
  benefit: 'grant',
  ...design.frame,
  automation: 'automatic',
  subject: 'enterprise',
  params: { each: design.says(each) },
  when: { compare: count, is: 'above', to: 0 },
  amount: { times: ['$each', count] },
  tests: [
    pays({ [count]: 1 }, each),
    pays({ [count]: 3 }, three),
    fails({ [count]: 0 }, [count]),
    lacksFacts({}, [count]),
  ],
});

/** A share of a fee of the first quarter of 2024. */
const fairFee = (id: string, title: Clause['title'], fee: string): Clause => ({
  id: `hz-2024-16-48-${id}`,
  title,
  area: 'openness',
  lead: '市商务局',
  benefit: 'grant',
  ...trade.frame,
  valid: { from: '2024-01-01', to: '2024-03-31' },
  review: '2024-03-31',
  automation: 'onRequest',
  subject: 'enterprise',
  params: { share: trade.says('70%') },
  when: { all: [{ has: 'foreignTrade' }, { compare: fee, is: 'above', to: 0 }] },
  amount: { rate: { of: fee, by: '$share' } },
  ceiling: true,
  tests: [
    pays({ foreignTrade: true, [fee]: '10万元' }, '7万元'),
    fails({ foreignTrade: false, [fee]: '10万元' }, ['foreignTrade']),
    lacksFacts({ foreignTrade: true }, [fee]),
  ],
});

const exportInsurance = { group: 'exportInsurance', rule: 'highest' } as const;
const premium = { compare: 'exportInsurance', is: 'above', to: 0 } as const;
const tradeFrame = { area: 'openness', lead: '市商务局', ...trade.frame, subject: 'enterprise' } as const;

const tradeClauses: readonly Clause[] = [
  {
    id: 'hz-2024-16-48-insurance',
    title: { zh: '短期出口信用保险保费资助', en: 'Short-term export credit insurance' },
    ...tradeFrame,
    benefit: 'grant',
    automation: 'onRequest',
    params: { share: trade.says('60%'), cap: trade.says('500万元') },
    when: premium,
    amount: { cap: { of: { rate: { of: 'exportInsurance', by: '$share' } }, at: '$cap' } },
    ceiling: true,
    yearlyCap: { key: 'exportInsurance', limit: '$cap' },
    overlap: exportInsurance,
    tests: [
      pays({ exportInsurance: '100万元' }, '60万元'),
      pays({ exportInsurance: '1000万元' }, '500万元'),
      fails({ exportInsurance: '0元' }, ['exportInsurance']),
      lacksFacts({}, ['exportInsurance']),
    ],
  },
  {
    id: 'hz-2024-16-48-insurance-maker',
    title: { zh: '制造业企业短期出口信用保险保费资助', en: 'Export credit insurance of manufacturers' },
    ...tradeFrame,
    benefit: 'grant',
    automation: 'onRequest',
    params: { share: trade.says('65%'), cap: trade.says('500万元') },
    when: {
      all: [
        {
          between: 'industry',
          from: industryRanges.manufacturing.from,
          to: industryRanges.manufacturing.to,
          label: industryRanges.manufacturing.label,
        },
        premium,
      ],
    },
    amount: { cap: { of: { rate: { of: 'exportInsurance', by: '$share' } }, at: '$cap' } },
    ceiling: true,
    yearlyCap: { key: 'exportInsurance', limit: '$cap' },
    overlap: exportInsurance,
    tests: [
      pays({ industry: '3562', exportInsurance: '100万元' }, '65万元'),
      pays({ industry: '3562', exportInsurance: '800万元' }, '100万元', {
        paidSoFar: { exportInsurance: '400万元' },
      }),
      fails({ industry: '6510', exportInsurance: '100万元' }, ['industry']),
      lacksFacts({ exportInsurance: '100万元' }, ['industry']),
    ],
  },
  fairFee(
    'booth',
    { zh: '首季国际展会展位费补助', en: 'Booth fees at fairs abroad, first quarter' },
    'boothFees',
  ),
  fairFee('air', { zh: '首季出国洽谈机票补助', en: 'Air fares for trade talks, first quarter' }, 'airFares'),
  {
    id: 'hz-2024-16-48-exchange',
    title: { zh: '汇率避险保函额度', en: 'Guarantee for exchange-rate hedging' },
    ...tradeFrame,
    benefit: 'guarantee',
    automation: 'onRequest',
    params: { share: trade.says('8%') },
    when: { has: 'exchangeEligible' },
    amount: { rate: { of: 'exchangeVolume', by: '$share' } },
    ceiling: true,
    tests: [
      pays({ exchangeEligible: true, exchangeVolume: '500万元' }, '40万元'),
      fails({ exchangeEligible: false, exchangeVolume: '500万元' }, ['exchangeEligible']),
      lacksFacts({ exchangeEligible: true }, ['exchangeVolume']),
    ],
  },
];

export const industryClauses: readonly Clause[] = [
  {
    id: 'hz-2024-16-5-power',
    title: { zh: '高可靠性供电费用优惠', en: 'High-reliability power fee' },
    area: 'investment',
    lead: '市发改委',
    benefit: 'relief',
    ...power.frame,
    automation: 'automatic',
    subject: 'project',
    params: { charged: power.says('70%') },
    when: { has: 'highTechInvestment' },
    amount: { minus: ['powerFee', { rate: { of: 'powerFee', by: '$charged' } }] },
    tests: [
      pays({ highTechInvestment: true, powerFee: '100万元' }, '30万元'),
      fails({ highTechInvestment: false, powerFee: '100万元' }, ['highTechInvestment']),
      lacksFacts({ highTechInvestment: true }, ['powerFee']),
    ],
  },
  firstAboveScale('hz-2024-16-30-first', growth),
  keptAboveScale('hz-2024-16-30-kept', growth),
  convertedAboveScale('hz-2024-16-30-converted', growth),
  specialised(
    'giant',
    { zh: '国家级专精特新“小巨人”首次认定奖励', en: 'First recognition as a little giant' },
    'littleGiantYear',
    '100万元',
  ),
  specialised(
    'champion',
    { zh: '省隐形冠军首次认定奖励', en: 'First recognition as a hidden champion' },
    'hiddenChampionYear',
    '100万元',
  ),
  specialised(
    'special',
    { zh: '省级专精特新中小企业首次认定奖励', en: 'First recognition as a specialised firm' },
    'provincialSpecialYear',
    '20万元',
  ),
  recognised({
    id: 'hz-2024-16-36-software',
    title: { zh: '国家鼓励的重点软件企业奖励', en: 'First listing as a key software firm' },
    item: software,
    area: 'services',
    lead: '市经信局',
    year: 'keySoftwareYear',
    amount: '200万元',
    ceiling: false,
  }),
  designAward('if', { zh: 'iF金奖奖励', en: 'iF gold award' }, 'ifGoldAwards', '10万元', '30万元'),
  designAward(
    'red-dot',
    { zh: '红点至尊奖奖励', en: 'Red Dot best of the best' },
    'redDotAwards',
    '10万元',
    '30万元',
  ),
  designAward(
    'china',
    { zh: '中国优秀工业设计奖金奖奖励', en: 'China industrial design gold' },
    'chinaDesignAwards',
    '20万元',
    '60万元',
  ),
  designAward(
    'intelligence',
    { zh: '中国设计智造大奖金奖奖励', en: 'Design intelligence gold' },
    'intelligenceDesignAwards',
    '20万元',
    '60万元',
  ),
  recognised({
    id: 'hz-2024-16-41-market',
    title: { zh: '国家批准创新市场试点奖励', en: 'Market pilot approved by the state' },
    item: finance,
    area: 'services',
    lead: '市委金融办',
    year: 'marketPilotYear',
    amount: '1000万元',
    ceiling: true,
    automation: 'reviewed',
  }),
  {
    id: 'hz-2024-16-46-drivers',
    title: { zh: '“司机之家”运营配套', en: 'Matching money for drivers’ homes' },
    area: 'transport',
    lead: '市交通运输局',
    benefit: 'grant',
    ...drivers.frame,
    automation: 'automatic',
    subject: 'park',
    params: { match: drivers.says('1:1') },
    when: { has: 'driverHome' },
    amount: { rate: { of: 'driverHomeSubsidy', by: '$match' } },
    tests: [
      pays({ driverHome: true, driverHomeSubsidy: '12万元' }, '12万元'),
      fails({ driverHome: false, driverHomeSubsidy: '12万元' }, ['driverHome']),
      lacksFacts({ driverHome: true }, ['driverHomeSubsidy']),
    ],
  },
  ...tradeClauses,
];
