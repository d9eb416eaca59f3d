// A share with both its numbers, so that a page can show 49 of 98 beside 50.0% and no share is ever made of nothing.
import { type Decimal, divide } from '../../quantity/decimal.ts';

export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** As a percentage with a number of decimal places, cut so that 94.96% never shows as 95.0%; null of nothing. */
export const percentOf = ({ part, whole }: Share, places = 1): Decimal | null =>
  divide(
    { coefficient: BigInt(part) * 100n, places: 0 },
    { coefficient: BigInt(whole), places: 0 },
    places,
    'down',
  );

/** True where the share reaches so many percent, by whole numbers and not by a rounded figure; false of nothing. */
export const reaches = ({ part, whole }: Share, percent: number): boolean =>
  whole > 0 && part * 100 >= percent * whole;
