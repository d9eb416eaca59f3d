// The words of steps in both languages: states, what may be done, and what can be wrong.
import type { StepAction, StepState } from '../plan/step.ts';
import type { Words } from './words.ts';

export const stepStateLabel: Record<StepState, Words> = {
  open: { zh: '进行中', en: 'Open' },
  done: { zh: '已完成', en: 'Done' },
  dropped: { zh: '不再开展', en: 'Dropped' },
};

export const stepActionLabel: Record<StepAction, Words> = {
  finish: { zh: '标为完成', en: 'Mark as done' },
  drop: { zh: '不再开展', en: 'Drop' },
  reopen: { zh: '重新打开', en: 'Take up again' },
  postpone: { zh: '延期', en: 'Put off' },
};

export const stepProblems = {
  'step.notFound': { zh: '未找到该步骤', en: 'No such step' },
  'step.notYours': { zh: '该步骤由其他单位负责', en: 'The step is another unit’s' },
  'step.needsWords': { zh: '请写明原因，至少两个字', en: 'Give the reason in at least two signs' },
  'step.dayNotLater': { zh: '新的日期须晚于 {day}', en: 'The new day must be later than {day}' },
  'step.dayOutside': { zh: '日期不能晚于计划期末 {day}', en: 'The day cannot be after the plan ends, {day}' },
  'step.dayBefore': {
    zh: '日期不能早于计划期初 {day}',
    en: 'The day cannot be before the plan begins, {day}',
  },
  'step.unitUnknown': {
    zh: '组织机构和该事项中都没有“{unit}”，请核对名称',
    en: 'Neither the organisation nor this commitment knows "{unit}"; check the name',
  },
} as const satisfies Readonly<Record<string, Words>>;
