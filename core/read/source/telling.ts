// What each sign of the final text may tell the steps that pass over it: one pass notes it for all of them, and a step that
// looks for its own signs reads this array instead of the text.
import { spaceSigns } from '../number/sign-set.ts';

/** One entry a sign, bits of the kinds below; 0 for most signs. */
export type Telling = Uint16Array;

/** Ends a sentence. */
export const ENDS = 1;
/** May stand in a date, in words that report what was done, in a target without a number. */
export const DATE = 2;
export const DONE = 4;
export const HINT = 8;
/** Ends a clause, or opens a bracket or quotation that holds others back. */
export const CLAUSE = 16;
/** A label of owners ends in a colon, or in a space where it opens the line. */
export const LABEL = 32;
/** Without one of these nobody is put in charge in words. */
export const CHARGE = 64;
/** 任 and 免, without which nobody is appointed or relieved. */
export const APPOINTS = 128;
/** 决定 and 如下, which may open a list of appointments. */
export const DECIDES = 256;
/** Ends a clause of appointments. */
export const PARTS = 512;
/** May begin a figure, or says how a figure is to be read: quotation marks, 力争. */
export const FIGURE = 1024;
export const LIST_COMMA = 2048;
export const FULL_STOP = 4096;

const kinds: readonly (readonly [kind: number, signs: string])[] = [
  [ENDS, '。\n!?！？'],
  [DATE, '年月季末'],
  [DONE, '截目已'],
  [HINT, '同快高低不优双清只份正稳零'],
  [CLAUSE, ',，;；。:：(（“《'],
  [LABEL, `${spaceSigns}:：`],
  [CHARGE, '牵★☆)]】'],
  [APPOINTS, '任免'],
  [DECIDES, '决如'],
  [PARTS, ';。'],
  [FIGURE, '0123456789一二两三四五六七八九十百千“《「『〈”》」』〉"争'],
  [LIST_COMMA, '、'],
  [FULL_STOP, '。'],
];

const table = new Uint16Array(65536);
for (const [kind, signs] of kinds)
  for (let i = 0; i < signs.length; i += 1) {
    const code = signs.charCodeAt(i);
    table[code] = (table[code] ?? 0) | kind;
  }
/** Looked up for every sign without asking first: which signs tell something is hard to foresee. */
export function tellingOf(text: string): Telling {
  const { length } = text;
  const telling = new Uint16Array(length);
  const told = table;
  for (let i = 0; i < length; i += 1) telling[i] = told[text.charCodeAt(i)] ?? 0;
  return telling;
}

/** All that the signs of from..to tell. */
export function toldIn(telling: Telling, from: number, to: number): number {
  let told = 0;
  for (let i = from; i < to; i += 1) told |= telling[i] ?? 0;
  return told;
}
