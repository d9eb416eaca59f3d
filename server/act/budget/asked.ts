// What a rule refuses or asks about, as the answer of an act: the first that stands in the way, with its numbers.
import { type Finding, mayKeep } from '../../../core/project/finding.ts';
import { fail } from '../../../core/result.ts';

/** A refusal of the rules; or what is asked about, where nobody gave a reason. Null where it may be kept. */
export function standsInTheWay<Code extends string>(findings: readonly Finding<Code>[], explanation: string) {
  if (mayKeep(findings, explanation)) return null;
  const refused = findings.find(({ weight }) => weight === 'refuses');
  const asked = findings.find(({ weight }) => weight === 'asks');
  const first = refused ?? asked;
  return first ? fail(first.code, first.params) : null;
}
