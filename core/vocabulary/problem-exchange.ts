// What can be wrong with a package of another level, a share, or a letter of consultation.
import type { Words } from './words.ts';

export const exchangeProblems = {
  'package.notJson': {
    zh: '文件不是计划交换包（JSON，UTF-8）：{detail}',
    en: 'The file is no plan package (JSON in UTF-8): {detail}',
  },
  'package.shape': {
    zh: '交换包“{path}”处不合格式：{detail}',
    en: 'The package does not fit its schema at "{path}": {detail}',
  },
  'package.version': {
    zh: '交换包的版本是 {version}，本系统只认 {known}',
    en: 'The package is of version {version}; this system knows {known}',
  },
  'package.hash': {
    zh: '交换包内容与其指纹不符，可能在途中被改动，请对方重发',
    en: 'The package does not match its own hash; it may have been changed on its way, ask for it again',
  },
  'package.noLines': {
    zh: '这份文件里没有读出该年度的计划目标，不能作为计划上报',
    en: 'No target of that year was read from the document: there is nothing to send',
  },
  'package.notForUs': {
    zh: '交换包是给 {name}（{id}）的，不是给本级的',
    en: 'The package is addressed to {name} ({id}), not to this level',
  },
  'package.partnerUnknown': {
    zh: '{name}（{id}）不是本级的上级或下级',
    en: '{name} ({id}) is neither directly above nor below this level',
  },
  'package.direction': {
    zh: '交换方向与级次不符：由 {from} 到 {to}',
    en: 'The direction does not fit the levels: from {from} to {to}',
  },
  'exchange.noAbove': {
    zh: '还没有上级的交换包，不知道上级是谁；先导入一份，或由上级下达',
    en: 'No package of the level above has come yet; import one first',
  },
  'consultation.dayPast': { zh: '反馈期限 {day} 已经过去', en: 'The day {day} is over already' },
  'consultation.placeUnknown': { zh: '没有“{place}”这个区县', en: 'There is no place "{place}"' },
  'consultation.lineUnknown': { zh: '计划中没有“{metric}”这一项', en: 'The plan has no line "{metric}"' },
  'consultation.lineTwice': { zh: '“{metric}”列了两次', en: '"{metric}" is listed twice' },
} as const satisfies Readonly<Record<string, Words>>;
