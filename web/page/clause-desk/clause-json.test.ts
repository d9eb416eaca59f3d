// The form changes one place of the text and leaves everything else as it is, in its order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, printJson, put, readJson } from './clause-json.ts';

describe('one place of a text', () => {
  it.each([
    ['a field', { a: 1, b: 2 }, ['a'], 3, { a: 3, b: 2 }],
    ['a field that was not there comes last', { a: 1 }, ['b'], 2, { a: 1, b: 2 }],
    [
      'deep inside',
      { p: { x: [{ v: 1 }, { v: 2 }] } },
      ['p', 'x', 1, 'v'],
      9,
      { p: { x: [{ v: 1 }, { v: 9 }] } },
    ],
    ['one more of a list', { x: [1] }, ['x', 1], 2, { x: [1, 2] }],
    ['one less of a list', { x: [1, 2, 3] }, ['x', 1], undefined, { x: [1, 3] }],
    ['a field taken away', { a: 1, b: 2 }, ['a'], undefined, { b: 2 }],
  ])('%s', (_why, value, path, to, expected) => {
    expect(JSON.stringify(put(value, path, to))).toBe(JSON.stringify(expected));
  });

  it('is what was put there, and every other place stays', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.string(),
        fc.jsonValue(),
        (value, key, to) => {
          const after = put(value, [key], to);
          expect(at(after, [key])).toEqual(to);
          for (const other of Object.keys(value).filter((each) => each !== key))
            expect(at(after, [other])).toEqual(at(value, [other]));
        },
      ),
    );
  });

  it.each(['', '{', '[1]', 'null', '3'])('%j closes the form', (text) => {
    expect(readJson(text)).toBeNull();
  });

  it('is printed as clauses are stored', () => {
    expect(printJson({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
  });
});
