// Two columns of indicators: nothing lost, nothing twice, fields whole where the columns come out nearly equal.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/quantity/date.ts';
import type { CommitmentRow } from '../../api.ts';
import { type Group, twoColumns } from './columns.ts';

let next = 1;
const aRow = (field: string): CommitmentRow => ({
  id: `row-${next++}`,
  kind: 'indicator',
  number: '',
  title: '某项指标',
  field,
  leadUnit: null,
  supportUnits: [],
  official: null,
  taskForce: '',
  dueOn: isoDate('2025-12-31'),
  force: null,
  targets: [],
  latest: null,
  trend: [],
  verdict: {
    overruled: null,
    status: 'noJudgement',
    asOf: isoDate('2025-06-30'),
    share: null,
    expectedShare: null,
    because: [],
  },
});
const group = (field: string, size: number): Group => ({
  field,
  rows: Array.from({ length: size }, () => aRow(field)),
});
const sizes = (column: readonly Group[]): number[] => column.map(({ rows }) => rows.length);

describe('twoColumns', () => {
  it('keeps fields whole when the halves are nearly equal', () => {
    const [left, right] = twoColumns([group('经济', 10), group('创新', 9), group('民生', 20)]);
    expect([sizes(left), sizes(right)]).toEqual([[10, 9], [20]]);
  });

  it('cuts a field where whole ones would leave a hole', () => {
    const [left, right] = twoColumns([group('经济', 40)]);
    expect([sizes(left), sizes(right)]).toEqual([[20], [20]]);
  });

  it('shows each row once, in order, in columns that differ by less than a fifth', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 9 }), (given) => {
        const groups = given.map((size, at) => group(`领域${at}`, size));
        const ids = (column: readonly Group[]): string[] =>
          column.flatMap(({ rows }) => rows.map(({ id }) => id));
        const [left, right] = twoColumns(groups);
        expect([...ids(left), ...ids(right)]).toEqual(ids(groups));
        const total = ids(groups).length;
        expect(Math.abs(ids(left).length - ids(right).length)).toBeLessThanOrEqual(Math.max(2, total / 5));
      }),
    );
  });
});
