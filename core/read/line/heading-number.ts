// Which number a line begins with: 第一章, 第一条, 一、, (一), 1., 1.1, (1), 1), ①; its style, value and where the words begin.
import { endOfDigits, endOfHanNumeral, hanNumeral, isDigit, isHan } from '../source/sign.ts';

/** From the widest to the narrowest; the order is the order of nesting. */
export const numberStyles = [
  'part', // 第一编, 第一篇, 第一部分
  'chapter', // 第一章
  'section', // 第一节
  'article', // 第一条
  'han', // 一、
  'hanParen', // (一)
  'digit', // 1. or 1、
  'dotted', // 1.1
  'dottedTwice', // 1.1.1
  'digitParen', // (1)
  'digitHalf', // 1)
  'circled', // ①
] as const;
export type NumberStyle = (typeof numberStyles)[number];

export interface HeadingNumber {
  readonly style: NumberStyle;
  readonly value: number;
  /** First position after the number. */
  readonly end: number;
}

/** Reads the number that a line or clause begins with, or null. */
export function headingNumberAt(text: string, start: number, end: number): HeadingNumber | null {
  const code = text.charCodeAt(start);
  if (isDigit(code)) return digitNumber(text, start, end);
  if (code === 0x28) return parenNumber(text, start, end);
  if (code === 0x7b2c) return chapterNumber(text, start, end);
  if (code >= 0x2460 && code <= 0x2473) return { style: 'circled', value: code - 0x245f, end: start + 1 };
  if (code >= 0x3220 && code <= 0x3229) return { style: 'hanParen', value: code - 0x321f, end: start + 1 };
  if (code >= 0x2488 && code <= 0x249b) return { style: 'digit', value: code - 0x2487, end: start + 1 };
  return isHan(code) ? hanNumber(text, start, end) : null;
}

/** 一、 but not 一、二产业, which counts on; 二、四季度工作 is a heading. */
function hanNumber(text: string, start: number, end: number): HeadingNumber | null {
  const mark = endOfHanNumeral(text, start, end);
  if (mark === start || mark >= end - 1) return null;
  const sign = text[mark];
  if (sign !== '、' && sign !== '.') return null;
  const value = hanNumeral(text, start, mark);
  const next = endOfHanNumeral(text, mark + 1, end);
  const counts = next > mark + 1 && hanNumeral(text, mark + 1, next) === value + 1;
  if (value === 0 || (counts && '、产次级季月线类三是'.includes(text[next] ?? ' '))) return null;
  return { style: 'han', value, end: mark + 1 };
}

function parenNumber(text: string, start: number, end: number): HeadingNumber | null {
  const digits = endOfDigits(text, start + 1, Math.min(end, start + 4));
  if (digits > start + 1) {
    if (text[digits] !== ')') return null;
    return {
      style: 'digitParen',
      value: Number(text.slice(start + 1, digits)),
      end: afterMark(text, digits + 1),
    };
  }
  const numeral = endOfHanNumeral(text, start + 1, end);
  if (numeral === start + 1 || text[numeral] !== ')') return null;
  const value = hanNumeral(text, start + 1, numeral);
  return value === 0 ? null : { style: 'hanParen', value, end: afterMark(text, numeral + 1) };
}

const afterMark = (text: string, at: number): number => (text[at] === '、' ? at + 1 : at);

/** 1. and 1、 and 1) before words; 1.5 is a figure, 1.2024年 a numbered year. */
function digitNumber(text: string, start: number, end: number): HeadingNumber | null {
  const digits = endOfDigits(text, start, Math.min(end, start + 4));
  if (digits - start > 3) return null;
  const mark = text[digits];
  const value = Number(text.slice(start, digits));
  if (mark === ')') return { style: 'digitHalf', value, end: digits + 1 };
  if (mark !== '.' && mark !== '、') return null;
  const words = text[digits + 1] === ' ' ? digits + 2 : digits + 1;
  if (words >= end) return null;
  if (words === digits + 1 && isDigit(text.charCodeAt(words)) && !isYearAt(text, words))
    return mark === '.' ? dottedNumber(text, start, end) : null;
  return { style: 'digit', value, end: words };
}

/** Longest line that may be a title under 1.1; what a figure of running text goes on with is none. */
const longestDotted = 32;
const dottedTitle =
  /^(\d{1,2})\.(\d{1,2})(?:\.(\d{1,2}))?(?!左右|以上|以下|以内|个|倍|万|亿|千|百|元|米|公里|平方|吨|度|亩|人|家|户|年|月|日|时|分|秒|和|至|到|的|与)[\u4e00-\u9fa5][^\d,。;:、%]{3,}$/;

/** 1.1 and 1.1.1 alone above their text: a short line of words without a mark, or it would be a figure. */
function dottedNumber(text: string, start: number, end: number): HeadingNumber | null {
  if (end - start > longestDotted) return null;
  const parts = dottedTitle.exec(text.slice(start, end).replace(/\s/g, ''));
  if (!parts) return null;
  const [, one = '', two = '', three] = parts;
  const number = three === undefined ? `${one}.${two}` : `${one}.${two}.${three}`;
  return {
    style: three === undefined ? 'dotted' : 'dottedTwice',
    value: Number(three ?? two),
    end: start + number.length,
  };
}

const isYearAt = (text: string, at: number): boolean =>
  (text.startsWith('20', at) || text.startsWith('19', at)) &&
  endOfDigits(text, at, at + 5) === at + 4 &&
  text[at + 4] === '年';

function chapterNumber(text: string, start: number, end: number): HeadingNumber | null {
  const han = endOfHanNumeral(text, start + 1, end);
  const numeral = han > start + 1 ? han : endOfDigits(text, start + 1, Math.min(end, start + 4));
  if (numeral === start + 1 || numeral >= end) return null;
  const value = han > start + 1 ? hanNumeral(text, start + 1, han) : Number(text.slice(start + 1, numeral));
  const unit = text[numeral];
  if (text.startsWith('部分', numeral)) return { style: 'part', value, end: numeral + 2 };
  if (unit === '编' || unit === '篇') return { style: 'part', value, end: numeral + 1 };
  if (unit === '条') return articleNumber(text, numeral, value, end);
  if (unit === '章') return { style: 'chapter', value, end: numeral + 1 };
  return unit === '节' ? { style: 'section', value, end: numeral + 1 } : null;
}

/** 第三条 before words; 第三条规定, 第三条第二款 point to one. */
function articleNumber(text: string, unit: number, value: number, end: number): HeadingNumber | null {
  const words = text[unit + 1] === ' ' ? unit + 2 : unit + 1;
  if (words >= end || '第规所中的和、及至,。(款项线'.includes(text[words] ?? '')) return null;
  return { style: 'article', value, end: words };
}

/** The number as a part of a path: 二 for 二、, (三) for (三), 4 for 4. */
export function pathLabel(text: string, start: number, number: HeadingNumber): string {
  const printed = text.slice(start, number.end).trimEnd();
  const last = printed[printed.length - 1];
  return last === '、' || last === '.' ? printed.slice(0, -1) : printed;
}
