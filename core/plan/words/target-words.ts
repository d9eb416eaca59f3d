// What the words of a target ask for: a bound, another series, a trend, a rank, or only a sentence.
import type { CellNumber } from './cell-words.ts';

export type RelativeKind =
  | 'sync'
  | 'above'
  | 'below'
  | 'shareStable'
  | 'shareUp'
  | 'trendUp'
  | 'trendDown'
  | 'trendStable'
  | 'rank';

export interface RelativeWords {
  readonly kind: RelativeKind;
  /** The series or base as printed (经济增长, 上年); empty where the trend is against itself. */
  readonly to: string;
  /** 基本同步, 基本稳定: a little short is allowed. */
  readonly loosely: boolean;
  /** 不低于上年: equal is enough. */
  readonly orEqual: boolean;
}

const relative = (kind: RelativeKind, to: string, words: string, orEqual = false): RelativeWords => ({
  kind,
  to,
  loosely: /基本|大体|大致|总体/.test(words),
  orEqual,
});

/** 上年, 2022年, 去年同期, 前三年平均: the metric's own past. */
const ownPast =
  '(?:上年|去年|上一年|前一年|往年|(?:19|20)\\d\\d年|前[一二三]年)(?:同期|水平|底|末|度|平均|实绩)*';
const ownPastAlone = new RegExp(`^${ownPast}$`);
export const isOwnPast = (to: string): boolean => ownPastAlone.test(to);

const syncWith =
  /(?:与|同|和|跟)([^,，;；。与]{1,24}?)(?:增长|增速|速度)?(?:保持)?(?:基本|大体|大致)?(?:同步|持平|相当|相适应|协调)/;
const fasterThan =
  /(?:快于|高于|优于|好于|超过|大于|跑赢|领先于?|(不低于|不慢于|不少于))([^,，;；。\d]{2,24}?)(?:增速|增长|增幅|涨幅|速度|平均水平|水平)?(?:约?\d+(?:\.\d+)?个?百分点)?(?:以上|左右)?$/;
const slowerThan =
  /(?:低于|慢于|小于|少于|(不高于|不超过|不大于))([^,，;；。\d]{2,24}?)(?:增速|增长|增幅|涨幅|水平|平均水平)?$/;
const againstPast = new RegExp(
  `(?:较|(?<![占对])比(?![重例率])|同比|在)(${ownPast})?(?:基础上)?[^,，;；。]{0,6}?(提高|提升|上升|增加|增长|改善|下降|降低|减少|回落|持平|稳定)`,
);

/** Trend words without any base. */
const trends: readonly (readonly [RegExp, RelativeKind])[] = [
  [
    /稳中有[降减]|只降不升|持续(?:下降|降低|减少)|逐[步年](?:下降|降低|减少)|(?:稳步|进一步|不断|总体|明显)?(?:下降|降低|减少)$|零增长/,
    'trendDown',
  ],
  [
    /稳中有[进升增]|稳中(?:提|向好)|促稳提质|稳量提质|量质齐升|只升不降|稳步(?:提|增|上|扩|向)|持续(?:提|增|改|上|扩|优|向)|逐[步年](?:提|增|上|扩|改)|(?:不断|进一步|有所|明显|显著)(?:提|增|改|上|扩|优)|(?:提高|提升|增长|上升|改善|增加)$/,
    'trendUp',
  ],
  [/(?:基本|保持|总体|持续)(?:稳定|平稳|不变|持平)|^稳定|(?:稳定|平稳|持平)$|不降低?|不减少/, 'trendStable'],
];

const rankWords =
  /(?:第[一二三四五六七八九十\d]+|前[一二三四五六七八九十\d]+(?:位|名)?|前列|首位|领先|进位)(?:位|名)?/;

function comparedTo(words: string): RelativeWords | null {
  const sync = syncWith.exec(words);
  if (sync) return relative('sync', sync[1] ?? '', words);
  const faster = fasterThan.exec(words);
  if (faster) return relative('above', faster[2] ?? '', words, faster[1] !== undefined);
  const slower = slowerThan.exec(words);
  if (slower) return relative('below', slower[2] ?? '', words, slower[1] !== undefined);
  const past = againstPast.exec(words);
  if (!past) return null;
  const moved = past[2] ?? '';
  const kind = /降|减|落/.test(moved) ? 'trendDown' : /持平|稳定/.test(moved) ? 'trendStable' : 'trendUp';
  return relative(kind, past[1] ?? '', words);
}

/** What a worded target asks for, or null where its words name no series, trend or rank. */
export function relativeWords(words: string, numbers: readonly CellNumber[]): RelativeWords | null {
  const onlyPoints = numbers.every((number) => /百分点$/.test(number.unit));
  if (numbers.length > 0 && !onlyPoints) return null;
  const compared = comparedTo(words);
  if (compared) return compared;
  if (numbers.length > 0) return null;
  const trend = trends.find(([pattern]) => pattern.test(words));
  const share = /占.{1,16}(?:份额|比重|比例|比)|份额|占比/.test(words);
  if (trend) {
    const kind = share ? (trend[1] === 'trendUp' ? 'shareUp' : 'shareStable') : trend[1];
    return relative(share && trend[1] === 'trendDown' ? 'trendDown' : kind, '', words);
  }
  return rankWords.test(words) ? relative('rank', '', words) : null;
}

export type BoundWords = 'eq' | 'ge' | 'le' | 'approx';

/** The comparator around one number; words before and behind both count, a 不 turns them round. */
export function boundWords(words: string, number: CellNumber): BoundWords {
  const before = words.slice(Math.max(0, number.start - 8), number.start);
  const behind = words.slice(
    number.end + (words.startsWith(number.unit, number.end) ? number.unit.length : 0),
  );
  const clause = behind.slice(0, 5);
  if (
    /(?:>|≥|>=|不低于|不少于|不小于|不短于|高于|大于|多于|优于|超过?|突破|至少|达到?以上|力争超|确保超)=?(?:约)?$/.test(
      before,
    )
  )
    return /不(?:超|高于|大于|多于)过?$/.test(before) ? 'le' : 'ge';
  if (
    /(?:<|≤|<=|不高于|不超过|不大于|不多于|不突破|低于|小于|少于|控制在|限制在|至多|最多)=?(?:约)?$/.test(
      before,
    )
  )
    return 'le';
  if (/^(?:及|或)?(?:以上|之上)/.test(clause)) return 'ge';
  if (/^(?:及|或)?(?:以内|以下|之内|之下)/.test(clause)) return 'le';
  if (/^(?:左右|上下)/.test(clause) || /(?:约|大约|近)$/.test(before)) return 'approx';
  return 'eq';
}
