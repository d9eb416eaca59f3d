// The facts of projects, parks (platforms that serve firms) and persons or teams that clauses ask for.
import { count, type Fact, flags, money, units, year } from './fact.ts';

export const projectFacts: readonly Fact[] = [
  money('investmentTotal', '项目总投资', 'Total investment'),
  money(
    'investmentDone',
    '年度实际完成投资额（设备、外购技术及软件）',
    'Investment done this year (equipment, technology, software)',
    1e13,
  ),
  money('researchInput', '项目实际投入额', 'Actual project input', 1e13),
  money('upperSubsidy', '国家、省实际到账补助', 'State and provincial subsidy received', 1e12),
  money('powerFee', '高可靠性供电费用（标准）', 'High-reliability power fee at the full rate', 1e11),
  year('landedYear', '成果落地产业化年份', 'Year the result went into production'),
  ...flags('nature', { zh: '项目性质', en: 'Nature of the project' }, [
    {
      name: 'nurturingFirm',
      label: { zh: '实施单位为新升规企业（成长培育期内）', en: 'Run by a firm in its nurturing period' },
    },
    { name: 'industrialFirm', label: { zh: '实施单位为工业企业', en: 'Run by an industrial firm' } },
    {
      name: 'keyIndustry',
      label: {
        zh: '新一代信息技术、高端装备、生物医药、集成电路、新能源、新材料产业项目',
        en: 'In one of the six favoured industries',
      },
    },
    {
      name: 'commissionedMajor',
      label: {
        zh: '主动设计、揭榜挂帅组织的重大项目',
        en: 'Major project designed by the city or openly commissioned',
      },
    },
    { name: 'competitiveKey', label: { zh: '竞争类重点科研项目', en: 'Competitive key research project' } },
    {
      name: 'stateTask',
      label: { zh: '承担国家、省重点科研任务', en: 'Carries a key task of the state or province' },
    },
    {
      name: 'highTechInvestment',
      label: { zh: '符合规定的高新技术产业投资项目', en: 'Eligible high-tech industry investment' },
    },
    {
      name: 'nationalFirstPrize',
      label: {
        zh: '获国家技术发明奖或科学技术进步奖一等奖',
        en: 'First prize of the state for invention or progress',
      },
    },
    {
      name: 'nationalSecondPrize',
      label: {
        zh: '获国家技术发明奖或科学技术进步奖二等奖',
        en: 'Second prize of the state for invention or progress',
      },
    },
    { name: 'patentGold', label: { zh: '获中国专利金奖', en: 'Gold award for patents of China' } },
    {
      name: 'provincialFirstPrize',
      label: {
        zh: '获省技术发明奖或科学技术进步奖一等奖',
        en: 'First prize of the province for invention or progress',
      },
    },
  ]),
];

export const parkFacts: readonly Fact[] = [
  count('stars', '年度绩效评价星级', 'Stars in the yearly evaluation', units.stars, 5),
  count(
    'graduates',
    '当年通过高企或技术先进型服务企业备案的在孵、毕业企业',
    'Incubated firms recognised as high-tech this year',
    units.firms,
    1000,
  ),
  count(
    'firmsRaised',
    '当年培育的首次上规纳统工业企业',
    'Firms brought above scale for the first time',
    units.firms,
    1000,
  ),
  count('firmsKept', '升规后连续3年在规的企业', 'Firms kept above scale for three years', units.firms, 1000),
  money(
    'driverHomeSubsidy',
    '“司机之家”省专项运营补贴',
    'Provincial operating subsidy for the drivers’ home',
    1e11,
  ),
  year('provincialYear', '升级为省级孵化器年份', 'Year raised to provincial incubator'),
  year('nationalYear', '升级为国家级孵化器年份', 'Year raised to national incubator'),
  ...flags('kind', { zh: '平台类型与评价', en: 'Kind and rating' }, [
    { name: 'makerSpace', label: { zh: '众创空间', en: 'Maker space' } },
    { name: 'incubator', label: { zh: '市级科技企业孵化器', en: 'Municipal technology incubator' } },
    { name: 'smallFirmPark', label: { zh: '小微企业园运营机构', en: 'Operator of a small-firm park' } },
    { name: 'driverHome', label: { zh: '司机之家', en: 'Drivers’ home' } },
    { name: 'ratedExcellent', label: { zh: '年度绩效考核优秀', en: 'Rated excellent this year' } },
    { name: 'ratedGood', label: { zh: '年度绩效考核良好', en: 'Rated good this year' } },
  ]),
];

export const personFacts: readonly Fact[] = [
  year('leadingTeamYear', '入选市领军型创新创业团队年份', 'Year chosen as a leading team'),
  ...flags('attachment', { zh: '关系', en: 'Attachment' }, [
    { name: 'worksInCity', label: { zh: '在本市创新创业', en: 'Works in the city' } },
  ]),
];
