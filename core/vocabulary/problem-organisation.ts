// What can be wrong with a cell of an organisation's workbook.
import type { OrganisationRowProblem } from '../place/organisation-rows.ts';
import type { Words } from './words.ts';

export const organisationProblems = {
  'organisation.sheetUnknown': {
    zh: '没有名为“{value}”的表，应为 单位、岗位、账号',
    en: 'No sheet "{value}" is read; use the three sheets of the template',
  },
  'organisation.headingMissing': { zh: '缺少列“{value}”', en: 'The column "{value}" is missing' },
  'organisation.cellMissing': { zh: '此格必填', en: 'This cell is needed' },
  'organisation.cellTooLong': { zh: '内容过长', en: 'Too long' },
  'organisation.kindUnknown': { zh: '没有类型“{value}”', en: 'No kind "{value}"' },
  'organisation.placeUnknown': { zh: '没有地区“{value}”', en: 'No place "{value}"' },
  'organisation.unitUnknown': { zh: '没有单位“{value}”', en: 'No unit "{value}"' },
  'organisation.nameTwice': { zh: '“{value}”已存在或重复', en: '"{value}" is there already' },
  'organisation.loginInvalid': {
    zh: '账号名应为小写字母、数字、点、横线或下划线',
    en: 'Small letters, digits, dots, dashes or underscores',
  },
  'organisation.mailInvalid': { zh: '“{value}”不是邮箱地址', en: '"{value}" is no e-mail address' },
  'organisation.roleUnknown': { zh: '没有角色“{value}”', en: 'No role "{value}"' },
  'organisation.roleNeedsPlace': { zh: '该角色须填地区', en: 'This role needs a place' },
  'organisation.roleNeedsUnit': { zh: '该角色须填单位', en: 'This role needs a unit' },
  'organisation.dayInvalid': { zh: '没有“{value}”这一天', en: 'There is no day "{value}"' },
  'organisation.yesOrNo': { zh: '应为 是 或 否', en: 'write "是" (yes) or "否" (no)' },
} as const satisfies Readonly<Record<OrganisationRowProblem, Words>>;
