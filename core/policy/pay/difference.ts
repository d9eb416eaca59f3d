// What changes for a whole register when one rule set takes the place of another: winners, losers, money, clause by clause.

export interface Difference {
  readonly subjects: number;
  readonly winners: number;
  readonly losers: number;
  readonly unchanged: number;
  /** 分 more for winners; 分 less for losers, as a positive number. */
  readonly gained: number;
  readonly lost: number;
  readonly before: number;
  readonly after: number;
  /** Row numbers of the largest changes, largest first; ties by row. */
  readonly largestGains: readonly Change[];
  readonly largestLosses: readonly Change[];
}

export interface Change {
  readonly row: number;
  readonly before: number;
  readonly after: number;
}

const size = ({ before, after }: Change): number => Math.abs(after - before);

/** Keeps the few largest without sorting a million. */
class Largest {
  private kept: Change[] = [];
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  offer(change: Change): void {
    const last = this.kept.at(-1);
    if (this.kept.length >= this.limit && last && size(last) >= size(change)) return;
    const at = this.kept.findIndex((each) => size(each) < size(change));
    this.kept.splice(at < 0 ? this.kept.length : at, 0, change);
    if (this.kept.length > this.limit) this.kept.pop();
  }

  get list(): readonly Change[] {
    return this.kept;
  }
}

/**
 * Payouts of each subject before and after, in the same order.
 * @throws RangeError for lists of unlike length: they are not of one register.
 */
export function differenceOf(before: ArrayLike<number>, after: ArrayLike<number>, top = 10): Difference {
  if (before.length !== after.length) throw new RangeError('payouts of two registers');
  const [gains, losses] = [new Largest(top), new Largest(top)];
  const sum = { winners: 0, losers: 0, gained: 0, lost: 0, before: 0, after: 0 };
  for (let row = 0; row < before.length; row++) {
    const [was, is] = [before[row] ?? 0, after[row] ?? 0];
    sum.before += was;
    sum.after += is;
    if (is > was) {
      sum.winners += 1;
      sum.gained += is - was;
      gains.offer({ row, before: was, after: is });
    } else if (is < was) {
      sum.losers += 1;
      sum.lost += was - is;
      losses.offer({ row, before: was, after: is });
    }
  }
  return {
    ...sum,
    subjects: before.length,
    unchanged: before.length - sum.winners - sum.losers,
    largestGains: gains.list,
    largestLosses: losses.list,
  };
}

export interface ClauseTotal {
  readonly id: string;
  readonly subjects: number;
  readonly amount: number;
}

export interface ClauseDifference {
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed' | 'same';
  readonly before: ClauseTotal | null;
  readonly after: ClauseTotal | null;
}

/** Clause by clause, in the order of the new set, removed ones last. */
export function clauseDifferences(
  before: readonly ClauseTotal[],
  after: readonly ClauseTotal[],
): readonly ClauseDifference[] {
  const [old, fresh] = [before, after].map((totals) => new Map(totals.map((total) => [total.id, total])));
  const rows = after.map((total): ClauseDifference => {
    const was = old?.get(total.id) ?? null;
    const isSame = was !== null && was.amount === total.amount && was.subjects === total.subjects;
    return {
      id: total.id,
      change: was === null ? 'added' : isSame ? 'same' : 'changed',
      before: was,
      after: total,
    };
  });
  const removed = before
    .filter(({ id }) => !fresh?.has(id))
    .map((total): ClauseDifference => ({ id: total.id, change: 'removed', before: total, after: null }));
  return [...rows, ...removed];
}
