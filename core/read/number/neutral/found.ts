// What is found where digits are no quantity.
import type { Neutral } from '../../structure.ts';

export interface NeutralFound {
  readonly start: number;
  readonly end: number;
  readonly why: Neutral['why'];
}

export const neutralFound = (start: number, end: number, why: Neutral['why']): NeutralFound => ({
  start,
  end,
  why,
});
