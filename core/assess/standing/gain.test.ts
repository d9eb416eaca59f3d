// What a round says to do next: sums that can be checked by hand.
import { expect, it } from 'vitest';
import { gapOfTotal, nextMoves, partGains, totalSpread } from './gain.ts';
import { rank } from './rank.ts';
import { formula, member, missing, notHere, part, value } from './standing.fixture.ts';

const two = formula([part('done', { weight: '60' }), part('checked', { weight: '40' })], {
  leastCoverage: '0.5',
});
const standing = rank(two, [
  member('a', { done: value('90', '100'), checked: value('10', '10') }),
  member('b', { done: value('50', '100'), checked: value('9', '10') }),
  member('c', { done: value('45', '100'), checked: value('10', '10') }),
  member('d', { done: value('60', '100'), checked: notHere }),
  member('e', { done: value('100', '100'), checked: missing }),
]);

it('adds up what was not earned by part; what does not apply is no loss, what is missing is named', () => {
  // done: 6 + 30 + 33 + 40 (of 100, rescaled) + 0; checked: 4 (b) + 40 (e has no figure)
  expect(partGains(two, standing)).toMatchObject([
    { partId: 'done', missed: '109', withoutValue: 0, most: [{ memberId: 'd', missed: '40' }, {}, {}] },
    { partId: 'checked', missed: '44', withoutValue: 1, most: [{ memberId: 'e', missed: '40' }, {}] },
  ]);
});

it('puts the smallest step to a better place first, and the leader nowhere', () => {
  // totals: a 94, c 67, b 66, d 60, e 60
  const moves = nextMoves(two, standing, 9);
  expect(moves[0]).toMatchObject({ memberId: 'b', place: 3, to: 2, aboveName: 'c', pointsNeeded: '1.01' });
  expect(moves[0]?.way).toMatchObject({ partId: 'done' });
  expect(moves.map(({ memberId }) => memberId)).not.toContain('a');
  expect(nextMoves(two, standing, 1)).toHaveLength(1);
});

it('holds each total against the middle of those who have a place', () => {
  const total = totalSpread(standing);
  expect(total).toEqual({ least: '60', median: '66', most: '94', count: 5 });
  expect(standing.members.map((each) => gapOfTotal(each, total))).toEqual(['28', '1', '0', '-6', '-6']);
});
