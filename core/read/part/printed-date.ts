// Which day a printed date names: 2024年2月18日, 2025-05-29 11:59, 二〇二四年二月四日, and dates that lost their separators.
import { hanNumeral } from '../source/sign.ts';

const arabic = /((?:19|20)\d{2})(?:年|[-./])\s?(\d{1,2})(?:月|[-./])\s?(\d{1,2})/;
const chinese =
  /([一二][〇○零O一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/;
const bare = /(?:^|\D)((?:19|20)\d{2})(\d{2,4})(?:\D|$)/;

/** ISO date of the first date in the words, or an empty string. */
export function firstDate(words: string): string {
  const match = arabic.exec(words);
  if (match !== null) return iso(Number(match[1]), Number(match[2]), Number(match[3]));
  const han = chinese.exec(words);
  if (han === null) return '';
  const [, year = '', month = '', day = ''] = han;
  return iso(yearOf(year), hanNumeral(month, 0, month.length), hanNumeral(day, 0, day.length));
}

/** The same, also reading digits without separators where they leave one reading: 20240203, 202443. */
export function looseDate(words: string): string {
  const dated = firstDate(words);
  const match = dated === '' ? bare.exec(words) : null;
  if (match === null) return dated;
  const [, year = '', rest = ''] = match;
  const readings = new Set<string>();
  for (let cut = 1; cut < rest.length; cut += 1) {
    if (cut > 2 || rest.length - cut > 2) continue;
    const date = iso(Number(year), Number(rest.slice(0, cut)), Number(rest.slice(cut)));
    if (date !== '') readings.add(date);
  }
  const [only] = readings;
  return readings.size === 1 && only !== undefined ? only : '';
}

function yearOf(signs: string): number {
  let year = 0;
  for (const sign of signs) {
    const digit = '〇一二三四五六七八九'.indexOf('○零O'.includes(sign) ? '〇' : sign);
    year = year * 10 + Math.max(0, digit);
  }
  return year;
}

const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function iso(year: number, month: number, day: number): string {
  const days = daysIn[month - 1];
  if (days === undefined || day < 1 || day > days) return '';
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
