// What the words before and after a number say: comparator (不低于, 左右), direction (增长, 提高到), modality (力争).
import type { Comparator, Direction } from '../reading.ts';
import { isSpace } from './numeral.ts';
import { buildTrie, matchAt, matchKind, matchLength } from './trie.ts';

const GE = 1;
const LE = 2;
const APPROX = 3;
/** 达到, 为: says nothing more than the number, and closes the search for a comparator. */
const PLAIN = 4;
const UP = 5;
const DOWN = 6;
/** 到, 至: a level, if a verb of change stands before it. */
const REACH = 7;
const FILLER = 8;
/** 控制在: at most, unless a comparator after the number says otherwise. */
const HELD = 9;
/** 由, 从: the base of a change. */
const BASE = 10;
/** 近: about, but 近3年 is the last three years. */
const NEAR = 11;
const NEW = 12;
/** A verb that alone carries both change and level: 增至, 降至. */
const CHANGED = 13;
/** 提升, 扩大: a change with shares; with counts they only name the work (提升74家). */
const WEAK_UP = 14;

const before = buildTrie(
  [
    [
      GE,
      '不低于 不少于 不小于 不亚于 不下于 不短于 不弱于 不慢于 不得低于 不得少于 至少 最少 最低 超过 超 首超 突破 首破 破 逾 高于 大于 多于 超出 跨过 迈过 高过 优于 快于 长于 首次突破 首次超过 冲刺 > ≥ ＞ ≧ >= ⩾ 〉',
    ],
    [
      LE,
      '不超过 不高于 不大于 不多于 不得超过 不得高于 不超 低于 少于 小于 短于 不到 不足 不满 未满 至多 最多 最高 不突破 未超过 未突破 不超出 不长于 慢于 未达 < ≤ ＜ ≦ <= ⩽',
    ],
    [HELD, '控制在 控制到 稳控在 压控在 保持在 稳定在 维持在'],
    [APPROX, '约 大约 约为 约占 约达 约合 接近 将近 大概 大致 粗略 预估 估计 ~ ≈ 约有 约需 约计'],
    [NEAR, '近'],
    [
      PLAIN,
      '达到 达 为 是 有 共 占 完成 实现 共计 合计 总计 计 即 等于 = 高达 多达 共有 达成 仅 仅为 只有 已有 分别为 分别达 分别是 各为 均为 以',
    ],
    [
      CHANGED,
      '增至 升至 扩至 提至 涨至 减至 降至 缩至 压至 跌至 跃至 加至 增到 升到 减到 降到 增为 减为 降为 升为 翻至 升级至 缩短至 拓至',
    ],
    [REACH, '到 至 为'],
    [WEAK_UP, '提升 扩大 扩容 拓展 扩展 扩增 延长 改造提升 规范提升'],
    [
      UP,
      '增长 增加 提高 上升 上涨 上浮 增 增多 攀升 回升 升高 涨 递增 多增 走高 上调 上扬 净增长 年增长 快增 跃升 前移 上移',
    ],
    [
      DOWN,
      '下降 降低 减少 压减 缩短 缩小 下调 回落 降 减 压缩 下滑 收窄 减量 削减 下浮 递减 缩减 负增长 下跌 下移 减低 压降 少增 后移 调减 核减',
    ],
    [
      NEW,
      '新增 净增 新增加 倍增 激增 加减 增减 不减 只减不增 只增不减 不增 酌减 加 消减量 转增 定增 超前 赶超 反超 赛超 中超 英超 不近 附近 临近 靠近 就近 邻近 相近 最近 远近 条约 节约 合约 特约 契约 签约 预约 相约 大破 爆破 增速为 增速 增幅 降幅 涨幅 跌幅',
    ],
    [
      FILLER,
      '了 分别 均 都 各 也 再 又 还 就 已 将 力争 确保 争取 累计 幅度 同比 环比 平均 年均 每年 总计 全年 则 可 要 预计 预期 至今 同比分别 每 总 比例 总数 : 幅',
    ],
    [BASE, '由 从 自'],
  ],
  true,
);

