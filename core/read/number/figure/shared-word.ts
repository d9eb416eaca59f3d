// Short words that stand in a document again and again, as one string each: a unit is looked up by many rules, and a string that
// was looked up before need not be worked through again.
import { codeAt } from '../sign-set.ts';

const PLACES = 1024;
const longest = 8;
const known: string[] = Array.from({ length: PLACES }, () => '');

function isAt(word: string, text: string, start: number): boolean {
  for (let i = 0; i < word.length; i += 1) if (codeAt(word, i) !== codeAt(text, start + i)) return false;
  return true;
}

/** text[start, end), not made anew where the same word was asked for before. */
export function sharedWord(text: string, start: number, end: number): string {
  const length = end - start;
  if (length <= 0 || length > longest) return text.slice(start, end);
  const place = (codeAt(text, start) * 31 + codeAt(text, end - 1) * 7 + length) & (PLACES - 1);
  const word = known[place] ?? '';
  if (word.length === length && isAt(word, text, start)) return word;
  const fresh = text.slice(start, end);
  known[place] = fresh;
  return fresh;
}
