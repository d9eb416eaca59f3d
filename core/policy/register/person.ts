// How personal data is shown where the whole is not needed (GB/T 35273-2020, 7.2), and whether an identity number can exist.
import { isIsoDate } from '../../quantity/date.ts';

/** 张三 is 张*, 欧阳小明 is 欧***: the family name tells a clerk enough to be sure of the file. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first === '' ? '' : first + '*'.repeat(Math.min(3, Math.max(1, rest.length)));
}

export const maskPhone = (phone: string): string =>
  phone.length < 7 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-2)}`;

export const maskIdNumber = (number: string): string =>
  number.length < 8
    ? '*'.repeat(number.length)
    : `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`;

/** GB 11643-1999: ISO 7064 MOD 11-2 over 17 digits, and a day of birth that exists. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

export function idCheckSign(body: string): string {
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += Number(body.charAt(at)) * (weights[at] ?? 0);
  return checks.charAt(sum % 11);
}

export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const born = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  return isIsoDate(born) && idCheckSign(text) === text.charAt(17);
}

/** Telephone numbers as forms write them: digits, perhaps with an area code and a branch. */
export const isPhone = (text: string): boolean => /^\+?\d[\d-]{5,19}$/.test(text);
