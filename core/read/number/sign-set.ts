// Sets of signs as maps of bits: asking whether a sign is in a set costs one array read, in the innermost loops.

const SIGNS = 65536;

/** What \s of a regular expression matches. */
export const spaceSigns =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** A set of signs of the basic plane, one bit a sign, made once when its module loads. */
export type SignSet = Uint32Array;

export function signSet(signs: string): SignSet {
  const set = new Uint32Array(SIGNS >>> 5);
  for (let i = 0; i < signs.length; i++) {
    const code = signs.charCodeAt(i);
    set[code >>> 5] = (set[code >>> 5] ?? 0) | (1 << (code & 31));
  }
  return set;
}

/**
 * False for NaN, which charCodeAt answers outside the text: shifted it is 0. An array that is once asked for a place it has
 * not got is read the slow way ever after, by every caller of this function.
 */
export const isIn = (set: SignSet, code: number): boolean =>
  (((set[code >>> 5] ?? 0) >>> (code & 31)) & 1) === 1;

/**
 * Code of the sign at a place, 0 where the text has none. Wherever a place may lie outside, this is asked: a call of
 * charCodeAt that once left its text is no longer compiled to a plain load.
 */
export const codeAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? text.charCodeAt(at) : 0;

/** True where a text holds a sign of the set: asked before a pattern that cannot match without one. */
export const holdsAny = (set: SignSet, text: string): boolean => holdsIn(set, text, 0, text.length);

/** The same of start..end of a text. */
export function holdsIn(set: SignSet, text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isIn(set, text.charCodeAt(i))) return true;
  return false;
}
