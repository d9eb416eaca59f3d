// Turns a figure into a mention: comparator, direction and list are settled from the words around it.
import type { Comparator, Direction, Span, Value } from '../reading.ts';
import { readAfter } from './cue/after.ts';
import type { CueBefore } from './cue/before.ts';
import { reaches, readChange, readComparison, readFarBound, readLessening } from './cue/clause.ts';
import { closes, takesWithin, type Unit } from './figure/unit.ts';
import { PERCENT, POINT, TIME } from './figure/unit-words.ts';
import { closeList, isListGap, lendUnit } from './list.ts';
import type { MentionDraft, Scan } from './sink.ts';

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
  readonly unit: Unit;
  readonly cue: CueBefore;
}

function directionOf(scan: Scan, found: Found): Direction {
  const { cue, unit, start } = found;
  if (cue.direction === 'up' && cue.weak) {
    const share = unit.kind === PERCENT || unit.kind === POINT || unit.text === '' || unit.text === '倍';
    return share ? 'up' : 'none';
  }
  if (cue.direction !== 'none' || cue.base) return cue.direction;
  if (unit.kind === POINT) return readChange(scan.text, start, scan.floor);
  if (unit.kind !== PERCENT || cue.cued) return 'none';
  const compared = readComparison(scan.text, start, scan.floor);
  return compared === 'none' ? readLessening(scan.text, start, scan.floor) : compared;
}

/** 近3年 is recent, not about; 余 says more than the number. */
function comparatorOf(scan: Scan, found: Found): Comparator {
  const { cue, unit } = found;
  if (typeof found.value !== 'number') return 'range';
  if (cue.comparator !== null && !(cue.near && unit.kind === TIME)) return cue.comparator;
  if (unit.kind === PERCENT && !cue.cued) {
    const far = readFarBound(scan.text, found.start, scan.floor);
    if (far) return far;
  }
  return unit.hedged ? 'ge' : 'eq';
}

/** The mention this one continues a list with, or undefined. 500名、35岁以下大学生 is none: what qualifies a noun is no member. */
function listed(scan: Scan, found: Found, tail: number): MentionDraft | undefined {
  if (scan.last < 0 || found.cue.cued || !isListGap(scan.text, scan.tail, found.start)) return undefined;
  const previous = scan.sink.mentions[scan.last];
  return previous?.unit === found.unit.text || closes(scan.text, tail, scan.end) ? previous : undefined;
}

/** Adds the mention; returns where reading goes on, after the comparator. */
export function addMention(scan: Scan, found: Found): number {
  const { sink } = scan;
  const { cue, unit } = found;
  const after = readAfter(scan.text, found.end, scan.end, takesWithin(unit.kind));
  const tail = after ? after.end : found.end;
  const previous = listed(scan, found, tail);
  let comparator = comparatorOf(scan, found);
  let span: Span | null = cue.comparator === null ? null : { start: cue.start, end: cue.end };
  let direction = directionOf(scan, found);
  if (previous) {
    if (comparator === 'eq' && previous.comparatorSpan !== null && previous.comparator !== 'range') {
      comparator = previous.comparator;
      span = previous.comparatorSpan;
    }
    if (direction === 'none') direction = previous.direction;
    if (previous.list < 0) previous.list = scan.last;
  }
  if (after) {
    span = { start: after.start, end: after.end };
    if (comparator !== 'range') comparator = after.comparator;
  }
  scan.last = sink.mentions.length;
  scan.tail = tail;
  sink.mentions.push({
    start: found.start,
    end: found.end,
    value: found.value,
    unit: unit.text,
    comparator,
    direction,
    unitFrom: 'text',
    comparatorSpan: span,
    list: previous ? previous.list : -1,
    strive: scan.strive >= 0 && reaches(scan.text, scan.strive, found.start),
  });
  if (previous && unit.text !== previous.unit) lendUnit(scan, scan.last, unit);
  if (previous && after && span) closeList(scan, scan.last, after.comparator, span);
  return tail;
}
