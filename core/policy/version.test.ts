// Which version holds on a day, and that a later publication leaves earlier days alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOfNumber } from '../quantity/calendar.ts';
import { isoDate } from '../quantity/date.ts';
import { aClause } from './clause.fixture.ts';
import { type ClauseVersion, newestOf, versionsOn } from './version.ts';

const start = dayNumber(isoDate('2024-01-01'));
const dayAt = (offset: number) => dayOfNumber(start + offset);
const version = (id: string, number: number, offset: number): ClauseVersion => ({
  clause: aClause({ id }),
  ...{ number, startsOn: dayAt(offset) },
});
const said = (versions: readonly ClauseVersion[], offset: number): readonly string[] =>
  versionsOn(versions, dayAt(offset)).map(({ clause, number }) => `${clause.id}@${number}`);

describe('versions by day', () => {
  it.each([
    // why this row is here, starts of versions 1, 2, 3 in days, day asked, which version holds
    ['before the first one starts nothing holds', [10], 9, []],
    ['the first day belongs to it', [10], 10, ['a@1']],
    ['the day before the next one is still the old one', [0, 10], 9, ['a@1']],
    ['the next one takes over on its first day', [0, 10], 10, ['a@2']],
    ['of two that start on one day the one published last', [0, 10, 10], 10, ['a@3']],
  ])('%s', (_why, starts, day, expected) => {
    expect(
      said(
        starts.map((offset, at) => version('a', at + 1, offset)),
        day,
      ),
    ).toEqual(expected);
  });

  it('keeps the order of first publication, which breaks ties inside a group', () => {
    const all = [version('b', 1, 0), version('a', 1, 0), version('b', 2, 5)];
    expect(said(all, 4)).toEqual(['b@1', 'a@1']);
    expect(said(all, 6)).toEqual(['b@2', 'a@1']);
    expect(newestOf(all, 'b')?.number).toBe(2);
    expect(newestOf(all, 'c')).toBeUndefined();
  });

  it('whatever is published later changes no day before it starts', () => {
    const starts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 60 }), fc.nat(60), (before, next, day) => {
        const all = before.map((offset, at) => version('a', at + 1, offset));
        const more = [...all, version('a', all.length + 1, next)];
        if (day < next) expect(said(more, day)).toEqual(said(all, day));
        else expect(said(more, day)).not.toEqual([]);
      }),
    );
  });
});
