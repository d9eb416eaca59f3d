// A person may overrule a verdict: with a reason, not of the own unit, until a day; the computed one stays beside it.
import { describe, expect, it } from 'vitest';
import { isoDate } from '../quantity/date.ts';
import { checkOverride, type Override, standingVerdict } from './override.ts';
import type { Verdict } from './verdict.ts';

const computed: Verdict = {
  status: 'behind',
  asOf: isoDate('2025-06-30'),
  share: '0.3',
  expectedShare: '0.5',
  because: [],
};
const request = {
  status: 'onTrack',
  reason: '统计口径调整',
  from: isoDate('2025-07-01'),
  until: isoDate('2025-09-30'),
  isOwnUnit: false,
} as const;

describe('checkOverride', () => {
  it.each([
    ['with a reason', {}, 'ok'],
    ['without one', { reason: ' ' }, 'override.needsReason'],
    ['of the own unit', { isOwnUnit: true }, 'override.ownCommitment'],
    ['of nobody knows whose', { isOwnUnit: undefined }, 'override.ownCommitment'],
    ['to what the rules say', { status: 'behind' }, 'override.sameStatus'],
    ['until before it begins', { until: isoDate('2025-06-30') }, 'override.datesInvalid'],
  ] as const)('%s', (_why, given, outcome) => {
    const found = checkOverride({ ...request, ...given }, computed);
    expect(found.ok ? 'ok' : found.code).toBe(outcome);
  });
});

describe('standingVerdict', () => {
  const word = (id: string, given: Partial<Override> = {}): Override => ({
    id,
    commitmentId: 'c',
    status: 'onTrack',
    overruled: 'behind',
    reason: '统计口径调整',
    accountId: 'a',
    from: isoDate('2025-07-01'),
    until: isoDate('2025-09-30'),
    withdraws: null,
    sequence: 1,
    ...given,
  });
  it.each([
    // why this row is here                overrides                                                       day            status      outdated
    ['nobody said anything', [], '2025-07-15', 'behind', false],
    ['in force', [word('a')], '2025-07-15', 'onTrack', false],
    ['its last day', [word('a')], '2025-09-30', 'onTrack', false],
    ['ended', [word('a')], '2025-10-01', 'behind', false],
    ['not begun', [word('a')], '2025-06-30', 'behind', false],
    [
      'the later word counts',
      [word('a'), word('b', { status: 'atRisk', sequence: 2 })],
      '2025-07-15',
      'atRisk',
      false,
    ],
    ['taken back', [word('a'), word('b', { withdraws: 'a', sequence: 2 })], '2025-07-15', 'behind', false],
    [
      'the rules now say something else',
      [word('a', { overruled: 'overdue' })],
      '2025-07-15',
      'onTrack',
      true,
    ],
  ] as const)('%s', (_why, overrides, day, status, outdated) => {
    expect(standingVerdict(computed, overrides, isoDate(day))).toMatchObject({ status, outdated, computed });
  });
});
