// 向上争取: money won from above by kind, its share of the province's total, what of it is used, and the stock of projects behind it.

import { percentOf, printed, sumOf, type Yi } from '../project/money.ts';
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
  /** Its share of the province in percent, where the document prints that instead. */
  readonly printedShare: string | null;
  readonly used: Yi | null;
  readonly sequence: number;
}

/** Projects that are ready for money that is still to come. */
export interface Stock {
  readonly kind: WonKind;
  readonly projects: number | null;
  readonly wanted: Yi | null;
}

export interface WonStanding {
  readonly kind: WonKind;
  readonly amount: Yi;
  readonly batches: number;
  /** In percent of the province; null where any batch lacks the province's number and no share is printed of the whole. */
  readonly provinceShare: string | null;
  /** Worked out from the province's numbers, or taken over as printed. */
  readonly shareFrom: 'numbers' | 'printed' | null;
  /** Null where no batch says it. */
  readonly used: Yi | null;
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
  return wonKinds.flatMap((kind): readonly WonStanding[] => {
    const batches = [...latest.values()].filter((won) => won.kind === kind);
    const own = stock.find((each) => each.kind === kind) ?? null;
    if (batches.length === 0 && !own) return [];
    const amount = sumOf(batches.map((won) => won.amount)).sum;
    const province = sumOf(batches.map((won) => won.province));
    const used = sumOf(batches.map((won) => won.used));
    const share =
      batches.length > 0 && province.known === batches.length ? percentOf(amount, province.sum) : null;
    // A share is printed of one number: of several batches together it says nothing.
    const printedShare = batches.length === 1 ? (batches[0]?.printedShare ?? null) : null;
    return [
      {
        kind,
        amount: printed(amount),
        batches: batches.length,
        provinceShare: share ?? printedShare,
        shareFrom: share !== null ? 'numbers' : printedShare !== null ? 'printed' : null,
        used: used.known === 0 ? null : printed(used.sum),
        usedPercent: used.known === 0 || amount.coefficient === 0n ? null : percentOf(used.sum, amount),
        stock: own,
      },
    ];
  });
}
