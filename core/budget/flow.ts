// Income to expenditure as flows (for a Sankey): what comes in, what goes out, and a residual that is shown, not hidden.

import { numberOf, printed, type Yi } from '../project/money.ts';
import { add, negate, subtract, ZERO } from '../quantity/decimal.ts';

export interface FlowPart {
  readonly key: string;
  readonly amount: Yi;
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly amount: Yi;
}

export interface Flows {
  readonly flows: readonly Flow[];
  readonly totalIn: Yi;
  readonly totalOut: Yi;
  /** in − out; zero where the book balances. */
  readonly residual: Yi;
}

/** The node that all money passes, and the one that a residual comes from or goes to. */
export const WHOLE = 'whole';
export const RESIDUAL = 'residual';

/** Null where a part is no number, or below nothing: a negative flow cannot be drawn and is not turned round. */
export function flowsOf(income: readonly FlowPart[], expenditure: readonly FlowPart[]): Flows | null {
  const numbers = [...income, ...expenditure].map(({ amount }) => numberOf(amount));
  if (numbers.some((value) => value === null || value.coefficient < 0n)) return null;
  const total = (parts: readonly FlowPart[]) =>
    parts.reduce((sum, { amount }) => add(sum, numberOf(amount) ?? ZERO), ZERO);
  const [totalIn, totalOut] = [total(income), total(expenditure)];
  const residual = subtract(totalIn, totalOut);
  const flows: Flow[] = [
    ...income.map(({ key, amount }) => ({ from: key, to: WHOLE, amount })),
    ...expenditure.map(({ key, amount }) => ({ from: WHOLE, to: key, amount })),
  ];
  if (residual.coefficient > 0n) flows.push({ from: WHOLE, to: RESIDUAL, amount: printed(residual) });
  if (residual.coefficient < 0n) flows.push({ from: RESIDUAL, to: WHOLE, amount: printed(negate(residual)) });
  return { flows, totalIn: printed(totalIn), totalOut: printed(totalOut), residual: printed(residual) };
}
