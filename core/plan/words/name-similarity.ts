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

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let index = 0; index < text.length - 1; index++) {
    const pair = text.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice's coefficient over pairs of signs; 1 for equal names, 0 for names that share none. */
export function similarity(a: string, b: string): number {
  const [left, right] = [plainName(a), plainName(b)];
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  if (left.length < 2 || right.length < 2) return 0;
  const pairs = pairsOf(left);
  let shared = 0;
  for (let index = 0; index < right.length - 1; index++) {
    const pair = right.slice(index, index + 2);
    const have = pairs.get(pair) ?? 0;
    if (have > 0) {
      shared += 1;
      pairs.set(pair, have - 1);
    }
  }
  return (2 * shared) / (left.length - 1 + (right.length - 1));
}
