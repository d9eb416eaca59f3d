// What past awards say to clauses: once received, paid this year under a limit, paid so far in a group. A reversal takes back.

import type { IsoDate } from '../../quantity/date.ts';
import { groupColumn, onceFlag, yearColumn } from '../register.ts';

export interface PastAward {
  /** Empty where the clause has no such key. */
  readonly onceKey: string;
  readonly yearKey: string;
  readonly groupKey: string;
  readonly year: number;
  readonly fen: number;
  readonly awardedOn: IsoDate;
}

/** Facts by name; a sum that a reversal has taken back to nothing is nothing. */
export function pastFacts(awards: readonly PastAward[], day: IsoDate): ReadonlyMap<string, number | boolean> {
  const sums = new Map<string, number>();
  const once = new Map<string, number>();
  const add = (to: Map<string, number>, key: string, fen: number): void =>
    void to.set(key, (to.get(key) ?? 0) + fen);
  const year = Number(day.slice(0, 4));
  for (const award of awards) {
    if (award.awardedOn > day) continue;
    if (award.onceKey !== '') add(once, onceFlag(award.onceKey), award.fen);
    if (award.yearKey !== '' && award.year === year) add(sums, yearColumn(award.yearKey), award.fen);
    if (award.groupKey !== '') add(sums, groupColumn(award.groupKey), award.fen);
  }
  const facts = new Map<string, number | boolean>();
  for (const [name, fen] of sums) facts.set(name, Math.max(0, fen));
  for (const [name, fen] of once) facts.set(name, fen > 0);
  return facts;
}
