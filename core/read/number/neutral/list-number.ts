// Which digits number an entry: 1. / 1、 / (1) where an entry begins, 附件1, 表2.
import { digitsEnd, isDigit } from '../figure/numeral.ts';
import { readUnit } from '../figure/unit.ts';
import { NOUN } from '../figure/unit-words.ts';
import { codeAt, isIn, signSet } from '../sign-set.ts';
import { buildTrie, matchAt, matchKind } from '../trie.ts';
import { type NeutralFound, neutralFound } from './found.ts';

const DOT = 46;
const SPACE = 32;
const LINE_END = 10;

/** Signs after which a number with a mark begins an entry. */
const beforeEntry = signSet('。;；:：!！?？\n\r\t|》”"*');
const afterNumber = signSet('．、)）');
const rounds = signSet('(（');
const closing = signSet(')）');

const LISTED = 1;
const beforeList = buildTrie(
  [
    [LISTED, '附件 附表 附图 附录 专栏 图 表 清单 案例 注 序号 编号 例 方案 任务 项目库'],
    [
      2,
      '代表 仪表 报表 地图 版图 关注 备注 比例 企图 力图 试图 意图 蓝图 外表 水表 电表 列表 条例 病例 完成任务 目标任务 年度任务 办表',
    ],
  ],
  true,
);

/** 1.2.3 before a word: the number of a section. */
function sectionEnd(text: string, at: number, end: number): number {
  let i = at;
  let parts = 0;
  for (; codeAt(text, i) === DOT && isDigit(codeAt(text, i + 1)); parts++) i = digitsEnd(text, i + 1, end);
  return parts >= 2 && i < end && codeAt(text, i) !== 37 ? i : -1;
}

/** 1.1 before a word that no number counts: the number of a paragraph under 1. */
function paragraphEnd(text: string, dot: number, end: number): number {
  const to = digitsEnd(text, dot + 1, end);
  const next = codeAt(text, to);
  if (to === dot + 1 || to - dot > 3 || to >= end || next < 0x4e00 || next > 0x9fff) return -1;
  const unit = readUnit(text, to, end, true);
  return unit.text === '' || unit.kind === NOUN ? to : -1;
}

function entryEnd(text: string, to: number, end: number): number {
  const next = codeAt(text, to);
  if (isIn(closing, next)) return to + 1;
  if ((next === DOT || isIn(afterNumber, next)) && !isDigit(codeAt(text, to + 1))) return to + 1;
  return next === DOT ? sectionEnd(text, to, end) : -1;
}

/** The number of an entry, a table or an annex at `at`, or null. */
export function listNumber(text: string, at: number, floor: number, end: number): NeutralFound | null {
  const to = digitsEnd(text, at, end);
  if (to - at > 3) return null;
  let i = at;
  while (i > floor && codeAt(text, i - 1) === SPACE) i--;
  const before = codeAt(text, i - 1);
  if (i <= floor || isIn(beforeEntry, before)) {
    let stop = entryEnd(text, to, end);
    if (stop < 0 && codeAt(text, to) === DOT && (i <= floor || before === LINE_END))
      stop = paragraphEnd(text, to, end);
    return stop < 0 ? null : neutralFound(at, stop, 'listNumber');
  }
  const next = codeAt(text, to);
  if (isIn(rounds, before))
    return isIn(closing, next) && !isDigit(codeAt(text, i - 2)) ? neutralFound(at, to, 'listNumber') : null;
  if (next === 37 || next === DOT || matchKind(matchAt(beforeList, text, i, floor)) !== LISTED) return null;
  return readUnit(text, to, end, false).text === '' ? neutralFound(at, to, 'listNumber') : null;
}
