// How an automatic number is written: the numeral formats of word processors and of HTML lists.

const digits = '〇一二三四五六七八九';

/** 一, 十, 十一, 二十一, 一百零三: the counting of Chinese headings, good to 9,999. */
export function chineseCounting(value: number): string {
  if (value <= 0 || value > 9_999) return String(value);
  let text = '';
  let pendingZero = false;
  for (const [unit, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      pendingZero = text !== '';
      continue;
    }
    if (pendingZero) text += '零';
    pendingZero = false;
    text += (digit === 1 && unit === 10 && text === '' ? '' : (digits[digit] ?? '')) + sign;
  }
  return text;
}

const formalSigns: Readonly<Record<string, string>> = Object.fromEntries(
  [...'一二三四五六七八九十百千'].map((sign, at) => [sign, [...'壹贰叁肆伍陆柒捌玖拾佰仟'][at] ?? sign]),
);

const roman = (value: number): string => {
  if (value <= 0 || value > 3_999) return String(value);
  let [text, rest] = ['', value];
  for (const [worth, sign] of [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const)
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  return text;
};

/** a…z, aa…zz: word processors repeat the letter. */
const letters = (value: number): string =>
  value <= 0
    ? String(value)
    : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(20, Math.ceil(value / 26)));

/** ① to ㊿, then the number in brackets. */
export function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  if (value >= 21 && value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCodePoint(0x32b1 + value - 36);
  return `(${value})`;
}

const heavenly = '甲乙丙丁戊己庚辛壬癸';
const earthly = '子丑寅卯辰巳午未申酉戌亥';
const digitwise = (value: number): string =>
  [...String(value)].map((digit) => digits[Number(digit)] ?? digit).join('');
const wide = (value: number): string =>
  [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');

/** ECMA-376 part 1, 17.18.59 ST_NumberFormat: the formats met in Chinese documents; others print the number. */
const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  chineseCounting,
  chineseCountingThousand: chineseCounting,
  japaneseCounting: chineseCounting,
  taiwaneseCounting: chineseCounting,
  taiwaneseCountingThousand: chineseCounting,
  ideographDigital: digitwise,
  japaneseDigitalTenThousand: digitwise,
  taiwaneseDigital: digitwise,
  koreanDigital2: digitwise,
  chineseLegalSimplified: (value) =>
    [...chineseCounting(value)].map((sign) => formalSigns[sign] ?? sign).join(''),
  ideographLegalTraditional: (value) =>
    [...chineseCounting(value)].map((sign) => formalSigns[sign] ?? sign).join(''),
  ideographTraditional: (value) => heavenly[(value - 1) % 10] ?? String(value),
  ideographZodiac: (value) => earthly[(value - 1) % 12] ?? String(value),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  ideographEnclosedCircle: (value) =>
    value >= 1 && value <= 10 ? String.fromCodePoint(0x3280 + value - 1) : chineseCounting(value),
  decimalEnclosedParen: (value) => `(${value})`,
  decimalEnclosedFullstop: (value) => `${value}.`,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  none: () => '',
};

export const writeNumber = (value: number, format: string): string => (formats[format] ?? String)(value);

const raised: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789'].map((digit, at) => [digit, [...'⁰¹²³⁴⁵⁶⁷⁸⁹'][at] ?? digit]),
);

/** A raised digit is a footnote sign or a square, never a part of the number before it. */
export const raise = (text: string): string => text.replace(/\d/g, (digit) => raised[digit] ?? digit);