/** Wider cues of a change against a base that stands between cue and number: 高于全市0.4个百分点. */
const above = ['高于', '快于', '高出', '好于', '优于', '多于', '领先', '超出', '大于', '高过'];
const below = ['低于', '慢于', '落后', '少于', '低出', '小于'];
const rising = ['提高', '提升', '上升', '增加', '增长', '回升', '扩大', '上涨', '前移', '攀升', '拉动'];
const falling = ['下降', '降低', '回落', '下调', '减少', '收窄', '压减', '缩小', '下滑', '后移'];

export interface CueBefore {
  readonly comparator: Comparator | null;
  readonly start: number;
  readonly end: number;
  readonly direction: Direction;
  /** 控制在: at most unless the words after the number say otherwise. */
  readonly held: boolean;
  readonly base: boolean;
  /** Some cue of a figure (达, 为, 增长, 超) stands right before the number. */
  readonly cued: boolean;
  /** Where the words that were read as cues begin. */
  readonly from: number;
  /** 近, which means about only with a count. */
  readonly near: boolean;
  /** 提升, which means a change only with a share. */
  readonly weak: boolean;
}

const CONTROLLED = '控';

const codes = (signs: string): ReadonlySet<number> => new Set([...signs].map((sign) => sign.charCodeAt(0)));
const CLAUSE = codes(',，。;；:：!！?？()（）|\n');

/** Start of the clause that holds `at`, at most `reach` signs back. */
export function clauseStart(text: string, at: number, floor: number, reach: number): number {
  const least = Math.max(floor, at - reach);
  let i = at;
  while (i > least && !CLAUSE.has(text.charCodeAt(i - 1))) i--;
  return i;
}

interface Reading {
  comparator: Comparator | null;
  start: number;
  end: number;
  direction: Direction;
  held: boolean;
  base: boolean;
  cued: boolean;
  near: boolean;
  weak: boolean;
  reach: boolean;
}

const compare = (reading: Reading, comparator: Comparator, start: number, end: number): void => {
  if (reading.comparator !== null) return;
  reading.comparator = comparator;
  reading.start = start;
  reading.end = end;
};

const turn = (reading: Reading, direction: 'up' | 'down'): boolean => {
  reading.direction = reading.reach ? 'to' : direction;
  reading.cued = true;
  return false;
};

/** Takes one cue word into the reading; false where the search ends. */
function take(reading: Reading, kind: number, start: number, end: number, text: string): boolean {
  if (reading.reach && kind !== UP && kind !== WEAK_UP && kind !== DOWN && kind !== FILLER) return false;
  switch (kind) {
    case GE:
      compare(reading, 'ge', start, end);
      break;
    case LE:
      compare(reading, 'le', start, end);
      break;
    case APPROX:
      compare(reading, 'approx', start, end);
      break;
    case NEAR:
      compare(reading, 'approx', start, end);
      reading.near = true;
      break;
    case HELD:
      reading.held = text.startsWith(CONTROLLED, start) || text.startsWith(CONTROLLED, start + 1);
      if (reading.held) compare(reading, 'le', start, end);
      break;
    case UP:
      return turn(reading, 'up');
    case WEAK_UP:
      reading.weak = true;
      return turn(reading, 'up');
    case DOWN:
      return turn(reading, 'down');
    case CHANGED:
      reading.direction = 'to';
      reading.cued = true;
      return false;
    case REACH:
      reading.reach = true;
      break;
    case BASE:
      reading.base = true;
      return false;
    case NEW:
      reading.cued = true;
      return false;
    case FILLER:
      return true;
  }
  reading.cued = true;
  return true;
}

