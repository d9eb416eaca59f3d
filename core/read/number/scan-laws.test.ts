// What holds for the scan of any text: spans in order, no digit forgotten, time in proportion to length.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../reading.ts';
import { restoreLostPercents } from './lost-percent.ts';
import { findMentionsIn } from './scan.ts';
import { newSink, runningText } from './sink.ts';

function spansOf(text: string): Span[] {
  const sink = newSink();
  findMentionsIn(text, 0, text.length, sink, runningText);
  restoreLostPercents(text, sink);
  return [...sink.mentions, ...sink.neutrals, ...sink.unread].toSorted((a, b) => a.start - b.start);
}

const signs = [
  ...'0123456789.,%、和至到-—()（）“”《》第前约超达增长下降万亿个家元年月日以上左右内/:+ \n一二三十百成分之A点',
];
const genre = fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((parts) => parts.join(''));

/** The first span that is empty, leaves the text or begins before the last one ended; null where all is well. */
function misplaced(text: string): Span | null {
  let last = 0;
  for (const span of spansOf(text)) {
    if (span.start < last || span.end <= span.start || span.end > text.length) return span;
    last = span.end;
  }
  return null;
}

function forgotten(text: string): number {
  const spans = spansOf(text);
  for (let i = 0; i < text.length; i++)
    if (/\d/.test(text.charAt(i)) && !spans.some(({ start, end }) => start <= i && i < end)) return i;
  return -1;
}

describe('laws of the scan', () => {
  it('spans lie inside, are in order and never overlap', () => {
    fc.assert(
      fc.property(genre, (text) => misplaced(text) === null),
      { numRuns: 3000 },
    );
  });

  it('every digit belongs to something', () => {
    fc.assert(
      fc.property(genre, (text) => forgotten(text) === -1),
      { numRuns: 1500 },
    );
  });

  it.each([
    '1、',
    '1个以上、',
    '1:',
    '5(4)',
    '元/(',
    '3至',
    '“1',
    '由1%到',
    '1 ',
    '增长1%、',
    '第1、',
    '增长1,',
    '力争1',
    'a/1',
    '1\n',
  ])('takes time in proportion to length, for %j again and again', (unit) => {
    /** The least of five: a machine that is taken away for a while makes single ones long. */
    const time = (times: number): number => {
      const text = unit.repeat(times);
      const each = Array.from({ length: 5 }, () => {
        const began = performance.now();
        spansOf(text);
        return performance.now() - began;
      });
      return Math.min(...each);
    };
    time(4_000);
    // Ten times the text: quadratic work would take a hundred times as long, and would do so again; other work would not.
    const ratio = (): number => time(40_000) / Math.max(2, time(4_000));
    expect(Array.from({ length: 4 }).some(() => ratio() < 60)).toBe(true);
  });
});
