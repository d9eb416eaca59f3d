// Whether the parts of a budget line add up to it: 款 to 类, districts and own level to the city; the gap is told with its rounding width.

import { type Finding, finding } from '../project/finding.ts';
import type { IsoDate } from '../quantity/date.ts';
import type { BudgetLine } from './book.ts';
import { checkIdentity } from './identity.ts';
import { type BudgetVersion, entriesByLine, inForceOn, type VersionEntry } from './version.ts';

export type PartsProblem = 'parts.gap' | 'parts.incomplete';

export interface PartsFinding {
  readonly lineId: string;
  readonly finding: Finding<PartsProblem>;
}

/**
 * Parts of every line that has some, in one version as of a day. A part without a number leaves the sum open, and so do
 * executed amounts that are counted to different days.
 */
export function checkParts(
  lines: readonly BudgetLine[],
  entries: readonly VersionEntry[],
  version: BudgetVersion,
  asOf: IsoDate,
): readonly PartsFinding[] {
  const own = entriesByLine(entries);
  const partsOf = new Map<string, BudgetLine[]>();
  for (const line of lines)
    if (line.parentId !== null) partsOf.set(line.parentId, [...(partsOf.get(line.parentId) ?? []), line]);
  const entryOf = (lineId: string) => inForceOn(own.get(lineId) ?? [], lineId, version, asOf);
  const amountOf = (lineId: string): string | null => entryOf(lineId)?.amount ?? null;
  const isCountedAlike = (ids: readonly string[]): boolean =>
    version !== 'executed' || new Set(ids.map((id) => entryOf(id)?.day)).size === 1;
  return lines.flatMap((line): readonly PartsFinding[] => {
    const parts = partsOf.get(line.id) ?? [];
    const whole = amountOf(line.id);
    if (parts.length === 0 || whole === null) return [];
    const known = parts.flatMap(({ id }) => {
      const amount = amountOf(id);
      return amount === null ? [] : [{ key: id, amount }];
    });
    if (known.length < parts.length) {
      const params = { name: line.name, known: `${known.length}`, of: `${parts.length}` };
      return known.length === 0
        ? []
        : [{ lineId: line.id, finding: finding('parts.incomplete', 'notes', params) }];
    }
    if (!isCountedAlike([line.id, ...parts.map(({ id }) => id)])) return [];
    const sum = checkIdentity(known, { key: line.id, amount: whole });
    if (sum?.outcome !== 'broken') return [];
    const params = { name: line.name, sum: sum.found, whole, residual: sum.residual, width: sum.width };
    return [{ lineId: line.id, finding: finding('parts.gap', 'asks', params) }];
  });
}
