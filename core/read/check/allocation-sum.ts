// Whether the parts of the places add up to the target: both numbers, the difference, and a unit that does not match.
import { readUnit } from '../../quantity/unit.ts';
import type { AllocationRow } from '../item/list/allocation-rows.ts';
import type { Promised } from '../item/list/promise.ts';
import type { Figure } from '../item/tables/figure.ts';
import { clean } from '../item/tables/figure.ts';
import type { Check } from '../reading.ts';
import { halfDigit, within } from './rounding.ts';

/** 3.5万户 against 35000户: the sum is given in the unit of the cells. */
export function allocationSum(
  row: Pick<AllocationRow, 'span' | 'number' | 'name' | 'target'>,
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

/** A row that counts one kind of what its project promises: 20条(城乡公交) of 100条. */
export interface Part {
  readonly row: AllocationRow;
  readonly figure: Figure;
  readonly promise: Promised | null;
}

/** Whether the kinds add up to the number in the name of their project. */
export function partSums(parts: readonly Part[]): readonly Check[] {
  const projects = new Map<string, Part[]>();
  for (const part of parts) {
    const key = `${part.row.number} ${part.row.name}`;
    const known = projects.get(key);
    if (known) known.push(part);
    else projects.set(key, [part]);
  }
  return [...projects.values()].flatMap((kinds) => {
    const [first] = kinds;
    const promise = first?.promise;
    if (first === undefined || kinds.length < 2 || !promise || typeof promise.value !== 'number') return [];
    if (!kinds.every((kind) => kind.figure.unit === promise.unit)) return [];
    const found = clean(kinds.reduce((total, kind) => total + kind.figure.value, 0));
    const residual = clean(found - promise.value);
    const last = kinds[kinds.length - 1] ?? first;
    return [
      {
        rule: 'table.sum',
        ok: residual === 0,
        expected: promise.value,
        found,
        residual,
        rounding: 0,
        what: `${first.row.number} ${first.row.name}`,
        start: first.row.span.start,
        end: last.row.span.end,
        other: { start: promise.start, end: promise.end },
      },
    ];
  });
}
