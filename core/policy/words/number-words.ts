// How money, dates and counts of clauses are said in both languages: 2005000 分 is 2.005万元 and CNY 20,050.
import { dayNumber, dayOfNumber } from '../../quantity/calendar.ts';
import { type IsoDate, isoDate } from '../../quantity/date.ts';
import { printDecimal, trim } from '../../quantity/decimal.ts';
import type { Words } from './words.ts';

const fixed = (fen: number, places: number): string =>
  printDecimal(trim({ coefficient: BigInt(Math.abs(fen)), places }));

const grouped = (number: string): string => {
  const [whole = '', rest] = number.split('.');
  const parts = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return rest === undefined ? parts : `${parts}.${rest}`;
};

/** Above this the Chinese is said in 万元 (10,000 yuan is 10^6 分) and in 亿元 (10^10 分). */
const WAN = 1_000_000;
const YI = 10_000_000_000;

export function moneyText(fen: number): Words {
  const size = Math.abs(fen);
  const sign = fen < 0 ? '-' : '';
  const zh =
    size >= YI ? `${fixed(fen, 10)}亿元` : size >= WAN ? `${fixed(fen, 6)}万元` : `${fixed(fen, 2)}元`;
  return { zh: sign + zh, en: `${sign}CNY ${grouped(fixed(fen, 2))}` };
}

const EPOCH = dayNumber(isoDate('1970-01-01'));

/** A day from its number since 1970-01-01. */
export const dayFromEpoch = (day: number): IsoDate => dayOfNumber(day + EPOCH);

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function dayText(day: string): Words {
  const [year = '', month = '', date = ''] = day.split('-');
  return {
    zh: `${Number(year)}年${Number(month)}月${Number(date)}日`,
    en: `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`,
  };
}

/** 1/20 is 5%; a whole multiple is said as one; what is no round percentage stays a fraction. */
export function rateText(numerator: number, denominator: number): Words {
  if (denominator === 1 && numerator > 1) return { zh: `${numerator}倍`, en: `${numerator} times` };
  const basisPoints = (numerator * 10_000) / denominator;
  if (!Number.isInteger(basisPoints))
    return { zh: `${numerator}/${denominator}`, en: `${numerator}/${denominator}` };
  const text = `${fixed(basisPoints, 2)}%`;
  return { zh: text, en: text };
}

/** A label inside a sentence: Employees becomes employees, R&D and iF stay. */
export const inSentence = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** 3人, 3 people; 1 of anything drops the plural s. */
export function countText(count: number, unit: Words | null): Words {
  const zh = `${count}${unit?.zh ?? ''}`;
  const english = unit?.en ?? '';
  const one = english === 'people' ? 'person' : english.replace(/s$/, '');
  return {
    zh,
    en:
      english === ''
        ? grouped(String(count))
        : `${grouped(String(count))} ${Math.abs(count) === 1 ? one : english}`,
  };
}
