// What the clause before a number says from further off: a change against a base (高于全市0.4个百分点), and 力争.
import type { Comparator, Direction } from '../../reading.ts';
import { codeAt, isIn, signSet } from '../sign-set.ts';
import { matchAt, matchKind, type Trie } from '../trie.ts';
import { changes, comparisons, DOWN, farBounds, GE, lessening, UP } from './cue-words.ts';

const clauseEnds = signSet(',，。;；:：!！?？()（）|\n');
const sentenceEnds = signSet('。;；!！?？|\n');

/** Start of the clause that holds `at`, at most `reach` signs back. */
export function clauseStart(text: string, at: number, floor: number, reach: number): number {
  const least = Math.max(floor, at - reach);
  let i = at;
  while (i > least && !isIn(clauseEnds, codeAt(text, i - 1))) i--;
  return i;
}

/** 高于目标(增长5.5%)1.4个百分点: what the bracket right before the number says is not its cue. */
function pastBracket(text: string, at: number, floor: number): number {
  if (at <= floor || !')）'.includes(text.charAt(at - 1))) return at;
  for (let i = at - 2; i >= Math.max(floor, at - 20); i--) if ('(（'.includes(text.charAt(i))) return i;
  return at;
}

/** The last word of the trie that ends within the clause, as a direction. */
function lastWord(text: string, at: number, floor: number, reach: number, trie: Trie): Direction {
  const least = Math.max(floor, at - reach);
  for (let i = at; i > least && !isIn(clauseEnds, codeAt(text, i - 1)); i--) {
    const match = matchAt(trie, text, i, least);
    if (match === 0) continue;
    const kind = matchKind(match);
    return kind === UP ? 'up' : kind === DOWN ? 'down' : 'none';
  }
  return 'none';
}

/** Direction of a change of share or rank, where the number itself has no verb. */
export const readChange = (text: string, at: number, floor: number): Direction =>
  lastWord(text, pastBracket(text, at, floor), floor, 28, changes);

/** Direction of a comparison with another series: 高于全省平均3.1%. */
export const readComparison = (text: string, at: number, floor: number): Direction =>
  lastWord(text, at, floor, 24, comparisons);

const OF = 0x7684;

/** Comparator of a share whose base stands between bound and number: 不超过设备投资额的30%. */
export function readFarBound(text: string, at: number, floor: number): Comparator | null {
  if (codeAt(text, at - 1) !== OF) return null;
  const least = Math.max(floor, at - 32);
  for (let i = at - 1; i > least; i--) {
    const sign = codeAt(text, i - 1);
    if ((sign >= 48 && sign <= 57) || isIn(clauseEnds, sign)) return null;
    const match = matchAt(farBounds, text, i, least);
    if (match !== 0) return matchKind(match) === GE ? 'ge' : 'le';
  }
  return null;
}

const levelNouns = signSet('率比重例占度量');

/** Direction of a share that a verb of lessening governs over its object: 压减一般性支出10%. */
export const readLessening = (text: string, at: number, floor: number): Direction =>
  isIn(levelNouns, codeAt(text, at - 1)) ? 'none' : lastWord(text, at, floor, 16, lessening);

/** Verbs that begin a promise of their own; a clause without one goes on with the 力争 of the clause before. */
const promises = new Set(
  (
    '推进 推动 实施 新增 建设 完成 深化 加快 开展 打造 培育 支持 引进 落实 建成 新建 推出 实现 提升 加强 优化 积极 持续 全面 大力 深入 ' +
    '确保 统筹 组织 举办 扩大 构建 创建 启动 出台 开工 做好 强化 健全 完善 探索 制定 安排 争创 全力 着力 聚焦 对符 新认 新引 其中 促成 新开 带动 给予 谋划 制定 招引 办好 '
  ).split(' '),
);

/**
 * True where 力争 (or 争取 before a verb: 争取达到, not 争取资金) at `mark` reaches the number at `at`: in the same clause,
 * or over commas as long as the clauses between begin with a measure and not with a verb of their own.
 */
export function reaches(text: string, mark: number, at: number): boolean {
  if (mark < 0 || at - mark > 60) return false;
  const next = codeAt(text, mark + (codeAt(text, mark + 1) === WIN ? 2 : 1));
  // 达900亿元、力争1050亿元: an effort said of a number alone goes no further than that number.
  let commas = next >= 48 && next <= 57 ? 1 : 0;
  for (let i = mark + 1; i < at; i++) {
    const sign = codeAt(text, i);
    if (!isIn(clauseEnds, sign)) continue;
    if (isIn(sentenceEnds, sign)) return false;
    if (sign !== 44 && sign !== 0xff0c) continue;
    if (++commas > 1 || promises.has(text.slice(i + 1, i + 3))) return false;
  }
  return true;
}

const WIN = 0x53d6;

/** Signs that begin a verb of reaching after 争取. */
const effort = signSet('达实完突提到在超率首早认落建成引招开创获入');

/** Index of 争 where it is the mark of an effort, or -1: 力争, 争取达到; 争取资金 is the verb to win. */
export function striveMark(text: string, at: number): number {
  if (codeAt(text, at - 1) === 0x529b) return at;
  if (codeAt(text, at + 1) !== WIN) return -1;
  const next = codeAt(text, at + 2);
  return (next >= 48 && next <= 57) || isIn(effort, next) ? at : -1;
}
