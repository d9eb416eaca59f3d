// 向上争取: money won from above by kind, its share of the province's total, what of it is used, and the stock of projects behind it.

import { numberOf, percentOf, printed, sumOf, type Yi } from '../project/money.ts';
import type { IsoDate } from '../quantity/date.ts';

/** 专项债券, 中央预算内投资, 超长期特别国债, 设备更新和以旧换新资金, 政策性金融工具. */
export const wonKinds = ['specialBond', 'centralBudget', 'treasuryBond', 'renewal', 'policyFinance'] as const;
export type WonKind = (typeof wonKinds)[number];

export interface Won {
  readonly kind: WonKind;
  readonly year: number;
  /** Batch as announced; a later number of one batch replaces the earlier. */
  readonly batch: string;
  readonly day: IsoDate;
  readonly amount: Yi;
  /** What the whole province got in that batch; null where it is not published. */
  readonly province: Yi | null;
  readonly used: Yi | null;
  readonly sequence: number;
}

/** Projects that are ready for money that is still to come. */
export interface Stock {
  readonly kind: WonKind;
  readonly projects: number;
  readonly wanted: Yi;
}

export interface WonStanding {
  readonly kind: WonKind;
  readonly amount: Yi;
  readonly batches: number;
  /** In percent of the province; null where any batch lacks the province's number. */
  readonly provinceShare: string | null;
  readonly used: Yi;
  readonly usedPercent: string | null;
  readonly stock: Stock | null;
}

/** How each kind stands on a day of a year; kinds without money and without stock are left out. */
export function wonStanding(
  given: readonly Won[],
  stock: readonly Stock[],
  year: number,
  asOf: IsoDate,
): readonly WonStanding[] {
  const latest = new Map<string, Won>();
  for (const won of given) {
    if (won.year !== year || won.day > asOf) continue;
    const key = `${won.kind}\t${won.batch}`;
    const have = latest.get(key);
    if (!have || won.sequence > have.sequence) latest.set(key, won);
  }
  return wonKinds.flatMap((kind) => {
    const batches = [...latest.values()].filter((won) => won.kind === kind);
    const own = stock.find((each) => each.kind === kind) ?? null;
    if (batches.length === 0 && !own) return [];
    const amount = sumOf(batches.map((won) => won.amount)).sum;
    const province = sumOf(batches.map((won) => won.province));
    const used = sumOf(batches.map((won) => won.used)).sum;
    return [
      {
        kind,
        amount: printed(amount),
        batches: batches.length,
        provinceShare:
          batches.length > 0 && province.known === batches.length ? percentOf(amount, province.sum) : null,
        used: printed(used),
        usedPercent: numberOf(printed(amount)) ? percentOf(used, amount) : null,
        stock: own,
      },
    ];
  });
}
