// What kind of sign a code unit of the folded text is: one table look-up instead of a regular expression per sign.

export const digitSign = 1;
export const hanSign = 2;
export const latinSign = 3;
/** Ends a sentence or a clause that stands as a paragraph: 。 ; ! ? … */
export const terminalSign = 4;
/** Opens a quotation or bracket. */
export const openSign = 5;
export const closeSign = 6;
/** Other punctuation. */
export const markSign = 7;
export const breakSign = 8;

const setAll = (table: Uint8Array, signs: string, kind: number): void => {
  for (let i = 0; i < signs.length; i += 1) table[signs.charCodeAt(i)] = kind;
};

const setRange = (table: Uint8Array, first: number, last: number, kind: number): void => {
  table.fill(kind, first, last + 1);
};

function buildSignKinds(): Uint8Array {
  const table = new Uint8Array(65536);
  setRange(table, 0x30, 0x39, digitSign);
  setRange(table, 0x41, 0x5a, latinSign);
  setRange(table, 0x61, 0x7a, latinSign);
  setRange(table, 0xc0, 0x24f, latinSign);
  table[0xd7] = markSign; // ×
  table[0xf7] = markSign; // ÷
  setRange(table, 0x370, 0x3ff, latinSign); // μ and its kin
  setRange(table, 0x3400, 0x9fff, hanSign);
  setRange(table, 0xf900, 0xfaff, hanSign);
  table[0x3007] = hanSign; // 〇
  setRange(table, 0xd800, 0xdfff, hanSign); // rare signs outside the basic plane
  setAll(table, '。;!?…', terminalSign);
  setAll(table, '(《〈“‘「『[{〔【', openSign);
  setAll(table, ')》〉”’」』]}〕】', closeSign);
  setAll(table, ',、:.%‰~-—·/|&+=<>*_\'"', markSign);
  setAll(table, '\n\t ', breakSign);
  return table;
}

/** Kind of every code unit; 0 where none of the kinds fits. */
export const signKind = buildSignKinds();

function buildNumberOpeners(): Uint8Array {
  const table = new Uint8Array(65536);
  setRange(table, 0x30, 0x39, 1);
  setAll(table, '(一二三四五六七八九十', 1);
  return table;
}

/** 1 for every code unit that a heading number can begin with. */
export const opensNumber = buildNumberOpeners();

// Behind the end of the text charCodeAt answers NaN, which becomes 0 before a table is asked for it: a table that was once
// asked for a place it has not got is read the slow way ever after.
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
export const isHan = (code: number): boolean => signKind[code | 0] === hanSign;
export const isLatin = (code: number): boolean => signKind[code | 0] === latinSign;
/** 一 to 十, 百, 〇, 零, as they count headings and years. */
export const hanDigits = '〇一二三四五六七八九十';

/** Value of a Chinese numeral up to 999 (一, 十二, 三十五, 一百零二), or 0 where it is none. */
export function hanNumeral(text: string, start: number, end: number): number {
  let total = 0;
  let last = 0;
  for (let i = start; i < end; i += 1) {
    const sign = text[i] ?? '';
    const digit = sign === '零' ? 0 : sign === '两' ? 2 : hanDigits.indexOf(sign);
    if (sign === '百') {
      total += (last || 1) * 100;
      last = 0;
    } else if (digit === 10) {
      total += (last || 1) * 10;
      last = 0;
    } else if (digit >= 0) last = digit;
    else return 0;
  }
  return total + last;
}

const numeralSign = new Uint8Array(65536);
setAll(numeralSign, '一二三四五六七八九十百零〇', 1);

/** First position from `start` that holds no Chinese numeral sign. */
export function endOfHanNumeral(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && i - start < 6 && numeralSign[text.charCodeAt(i)] === 1) i += 1;
  return i;
}

/** First position from `start` that holds no digit. */
export function endOfDigits(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isDigit(text.charCodeAt(i))) i += 1;
  return i;
}
