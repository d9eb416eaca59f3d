// Counting verdicts: coverage is counted, nothing is lost, and a row with two districts counts in both.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { compareStatus, rollUp, statusOrder, worst } from './roll-up.ts';
import { reason, verdict } from './rule/reasons.ts';
import type { VerdictStatus } from './verdict.ts';

const day = isoDate('2025-06-30');
const row = (status: VerdictStatus, ...keys: string[]) => ({
  verdict: verdict(status, day, [reason(status === 'noJudgement' ? 'noFigure' : 'reached')]),
  keys,
});

describe('rollUp', () => {
  it('counts by key, with coverage', () => {
    const found = rollUp(
      [row('onTrack', '甲局'), row('noJudgement', '甲局'), row('behind', '乙局', '甲局'), row('notDue')],
      ({ keys }) => keys,
    );
    expect(found.map(({ key, total, covered }) => [key, total, covered])).toEqual([
      ['甲局', 3, 2],
      ['乙局', 1, 1],
    ]);
    expect(found[0]?.counts).toMatchObject({ onTrack: 1, noJudgement: 1, behind: 1, achieved: 0 });
  });

  it('loses and doubles nothing', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ status: fc.constantFrom(...statusOrder), key: fc.constantFrom('甲', '乙', '丙') }),
        ),
        (rows) => {
          const found = rollUp(
            rows.map(({ status, key }) => row(status, key, key)),
            ({ keys }) => keys,
          );
          expect(found.reduce((sum, group) => sum + group.total, 0)).toBe(rows.length);
          for (const group of found) {
            expect(Object.values(group.counts).reduce((a, b) => a + b, 0)).toBe(group.total);
            expect(group.covered).toBeLessThanOrEqual(group.total);
          }
        },
      ),
    );
  });

  it('a contradiction had a figure, a missing one had none', () => {
    const contradiction = { verdict: verdict('noJudgement', day, [reason('contradictsPrinted')]) };
    expect(rollUp([contradiction], () => ['甲'])[0]?.covered).toBe(1);
  });
});

describe('the most pressing', () => {
  it('comes first', () => {
    expect(worst(['achieved', 'behind', 'onTrack'])).toBe('behind');
    expect(worst(['achieved', 'overdue', 'behind'])).toBe('overdue');
    expect(worst([])).toBe('noJudgement');
    expect([...statusOrder].reverse().sort(compareStatus)).toEqual(statusOrder);
  });
});
