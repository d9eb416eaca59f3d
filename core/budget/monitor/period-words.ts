// Which stretch of months a heading, a title or a cell means: 5月, 1—5月, 一季度, 前三季度, 2024-05, 2024-M05, 2024-01-01/P2M.
import { dayFrom, monthEnd, monthOf, yearOf, yearStart } from '../../quantity/calendar.ts';
import type { IsoDate } from '../../quantity/date.ts';
import { parsePeriod } from '../../quantity/period.ts';

export interface Stretch {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

const evenOut = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[—–―~～至到]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/月份/g, '月');

const quarters = '一二三四';

const months = (year: number, from: number, to: number): Stretch | null =>
  year < 1900 || year > 9998 || from < 1 || to > 12 || from > to
    ? null
    : { start: dayFrom(year, from, 1), end: monthEnd(year, to) };

/** The words of a period inside a text; what is left of the text tells the measure. */
const pattern =
  /(?:(\d{4})年?)?(?:(1)-(\d{1,2})月|(\d{1,2})月|第?([一二三四1-4])季度?|(上半年)|(前三季度|1-3季度|一-三季度)|(全年))/;

export interface FoundPeriod extends Stretch {
  /** Printed as a range from January: a running total. */
  readonly isRange: boolean;
  readonly rest: string;
}

/** Reads the period in Chinese words; the year may come from the title. */
export function findPeriodWords(text: string, titleYear: number | null): FoundPeriod | null {
  const even = evenOut(text);
  const parts = pattern.exec(even);
  if (!parts) return null;
  const year = parts[1] === undefined ? titleYear : Number(parts[1]);
  if (year === null) return null;
  const isRange = parts[2] !== undefined || [6, 7, 8].some((at) => parts[at] !== undefined);
  const found = stretchOf(year, parts);
  const rest = even.replace(parts[0], '');
  return found && { ...found, isRange, rest };
}

function stretchOf(year: number, parts: RegExpExecArray): Stretch | null {
  if (parts[3] !== undefined) return months(year, 1, Number(parts[3]));
  if (parts[4] !== undefined) return months(year, Number(parts[4]), Number(parts[4]));
  if (parts[5] !== undefined) {
    const quarter = quarters.includes(parts[5]) ? quarters.indexOf(parts[5]) + 1 : Number(parts[5]);
    return months(year, quarter * 3 - 2, quarter * 3);
  }
  return months(year, 1, parts[6] !== undefined ? 6 : parts[7] !== undefined ? 9 : 12);
}

/** A year that a title names before anything else: 2024年5月主要指标. */
export function yearIn(text: string): number | null {
  const parts = /(\d{4})年/.exec(evenOut(text));
  return parts ? Number(parts[1]) : null;
}

/** A cell that holds nothing but a period: words, the written form of this software, or SDMX (2024-M05, 2024-Q1, 2024-01-01/P2M). */
export function readPeriodCell(text: string): (Stretch & { readonly isRange: boolean }) | null {
  const even = evenOut(text);
  const range = /^(\d{4})-(\d{2})(?:-01)?\/P(\d{1,2})M$/.exec(even);
  if (range) {
    const [year, from, count] = [Number(range[1]), Number(range[2]), Number(range[3])];
    const found = months(year, from, from + count - 1);
    return found && { ...found, isRange: from === 1 && count > 1 };
  }
  const short = /^(\d{4})[-./年](?:M)?(\d{1,2})月?$/i.exec(even);
  if (short) {
    const found = months(Number(short[1]), Number(short[2]), Number(short[2]));
    return found && { ...found, isRange: false };
  }
  const written = parsePeriod(
    even
      .replace(/-S([12])$/, '-H$1')
      .replace(/-A1$/, '')
      .replace(/年$/, ''),
  );
  if (written && yearOf(written.start) === yearOf(written.end)) {
    const fromJanuary = monthOf(written.start) === 1 && monthOf(written.end) > 1;
    return { start: written.start, end: written.end, isRange: fromJanuary && written.kind !== 'quarter' };
  }
  const words = findPeriodWords(text, null);
  return words && words.rest === '' ? words : null;
}

/** January up to the end of a stretch. */
export const fromJanuary = ({ end }: Stretch): Stretch => ({ start: yearStart(yearOf(end)), end });
