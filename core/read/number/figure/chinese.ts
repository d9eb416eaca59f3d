// Which Chinese numerals are clearly a quantity: 三分之一, 百分之五, 超七成, 三千万元, 投运一个; 三项改革 and 一批 are not.
import { codeAt, isIn, signSet } from '../sign-set.ts';
import { buildTrie, matchAt } from '../trie.ts';
import { chineseEnd, chineseValue, isChineseNumeral, isDigit, isHan, readNumeral } from './numeral.ts';
import { closes, isMeasuring, readUnit, type Unit } from './unit.ts';
import { COUNT, POINT, unitTrie } from './unit-words.ts';

export interface ChineseFound {
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  readonly hedged: boolean;
}

const ORDINAL = 0x7b2c;
const ONE = 0x4e00;

/** Verbs of delivery: a small number with a classifier after them counts what is delivered. */
const delivered = buildTrie(
  [
    [
      1,
      '新增 新建 建成 新建成 完成 开工 新开工 竣工 投运 投用 启用 落地 引进 新引进 招引 引育 新引育 培育 新培育 认定 新认定 办好 办实 推出 筹建 创建 创成 谋定 新组建 组建 成立 设立 新设 达 达到 不少于 不低于 至少 超过 突破 约 超 近 争取 改造 整治 获批 入选 储备 签约 打造 建设 举办 开展 实施 打响 共 有 为 增加 减少 各',
    ],
  ],
  true,
);
const strict = buildTrie(
  [
    [
      1,
      '新增 新建 建成 新建成 完成 新开工 竣工 投运 投用 引进 新引进 招引 引育 新引育 新培育 新认定 办好 办实 筹建 谋定 新组建 新设 不少于 不低于 至少 超过 突破 超 近',
    ],
  ],
  true,
);

/** Classifiers with which small Chinese numbers count things; 条, 篇, 批, 届 stand in names and idioms too often. */
const COUNTED = new Set('个 家 件 所 座 名 台 套 处 场 辆 户 人 次 张 艘 架 只 栋 幢 支 项'.split(' '));
/** Measures that are also words of names and idioms (四方, 一度, 两分). */
const VAGUE = new Set(
  '方 里 分 度 角 石 担 平 块 番 成 倍 米 升 折 转 安 伏 瓦 桶 焦 卡 帕 寸 尺 兆 P t m g L W V J'.split(' '),
);

function fraction(text: string, at: number, to: number, end: number): ChineseFound | null {
  if (codeAt(text, to) !== 0x5206 || codeAt(text, to + 1) !== 0x4e4b) return null;
  const below = text.slice(at, to);
  const from = to + 2;
  let stop = chineseEnd(text, from, end);
  let above = stop > from ? chineseValue(text.slice(from, stop)) : null;
  if (stop === from && isDigit(codeAt(text, from))) {
    const numeral = readNumeral(text, from, end, false);
    stop = numeral.end;
    above = numeral.value;
  }
  if (above === null || stop === from) return null;
  if (text.charAt(stop) === '点' && isChineseNumeral(codeAt(text, stop + 1))) {
    const decimals = chineseEnd(text, stop + 1, end);
    const digits = [...text.slice(stop + 1, decimals)].map((sign) => chineseValue(sign) ?? 0).join('');
    above += Number(`0.${digits}`);
    stop = decimals;
  }
  if (below === '百') return { end: stop, value: above, unit: '%', hedged: false };
  if (below === '千') return { end: stop, value: above, unit: '‰', hedged: false };
  const under = chineseValue(below);
  if (under === null || under === 0) return null;
  return { end: stop, value: Math.round((above / under) * 1e6) / 1e6, unit: '', hedged: false };
}

const TENTHS = /^(?:以上|以下|以内|左右|的|$|[,，。;；、])/;

function tenths(text: string, at: number, to: number, floor: number, end: number): ChineseFound | null {
  if (text.charAt(to) !== '成' || to - at !== 1) return null;
  const value = chineseValue(text.slice(at, to));
  if (value === null || value < 1 || value > 9) return null;
  const before = text.charAt(at - 1);
  const cued = at > floor && '超近约达逾过足'.includes(before);
  if (!cued && !TENTHS.test(text.slice(to + 1, Math.min(end, to + 3)))) return null;
  if (!cued && value === 1) return null;
  return { end: to + 1, value, unit: '成', hedged: false };
}

/** A number with a unit of money or measure is a quantity if it is spelt out and begins with a digit (百亿项目 is none). */
function isMeasured(run: string, unit: Unit): boolean {
  if (!isMeasuring(unit.kind) && unit.kind !== POINT) return false;
  return !VAGUE.has(unit.text) && run !== '一';
}

const starts = signSet('一二两三四五六七八九十');

/** The Chinese number at `at` where it is clearly a quantity. */
export function readChinese(text: string, at: number, floor: number, end: number): ChineseFound | null {
  const to = chineseEnd(text, at, end);
  const next = codeAt(text, to);
  if (next === 0x5206 || next === 0x6210)
    return fraction(text, at, to, end) ?? tenths(text, at, to, floor, end);
  if (!isHan(next) || !isIn(starts, codeAt(text, at))) return null;
  if (at > floor && (codeAt(text, at - 1) === ORDINAL || isDigit(codeAt(text, at - 1)))) return null;
  if (matchAt(unitTrie, text, to, Math.min(end, to + 12)) === 0) return null;
  const unit = readUnit(text, to, end, false);
  if (unit.text === '') return null;
  const run = text.slice(at, to);
  const value = chineseValue(run);
  if (value === null) return null;
  const result = { end: unit.end, value, unit: unit.text, hedged: unit.hedged };
  if (isMeasured(run, unit)) return split(run, value, result);
  if (unit.kind !== COUNT || !COUNTED.has(unit.text) || value === 0) return null;
  const verbs = closes(text, unit.end, end) ? delivered : strict;
  if (verbs === strict && codeAt(text, at) === ONE && to - at === 1) return null;
  return matchAt(verbs, text, at, Math.max(floor, at - 4)) === 0 ? null : split(run, value, result);
}

/** 三千万元 is 3000 of 万元: the scale at the end of the numeral is part of the unit as printed. */
function split(run: string, value: number, found: ChineseFound): ChineseFound {
  const scale = /[万亿]+$/.exec(run)?.[0] ?? '';
  if (scale === '' || scale === run) return found;
  const rest = chineseValue(run.slice(0, -scale.length));
  return rest === null ? { ...found, value } : { ...found, value: rest, unit: scale + found.unit };
}
