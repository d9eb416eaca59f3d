// An author is led to the line: the problem's place in the text he typed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../catalog/catalog.ts';
import { aClause } from '../clause.fixture.ts';
import { checkClauseText } from './check-text.ts';
import { locate } from './locate.ts';
import { printClause } from './parse-clause.ts';

const placesOf = (text: string) => {
  const checked = checkClauseText(text);
  return checked.ok
    ? []
    : checked.problems.map(({ problem, at }) => `${problem.code} ${at.line}:${at.column}`);
};
const printed = printClause(aClause());
const lineOf = (sign: string): number => printed.split('\n').findIndex((line) => line.includes(sign)) + 1;

describe('the place of a problem', () => {
  it.each([
    [
      'an unknown field',
      printed.replace('"subject"', '"subjekt"'),
      ['clause.wrongWord', 'clause.unknownField'],
      '"subject"',
    ],
    ['a bad value', printed.replace('"20万元"', '"20"'), ['value.notRead'], '"value"'],
    ['a day that does not exist', printed.replace('2024-12-31', '2024-02-30'), ['value.noSuchDay'], '"to"'],
    ['an unknown fact', printed.replace('"highTech"', '"lowTech"'), ['fact.unknown'], '"when"'],
  ])('%s', (_why, text, codes, sign) => {
    const places = placesOf(text);
    expect(places.map((each) => each.split(' ')[0])).toEqual(codes);
    expect(places.at(-1)).toContain(` ${lineOf(sign)}:`);
  });

  it.each([
    ['nothing', '', '1:1'],
    ['a brace left open stands at its end', '{', '1:2'],
    ['another language', 'id: a', '1:1'],
    ['a list cut short', '[1,', '1:4'],
    ['a comma that is missing on the third line', '{\n"a": 1\n"b": 2}', '3:1'],
    ['more than is read', `"${'x'.repeat(200_001)}"`, '1:1'],
  ])('text that is no clause: %s', (_why, text, place) => {
    expect(placesOf(text)).toEqual([`clause.notJson ${place}`]);
  });

  it('text nested without end is refused without climbing into it', () => {
    expect(placesOf(`${'['.repeat(5000)}${']'.repeat(5000)}`)).toEqual(['clause.tooDeep 1:1']);
  });

  it('every clause of the catalogue passes as text', () => {
    for (const clause of catalog.slice(0, 12)) expect(placesOf(printClause(clause))).toEqual([]);
  });

  it('any path of any JSON text has a place, and a member stands at its key', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.string(), (text, path) => {
        const place = locate(text, path);
        expect(place.line).toBeGreaterThan(0);
        expect(place.column).toBeGreaterThan(0);
      }),
    );
    expect(locate('{\n "a": [1,\n  {"b": 2}]}', 'a[1].b')).toEqual({ line: 3, column: 4 });
    expect(locate('{\n "a": [1,\n  {"b": 2}]}', 'a[1].c.d')).toEqual({ line: 3, column: 3 });
  });
});
