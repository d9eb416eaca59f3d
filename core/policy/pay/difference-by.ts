// The difference of two rule sets by a trait of the subjects, such as district or size: who wins and loses where, and what it costs.

export interface GroupDifference {
  readonly group: string;
  readonly subjects: number;
  readonly winners: number;
  readonly losers: number;
  /** 分 */
  readonly before: number;
  readonly after: number;
}

/**
 * Payouts of each subject before and after, in the same order; groups in the order in which they are first met.
 * @throws RangeError for lists of unlike length: they are not of one register.
 */
export function differenceBy(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  groupOf: (row: number) => string,
): readonly GroupDifference[] {
  if (before.length !== after.length) throw new RangeError('payouts of two registers');
  const groups = new Map<
    string,
    { subjects: number; winners: number; losers: number; before: number; after: number }
  >();
  for (let row = 0; row < before.length; row++) {
    const key = groupOf(row);
    let group = groups.get(key);
    if (!group) {
      group = { subjects: 0, winners: 0, losers: 0, before: 0, after: 0 };
      groups.set(key, group);
    }
    const [was, is] = [before[row] ?? 0, after[row] ?? 0];
    group.subjects += 1;
    group.before += was;
    group.after += is;
    if (is > was) group.winners += 1;
    else if (is < was) group.losers += 1;
  }
  return [...groups].map(([group, sums]) => ({ group, ...sums }));
}

export const sizeBands = ['micro', 'small', 'medium', 'large', 'unknown'] as const;
export type SizeBand = (typeof sizeBands)[number];

/** By staff alone, at the staff limits that 国统字〔2017〕213号 sets for industry: 20, 300 and 1,000. A band of ours, not an official size. */
export function sizeBandOf(employees: number): SizeBand {
  if (Number.isNaN(employees)) return 'unknown';
  return employees < 20 ? 'micro' : employees < 300 ? 'small' : employees < 1000 ? 'medium' : 'large';
}
