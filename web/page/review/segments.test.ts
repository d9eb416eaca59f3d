// The source on the screen is the source: cut, marked, and still the same text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf, type Mark, runsOf } from './segments.ts';

const item = (itemId: string, start: number, end: number): Mark => ({ itemId, start, end, look: 'pending' });

describe('chunks and runs', () => {
  it('together are the text, whatever is marked', () => {
    const mark = fc
      .tuple(fc.nat(4000), fc.nat(300))
      .map(([start, length]): Mark => item(`${start}`, start, start + length + 1));
    fc.assert(
      fc.property(fc.string({ maxLength: 4000 }), fc.array(mark, { maxLength: 12 }), (text, marks) => {
        const chunks = chunksOf(text);
        expect(chunks.map((chunk) => chunk.text).join('')).toBe(text);
        const shown = chunks.flatMap((chunk) => runsOf(chunk, marks));
        expect(shown.map((run) => run.text).join('')).toBe(text);
      }),
    );
  });

  it('never tear a line', () => {
    const text = `${'一'.repeat(1600)}\n${'二'.repeat(20)}`;
    expect(chunksOf(text).map((chunk) => chunk.text.length)).toEqual([1601, 20]);
  });

  it('give a click to the smallest item', () => {
    const [chunk] = chunksOf('新增床位一千张，年底前完成。');
    const runs = chunk ? runsOf(chunk, [item('row', 0, 14), item('cell', 4, 7)]) : [];
    expect(runs.map((run) => [run.text, run.itemId])).toEqual([
      ['新增床位', 'row'],
      ['一千张', 'cell'],
      ['，年底前完成。', 'row'],
    ]);
  });

  it('show a contradiction on top of an item', () => {
    const [chunk] = chunksOf('合计一百');
    const runs = chunk
      ? runsOf(chunk, [item('a', 0, 4), { start: 2, end: 4, look: 'check', itemId: null }])
      : [];
    expect(runs[1]).toMatchObject({ looks: ['check', 'pending'], itemId: 'a' });
  });
});
