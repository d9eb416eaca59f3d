// What can be wrong with what is asked of a plan.
import type { Words } from './words.ts';

export const planProblems = {
  'plan.notFound': { zh: '未找到计划“{plan}”', en: 'No plan "{plan}"' },
  'plan.none': {
    zh: '还没有计划，请先上传一份计划文件',
    en: 'There is no plan yet; upload a plan document first',
  },
  'place.notFound': { zh: '未找到区县“{place}”', en: 'No place "{place}"' },
  'commitment.notFound': { zh: '未找到该任务', en: 'No such commitment' },
  'applicability.metricUnknown': {
    zh: '该事项没有“{metric}”这项内容',
    en: 'This commitment has no line "{metric}"',
  },
  'applicability.awayAlready': {
    zh: '{place}自 {day} 起已定为不适用，无需再定',
    en: '{place} is not applicable since {day} already',
  },
  'applicability.appliesAlready': {
    zh: '{place}在 {day} 本就适用，无需恢复',
    en: '{place} applies on {day} already',
  },
  'owner.nothing': { zh: '请至少填写一项要改的内容', en: 'Say at least one thing that shall change' },
  'owner.countChanged': {
    zh: '清单已有变化：您看到 {seen} 项，现为 {now} 项，请核对后再确认',
    en: 'The list has changed: you saw {seen}, it is {now} now; look again and confirm',
  },
  'owner.refused': {
    zh: '{count} 项不能这样调整，均未改动：{rows}',
    en: '{count} cannot be changed like this; nothing was changed: {rows}',
  },
  'owner.leadSupports': {
    zh: '“{unit}”不能既牵头又配合，请同时移出配合单位',
    en: '"{unit}" cannot lead and support; take it out of the supporting units as well',
  },
  'owner.reportWaiting': {
    zh: '有填报正待“{unit}”审核，审核后再更换牵头单位',
    en: 'A report waits for "{unit}"; change the lead after it was decided',
  },
  'owner.unitUnknown': {
    zh: '组织机构和计划中都没有“{unit}”，请核对名称',
    en: 'Neither the organisation nor the plan knows "{unit}"; check the name',
  },
  'closing.already': { zh: '该年计划已经办结', en: 'The plan of that year is closed already' },
  'closing.notEnded': {
    zh: '计划期至 {day}，到期后才能办结',
    en: 'The plan runs until {day}; close it afterwards',
  },
  'closing.reportsOpen': {
    zh: '还有 {count} 份填报未走完审核核验',
    en: '{count} reports have not been through review and verification',
  },
  'closing.noticesOpen': { zh: '还有 {count} 张督办单未销号', en: '{count} notices are not closed out' },
  'closing.needsWords': {
    zh: '{count} 项无法判断，办结时须说明如何处理',
    en: '{count} promises have no verdict; say what becomes of them',
  },
  'carry.notClosed': {
    zh: '{year} 年计划尚未办结，不能结转到下一年',
    en: 'The plan of {year} is not closed yet; nothing goes on into the next year',
  },
  'carry.needsReason': { zh: '“{title}”不再列入，须说明理由', en: 'Say why "{title}" does not go on' },
  'plan.closed': {
    zh: '{year} 年计划已办结，目标和责任不再改动',
    en: 'The plan of {year} is closed; its targets and owners stay',
  },
  'item.notFound': { zh: '该文件中没有这一项', en: 'The document has no such item' },
  'item.alreadyDecided': {
    zh: '该项已由他人处理：{decision}',
    en: 'Somebody already decided on this item: {decision}',
  },
  'item.mergeNeedsCommitment': { zh: '合并须选择已有任务', en: 'Choose the commitment to merge with' },
  'item.rejectNeedsReason': { zh: '不采纳须说明理由', en: 'Give a reason for rejecting' },
  'amendment.outsidePlan': {
    zh: '生效日 {day} 不在计划期内，请填 {first} 至 {last} 之间的一天',
    en: '{day} is outside the plan; choose a day from {first} to {last}',
  },
  'target.unreadable': { zh: '无法读出目标“{printed}”', en: 'Cannot read a target in "{printed}"' },
} as const satisfies Readonly<Record<string, Words>>;
