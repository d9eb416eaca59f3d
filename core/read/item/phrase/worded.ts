// Targets without a number: in step with another series, faster than it, never more than last year, down on both, nothing left.

import { codeAt, holdsAny, isIn, type SignSet, signSet } from '../../number/sign-set.ts';
import { buildTrie, matchAt, matchLength } from '../../number/trie.ts';
import type { Comparator, Direction, RelativeType, Span } from '../../reading.ts';
import { HINT, type Telling } from '../../source/telling.ts';
import { isSpace } from './around.ts';
import type { Clause } from './clause.ts';
import { members } from './subject.ts';
import { clauseLead } from './words.ts';

export interface Worded extends Span {
  readonly metric: string;
  readonly comparator: Comparator | null;
  readonly direction: Direction;
  readonly relative: string;
  readonly relativeType: RelativeType | null;
}

const hintWords =
  '同步 快于 高于 低于 不少于 优于 双下降 双降 清零 只减不增 只增不减 份额 正增长 稳中有 零增长';
const hintTrie = buildTrie([[1, hintWords]]);
/** Looking for their first signs in a table is faster than asking the tree of words at every sign. */
const hintOpeners = signSet('同快高低不优双清只份正稳零');

/** A quick look before any clause is cut: most sentences hold none of these. */
function hints(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (isIn(hintOpeners, text.charCodeAt(i)) && matchAt(hintTrie, text, i, to) !== 0) return true;
  return false;
}

/** The same for a stretch of the whole text, of which only the telling signs are looked at. */
export function holdsHint(text: string, telling: Telling, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (((telling[i] ?? 0) & HINT) !== 0 && matchAt(hintTrie, text, i, to) !== 0) return true;
  return false;
}

interface Form {
  readonly pattern: RegExp;
  /** Last signs of what it finds, null where that may be any. */
  readonly ends: SignSet | null;
  readonly read: (match: RegExpExecArray) => Omit<Worded, 'start' | 'end' | 'metric'>;
}

const forms: readonly Form[] = [
  {
    ends: signSet('步长'),
    pattern: /(?:保持)?(?:基本)?(?:与|同|和)([^,，、;；]{2,20}?)(?:保持)?(?:基本)?同步(?:增长)?$/,
    read: (match) => ({ comparator: 'eq', direction: 'up', relative: match[1] ?? '', relativeType: 'sync' }),
  },
  {
    ends: null,
    pattern: /(?:持续|总体|始终)?(?:快于|高于|优于|好于|不低于|不少于)((?:[^,，;；\d]|(?<=[A-Z])\d){2,30})$/,
    read: (match) => ({ comparator: 'ge', direction: 'up', relative: match[1] ?? '', relativeType: 'above' }),
  },
  {
    ends: null,
    pattern: /(?:持续|总体|始终)?(?:低于|慢于|不高于|不超过)([^,，;；\d]{2,30})$/,
    read: (match) => ({
      comparator: 'le',
      direction: 'none',
      relative: match[1] ?? '',
      relativeType: 'below',
    }),
  },
  {
    ends: signSet('降”"'),
    pattern: /(?:较|比)?(?:上年|去年|\d{4}年)?(?:均|实现|确保)*[“"]?双下?降[”"]?$/,
    read: () => ({ comparator: null, direction: 'down', relative: '上年', relativeType: 'trendDown' }),
  },
  {
    ends: signSet('增'),
    pattern: /只减不增$/,
    read: () => ({ comparator: 'le', direction: 'none', relative: '上年', relativeType: 'below' }),
  },
  {
    ends: signSet('减'),
    pattern: /只增不减$/,
    read: () => ({ comparator: 'ge', direction: 'none', relative: '上年', relativeType: 'above' }),
  },
  {
    ends: signSet('零'),
    pattern: /(?:实现|保持|达到)?(?:全面|基本)?(?:动态)?清零$/,
    read: (match) => ({
      comparator: null,
      direction: 'none',
      relative: match[0].replace(/^(?:实现|保持|达到)/, ''),
      relativeType: null,
    }),
  },
  {
    ends: signSet('定固'),
    pattern: /占([^,，;；]{1,12}?)(?:的)?(?:份额|比重)(?:比重)?(?:保持)?(?:基本|总体)?(?:稳定|稳固)$/,
    read: (match) => ({
      comparator: null,
      direction: 'none',
      relative: match[1] ?? '',
      relativeType: 'shareStable',
    }),
  },
  {
    ends: signSet('升进高'),
    pattern:
      /占([^,，;；]{1,12}?)(?:的)?(?:份额|比重)(?:比重)?(?:保持)?(?:稳中有[升进]|稳步提[升高]|继续提[升高]|有所提[升高])$/,
    read: (match) => ({
      comparator: null,
      direction: 'up',
      relative: match[1] ?? '',
      relativeType: 'shareUp',
    }),
  },
  {
    ends: signSet('正长'),
    pattern: /(?:实现|保持)?(?:由负转正|正增长)$/,
    read: () => ({ comparator: null, direction: 'up', relative: '上年', relativeType: 'trendUp' }),
  },
  {
    ends: signSet('升进增'),
    pattern: /(?:实现|保持)?稳中有[升进增]$/,
    read: () => ({ comparator: null, direction: 'up', relative: '上年', relativeType: 'trendUp' }),
  },
  {
    ends: signSet('降减'),
    pattern: /(?:实现|保持)?稳中有[降减]$/,
    read: () => ({ comparator: null, direction: 'down', relative: '上年', relativeType: 'trendDown' }),
  },
];

