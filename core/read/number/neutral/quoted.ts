// Which numbers stand in a quoted name: “315”工程, “三个15%”, 《…条例(2024年版)》; a quoted sentence is no name.
import { codeAt, isIn, signSet } from '../sign-set.ts';

const closing = signSet('”》」』〉"');
const clauses = signSet(',，、。;；:：!?！？');
const shares = signSet('%‰');

const NAME_LENGTH = 14;
const TITLE_LENGTH = 80;

/** “3个70%”, “两个15%”: a share in quotes is a name only as a counted slogan. */
const slogan = /^[\d一二两三四五六七八九十]+个[\d.]+%$/;

function isName(text: string, from: number, to: number): boolean {
  let share = false;
  for (let i = from; i < to; i++) {
    const sign = codeAt(text, i);
    if (isIn(clauses, sign)) return false;
    if (isIn(shares, sign)) share = true;
  }
  return share ? slogan.test(text.slice(from, to)) : to - from <= NAME_LENGTH;
}

/** True where the quotation opened at `quote` is a name or title that holds the number at `at`. */
export function isQuotedName(text: string, quote: number, at: number, end: number): boolean {
  const open = codeAt(text, quote);
  const title = open === 0x300a || open === 0x3008;
  const limit = Math.min(end, quote + (title ? TITLE_LENGTH : NAME_LENGTH + 6));
  for (let i = quote + 1; i < limit; i++)
    if (isIn(closing, codeAt(text, i))) return i > at && (title || isName(text, quote + 1, i));
  return false;
}
