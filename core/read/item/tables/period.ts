// Which year and period a column of figures is for, read from its head, else from the caption, else from the document.
import { monthEnd } from '../../../quantity/calendar.ts';

export interface Period {
  readonly year: number | null;
  readonly start: string | null;
  readonly end: string | null;
}

const two = (part: number): string => String(part).padStart(2, '0');

export const yearIn = (text: string): number | null => {
  const found = /(20\d\d)年?/.exec(text);
  return found ? Number(found[1]) : null;
};

/** First and last month named in a text: 上半年, 1-9月, 三季度末; null where it names none. */
export function monthsIn(text: string): readonly [number, number] | null {
  const between = /(\d{1,2})月?[-—–~至到](\d{1,2})月/.exec(text);
  if (between) return [Number(between[1]), Number(between[2])];
  if (/上半年|半年|二季度末|时间过半/.test(text)) return /下半年/.test(text) ? [7, 12] : [1, 6];
  if (/前三季度|三季度末|前3季度/.test(text)) return [1, 9];
  if (/一季度|第1季度|首季/.test(text)) return [1, 3];
  const until = /(?:截至|截止|至|到)?(\d{1,2})月(?:底|末|份|止)?/.exec(text);
  if (until) return [1, Number(until[1])];
  if (/全年|年底|年末|年度/.test(text)) return [1, 12];
  return null;
}

const lastYear = /^(?:上年|去年)/;

/**
 * `texts` from the nearest to the farthest: head, caption, title of the document. A head that names another year than
 * the text that names the months (2024年实际 in a report on the first half of 2025) is not for those months.
 */
export function periodOf(texts: readonly string[], fallbackYear: number | null): Period {
  let year: number | null = null;
  let months: readonly [number, number] | null = null;
  for (const text of texts) {
    const own = yearIn(text) ?? (lastYear.test(text) && fallbackYear !== null ? fallbackYear - 1 : null);
    year ??= own;
    if (months === null && (year === null || year === (own ?? fallbackYear ?? year))) months = monthsIn(text);
  }
  year ??= fallbackYear;
  if (year === null) return { year: null, start: null, end: null };
  const [from, to] = months ?? [1, 12];
  const named = from >= 1 && to <= 12 && from <= to;
  return {
    year,
    start: `${year}-${two(named ? from : 1)}-01`,
    end: monthEnd(year, named ? to : 12),
  };
}
