// The words around a number that make it a bound, an estimate, a change or a level.
import { buildTrie } from '../trie.ts';

export const GE = 1;
export const LE = 2;
export const APPROX = 3;
/** 达到, 为: says nothing more than the number, and closes the search for a comparator. */
export const PLAIN = 4;
export const UP = 5;
export const DOWN = 6;
/** 到, 至: a level, if a verb of change stands before it. */
export const REACH = 7;
export const FILLER = 8;
/** 控制在: at most, unless a comparator after the number says otherwise. */
export const HELD = 9;
/** 由, 从: the base of a change. */
export const BASE = 10;
/** 近: about, but 近3年 is the last three years. */
export const NEAR = 11;
/** Words that end like a cue and are none: 新增 is no 增, 契约 no 约. */
export const NO_CUE = 12;
/** A verb that alone carries both change and level: 增至, 降至. */
export const CHANGED = 13;
/** 提升, 扩大: a change with shares; with counts they only name the work (提升74家). */
export const WEAK_UP = 14;

const ge =
  '不低于 不少于 不小于 不亚于 不下于 不短于 不弱于 不慢于 不得低于 不得少于 至少 最少 最低 超过 超 首超 突破 首破 破 逾 高于 大于 多于 ' +
  '超出 跨过 迈过 高过 优于 快于 长于 首次突破 首次超过 冲刺 > ≥ ＞ ≧ >= ⩾';
const le =
  '不超过 不高于 不大于 不多于 不得超过 不得高于 不超 低于 少于 小于 短于 不到 不足 不满 未满 至多 最多 最高 不突破 未超过 未突破 ' +
  '不超出 不长于 慢于 未达 上限 上限为 上限是 上限至 < ≤ ＜ ≦ <= ⩽';
const plain =
  '达到 达 为 是 有 共 占 完成 实现 共计 合计 总计 计 即 等于 = 高达 多达 共有 达成 仅 仅为 只有 已有 分别为 分别达 分别是 各为 均为 以 ' +
  '保持在 稳定在 维持在 保持 稳定 维持';
const up =
  '增长 增加 提高 上升 上涨 上浮 增 增多 攀升 回升 升高 涨 递增 多增 走高 上调 上扬 净增长 年增长 快增 跃升 前移 上移 正增长 + ＋';
const down =
  '下降 降低 减少 压减 缩短 缩小 下调 回落 降 减 压缩 下滑 收窄 减量 削减 下浮 递减 缩减 负增长 下跌 下移 减低 压降 少增 后移 调减 核减';
const changed =
  '增至 升至 扩至 提至 涨至 减至 降至 缩至 压至 跌至 跃至 加至 增到 升到 减到 降到 增为 减为 降为 升为 翻至 降低为 提高为 缩短为 增加为 减少为 压缩为 压减为 扩大为 调整为 调减为 调增为 上调为 下调为 升级至 拓至';
const noCue =
  '新增 净增 新增加 倍增 激增 加减 增减 不减 不增 酌减 加 消减量 转增 定增 超前 赶超 反超 赛超 中超 英超 附近 临近 靠近 就近 邻近 相近 ' +
  '最近 远近 条约 节约 合约 特约 契约 签约 预约 相约 大破 爆破 增速为 增速 增幅 降幅 涨幅 跌幅 减排 减负 降碳';
const filler =
  '了 分别 均 都 各 也 再 又 还 就 已 将 力争 确保 争取 累计 幅度 同比 环比 平均 年均 每年 总计 全年 则 可 要 预计 预期 至今 ' +
  '同比分别 每 总 比例 总数 : 幅 总量 目标 每人 每月 每户 每亩 每天 每日 每吨 每人每月 每人每年 每人每天 每户每年 每亩每年 每平方米 每千瓦时 人均 户均';

/** Words that end right before the number, read backwards. */
export const wordsBefore = buildTrie(
  [
    [GE, ge],
    [LE, le],
    [HELD, '控制在 控制到 稳控在 压控在'],
    [APPROX, '约 大约 约为 约占 约达 约合 接近 将近 大概 大致 粗略 预估 估计 ~ ≈ 约有 约需 约计'],
    [NEAR, '近'],
    [PLAIN, plain],
    [CHANGED, changed],
    [REACH, '到 至'],
    [WEAK_UP, '提升 扩大 扩容 拓展 扩展 扩增 延长 改造提升 规范提升'],
    [UP, up],
    [DOWN, down],
    [NO_CUE, noCue],
    [FILLER, filler],
    [BASE, '由 从 自'],
  ],
  true,
);

/** Comparators that stand after number and unit. */
export const wordsAfter = buildTrie([
  [
    GE,
    '以上 及以上 或以上 和以上 (含)以上 (含)及以上 含以上 起 有余 (含本数)以上 (及)以上 (含以上) 及其以上 （含）以上 （含）及以上 （含以上）',
  ],
  [
    LE,
    '以下 以内 之内 及以下 或以下 和以下 及以内 (含)以下 (含)以内 封顶 为限 (含以下) (含本数)以下 （含）以下 （含）以内',
  ],
  [APPROX, '左右 上下 许'],
]);

/** Bounds whose share is counted on a base named between them: 不超过设备投资额的30%. */
export const farBounds = buildTrie(
  [
    [GE, '不低于 不少于 不得低于 不得少于'],
    [LE, '不超过 不高于 不多于 不得超过 不得高于'],
  ],
  true,
);

const ABOVE = UP;
const BELOW = DOWN;

/** A bound or a class of quality that only looks like a comparison: 不低于…的70%, 达到或好于Ⅲ类水体比例. */
const BOUND = FILLER;
const bounds = '不低于 不高于 不少于 不得低于 不得高于 不得少于 或好于 或优于 及优于';

/** Words of a comparison with another series, read backwards from any place of the clause: 高于全市0.4个百分点. */
export const comparisons = buildTrie(
  [
    [ABOVE, '高于 快于 高出 好于 优于 多于 领先 超出 大于 高过'],
    [BELOW, '低于 慢于 落后 少于 低出 小于'],
    [BOUND, bounds],
  ],
  true,
);

/** Verbs of lessening with their object before a share: 压减一般性支出10%. After 率 or 比重 the number would be a level. */
export const lessening = buildTrie([[BELOW, '压减 压缩 削减 缩减 核减 减少 降低 下调 节约 节省']], true);

/** Verbs of change anywhere in the clause before a number of percentage points. */
export const changes = buildTrie(
  [
    [
      ABOVE,
      '提高 提升 上升 增加 增长 回升 扩大 上涨 前移 攀升 拉动 高于 快于 高出 好于 优于 多于 领先 超出 大于 高过 ' +
        '超过 超全国 超全省 超全市 超目标 超年度 超预期 超计划 目标高 预期高 平均高 水平高',
    ],
    [
      BELOW,
      '下降 降低 回落 下调 减少 收窄 压减 缩小 下滑 后移 低于 慢于 落后 少于 低出 小于 目标低 预期低 平均低 水平低 进度低',
    ],
    [BOUND, bounds],
  ],
  true,
);
