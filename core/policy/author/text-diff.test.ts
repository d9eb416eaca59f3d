// Two texts line by line: taking away what was added gives the first text, taking away what was removed gives the second.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeTo, diffLines } from './text-diff.ts';

describe('lines that changed', () => {
  it('are the changed ones, each with its number on its side', () => {
    expect(diffLines('a\nb\nc', 'a\nx\nc')).toEqual([
      { kind: 'same', text: 'a', before: 1, after: 1 },
      { kind: 'removed', text: 'b', before: 2, after: null },
      { kind: 'added', text: 'x', before: null, after: 2 },
      { kind: 'same', text: 'c', before: 3, after: 3 },
    ]);
  });

  it('give back both texts', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        const side = (without: string) =>
          lines.filter(({ kind }) => kind !== without).map((line) => line.text);
        expect(side('added').join('\n')).toBe(before);
        expect(side('removed').join('\n')).toBe(after);
        if (before === after) expect(lines.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  it('are shown with what stands around them', () => {
    const lines = diffLines('1\n2\n3\n4\n5\n6\n7', '1\n2\n3\nx\n5\n6\n7');
    expect(closeTo(lines, 1).map((line) => line?.text ?? '…')).toEqual(['…', '3', '4', 'x', '5', '…']);
    expect(closeTo(diffLines('a', 'a'), 1)).toEqual([null]);
  });
});
