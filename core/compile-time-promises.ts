// Mistakes that must not compile. tsc reads this file; each line under @ts-expect-error fails the build if it ever does.
import type { ReasonCode, VerdictStatus } from './assess/verdict.ts';
import type { PrintedItem } from './plan/printed-item.ts';
import * as amounts from './quantity/amount.ts';
import type { IsoDate } from './quantity/date.ts';
import type { Item } from './read/reading.ts';
import type { Words } from './vocabulary/words.ts';

const money = amounts.yuan('3.2', 8);
const rate = amounts.percent('5.5');
const points = amounts.percentagePoints('0.5');

export const compiles = [
  amounts.add(money, amounts.yuan('1')),
  amounts.moveBy(rate, points),
  // What reading gives is what a plan is made of, though the plan stands below reading.
  (item: Item): PrintedItem => item,
];

// @ts-expect-error money and sites do not add up
export const moneyAndSites = amounts.add(money, amounts.sites('5'));

// @ts-expect-error a rate and percentage points are two units
export const rateAndPoints = amounts.add(rate, points);

// @ts-expect-error nor do they subtract
export const rateLessPoints = amounts.subtract(rate, points);

// @ts-expect-error a rate does not move by a rate
export const rateMovedByRate = amounts.moveBy(rate, rate);

// @ts-expect-error 元 and 美元 are not compared without an exchange rate
export const yuanAgainstDollars = amounts.compare(money, amounts.dollars('1'));

// @ts-expect-error people and sites are counts of different things
export const shareOfOthers = amounts.shareOf(amounts.people('1'), amounts.sites('2'));

// @ts-expect-error a bare string is no date
export const someDay: IsoDate = '2025-06-30';

// @ts-expect-error every status has its words in both languages
export const labels: Record<VerdictStatus, Words> = { onTrack: { zh: '', en: '' } };

// @ts-expect-error a reason that no vocabulary knows
export const unknownReason: ReasonCode = 'becauseISaySo';
