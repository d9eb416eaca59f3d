// How far rounding of the printed operands alone can move a sum or a quotient; GB/T 8170 rounding is half of the last printed digit.
import { readUnit } from '../../quantity/unit.ts';

/** Counted things (个, 户, 人次) are printed whole and are exact; measures and money may have been rounded. */
export const isCount = (unit: string): boolean => {
  const { base, power } = readUnit(unit);
  return base.startsWith('each:') && power === 0 && !/亩|斤|里|煤/.test(base);
};

/** Half of the last digit that the column prints. */
export function halfDigit(decimals: number, unit: string): number {
  if (decimals > 0) return 0.5 * 10 ** -decimals;
  return isCount(unit) ? 0 : 0.5;
}

/** Comparing decimals that went through binary arithmetic. */
export const within = (residual: number, rounding: number): boolean => Math.abs(residual) <= rounding + 1e-9;
