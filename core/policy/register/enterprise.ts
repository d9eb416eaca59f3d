// The facts of an enterprise that clauses ask for; each may be missing, and then no clause that needs it pays.
import { area, code, count, date, type Fact, flags, money, units, year } from './fact.ts';

const standing = flags('standing', { zh: '资质与状态', en: 'Standing' }, [
  { name: 'techEnterprise', label: { zh: '经认定的科技型企业', en: 'Recognised technology enterprise' } },
  { name: 'highTech', label: { zh: '有效期内的高新技术企业', en: 'High-tech enterprise in force' } },
  {
    name: 'converted',
    label: {
      zh: '由业务部门、分公司或个体工商户转为独立法人',
      en: 'Turned from a department, branch or sole trader into a company',
    },
  },
  { name: 'nurturing', label: { zh: '处于成长培育期', en: 'In the nurturing period' } },
  { name: 'dishonest', label: { zh: '列入严重失信名单', en: 'On the list of serious dishonesty' } },
  { name: 'gradeD', label: { zh: '亩均综合评价D类', en: 'Grade D in the yield-per-mu evaluation' } },
  {
    name: 'foreignTrade',
    label: { zh: '外贸企业或符合条件的制造业重点企业', en: 'Foreign-trade firm or listed manufacturer' },
  },
  {
    name: 'exchangeEligible',
    label: {
      zh: '外贸小微企业、综合服务企业或个体工商户',
      en: 'Small foreign-trade firm, trade service firm or sole trader',
    },
  },
  {
    name: 'leadsTechCentre',
    label: { zh: '牵头组建省技术创新中心', en: 'Leads a provincial technology innovation centre' },
  },
  {
    name: 'foreignResearchCentre',
    label: { zh: '外商投资的省级外资研发中心', en: 'Provincial foreign-funded R&D centre' },
  },
  {
    name: 'overseasResearch',
    label: { zh: '省级认定的企业海外研发机构', en: 'Overseas R&D unit recognised by the province' },
  },
  {
    name: 'cooperationBaseExcellent',
    label: { zh: '省级国际科技合作基地绩效考核优秀', en: 'International cooperation base rated excellent' },
  },
  {
    name: 'jointLaboratoryExcellent',
    label: { zh: '国际联合实验室绩效考核优秀', en: 'International joint laboratory rated excellent' },
  },
  {
    name: 'overseasIncubatorExcellent',
    label: { zh: '海外创新孵化中心绩效考核优秀', en: 'Overseas incubation centre rated excellent' },
  },
  {
    name: 'conceptCentreRated',
    label: {
      zh: '概念验证中心经认定且通过年度服务绩效评价',
      en: 'Proof-of-concept centre recognised and rated this year',
    },
  },
  {
    name: 'tradeContractsRegistered',
    label: { zh: '技术合同已认定登记', en: 'Technology contracts registered' },
  },
]);

/** Recognitions are years, not flags: "first recognised this year or last" is then a question that a date can answer. */
const recognitions: readonly Fact[] = [
  year('scaleYear', '首次上规纳统年份', 'Year first above scale'),
  year('highTechFirstYear', '首次认定高新技术企业年份', 'Year first recognised as high-tech'),
  year('highTechRenewedYear', '重新认定高新技术企业年份', 'Year of renewed high-tech recognition'),
  year('newEagleYear', '首次认定新雏鹰企业年份', 'Year first recognised as a new eagle'),
  year(
    'littleGiantYear',
    '首次认定国家级专精特新“小巨人”年份',
    'Year first recognised as a national little giant',
  ),
  year(
    'hiddenChampionYear',
    '首次认定省隐形冠军年份',
    'Year first recognised as a provincial hidden champion',
  ),
  year(
    'provincialSpecialYear',
    '首次认定省级专精特新中小企业年份',
    'Year first recognised as provincial specialised firm',
  ),
  year('keySoftwareYear', '首次入选国家鼓励的重点软件企业年份', 'Year first listed as a key software firm'),
  year(
    'keyLaboratoryYear',
    '牵头建设的省重点实验室获批年份',
    'Year its provincial key laboratory was approved',
  ),
  year('researchHeadquartersYear', '企业研发总部引进年份', 'Year its R&D headquarters moved in'),
  year('conceptCentreYear', '概念验证中心列入创建名单年份', 'Year its proof-of-concept centre was listed'),
  year(
    'postdocProvincialYear',
    '设立省级博士后工作站年份',
    'Year its provincial postdoctoral station was set up',
  ),
  year(
    'postdocNationalYear',
    '设立国家级博士后工作站年份',
    'Year its national postdoctoral station was set up',
  ),
  year('postdocRecruitYear', '获博士后独立招收资格年份', 'Year it may recruit postdoctoral staff alone'),
  year('marketPilotYear', '获批全国创新市场试点年份', 'Year its market pilot was approved by the state'),
];

