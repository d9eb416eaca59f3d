// The words of the roles.
import type { Role } from '../place/role.ts';
import type { Words } from './words.ts';

export const roleText: Readonly<Record<Role, Words>> = {
  supervisionOffice: { zh: '督查室', en: 'Supervision office' },
  planOffice: { zh: '发展改革部门', en: 'Plan office' },
  finance: { zh: '财政部门', en: 'Finance' },
  leadUnit: { zh: '牵头单位', en: 'Lead unit' },
  supportingUnit: { zh: '配合单位', en: 'Supporting unit' },
  district: { zh: '区、县（市）', en: 'District' },
  street: { zh: '街道', en: 'Street' },
  inspector: { zh: '督查人员', en: 'Inspector' },
  deputy: { zh: '人大代表', en: 'Deputy' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  auditor: { zh: '审计', en: 'Auditor' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
  public: { zh: '公众', en: 'Public' },
};
