// What one new number of a line says wrongly: its version, its unit beside the numbers it stands with, and the sums it is in.
import { type Finding, finding } from '../project/finding.ts';
import { looksLikeWrongUnit, numberOf, printed } from '../project/money.ts';
import type { IsoDate } from '../quantity/date.ts';
import { compare } from '../quantity/decimal.ts';
import type { BudgetLine } from './book.ts';
import { checkParts, type PartsProblem } from './parts.ts';
import { checkVersion, type VersionEntry, type VersionProblem } from './version.ts';

export type EntryProblem = VersionProblem | PartsProblem | 'entry.unitJump' | 'entry.dayOutside';

/** The number that a new one is held against: the last of the line itself, else that of the line it is a part of. */
function numberBeside(line: BudgetLine, entries: readonly VersionEntry[]) {
  const lastOf = (lineId: string | null) => entries.filter((each) => each.lineId === lineId).at(-1);
  const own = lastOf(line.id);
  return { own: own !== undefined, amount: own?.amount ?? lastOf(line.parentId)?.amount ?? null };
}

/**
 * 万元 entered where 亿元 is meant is a jump of 10⁴; asked about with both numbers, never divided in silence. A part that is
 * 10⁴ times smaller than its whole is an ordinary small line.
 */
function unitFindings(
  entry: VersionEntry,
  line: BudgetLine,
  entries: readonly VersionEntry[],
): readonly Finding<EntryProblem>[] {
  const beside = numberBeside(line, entries);
  const [value, other] = [numberOf(entry.amount), numberOf(beside.amount)];
  if (!value || !other || !looksLikeWrongUnit(value, other)) return [];
  if (!beside.own && compare(value, other) < 0) return [];
  return [
    finding('entry.unitJump', 'asks', { value: printed(value), beside: printed(other), name: line.name }),
  ];
}

/** 预算法 §18: the budget year is the calendar year; a number of another year belongs to another line. */
function dayFindings({ day, version }: VersionEntry, { year }: BudgetLine): readonly Finding<EntryProblem>[] {
  const given = Number(day.slice(0, 4));
  const fits =
    version === 'final'
      ? given >= year
      : version === 'approved'
        ? given === year || given === year - 1
        : given === year;
  return fits ? [] : [finding('entry.dayOutside', 'refuses', { day, year: `${year}` })];
}

/** Everything that one new entry says wrongly, beside the lines and entries of its book. */
export function checkEntry(
  entry: VersionEntry,
  line: BudgetLine,
  lines: readonly BudgetLine[],
  entries: readonly VersionEntry[],
  asOf: IsoDate,
): readonly Finding<EntryProblem>[] {
  const own = entries.filter(({ lineId }) => lineId === line.id);
  const found: Finding<EntryProblem>[] = [...checkVersion(entry, own), ...dayFindings(entry, line)];
  if (found.some(({ weight }) => weight === 'refuses')) return found;
  const around = lines.filter(
    ({ id, parentId }) =>
      id === line.id ||
      id === line.parentId ||
      parentId === line.id ||
      (line.parentId !== null && parentId === line.parentId),
  );
  const until = entry.day > asOf ? entry.day : asOf;
  const gaps = checkParts(around, [...entries, entry], entry.version, until)
    .filter(({ lineId }) => lineId === line.id || lineId === line.parentId)
    .map(({ finding: each }) => each)
    .filter(({ code }) => code === 'parts.gap');
  return [...found, ...unitFindings(entry, line, entries), ...gaps];
}
