// What a check of projects or money finds: refused, asked about, or noted; both numbers are named and nothing is repaired.
import type { FindingWeight } from '../observe/figure-check.ts';

export interface Finding<Code extends string> {
  readonly code: Code;
  readonly weight: FindingWeight;
  readonly params: Readonly<Record<string, string>>;
}

export const finding = <Code extends string>(
  code: Code,
  weight: FindingWeight,
  params: Readonly<Record<string, string>> = {},
): Finding<Code> => ({ code, weight, params });

/** True where it can be kept as it stands: nothing refused, and what is asked about is explained. */
export const mayKeep = (findings: readonly Finding<string>[], explanation: string): boolean =>
  !findings.some(({ weight }) => weight === 'refuses') &&
  (explanation.trim() !== '' || !findings.some(({ weight }) => weight === 'asks'));
