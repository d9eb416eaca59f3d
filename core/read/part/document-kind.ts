// What kind of plan document a title names, and which year it is about.
import type { DocumentKind } from '../reading.ts';

/** First that fits; the order matters: 政府工作报告…责任分解 is a decomposition, 预算…执行情况 a budget report. */
const kinds: readonly (readonly [RegExp, DocumentKind])[] = [
  [/公报$|公报\(|^.{0,20}公报.{0,4}第/, 'gazette'],
  [/民生实事|为民办实事|实事项目/, 'livelihoodList'],
  [/(?:责任|任务|工作|目标)分(?:解|工)|责任清单|任务清单|重点工作.{0,6}分工|任务分解/, 'decomposition'],
  [/政府工作报告/, 'workReport'],
  [/预算|决算/, 'budgetReport'],
  [
    /计划.{0,12}执行情况.{0,12}(?:与|和|及).{0,20}(?:计划|规划)(?:草案)?|规划.{0,8}执行情况.{0,12}(?:与|和|及).{0,20}规划草案/,
    'planReport',
  ],
  [/执行情况|进展情况|完成情况|落实情况|中期评估/, 'executionReport'],
  [/解读|任免|名单/, 'other'],
  [/政策|措施|举措|若干意见|奖励办法|扶持|补助|十条|\d条/, 'policyPackage'],
  [/(?:五年|发展)规划|规划纲要|工作要点|行动计划|实施方案|年度计划|计划草案|发展计划/, 'planReport'],
];

export function kindOfTitle(title: string): DocumentKind {
  for (const [pattern, kind] of kinds) if (pattern.test(title)) return kind;
  return 'other';
}

/** The latest year a title names: 2023年…执行情况与2024年…草案 is about 2024. */
export function yearOfTitle(title: string): number | null {
  let latest: number | null = null;
  for (const match of title.matchAll(/(?<!\d)(20\d{2})(?=年|[—\-~至]|\D|$)/g)) {
    const year = Number(match[1]);
    if (latest === null || year > latest) latest = year;
  }
  return latest;
}
