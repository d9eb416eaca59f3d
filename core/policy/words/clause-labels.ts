// The words of a clause's own enums.
import type { Automation, Benefit, PolicyArea, Subject } from '../clause.ts';
import type { Words } from './words.ts';

export const automationLabel: Readonly<Record<Automation, Words>> = {
  automatic: { zh: '免申即享', en: 'Paid without application' },
  onRequest: { zh: '即申即享', en: 'Paid on a short request' },
  reviewed: { zh: '评审', en: 'Paid after review' },
};

export const benefitLabel: Readonly<Record<Benefit, Words>> = {
  grant: { zh: '奖补', en: 'Grant' },
  relief: { zh: '减免', en: 'Relief' },
  guarantee: { zh: '担保额度', en: 'Guarantee' },
};

export const subjectLabel: Readonly<Record<Subject, Words>> = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  project: { zh: '项目', en: 'Project' },
  park: { zh: '园区平台', en: 'Park or platform' },
  person: { zh: '个人或团队', en: 'Person or team' },
};

export const areaLabel: Readonly<Record<PolicyArea, Words>> = {
  investment: { zh: '扩大有效投资', en: 'Investment' },
  innovation: { zh: '科技创新', en: 'Science and innovation' },
  industry: { zh: '五大产业生态圈', en: 'Industry' },
  services: { zh: '现代服务业', en: 'Modern services' },
  transport: { zh: '综合交通', en: 'Transport' },
  openness: { zh: '扩大内需和对外开放', en: 'Demand and openness' },
  countryside: { zh: '乡村振兴和城乡一体化', en: 'Countryside' },
  livelihood: { zh: '保障和改善民生', en: 'Livelihood' },
};
