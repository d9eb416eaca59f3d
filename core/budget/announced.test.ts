// Announced money and its overlaps. Areas and figures are made for these tests.
import { describe, expect, it } from 'vitest';
import { type Announcement, announcedStanding } from './announced.ts';

const announced = (
  id: string,
  amount: string | null,
  lineIds: readonly string[],
  year = 2025,
): Announcement => ({
  id,
  area: `领域${id}`,
  year,
  amount,
  lineIds,
});
const budgets = new Map([
  ['industry', '20'],
  ['science', '10'],
]);

describe('announced money', () => {
  it.each<readonly [string, readonly Announcement[], readonly string[], number]>([
    // why                                            announcements                                             findings                 overlaps
    ['paid by a line of its own', [announced('a', '20', ['industry'])], [], 0],
    [
      'two areas count on one line, which has enough',
      [announced('a', '12', ['industry']), announced('b', '8', ['industry'])],
      [],
      1,
    ],
    [
      'which has not',
      [announced('a', '12', ['industry']), announced('b', '9', ['industry'])],
      ['announced.overLine'],
      1,
    ],
    ['money of several lines cannot be split', [announced('a', '25', ['industry', 'science'])], [], 0],
    [
      'a line named twice is one line',
      [announced('a', '21', ['industry', 'industry'])],
      ['announced.overLine'],
      0,
    ],
    ['no budget known', [announced('a', '5', ['talent'])], [], 0],
    ['nobody linked it', [announced('a', '5', [])], ['announced.unlinked'], 0],
    ['announced without an amount', [announced('a', null, ['industry'])], ['announced.noAmount'], 0],
    ['another year', [announced('a', '90', ['industry'], 2024)], [], 0],
  ])('%s', (_why, given, codes, overlaps) => {
    const found = announcedStanding(given, budgets, 2025);
    expect([found.findings.map(({ code }) => code), found.overlaps.length]).toEqual([codes, overlaps]);
  });

  it('counts a line behind several announcements once', () => {
    const found = announcedStanding(
      [announced('a', '12', ['industry']), announced('b', '9', ['industry', 'science'])],
      budgets,
      2025,
    );
    expect(found).toMatchObject({ announced: '21', behind: '30', unlinked: [] });
    expect(found.overlaps).toEqual([
      { lineId: 'industry', announcements: ['a', 'b'], announced: '21', budget: '20' },
    ]);
  });

  it('names both numbers where a line is promised more than it has', () => {
    const [found] = announcedStanding([announced('a', '12', ['science'])], budgets, 2025).findings;
    expect(found?.params).toEqual({ line: 'science', announced: '12', budget: '10', over: '2', count: '1' });
  });
});
