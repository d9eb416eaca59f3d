// Which version of a clause holds on a day: the one that started last. Publishing a later one changes no day before its start.
import { type IsoDate, isIsoDate } from '../quantity/date.ts';
import type { Clause } from './clause.ts';

export interface ClauseVersion {
  readonly clause: Clause;
  /** From 1, in the order of publication. */
  readonly number: number;
  readonly startsOn: IsoDate;
}

const isLater = (a: ClauseVersion, b: ClauseVersion): boolean =>
  a.startsOn > b.startsOn || (a.startsOn === b.startsOn && a.number > b.number);

/**
 * One version a clause: of those started by the day the last one, of those started on one day the one published last.
 * Clauses stand in the order in which they come, so that ties inside a group go to the same one on every day.
 */
export function versionsOn<V extends ClauseVersion>(versions: readonly V[], day: IsoDate): readonly V[] {
  const found = new Map<string, V | null>();
  for (const version of versions) {
    const { id } = version.clause;
    const before = found.get(id) ?? null;
    const counts = version.startsOn <= day && (before === null || isLater(version, before));
    found.set(id, counts ? version : before);
  }
  return [...found.values()].filter((version) => version !== null);
}

/** The version published last, whether or not it has started; undefined for a clause that has none. */
export const newestOf = <V extends ClauseVersion>(versions: readonly V[], clauseId: string): V | undefined =>
  versions
    .filter(({ clause }) => clause.id === clauseId)
    .reduce<V | undefined>(
      (newest, each) => (newest && newest.number > each.number ? newest : each),
      undefined,
    );

/** Days from the first on which the clauses in force, or their numbers, change. */
export function daysOfChange(versions: readonly ClauseVersion[], from: IsoDate): readonly IsoDate[] {
  const days = versions.flatMap(({ clause, startsOn }) => [
    startsOn,
    clause.valid.from,
    ...Object.values(clause.params).flatMap((dated) => dated.map((entry) => entry.from)),
  ]);
  return [...new Set([from, ...days.filter(isIsoDate).filter((day) => day > from)])].sort();
}
