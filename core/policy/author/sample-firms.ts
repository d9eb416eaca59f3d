// Subjects that an author tries a clause on: made up, named as examples, each of a kind that cities write clauses for. Years count
// from the day asked, so that "last year" stays last year.
import { yearOf } from '../../quantity/calendar.ts';
import type { IsoDate } from '../../quantity/date.ts';
import type { Subject } from '../clause.ts';
import type { Facts } from '../row.ts';
import { epochDay } from '../value.ts';
import type { Words } from '../words/words.ts';

export interface SampleSubject {
  readonly name: Words;
  readonly profile: Words;
  readonly facts: Facts;
}

/** 分 in 10,000 yuan. */
const WAN = 1_000_000;

const sample = (
  sign: string,
  letter: string,
  profile: readonly [zh: string, en: string],
  facts: Facts,
): SampleSubject => ({
  name: { zh: `示例${sign}`, en: `Example ${letter}` },
  profile: { zh: profile[0], en: profile[1] },
  facts,
});

function enterprises(day: IsoDate): readonly SampleSubject[] {
  const year = yearOf(day);
  const sound = { dishonest: false, gradeD: false };
  return [
    sample('企业甲', 'firm A', ['首次上规的制造企业', 'manufacturer, above scale for the first time'], {
      ...{ ...sound, industry: 3562, employees: 86, revenue: 3200 * WAN, assets: 5400 * WAN },
      ...{ scaleYear: year - 1, yearsInScale: 1, research: 210 * WAN, researchBefore: 160 * WAN },
      ...{ converted: false, nurturing: true, techEnterprise: true, highTech: false },
      ...{ rentedArea: 1800, leaseYears: 3, monthlyRent: 3 * WAN },
    }),
    sample('企业乙', 'firm B', ['首次认定高企的软件企业', 'software firm, first recognised as high-tech'], {
      ...{ ...sound, industry: 6513, employees: 240, revenue: 9800 * WAN, assets: 12_000 * WAN },
      ...{ scaleYear: year - 4, yearsInScale: 4, research: 1900 * WAN, researchBefore: 1500 * WAN },
      ...{ techEnterprise: true, highTech: true, highTechFirstYear: year - 1, highTechRenewedYear: 0 },
      ...{ newEagleYear: year - 1, littleGiantYear: 0, techTrade: 600 * WAN, tradeContractsRegistered: true },
    }),
    sample('企业丙', 'firm C', ['专精特新“小巨人”制造企业', 'little giant, specialised manufacturer'], {
      ...{ ...sound, industry: 3913, employees: 620, revenue: 86_000 * WAN, assets: 98_000 * WAN },
      ...{ scaleYear: year - 9, yearsInScale: 9, research: 5200 * WAN, researchBefore: 4100 * WAN },
      ...{ techEnterprise: true, highTech: true, highTechFirstYear: year - 7, highTechRenewedYear: year - 1 },
      ...{ littleGiantYear: year - 1, hiddenChampionYear: 0, provincialSpecialYear: year - 3 },
      ...{ exportInsurance: 90 * WAN, foreignTrade: true, techInsurance: 24 * WAN },
    }),
    sample('企业丁', 'firm D', ['小微外贸企业', 'small foreign-trade firm'], {
      ...{ ...sound, industry: 5179, employees: 18, revenue: 1600 * WAN, assets: 700 * WAN },
      ...{ scaleYear: 0, research: 0, researchBefore: 0, techEnterprise: false, highTech: false },
      ...{ foreignTrade: true, exchangeEligible: true, exportInsurance: 6 * WAN, exchangeVolume: 900 * WAN },
      ...{ boothFees: 5 * WAN, airFares: 1.2 * WAN },
    }),
    sample('企业戊', 'firm E', ['登记信息不全的企业', 'firm of which little is known'], {
      ...{ industry: 3399, employees: 45, registeredOn: epochDay(day) - 2000 },
    }),
  ];
}

const projects = (day: IsoDate): readonly SampleSubject[] => [
  sample('项目甲', 'project A', ['新升规企业的技术改造', 'rebuilding works of a nurtured firm'], {
    ...{ nurturingFirm: true, industrialFirm: true, keyIndustry: true, commissionedMajor: false },
    ...{ investmentTotal: 1800 * WAN, investmentDone: 900 * WAN, landedYear: 0, stateTask: false },
  }),
  sample('项目乙', 'project B', ['高新技术产业投资项目', 'high-tech industry investment'], {
    ...{ nurturingFirm: false, industrialFirm: true, keyIndustry: true, highTechInvestment: true },
    ...{ investmentTotal: 60_000 * WAN, investmentDone: 21_000 * WAN, landedYear: yearOf(day) - 1 },
    ...{ researchInput: 3000 * WAN, upperSubsidy: 400 * WAN, powerFee: 80 * WAN, stateTask: true },
  }),
];

const parks = (day: IsoDate): readonly SampleSubject[] => [
  sample('园区甲', 'park A', ['小微企业园', 'park for small firms'], {
    ...{ smallFirmPark: true, firmsRaised: 6, firmsKept: 2, stars: 4, incubator: false, makerSpace: false },
  }),
  sample('园区乙', 'park B', ['科技企业孵化器', 'technology incubator'], {
    ...{ incubator: true, makerSpace: false, smallFirmPark: false, graduates: 9, ratedExcellent: true },
    ...{ ratedGood: false, provincialYear: yearOf(day) - 1, nationalYear: 0, stars: 5 },
  }),
];

const people = (day: IsoDate): readonly SampleSubject[] => [
  sample('团队甲', 'team A', ['领军型创新创业团队', 'leading team'], {
    ...{ leadingTeamYear: yearOf(day) - 1, worksInCity: true },
  }),
];

const makers: Readonly<Record<Subject, (day: IsoDate) => readonly SampleSubject[]>> = {
  enterprise: enterprises,
  project: projects,
  park: parks,
  person: people,
};

export const sampleSubjects = (subject: Subject, day: IsoDate): readonly SampleSubject[] =>
  makers[subject](day);