/** Signs without which nothing is faster, higher or no more than something else. */
const comparing = signSet('于过');

const subjectLead = /^(?:全市|全区|全县)?(?:确保|力争|争取|实现|保持|推动|所有|全力|坚持|做到)+/;

function subjectStart(text: string, from: number, to: number): number {
  let at = from;
  for (;;) {
    while (at < to && isSpace(text.charCodeAt(at))) at += 1;
    const length = matchLength(matchAt(clauseLead, text, at, to));
    if (length === 0) return at;
    at += length;
  }
}

/** Members of a 、-list that each make a statement of their own: 项目投资快于…、制造业投资快于…. */
function pieces(text: string, clause: Clause): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let start = clause.start;
  for (let i = clause.start; i < clause.end; i += 1) {
    if (text.charAt(i) !== '、') continue;
    if (hints(text, start, i)) {
      found.push([start, i]);
      start = i + 1;
    }
  }
  found.push([start, clause.end]);
  return found;
}

/** Statements in words are short; what is longer is a list without signs. */
const longest = 400;

export function readWorded(text: string, clause: Clause): readonly Worded[] {
  if (clause.end - clause.start > longest) return [];
  const found: Worded[] = [];
  for (const [start, end] of pieces(text, clause)) {
    const words = text.slice(start, end).trimEnd();
    if (!hints(words, 0, words.length)) continue;
    const last = codeAt(words, words.length - 1);
    const compares = holdsAny(comparing, words);
    for (const form of forms) {
      if (form.ends === null ? !compares : !isIn(form.ends, last)) continue;
      const match = form.pattern.exec(words);
      if (!match) continue;
      const from = subjectStart(text, start, start + match.index);
      const subject = text
        .slice(from, start + match.index)
        .replace(subjectLead, '')
        .replace(/(?:力争|确保|实现|保持|增长|增速)$/, (tail) => (/增/.test(tail) ? tail : ''));
      if (subject.replace(/\s/g, '').length < 2) break;
      const statement = form.read(match);
      const compared = statement.relativeType === 'above' || statement.relativeType === 'below';
      const all = members(subject);
      const metrics = compared && !/均$/.test(subject) ? all.slice(-1) : all;
      for (const metric of metrics)
        found.push({ start: from, end: start + match.index + match[0].length, metric, ...statement });
      break;
    }
  }
  return found;
}
