// Prints a stored cell value the way its number format shows it: percents, fixed decimals, dates, words around.

/** ECMA-376 part 1, 18.8.30 numFmt: the codes that have no text of their own in the file. */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: 'h:mm:ss',
  47: 'mm:ss',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export const builtInFormat = (id: number): string => builtIn[id] ?? 'General';

/** Stored doubles carry noise behind the fifteenth digit (0.1 + 0.2); spreadsheets never show it. */
function plain(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const clean = Number(value.toPrecision(15));
  const text = String(clean);
  if (!text.includes('e')) return text;
  return clean.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 });
}

/** Rounds half away from zero on the decimal digits, as spreadsheets do, not on the binary fraction. */
export function fixed(value: number, decimals: number): string {
  const [whole = '0', fraction = ''] = plain(Math.abs(value)).split('.');
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  const up = (fraction[decimals] ?? '0') >= '5' ? 1n : 0n;
  const digits = String(BigInt(whole + kept) + up).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

interface Token {
  readonly literal: boolean;
  readonly text: string;
}

/** Words of a format are quoted, escaped, or signs that mean nothing else; _x and *x are only space. */
function tokensOf(section: string): Token[] {
  const found: Token[] = [];
  const pattern =
    /"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|(General)|([#0?.,%]+|[yYmMdDhHsSeEaAgG]+|@|\/|:|\s)|(.)/gu;
  for (const match of section.matchAll(pattern)) {
    const literal = match[1] ?? match[2] ?? match[5];
    if (literal !== undefined) found.push({ literal: true, text: literal });
    else if (match[3] ?? match[4]) found.push({ literal: false, text: match[3] ?? match[4] ?? '' });
  }
  return found;
}

const withoutWords = (code: string): string => code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|[_*]./gi, '');
const isDateFormat = (code: string): boolean =>
  /[ymdhs]/i.test(withoutWords(code).replace(/General/gi, '')) &&
  !/[#0?]/.test(withoutWords(code).replace(/[.]0+$/, ''));

const day = 86_400_000;

/** Day numbers begin on 1 January 1900 and count a 29 February that never was, or begin on 1 January 1904. */
export function dateOf(serial: number, from1904: boolean): Date | undefined {
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const time = (days - 25_569) * day;
  return serial < 0 || !Number.isFinite(time) || serial > 2_958_466
    ? undefined
    : new Date(Math.round(time / 1000) * 1000);
}

function printDate(date: Date, tokens: readonly Token[]): string {
  const two = (value: number) => String(value).padStart(2, '0');
  let [text, sawHour] = ['', false];
  for (const { literal, text: token } of tokens) {
    const key = token[0]?.toLowerCase() ?? '';
    const long = token.length >= 2;
    const number = (value: number) => (long ? two(value) : String(value));
    if (literal || /^[\s/:]/.test(token)) text += token;
    else if (key === 'y' || key === 'e') text += date.getUTCFullYear();
    else if (key === 'm') text += number(sawHour ? date.getUTCMinutes() : date.getUTCMonth() + 1);
    else if (key === 'd') text += number(date.getUTCDate());
    else if (key === 'h') text += number(date.getUTCHours());
    else if (key === 's') text += number(date.getUTCSeconds());
    else if (/^-$/.test(token)) text += token;
    sawHour = sawHour ? key !== 's' : key === 'h';
  }
  return text.trim();
}

/** One section of a format code, taken apart once and kept: a sheet has few formats and many cells. */
interface Section {
  readonly tokens: readonly Token[];
  readonly isDate: boolean;
  readonly isGeneral: boolean;
  /** Null where the section shows no digits of its own (fractions and powers are printed as plain numbers). */
  readonly digits: { readonly decimals: number; readonly optional: number; readonly scale: number } | null;
}

function sectionOf(text: string): Section {
  const bare = withoutWords(text);
  const run = /[#0?][#0?.,]*/.exec(bare)?.[0];
  const fraction = run?.split('.')[1]?.replaceAll(',', '') ?? '';
  const thousands = /,+$/.exec(run ?? '')?.[0].length ?? 0;
  const isPlain = run === undefined || /E[+-]|\?\/|#\/|General/i.test(text);
  return {
    tokens: tokensOf(text),
    isDate: isDateFormat(text),
    isGeneral: /General/i.test(text),
    digits: isPlain
      ? null
      : {
          decimals: fraction.length,
          optional: /#+$/.exec(fraction)?.[0].length ?? 0,
          scale: (/%/.test(bare) ? 100 : 1) / 1000 ** thousands,
        },
  };
}

const formats = new Map<string, readonly Section[]>();

function sectionsOf(code: string): readonly Section[] {
  let sections = formats.get(code);
  if (!sections) {
    sections = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/).map(sectionOf);
    if (formats.size < 1_000) formats.set(code, sections);
  }
  return sections;
}

/** Section for the sign of the value, and the value it is to print: a section for negatives carries its own sign. */
function choose(code: string, value: number): { section: Section; shown: number } {
  const [first, negative, zero] = sectionsOf(code);
  if (value < 0 && negative) return { section: negative, shown: -value };
  return { section: (value === 0 ? zero : undefined) ?? first ?? sectionOf('General'), shown: value };
}

function printNumber(value: number, { tokens, digits, isGeneral }: Section): string {
  if (!digits) {
    if (!isGeneral) return plain(value);
    return tokens
      .map((token) => (token.literal ? token.text : token.text === 'General' ? plain(value) : ''))
      .join('');
  }
  let number = fixed(Number((value * digits.scale).toPrecision(15)), digits.decimals);
  for (let drop = 0; drop < digits.optional && /\.\d*0$/.test(number); drop++) number = number.slice(0, -1);
  number = number.replace(/\.$/, '');
  let [text, printed] = ['', false];
  for (const token of tokens) {
    if (token.literal) text += token.text;
    else if (/[#0?]/.test(token.text)) {
      if (!printed) text += number;
      printed = true;
      if (token.text.includes('%')) text += '%';
    } else if (token.text === '%') text += '%';
  }
  return text.trim();
}

/** What the sheet shows for a stored number. Thousands separators are left out: they are layout, not value. */
export function showNumber(value: number, code: string, from1904: boolean): string {
  if (code === 'General') return plain(value);
  const { section, shown } = choose(code, value);
  const date = section.isDate ? dateOf(value, from1904) : undefined;
  return date ? printDate(date, section.tokens) : printNumber(shown, section);
}
