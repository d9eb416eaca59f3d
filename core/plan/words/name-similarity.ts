// How alike two printed names are, from 0 to 1: shared pairs of signs, after what two printings may differ in is removed.

/** Quotes, spaces, brackets, numbers with their units and verbs of doing do not tell two promises apart. */
export function plainName(printed: string): string {
  return printed
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .replace(
      /\d[\d.,]*(?:—|-)?[\d.]*(?:万|亿)*(?:个百分点|%|元|美元|人次|人|个|家|张|项|套|公里|平方米|亩)?/g,
      '',
    )
    .replace(/[\s“”"'‘’《》()[\]、,,;;。.·—-]/g, '')
    .replace(/^(?:全市|全区|全县|计划|力争|确保|争取|完成|实现|推进|开展|实施)+/, '')
    .replace(/(?:同比)?(?:增长|增速|以上|左右|不少于|不低于|达到)+$/, '');
}

interface NameForm {
  readonly plain: string;
  /** Pairs of neighbouring signs as numbers, in order, to be merged with another name's. */
  readonly pairs: Uint32Array;
}

const known = new Map<string, NameForm>();
/** Matching holds every draft against every commitment: a name is taken apart once. */
const KNOWN_LIMIT = 20_000;

function formOf(printed: string): NameForm {
  const have = known.get(printed);
  if (have) return have;
  const plain = plainName(printed);
  const pairs = new Uint32Array(Math.max(0, plain.length - 1));
  for (let index = 0; index < pairs.length; index++)
    pairs[index] = plain.charCodeAt(index) * 0x10000 + plain.charCodeAt(index + 1);
  const form = { plain, pairs: pairs.sort() };
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(printed, form);
  return form;
}

function sharedPairs(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0];
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared;
}

/** Dice's coefficient over pairs of signs; 1 for equal names, 0 for names that share none. */
export function similarity(a: string, b: string): number {
  const [left, right] = [formOf(a), formOf(b)];
  if (left.plain === '' || right.plain === '') return 0;
  if (left.plain === right.plain) return 1;
  const all = left.pairs.length + right.pairs.length;
  return left.pairs.length === 0 || right.pairs.length === 0
    ? 0
    : (2 * sharedPairs(left.pairs, right.pairs)) / all;
}