const figures: readonly Fact[] = [
  code('industry', '行业代码', 'Industry code', 9999),
  date('registeredOn', '成立日期', 'Registered on'),
  count('employees', '职工人数', 'Employees', units.people, 1e7),
  money('revenue', '上年营业收入', 'Revenue last year'),
  money('assets', '资产总额', 'Total assets'),
  money('research', '年度研发投入额', 'R&D spending of the year', 1e13),
  money('researchBefore', '上一年度研发投入额', 'R&D spending of the year before', 1e13),
  count('yearsInScale', '上规后连续在规年数', 'Whole years above scale since', units.years, 100),
  count('headquartersStars', '总部企业星级', 'Stars as a headquarters', units.stars, 5),
  money('techTrade', '年度累计实际技术交易额', 'Technology trade of the year', 1e13),
  money('techInsurance', '科技保险保费', 'Technology insurance premium', 1e12),
  money('exportInsurance', '短期出口信用保险投保费', 'Short-term export credit insurance premium', 1e12),
  money('boothFees', '国际专业展会展位费', 'Booth fees at international fairs', 1e11),
  money('airFares', '往返经济舱机票费', 'Return economy air fares', 1e11),
  money('exchangeVolume', '结售汇总额', 'Foreign exchange settled and sold', 1e13),
  money('centreSubsidy', '技术创新中心省财政补助额', 'Provincial subsidy for the technology centre', 1e12),
  money('overseasSubsidy', '海外研发机构实到省补助', 'Provincial subsidy for the overseas R&D unit', 1e12),
  money('baseSubsidy', '国际科技合作基地实到省补助', 'Provincial subsidy for the cooperation base', 1e12),
  money('laboratorySubsidy', '国际联合实验室实到省补助', 'Provincial subsidy for the joint laboratory', 1e12),
  money(
    'incubatorSubsidy',
    '海外创新孵化中心实到省补助',
    'Provincial subsidy for the overseas incubation centre',
    1e12,
  ),
  money('foreignSubsidy', '外资研发中心实到省补助', 'Provincial subsidy for the foreign R&D centre', 1e12),
  money('monthlyRent', '小微企业园月租金', 'Monthly rent in the small-firm park', 1e10),
  area('rentedArea', '租用小微企业园生产制造空间', 'Production space rented in the small-firm park'),
  count('leaseYears', '租期', 'Lease', units.years, 50),
  count('ifGoldAwards', 'iF金奖', 'iF gold awards', units.items, 1000),
  count('redDotAwards', '红点至尊奖', 'Best-of-the-best awards of Red Dot', units.items, 1000),
  count(
    'chinaDesignAwards',
    '中国优秀工业设计奖金奖',
    'Industrial design gold awards of China',
    units.items,
    1000,
  ),
  count(
    'intelligenceDesignAwards',
    '中国设计智造大奖金奖',
    'Gold awards for design intelligence',
    units.items,
    1000,
  ),
];

export const enterpriseFacts: readonly Fact[] = [...figures, ...recognitions, ...standing];
