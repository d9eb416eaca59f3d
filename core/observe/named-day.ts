// Names for days of knowledge (2025 年中): a name leads to one day, the newest row of a name counts, and a name can be taken back.
import type { IsoDate } from '../quantity/date.ts';

export interface NamedDay {
  readonly name: string;
  /** null where the name was taken back. */
  readonly day: IsoDate | null;
  readonly sequence: number;
}

export type NamedDayProblem = 'namedDay.needsName' | 'namedDay.inFuture' | 'namedDay.sameAgain';

/** One sign tells nobody which day is meant; nothing is known yet of a day to come. */
export function namedDayProblem(
  { name, day }: Pick<NamedDay, 'name' | 'day'>,
  now: IsoDate | null,
  today: IsoDate,
): NamedDayProblem | null {
  if (name.trim().length < 2) return 'namedDay.needsName';
  if (day !== null && day > today) return 'namedDay.inFuture';
  return now === day ? 'namedDay.sameAgain' : null;
}

/** The names that lead to a day now, latest day first. */
export function standingNames(rows: readonly NamedDay[]): readonly { name: string; day: IsoDate }[] {
  const newest = new Map<string, NamedDay>();
  for (const row of rows) if ((newest.get(row.name)?.sequence ?? 0) < row.sequence) newest.set(row.name, row);
  return [...newest.values()]
    .flatMap(({ name, day }) => (day === null ? [] : [{ name, day }]))
    .toSorted((a, b) => (a.day === b.day ? (a.name < b.name ? -1 : 1) : a.day < b.day ? 1 : -1));
}
