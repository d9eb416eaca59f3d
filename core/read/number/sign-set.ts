// Sets of signs as bits of shared tables: asking whether a sign is in a set costs two array reads, in the innermost loops.

const SIGNS = 65536;
const SETS_A_TABLE = 32;

const tables: Uint32Array[] = [new Uint32Array(SIGNS)];
let used = 0;

/** A set of signs of the basic plane, made once when its module loads. */
export interface SignSet {
  readonly table: Uint32Array;
  readonly bit: number;
}

export function signSet(signs: string): SignSet {
  let table = tables[Math.floor(used / SETS_A_TABLE)];
  if (!table) {
    table = new Uint32Array(SIGNS);
    tables.push(table);
  }
  const bit = 1 << (used++ % SETS_A_TABLE);
  for (let i = 0; i < signs.length; i++) {
    const code = signs.charCodeAt(i);
    table[code] = (table[code] ?? 0) | bit;
  }
  return { table, bit };
}

/**
 * False for NaN, which charCodeAt answers outside the text. NaN becomes 0 before the table is asked: an array that was once
 * asked for a place it has not got is read the slow way ever after, by every caller of this function.
 */
export const isIn = (set: SignSet, code: number): boolean => ((set.table[code | 0] ?? 0) & set.bit) !== 0;

/** True where a text holds a sign of the set: asked before a pattern that cannot match without one. */
export function holdsAny(set: SignSet, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isIn(set, text.charCodeAt(i))) return true;
  return false;
}
