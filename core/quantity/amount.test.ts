// Amounts: exact in the base unit, printed in the unit they came in.
import { describe, expect, it } from 'vitest';
import {
  add,
  amountFromPrinted,
  compare,
  moveBy,
  percent,
  percentagePoints,
  printAmount,
  shareOf,
  subtract,
  yuan,
} from './amount.ts';
import { printDecimal } from './decimal.ts';

describe('amounts', () => {
  it('adds 亿元 and 万元 to the last 分', () => {
    const total = add(yuan('3.2', 8), yuan('0.01'));
    expect(printDecimal(total.value)).toBe('320000000.01');
    expect(printAmount(total)).toBe('3.2000000001');
  });

  it('keeps the printed scale for display', () => {
    const read = amountFromPrinted('14.08', '万人');
    expect(read && printDecimal(read.value)).toBe('140800');
    expect(read && printAmount(read)).toBe('14.08');
  });

  it('refuses what is no number', () => expect(amountFromPrinted('1e3', '元')).toBeNull());

  it('moves a rate by percentage points', () =>
    expect(printAmount(moveBy(percent('5.5'), percentagePoints('1')))).toBe('6.5'));

  it('compares and subtracts across scales', () => {
    expect(compare(yuan('1', 4), yuan('10000'))).toBe(0);
    expect(printAmount(subtract(yuan('1', 8), yuan('1', 4)))).toBe('0.9999');
  });

  it('gives a share, and none of nothing', () => {
    const share = shareOf(yuan('23.34', 8), yuan('70', 8));
    expect(share && printDecimal(share)).toBe('0.3334');
    expect(shareOf(yuan('1'), yuan('0'))).toBeNull();
  });
});