/** Reads the cue words that touch the number, from the number backwards. */
export function readBefore(text: string, at: number, floor: number): CueBefore {
  const reading: Reading = {
    comparator: null,
    start: at,
    end: at,
    direction: 'none',
    held: false,
    base: false,
    cued: false,
    near: false,
    weak: false,
    reach: false,
  };
  let i = at;
  for (let step = 0; step < 6; step++) {
    while (i > floor && isSpace(text.charCodeAt(i - 1))) i--;
    const match = matchAt(before, text, i, Math.max(floor, i - 5));
    if (match === 0) break;
    const start = i - matchLength(match);
    const on = take(reading, matchKind(match), start, i, text);
    i = start;
    if (!on) break;
  }
  return {
    comparator: reading.comparator,
    start: reading.start,
    end: reading.end,
    direction: reading.direction,
    held: reading.held,
    base: reading.base,
    cued: reading.cued,
    from: i,
    near: reading.near,
    weak: reading.weak,
  };
}

const lastOf = (clause: string, words: readonly string[]): number => {
  let last = -1;
  for (const word of words) last = Math.max(last, clause.lastIndexOf(word));
  return last;
};

/** 高于目标(增长5.5%)1.4个百分点: what the bracket right before the number says is not its cue. */
function pastBracket(text: string, at: number, floor: number): number {
  if (at <= floor || !')）'.includes(text.charAt(at - 1))) return at;
  for (let i = at - 2; i >= Math.max(floor, at - 20); i--) if ('(（'.includes(text.charAt(i))) return i;
  return at;
}

/** Direction of a change of share or rank from its whole clause, where the number itself has no verb. */
export function readChange(text: string, at: number, floor: number): Direction {
  const from = pastBracket(text, at, floor);
  const clause = text.slice(clauseStart(text, from, floor, 28), from);
  const up = Math.max(lastOf(clause, above), lastOf(clause, rising));
  const down = Math.max(lastOf(clause, below), lastOf(clause, falling));
  if (up < 0 && down < 0) return 'none';
  return up > down ? 'up' : 'down';
}

export function readComparison(text: string, at: number, floor: number): Direction {
  const clause = text.slice(clauseStart(text, at, floor, 24), at);
  const up = lastOf(clause, above);
  const down = lastOf(clause, below);
  if (up < 0 && down < 0) return 'none';
  return up > down ? 'up' : 'down';
}

/** 力争, 争取 in the clause before the number. 争取 before a noun is the verb to win, 争取资金. */
export function isStriven(text: string, at: number, floor: number): boolean {
  const from = clauseStart(text, at, floor, 48);
  for (let i = at - 1; i > from; i--) {
    if (text.charCodeAt(i) === 0x4e89 && text.charCodeAt(i - 1) === 0x529b) return true;
    if (text.charCodeAt(i) === 0x53d6 && text.charCodeAt(i - 1) === 0x4e89) return true;
  }
  return false;
}

export interface CueAfter {
  readonly comparator: Comparator;
  readonly start: number;
  readonly end: number;
}

const after = buildTrie([
  [
    GE,
    '以上 及以上 或以上 和以上 (含)以上 (含)及以上 含以上 起 多点 有余 +以上 (含本数)以上 (及)以上 (含以上) 及其以上',
  ],
  [LE, '以下 以内 之内 及以下 或以下 和以下 及以内 (含)以下 (含)以内 封顶 为限 (含以下) (含本数)以下'],
  [APPROX, '左右 上下 许'],
]);
const WITHIN = 0x5185;
const NOT_WITHIN = codes('河陆生部需外容港资涵在燃置环地设蒙');

/** Reads the comparator after the number and its unit; `within` allows 内 alone (3年内). */
export function readAfter(text: string, at: number, end: number, within: boolean): CueAfter | null {
  const from = at < end && isSpace(text.charCodeAt(at)) ? at + 1 : at;
  const match = matchAt(after, text, from, Math.min(end, from + 8));
  if (match === 0) {
    if (!within || text.charCodeAt(from) !== WITHIN || from >= end) return null;
    if (NOT_WITHIN.has(text.charCodeAt(from + 1))) return null;
    return { comparator: 'le', start: from, end: from + 1 };
  }
  const stop = from + matchLength(match);
  const kind = matchKind(match);
  return { comparator: kind === GE ? 'ge' : kind === LE ? 'le' : 'approx', start: from, end: stop };
}
