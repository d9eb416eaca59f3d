// Where a promise does not apply no figure is missing; where it applies again it is asked again; the newest decision counts.
import { describe, expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { type ApplicabilityDecision, awayDays, awayOn, coverageOf, isAway } from './applicability.ts';

const decision = (from: string, applies = false, place = '上城区'): ApplicabilityDecision => ({
  ...{ metric: '农村饮用水', place, applies, reason: '辖区内无农村' },
  from: isoDate(from),
});
const days = (...decisions: readonly ApplicabilityDecision[]) =>
  awayDays(decisions, '农村饮用水', '上城区').map(({ from, until }) => `${from}/${until ?? ''}`);

describe('days on which a promise does not apply', () => {
  it.each([
    // why this row is here                  decisions in the order they were made                      days
    ['applies unless said otherwise', [], []],
    ['from the day on', [decision('2025-03-01')], ['2025-03-01/']],
    [
      'until it applies again',
      [decision('2025-03-01'), decision('2025-07-01', true)],
      ['2025-03-01/2025-06-30'],
    ],
    ['a later decision takes back one', [decision('2025-03-01'), decision('2025-03-01', true)], []],
    ['an earlier day moves the beginning', [decision('2025-03-01'), decision('2025-01-01')], ['2025-01-01/']],
    ['said twice is once', [decision('2025-03-01'), decision('2025-05-01')], ['2025-03-01/']],
    [
      'away, back and away',
      [decision('2025-01-01'), decision('2025-03-01', true), decision('2025-06-01')],
      ['2025-01-01/2025-02-28', '2025-06-01/'],
    ],
    ['another place', [decision('2025-03-01', false, '余杭区')], []],
  ] as const)('%s', (_why, decisions, wanted) => expect(days(...decisions)).toEqual(wanted));

  it('is the same on each day, asked for one day or for all', () => {
    const decisions = [decision('2025-01-03'), decision('2025-01-05', true), decision('2025-01-08')];
    const away = awayDays(decisions, '农村饮用水', '上城区');
    for (let day = 1; day <= 12; day++) {
      const on = isoDate(`2025-01-${String(day).padStart(2, '0')}`);
      expect([day, isAway(away, on)]).toEqual([day, awayOn(decisions, '农村饮用水', '上城区', on) !== null]);
    }
  });
});

it('coverage leaves out what does not apply and what was never given, not what is missing', () =>
  expect(coverageOf(['value', 'missing', 'notApplicable', 'notGiven'])).toEqual({
    applicable: 2,
    covered: 1,
  }));
