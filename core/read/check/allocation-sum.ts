// Whether the parts of the places add up to the target: both numbers, the difference, and a unit that does not match.
import { readUnit } from '../../quantity/unit.ts';
import type { AllocationRow } from '../item/list/allocation-rows.ts';
import type { Figure } from '../item/tables/figure.ts';
import { clean } from '../item/tables/figure.ts';
import type { Check } from '../reading.ts';
import { halfDigit, within } from './rounding.ts';

/** 3.5万户 against 35000户: the sum is given in the unit of the cells. */
export function allocationSum(
  row: AllocationRow,
  target: Figure,
  figures: readonly Figure[],
  sameUnit: boolean,
): Check {
  const unit = figures.find((figure) => figure.unit !== '')?.unit ?? target.unit;
  const power = readUnit(unit).power;
  const sum = figures.reduce((total, figure) => {
    const own = (figure.value + (figure.second ?? 0)) * 10 ** (readUnit(figure.unit).power - power);
    return total + own;
  }, 0);
  const found = clean(sum);
  const expected = clean(target.value * 10 ** (readUnit(target.unit).power - power));
  const residual = clean(found - expected);
  const decimals = Math.max(...figures.map((figure) => figure.decimals));
  // Parts with decimals may have been rounded; whole parts of one target were dealt out, not rounded.
  const rounding = decimals === 0 ? 0 : clean(halfDigit(decimals, unit) * (figures.length + 1));
  const mismatch = sameUnit ? '' : ` ${target.unit} ≠ ${unit}`;
  return {
    rule: 'allocation.sum',
    ok: sameUnit && within(residual, rounding),
    expected,
    found,
    residual,
    rounding,
    what: `${row.number} ${row.name} ${row.target}${mismatch}`.trim(),
    start: row.span.start,
    end: row.span.end,
  };
}
