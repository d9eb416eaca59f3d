// An approved figure is never changed: a new one names it, both stay, and the changes are counted.
import { describe, expect, it } from 'vitest';
import { type ApprovedFigure, checkCorrection, historiesOf } from './correction.ts';
import type { ReportState } from './report.ts';

const figure = (
  id: string,
  corrects: string | null,
  amount: string,
  reportState: ReportState = 'verified',
): ApprovedFigure => ({
  id,
  reportId: 'r',
  commitmentId: 'c',
  metric: '食堂',
  placeId: 'east',
  period: '2025-H1',
  amount,
  unit: '家',
  statement: '',
  nature: 'reported',
  corrects,
  reportState,
  receivedAt: 0,
});

describe('checkCorrection', () => {
  const known = [figure('a', null, '12')];
  it.each([
    // why this row is here            correction                       known                                          reason        outcome
    ['a correction of what stands', figure('b', 'a', '11'), known, '重复统计', 'ok'],
    ['of nothing', figure('b', 'x', '11'), known, '重复统计', 'correction.figureUnknown'],
    [
      'of a figure that is not approved',
      figure('b', 'a', '11'),
      [figure('a', null, '12', 'submitted')],
      '重复统计',
      'correction.notApproved',
    ],
    [
      'of one that was corrected',
      figure('c', 'a', '10'),
      [...known, figure('b', 'a', '11')],
      '重复统计',
      'correction.alreadyCorrected',
    ],
    [
      'of another place',
      { ...figure('b', 'a', '11'), placeId: 'west' },
      known,
      '重复统计',
      'correction.otherFigure',
    ],
    ['that changes nothing', figure('b', 'a', '12'), known, '重复统计', 'correction.nothingChanged'],
    ['without a reason', figure('b', 'a', '11'), known, '', 'correction.needsReason'],
  ] as const)('%s', (_why, correction, given, reason, outcome) => {
    const found = checkCorrection(correction, given, reason);
    expect(found.ok ? 'ok' : found.code).toBe(outcome);
  });
});

describe('historiesOf', () => {
  it('follows the chain to the figure that counts', () => {
    const [history] = historiesOf([
      figure('b', 'a', '11'),
      figure('a', null, '12'),
      figure('c', 'b', '10', 'submitted'),
    ]);
    expect(history?.current.id).toBe('c');
    expect(history?.chain.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(history?.changesSinceApproval).toBe(2);
  });

  it('counts no change of a figure that was never approved', () => {
    const [history] = historiesOf([figure('a', null, '12', 'returned'), figure('b', 'a', '11')]);
    expect(history?.changesSinceApproval).toBe(0);
  });

  it('loses no figure whose old one is unknown', () =>
    expect(historiesOf([figure('b', 'lost', '11')]).map(({ current }) => current.id)).toEqual(['b']));
});
