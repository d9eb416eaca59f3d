// The words of roles, places and units in both languages.

import type { UnitKind } from '../place/org-unit.ts';
import type { Role } from '../place/role.ts';
import type { PlaceKind } from '../place/tree.ts';
import type { Words } from './words.ts';

export const roleLabel: Record<Role, Words> = {
  supervisionOffice: { zh: '督查室', en: 'Supervision office' },
  planOffice: { zh: '计划管理（发改）', en: 'Plan office' },
  finance: { zh: '财政', en: 'Finance' },
  leadUnit: { zh: '牵头单位', en: 'Lead unit' },
  supportingUnit: { zh: '配合单位', en: 'Supporting unit' },
  district: { zh: '区县', en: 'District or county' },
  street: { zh: '街道（乡镇）', en: 'Street or township' },
  inspector: { zh: '督查员', en: 'Inspector' },
  deputy: { zh: '人大代表、政协委员', en: 'Deputy or CPPCC member' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  auditor: { zh: '审计', en: 'Auditor' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
  public: { zh: '公众', en: 'Public' },
};

export const placeKindLabel: Record<PlaceKind, Words> = {
  province: { zh: '省', en: 'Province' },
  city: { zh: '市', en: 'City' },
  district: { zh: '区', en: 'District' },
  county: { zh: '县', en: 'County' },
  countyCity: { zh: '县级市', en: 'County-level city' },
  zone: { zh: '功能区', en: 'Zone' },
  street: { zh: '街道（乡镇）', en: 'Street or township' },
  ownLevel: { zh: '市本级', en: 'City level' },
};

export const unitKindLabel: Record<UnitKind, Words> = {
  city: { zh: '市政府', en: 'City government' },
  district: { zh: '区县政府', en: 'District government' },
  department: { zh: '部门', en: 'Department' },
  zone: { zh: '管委会', en: 'Zone committee' },
  street: { zh: '街道办事处', en: 'Street office' },
  party: { zh: '党群机关', en: 'Party or mass organisation' },
  enterprise: { zh: '企事业单位', en: 'Enterprise or institution' },
};
