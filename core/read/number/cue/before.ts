// What the words that touch a number from before say: comparator (不低于), direction (增长, 提高到), base (由).

import type { Comparator, Direction } from '../../reading.ts';
import { isSpace } from '../figure/numeral.ts';
import { codeAt } from '../sign-set.ts';
import { matchAt, matchKind, matchLength } from '../trie.ts';
import * as words from './cue-words.ts';

export interface CueBefore {
  comparator: Comparator | null;
  /** Where the comparator is printed. */
  start: number;
  end: number;
  direction: Direction;
  /** 由, 从: this number is where a change starts. */
  base: boolean;
  /** Some cue of a figure (达, 为, 增长, 超) stands right before the number. */
  cued: boolean;
  /** 近, which means about with a count but recent with a time. */
  near: boolean;
  /** 提升, which means a change only with a share. */
  weak: boolean;
  /** 到 or 至 has been read and waits for a verb of change before it. */
  reach: boolean;
}

function compare(cue: CueBefore, comparator: Comparator, start: number, end: number): void {
  if (cue.comparator !== null) return;
  cue.comparator = comparator;
  cue.start = start;
  cue.end = end;
}

/** A verb of change ends the search: it is the outermost cue. */
function turn(cue: CueBefore, direction: 'up' | 'down', weak: boolean): boolean {
  cue.direction = cue.reach ? 'to' : direction;
  cue.weak = weak && !cue.reach;
  cue.cued = true;
  return false;
}

const mayFollowReach = (kind: number): boolean =>
  kind === words.UP || kind === words.WEAK_UP || kind === words.DOWN || kind === words.FILLER;

/** Takes one cue word into the reading; false where the search ends. */
function take(cue: CueBefore, kind: number, start: number, end: number): boolean {
  if (cue.reach && !mayFollowReach(kind)) return false;
  switch (kind) {
    case words.FILLER:
      return true;
    case words.GE:
      compare(cue, 'ge', start, end);
      break;
    case words.LE:
    case words.HELD:
      compare(cue, 'le', start, end);
      break;
    case words.APPROX:
      compare(cue, 'approx', start, end);
      break;
    case words.NEAR:
      cue.near = cue.comparator === null;
      compare(cue, 'approx', start, end);
      break;
    case words.WEAK_UP:
      return turn(cue, 'up', true);
    case words.UP:
      return turn(cue, 'up', false);
    case words.DOWN:
      return turn(cue, 'down', false);
    case words.CHANGED:
      cue.direction = 'to';
      cue.cued = true;
      return false;
    case words.REACH:
      cue.reach = true;
      break;
    case words.BASE:
      cue.base = true;
      return false;
    case words.NO_CUE:
      cue.cued = true;
      return false;
  }
  cue.cued = true;
  return true;
}

/** Reads the cue words that touch the number at `at`, backwards, at most six of them. */
export function readBefore(text: string, at: number, floor: number): CueBefore {
  const cue: CueBefore = {
    comparator: null,
    start: at,
    end: at,
    direction: 'none',
    base: false,
    cued: false,
    near: false,
    weak: false,
    reach: false,
  };
  let i = at;
  for (let step = 0; step < 6; step++) {
    while (i > floor && isSpace(codeAt(text, i - 1))) i--;
    const match = matchAt(words.wordsBefore, text, i, Math.max(floor, i - 5));
    if (match === 0) break;
    const start = i - matchLength(match);
    const on = take(cue, matchKind(match), start, i);
    i = start;
    if (!on) break;
  }
  return cue;
}
