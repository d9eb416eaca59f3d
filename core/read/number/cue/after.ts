// What the words after a number and its unit say: 以上, 左右, 以内, and 内 after a length or a time.
import type { Comparator } from '../../reading.ts';
import { isSpace } from '../figure/numeral.ts';
import { codeAt, isIn, signSet } from '../sign-set.ts';
import { matchAt, matchKind, matchLength } from '../trie.ts';
import { GE, LE, wordsAfter } from './cue-words.ts';

export interface CueAfter {
  readonly comparator: Comparator;
  readonly start: number;
  readonly end: number;
}

const WITHIN = 0x5185;
/** 100公里内河 is no 100公里内. */
const notWithin = signSet('河陆生部需外容港资涵在燃置环地设蒙');
const starts = signSet('以及或和(（含起有之封为左上许');

/** Reads the comparator after the number and its unit; `within` allows 内 alone (3年内). */
export function readAfter(text: string, at: number, end: number, within: boolean): CueAfter | null {
  const from = at < end && isSpace(codeAt(text, at)) ? at + 1 : at;
  if (from >= end) return null;
  const sign = codeAt(text, from);
  if (sign === WITHIN && within)
    return isIn(notWithin, codeAt(text, from + 1)) ? null : { comparator: 'le', start: from, end: from + 1 };
  if (!isIn(starts, sign)) return null;
  const match = matchAt(wordsAfter, text, from, Math.min(end, from + 8));
  if (match === 0) return null;
  const kind = matchKind(match);
  const comparator = kind === GE ? 'ge' : kind === LE ? 'le' : 'approx';
  return { comparator, start: from, end: from + matchLength(match) };
}
