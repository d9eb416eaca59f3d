// By when a step is due: the common forms (3月底前, 4月—8月, 3月前) at its beginning at once, every other by the grammar of deadlines.
import { monthEnd } from '../../../quantity/calendar.ts';
import { findDeadlines } from '../deadlines.ts';

export interface StepDate {
  /** Null where the words name no exact day. */
  readonly by: string | null;
}

const month =
  /^(?:力争|确保|争取)?(\d{1,2})月(?:份?[-—–~至到]+(\d{1,2})月)?(份|底|末)*(之?前)?(?![\d初上中下])/;

const ends = new Map<number, string>();

/** A list names the same dozen months hundreds of times. */
function endOf(year: number, number: number): string {
  const key = year * 100 + number;
  const known = ends.get(key);
  if (known !== undefined) return known;
  const end = monthEnd(year, number);
  if (ends.size < 1200) ends.set(key, end);
  return end;
}

/** Undefined where the text names no date at all; 每月 and 长期 are no date of a step. */
export function stepDate(text: string, year: number | null): StepDate | undefined {
  const found = month.exec(text);
  if (found && year !== null) {
    const [, first, last, edge, before] = found;
    // 3月前 may mean before March or by its end.
    if (before !== undefined && edge === undefined && last === undefined) return { by: null };
    const number = Number(last ?? first);
    if (number >= 1 && number <= 12) return { by: endOf(year, number) };
  }
  return findDeadlines(text, year).find((one) => one.kind !== 'recurring' && one.kind !== 'standing');
}

/** The date of a cell that holds nothing else. */
export const cellDate = (text: string, year: number | null): string | null =>
  text.trim() === '' ? null : (stepDate(text, year)?.by ?? null);
