// The words of a judgement in both languages: statuses, reasons with their figures filled in, and what the rule says.
import type { ReasonCode, VerdictStatus } from '../assess/verdict.ts';
import type { Words } from './words.ts';

export const statusLabel: Record<VerdictStatus, Words> = {
  achieved: { zh: '已完成', en: 'Achieved' },
  onTrack: { zh: '符合进度', en: 'On track' },
  atRisk: { zh: '略有滞后', en: 'At risk' },
  behind: { zh: '滞后', en: 'Behind' },
  overdue: { zh: '逾期未完成', en: 'Overdue' },
  notDue: { zh: '未到节点', en: 'Not due' },
  noJudgement: { zh: '无法判断', en: 'No judgement' },
};

/** {placeholders} are filled from the reason's detail; see fillWords. */
export const reasonText: Record<ReasonCode, Words> = {
  reached: {
    zh: '实际 {actual}{unit}，达到目标“{target}”',
    en: '{actual}{unit} meets the target “{target}”',
  },
  notReached: {
    zh: '实际 {actual}{unit}，未达到目标“{target}”',
    en: '{actual}{unit} does not meet the target “{target}”',
  },
  withinTolerance: {
    zh: '实际 {actual}{unit}，与目标“{target}”相差不超过容差 {tolerance}',
    en: '{actual}{unit} is within the tolerance of {tolerance} around “{target}”',
  },
  beyondTolerance: {
    zh: '实际 {actual}{unit}，与目标“{target}”相差超过容差 {tolerance}',
    en: '{actual}{unit} is further from “{target}” than the tolerance of {tolerance}',
  },
  aheadOfSchedule: {
    zh: '截至 {day} 完成 {share}%，不低于时序进度 {expected}%',
    en: '{share}% done by {day}; the schedule expects {expected}%',
  },
  behindSchedule: {
    zh: '截至 {day} 完成 {share}%，低于时序进度 {expected}%',
    en: '{share}% done by {day}, less than the {expected}% the schedule expects',
  },
  fasterThan: {
    zh: '{actual}%，高于“{series}”{seriesValue}%（目标“{target}”）',
    en: '{actual}% is above “{series}” at {seriesValue}% (target “{target}”)',
  },
  slowerThan: {
    zh: '{actual}%，未高于“{series}”{seriesValue}%（目标“{target}”）',
    en: '{actual}% is not above “{series}” at {seriesValue}% (target “{target}”)',
  },
  inStepWith: {
    zh: '{actual}%，与“{series}”{seriesValue}% 同步（容差 {tolerance}）',
    en: '{actual}% keeps step with “{series}” at {seriesValue}% (tolerance {tolerance})',
  },
  outOfStepWith: {
    zh: '{actual}%，低于“{series}”{seriesValue}%，相差 {difference}，超过容差 {tolerance}',
    en: '{actual}% falls short of “{series}” at {seriesValue}% by {difference}, more than the tolerance of {tolerance}',
  },
  comparatorMissing: {
    zh: '目标“{target}”要与“{series}”比较，但缺少后者截至 {day} 的数据',
    en: 'The target “{target}” compares with “{series}”, whose figure for {day} is missing',
  },
  statementSaysDone: { zh: '填报称“{statement}”', en: 'The report says it is done: “{statement}”' },
  statementSaysOnTrack: { zh: '填报称“{statement}”', en: 'The report says it is on its way: “{statement}”' },
  statementSaysTrend: {
    zh: '目标“{target}”，填报称“{statement}”',
    en: 'The target is “{target}”; the report says “{statement}”',
  },
  statementSaysBehind: { zh: '填报称“{statement}”', en: 'The report says it lags: “{statement}”' },
  noFigure: { zh: '截至 {day} 没有数据', en: 'There is no figure for {day}' },
  noTarget: { zh: '没有可衡量的目标', en: 'There is no target that could be measured' },
  noBase: {
    zh: '目标“{target}”要与基期比较，但没有基期数据',
    en: 'The target “{target}” needs a base, and there is none',
  },
  unitMismatch: {
    zh: '数据单位“{unit}”与目标单位“{targetUnit}”不同，无法比较',
    en: 'The figure is in “{unit}” and the target in “{targetUnit}”; they cannot be compared',
  },
  targetUnclear: {
    zh: '从目标“{target}”和填报“{statement}”得不出结论',
    en: 'The target “{target}” and the report “{statement}” decide nothing',
  },
  contradictsPrinted: {
    zh: '文件称已达到，但 {actual}{unit} 不在“{target}”之内，文件自相矛盾',
    en: 'The document counts it as reached, but {actual}{unit} is not inside “{target}”: it contradicts itself',
  },
  notDueYet: { zh: '{day} 起才到节点', en: 'Nothing is due before {day}' },
  pastDue: { zh: '已超过完成时限 {due}', en: 'The due day {due} has passed' },
  partsDisagree: {
    zh: '含 {of} 项目标，可判断 {judged} 项，取最不利的一项',
    en: '{of} targets, {judged} of them judged; the most pressing one counts',
  },
};

/** What the rule of each measure is, to be printed beside a verdict. */
export const measureRule: Record<'flow' | 'rate' | 'share' | 'stock' | 'cumulative' | 'text', Words> = {
  flow: {
    zh: '累计数：与节点计划比较；没有节点的，按时间进度比较',
    en: 'A count through the year: held against its checkpoints, or against the time gone where there are none',
  },
  rate: { zh: '增速或水平：直接与全年目标比较', en: 'A rate: held against the annual target itself' },
  share: { zh: '占比：直接与全年目标比较', en: 'A share: held against the annual target itself' },
  stock: {
    zh: '期末存量：达到即可；未达到的，需要基期数据才能判断进度',
    en: 'A level on a day: reached or not; short of it, progress needs a base',
  },
  cumulative: {
    zh: '五年规划累计数：按规划期时间进度比较',
    en: 'A total over a five-year plan: held against the time gone of that plan',
  },
  text: { zh: '文字目标：按填报文字判断', en: 'A worded target: judged by the words of the report' },
};

/** Fills {placeholders}; one that the detail lacks becomes “—”, never an empty gap that hides a missing fact. */
export const fillWords = (template: string, detail: Readonly<Record<string, string>>): string =>
  template.replace(/\{([a-zA-Z]+)\}/g, (_all, key: string) =>
    key === 'unit' && detail[key] === '-' ? '' : (detail[key] ?? '—'),
  );

/** One reason as a sentence. A reason told in words only (no actual figure) shows the words instead. */
export function reasonSentence(
  reason: { readonly code: ReasonCode; readonly detail: Readonly<Record<string, string>> },
  language: 'zh' | 'en',
): string {
  const compares = reason.code === 'fasterThan' || reason.code === 'slowerThan';
  if (compares && reason.detail.actual === undefined && reason.detail.statement !== undefined)
    return fillWords(reasonText.statementSaysTrend[language], reason.detail);
  return fillWords(reasonText[reason.code][language], reason.detail);
}
