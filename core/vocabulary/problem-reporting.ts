// What can go wrong while figures are saved and reports move between people: somebody else was faster, something is missing.
import type { Words } from './words.ts';

export const reportingProblems = {
  'report.stateChanged': {
    zh: '{actor}已抢先处理，当前状态：{state}；请刷新后再操作',
    en: '{actor} was faster; its state is now {state}. Reload before you go on',
  },
  'report.needsExplanation': {
    zh: '“{metric}”与以往相差较大，请在说明中写明原因后再报送',
    en: '"{metric}" differs much from before; say why in its statement, then submit',
  },
  'draft.changed': {
    zh: '{by}已把“{metric}”改为“{theirs}”，您填的是“{mine}”；请选择保留哪一个（共 {count} 处）',
    en: '{by} changed "{metric}" to "{theirs}" while you entered "{mine}"; choose which to keep ({count} in all)',
  },
  'figure.notAsked': {
    zh: '没有要求您填报“{metric}”（{period}）',
    en: '"{metric}" ({period}) is not asked of you',
  },
  'rows.tooMany': { zh: '表格超过 {limit} 行', en: 'The table has more than {limit} rows' },
} as const satisfies Readonly<Record<string, Words>>;
